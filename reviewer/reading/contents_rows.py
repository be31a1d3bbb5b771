"""The rows of a table of contents (卷内目录): serial, words, page.

Rows are read by what stands in them: the serial number is in front, the page number behind, between
them a title that may wrap into the next row.  In a scan the cells of a row stand at their own
heights: what has neither serial nor page belongs to the row nearest to it.  The heads tell which of
several numbers is the page, and whether the table has two halves side by side.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.model import Box
from reviewer.reading.bands import banded
from reviewer.reading.columns import spread_words
from reviewer.reading.contents_heads import (
    COUNT,
    FIRST,
    LAST,
    PAGE,
    REMARK,
    SERIAL,
    Heads,
    heads_of,
    split,
)
from reviewer.reading.fragment import Fragment, rows_of
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip

Word = tuple[Strip, Box]
IsTitle = Callable[[Sequence[Strip]], bool]
"""Whether words, as they follow each other, are the name of a document."""

_SERIAL = re.compile(
    r"[0-9]{1,3}[.、)]?|\(?[一二三四五六七八九十]{1,3}[)、.]?|\([0-9]{1,3}\)|[①-⑳㈠-㈩]"
)
_MARK = re.compile(
    r"(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\([0-9]{1,3}\)|[①-⑳㈠-㈩]|[0-9]{1,3}[.、)]|"
    r"[0-9]{1,3}(?=《|[\u4e00-\u9fa5]{4}))(?=[《\u4e00-\u9fa5])"
)
"""A serial that runs into its title."""
_PAGES = re.compile(
    r"(?:第|[Pp]\.?)?(?P<first>[0-9]{1,3})页?(?:[-~至到,、](?:第|[Pp]\.?)?(?P<last>[0-9]{1,3})页?)?"
)
_LEADER = re.compile(r"(?:[.·…_-]{3,}|…+)(?=(?:第|P)?[0-9]{1,3}(?:[-~至][0-9]{1,3})?页?$)")
"""Dots that lead from a title to its page."""
_HEAD = re.compile(
    r"序号|题名|顺序号|责任者|文书名称|文件名称|材料名称|页[号次码数]|卷内(?:文[件书]|材料)?目录"
)
_PAGE_HEAD = re.compile(r"页[号次码]|起止页|所在页|起页|止页")
_COUNT_HEAD = re.compile(r"页数|份数|件数")
_LONGEST_PART = 16
"""A piece with more characters is no rest of a title."""
_ASKEW = 0.018
"""In a scan the cells of one row stand at most this far above each other."""
_EVEN = 0.003
"""Distances that differ less are the same."""
_NEAR = 0.025
"""The first half of the first row stands this close above its serial."""
_FEW_NUMBERED = 0.3
"""With fewer rows that bear a number the titles themselves tell the rows apart."""
_BARE_END = re.compile(
    r"^(?:立卷人|检查人|审核人|合计|备注|备考(?!表)|说明|共.{1,6}[页件份]|第.{1,4}页)"
)


@dataclass(slots=True)
class Row:
    """One entry, or a piece of one."""

    words: list[Word] = field(default_factory=list)
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
        cells: list[list[Word]] = []
        for word in sorted(self.words, key=lambda word: word[1].x0):
            cell = next((one for one in cells if _is_below(word[1], one)), None)
            if cell is None:
                cells.append([word])
            else:
                cell.append(word)
        return [strip for cell in cells for strip, _ in sorted(cell, key=lambda one: one[1].y0)]


def _is_below(box: Box, cell: list[Word]) -> bool:
    """Return whether a word stands below or above those of `cell`, not beside them."""
    left, right = min(one.x0 for _, one in cell), max(one.x1 for _, one in cell)
    beside = any(
        min(one.y1, box.y1) - max(one.y0, box.y0) > 0.5 * (box.y1 - box.y0) for _, one in cell
    )
    return not beside and min(box.x1, right) - max(box.x0, left) > 0.3 * min(
        box.x1 - box.x0, right - left
    )


@dataclass(slots=True)
class _Run:
    """Lines that belong to one table, or to one half of one page."""

    heads: Heads | None
    lines: list[list[Fragment]]


def table_rows(sheet: Sheet, is_title: IsTitle) -> Iterator[Row]:
    """Return the entries of the table; `is_title` knows the names of documents."""
    for run in _runs(sheet):
        yield from _banded(run) or _entries(run, is_title)


def _runs(sheet: Sheet) -> Iterator[_Run]:
    """Return the lines below each other: by page where cells hold several lines, or by halves."""
    heads: Heads | None = None
    open_run: _Run | None = None
    for page in sorted({one.page for one in sheet.fragments}):
        lines = rows_of(one for one in sheet.fragments if one.page == page)
        heads = next((found for row in lines if (found := heads_of(row))), heads)
        seam = heads.seam if heads else None
        if heads and seam is not None:
            both = [split(row, seam) for row in lines]
            for side, half in zip((0, 1), heads.halves(), strict=True):
                yield _Run(half, [pair[side] for pair in both if pair[side]])
            continue
        run = _Run(heads, lines)
        if _bands(run) is not None:
            yield run
        elif open_run is None:
            open_run = run
        else:
            open_run.lines += lines
            open_run.heads = heads
    if open_run:
        yield open_run


def _bands(run: _Run) -> list[list[Word]] | None:
    heads = next((parts for parts in run.lines if len(parts) > 1 and _is_head(parts)), [])
    return banded([one for parts in run.lines for one in parts], heads)


def _banded(run: _Run) -> list[Row]:
    """Return the rows whose serial numbers tell cells of several lines apart; none without."""
    if len({one.page for parts in run.lines for one in parts}) > 1:
        return []
    paged = _is_paged(run)
    rows = [_dealt(cells, run.heads, paged) for cells in _bands(run) or [] if cells]
    left = any(_PAGES.fullmatch(word.text) for row in rows for word, _ in row.words)
    return [] if left else rows


def _is_paged(run: _Run) -> bool:
    """Return whether the numbers behind the titles are pages, as far as the heads tell."""
    heads = "".join(one.text for parts in run.lines if _is_head(parts) for one in parts)
    return bool(_PAGE_HEAD.search(heads) or not _COUNT_HEAD.search(heads))


def _is_head(parts: Sequence[Fragment]) -> bool:
    text = "".join(one.text for one in parts)
    if heads_of(parts):
        return True
    return bool(_HEAD.search(text)) and not _SERIAL.fullmatch(parts[0].text)


def _entries(run: _Run, is_title: IsTitle) -> Iterator[Row]:
    """Return the entries; a line without serial and page goes on the one it is of."""
    rows: list[Row] = []
    paged = _is_paged(run)
    for parts in run.lines:
        if _is_head(parts):
            rows = rows if any(row.numbered for row in rows) else []
            continue
        row = _row(parts, run.heads, paged)
        if row.words and (row.numbered or max(len(one.text) for one in parts) <= _LONGEST_PART):
            rows.append(row)
    rows = _whole(rows)
    numbered = [row for row in rows if row.numbered]
    if len(numbered) < _FEW_NUMBERED * len(rows):
        yield from _by_titles(rows, is_title)
        return
    for at, row in enumerate(rows):
        if not row.numbered and (home := _home(rows, at, is_title)) is not None:
            home.words += row.words
    yield from numbered


def _by_titles(rows: list[Row], is_title: IsTitle) -> Iterator[Row]:
    """Return the rows of a table without numbers: each line that is a title, or two that are one.

    Lines before the first title are the head of the page; what is signed below ends the table.
    """
    at, begun = 0, False
    while at < len(rows):
        row, after = rows[at], rows[at + 1] if at + 1 < len(rows) else None
        if begun and _BARE_END.match("".join(strip.text for strip in row.strips)):
            return
        if after and not is_title(row.strips) and not is_title(after.strips):
            broken = is_title([*row.strips, *after.strips])
            row.words += after.words if broken else []
            at += broken
        at += 1
        begun = begun or row.numbered or is_title(row.strips)
        if begun:
            yield row


def _whole(rows: list[Row]) -> list[Row]:
    """Return the rows with those put together of which the serial stands askew to the page."""
    whole: list[Row] = []
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


def _is_rest(one: Row, other: Row) -> bool:
    if one.middle is None or other.middle is None or one.page != other.page:
        return False
    parted = one.numbered and other.numbered and one.serial != other.serial
    return parted and one.paged != other.paged and other.middle - one.middle < _ASKEW


def _home(rows: list[Row], at: int, is_title: IsTitle) -> Row | None:
    """Return the numbered row that `rows[at]` is a part of: the nearest, else that before it.

    Between two that are as near the one with which it makes a title decides.
    """
    row = rows[at]
    before = next((one for one in reversed(rows[:at]) if one.numbered), None)
    after = next((one for one in rows[at + 1 :] if one.numbered), None)
    if row.middle is None or after is None or after.middle is None or after.page != row.page:
        return before
    if before is None or before.middle is None or before.page != row.page:
        return after if after.middle - row.middle < _NEAR else before
    down, up = after.middle - row.middle, row.middle - before.middle
    if abs(down - up) < _EVEN:
        return before if is_title([*before.strips, *row.strips]) else after
    return after if down < up else before


def _row(parts: Sequence[Fragment], heads: Heads | None, paged: bool) -> Row:
    words = [piece for one in parts for word in spread_words(one) for piece in _unled(word)]
    serial = bool(words) and bool(_SERIAL.fullmatch(words[0][0].text)) and len(words) > 1
    if serial:
        words = words[1:]
    elif words and (mark := _MARK.match(words[0][0].text)):
        serial, words[0] = True, (words[0][0].cut(mark.end()), words[0][1])
    placed = parts[0].drawn or parts[0].cell is not None
    row = _dealt(words, heads, paged) if placed else _in_order(words, heads, paged)
    row.serial, row.page = serial, parts[0].page
    row.middle = parts[0].middle if parts[0].drawn else None
    return row


def _unled(word: Word) -> list[Word]:
    """Return a word, parted at the dots that lead to its page."""
    strip, box = word
    match = _LEADER.search(strip.text)
    if match is None or not match.start():
        return [word]
    edge = box.x0 + (box.x1 - box.x0) * match.end() / len(strip)
    left = Box(box.x0, box.y0, edge, box.y1)
    right = Box(edge, box.y0, box.x1, box.y1)
    return [(strip.cut(0, match.start()), left), (strip.cut(match.end()), right)]


def _dealt(words: list[Word], heads: Heads | None, paged: bool) -> Row:
    """Return the row of these words, without remarks and counts, its pages taken out."""
    if heads and len(words) > 1 and heads.roles & {PAGE, FIRST}:
        return _by_heads(words, heads)
    if heads and REMARK in heads.roles:
        words = [one for one in words if one is words[0] or not _is_remark(one, heads)]
    match = _PAGES.fullmatch(words[-1][0].text) if len(words) > 1 else None
    row = Row(words[:-1] if match else words, paged=match is not None)
    if match and paged:
        row.first, row.last = int(match["first"]), int(match["last"] or match["first"])
    return row


def _by_heads(words: list[Word], heads: Heads) -> Row:
    """Return the row of a table whose heads tell the columns of pages."""
    row = Row()
    numbers = [one for one in words[1:] if _PAGES.fullmatch(one[0].text)]
    roles = {id(one): heads.role_of(one[1]) for one in numbers}
    pages = [one for one in numbers if roles[id(one)] in {PAGE, FIRST, LAST}]
    if not pages and numbers and numbers[-1] is words[-1] and roles[id(numbers[-1])] != COUNT:
        pages = numbers[-1:]
    for word in pages:
        match = _PAGES.fullmatch(word[0].text)
        if match is None:
            continue
        row.first = int(match["first"]) if row.first is None else row.first
        row.last = int(match["last"] or match["first"])
    row.paged = bool(pages) or COUNT in roles.values()
    row.words = [
        one
        for one in words
        if one not in pages
        and roles.get(id(one)) not in {COUNT, SERIAL, REMARK}
        and (one is words[0] or not _is_remark(one, heads))
    ]
    return row


def _in_order(words: list[Word], heads: Heads | None, paged: bool) -> Row:
    """Return the row of a line that is set by tabs: its last numbers stand under the last heads."""
    roles = (
        [role for role, _ in heads.columns if role in {PAGE, FIRST, LAST, COUNT}] if heads else []
    )
    noted = heads is not None and REMARK in heads.roles and len(words) > len(roles) + 1
    rest = words[:-1] if noted and not _PAGES.fullmatch(words[-1][0].text) else words
    numbers = [_PAGES.fullmatch(word[0].text) for word in rest[-len(roles) :]] if roles else []
    if len(rest) <= len(roles) or not all(numbers) or not numbers:
        return _dealt(rest, None, paged)
    row = Row(rest[: -len(roles)], paged=True)
    for role, match in zip(roles, numbers, strict=True):
        if match and role != COUNT:
            row.first = int(match["first"]) if row.first is None else row.first
            row.last = int(match["last"] or match["first"])
    return row


def _is_remark(word: Word, heads: Heads) -> bool:
    return heads.role_of(word[1]) == REMARK and heads.is_behind_page(word[1])
