"""The days on receipts that serve several documents, and days that stand in columns of their own.

A form may part a date into the columns 年, 月 and 日, or repeat its rows for each document.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from reviewer.reading.columns import spread_words
from reviewer.reading.fragment import Fragment
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import EMPTY, Strip, joined
from reviewer.reckoning.dates import find_dates

Day = tuple[date, Strip]
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?")
_MONTH = re.compile(r"([0-9]{1,2})月?")
_DAY = re.compile(r"([0-9]{1,2})日?")
_MARKS = {"年", "月", "日"}
_DELIVERED = {"officers", "approver", "leader"}
"""Who delivers or approves may date it, too."""


def day_in_columns(row: Iterable[Fragment]) -> Day | None:
    """Return the first date of a row whose year, month and day stand in neighbouring cells."""
    words = [pair for one in row for pair in spread_words(one)]
    words.sort(key=lambda pair: pair[1].x0)
    strips = [strip for strip, _ in words if strip.text not in _MARKS]
    for at in range(len(strips) - 2):
        three = strips[at : at + 3]
        matches = [
            pattern.fullmatch(strip.text)
            for pattern, strip in zip((_YEAR, _MONTH, _DAY), three, strict=True)
        ]
        if day := _day(*matches):
            return day, joined(three)
    return None


def _day(*parts: re.Match[str] | None) -> date | None:
    numbers = [int(one[1]) for one in parts if one]
    if len(numbers) < len(parts):
        return None
    try:
        return date(*numbers)
    except ValueError:
        return None


def days_by_item(
    sheet: Sheet, items: Sequence[Strip], fields: Sequence[str]
) -> list[Day | None] | None:
    """Return the day that follows each of `items` before the next; None unless each has its own.

    `fields` are the labels whose date counts first.
    """
    starts = [_opening(sheet, sheet.fragment_of[one.spots[0]]) for one in items]
    if len(starts) < 2 or any(one >= other for one, other in pairwise(starts)):
        return None
    ends = [*starts[1:], len(sheet.fragments)]
    days = [day_between(sheet, start, end, fields) for start, end in zip(starts, ends, strict=True)]
    return list(days) if all(days) else None


def _opening(sheet: Sheet, at: int) -> int:
    """Return the fragment that opens what is told of an item: its label, if it has one."""
    before = [hit.at for hit in sheet.labels("served_what") if hit.at <= at]
    page, row = sheet.fragments[at].page, sheet.fragments[at].row
    last = before[-1] if before else at
    near = sheet.fragments[last].page == page and sheet.fragments[last].row == row
    return last if near else at


def day_between(sheet: Sheet, start: int, end: int, fields: Sequence[str]) -> Day | None:
    """Return the day that the fragments from `start` to before `end` tell, that of `fields` first.

    What who delivers or approves has dated is not it.
    """
    hits = [hit for hit in sheet.hits if start <= hit.at < end and hit.sure]
    labelled = (_behind(sheet, hit) for field in fields for hit in hits if hit.field == field)
    if found := next((one for one in labelled if one), None):
        return found
    strips = [sheet.fragments[at].strip for at in range(start, end) if not _delivers(sheet, at)]
    return _in(joined(strips, "\n")) if strips else None


def _behind(sheet: Sheet, hit: Hit) -> Day | None:
    return _in(sheet.value(hit, wrapped=True))


def _delivers(sheet: Sheet, at: int) -> bool:
    return any(hit.field in _DELIVERED for hit in sheet.hits_in(at))


def _in(strip: Strip) -> Day | None:
    found = find_dates(strip.text) if strip is not EMPTY else []
    return (found[0].value, strip.cut(found[0].start, found[0].end)) if found else None
