"""What if (假如): a disputed item is decided otherwise, or another version of the standard holds.

Nothing is changed: the results are reckoned again with other marks or another standard, and what
would differ is told, down to score, grade, mean of the unit and its rank.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from reviewer.campaign.results import Result
from reviewer.campaign.statistics import by_group
from reviewer.model.marks import Mark, Marks, VetoMark
from reviewer.model.scores import Score
from reviewer.model.standards import Standard
from reviewer.model.statistics import GroupBy, GroupResult
from reviewer.scoring import score
from reviewer.scoring.carrying import carry
from reviewer.scoring.diff import StandardDiff, diff


@dataclass(frozen=True, slots=True)
class UnitShift:
    """A unit before and after."""

    before: GroupResult
    after: GroupResult

    @property
    def moves(self) -> bool:
        """Return whether its mean or its rank would differ."""
        return (self.before.mean.value, self.before.best_rank, self.before.worst_rank) != (
            self.after.mean.value,
            self.after.best_rank,
            self.after.worst_rank,
        )


@dataclass(frozen=True, slots=True)
class IfDecided:
    """What another decision in one review would give."""

    before: Score
    after: Score
    unit: UnitShift
    """The unit of the case."""
    others: tuple[UnitShift, ...]
    """Other units whose rank would differ."""


@dataclass(frozen=True, slots=True)
class Reopening:
    """One result under another version of the standard."""

    case: UUID
    review: UUID
    reopened: tuple[str, ...]
    """Items and vetoes to be decided again; all other marks stay."""
    dropped: tuple[str, ...]
    before: Score
    likely: Score
    """As if every old decision still held; new items in full."""
    low: Decimal
    high: Decimal
    """The span of the total until the reopened items are decided; open vetoes taken as not hit."""


@dataclass(frozen=True, slots=True)
class IfStandard:
    """What another version of a standard would give."""

    diff: StandardDiff
    cases: tuple[Reopening, ...]
    """Results under the old version, those with most to decide again first."""
    units: tuple[UnitShift, ...]
    """All units, by the likely scores."""

    @property
    def to_decide(self) -> int:
        """Return how many items and vetoes have to be decided again in all."""
        return sum(len(one.reopened) for one in self.cases)


def if_decided(
    results: Sequence[Result], review: UUID, decisions: Iterable[Mark | VetoMark]
) -> IfDecided:
    """Return what `decisions` would change if the review `review` had made them.

    Raises:
        KeyError: no result is of that review.
    """
    mine = next((one for one in results if one.review == review), None)
    if mine is None:
        raise KeyError(review)
    marks = _decided(mine.marks, decisions)
    after = replace(mine, marks=marks, score=score(mine.standard, marks))
    shifts = _shifts(results, [after if one is mine else one for one in results])
    key = str(mine.unit)
    return IfDecided(
        before=mine.score,
        after=after.score,
        unit=next(one for one in shifts if one.before.key == key),
        others=tuple(one for one in shifts if one.before.key != key and one.moves),
    )


def if_standard(results: Sequence[Result], old: Standard, new: Standard) -> IfStandard:
    """Return what would differ if `new` held in place of `old` for all results under it."""
    reopened = []
    after = []
    for one in results:
        if (one.standard.id, one.standard.version) == (old.id, old.version):
            found, changed = _under(one, new)
            reopened.append(found)
            after.append(changed)
        else:
            after.append(one)
    return IfStandard(
        diff=diff(old, new),
        cases=tuple(sorted(reopened, key=lambda one: (-len(one.reopened), str(one.review)))),
        units=_shifts(results, after),
    )


def _under(result: Result, new: Standard) -> tuple[Reopening, Result]:
    carried = carry(result.marks, result.standard, new)
    likely = score(new, carried.unchanged)
    span = score(new, carried.marks)
    found = Reopening(
        case=result.case,
        review=result.review,
        reopened=carried.reopened,
        dropped=carried.dropped,
        before=result.score,
        likely=likely,
        low=span.low,
        high=span.high,
    )
    return found, replace(result, standard=new, marks=carried.unchanged, score=likely)


def _decided(marks: Marks, decisions: Iterable[Mark | VetoMark]) -> Marks:
    items, vetoes = dict(marks.items), dict(marks.vetoes)
    for one in decisions:
        if isinstance(one, Mark):
            items[one.item] = one
        else:
            vetoes[one.veto] = one
    return Marks(items, vetoes, marks.bonuses)


def _shifts(before: Sequence[Result], after: Sequence[Result]) -> tuple[UnitShift, ...]:
    """Return every unit before and after, in the order before."""
    later = {one.key: one for one in by_group(after, GroupBy.UNIT)}
    return tuple(UnitShift(one, later[one.key]) for one in by_group(before, GroupBy.UNIT))
