"""Cutting a DOCX into documents: a paragraph that is nothing but a title opens one.

The agency's name above a title belongs to it.  Titles that follow each other line by line are a
list (附卷材料), not documents.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.reading.fragment import Fragment, rows_of
from reviewer.reading.heads import find_head
from reviewer.reading.labels import is_label
from reviewer.reading.laid_pages import LaidPages
from reviewer.reading.listing import is_entry, leads_to_page
from reviewer.reading.receipt_sections import is_section
from reviewer.reading.segment import Segment, path_hint
from reviewer.reading.strips import joined
from reviewer.reading.titles import BY_WORDS, EXACT, NEARLY, TitleMatch, Titles, is_unknown_title
from reviewer.reading.vague_titles import match_above
from reviewer.reckoning.dates import parse_date
from reviewer.reckoning.numerals import parse_numeral

_AGENCY = re.compile(r"[\u4e00-\u9fa5()]{3,30}(?:局|厅|队|委员会|政府|中心|所|站|处|文书)")
_LIST_HEAD = re.compile(r"附件?[:：]?$|附卷|证据(?:清单|材料)?:$|包括:$|如下:$")


_SERIAL = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、)]?(?=[\u4e00-\u9fa5])")
_PIECE = re.compile(r"[\u4e00-\u9fa5()、]{2,16}")
"""The first line of a broken title."""
_AGENCY_LINES = 2
_STAMPED = re.compile(r"(?:印章?|公章|盖章|章)\)?$")
"""A name with its stamp has signed the document before."""
_PASTED = {"DT55", "DT60"}
_PASTED_WITHIN = 4
_LIST, _REGISTER = "DT02", "DT37"
_HOLD_NAMES = _PASTED | {"DT01", "DT02", "DT61"}
"""Documents in which the names of others stand as headings."""
_SHORTEST, _LONGEST = 4, 24
_SOME = 2
_READ_BELOW = 7
"""Rows that may tell what a title that names no document by itself opens."""

_COUNTED = re.compile(r"\(?(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)、.]")
_NUMBERED = re.compile(
    r"[\u4e00-\u9fa5()]{2,16}:[^:。;]{2,20}[〔\[(][0-9]{4}[〕\])][^:。;]{0,12}号?"
)
"""处罚决定书：中交罚〔2024〕12号 inside a document tells its number, and is no title."""
UNKNOWN = TitleMatch("", "", 0.0)


@dataclass(frozen=True, slots=True)
class _Start:
    row: int
    match: TitleMatch
    """`UNKNOWN` for the title of a document that we do not know: it ends the one before."""
    broken: bool = False
    """Whether the title goes on in the next row."""


def docx_segments(laid: LaidPages, index: int, titles: Titles, path: str) -> list[Segment]:
    """Return the documents of a DOCX; none when neither it nor its name says what it is."""
    page = laid.pages[index]
    body = [at for at, line in enumerate(page.lines) if line.block is not None]
    found = laid.fragments(index, body)
    last = max((line.block for line in page.lines if line.block is not None), default=-1)
    rows = rows_of(found)
    starts = _without_entries(rows, _starts(rows, titles))
    starts = _without_parts(rows, _without_lists(rows, starts))
    starts = _without_sections(rows, _headings(rows, _without_numbered(rows, starts)))
    if not starts:
        return _whole(laid, index, titles, path, found, last)
    headed = _headed(rows, starts)
    firsts = [_first_block(rows, start.row, headed) for start in starts]
    firsts[0] = 0
    ends = [first - 1 for first in firsts[1:]] + [last]
    texts = _texts(rows, starts)
    return [
        Segment(
            titles.settled(start.match, text),
            start.match.title,
            0.98 * start.match.quality,
            (index,),
            (first, max(first, end)),
        )
        for start, first, end, text in zip(starts, firsts, ends, texts, strict=True)
        if start.match is not UNKNOWN
    ]


def _texts(rows: list[list[Fragment]], starts: list[_Start]) -> list[str]:
    """Return what stands below each title, to the next one."""
    ends = [start.row for start in starts[1:]] + [len(rows)]
    return [
        "".join(one.text for row in rows[start.row + 1 : end] for one in row)
        for start, end in zip(starts, ends, strict=True)
    ]


def _starts(rows: list[list[Fragment]], titles: Titles) -> list[_Start]:
    """Return where documents begin; a title may be broken over two paragraphs."""
    starts: list[_Start] = []
    for at in range(len(rows)):
        if starts and starts[-1].row == at - 1 and starts[-1].broken:
            continue
        start = _broken_start(rows, at, titles) or _start(rows, at, titles)
        if start:
            starts.append(start)
    return starts


def _broken_start(rows: list[list[Fragment]], at: int, titles: Titles) -> _Start | None:
    """Return the title that begins in row `at` and ends in the next; None when it does not."""
    if at + 1 >= len(rows):
        return None
    first, second = rows[at], rows[at + 1]
    if len(first) > 1 or len(second) > 1 or first[0].cell or second[0].cell:
        return None
    if not _PIECE.fullmatch(first[0].text) or _AGENCY.fullmatch(first[0].text):
        return None
    if _STAMPED.search(first[0].text):
        return None
    match = titles.match(first[0].text + second[0].text)
    if match is None or match.quality <= NEARLY or len(match.title) <= len(second[0].text):
        return None
    alone = titles.match(first[0].text)
    # 身份证复印件, with 姓名马建国 below: the title was whole.
    whole = alone and alone.quality >= match.quality and not titles.match(second[0].text)
    # What words tell of two lines must stand as one title, and not be told by the second alone.
    alike = first[0].heading is second[0].heading and not titles.match(second[0].text)
    # Titles that follow each other in a list are whole by themselves.
    listed = alone and titles.match(second[0].text)
    two = whole or (listed and match.quality < EXACT) or (match.quality <= BY_WORDS and not alike)
    return None if two else _Start(at, match, broken=True)


def _start(rows: list[list[Fragment]], at: int, titles: Titles) -> _Start | None:
    row = rows[at]
    first = row[0]
    if len(row) > 1 or (first.cell and (first.cell[0] > 0 or _is_value(rows, at))):
        return None
    if at and _NUMBERED.fullmatch(first.text):
        return None
    below = [one.text for other in rows[at + 1 : at + _READ_BELOW] for one in other]
    match = match_above(titles, joined(one.strip for one in row).text, below)
    if match is None or match.quality <= NEARLY or _is_tabbed(first, titles):
        return None
    return _Start(at, match)


def _is_tabbed(one: Fragment, titles: Titles) -> bool:
    """Return whether a line is a row of words that tabs part: 检查项目 | 记录."""
    parts = ["".join(part.split()) for part in one.raw.strip().split("\t")]
    words = [part for part in parts if part]
    cells = len(words) > 1 and all(len(part) >= _SOME for part in words)
    return cells and not one.heading and not any(titles.match(part) for part in words)


def _is_value(rows: list[list[Fragment]], at: int) -> bool:
    """Return whether the row stands in a later column of a table, below or beside its labels."""
    one, above = rows[at][0], rows[at - 1][0] if at else None
    return bool(one.cell and one.cell[1] > 0 and above and above.block == one.block)


def _headings(rows: list[list[Fragment]], starts: list[_Start]) -> list[_Start]:
    """Return the starts, with the unknown titles that are set as the known ones are.

    Where known titles are centred, a line that only its words tell must be so too.
    """
    known = [start for start in starts if start.match.quality > BY_WORDS]
    if len(known) < _SOME or not all(rows[start.row][0].heading for start in known):
        return starts
    kept = [one for one in starts if one in known or rows[one.row][0].heading]
    taken = {one.row + beside for one in kept for beside in (-1, 0, 1)}
    others = [
        _Start(at, UNKNOWN)
        for at in range(kept[0].row, len(rows) - 1)
        if at not in taken and _is_unknown(rows[at])
    ]
    ordered = sorted([*kept, *others], key=lambda one: one.row)
    return [
        one
        for at, one in enumerate(ordered)
        if one.match is not UNKNOWN or ordered[at - 1].match.code not in _HOLD_NAMES
    ]


def _is_unknown(row: list[Fragment]) -> bool:
    one = row[0]
    alone = len(row) == 1 and one.heading and not one.cell and not _is_agency(row)
    return alone and _SHORTEST <= len(one.text) <= _LONGEST and is_unknown_title(one.text)


def _without_entries(rows: list[list[Fragment]], starts: list[_Start]) -> list[_Start]:
    """Return the starts but for the entries of a table of contents above them."""
    kept: list[_Start] = []
    for start in starts:
        listed = kept and kept[-1].match.code == _LIST and _is_listed(rows, start.row)
        if not listed:
            kept.append(start)
    return kept


def _without_lists(rows: list[list[Fragment]], starts: list[_Start]) -> list[_Start]:
    kept: list[_Start] = []
    by_row = {start.row for start in starts}
    for start in starts:
        neighbours = {start.row - 1, start.row + 1} & by_row
        after_head = start.row > 0 and _leads_list(rows[start.row - 1][-1], rows[start.row][0])
        chained = start.row - 1 in by_row and start.row - 2 in by_row
        numbered = _SERIAL.match(rows[start.row][0].text)
        if chained and len(neighbours) == 1 and not numbered:
            # The items of a list bear numbers; what follows without one opens a document.
            chained = not _SERIAL.match(rows[start.row - 1][0].text)
        first = {start.row + 1, start.row + 2} <= by_row and start.match.code not in _HOLD_NAMES
        if after_head or len(neighbours) > 1 or chained or first or _is_counted(rows, start.row):
            continue
        kept.append(start)
    return kept


def _leads_list(above: Fragment, one: Fragment) -> bool:
    """Return whether the line `above` opens a list; 附件 in the last row of a form is its label."""
    apart = above.cell is not None and one.cell is None
    return not apart and _LIST_HEAD.search(above.text) is not None


def _is_listed(rows: list[list[Fragment]], at: int) -> bool:
    """Return whether a row below a table of contents is an entry, or the rest of one."""
    one = rows[at][0]
    beside = [rows[near][0].raw for near in (at - 1, at + 1) if 0 <= near < len(rows)]
    entry = not one.heading and is_entry(one.raw) and any(is_entry(raw) for raw in beside)
    return entry or all(leads_to_page(raw) for raw in beside)


def _is_counted(rows: list[list[Fragment]], at: int) -> bool:
    """Return whether the row is one of a list that counts: 12.行政处罚决定书 below 11.…"""
    own = _count(rows[at][0].text)
    beside = [_count(rows[n][0].text) for n in (at - 1, at + 1) if 0 <= n < len(rows)]
    return own is not None and (own - 1 in beside or own + 1 in beside)


def _count(text: str) -> int | None:
    match = _COUNTED.match(text)
    return parse_numeral(match["n"]) if match else None


def _without_parts(rows: list[list[Fragment]], starts: list[_Start]) -> list[_Start]:
    """Return the starts but for copies and slips pasted in a frame below a title of their type."""
    kept: list[_Start] = []
    for start in starts:
        last = kept[-1] if kept else None
        framed = rows[start.row][0].cell is not None
        if last and start.row == last.row + 1 and last.match.code == start.match.code:
            continue  # 财政票据 above 非税收入票据: one head of two lines
        if last and framed and last.match.code == start.match.code:
            near = start.row - last.row <= _PASTED_WITHIN and rows[last.row][0].cell is None
            if near or start.match.code in _PASTED:
                continue
        kept.append(start)
    return kept


def _without_numbered(rows: list[list[Fragment]], starts: list[_Start]) -> list[_Start]:
    """Return the starts but for numbered headings inside a document: 一、审核意见.

    Such a heading is of the type of the title above it, which bears no number, or is set as text
    where the titles are set as headings.
    """
    bare = [one for one in starts if _count(rows[one.row][0].text) is None]
    headed = len(bare) >= _SOME and all(rows[one.row][0].heading for one in bare)
    kept: list[_Start] = []
    for start in starts:
        one = rows[start.row][0]
        counts = _count(one.text) is not None
        alike = bool(kept) and kept[-1] in bare and kept[-1].match.code == start.match.code
        inside = alike and (counts or is_label(one.text))
        if not (inside or (kept and counts and headed and not one.heading)):
            kept.append(start)
    return kept


def _without_sections(rows: list[list[Fragment]], starts: list[_Start]) -> list[_Start]:
    """Return the starts but for the names that head the sections of a register of service."""
    kept: list[_Start] = []
    texts = _texts(rows, starts) if starts else []
    for start, text in zip(starts, texts, strict=True):
        registers = bool(kept) and kept[-1].match.code == _REGISTER
        if not (registers and start.match.code != _REGISTER and is_section(text)):
            kept.append(start)
    return kept


def _first_block(rows: list[list[Fragment]], row: int, headed: bool) -> int:
    """Return the block of the title in `row`, or of the agency's name above it.

    `headed` says that the documents of this file bear the name above their titles.
    """
    at = row
    while at > 0 and row - at < _AGENCY_LINES and _is_agency(rows[at - 1]):
        if at < row and rows[at - 1][0].text == rows[at][0].text:
            break  # the name that signed the document before
        if _STAMPED.search(rows[at - 1][0].text):
            break
        at -= 1
    return rows[at if headed or not _follows_date(rows, at) else row][0].block or 0


def _headed(rows: list[list[Fragment]], starts: list[_Start]) -> bool:
    """Return whether an agency's name stands above a title where nobody can have signed."""
    return any(
        start.row == 1 or not _follows_date(rows, start.row - 1)
        for start in starts
        if start.row > 0 and _is_agency(rows[start.row - 1])
    )


def _is_agency(row: list[Fragment]) -> bool:
    return len(row) == 1 and not row[0].cell and bool(_AGENCY.fullmatch(row[0].text))


def _follows_date(rows: list[list[Fragment]], at: int) -> bool:
    return at > 0 and len(rows[at - 1]) == 1 and parse_date(rows[at - 1][0].text) is not None


def _whole(
    laid: LaidPages, index: int, titles: Titles, path: str, found: Sequence[Fragment], last: int
) -> list[Segment]:
    """Return the DOCX as one document: by a weaker title, a title in its header, or its name."""
    headers = [at for at, line in enumerate(laid.pages[index].lines) if line.block is None]
    text = "".join(one.text for one in found)
    head = find_head(found, titles, text) or find_head(laid.fragments(index, headers), titles, text)
    blocks = (0, max(last, 0))
    if head:
        return [Segment(head.match.code, head.match.title, 0.85, (index,), blocks)]
    hint = path_hint(path, titles)
    if hint and text:
        name = next(kind.type.name for kind in titles.kinds if kind.code == hint.code)
        return [Segment(hint.code, name, 0.6, (index,), blocks)]
    return []
