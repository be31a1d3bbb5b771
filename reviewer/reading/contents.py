"""The file's own table of contents (卷内目录), row by row: 题名, 文号, 日期, 页号.

Rows are read by what stands in them, not by columns: the serial number is in front, the page
number behind, between them a title that may wrap into the next row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewer.model import Listed
from reviewer.reading.columns import spread_words
from reviewer.reading.finders import LABELLED, Found
from reviewer.reading.layout import Fragment, rows_of
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, joined
from reviewer.reading.titles import Titles
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.docnumbers import find_numbers

_SERIAL = re.compile(r"[0-9]{1,3}[.、]?|[一二三四五六七八九十]{1,3}[、.]?")
_PAGES = re.compile(r"(?:第)?(?P<first>[0-9]{1,3})(?:页)?(?:[-~至到,](?P<last>[0-9]{1,3})(?:页)?)?")
_HEAD = re.compile(
    r"序号|题名|顺序号|责任者|文书名称|文件名称|材料名称|页[号次码数]|卷内(?:文[件书]|材料)?目录"
)
_PAGE_HEAD = re.compile(r"页[号次码]|起止页|所在页")
_COUNT_HEAD = re.compile(r"页数|份数|件数")
_SEVERAL = 2
_TITLE = re.compile(r"[\u4e00-\u9fa5]{2}")
_COPIES = re.compile(r"[(]?(?:共)?[0-9一二三四五六七八九十两]{1,2}份[)]?$")


@dataclass(slots=True)
class _Row:
    words: list[Strip] = field(default_factory=list)
    """What stands between the serial and the page number."""
    first: int | None = None
    last: int | None = None


def contents(titles: Titles) -> "_Contents":
    """Return the finder of the rows; needs the titles to know documents by name."""
    return _Contents(titles)


class _Contents:
    """Finds `listed` facts."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles

    def __call__(self, sheet: Sheet) -> Iterator[Found]:
        for row in _rows(sheet):
            yield from self._listed(row)

    def _listed(self, row: _Row) -> Iterator[Found]:
        strip = joined(row.words)
        numbers = find_numbers(strip.text)
        dates = find_dates(strip.text)
        spans = [(one.start, one.end) for one in numbers]
        spans += [(one.start, one.end) for one in dates]
        title = _without(strip, spans)
        if not _TITLE.search(title.text):
            return
        number = numbers[0].value if numbers else ""
        day = dates[0].value if dates else None
        for code in self._codes(title.text, row):
            value = Listed(title.text, code, number, day, row.first, row.last)
            yield Found(value, title, LABELLED)

    def _codes(self, title: str, row: _Row) -> list[str]:
        """Return the types that a title names: one, several (通知书及送达回证), or none known."""
        bare = _COPIES.sub("", title)
        named = [match.code for _, match in self._titles.mentioned(bare) if len(match.title) > 3]
        for text in (bare, *(word.text for word in row.words)):
            if len(set(named)) < _SEVERAL and (match := self._titles.match(text)):
                return [match.code]
        return list(dict.fromkeys(named)) or [""]


def _rows(sheet: Sheet) -> Iterator[_Row]:
    """Return the rows of the table; a line without serial and page goes on the one before."""
    paged = True
    rows: list[_Row] = []
    for parts in rows_of(sheet.fragments):
        text = "".join(one.text for one in parts)
        if _HEAD.search(text) and not _SERIAL.fullmatch(parts[0].text):
            paged = paged and bool(_PAGE_HEAD.search(text) or not _COUNT_HEAD.search(text))
            continue
        row, numbered = _row(parts, paged)
        if numbered and row.words:
            rows.append(row)
        elif rows and row.words and row.first is None and len(text) <= 16:
            rows[-1].words += row.words
    yield from rows


def _row(parts: list[Fragment], paged: bool) -> tuple[_Row, bool]:
    """Return a row, and whether a serial or a page number shows that it begins an entry."""
    words = [strip for one in parts for strip, _ in spread_words(one)]
    serial = bool(words) and bool(_SERIAL.fullmatch(words[0].text)) and len(words) > 1
    words = words[1:] if serial else words
    row = _Row(words)
    match = _PAGES.fullmatch(words[-1].text) if len(words) > 1 else None
    if match:
        row.words = words[:-1]
        if paged:
            row.first = int(match["first"])
            row.last = int(match["last"] or match["first"])
    return row, serial or match is not None


def _without(strip: Strip, spans: list[tuple[int, int]]) -> Strip:
    """Return the strip without what stands in `spans`."""
    kept = [at for at in range(len(strip)) if not any(start <= at < end for start, end in spans)]
    text = "".join(strip.text[at] for at in kept)
    return Strip(text, tuple(strip.spots[at] for at in kept)).trimmed("《》、.,-0123456789 ")
