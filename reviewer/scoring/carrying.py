"""Marks of one version of a standard carried to the next: only touched items reopen.

Nothing that a person wrote is lost: a reopened item is 待定 again and keeps its deductions,
evidence and note, at the points of the new version.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from reviewer.model.marks import Choice, Mark, Marks, VetoChoice, VetoMark
from reviewer.model.standards import Item, Standard
from reviewer.scoring.diff import Difference, Kind, Part, diff


@dataclass(frozen=True, slots=True)
class Carried:
    """Marks under the new version of a standard."""

    marks: Marks
    """Reopened items are 待定, reopened vetoes open; all others as they were."""
    unchanged: Marks
    """As if every old decision still held, new items open: what the change alone would give."""
    reopened: tuple[str, ...]
    """Items and vetoes that a person decides, those new or open before included, in the order
    of the standard."""
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    """Ids that were decided and that the new version no longer has."""


def carry(marks: Marks, old: Standard, new: Standard) -> Carried:
    """Return the marks made under `old` as they stand under `new`.

    A mark on an item or veto that `old` does not have counts as not made.
    """
    changed = diff(old, new)
    before = {item.id: item for item in old.items if _is_decided(marks, item.id)}
    answered = {veto.id for veto in old.vetoes if _is_answered(marks, veto.id)}
    items = {
        item.id: _repriced(marks.of(item.id), item, before[item.id])
        for item in new.items
        if item.id in before
    }
    vetoes = {veto.id: marks.of_veto(veto.id) for veto in new.vetoes if veto.id in answered}
    again = {key for key, mark in items.items() if _reopens(mark, changed.of_item(key))}
    again |= {key for key, mark in vetoes.items() if _reopens_veto(mark, changed.of_veto(key))}
    every = [*(item.id for item in new.items), *(veto.id for veto in new.vetoes)]
    kept = [key for key in every if (key in items or key in vetoes) and key not in again]
    bonuses = {one.id: marks.bonuses[one.id] for one in new.bonuses if one.id in marks.bonuses}
    return Carried(
        marks=Marks(
            {key: _pending(mark) if key in again else mark for key, mark in items.items()},
            {key: _open(mark) if key in again else mark for key, mark in vetoes.items()},
            bonuses,
        ),
        unchanged=Marks(items, vetoes, bonuses),
        reopened=tuple(key for key in every if key not in kept),
        kept=tuple(kept),
        dropped=tuple(key for key in (*before, *sorted(answered)) if key not in every),
    )


def _is_decided(marks: Marks, item: str) -> bool:
    return marks.of(item).choice is not Choice.PENDING


def _is_answered(marks: Marks, veto: str) -> bool:
    return marks.of_veto(veto).choice is not VetoChoice.OPEN


def _reopens(mark: Mark, changes: Iterable[Difference]) -> bool:
    """Return whether a change asks anew what this mark answered.

    Other points or another method touch only deductions that were made; a new or reworded clause
    touches items found 符合, too.  What helps the reader only touches nothing.
    """
    used = {occurrence.clause for occurrence in mark.occurrences}
    return any(
        (one.part, one.kind) in _TOUCHES[mark.choice]
        or (
            mark.choice is Choice.FAILS
            and (
                (one.part is Part.CLAUSE and one.id in used)
                or (one.part is Part.ITEM and one.kind is Kind.POINTS)
            )
        )
        for one in changes
    )


_WORDING = {
    (Part.ITEM, Kind.TEXT),
    (Part.ITEM, Kind.BASIS),
    (Part.CLAUSE, Kind.TEXT),
    (Part.CLAUSE, Kind.ADDED),
}
_TOUCHES: Mapping[Choice, Collection[tuple[Part, Kind]]] = MappingProxyType(
    {
        Choice.CONFORMS: _WORDING,
        Choice.FAILS: _WORDING,
        Choice.ABSENT: {(Part.ITEM, Kind.TEXT), (Part.ITEM, Kind.ABSENCE)},
        Choice.PENDING: (),
    }
)


def _reopens_veto(mark: VetoMark, changes: Iterable[Difference]) -> bool:
    """Return whether the veto asks something else; another type only changes what a hit does."""
    kinds = {one.kind for one in changes}
    return bool(kinds & {Kind.TEXT, Kind.BASIS}) or (
        mark.choice is VetoChoice.HIT and Kind.TYPE in kinds
    )


def _repriced(mark: Mark, item: Item, before: Item) -> Mark:
    """Give each deduction the points of the new version, where the clause's points changed."""
    prices = {clause.id: clause.points for clause in item.clauses}
    old = {clause.id: clause.points for clause in before.clauses}
    return replace(
        mark,
        occurrences=tuple(
            replace(one, points=prices[one.clause])
            if one.clause in prices and prices[one.clause] != old.get(one.clause)
            else one
            for one in mark.occurrences
        ),
    )


def _pending(mark: Mark) -> Mark:
    return replace(mark, choice=Choice.PENDING)


def _open(mark: VetoMark) -> VetoMark:
    return replace(mark, choice=VetoChoice.OPEN)
