"""Deadlines of the campaign: working days where the notice says so, and what is late.

The day a period starts from is not counted.  Where the calendar lacks a year that the answer
depends on, there is no date but a reason: a deadline is never guessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from reviewer.model import Calendar
from reviewer.reckoning.workdays import NoCalendar, add_workdays


class Timing(StrEnum):
    """How a deadline stands today."""

    OVERDUE = "已超期"
    TODAY = "今日到期"
    COMING = "未到期"
    UNKNOWN = "期限无法推算"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period, or why it cannot be told."""

    until: date | None
    why: str = ""
    """Chinese sentence; empty when there is a date."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that somebody has to do by a day."""

    record: UUID
    unit: UUID
    what: str
    """Chinese, such as 申辩复核."""
    until: date | None
    timing: Timing
    days_over: int = 0
    """Calendar days after the last day; 0 when it is not overdue."""
    note: str = ""


def workday_deadline(
    calendar: Calendar, start: date | None, days: int, start_name: str
) -> Deadline:
    """Return the `days`-th working day after `start`, whose Chinese name is `start_name`."""
    if start is None:
        return Deadline(None, f"没有登记{start_name}，不能推算期限。")
    if days < 1:
        return Deadline(start)
    try:
        return Deadline(add_workdays(calendar, start, days))
    except NoCalendar as error:
        return Deadline(None, f"缺少 {error.year} 年的工作日历，不能推算期限，请导入后重试。")


def due(
    record: UUID, unit: UUID, what: str, until: date | None, today: date, note: str = ""
) -> Due:
    """Return how a deadline stands on `today`; the last day itself is not late."""
    over = max(0, (today - until).days) if until else 0
    return Due(record, unit, what, until, timing(until, today), over, note)


def timing(until: date | None, today: date) -> Timing:
    """Return how a deadline stands on `today`."""
    if until is None:
        return Timing.UNKNOWN
    if until == today:
        return Timing.TODAY
    return Timing.OVERDUE if until < today else Timing.COMING


def in_order(dues: Iterable[Due]) -> tuple[Due, ...]:
    """Return what is due, the most overdue first, without a date last."""
    return tuple(sorted(dues, key=lambda one: (one.until or date.max, one.what, str(one.record))))
