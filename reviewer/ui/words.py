"""Sizes, counts and times in the words of the reviewer; pure functions."""

from datetime import datetime
from math import ceil

_STEPS = (10, 20, 30, 40, 50, 60, 90)


def size_text(size: int) -> str:
    """Return a number of bytes as people say it, such as 128 GB or 3.4 MB."""
    amount = float(size)
    for unit in ("B", "KB", "MB", "GB"):
        if amount < 1024:
            return f"{amount:.0f} {unit}" if amount >= 10 or unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1024
    return f"{amount:.1f} TB"


def plain_cause(cause: str, party: str) -> str:
    """Return 案由 as a list shows it: beside the party's name, which it usually repeats."""
    rest = cause.strip().removeprefix(party).removeprefix("涉嫌")
    return rest.removesuffix("案").replace(",", "，") or cause


def local(moment: datetime) -> datetime:
    """Return a moment in the time of this computer; one without a zone already is."""
    return moment.astimezone() if moment.tzinfo else moment


def left_text(seconds: float) -> str:
    """Return the time left, rounded up so that it never promises too much."""
    if seconds <= _STEPS[-1]:
        return f"约剩 {next(step for step in _STEPS if seconds <= step)} 秒"
    minutes = ceil(seconds / 60)
    if minutes < 60:
        return f"约剩 {minutes} 分钟"
    return f"约剩 {ceil(minutes / 60)} 小时"


class TimeLeft:
    """Estimates the time left from what was done; says nothing in the first three seconds."""

    _QUIET = 3.0

    def __init__(self, now: float) -> None:
        self._start = now
        self._said = ""
        self._last = 0.0

    def estimate(self, done: int, total: int, now: float) -> str:
        """Return the words for the time left; empty while nothing sensible can be said."""
        spent = now - self._start
        if spent < self._QUIET or done <= 0 or total <= done:
            return self._said if total > done else ""
        left = spent / done * (total - done)
        # It may grow by a step, never leap: a slow page must not frighten.
        if self._said and left > self._last * 1.5:
            left = self._last * 1.5
        self._last = left
        self._said = left_text(left)
        return self._said
