"""Working days (工作日) and periods of days, by a calendar of holidays and make-up days.

The day a period starts from is not counted (民诉法 85).  `NoCalendar` is raised only when the
answer depends on a year that the calendar does not cover.
"""

from datetime import date, timedelta

from reviewer.model import Calendar

_DAY = timedelta(days=1)
_SATURDAY = 5


class NoCalendar(LookupError):
    """The calendar has no data for a year that the answer depends on."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


def is_workday(calendar: Calendar, day: date) -> bool:
    """Return whether `day` is a working day: make-up Saturdays are, holidays are not.

    Raises:
        NoCalendar: the year of `day` is not covered.
    """
    if not calendar.covers(day):
        raise NoCalendar(day.year)
    if day in calendar.workdays:
        return True
    return day.weekday() < _SATURDAY and day not in calendar.holidays


def add_workdays(calendar: Calendar, day: date, n: int) -> date:
    """Return `W(d,n)`: the n-th working day after `day` (行政处罚法 85, 行政强制法 69).

    `n` is at least 1.

    Raises:
        NoCalendar: the answer depends on a year that is not covered.
    """
    left = n
    while left > 0:
        day += _DAY
        left -= is_workday(calendar, day)
    return day


def add_days(calendar: Calendar, day: date, n: int) -> date:
    """Return `D(d,n)`: `day` + n calendar days, moved off a day off at the end (民诉法 85).

    Raises:
        NoCalendar: the year of the last day is not covered.
    """
    day += timedelta(days=n)
    while not is_workday(calendar, day):
        day += _DAY
    return day


def count_workdays(calendar: Calendar, a: date, b: date) -> int:
    """Return `wd(a,b)`: the number of working days after `a` up to and including `b`.

    0 when `b` is not after `a`.

    Raises:
        NoCalendar: a day of the span lies in a year that is not covered.
    """
    return sum(is_workday(calendar, a + _DAY * step) for step in range(1, (b - a).days + 1))
