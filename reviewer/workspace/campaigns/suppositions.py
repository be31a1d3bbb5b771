"""What can be supposed of the settled cases (假如), as values of the window.  Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.campaign.disagreement import Reviewed
from reviewer.campaign.results import Result, applicable
from reviewer.model.marks import Choice, Mark, Marks, VetoChoice, VetoMark
from reviewer.model.scores import Score
from reviewer.model.standards import Standard
from reviewer.reports.wording import CHOICES, VETO_CHOICES
from reviewer.scoring.numbers import plain
from reviewer.workspace.campaigns.figure_tables import FigureTable
from reviewer.workspace.campaigns.review_book import ReviewBook
from reviewer.workspace.campaigns.state import CampaignState

FIRST, SECOND = "初评", "复评"


@dataclass(frozen=True, slots=True)
class Flip:
    """One decision of a settled case that could have been another one."""

    case: UUID
    case_no: str
    unit: str
    review: UUID
    item: str
    """Id of the item or veto."""
    name: str
    """Its short title."""
    now: str
    otherwise: str
    why: str
    """Why it is in dispute; empty for a deduction that nobody disputes."""
    decision: Mark | VetoMark
    told: str
    """The other decision alone, whoever made it."""


@dataclass(frozen=True, slots=True)
class PinnedStandard:
    """A standard that results were reviewed under, with what can be changed in it."""

    content_hash: str
    name: str
    cases: int
    items: tuple[tuple[str, str, str], ...]
    """Id, short title and points of each item."""
    lines: tuple[tuple[str, str], ...]
    """Grades with the total from which each begins, highest first, the lowest left out."""
    others: tuple[tuple[str, str], ...] = ()
    """Hash and version of other editions that this program has."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How a standard would be otherwise: another edition, or other numbers."""

    edition: str = ""
    """Hash of another edition; empty when the numbers say it."""
    points: tuple[tuple[str, Decimal], ...] = ()
    lines: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Supposed:
    """What would come of it."""

    sentence: str
    tables: tuple[FigureTable, ...]


@dataclass(frozen=True, slots=True)
class Suppositions:
    """All that can be supposed of a campaign."""

    flips: tuple[Flip, ...]
    """Disputed ones first."""
    standards: tuple[PinnedStandard, ...]


def flips_of(book: ReviewBook, results: Sequence[Result]) -> tuple[Flip, ...]:
    """Return each decision that could be another one: disputed, objected to, or a deduction."""
    found: dict[tuple[UUID, str, str], Flip] = {}
    for one in results:
        for flip in (*_disputed(book, one), *_objected(book.state, one), *_deducted(book, one)):
            found.setdefault((flip.review, flip.item, flip.told), flip)
    return tuple(sorted(found.values(), key=lambda flip: not flip.why))


def is_veto(standard: Standard, name: str) -> bool:
    """Return whether an id is that of a veto."""
    return any(one.id == name for one in standard.vetoes)


def told_of(standard: Standard, marks: Marks, score: Score, name: str) -> str:
    """Return a decision in words, such as `扣 2 分`, `不涉及`, `命中`."""
    if is_veto(standard, name):
        return VETO_CHOICES[marks.of_veto(name).choice]
    lost = next((one.deducted for one in score.items if one.item == name), None)
    return f"扣 {plain(lost)} 分" if lost else CHOICES[marks.of(name).choice]


def _disputed(book: ReviewBook, one: Result) -> Iterator[Flip]:
    pair, differs = book.pair(one.case), book.dispute(one.case)
    if pair is None or differs is None:
        return
    for item in dict.fromkeys(each.id for each in differs.items):
        for side, word in zip(pair, (FIRST, SECOND), strict=True):
            yield from _of_side(book.state, one, item, side, word)


def _of_side(
    state: CampaignState, one: Result, item: str, side: Reviewed, word: str
) -> Iterator[Flip]:
    """Yield the decision of one side, unless the result already has it."""
    if side.review.content_hash != one.standard.content_hash:
        return
    theirs = told_of(one.standard, side.marks, side.score, item)
    if theirs != told_of(one.standard, one.marks, one.score, item):
        veto = is_veto(one.standard, item)
        decision = side.marks.of_veto(item) if veto else side.marks.of(item)
        yield _flip(state, one, decision, theirs, f"从{word}", f"{FIRST}、{SECOND}不同")


def _objected(state: CampaignState, one: Result) -> Iterator[Flip]:
    for objection in (each for told in state.feedback for each in told.objections):
        if objection.case == one.case:
            yield from (
                _spared(state, one, item, "单位申辩")
                for item in objection.items
                if item in one.score.vetoes or _is_deducted(one, item)
            )


def _deducted(book: ReviewBook, one: Result) -> Iterator[Flip]:
    yield from (_spared(book.state, one, veto, "") for veto in one.score.vetoes)
    for item, score in applicable(one):
        if score.deducted:
            yield _spared(book.state, one, item.id, "")


def _is_deducted(one: Result, item: str) -> bool:
    return any(score.item == item and score.deducted for score in one.score.items)


def _spared(state: CampaignState, one: Result, item: str, why: str) -> Flip:
    """Return the decision that costs nothing."""
    if is_veto(one.standard, item):
        veto = VetoMark(item, VetoChoice.EXCLUDED)
        return _flip(state, one, veto, VETO_CHOICES[VetoChoice.EXCLUDED], "", why)
    mark = Mark(item, Choice.CONFORMS)
    return _flip(state, one, mark, CHOICES[Choice.CONFORMS], "", why)


def _flip(
    state: CampaignState, one: Result, decision: Mark | VetoMark, told: str, whose: str, why: str
) -> Flip:
    item = decision.item if isinstance(decision, Mark) else decision.veto
    return Flip(
        case=one.case,
        case_no=state.row(one.case).case_no,
        unit=one.unit_name,
        review=one.review,
        item=item,
        name=_name(one.standard, item),
        now=told_of(one.standard, one.marks, one.score, item),
        otherwise=f"{whose}，{told}" if whose else told,
        why=why,
        decision=decision,
        told=told,
    )


def _name(standard: Standard, item: str) -> str:
    names = {one.id: one.short for one in standard.items}
    names |= {one.id: one.short for one in standard.vetoes}
    return names[item]
