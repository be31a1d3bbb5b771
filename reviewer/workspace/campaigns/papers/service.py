"""Writing all documents of a campaign that are chosen, into a folder as they are filed."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from reviewer.progress import Progress
from reviewer.reports import names
from reviewer.workspace.campaigns.papers.planning import Paper, PaperKind, PaperOffer, Planner
from reviewer.workspace.campaigns.papers.writers import PaperWriters, save

WORD, PDF, EXCEL = ".docx", ".pdf", ".xlsx"
FORMS = (WORD, PDF, EXCEL)


class Papers(PaperWriters):
    """Writes the documents of a campaign, one by one or all at once."""

    def offers(self, campaign_id: UUID) -> tuple[PaperOffer, ...]:
        """Return every kind of document with how many can be written now."""
        return self.planner(campaign_id).offers()

    def write(
        self,
        campaign_id: UUID,
        kinds: Collection[PaperKind],
        folder: Path,
        progress: Progress,
        forms: Sequence[str] = FORMS,
        on: date | None = None,
    ) -> tuple[Path, ...]:
        """Write the documents of the chosen kinds; return the files in the order of filing.

        One for the whole campaign stands in `folder`, those of units and cases in a folder of
        their kind.  Files of the same name are replaced.

        Raises:
            UserError: a file cannot be written, or the computer has no Chinese font.
            Cancelled: the user stopped it; what was written stays.
        """
        planner = self.planner(campaign_id, on)
        papers = [one for kind in PaperKind if kind in kinds for one in planner.papers(kind)]
        written: list[Path] = []
        taken: set[Path] = set()
        for at, paper in enumerate(papers):
            stem = _stem(folder, paper, taken)
            taken.add(stem)
            progress.report(at, len(papers), f"正在写出《{stem.name}》")
            written += self._files(campaign_id, paper, stem, forms, on)
        return tuple(written)

    def _files(
        self, campaign_id: UUID, paper: Paper, stem: Path, forms: Sequence[str], on: date | None
    ) -> Iterator[Path]:
        report = paper.build()
        for form in (WORD, PDF):
            if form in forms:
                yield save(report, stem.with_name(f"{stem.name}{form}"))
        if paper.kind is PaperKind.SUMMARY and EXCEL in forms:
            yield self.write_summary(campaign_id, stem.with_name(f"{stem.name}{EXCEL}"), on)

    def planner(self, campaign_id: UUID, on: date | None = None) -> Planner:
        """Return what lists the documents and builds each one when it is asked to."""
        return Planner(self._ground, self._inputs, self._state(campaign_id), self._day(on))


def _stem(folder: Path, paper: Paper, taken: set[Path]) -> Path:
    """Return where a document goes, without its ending; no two of one writing are the same."""
    if not paper.title:
        return folder / paper.kind.value
    inside, base = folder / paper.kind.value, names.safe_name(f"{paper.kind}_{paper.title}")
    stem, number = inside / base, 2
    while stem in taken:
        stem, number = inside / f"{base}（{number}）", number + 1
    return stem
