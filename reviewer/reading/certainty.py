"""How certainly a value was read: only the characters that carry it count.

The marks of a date (年月日), the brackets of a number, the ¥ of a sum and the punctuation of a
sentence are fixed by the form of the value: a weak one of them changes nothing.  Recognition takes
full-width marks for half-width ones and is uncertain of both.  Of a number of days only the figure
counts.  The year of a date that stands clearly elsewhere on the same document is
confirmed by it.
"""

import re
from datetime import date
from decimal import Decimal

from reviewer.model import FactValue, Served, Waiver
from reviewer.model.facts import READ_FROM
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, joined, weakest
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.docnumbers import find_numbers

DOUBTED = 0.5
"""Confidence of a value that was put together from parts, until a second place confirms it."""
_NUMBERS = {"case_no", "decision_no", "notice_no"}
_MARKS = re.compile(r"[^0-9OoQlI|〇零一二三四五六七八九十廿卅元正壹贰叁肆伍陆柒捌玖拾]")
_PUNCTUATION = re.compile(r"[,，、。;；:：()（）《》〈〉【】“”\"'‘’?？!！_]")
_FIGURE = re.compile(
    r"(?:[0-9]{1,4}|[零〇一二三四五六七八九十百半两]{1,5})(?:个?(?:工作|自然)?[日天月])"
)
_CURRENCY = re.compile(r"[¥￥元圆整正人民币大小写:：()（）]")
_CENTURY = re.compile(r"20(?=[0-9]{2}[年./\-])|二[〇零○](?=[〇零○一二三四五六七八九]{2}年)")
"""The first half of a year is the same in all case files; recognition wavers between 〇 and ○."""
_BRACKETS = re.compile(r"[\[\]()〔〕{}【】第号]")
_YEAR_ENDS = re.compile(r"[年牛./\-、·]")
_YEAR = re.compile(r"〔((?:19|20)[0-9]{2})〕")


def certainty_of(key: str, value: FactValue, strip: Strip, sheet: Sheet) -> float:
    """Return the confidence 0–1 of the least certain character that the value rests on."""
    day = value.date if isinstance(value, (Served, Waiver)) else value
    if isinstance(day, date) and find_dates(strip.text):
        return _of_date(day, strip, sheet)
    if key in _NUMBERS:
        return weakest(_without(strip, _BRACKETS), sheet.pages)
    if isinstance(value, (Decimal, float)):
        return weakest(_without(strip, _CURRENCY), sheet.pages)
    if isinstance(value, int) and not isinstance(value, bool):
        strip = _figures(strip)
    return weakest(_without(strip, _PUNCTUATION), sheet.pages)


def _figures(strip: Strip) -> Strip:
    """Return the numbers of days or months of `strip`; all of it where it holds none."""
    spans = [match.span() for match in _FIGURE.finditer(strip.text)]
    return joined(strip.cut(*span) for span in spans) if spans else strip


def _of_date(day: date, strip: Strip, sheet: Sheet) -> float:
    whole = weakest(_carrying(strip), sheet.pages)
    end = _YEAR_ENDS.search(strip.text)
    if whole >= READ_FROM or end is None or day.year not in clear_years(sheet):
        return whole
    return weakest(_without(strip.cut(end.end()), _MARKS), sheet.pages)


def _carrying(strip: Strip) -> Strip:
    """Return the characters of a date without its marks and the century."""
    century = _CENTURY.match(strip.text)
    return _without(strip.cut(century.end() if century else 0), _MARKS)


def clear_years(sheet: Sheet) -> set[int]:
    """Return the years of the dates and numbers that stand clearly on a document."""
    flow = sheet.flow
    years = {
        one.value.year
        for one in find_dates(flow.text)
        if weakest(_carrying(flow.cut(one.start, one.end)), sheet.pages) >= READ_FROM
    }
    for number in find_numbers(flow.text):
        match = _YEAR.search(number.value)
        strip = _without(flow.cut(number.start, number.end), _BRACKETS)
        if match and weakest(strip, sheet.pages) >= READ_FROM:
            years.add(int(match[1]))
    return years


def _without(strip: Strip, marks: re.Pattern[str]) -> Strip:
    kept = [at for at, char in enumerate(strip.text) if not marks.match(char)]
    return Strip("".join(strip.text[at] for at in kept), tuple(strip.spots[at] for at in kept))
