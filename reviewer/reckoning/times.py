"""Times of day, and stretches of time such as `2024年3月12日10时20分至11时05分`.

A stretch takes what its end leaves out (the date, 下午) from its start.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from reviewer.reckoning.dates import FoundDate, find_dates
from reviewer.reckoning.numerals import parse_numeral
from reviewer.reckoning.textnorm import halfwidth


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day and where it stands."""

    value: time
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundInterval:
    """A moment, or a stretch from `begin` to `finish`, and where it stands."""

    begin: datetime
    finish: datetime | None
    start: int
    end: int


_NUMBER = r"(?:[0-9OolI]\s?[0-9OolI]?|[零〇一二三四五六七八九十廿]{1,3})"
_HALF = "(?P<half>上午|下午|中午|凌晨|早上|早晨|晚上|傍晚|夜间|晚)?"
_FORMS = (
    re.compile(
        rf"{_HALF}\s*(?P<h>{_NUMBER})\s*[时時点]\s*"
        rf"(?:(?P<m>{_NUMBER})\s*分?|(?P<word>半|整|一刻|三刻))?(?:\s*[0-9]{{1,2}}\s*秒)?"
    ),
    re.compile(
        rf"{_HALF}\s*(?<![0-9:])(?P<h>[0-9]{{1,2}})\s?:\s?(?P<m>[0-9]{{2}})(?P<word>)"
        r"(?::[0-9]{2})?(?![0-9:])"
    ),
)
_WORDS = {"半": 30, "整": 0, "一刻": 15, "三刻": 45}
_AFTERNOON = ("下午", "傍晚", "夜间", "晚", "中午")
_HALVES = (*_AFTERNOON, "上午", "凌晨", "早")
_NOON = 12
_MIDNIGHT = 24
_LATE_MORNING = 11  # 中午11时 is eleven, 中午1时 is thirteen
# What may stand between a date and its time, and between the two ends of a stretch.
_BETWEEN_DATE_AND_TIME = re.compile(r"[\s,T()周星期一二三四五六日天]*(?:大?约)?\s*")
_TO = re.compile(
    r"[\s,;。()]*(?:许|左右)?[\s,]*(?:至|到|-{1,2}|~|起至?|开始)[\s,;:。()]*(?:结束时间|时间)?[\s:]*"
)


def find_times(text: str) -> list[FoundTime]:
    """Return every time of day of `text` in order."""
    folded = halfwidth(text)
    found: list[FoundTime] = []
    for form in _FORMS:
        for match in form.finditer(folded):
            value = _time(match)
            if value is not None:
                first = match.start("half" if match["half"] else "h")
                found.append(FoundTime(value, first, match.end()))
    return sorted(found, key=lambda one: one.start)


def find_intervals(text: str) -> list[FoundInterval]:
    """Return every date with its time, each with its end when one follows after 至.

    A date without a time is not an interval.
    """
    folded = halfwidth(text)
    dates = find_dates(folded)
    times = find_times(_without(folded, dates))
    found: list[FoundInterval] = []
    for day in dates:
        if found and day.start < found[-1].end:
            continue
        begin = _time_after(folded, day, times)
        if begin is not None:
            found.append(_with_end(folded, day.value, day.start, begin, dates, times))
    return found


def _without(text: str, dates: list[FoundDate]) -> str:
    """Return `text` with the dates blotted out: 2024-03-299时 is nine o'clock on the 29th."""
    for one in dates:
        text = f"{text[: one.start]}{'_' * (one.end - one.start)}{text[one.end :]}"
    return text


def _time(match: re.Match[str]) -> time | None:
    hour = parse_numeral(match["h"])
    minute = _WORDS.get(match["word"] or "", 0)
    if match["m"]:
        minute = parse_numeral(match["m"]) or 0
    if hour is None:
        return None
    half = match["half"] or ""
    late = half == "中午" and hour >= _LATE_MORNING
    if half.startswith(_AFTERNOON) and hour < _NOON and not late:
        hour += _NOON
    try:
        return time(0 if hour == _MIDNIGHT and not minute else hour, minute)
    except ValueError:
        return None


def _time_after(folded: str, day: FoundDate, times: list[FoundTime]) -> FoundTime | None:
    for one in times:
        if one.start < day.end:
            continue
        gap = folded[day.end : one.start]
        return one if _BETWEEN_DATE_AND_TIME.fullmatch(gap) else None
    return None


def _with_end(
    folded: str,
    day: date,
    start: int,
    begin: FoundTime,
    dates: list[FoundDate],
    times: list[FoundTime],
) -> FoundInterval:
    moment = datetime.combine(day, begin.value)
    to = _TO.match(folded, begin.end)
    if not to:
        return FoundInterval(moment, None, start, begin.end)
    end_day, at = day, to.end()
    for other in dates:
        if to.end() <= other.start <= to.end() + 1:
            end_day, at = other.value, other.end
    for one in times:
        if at <= one.start <= at + 2:
            finish = datetime.combine(end_day, one.value)
            finish = _afternoon_too(folded, begin, one, finish, moment)
            return FoundInterval(moment, finish, start, one.end)
    return FoundInterval(moment, None, start, begin.end)


def _afternoon_too(
    folded: str, begin: FoundTime, end: FoundTime, finish: datetime, moment: datetime
) -> datetime:
    """Return the end with 下午 carried over: 下午2时至3时 ends at 15:00."""
    first, last = folded[begin.start : begin.end], folded[end.start : end.end]
    carried = any(word in first for word in _AFTERNOON) and not any(w in last for w in _HALVES)
    if carried and finish < moment and finish.hour < _NOON:
        return finish.replace(hour=finish.hour + _NOON)
    return finish
