"""Which occurrences must not be deducted: ⊕ clauses under a hit veto, faults recorded twice.

A fault that several items carry is deducted in one of them.  The standard attributes it to the
first item of its group; another one is taken only where that costs more points.  So one more
deduction never raises the score, whichever item it is recorded in (docs/decisions).
"""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from itertools import product
from uuid import UUID

from reviewer.model import Choice, Item, Mark, Marks, Method, Standard
from reviewer.scoring.numbers import ZERO
from reviewer.scoring.weighing import Weighed, weigh


def choice_of(item: Item, marks: Marks) -> Choice:
    """Return the choice that counts: a 不涉及 that the standard forbids leaves the item open."""
    choice = marks.of(item.id).choice
    if choice is Choice.ABSENT and not item.may_be_absent:
        return Choice.PENDING
    return choice


def likely_fault(standard: Standard, item_id: str, clause_id: str, reason: str) -> str:
    """Return the fault that a deduction punishes, told by its clause or by the typed reason.

    The words count only in items that have no clause of their own for the fault, such as
    必备文书齐全; empty when nothing tells.
    """
    item = standard.item(item_id)
    own = {clause.id: clause.fault for clause in item.clauses}
    if own.get(clause_id):
        return own[clause_id]
    for group in standard.exclusive:
        elsewhere = item_id in group.items and group.fault not in own.values()
        if elsewhere and any(word in reason for word in group.words):
            return group.fault
    return ""


def weigh_all(standard: Standard, marks: Marks, hit: Collection[str]) -> dict[str, Weighed]:
    """Return what each item that was found 不符合 keeps.

    Args:
        standard: the standard.
        marks: the marks of the review.
        hit: ids of vetoes whose ⊕ clauses are not deducted.
    """
    failing = {
        item.id: (item, marks.of(item.id))
        for item in standard.items
        if choice_of(item, marks) is Choice.FAILS
    }
    lifted = {
        occurrence_id: note
        for item, mark in failing.values()
        for occurrence_id, note in _lifted(item, mark, hit)
    }
    doubles = _doubles(_carriers(standard, failing, lifted), failing, lifted)
    return {
        item.id: weigh(item, mark.occurrences, lifted | doubles) for item, mark in failing.values()
    }


_MOST_DOUBLES = 10
"""Trying every attribution doubles with each fault: 40 ms at ten, 10 s at eighteen (measured)."""

_Failing = Mapping[str, tuple[Item, Mark]]
_Carriers = Mapping[str, Mapping[str, tuple[UUID, ...]]]
"""Fault → item id → occurrences that name it, for faults that several items carry."""


def _lifted(item: Item, mark: Mark, hit: Collection[str]) -> Iterator[tuple[UUID, str]]:
    vetoes = {clause.id: clause.veto for clause in item.clauses}
    for occurrence in mark.occurrences:
        veto = vetoes.get(occurrence.clause, "")
        if veto and veto in hit:
            yield occurrence.id, f"已按 {veto} 一票否决，不再扣分"


def _carriers(standard: Standard, failing: _Failing, lifted: Mapping[UUID, str]) -> _Carriers:
    found = {}
    for group in standard.exclusive:
        items = {
            name: same
            for name in group.items
            if name in failing and (same := _naming(group.fault, *failing[name], lifted))
        }
        if len(items) > 1:
            found[group.fault] = items
    return found


def _naming(fault: str, item: Item, mark: Mark, lifted: Mapping[UUID, str]) -> tuple[UUID, ...]:
    """Return the occurrences of `item` that name `fault`, by themselves or by their clause.

    An example that earns points (每例给分) punishes nothing.
    """
    own = {clause.id: clause.fault for clause in item.clauses}
    earning = {clause.id for clause in item.clauses if clause.method is Method.AWARD}
    return tuple(
        occurrence.id
        for occurrence in mark.occurrences
        if occurrence.id not in lifted
        and occurrence.clause not in earning
        and (occurrence.fault or own.get(occurrence.clause)) == fault
    )


def _doubles(carriers: _Carriers, failing: _Failing, lifted: Mapping[UUID, str]) -> dict[UUID, str]:
    """Return the occurrences whose fault is deducted in another item.

    Of all ways to attribute the faults the one that leaves the fewest points is taken; `min`
    returns the first of equals, and the first is the attribution of the standard.  Faults
    beyond `_MOST_DOUBLES` follow the standard without a choice.
    """
    kept: dict[tuple[str, frozenset[UUID]], Decimal] = {}

    def points_left(attribution: tuple[str, ...]) -> Decimal:
        barred = _barred(carriers, attribution)
        left = ZERO
        for name in {item for items in carriers.values() for item in items}:
            item, mark = failing[name]
            own = frozenset(o.id for o in mark.occurrences if o.id in barred)
            if (name, own) not in kept:
                notes = dict(lifted) | dict.fromkeys(own, "")
                kept[name, own] = weigh(item, mark.occurrences, notes).awarded
            left += kept[name, own]
        return left

    choices = [
        list(items) if place < _MOST_DOUBLES else list(items)[:1]
        for place, items in enumerate(carriers.values())
    ]
    return _barred(carriers, min(product(*choices), key=points_left))


def _barred(carriers: _Carriers, attribution: tuple[str, ...]) -> dict[UUID, str]:
    return {
        occurrence: f"同一事实已在 {deducting} 扣分"
        for items, deducting in zip(carriers.values(), attribution, strict=True)
        for item, occurrences in items.items()
        if item != deducting
        for occurrence in occurrences
    }
