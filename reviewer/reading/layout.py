"""One view of forms for scans, text layers and DOCX: fragments in rows.

A fragment is a line, or one line of a DOCX paragraph or cell.  Where a page has no boxes they are
made up from the order of lines, rows and columns, so that everything else asks only what stands
right of, below, or in one row with what.  Coordinates are fractions of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.model import Box, Line, Page, TextSource
from reviewer.reading.broken_dates import with_broken_dates
from reviewer.reading.cell_order import ends_paragraph, rows_by_labels
from reviewer.reading.fragment import Fragment, merged, text_height
from reviewer.reading.labels import is_label, is_listed
from reviewer.reading.misread import mended
from reviewer.reading.seal_rings import without_seals
from reviewer.reading.stacked_labels import with_stacked_labels
from reviewer.reading.strips import Strip, strip_of

_RECOGNISED = (TextSource.OCR, TextSource.HEAD)
_LOOSE = 0.85
"""Lines of one cell stand closer than this many line heights."""
_STAMP = 3.0
"""What is that many times as high as a line belongs to no row: a seal, a watermark."""
_STEP = 0.02
"""Height of a made-up line."""
_YEAR = re.compile(r"(?:(?:19|20)[0-9]{2}|二[〇零○Oo0][〇零○一二三四五六七八九]{2})年?")
_MONTH_OR_DAY = re.compile(r"年|月|日|(?:[0-9]{1,2}|[一二三四五六七八九十〇零]{1,3})[月日]?")
_FOOT = 0.9
_PAGE_NUMBER = re.compile(
    r"[-—–~·.|]*(?:[0-9]{1,4}|第[0-9]{1,4}页)[-—–~·.|]*|[0-9]{1,4}/[0-9]{1,4}|"
    r"第[0-9]{1,4}页[,/]?共[0-9]{1,4}页|共[0-9]{1,4}页[,/]?第[0-9]{1,4}页"
)
"""The number that a document prints at the foot of its page."""
_WHOLE_DAY = re.compile(r"[^年月日]{4}年[^年月日]{1,3}月[^年月日]{1,3}日")


def fragments(page: Page, index: int, lines: Sequence[int] | None = None) -> list[Fragment]:
    """Return the fragments of a page by rows, left to right; only of `lines` when given."""
    chosen = range(len(page.lines)) if lines is None else lines
    made = _Maker(page, index)
    for at in chosen:
        made.add(at, page.lines[at])
    # Dates first: 年, 月 and 日 in cells of their own also spell a listed label.
    scanned = page.source in _RECOGNISED
    bare = without_seals(made.found)
    dated = with_broken_dates(_without_number(bare)) if scanned else bare
    whole = _with_spread_labels(_with_spread_dates(dated))
    return reading_order(in_rows(with_stacked_labels(whole)), scanned)


def _without_number(found: list[Fragment]) -> list[Fragment]:
    """Return the fragments without the page number at the foot.

    In running text it would go on with what ends the page: 证号4405121587 | 13.
    """
    return [
        one
        for one in found
        if one.box.y0 < _FOOT
        or not _PAGE_NUMBER.fullmatch(one.text)
        or any(other is not one and _same_row(one, other) for other in found)
    ]


def in_rows(found: list[Fragment]) -> list[Fragment]:
    """Return the fragments ordered by rows; a row shares the middle of its first fragment."""
    ordered = sorted(found, key=lambda one: (one.box.y0 + one.box.y1, one.box.x0))
    rows: list[list[Fragment]] = []
    for one in ordered:
        if rows and _same_row(rows[-1][0], one):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [replace(one, row=number) for number, row in enumerate(rows) for one in _across(row)]


def _across(row: list[Fragment]) -> list[Fragment]:
    """Return a row from left to right; the lines of one cell from its top, however askew."""
    ordered: list[Fragment] = []
    for one in sorted(row, key=lambda one: (one.box.x0, one.box.y0)):
        at = len(ordered)
        while at and one.box.y0 < ordered[at - 1].box.y0 and _is_stacked(one, ordered[at - 1]):
            at -= 1
        ordered.insert(at, one)
    return ordered


def _is_stacked(one: Fragment, other: Fragment) -> bool:
    shared = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    narrow = min(one.box.x1 - one.box.x0, other.box.x1 - other.box.x0)
    return one.drawn and shared > 0.5 * narrow


def reading_order(found: list[Fragment], scanned: bool = False) -> list[Fragment]:
    """Return the fragments cell by cell: what stands in one cell is not torn apart by rows.

    Wide gaps between lines part the page into bands, gaps between columns part a band into
    cells, and so on; a piece that cannot be parted is read by rows.
    """
    height = text_height(found)
    if not height:
        return found
    return list(_parted(found, height, across=True, scanned=scanned))


def _parted(
    found: list[Fragment], height: float, across: bool, scanned: bool
) -> Iterator[Fragment]:
    for way in (across, not across):
        parts = _bands(found, height) if way else _columns(found, height)
        # A scan sets the rows of a form so close that no gap parts them.
        rows = rows_by_labels(parts, height) if scanned and not way and len(parts) > 1 else []
        if not rows and not way and (_is_of_rows(parts) or ends_paragraph(parts)):
            continue
        if len(parts) > 1:
            for part in rows or parts:
                yield from _parted(part, height, bool(rows) or not way, scanned and not rows)
            return
    yield from found


def _bands(found: list[Fragment], height: float) -> list[list[Fragment]]:
    ordered = sorted(found, key=lambda one: one.box.y0)
    return _split(ordered, [(one.box.y0, one.box.y1) for one in ordered], _LOOSE * height)


def _columns(found: list[Fragment], height: float) -> list[list[Fragment]]:
    ordered = sorted(found, key=lambda one: one.box.x0)
    return _split(ordered, [(one.box.x0, one.box.x1) for one in ordered], 0.25 * height)


def _is_of_rows(columns: Sequence[Sequence[Fragment]]) -> bool:
    """Return whether labels or serial numbers below each other open the rows of a tight table."""
    return sum(is_label(one.text) or one.text.isdigit() for one in columns[0]) > 1


def _split(
    ordered: list[Fragment], spans: list[tuple[float, float]], gap: float
) -> list[list[Fragment]]:
    parts: list[list[Fragment]] = []
    end = -1.0
    for one, (low, high) in zip(ordered, spans, strict=True):
        if parts and low - end < gap:
            parts[-1].append(one)
        else:
            parts.append([one])
        end = max(end, high)
    return [sorted(part, key=lambda one: (one.row, one.box.x0)) for part in parts]


def _same_row(first: Fragment, other: Fragment) -> bool:
    if any(_is_stamp(one, than) for one, than in ((first, other), (other, first))):
        return False
    low, high = max(first.box.y0, other.box.y0), min(first.box.y1, other.box.y1)
    smaller = min(first.box.y1 - first.box.y0, other.box.y1 - other.box.y0)
    return high - low > 0.5 * smaller and not _over(first.box, other.box)


def _is_stamp(one: Fragment, than: Fragment) -> bool:
    """Return whether a seal or a watermark lies across the line `than`."""
    return one.drawn and one.height > _STAMP * than.height and not is_label(one.text)


def _over(one: Box, other: Box) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)


def _tight(box: Box) -> Box:
    """Return the box of the characters: OCR draws a sixth of the height above and below them."""
    margin = (box.y1 - box.y0) / 6
    return Box(box.x0, box.y0 + margin, box.x1, box.y1 - margin)


class _Maker:
    """Turns lines into fragments, making up boxes where there are none."""

    def __init__(self, page: Page, index: int) -> None:
        self.found: list[Fragment] = []
        self._page = page
        self._index = index
        self._top = 0.0
        self._table: tuple[int, int] | None = None
        self._row_bottom = 0.0

    def add(self, at: int, line: Line) -> None:
        if line.box is not None:
            strip = strip_of(line, self._index, at)
            if strip.text:
                box = line.box
                if self._page.source in _RECOGNISED:
                    box, strip = _tight(box), Strip(mended(strip.text), strip.spots)
                self.found.append(Fragment(strip, box, self._index, line.text, line.block))
            return
        position = 0
        self._place_row(line)
        top = self._top
        if whole := self._whole_label(at, line):
            self._add_made_up(whole, line.text, line, top)
            self._row_bottom = max(self._row_bottom, top + _STEP)
            return
        for part in line.text.split("\n"):
            strip = strip_of(line, self._index, at, position, position + len(part))
            position += len(part) + 1
            if strip.text:
                self._add_made_up(strip, part, line, top)
                top += _STEP
        self._row_bottom = max(self._row_bottom, top)

    def _whole_label(self, at: int, line: Line) -> Strip | None:
        """Return the label that a narrow cell breaks over lines; None when it is none."""
        if line.cell is None or "\n" not in line.text:
            return None
        strip = strip_of(line, self._index, at)
        return strip if is_listed(strip.text) else None

    def _place_row(self, line: Line) -> None:
        """Go to a new row of made-up space unless the line is a cell of the running one."""
        row = (line.block, line.cell[0]) if line.block is not None and line.cell else None
        if row is None or row != self._table:
            self._top = max(self._top, self._row_bottom)
        self._table = row

    def _add_made_up(self, strip: Strip, raw: str, line: Line, top: float) -> None:
        left, right = (0.0, 1.0)
        if line.cell:
            left, right = line.cell[1] * 0.05, line.cell[1] * 0.05 + 0.045
        box = Box(left, top, right, top + _STEP * 0.9)
        self.found.append(
            Fragment(strip, box, self._index, raw, line.block, line.cell, 0, False, line.heading)
        )


def _with_spread_labels(found: list[Fragment]) -> list[Fragment]:
    """Join the pieces of a label that was spread over its cell: 案 | 号:."""
    short = [one for one in found if one.drawn and len(one.text.rstrip(":")) == 1]
    used: set[int] = set()
    result: list[Fragment] = []
    for one in sorted(short, key=lambda one: one.box.x0):
        if id(one) in used or ":" in one.text:
            continue
        parts = [one]
        for other in sorted(short, key=lambda other: other.box.x0):
            if other.box.x0 >= parts[-1].box.x1 and _is_next(parts[-1], other):
                parts.append(other)
        if len(parts) > 1 and is_listed("".join(part.text for part in parts)):
            used.update(map(id, parts))
            result.append(merged(parts))
    return [one for one in found if id(one) not in used] + result


def _with_spread_dates(found: list[Fragment]) -> list[Fragment]:
    """Join the pieces of a date that stands in cells of its own: 2024 | 年 | 10 | 月 | 17 | 日.

    On a scan the pieces are never quite level, so that the rows of a form tear them apart.
    """
    drawn = [one for one in found if one.drawn]
    pieces = sorted(
        (one for one in drawn if _MONTH_OR_DAY.fullmatch(one.text)), key=lambda one: one.box.x0
    )
    used: set[int] = set()
    result: list[Fragment] = []
    for year in (one for one in drawn if _YEAR.fullmatch(one.text)):
        parts = _date_from(year, pieces)
        if parts and not used.intersection(map(id, parts)):
            used.update(map(id, parts))
            result.append(merged(parts))
    return [one for one in found if id(one) not in used] + result


def _date_from(year: Fragment, pieces: Sequence[Fragment]) -> list[Fragment]:
    """Return `year` and the pieces at its right that make a whole day; nothing when none do."""
    parts = [year]
    for piece in pieces:
        last = parts[-1]
        gap = piece.box.x0 - last.box.x1
        level = abs(piece.middle - last.middle) < 0.6 * max(last.height, piece.height)
        if level and -last.height < gap < 4 * last.height:
            parts.append(piece)
            if _WHOLE_DAY.fullmatch("".join(part.text for part in parts)):
                return parts
    return []


def _is_next(left: Fragment, right: Fragment) -> bool:
    level = abs(left.middle - right.middle) < 0.3 * left.height
    return level and right.box.x0 - left.box.x1 < 6 * left.height and ":" not in left.text
