"""Which pages go on with the file's table of contents (卷内目录).

A long table goes on over pages that print no title of their own, only （接上页） or nothing at all:
the first title in a row there is an entry, not the head of a document.  The serial numbers tell:
they go on where the page before ended.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.reading.fragment import Fragment, rows_of
from reviewer.reading.titles import Titles

_SERIAL = re.compile(r"\s*(?P<n>[0-9]{1,3})[.、]?(?=\s|$|[\u4e00-\u9fa5])")
_NO_SERIAL = re.compile(r"\s*[0-9]{1,3}\s*[年月日时分页辆份号]")
_MARKED = re.compile(
    r"\s*(?:[0-9]{1,3}[.、)\s]|[（(]?[一二三四五六七八九十]{1,3}[）)、.]|[（(][0-9]{1,3}[）)]|[①-⑳])"
)
_TO_PAGE = re.compile(r"(?:\s|[.·…]{2}|第)\s*[0-9]{1,3}(?:\s*[-—–~～至]\s*[0-9]{1,3})?\s*页?\s*$")
_COLUMN = 0.04
"""Serial numbers begin at most this far right of the leftmost of them."""
_FOOT = 0.93
"""What stands below is the number of the page."""
_ENTRY = re.compile(r"^\(?[一二三四五六七八九十]{1,3}[)、.]|[.·…]{2,}[0-9-]+$")
_MOST = 0.6
"""Share of the rows of a page of a table that name a document we know."""
_AT_ONCE = 2
"""So many numbers in order, and titles, speak for a table without the page before."""


def is_entry(raw: str) -> bool:
    """Return whether a line, blanks included, bears the serial or the page of an entry."""
    return _MARKED.match(raw) is not None or leads_to_page(raw)


def leads_to_page(raw: str) -> bool:
    """Return whether a line, blanks included, ends with the page of an entry."""
    return _TO_PAGE.search(raw) is not None


def last_serial(found: Sequence[Fragment], before: int = 0) -> int:
    """Return the last serial number that a page of the table prints; `before` where it has none."""
    return max(_serials(found), default=before)


def goes_on_listing(found: Sequence[Fragment], titles: Titles, before: int) -> bool:
    """Return whether a page goes on with a table whose last serial number was `before`."""
    if any("。" in one.text for one in found):
        return False
    serials = _serials(found)
    named = sum(titles.match(_entry(one.text)) is not None for one in found)
    if not serials:
        return _lists_names(found, titles)
    if not named:
        return False
    if serials[0] == before + 1 and before:
        return True
    in_order = all(after == one + 1 for one, after in pairwise(serials))
    return in_order and serials[0] > 1 and min(len(serials), named) >= _AT_ONCE


def _lists_names(found: Sequence[Fragment], titles: Titles) -> bool:
    """Return whether most rows of a page without Arabic serials are names with a page or a mark."""
    rows = rows_of(one for one in found if one.box.y0 < _FOOT)
    named = [row for row in rows if any(titles.match(_entry(one.text)) for one in row)]
    placed = [row for row in named if len(row) > 1 or is_entry(row[0].raw)]
    return len(placed) >= _AT_ONCE and len(placed) >= _MOST * len(rows)


def _entry(text: str) -> str:
    return _ENTRY.sub("", text).lstrip("0123456789.、")


def _serials(found: Sequence[Fragment]) -> list[int]:
    """Return the numbers of the leftmost column, from the top, that stand by themselves."""
    numbered = [
        (one, int(match["n"]))
        for one in found
        if one.box.y0 < _FOOT
        and (match := _SERIAL.match(one.raw))
        and not _NO_SERIAL.match(one.raw)
    ]
    if not numbered:
        return []
    left = min(one.box.x0 for one, _ in numbered) + _COLUMN
    column = sorted((one.box.y0, number) for one, number in numbered if one.box.x0 < left)
    return [number for _, number in column]
