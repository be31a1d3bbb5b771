"""Where days, ticks and labels of a timeline lie; pure reckoning in logical pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from reviewer.model import Timeline

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
"""Months between two ticks."""
_YEARLY = 12
_LEAST_SPAN = 14  # days: a case of two days would otherwise be one dot
_AIR = 0.02  # of the span, before the first day


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month with its word."""

    x: float
    word: str


@dataclass(frozen=True, slots=True)
class Label:
    """The name under a dot: where it stands and in which line below the axis."""

    at: int
    """Position of the date in the timeline."""
    left: float
    lane: int


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last` between two edges."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where `day` lies."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + share * (self.right - self.left)

    def ticks(self, least: float) -> tuple[Tick, ...]:
        """Return the starts of months, at least `least` px apart.

        The month that has begun before the axis stands at its left edge if there is room.
        """
        for step in _STEPS:
            starts = tuple(self._starts(step))
            gaps = [self.x(b) - self.x(a) for a, b in pairwise(starts)]
            if min(gaps, default=least) >= least:
                break
        room = self.x(starts[0]) - self.left if starts else self.right - self.left
        if room >= 1.4 * least:
            starts = (self.first, *starts)
        words = _words(starts, step)
        return tuple(Tick(self.x(day), word) for day, word in zip(starts, words, strict=True))

    def _starts(self, step: int) -> Iterable[date]:
        number = self.first.year * 12 + self.first.month - 1
        number += -number % step
        while (day := date(number // 12, number % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield day
            number += step


def axis_of(timeline: Timeline, left: float, right: float) -> Axis | None:
    """Return the axis that holds every date and limit; None when there is no date."""
    days = [one.day for one in timeline.dates if one.day]
    for limit in timeline.limits:
        days += [day for day in (limit.start, limit.due_latest, limit.actual) if day]
    if not days:
        return None
    first, last = min(days), max(days)
    span = max((last - first).days, _LEAST_SPAN)
    air = timedelta(days=max(1, round(span * _AIR)))
    return Axis(first - air, max(last, first + timedelta(days=span)) + air, left, right)


def place_labels(
    marks: Sequence[tuple[int, float, float]], left: float, right: float, gap: float, lanes: int
) -> tuple[Label, ...]:
    """Return labels that do not overlap; `marks` are position, middle and width.

    They are placed in their order; what finds no room in any of `lanes` lines is left out.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(lanes)]
    placed = []
    for at, middle, width in marks:
        start = min(max(left, middle - width / 2), right - width)
        span = (start - gap, start + width + gap)
        free = next((n for n, line in enumerate(taken) if _is_free(span, line)), None)
        if free is not None:
            taken[free].append((start, start + width))
            placed.append(Label(at, start, free))
    return tuple(placed)


def nearest(xs: Iterable[tuple[int, float]], x: float, reach: float) -> int:
    """Return the position whose x lies nearest to `x` within `reach`; -1 when none does."""
    found = min(((abs(other - x), at) for at, other in xs), default=(reach + 1, -1))
    return found[1] if found[0] <= reach else -1


def _is_free(span: tuple[float, float], line: list[tuple[float, float]]) -> bool:
    return all(span[1] <= start or span[0] >= end for start, end in line)


def _words(starts: Sequence[date], step: int) -> tuple[str, ...]:
    return tuple(_word(day, first=not at, step=step) for at, day in enumerate(starts))


def _word(day: date, *, first: bool, step: int) -> str:
    if step >= _YEARLY:
        return f"{day.year} 年"
    return f"{day.year} 年 {day.month} 月" if first or day.month == 1 else f"{day.month} 月"
