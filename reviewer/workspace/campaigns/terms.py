"""How a deadline stands, in the words and tones that lists show.  Pure."""

from dataclasses import dataclass
from datetime import date, datetime

from reviewer.campaign.dues import Timing, timing
from reviewer.errors import UserError
from reviewer.model.feedback import Transition
from reviewer.reckoning.dates import parse_date


@dataclass(frozen=True, slots=True)
class Term:
    """A last day as it stands today; `ended` ones are not late any more."""

    until: date | None = None
    days_over: int = 0
    timing: Timing = Timing.UNKNOWN
    ended: bool = False
    note: str = ""
    """Chinese sentence: why there is no day."""

    @property
    def text(self) -> str:
        """Return the day, and how late it is: 03-09 逾期 2 天."""
        if self.until is None:
            return ""
        return " ".join(filter(None, (f"{self.until:%m-%d}", self.said)))

    @property
    def brief(self) -> str:
        """Return how late it is where it is late, else the day: for narrow columns."""
        return self.said if self.is_late else self.text

    @property
    def said(self) -> str:
        """Return 逾期 n 天 or 今天; empty while there is time."""
        if self.is_late:
            return f"逾期 {self.days_over} 天"
        return "今天" if self.is_today else ""

    @property
    def is_late(self) -> bool:
        """Return whether the last day is over and the thing not done."""
        return self.timing is Timing.OVERDUE and not self.ended

    @property
    def is_today(self) -> bool:
        """Return whether this is the last day."""
        return self.timing is Timing.TODAY and not self.ended

    @property
    def tone(self) -> str:
        """Return the token of the colour."""
        return "red" if self.is_late else "amber" if self.is_today else ""


def term(until: date | None, today: date, *, ended: bool = False, note: str = "") -> Term:
    """Return how a last day stands."""
    over = max(0, (today - until).days) if until else 0
    return Term(until, over, timing(until, today), ended, note)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step that was taken: when, who, what, and what it changed."""

    at: datetime
    who: str
    what: str
    change: str
    """Such as 已送达 → 已申辩; the state alone where it stayed."""
    note: str


def history_line(step: Transition, about: str = "") -> HistoryLine:
    """Return a step for the eye; `about` names what it was taken on."""
    moved = f"{step.before} → {step.after}" if step.before != step.after else str(step.after)
    return HistoryLine(step.at, step.name, f"{step.action}{about}", moved, step.note)


def read_day(text: str, what: str = "日期") -> date:
    """Return the day that was typed.

    Raises:
        UserError: it is no day.
    """
    day = parse_date(text.strip())
    if day is None:
        raise UserError(f"{what}“{text.strip()}”不是日期。", "请写成 2026-05-20 的样子。")
    return day
