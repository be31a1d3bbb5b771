"""The timeline (时间线) of one case: its dates in order of the procedure, and the limits between.

Everything is computed from what was read and from what the rules found; nothing here is typed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer.model.findings import Verdict
from reviewer.model.places import Place


class Standing(StrEnum):
    """How a date was read."""

    READ = "read"
    WEAK = "weak"  # read, but so weakly that a person must look
    MISSING = "missing"  # its document is there, the date was not found


@dataclass(frozen=True, slots=True)
class TimelineDate:
    """One date of one step (程序步骤); a step with two dates has two of these."""

    step: str
    name: str
    """Chinese, such as 立案."""
    key: str
    """Fact key by which a person corrects the date; empty when there is none."""
    day: date | None
    place: Place | None
    """Where it stands; for a missing date a place in its document, if one is known."""
    standing: Standing
    verdict: Verdict = Verdict.OK
    """PROBLEM or HINT when a rule found fault with this date, OK otherwise."""
    note: str = ""
    """Chinese: what the limits say of the date."""
    rule: str = ""
    """Code of the rule that the verdict comes from; empty without one."""


@dataclass(frozen=True, slots=True)
class TimelineLimit:
    """One statutory limit (法定期限) between two steps."""

    rule: str
    title: str
    basis: str
    """The article it is cited by, such as 处罚法第六十一条."""
    days: str
    """The length in words, such as 7 个工作日."""
    not_before: bool
    """True when the step must not come before the end (听证申请期), False for a last day."""
    from_step: str
    to_step: str
    start: date | None
    due: date | None
    """Last lawful day, by the reading that gives the earliest; None when it cannot be computed."""
    due_latest: date | None
    """By the reading that gives the latest: another counting, or a year without calendar."""
    actual: date | None
    verdict: Verdict
    word: str
    """Short, such as 用 33 日 or 逾期 5 个工作日."""
    message: str
    """The sentence of the rule."""
    start_place: Place | None = None
    actual_place: Place | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All dates of a case in order of the procedure, and its limits in order of the rules."""

    dates: tuple[TimelineDate, ...] = ()
    limits: tuple[TimelineLimit, ...] = ()
    calendar: str = ""
    """Years of the working-day calendar that the days are counted by, such as 2004–2026."""

    def count(self, verdict: Verdict) -> int:
        """Return the number of limits with this verdict."""
        return sum(limit.verdict is verdict for limit in self.limits)
