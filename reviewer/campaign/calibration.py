"""Calibration (校准): all reviewers score the same files first; which items are read differently.

Nothing is decided here: the items are shown with everybody's deductions and reasons side by side,
so that the group agrees on a reading before the review begins.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.campaign.agreement import Figure, gwet_ac1, percent_agreement
from reviewer.campaign.disagreement import Reviewed
from reviewer.model.marks import Choice, Mark, Marks, VetoChoice
from reviewer.model.standards import Item, Standard


@dataclass(frozen=True, slots=True)
class ItemReading:
    """How one reviewer marked one item of one file."""

    case: UUID
    person: UUID
    verdict: str
    """Value of `Choice`, for a veto of `VetoChoice`."""
    deducted: Decimal
    """0 for a veto."""
    clauses: tuple[str, ...]
    reasons: tuple[str, ...]
    """As typed, one for each deduction."""


@dataclass(frozen=True, slots=True)
class ItemCalibration:
    """How all reviewers read one item or veto over the calibration files."""

    id: str
    is_veto: bool
    readings: tuple[ItemReading, ...]
    """By file, then by person."""
    percent: Figure
    """Of the verdicts."""
    ac1: Figure
    spread: Decimal
    """Largest difference of deductions on one file, in points."""
    is_read_differently: bool
    """Whether on some file verdicts, deductions or clauses differ."""


def calibration(standard: Standard, reviews: Sequence[Reviewed]) -> tuple[ItemCalibration, ...]:
    """Return all items and vetoes of the standard, those read most differently first.

    `reviews` are those of the calibration files under this standard; one that is not finished
    counts with the items that are decided.  Items nobody decided yet have no readings.
    """
    ordered = sorted(
        (one for one in reviews if one.review.standard == standard.id),
        key=lambda one: (str(one.review.case), str(one.review.person)),
    )
    found = [
        _calibrated(
            item.id, _item_readings(item, ordered), 3 if item.may_be_absent else 2, is_veto=False
        )
        for item in standard.items
    ]
    found += [
        _calibrated(veto.id, _veto_readings(veto.id, ordered), 2, is_veto=True)
        for veto in standard.vetoes
    ]
    return tuple(sorted(found, key=_how_differently))


def totals(
    reviews: Sequence[Reviewed],
) -> tuple[tuple[UUID, tuple[tuple[UUID, Decimal], ...]], ...]:
    """Return everybody's totals, file by file."""
    cases = sorted({one.review.case for one in reviews}, key=str)
    return tuple(
        (
            case,
            tuple(
                (one.review.person, one.score.total)
                for one in sorted(reviews, key=lambda one: str(one.review.person))
                if one.review.case == case
            ),
        )
        for case in cases
    )


def _how_differently(one: ItemCalibration) -> tuple[bool, bool, float, Decimal]:
    agreed = one.percent.value
    return (not one.is_read_differently, not one.is_veto, agreed or 0.0, -one.spread)


def _calibrated(
    item: str, readings: tuple[ItemReading, ...], categories: int, *, is_veto: bool
) -> ItemCalibration:
    people = sorted({one.person for one in readings}, key=str)
    files = [[one for one in readings if one.case == case] for case in _cases(readings)]
    ratings = [
        [next((one.verdict for one in file if one.person == person), None) for person in people]
        for file in files
    ]
    return ItemCalibration(
        id=item,
        is_veto=is_veto,
        readings=readings,
        percent=percent_agreement(ratings),
        ac1=gwet_ac1(ratings, categories),
        spread=max((_spread(file, lambda one: one.deducted) for file in files), default=Decimal(0)),
        is_read_differently=any(
            len({(one.verdict, one.deducted, _counted(one)) for one in file}) > 1 for file in files
        ),
    )


def _cases(readings: Sequence[ItemReading]) -> list[UUID]:
    return list(dict.fromkeys(one.case for one in readings))


def _counted(reading: ItemReading) -> frozenset[tuple[str, int]]:
    return frozenset(Counter(reading.clauses).items())


def _spread(readings: Sequence[ItemReading], points: Callable[[ItemReading], Decimal]) -> Decimal:
    values = [points(one) for one in readings]
    return max(values) - min(values)


def _item_readings(item: Item, reviews: Sequence[Reviewed]) -> tuple[ItemReading, ...]:
    found = []
    for one in reviews:
        mark = one.marks.of(item.id)
        if mark.choice is not Choice.PENDING:
            lost = next(part.deducted for part in one.score.items if part.item == item.id)
            found.append(_item_reading(one, mark, lost))
    return tuple(found)


def _item_reading(one: Reviewed, mark: Mark, lost: Decimal) -> ItemReading:
    counted = mark.occurrences if mark.choice is Choice.FAILS else ()
    clauses = tuple(each.clause for each in counted for _ in range(each.count))
    reasons = tuple(each.reason for each in counted) or ((mark.note,) if mark.note else ())
    return ItemReading(
        one.review.case, one.review.person, mark.choice.value, lost, clauses, reasons
    )


def _veto_readings(veto: str, reviews: Sequence[Reviewed]) -> tuple[ItemReading, ...]:
    return tuple(
        ItemReading(
            one.review.case,
            one.review.person,
            one.marks.of_veto(veto).choice.value,
            Decimal(0),
            (),
            _veto_reasons(one.marks, veto),
        )
        for one in reviews
        if one.marks.of_veto(veto).choice is not VetoChoice.OPEN
    )


def _veto_reasons(marks: Marks, veto: str) -> tuple[str, ...]:
    reason = marks.of_veto(veto).reason
    return (reason,) if reason else ()
