"""Laying out the blocks of a DOCX on an endless strip, before it is cut into sheets.

Lengths are in points, y grows downwards from the top of the block.  Every stretch of text knows
the block and the characters that it shows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from reviewer.fonts import FontRole
from reviewer.intake.copy_fonts import char_width, role_of
from reviewer.intake.docx_styles import RunLook
from reviewer.intake.docx_tree import (
    Block,
    Cell,
    Paragraph,
    Table,
    block_text,
    cell_starts,
    content_starts,
)

LEADING = 1.5
_CELL_LEADING = 1.3
_PAD_X, _PAD_Y = 4.0, 3.0
_SIZES = (8.0, 26.0)
_TALLEST = 560.0
_MOST_SLACK = 240.0
_NOT_FIRST = "，。、；：？！）】》〉」』”’％…—·,.;:?!)]}%"
_NOT_LAST = "（【《〈「『“‘([{"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look in a stretch."""

    x: float
    size: float
    role: FontRole
    bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """One drawn line of a block."""

    x: float
    y: float
    width: float
    height: float
    block: int
    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line, horizontal or vertical."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the document."""

    x: float
    y: float
    width: float
    height: float
    part: str


Item = Stretch | Rule | Picture


@dataclass(slots=True)
class Flow:
    """What was laid out, and where it may be cut."""

    height: float = 0.0
    items: list[Item] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)
    """Good places to cut: between lines of a paragraph, between rows of a table."""

    def add(self, other: "Flow", x: float = 0.0, y: float | None = None) -> None:
        """Set `other` below what is there, or at `y`."""
        top = self.height if y is None else y
        self.items += [moved(item, x, top) for item in other.items]
        if y is None:
            self.cuts += [top, *(top + cut for cut in other.cuts)]
            self.height += other.height


def moved(item: Item, x: float, y: float) -> Item:
    """Return the item, shifted."""
    if isinstance(item, Rule):
        return Rule(item.x0 + x, item.y0 + y, item.x1 + x, item.y1 + y)
    return replace(item, x=item.x + x, y=item.y + y)


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One character of a paragraph."""

    char: str
    index: int
    width: float
    size: float
    role: FontRole
    bold: bool


class Layouter:
    """Lays out blocks; `picture_size` returns width and height in points of a picture part."""

    def __init__(self, picture_size: Callable[[str], tuple[float, float]]) -> None:
        self._picture_size = picture_size

    def block(
        self, block: Block, index: int, start: int, width: float, leading: float = LEADING
    ) -> Flow:
        """Lay out a block whose text begins at `start` in the text of block `index`."""
        if isinstance(block, Table):
            return self._table(block, index, start, width)
        return self._paragraph(block, index, start, width, leading)

    def _paragraph(
        self, paragraph: Paragraph, index: int, start: int, width: float, leading: float
    ) -> Flow:
        flow = Flow(height=paragraph.look.before)
        left = min(max(paragraph.look.left, 0.0), width / 2)
        room = width - left - min(max(paragraph.look.right, 0.0), width / 4)
        first = max(paragraph.look.first, -left)
        for glyphs in _lines(list(_glyphs(paragraph, start)), room, first):
            self._set_line(flow, glyphs, paragraph, left + first, room - first, index, leading)
            first = 0.0
        if not paragraph.own_text and not any(run.picture for run in paragraph.runs):
            size = paragraph.runs[0].look.size if paragraph.runs else RunLook().size
            flow.height += size * leading
        for run in paragraph.runs:
            if run.picture:
                self._set_picture(flow, run.picture, run.size, left, room, paragraph.look.align)
        position = start + len(paragraph.own_text) + 1
        for box in paragraph.boxes:
            flow.add(self._boxed(box, index, position, width))
            position += len(block_text(box)) + 1
        flow.height += paragraph.look.after
        return flow

    def _set_line(
        self,
        flow: Flow,
        glyphs: Sequence[_Glyph],
        paragraph: Paragraph,
        x: float,
        room: float,
        index: int,
        leading: float,
    ) -> None:
        flow.cuts.append(flow.height)
        height = max(glyph.size for glyph in glyphs) * leading
        shown = [glyph for glyph in glyphs if glyph.char != "\n"]
        if shown:
            used = sum(glyph.width for glyph in shown)
            slack = {"center": 0.5, "right": 1.0}.get(paragraph.look.align, 0.0)
            x += max(0.0, room - used) * slack
            first, last = shown[0].index, shown[-1].index + 1
            pieces = tuple(_pieces(shown))
            flow.items.append(Stretch(x, flow.height, used, height, index, first, last, pieces))
        flow.height += height

    def _set_picture(
        self,
        flow: Flow,
        part: str,
        size: tuple[float, float],
        x: float,
        room: float,
        align: str,
    ) -> None:
        natural = self._picture_size(part)
        width, height = size if all(size) else natural
        scale = min(1.0, room / max(width, 1.0), _TALLEST / max(height, 1.0))
        width, height = width * scale, height * scale
        slack = {"center": 0.5, "right": 1.0}.get(align, 0.0)
        flow.cuts.append(flow.height)
        flow.items.append(
            Picture(x + max(0.0, room - width) * slack, flow.height + 2, width, height, part)
        )
        flow.height += height + 4

    def _boxed(self, block: Block, index: int, start: int, width: float) -> Flow:
        """Lay out what a text box holds, in a frame."""
        inner = self.block(block, index, start, width - 4 * _PAD_X, _CELL_LEADING)
        flow = Flow()
        flow.add(inner, 2 * _PAD_X, _PAD_Y)
        flow.height = inner.height + 2 * _PAD_Y
        flow.items += _frame(_PAD_X, 0.0, width - _PAD_X, flow.height)
        return flow

    def _table(self, table: Table, index: int, start: int, width: float) -> Flow:
        lefts = _columns(table, width)
        contents: list[tuple[Cell, Flow]] = []
        for cell, offset in cell_starts(table):
            last = min(cell.column + cell.column_span, len(lefts) - 1)
            room = max(lefts[last] - lefts[min(cell.column, last - 1)] - 2 * _PAD_X, 8.0)
            contents.append((cell, self._cell(cell, index, start + offset, room)))
        tops = _rows(contents)
        flow = Flow(height=tops[-1], cuts=tops[:-1])
        for cell, inner in contents:
            last = min(cell.column + cell.column_span, len(lefts) - 1)
            left, right = lefts[min(cell.column, last - 1)], lefts[last]
            top = tops[cell.row]
            bottom = tops[min(cell.row + cell.row_span, len(tops) - 1)]
            # Short cells stand in the middle, as forms set them; long ones begin at the top.
            slack = bottom - top - inner.height - 2 * _PAD_Y
            middle = slack / 2 if len(inner.cuts) <= 3 and slack < _MOST_SLACK else 0.0
            flow.add(inner, left + _PAD_X, top + _PAD_Y + max(0.0, middle))
            flow.items += _frame(left, top, right, bottom)
        flow.height += 2.0
        return flow

    def _cell(self, cell: Cell, index: int, start: int, room: float) -> Flow:
        flow = Flow()
        for block, offset in content_starts(cell.content):
            inner = self.block(block, index, start + offset, room, _CELL_LEADING)
            flow.add(inner)
        return flow


def _glyphs(paragraph: Paragraph, start: int) -> Iterator[_Glyph]:
    position = start
    for run in paragraph.runs:
        role = role_of(run.look.font)
        size = min(max(run.look.size, _SIZES[0]), _SIZES[1])
        for char in run.text:
            width = 0.0 if char == "\n" else char_width(char, role) * size
            yield _Glyph(char, position, width, size, role, run.look.bold)
            position += 1


def _lines(glyphs: list[_Glyph], room: float, first: float) -> Iterator[list[_Glyph]]:
    """Break a paragraph into lines; `first` is the extra indent of the first one."""
    begin, used, limit = 0, 0.0, room - first
    for index, glyph in enumerate(glyphs):
        if glyph.char == "\n":
            yield glyphs[begin : index + 1]
            begin, used, limit = index + 1, 0.0, room
        elif used + glyph.width > limit and index > begin and glyph.char not in _NOT_FIRST:
            cut = _break_before(glyphs, begin, index)
            yield glyphs[begin:cut]
            begin, limit = cut, room
            used = sum(one.width for one in glyphs[cut : index + 1])
        else:
            used += glyph.width
    if begin < len(glyphs):
        yield glyphs[begin:]


def _break_before(glyphs: list[_Glyph], begin: int, index: int) -> int:
    """Return where to break at or before `index`: not inside a word, not after a bracket."""
    cut = index
    while cut > begin and _is_word(glyphs[cut - 1].char) and _is_word(glyphs[cut].char):
        cut -= 1
    while cut > begin and glyphs[cut - 1].char in _NOT_LAST:
        cut -= 1
    return cut if cut > begin else index


def _is_word(char: str) -> bool:
    return "!" <= char <= "~"


def _pieces(glyphs: Sequence[_Glyph]) -> Iterator[Piece]:
    x, start = 0.0, 0
    left = 0.0
    for index, glyph in enumerate(glyphs):
        first = glyphs[start]
        if (glyph.size, glyph.role, glyph.bold) != (first.size, first.role, first.bold):
            text = "".join(one.char for one in glyphs[start:index])
            yield Piece(left, first.size, first.role, first.bold, text)
            start, left = index, x
        x += glyph.width
    first = glyphs[start]
    text = "".join(one.char for one in glyphs[start:])
    yield Piece(left, first.size, first.role, first.bold, text)


def _columns(table: Table, width: float) -> list[float]:
    """Return the left edges of the columns and the right edge of the last one."""
    count = max((cell.column + cell.column_span for cell in table.cells), default=1)
    widths = list(table.widths[:count])
    usual = sum(widths) / len(widths) if widths else 0.0
    widths = [max(one, 6.0) for one in widths] + [max(usual, 6.0)] * (count - len(widths))
    # Forms are read more easily across the whole sheet; a narrow table stays narrow.
    total = sum(widths)
    scale = width / total if total > 0.6 * width or not usual else 1.0
    return [0.0, *accumulate(one * scale for one in widths)]


def _rows(contents: Sequence[tuple[Cell, Flow]]) -> list[float]:
    """Return the tops of the rows and the bottom of the last one."""
    count = max((cell.row + cell.row_span for cell, _ in contents), default=1)
    heights = [12.0] * count
    for cell, flow in contents:
        if cell.row_span == 1:
            heights[cell.row] = max(heights[cell.row], flow.height + 2 * _PAD_Y)
    for cell, flow in contents:
        last = cell.row + cell.row_span
        missing = flow.height + 2 * _PAD_Y - sum(heights[cell.row : last])
        if cell.row_span > 1 and missing > 0:
            heights[last - 1] += missing
    return [0.0, *accumulate(heights)]


def _frame(left: float, top: float, right: float, bottom: float) -> list[Item]:
    return [
        Rule(left, top, right, top),
        Rule(left, bottom, right, bottom),
        Rule(left, top, left, bottom),
        Rule(right, top, right, bottom),
    ]
