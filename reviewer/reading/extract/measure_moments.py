"""When a measure was taken, to the hour, and whether the case was urgent (强制法 18, 19).

The hour counts: an urgent measure is approved within twenty-four hours.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from reviewer.reading.extract.boxes import told_unless_unchecked
from reviewer.reading.extract.moments import moment_told
from reviewer.reading.extract.shared import YEAR
from reviewer.reading.finders import TOLD, Finder, Found
from reviewer.reading.run_in import body_moment
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.times import find_times

MEASURE = "(?:查封|扣押|扣留|暂扣|强制措施|留置保管|先行扣押)"
AT = rf"(?P<at>{YEAR})"
_NAMED_DAY = (
    rf"(?:自|从|于){AT}",
    rf"(?:扣押|查封|扣留|暂扣|实施|开始|起始|执行)(?:强制措施)?的?(?:时间|日期)[:为是]?{AT}",
    rf"{AT}[^。;]{{0,16}}?(?:起|开始|对|当场|予以)[^。;]{{0,40}}?{MEASURE}",
)
_SPAN = 40
_OFFENCE = re.compile(r"^许|违法|涉嫌|发现|检查|驾驶|从事|经营|运输|违反|查获|搭载|装载|行驶|行经")
_BARE_TIME = re.compile(
    rf"(?<![0-9日])(?P<at>[0-9]{{1,2}}(?:[时点][0-9]{{1,2}}分?|:[0-9]{{2}}))(?:许|左右)?,?"
    rf"(?:依法|当场|现场|开始|予以|决定|对|将|就地)[^。;0-9]{{0,30}}?{MEASURE}"
)
"""于14时20分当场扣押: the day stands earlier in the sentence."""
_URGENT = (
    r"(?:因|由于|鉴于|属于?|系)?情况紧急",
    r"紧急情况(?!下)",
    r"当场实施[^。;]{0,16}(?:补办|补报)",
    r"补办[^。;]{0,6}(?:批准|审批)手续",
)
_NOT_URGENT = r"(?:不|非|未|无|没有)(?:属于?|是|存在)?$|(?:如|若|遇|在|因?遇)$"
_NOT_URGENT_TICKED = re.compile(
    r"[☑√■✓✔☒▣◼█](?:非紧急|一般情况|普通情况|事前|事先|先行?)(?:报批|批准|审批|报请)?[^□☑√■。;]{0,6}"
)


def with_time(finder: Finder) -> Finder:
    """Give the day that `finder` finds the time that the document prints with it elsewhere.

    自4月10日11时20分起……予以扣押 and, of the term, 自4月10日起至5月10日止 are one day; the hour at
    which the offence was found is not told in these words.
    """

    def find(sheet: Sheet) -> Iterator[Found]:
        timed = [
            one
            for one in moment_told(*_NAMED_DAY)(sheet)
            if isinstance(one.value, datetime)
            and one.value.time() != time()
            and not _OFFENCE.search(_behind(sheet, one))
        ]
        for found in finder(sheet):
            value = found.value
            bare = isinstance(value, datetime) and value.time() == time()
            same = [
                one
                for one in timed
                if isinstance(one.value, datetime)
                and isinstance(value, datetime)
                and one.value.date() == value.date()
            ]
            if bare and not same and isinstance(value, datetime):
                hour = _at_bare_time(sheet, found, value)
                yield _signed_at(sheet, value) or hour if hour is found else hour
            else:
                yield same[0] if bare and same else found

    return find


def _signed_at(sheet: Sheet, day: datetime) -> Found | None:
    """Return the hour at which the body signed on `day`, where its signature ends the sentence."""
    for one in body_moment()(sheet):
        moment = one.value
        if isinstance(moment, datetime) and moment.time() != time() and moment.date() == day.date():
            return one
    return None


def _at_bare_time(sheet: Sheet, found: Found, day: datetime) -> Found:
    """Return `found` with the only hour that the text gives to the measure without its day."""
    matches = [
        match
        for match in _BARE_TIME.finditer(sheet.text)
        if any(one.value == day.date() for one in find_dates(_sentence(sheet, match.start())))
    ]
    hours = {one.value for match in matches for one in find_times(match["at"])}
    if len(hours) != 1:
        return found
    strip = sheet.flat.cut(*matches[0].span("at"))
    return replace(found, value=datetime.combine(day.date(), hours.pop()), strip=strip)


def _sentence(sheet: Sheet, end: int) -> str:
    return re.split("[。;]", sheet.text[max(0, end - 160) : end])[-1]


def _behind(sheet: Sheet, found: Found) -> str:
    """Return what stands behind a moment in its clause."""
    at = sheet.flat.spots.index(found.strip.spots[-1]) + 1
    return re.split("[,。;]", sheet.text[at : at + _SPAN])[0]


def urgent(sheet: Sheet) -> Iterator[Found]:
    """Find that the measure was urgent, or that the form ticks that it was approved before."""
    told = list(told_unless_unchecked(*_URGENT, unless=_NOT_URGENT)(sheet))
    match = _NOT_URGENT_TICKED.search(sheet.text)
    if told:
        yield from told
    elif match:
        yield Found(False, sheet.flat.cut(*match.span()), TOLD)
