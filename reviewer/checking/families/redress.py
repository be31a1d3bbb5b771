"""The time of a reconsideration or suit (复议、诉讼期间), in which no surcharge runs (处罚法 73).

The day on which it began and the day on which it ended may count or not: both are reckoned.
"""

from dataclasses import dataclass
from datetime import date

from reviewer.checking.inquiry import Dated, Inquiry, day_of
from reviewer.model import Place


@dataclass(frozen=True, slots=True)
class Stay:
    """A time in which the surcharge does not run, as far as the file shows it."""

    days: frozenset[int]
    """How many days of delay fall into it, under each reading; empty when a date is not read."""
    told: str
    """Chinese: from when to when; empty when a date is not read."""
    places: tuple[Place, ...]


def stay_of(inquiry: Inquiry, due: date, paid: date) -> Stay | None:
    """Return the stay of a surcharge that runs from `due` to `paid`; None when none is shown."""
    begun, ended = _dates(inquiry, "redress_from"), _dates(inquiry, "redress_until")
    shown = [fact.place for fact in inquiry.facts("redress_sought") if fact.is_read]
    places = (*(one.place for one in (*begun, *ended)), *shown)
    if not places:
        return None
    start = min((one.day for one in begun), default=None)
    stop = max((one.day for one in ended), default=None)
    if start is None or stop is None or stop < start:
        return Stay(frozenset(), "", places)
    if stop <= due or start >= paid:
        return None
    inside = (min(stop, paid) - max(start, due)).days
    # The first day of delay is the one after `due`, so a stay that runs at that time loses none.
    ends = {inside, inside + 1} if start > due else {inside}
    return Stay(frozenset(ends), f"{start} 至 {stop}", places)


def _dates(inquiry: Inquiry, key: str) -> list[Dated]:
    return [
        Dated(day, fact.place)
        for fact in inquiry.facts(key)
        if fact.is_read and (day := day_of(fact)) is not None
    ]
