"""From the occurrences of one item to the points it keeps.

Knows clauses and their methods, nothing of vetoes or of other items: what must not be deducted
comes in as `barred`, with the reason in Chinese.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.model import Clause, Deduction, Item, Method, Occurrence
from reviewer.scoring.numbers import ZERO, plain, to_hundredths

_PER_COUNT = (Method.PER_OCCURRENCE, Method.PER_DOCUMENT, Method.PER_PERSON)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the occurrences of one item came to."""

    awarded: Decimal
    deductions: tuple[Deduction, ...]
    """One for each occurrence, in the order in which they were given."""


def weigh(item: Item, occurrences: Sequence[Occurrence], barred: Mapping[UUID, str]) -> Weighed:
    """Return the points that `item` keeps under `occurrences`, at least 0.

    Args:
        item: the item, found 不符合.
        occurrences: all that are recorded, in any order.
        barred: occurrences that must not be deducted, with the reason.
    """
    clauses = {clause.id: clause for clause in item.clauses}
    found = {o.id: _not_counted(o, barred[o.id]) for o in occurrences if o.id in barred}
    for occurrence in occurrences:
        if occurrence.clause not in clauses:
            found[occurrence.id] = _not_counted(occurrence, "评查标准中没有这一扣分情形")
    for clause in item.clauses:
        same = [o for o in occurrences if o.clause == clause.id and o.id not in found]
        found |= {deduction.occurrence: deduction for deduction in _deduct(item, clause, same)}
    deductions = tuple(found[occurrence.id] for occurrence in occurrences)
    return Weighed(_awarded(item, clauses, deductions), deductions)


def _awarded(item: Item, clauses: Mapping[str, Clause], deductions: Iterable[Deduction]) -> Decimal:
    """Start from full points, or from the awards where the item has some, and take off."""
    earned = lost = ZERO
    for deduction in deductions:
        if not deduction.counted:
            continue
        if clauses[deduction.clause].method is Method.AWARD:
            earned += deduction.points
        else:
            lost += deduction.points
    start = min(earned, item.points) if is_awarded(item) else item.points
    return max(ZERO, start - lost)


def is_awarded(item: Item) -> bool:
    """Return whether the item starts from 0 and earns points by examples (每例给分)."""
    return any(clause.method is Method.AWARD for clause in item.clauses)


def _deduct(item: Item, clause: Clause, same: Sequence[Occurrence]) -> list[Deduction]:
    if not same:
        return []
    if clause.method in _PER_COUNT or clause.method is Method.AWARD:
        return [_counted(o, o.points * max(o.count, 0)) for o in same]
    if clause.method is Method.RATIO:
        return _by_ratio(item, same)
    if clause.method is Method.THRESHOLD:
        times = sum(max(o.count, 0) for o in same)
        if times < clause.threshold:
            short = f"合计 {times} 处，不足 {clause.threshold} 处"
            return [_not_counted(o, short) for o in same]
    # The dearest counts, so that the order of recording makes no difference.
    first = max(same, key=lambda o: o.points)
    points = item.points if clause.method is Method.WHOLE_ITEM else first.points
    return [_counted(o, points) if o is first else _not_counted(o, "本情形只扣一次") for o in same]


def _by_ratio(item: Item, same: Sequence[Occurrence]) -> list[Deduction]:
    """Full points × ratio, rounded half up to two decimals; of several the lowest counts."""
    known = [o for o in same if o.ratio is not None]
    lowest = min(known, key=_share, default=None)
    found = []
    for occurrence in same:
        if occurrence.ratio is None:
            found.append(_not_counted(occurrence, "未填写比率"))
        elif occurrence is not lowest:
            found.append(_not_counted(occurrence, "按最低的比率计算"))
        else:
            kept = to_hundredths(item.points * _share(occurrence))
            note = f"{plain(item.points)} × {plain(_share(occurrence))} = {plain(kept)}"
            found.append(_counted(occurrence, item.points - kept, note))
    return found


def _share(occurrence: Occurrence) -> Decimal:
    return min(max(occurrence.ratio or ZERO, ZERO), Decimal(1))


def _counted(occurrence: Occurrence, points: Decimal, note: str = "") -> Deduction:
    return Deduction(
        occurrence.id, occurrence.clause, occurrence.count, max(points, ZERO), True, note
    )


def _not_counted(occurrence: Occurrence, note: str) -> Deduction:
    return Deduction(occurrence.id, occurrence.clause, occurrence.count, ZERO, False, note)
