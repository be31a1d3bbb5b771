"""The rows of the documents panel: documents with read state, hints and page range; evidence.

Pure: a case and a review go in, frozen rows come out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from reviewer.model import SEVERITY, Choice, Place, ProposalState, Verdict, VetoChoice
from reviewer.ui.workbench.case_index import CaseIndex, Spot
from reviewer.ui.workbench.item_rows import LOUD, score_of
from reviewer.ui.workbench.words import minus_text
from reviewer.workspace.views import ReviewView


class ReadMark(Enum):
    """How much of a document was in view."""

    UNREAD = "未阅"
    PARTLY = "部分已阅"
    READ = "已阅"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document, the pages that belong to none, or the thumbnails under the current one."""

    id: int
    """Of the document; -1 for pages that belong to none."""
    title: str
    mark: ReadMark
    verdict: Verdict | None
    hints: int
    span: str
    positions: tuple[int, ...]
    thumbnails: bool = False

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        if self.thumbnails:
            return f"{self.title} 的页面"
        hints = f"，{self.hints} 条机器提示" if self.hints else ""
        return f"{self.title}，第 {self.span} 页，{self.mark.value}{hints}"

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return "" if self.thumbnails else f"{self.title}　第 {self.span} 页"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One place of the review."""

    item: str
    text: str
    page: str
    solid: bool
    colour: str
    """Token of the tag."""
    place: Place
    spot: Spot | None

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        return f"{self.item}，{self.text}，第 {self.page} 页"

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return self.text


def document_rows(
    index: CaseIndex, review: ReviewView | None, current: int
) -> tuple[DocumentRow, ...]:
    """Return the rows; the document of the page at `current` gets its thumbnails."""
    hints = _hints_by_page(index, review)
    seen = review.seen if review else frozenset()
    rows: list[DocumentRow] = []
    entries = [
        (d.id, index.view.title_of(d), index.of_document(d)) for d in index.view.reading.documents
    ]
    if loose := index.loose():
        entries.append((-1, "未归入文书的页" if entries else "全部页面", loose))
    for id_, title, positions in entries:
        if not positions:
            continue
        own = [v for i in positions for v in hints.get(i, ())]
        done = [(index.pages[i].ref, index.pages[i].sheet) in seen for i in positions]
        mark = ReadMark.READ if all(done) else ReadMark.PARTLY if any(done) else ReadMark.UNREAD
        gravest = min(own, key=SEVERITY.index, default=None)
        row = DocumentRow(id_, title, mark, gravest, len(own), index.span(positions), positions)
        rows.append(row)
        if current in positions:
            rows.append(
                DocumentRow(id_, title, mark, None, 0, row.span, positions, thumbnails=True)
            )
    return tuple(rows)


def evidence_rows(index: CaseIndex, view: ReviewView) -> tuple[EvidenceRow, ...]:
    """Return the places that a person decided about, in the order of the standard."""
    rows: list[EvidenceRow] = []
    for item in view.standard.items:
        mark = view.marks.of(item.id)
        costs = {d.occurrence: d for d in score_of(view, item.id).deductions}
        for occurrence in mark.occurrences:
            came = costs.get(occurrence.id)
            counts = mark.choice is Choice.FAILS and came is not None and came.counted
            tag = f"{item.id} {minus_text(came.points)}" if counts and came else item.id
            shade = "red" if counts else "grey"
            rows += _rows(index, tag, occurrence.reason, occurrence.places, shade)
        shade = "green" if mark.choice is Choice.CONFORMS else "grey"
        rows += _rows(index, item.id, item.short, mark.evidence, shade)
    for veto in view.standard.vetoes:
        own = view.marks.of_veto(veto.id)
        shade = "red" if own.choice is VetoChoice.HIT else "grey"
        rows += _rows(index, veto.id, own.reason or veto.short, own.places, shade)
    return tuple(rows)


def unread(index: CaseIndex, review: ReviewView | None) -> tuple[int, ...]:
    """Return the positions of pages that were never in view."""
    seen = review.seen if review else frozenset()
    return tuple(i for i, page in enumerate(index.pages) if (page.ref, page.sheet) not in seen)


def _rows(
    index: CaseIndex, tag: str, text: str, places: Iterable[Place], shade: str
) -> list[EvidenceRow]:
    made = []
    for place in places:
        spots = index.spots(place)
        page = index.label(place)
        quote = place.quote.replace("\n", "") or text
        made.append(EvidenceRow(tag, quote, page, True, shade, place, spots[0] if spots else None))
    return made


def _hints_by_page(index: CaseIndex, review: ReviewView | None) -> dict[int, list[Verdict]]:
    found: dict[int, list[Verdict]] = {}
    if review is not None:
        loud = [
            (p.verdict, p.evidence)
            for p in review.proposals
            if p.state is ProposalState.OPEN and p.verdict in LOUD
        ]
    else:
        loud = [(f.verdict, f.evidence) for f in index.view.findings if f.verdict in LOUD]
    for verdict, evidence in loud:
        pages = {spot.index for place in evidence for spot in index.spots(place)[:1]}
        for page in pages:
            found.setdefault(page, []).append(verdict)
    return found
