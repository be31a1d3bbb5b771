"""Where a period ends, also when the calendar does not cover the year.

Without data for a year the end is bounded: a day that is in time, or late, whatever that year's
holidays will be, is still told; only in between it depends on the missing year.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from reviewer.model import Calendar
from reviewer.reckoning.workdays import NoCalendar, add_days, add_workdays, count_workdays

# More weekdays than any year since 2004 has had off in all (22), and more days than any holiday
# with the weekends around it (2020 Spring Festival: 10).
_MOST_WEEKDAYS_OFF = 25
_LONGEST_HOLIDAY = 12
_WEEK, _WORKWEEK = 7, 5


@dataclass(frozen=True, slots=True)
class End:
    """The last day of a period: exactly when both days are the same."""

    first: date
    last: date
    missing_year: int = 0
    """The year without calendar that the answer depends on; 0 when the day is exact."""

    def holds(self, day: date) -> bool | None:
        """Return whether `day` is not after the end; None when that depends on `missing_year`."""
        if day <= self.first:
            return True
        return False if day > self.last else None


def end_of(calendar: Calendar, start: date, days: int, *, working: bool) -> End:
    """Return the end of `days` days after `start`: `W(start,days)` or `D(start,days)`."""
    try:
        end = (add_workdays if working else add_days)(calendar, start, days)
    except NoCalendar as error:
        first = start + timedelta(days=days)
        if not working:
            return End(first, first + timedelta(days=_LONGEST_HOLIDAY), error.year)
        weeks = (days + _MOST_WEEKDAYS_OFF) // _WORKWEEK + 1
        return End(first, start + timedelta(days=weeks * _WEEK), error.year)
    return End(end, end)


def months_after(day: date, months: int) -> date:
    """Return the same day of the month `months` later, its last day where there is none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def day_off_end(calendar: Calendar, end: date) -> date:
    """Return the working day to which a period that ends on `end` would be moved (民诉法 85).

    Without data for the year, the latest day that it could be.
    """
    try:
        return add_days(calendar, end, 0)
    except NoCalendar:
        return end + timedelta(days=_LONGEST_HOLIDAY)


def days_after(calendar: Calendar, end: date, day: date, *, working: bool) -> str:
    """Return in words how far `day` is after `end`; empty when the calendar does not tell."""
    if not working:
        return f"{(day - end).days} 日"
    try:
        return f"{count_workdays(calendar, end, day)} 个工作日"
    except NoCalendar:
        return ""
