"""What is marked on the pages: evidence that a person decided about, proposals, facts.

Pure: a review and a case go in, marks by page come out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from reviewer.model import Box, Choice, Mark, Place, ProposalState, Verdict, VetoChoice
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.item_rows import LOUD, score_of
from reviewer.ui.workbench.words import minus_text
from reviewer.workspace.views import FactRow, Proposal, ReviewView


class MarkKind(Enum):
    """How a mark is drawn."""

    COUNTED = "counted"  # marker and solid red frame
    CONFORMS = "conforms"  # solid green frame
    NOTED = "noted"  # solid ink frame: looked at, not decided
    PROPOSAL = "proposal"  # dashed amber frame
    FITTING = "fitting"  # dashed green frame: the machine's 符合, for the current item only
    FACT = "fact"  # dotted underline
    FOUND = "found"  # what a search found


@dataclass(frozen=True, slots=True)
class PageMark:
    """One frame on one page, with its tag in the margin."""

    kind: MarkKind
    index: int
    box: Box | None
    item: str = ""
    tag: str = ""
    owner: str = ""
    """Boxes of the same owner on one page share one tag."""
    tip: str = ""

    @property
    def solid(self) -> bool:
        """Return whether a person decided."""
        return self.kind in (MarkKind.COUNTED, MarkKind.CONFORMS, MarkKind.NOTED)


def review_marks(view: ReviewView, index: CaseIndex, current: str) -> tuple[PageMark, ...]:
    """Return the marks of a review; `current` is the chosen item or veto."""
    found: list[PageMark] = []
    for mark in view.marks.items.values():
        found.extend(_item_marks(view, index, mark))
    for veto in view.marks.vetoes.values():
        kind = MarkKind.COUNTED if veto.choice is VetoChoice.HIT else MarkKind.NOTED
        tag = veto.veto if veto.choice is VetoChoice.HIT else ""
        found.extend(_spread(index, veto.places, kind, veto.veto, tag, veto.veto, veto.reason))
    for proposal in view.proposals:
        found.extend(_proposal_marks(index, proposal, current))
    return tuple(found)


def fact_marks(facts: Iterable[FactRow], index: CaseIndex) -> tuple[PageMark, ...]:
    """Return the dotted underlines of the facts."""
    found: list[PageMark] = []
    for row in facts:
        if row.fact is not None:
            tip = f"{row.label}：{row.text}"
            found.extend(_spread(index, (row.fact.place,), MarkKind.FACT, "", "", row.key, tip))
    return tuple(found)


def found_marks(places: Iterable[Place], index: CaseIndex) -> tuple[PageMark, ...]:
    """Return the marks of what a search found."""
    return tuple(_spread(index, places, MarkKind.FOUND, "", "", "", ""))


def first_place(view: ReviewView, item: str) -> Place | None:
    """Return the place that most likely proves an item: evidence, then proposals."""
    places = item_places(view, item)
    return places[0] if places else None


def item_places(view: ReviewView, item: str) -> tuple[Place, ...]:
    """Return the places of an item or veto in the order in which Space walks through them."""
    mark = view.marks.of(item)
    found = [p for occurrence in mark.occurrences for p in occurrence.places]
    found += [*mark.evidence, *view.marks.of_veto(item).places]
    proposals = [p for p in view.proposals if p.item == item]
    for wanted in (LOUD, (Verdict.OK,)):
        for proposal in proposals:
            if proposal.verdict in wanted and proposal.state is not ProposalState.REJECTED:
                found += proposal.evidence
    return tuple(dict.fromkeys(found))


def _item_marks(view: ReviewView, index: CaseIndex, mark: Mark) -> Iterator[PageMark]:
    if mark.choice is Choice.FAILS:
        points = {d.occurrence: d for d in score_of(view, mark.item).deductions}
        for occurrence in mark.occurrences:
            came = points.get(occurrence.id)
            counts = came is not None and came.counted
            cost = f" {minus_text(came.points)}" if came is not None and counts else ""
            kind = MarkKind.COUNTED if counts else MarkKind.NOTED
            yield from _spread(
                index,
                occurrence.places,
                kind,
                mark.item,
                mark.item + cost,
                str(occurrence.id),
                occurrence.reason,
            )
    kind = MarkKind.CONFORMS if mark.choice is Choice.CONFORMS else MarkKind.NOTED
    yield from _spread(index, mark.evidence, kind, mark.item, mark.item, mark.item, "")


def _proposal_marks(index: CaseIndex, proposal: Proposal, current: str) -> Iterator[PageMark]:
    if proposal.state is not ProposalState.OPEN:
        return
    owner = f"{proposal.key.rule}|{proposal.key.subject}|{proposal.item}"
    if proposal.verdict in LOUD:
        tag = f"{proposal.item} ?"
        kind = MarkKind.PROPOSAL
    elif proposal.verdict is Verdict.OK and proposal.item == current:
        tag, kind = "", MarkKind.FITTING
    else:
        return
    yield from _spread(index, proposal.evidence, kind, proposal.item, tag, owner, proposal.message)


def _spread(
    index: CaseIndex,
    places: Iterable[Place],
    kind: MarkKind,
    item: str,
    tag: str,
    owner: str,
    tip: str,
) -> Iterator[PageMark]:
    for place in places:
        for spot in index.spots(place):
            yield PageMark(kind, spot.index, spot.box, item, tag, owner, tip)
