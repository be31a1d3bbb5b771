"""The review of an objection (申辩复核).

It starts from the final marks, and only the items that the objections name may be changed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from reviewer.campaign.feedback import ACCEPTED, PARTLY, REJECTED
from reviewer.errors import Refused, UserError
from reviewer.model import Mark, Marks, Standard
from reviewer.scoring import likely_fault


@dataclass(frozen=True, slots=True)
class AppealStart:
    """What the review of an objection starts from."""

    marks: Marks
    """Those of the final review; occurrences have ids of their own."""
    open: tuple[str, ...]
    """Items and vetoes that may be changed, in the order of the standard."""
    locked: tuple[str, ...]
    linked: tuple[str, ...]
    """Locked items whose points may change all the same: they carry the same fault as an open
    item, or a clause that is not deducted under an open veto."""


def start_appeal(
    standard: Standard,
    final: Marks,
    named: Iterable[str],
    new_id: Callable[[], UUID] = uuid4,
) -> AppealStart:
    """Return the marks, open and locked items for objections that name `named`.

    Ids that the standard does not have belong to the case's review under another standard.

    Raises:
        UserError: no id is one of this standard.
    """
    wanted = set(named)
    every = (*(item.id for item in standard.items), *(veto.id for veto in standard.vetoes))
    opened = tuple(one for one in every if one in wanted)
    if not opened:
        raise UserError(
            f"申辩所列的评查项不在“{standard.name}”内。", "请核对申辩针对的评查项和评查标准。"
        )
    items = {key: _renewed(mark, new_id) for key, mark in final.items.items()}
    marks = Marks(items, dict(final.vetoes), dict(final.bonuses))
    locked = tuple(one for one in every if one not in wanted)
    return AppealStart(marks, opened, locked, _linked(standard, final, opened))


def changed_outside(before: Marks, after: Marks, opened: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of items, vetoes and bonuses that changed though they are locked."""
    free = set(opened)
    return tuple(one for one in _changed(before, after) if one not in free)


def refuse_outside(before: Marks, after: Marks, opened: Iterable[str]) -> None:
    """Refuse marks that changed a locked item.

    Raises:
        Refused: one did.
    """
    allowed = tuple(opened)
    if changed := changed_outside(before, after, allowed):
        raise Refused(
            f"{'、'.join(changed)} 不在申辩范围内，申辩复核中不能修改。",
            f"本次可以修改的是：{'、'.join(allowed)}。",
        )


def suggested_outcome(before: Marks, after: Marks, named: Iterable[str]) -> str:
    """Return 采纳, 部分采纳 or 不采纳 by how many of the named items were changed."""
    items = tuple(dict.fromkeys(named))
    changed = changed_items(before, after, items)
    if not changed:
        return REJECTED
    return ACCEPTED if len(changed) == len(items) else PARTLY


def changed_items(before: Marks, after: Marks, named: Iterable[str]) -> tuple[str, ...]:
    """Return those of the named items and vetoes whose marks differ."""
    changed = set(_changed(before, after))
    return tuple(one for one in dict.fromkeys(named) if one in changed)


def _renewed(mark: Mark, new_id: Callable[[], UUID]) -> Mark:
    return replace(mark, occurrences=tuple(replace(one, id=new_id()) for one in mark.occurrences))


def _linked(standard: Standard, marks: Marks, opened: tuple[str, ...]) -> tuple[str, ...]:
    faults = {fault for one in opened for fault in _faults(standard, marks, one)}
    found = []
    for item in standard.items:
        if item.id in opened:
            continue
        clauses = {clause.id: clause for clause in item.clauses}
        used = [clauses.get(one.clause) for one in marks.of(item.id).occurrences]
        vetoed = any(clause is not None and clause.veto in opened for clause in used)
        if vetoed or faults & set(_faults(standard, marks, item.id)):
            found.append(item.id)
    return tuple(found)


def _faults(standard: Standard, marks: Marks, item_id: str) -> tuple[str, ...]:
    """Return the faults of the exclusive groups that the occurrences of an item name."""
    if all(item.id != item_id for item in standard.items):
        return ()
    named = (
        one.fault or likely_fault(standard, item_id, one.clause, one.reason)
        for one in marks.of(item_id).occurrences
    )
    return tuple(fault for fault in named if fault)


def _changed(before: Marks, after: Marks) -> tuple[str, ...]:
    """Return the ids of the items, vetoes and bonuses that differ."""
    items = (
        key
        for key in _keys(before.items, after.items)
        if _plain_mark(before.of(key)) != _plain_mark(after.of(key))
    )
    vetoes = (
        key
        for key in _keys(before.vetoes, after.vetoes)
        if before.of_veto(key) != after.of_veto(key)
    )
    bonuses = (
        key
        for key in _keys(before.bonuses, after.bonuses)
        if before.bonuses.get(key) != after.bonuses.get(key)
    )
    return (*items, *vetoes, *bonuses)


def _keys(before: Iterable[str], after: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *after)))


_NOBODY = UUID(int=0)


def _plain_mark(mark: Mark) -> Mark:
    """Return the mark without the ids of its occurrences, which every round gives anew."""
    return _renewed(mark, lambda: _NOBODY)
