"""Documents that tell the act at another time of day or another place on a road (K-F5).

Only contradiction counts: each document may tell several moments and places in more or less
detail, and two documents agree when any two of what they tell can be the same.  Only hints.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from reviewer.checking.families.stated import (
    NAMES,
    Compared,
    Stated,
    breach_of,
    said,
    surely_read,
)
from reviewer.checking.inquiry import Inquiry
from reviewer.reckoning.roads import find_roads

_APART = timedelta(minutes=30)
"""Documents name the moment of the stop, of the weighing or of the record: so far is one act."""
_TELLING = ("DT35", "DT36", "DT34", "DT26", "DT23", "DT05")
"""Documents that tell the act, the weightiest first."""
Agree = Callable[[Stated, Stated], bool]


def when_compared(inquiry: Inquiry) -> Compared:
    """Return the documents that tell the act at another time of day."""
    return _compared(inquiry, "offence_at", _same_time)


def where_compared(inquiry: Inquiry) -> Compared:
    """Return the documents that tell the act on another road, or at another post of it."""
    return _compared(inquiry, "offence_place", _same_place)


def _same_time(one: Stated, other: Stated) -> bool:
    first, second = one.fact.value, other.fact.value
    if not isinstance(first, datetime) or not isinstance(second, datetime):
        return True
    # Another day is told by the comparison of days.
    return first.date() != second.date() or abs(first - second) < _APART


def _same_place(one: Stated, other: Stated) -> bool:
    first, second = find_roads(one.printed), find_roads(other.printed)
    return not first or not second or not first[0].contradicts(second[0])


def _compared(inquiry: Inquiry, key: str, agree: Agree) -> Compared:
    told = _by_document(said(inquiry, key, *_TELLING))
    if not told:
        return Compared(NAMES[key], ())
    usual = max(told, key=lambda some: sum(_agrees(some, other, agree) for other in told))
    odd = [some for some in told if not _agrees(some, usual, agree)]
    breaches = tuple(
        breach_of(inquiry, key, some[0], usual[0], hint=True)
        for some in odd
        if all(surely_read(one, other) for one in some for other in usual)
    )
    same = tuple(some[0].fact.place for some in told if some not in odd)
    return Compared(NAMES[key], same, breaches)


def _by_document(stated: Sequence[Stated]) -> list[list[Stated]]:
    """Return what each document tells, the weightiest document first."""
    found: dict[int, list[Stated]] = {}
    for one in stated:
        found.setdefault(one.document.id, []).append(one)
    return sorted(found.values(), key=lambda some: _TELLING.index(some[0].document.type))


def _agrees(some: Sequence[Stated], others: Sequence[Stated], agree: Agree) -> bool:
    return any(agree(one, other) for one in some for other in others)
