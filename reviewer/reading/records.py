"""Recorded sessions (笔录): who, where, from when to when."""

import re
from collections.abc import Iterator
from datetime import datetime

from reviewer.model import Officer, Session
from reviewer.reading.finders import LABELLED, TOLD, Found
from reviewer.reading.officers import officers
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, joined, parted
from reviewer.reckoning.dates import FoundDate, find_dates
from reviewer.reckoning.times import FoundInterval, find_intervals

_HEAD = 500
"""Characters at the start of a record in which its times stand."""
_TIME_OF_DAY = re.compile(
    r"[0-9〇零一二三四五六七八九十]{1,3}[时点](?:[0-9〇零一二三四五六七八九十]{1,3}分|[半整])?|"
    r"(?<![0-9])[0-9]{1,2}:[0-9]{2}|[至到—–~-][0-9]{1,2}分"
)
_WHOLE_RECORD = 120
"""Less text is no record, but what a neighbour on the page left of one."""
_PLACE_LENGTH = 60
_PLACE_ENDS = re.compile(
    r"[;。]|[,(]?(?:(?:交通)?(?:行政)?执法|检查|询问|勘验|勘查|调查|被检查|被询问|记录|当事)人员?[:\u4e00-\u9fa5(]|"
    r"(?<=.)(?:第[0-9一二三]次|[12][0-9]{3}年)"
)
"""No label ends the place where the next one has no colon: …3号浮;执法人员甘伟雄(2010066)."""
_STARTS_BY = 6
"""A date that begins later behind a label is not what the label names."""


def session(sheet: Sheet) -> Iterator[Found]:
    """Find the session that a record tells of; nothing when it gives no time."""
    times = _times(sheet)
    if times is None:
        return
    start, end, strip, weight = times
    names = dict.fromkeys(
        found.value.name for found in officers(sheet) if isinstance(found.value, Officer)
    )
    yield Found(Session(tuple(names), _place(sheet), start, end), strip, weight)


def untimed(sheet: Sheet) -> Iterator[Found]:
    """Find that a printed record tells neither when it ends nor two times of day at all.

    One time alone is that of the act.  What a scan does not show may have been lost.
    """
    if len(sheet.text) < _WHOLE_RECORD or any(
        sheet.is_scanned(one.page) for one in sheet.fragments
    ):
        return
    times = _times(sheet)
    told = {match[0] for match in _TIME_OF_DAY.finditer(sheet.apart.text)}
    if (times is None or times[1] is None) and len(told) <= 1:
        yield Found(True, sheet.fragments[0].strip, TOLD)


def session_date(sheet: Sheet) -> Iterator[Found]:
    """Find the day of the session."""
    times = _times(sheet)
    if times:
        start, _, strip, weight = times
        yield Found(start.date(), strip, weight)
    elif day := _day_without_time(sheet):
        one, strip = day
        yield Found(one.value, strip, LABELLED)


def _day_without_time(sheet: Sheet) -> tuple[FoundDate, Strip] | None:
    """Return the date behind the label of the time where no time of day stands with it."""
    for hit in sheet.labels("start", "time"):
        value = sheet.value(hit, wrapped=True)
        dates = find_dates(value.text)
        if dates and dates[0].start <= _STARTS_BY:
            return dates[0], value.cut(dates[0].start, dates[0].end)
    return None


def _times(sheet: Sheet) -> tuple[datetime, datetime | None, Strip, float] | None:
    for hit in sheet.labels("start"):
        begin = _first(sheet.value(hit))
        ends = [_first(sheet.value(other)) for other in sheet.labels("end")]
        if begin:
            end = next((one for one in ends if one), None)
            strip = joined([begin[1], end[1]]) if end else begin[1]
            return begin[0].begin, end[0].begin if end else None, strip, LABELLED
    for hit in sheet.labels("time"):
        value = sheet.value(hit, wrapped=True)
        found = _first(value)
        if found:
            return found[0].begin, found[0].finish, found[1], LABELLED
    if _day_without_time(sheet):
        return None  # the first time in the text is another one: that of the offence
    head = sheet.flat.cut(0, _HEAD)
    found = _first(head)
    return (found[0].begin, found[0].finish, found[1], TOLD) if found else None


def _first(value: Strip) -> tuple[FoundInterval, Strip] | None:
    value = parted(value)
    found = find_intervals(value.text)
    if not found:
        return None
    one = found[0]
    for other in found[1:]:
        # 起：… 止：… in one value
        if one.finish is None and other.begin.date() >= one.begin.date():
            one = FoundInterval(one.begin, other.begin, one.start, other.end)
            break
    return one, value.cut(one.start, one.end)


def _place(sheet: Sheet) -> str:
    for hit in sheet.labels("place"):
        text = sheet.value(hit, wrapped=True).text.strip(":,;。_")
        text = _PLACE_ENDS.split(text)[0].strip(":,;。_(")
        if text and hit.sure:
            return text[:_PLACE_LENGTH]
    return ""
