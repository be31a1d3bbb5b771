"""Laying documents out on A4 pages: paragraphs, ruled tables that break over pages, seals.

A sheet is full when the next line would reach the foot; a row of a table that is higher than the
rest of the page is split between its lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.fonts import FontRole
from reviewer.proof.documents.parts import (
    Block,
    Card,
    Cell,
    Look,
    MadeDocument,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from reviewer.proof.renderings.lines import Line, break_lines, line_width, width_of
from reviewer.proof.renderings.sheets import (
    HEIGHT,
    WIDTH,
    Image,
    Item,
    LaidDocument,
    Rule,
    Seal,
    Sheet,
    Text,
)

LEFT, RIGHT, TOP, BOTTOM = 74.0, 66.0, 76.0, 72.0
MEASURE = WIDTH - LEFT - RIGHT
_PAD_X, _PAD_Y = 4.5, 4.0
_TABLE_SIZE, _TABLE_LEAD = 11.5, 17.5


@dataclass(frozen=True, slots=True)
class Setting:
    """How paragraphs of one look are set."""

    role: FontRole
    size: float
    lead: float
    align: str = "left"
    indent: bool = False
    before: float = 0.0
    after: float = 0.0


_SETTINGS = {
    Look.UNIT: Setting(FontRole.SONG, 18, 28, "centre"),
    Look.TITLE: Setting(FontRole.HEI, 20, 30, "centre", after=8),
    Look.NUMBER: Setting(FontRole.SONG, 11.5, 20, "right", after=4),
    Look.LARGE: Setting(FontRole.SONG, 24, 46, "centre", before=60, after=16),
    Look.HEAD: Setting(FontRole.HEI, 12.5, 22, indent=True),
    Look.BODY: Setting(FontRole.FANG, 12.2, 21, indent=True),
    Look.PLAIN: Setting(FontRole.FANG, 12.2, 21),
    Look.RIGHT: Setting(FontRole.FANG, 12.5, 24, "right"),
    Look.NOTE: Setting(FontRole.SONG, 10, 16, before=3, after=5),
}
_FOOT = Setting(FontRole.SONG, 11, 16)


def lay_out(document: MadeDocument) -> LaidDocument:
    """Return `document` on its pages."""
    writer = _Writer(document.foot)
    for block in document.blocks:
        writer.add(block)
    return LaidDocument(document, writer.finished(len(document.foot) > 0))


class _Writer:
    """Fills sheets from the top."""

    def __init__(self, foot: str) -> None:
        self._foot = foot
        self._bottom = HEIGHT - BOTTOM - (22 if foot else 0)
        self._sheets: list[list[Item]] = [[]]
        self._y = TOP
        self._tail: tuple[int, float] | None = None
        """Where the last lines of the last paragraph begin: item and height."""

    def add(self, block: Block) -> None:
        """Set one block at the present place."""
        if isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Signature):
            self._signature(block)
        elif isinstance(block, Card):
            self._card(block)
        else:
            self._picture(block)

    def finished(self, counted: bool) -> tuple[Sheet, ...]:
        """Return the sheets, each with its foot."""
        total = len(self._sheets)
        done = []
        for order, items in enumerate(self._sheets, 1):
            foot: list[Item] = []
            if self._foot:
                line = break_lines(self._foot, _FOOT.role, _FOOT.size, MEASURE)[0]
                foot += _texts(line, LEFT, HEIGHT - BOTTOM + 6, _FOOT)
            if counted:
                text = f"第{order}页　共{total}页"
                x = LEFT + (MEASURE - width_of(text, FontRole.SONG, 9.5)) / 2
                foot.append(Text(x, HEIGHT - 40, text, FontRole.SONG, 9.5))
            done.append(Sheet((*items, *foot)))
        return tuple(done)

    def _put(self, *items: Item) -> None:
        self._sheets[-1].extend(items)

    def _new_sheet(self) -> None:
        self._sheets.append([])
        self._y = TOP

    def _need(self, height: float) -> None:
        if self._y + height > self._bottom and self._y > TOP:
            self._new_sheet()

    def _keep_with_text(self, height: float) -> None:
        """Make room for `height`; a seal never stands on a page without text (本页无正文)."""
        if self._y + height <= self._bottom or self._tail is None:
            self._need(height)
            return
        first, top = self._tail
        moved = self._sheets[-1][first:]
        del self._sheets[-1][first:]
        height_moved = self._y - top
        self._new_sheet()
        for item in moved:
            if isinstance(item, Text):
                self._put(replace(item, y=item.y - top + TOP))
        self._y = TOP + height_moved

    def _paragraph(self, paragraph: Paragraph) -> None:
        setting = _SETTINGS[paragraph.look]
        text = f"　　{paragraph.text}" if setting.indent else paragraph.text
        self._y += setting.before
        self._tail = None
        lines = break_lines(text, setting.role, setting.size, MEASURE)
        for order, line in enumerate(lines):
            # A head stays with the first two lines of its text.
            self._need(setting.lead * (3 if paragraph.look is Look.HEAD else 1))
            if order == max(0, len(lines) - 3):
                self._tail = (len(self._sheets[-1]), self._y)
            x = _aligned(line, setting, LEFT, MEASURE)
            self._put(*_texts(line, x, self._y + setting.lead * 0.74, setting))
            self._y += setting.lead
        self._y += setting.after

    def _table(self, table: Table) -> None:
        for order, row in enumerate(table.rows):
            self._row(table, row, first=order == 0)
        self._y += 6

    def _row(self, table: Table, row: Sequence[Cell], first: bool) -> None:
        cells = _set_cells(table, row)
        while True:
            room = int((self._bottom - self._y - 2 * _PAD_Y) // _TABLE_LEAD)
            count = max(len(cell.lines) for cell in cells)
            if count <= room:
                self._draw_row(cells, count, top=first)
                return
            if room >= 3 and count > 4:
                self._draw_row([cell.head(room) for cell in cells], room, top=first)
                cells = [cell.tail(room) for cell in cells]
            self._new_sheet()
            first = True
            for head in table.rows[: table.heads]:
                self._row(table, head, first)
                first = False

    def _draw_row(self, cells: Sequence["_SetCell"], count: int, top: bool) -> None:
        height = count * _TABLE_LEAD + 2 * _PAD_Y
        y0, y1 = self._y, self._y + height
        if top:
            self._put(Rule(cells[0].x, y0, cells[-1].x + cells[-1].width, y0))
        self._put(Rule(cells[0].x, y1, cells[-1].x + cells[-1].width, y1))
        self._put(Rule(cells[0].x, y0, cells[0].x, y1))
        for cell in cells:
            self._put(Rule(cell.x + cell.width, y0, cell.x + cell.width, y1))
            slack = (count - len(cell.lines)) * _TABLE_LEAD / 2
            y = y0 + _PAD_Y + slack + _TABLE_LEAD * 0.72
            for line in cell.lines:
                x = _aligned(line, cell.setting, cell.x + _PAD_X, cell.width - 2 * _PAD_X)
                self._put(*_texts(line, x, y, cell.setting))
                y += _TABLE_LEAD
        self._y = y1

    def _signature(self, signature: Signature) -> None:
        setting = replace(_SETTINGS[Look.RIGHT], align="centre")
        self._keep_with_text(118)
        self._y += 22
        wide = max(width_of(t, setting.role, setting.size) for t in (signature.body, signature.day))
        x = WIDTH - RIGHT - wide - 30
        middle = self._y + setting.lead
        for text in (signature.body, signature.day):
            line = break_lines(text, setting.role, setting.size, wide + 1)[0]
            at = _aligned(line, setting, x, wide)
            self._put(*_texts(line, at, self._y + setting.lead * 0.74, setting))
            self._y += setting.lead
        self._put(Seal(x + wide / 2, middle, 58, signature.body))
        self._y += 24

    def _card(self, card: Card) -> None:
        lead, inner = 22.0, MEASURE - 56
        setting = Setting(FontRole.SONG, 12, lead)
        room = inner - (86 if card.portrait else 0)
        lines = [ln for text in card.lines for ln in break_lines(text, setting.role, 12, room)]
        height = 44 + lead * len(lines) + 10
        self._need(height + 10)
        x0, x1, y0 = LEFT + 10, WIDTH - RIGHT - 10, self._y + 4
        y1 = y0 + height
        for a, b, c, d in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self._put(Rule(a, b, c, d, 0.9))
        head = Setting(FontRole.HEI, 13.5, 26, "centre")
        title = break_lines(card.heading, head.role, head.size, inner)[0]
        self._put(*_texts(title, _aligned(title, head, x0, x1 - x0), y0 + 26, head))
        y = y0 + 44
        for line in lines:
            self._put(*_texts(line, x0 + 18, y + lead * 0.7, setting))
            y += lead
        if card.portrait:
            self._put(Image(x1 - 92, y0 + 40, 74, 88, "portrait", "", 0))
        self._y = y1 + 12

    def _picture(self, picture: Picture) -> None:
        width, height = MEASURE - 60, (MEASURE - 60) * 0.56
        self._need(height + 60)
        self._put(
            Image(LEFT + 30, self._y, width, height, picture.scene, picture.stamp, picture.seed)
        )
        self._y += height + 6


@dataclass(frozen=True, slots=True)
class _SetCell:
    """A cell with its lines and place."""

    x: float
    width: float
    lines: list[Line]
    setting: Setting

    def head(self, count: int) -> "_SetCell":
        return replace(self, lines=self.lines[:count])

    def tail(self, count: int) -> "_SetCell":
        return replace(self, lines=self.lines[count:])


def _set_cells(table: Table, row: Sequence[Cell]) -> list[_SetCell]:
    cells, x, column = [], LEFT, 0
    for cell in row:
        width = sum(table.widths[column : column + cell.columns]) * MEASURE
        setting = Setting(
            FontRole.SONG, _TABLE_SIZE, _TABLE_LEAD, "centre" if cell.label else "left"
        )
        lines = break_lines(cell.text, setting.role, setting.size, width - 2 * _PAD_X)
        cells.append(_SetCell(x, width, lines, setting))
        x, column = x + width, column + cell.columns
    return cells


def _aligned(line: Line, setting: Setting, x: float, width: float) -> float:
    slack = width - line_width(line, setting.role, setting.size)
    return x + {"left": 0.0, "centre": slack / 2, "right": slack}[setting.align]


def _texts(line: Line, x: float, y: float, setting: Setting) -> list[Item]:
    items: list[Item] = []
    for run in line:
        role = FontRole.KAI if run.hand else setting.role
        items.append(Text(x, y, run.text, role, setting.size, run.hand))
        x += width_of(run.text, role, setting.size)
    return items
