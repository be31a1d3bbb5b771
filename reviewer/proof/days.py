"""Working days for the stories of made-up cases.

Counted with the `chinese_calendar` package directly and not with `reviewer.reckoning`: what is
measured must not supply the answers that it is measured against.
"""

from datetime import date, timedelta

import chinese_calendar


def is_workday(day: date) -> bool:
    """Return whether `day` is a working day, make-up days (调休) included."""
    return bool(chinese_calendar.is_workday(day))


def workday(day: date, count: int) -> date:
    """Return the `count`-th working day after `day`, before it when `count` is negative.

    `day` itself when `count` is 0.
    """
    step = timedelta(days=1 if count > 0 else -1)
    count = abs(count)
    while count > 0:
        day += step
        count -= is_workday(day)
    return day


def workday_from(day: date) -> date:
    """Return `day`, or the first working day after it."""
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def deadline(day: date, count: int) -> date:
    """Return the last day of `count` calendar days after `day`, moved off days off (R-0d)."""
    return workday_from(day + timedelta(days=count))


def workdays_between(start: date, end: date) -> int:
    """Return the number of working days after `start` up to `end`."""
    count = 0
    while start < end:
        start += timedelta(days=1)
        count += is_workday(start)
    return count
