"""The file's own table of contents (卷内目录), row by row: 题名, 文号, 日期, 页号.

Rows are read by what stands in them, not by columns: the serial number is in front, the page
number behind, between them a title that may wrap into the next row.  In a scan the cells of a row
stand at their own heights: what has neither serial nor page belongs to the row nearest to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.model import Box, Listed
from reviewer.reading.bands import banded
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
_COLUMN = re.compile(r"序号|顺序号|文号|题名|(?:文书|文件|材料)名称|责任者|日期|页[号次码数]|备注")
_COLUMNS = 4
_PAGE_HEAD = re.compile(r"页[号次码]|起止页|所在页")
_COUNT_HEAD = re.compile(r"页数|份数|件数")
_SEVERAL = 2
_LONGEST_PART = 16
"""A piece with more characters is no rest of a title."""
_ASKEW = 0.018
"""In a scan the cells of one row stand at most this far above each other."""
_NEAR = 0.025
"""The first half of the first row stands this close above its serial."""
_TITLE = re.compile(r"[\u4e00-\u9fa5]{2}")
_COPIES = re.compile(r"[(]?(?:共)?[0-9一二三四五六七八九十两]{1,2}份[)]?$")


@dataclass(slots=True)
class _Row:
    words: list[tuple[Strip, Box]] = field(default_factory=list)
    """What stands between the serial and the page number."""
    first: int | None = None
    last: int | None = None
    serial: bool = False
    paged: bool = False
    """Whether a page number, or a number of pages, stands behind."""
    page: int = 0
    middle: float | None = None
    """Height of its middle on the page; None where no place was seen."""

    @property
    def numbered(self) -> bool:
        """Return whether a serial or a page number shows that it begins an entry."""
        return self.serial or self.paged

    @property
    def strips(self) -> list[Strip]:
        """Return the words as they follow each other: cell by cell, each from its top."""
        cells: list[list[tuple[Strip, Box]]] = []
        for word in sorted(self.words, key=lambda word: word[1].x0):
            cell = next((one for one in cells if _is_below(word[1], one)), None)
            if cell is None:
                cells.append([word])
            else:
                cell.append(word)
        return [strip for cell in cells for strip, _ in sorted(cell, key=lambda one: one[1].y0)]


def _is_below(box: Box, cell: list[tuple[Strip, Box]]) -> bool:
    """Return whether a word stands below or above those of `cell`, not beside them."""
    left, right = min(one.x0 for _, one in cell), max(one.x1 for _, one in cell)
    beside = any(
        min(one.y1, box.y1) - max(one.y0, box.y0) > 0.5 * (box.y1 - box.y0) for _, one in cell
    )
    return not beside and min(box.x1, right) - max(box.x0, left) > 0.3 * min(
        box.x1 - box.x0, right - left
    )


def lists_documents(found: Sequence[Fragment]) -> bool:
    """Return whether a page begins with the heads of the columns of a table of contents."""
    first = "".join(one.text for row in rows_of(found)[:1] for one in row)
    return len(set(_COLUMN.findall(first))) >= _COLUMNS


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
        strip = joined(row.strips)
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
        for text in (bare, *(word.text for word in row.strips)):
            if len(set(named)) < _SEVERAL and (match := self._titles.match(text)):
                return [match.code]
        return list(dict.fromkeys(named)) or [""]


def _banded(sheet: Sheet) -> dict[int, list[_Row]]:
    """Return the rows of the pages whose serial numbers tell cells of several lines apart."""
    done: dict[int, list[_Row]] = {}
    for page in sorted({one.page for one in sheet.fragments}):
        lines = rows_of(one for one in sheet.fragments if one.page == page)
        heads = next((parts for parts in lines if len(parts) > 1 and _is_head(parts)), [])
        bands = banded([one for parts in lines for one in parts], heads) or []
        counts = _COUNT_HEAD.search("".join(one.text for one in heads))
        paged = bool(_PAGE_HEAD.search("".join(one.text for one in heads)) or not counts)
        rows = [_cut(cells, paged) for cells in bands if cells]
        if rows and not any(_PAGES.fullmatch(word.text) for row in rows for word, _ in row.words):
            done[page] = rows
    return done


def _is_head(parts: list[Fragment]) -> bool:
    text = "".join(one.text for one in parts)
    return bool(_HEAD.search(text)) and not _SERIAL.fullmatch(parts[0].text)


def _cut(cells: list[tuple[Strip, Box]], paged: bool) -> _Row:
    """Return the row of these cells, the last of which may be the page number."""
    match = _PAGES.fullmatch(cells[-1][0].text) if len(cells) > 1 else None
    row = _Row(cells[:-1] if match else cells)
    if match and paged:
        row.first, row.last = int(match["first"]), int(match["last"] or match["first"])
    return row


def _rows(sheet: Sheet) -> Iterator[_Row]:
    """Return the rows of the table; a line without serial and page goes on the row it is of."""
    done = _banded(sheet)
    yield from (row for rows in done.values() for row in rows)
    paged = True
    rows: list[_Row] = []
    for parts in rows_of(one for one in sheet.fragments if one.page not in done):
        text = "".join(one.text for one in parts)
        if _HEAD.search(text) and not _SERIAL.fullmatch(parts[0].text):
            paged = paged and bool(_PAGE_HEAD.search(text) or not _COUNT_HEAD.search(text))
            rows = rows if any(row.numbered for row in rows) else []
            continue
        row = _row(parts, paged)
        if row.words and (row.numbered or max(len(one.text) for one in parts) <= _LONGEST_PART):
            rows.append(row)
    rows = _whole(rows)
    numbered = [row for row in rows if row.numbered]
    for at, row in enumerate(rows):
        if not row.numbered and (home := _home(rows, at)) is not None:
            home.words += row.words
    yield from numbered


def _whole(rows: list[_Row]) -> list[_Row]:
    """Return the rows with those put together of which the serial stands askew to the page."""
    whole: list[_Row] = []
    for row in rows:
        last = whole[-1] if whole else None
        if last and _is_rest(last, row):
            last.words += row.words
            if row.paged:
                last.first, last.last = row.first, row.last
            last.serial = last.paged = True
        else:
            whole.append(row)
    return whole


def _is_rest(one: _Row, other: _Row) -> bool:
    if one.middle is None or other.middle is None or one.page != other.page:
        return False
    parted = one.numbered and other.numbered and one.serial != other.serial
    return parted and one.paged != other.paged and other.middle - one.middle < _ASKEW


def _home(rows: list[_Row], at: int) -> _Row | None:
    """Return the numbered row that `rows[at]` is a part of: the nearest, else that before it."""
    row = rows[at]
    before = next((one for one in reversed(rows[:at]) if one.numbered), None)
    after = next((one for one in rows[at + 1 :] if one.numbered), None)
    if row.middle is None or after is None or after.middle is None or after.page != row.page:
        return before
    if before is None or before.middle is None or before.page != row.page:
        return after if after.middle - row.middle < _NEAR else before
    return after if after.middle - row.middle < row.middle - before.middle else before


def _row(parts: list[Fragment], paged: bool) -> _Row:
    words = [word for one in parts for word in spread_words(one)]
    serial = bool(words) and bool(_SERIAL.fullmatch(words[0][0].text)) and len(words) > 1
    middle = parts[0].middle if parts[0].drawn else None
    words = words[1:] if serial else words
    row = _Row(words, serial=serial, page=parts[0].page, middle=middle)
    match = _PAGES.fullmatch(words[-1][0].text) if len(words) > 1 else None
    if match:
        row.words = words[:-1]
        if paged:
            row.first = int(match["first"])
            row.last = int(match["last"] or match["first"])
    row.paged = match is not None
    return row


def _without(strip: Strip, spans: list[tuple[int, int]]) -> Strip:
    """Return the strip without what stands in `spans`."""
    kept = [at for at in range(len(strip)) if not any(start <= at < end for start, end in spans)]
    text = "".join(strip.text[at] for at in kept)
    return Strip(text, tuple(strip.spots[at] for at in kept)).trimmed("《》、.,-0123456789 ")
