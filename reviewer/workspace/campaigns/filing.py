"""调卷: which drawn cases have their electronic file, and which imported case is whose."""

from dataclasses import dataclass
from uuid import UUID

from reviewer.progress import Progress
from reviewer.store import Store, cases
from reviewer.workspace.campaigns.board_cases import board_case_ids
from reviewer.workspace.campaigns.records import CampaignRecords


@dataclass(frozen=True, slots=True)
class Loose:
    """An imported case that belongs to no campaign case."""

    case: UUID
    title: str
    unit: str
    pages: int


@dataclass(frozen=True, slots=True)
class FileLine:
    """A drawn case and its file."""

    case: UUID
    case_no: str
    unit: str
    pages: int
    """Of the files that are here; 0: none came yet."""
    suggested: Loose | None = None
    """The imported case that carries its number."""
    same_unit: bool = False
    """Whether the unit of the suggestion agrees too."""


@dataclass(frozen=True, slots=True)
class FilesView:
    """The drawn cases, those without a file first, and what could be theirs."""

    lines: tuple[FileLine, ...]
    loose: tuple[Loose, ...]

    @property
    def missing(self) -> int:
        """Return how many drawn cases have no file."""
        return sum(not one.pages for one in self.lines)

    @property
    def sure(self) -> tuple[FileLine, ...]:
        """Return the lines whose suggestion agrees in number and unit."""
        return tuple(one for one in self.lines if one.suggested is not None and one.same_unit)


class Filing:
    """Joins imported cases to drawn ones."""

    def __init__(self, store: Store, records: CampaignRecords) -> None:
        self._store, self._records = store, records

    def view(self, campaign_id: UUID) -> FilesView:
        """Return which drawn cases have a file, and which imported case may be whose."""
        state = self._records.load(campaign_id)
        with self._store.snapshot() as session:
            known = {one.case.id: one for one in cases.summaries(session)}
        loose = {
            id_: Loose(id_, one.case.title, one.case.unit, one.pages)
            for id_, one in known.items()
            if id_ not in state.case_ids and one.pages
        }
        found = {one.drawn.id: one for one in self._records.join_suggestions(campaign_id)}
        lines = []
        for case in board_case_ids(state):
            row, here, told = state.row(case), known.get(case), found.get(case)
            lines.append(
                FileLine(
                    case,
                    row.case_no,
                    row.unit_name,
                    here.pages if here else 0,
                    loose.get(told.imported.id) if told else None,
                    told.same_unit if told else False,
                )
            )
        lines.sort(key=lambda one: one.pages > 0)
        return FilesView(tuple(lines), tuple(loose.values()))

    def join(self, imported: UUID, drawn: UUID) -> None:
        """Give the files of an imported case to a drawn one; undo of the case takes it back.

        Raises:
            Refused: one of them was removed, or the imported one has reviews.
        """
        self._records.join(imported, drawn)

    def join_sure(self, campaign_id: UUID, progress: Progress) -> int:
        """Join every case whose number and unit agree; return how many.

        Raises:
            Refused: an imported one has reviews; those before it are joined.
            Cancelled: the user stopped it; those before it are joined.
        """
        lines = self.view(campaign_id).sure
        for number, one in enumerate(lines):
            progress.report(number, len(lines), f"正在并入 {one.case_no}")
            if one.suggested is not None:
                self._records.join(one.suggested.case, one.case)
        return len(lines)
