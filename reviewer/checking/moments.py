"""Moments to the minute, where a document may give only the day.

A day without a time is any moment of it; a comparison holds only if it holds for all of them.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reviewer.model import Fact, Place

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Instant:
    """When something happened: a moment, or some moment of a day."""

    first: datetime
    last: datetime
    place: Place

    @property
    def day(self) -> date:
        """Return the day."""
        return self.first.date()

    @property
    def exact(self) -> bool:
        """Return whether the time of day is known."""
        return self.first == self.last

    @property
    def said(self) -> str:
        """Return the moment in words: `2024-03-12 15:20`, or only the day."""
        return f"{self.first:%Y-%m-%d %H:%M}" if self.exact else str(self.day)


def instant_of(fact: Fact) -> Instant | None:
    """Return the moment that `fact` states; midnight is how a day without a time is kept."""
    value = fact.value
    if isinstance(value, datetime) and value.time() != time():
        return Instant(value, value, fact.place)
    if isinstance(value, date):
        start = datetime.combine(value, time())
        return Instant(start, start + timedelta(days=1) - _MINUTE, fact.place)
    return None


def is_after(one: Instant, other: Instant) -> bool | None:
    """Return whether `one` came after `other`; None when the days alone do not tell."""
    if one.first > other.last:
        return True
    return False if one.last <= other.first else None


def is_within(start: Instant, stop: Instant, hours: int) -> bool | None:
    """Return whether `stop` came within `hours` of `start`; None when the days do not tell.

    Exactly so many hours later is within.
    """
    span = timedelta(hours=hours)
    if stop.last - start.first <= span or start.day == stop.day:
        return True
    return False if stop.first - start.last > span else None
