"""The checklist as a list: groups and items, one delegate; ← → fold and unfold."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from reviewer.model import Choice
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.item_rows import GroupRow, ItemRow, Row
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import (
    SIGNS,
    colour,
    draw_disc,
    draw_icon,
    draw_tag,
    draw_text,
    font,
    hairline,
    tag_width,
    text_width,
)

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NO_PAGES = 500
"""px of the list at 字号 12: below it the page column goes; the pages stand in the item."""
_NARROW = 570  # px of the list at 字号 12: below it the hint column draws closer


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the list stand, in logical pixels from its left."""

    disc: int
    id: int
    title: int
    hint: int
    pages: int
    awarded: int
    """Right edge of the points."""
    full: int
    """Right edge of the full points."""


def columns(width: int, tokens: Tokens) -> Columns:
    """Return the columns for a list of this width."""

    def scaled(size: int) -> int:
        return round(size * tokens.scale)

    full = width - tokens.inset
    awarded = full - scaled(32)
    if width < scaled(_NO_PAGES):
        pages = awarded - scaled(44)
        return Columns(scaled(10), scaled(36), scaled(68), pages - scaled(90), pages, awarded, full)
    pages = awarded - scaled(136 if width >= scaled(_NARROW) else 122)
    hint = pages - scaled(86)
    return Columns(scaled(10), scaled(36), scaled(68), hint, pages, awarded, full)


class ItemList(PlainList[Row]):
    """Shows groups and items."""

    item_wanted = Signal(str)
    fold_wanted = Signal(str, bool)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "评查项", parent)
        self.pinned = False
        """Whether the current item stays third from the top, where the window is low."""
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Delegate(self))
        self.chosen.connect(self._on_chosen)

    def show_item(self, item: str) -> None:
        """Make an item the current row, third from the top at the lowest."""
        at = self.row_of(lambda row: isinstance(row, ItemRow) and row.id == item)
        if at < 0 or at == self.currentIndex().row():
            return
        self.set_current(at)
        bar, tall = self.verticalScrollBar(), self.tokens.row
        top, height = at * tall, self.viewport().height()
        if self.pinned or top - tall < bar.value():
            bar.setValue(top - 2 * tall)
        elif top + 2 * tall > bar.value() + height:
            bar.setValue(top + 3 * tall - height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint()).row()
        row = self.rows.rows[at] if at >= 0 else None
        if isinstance(row, GroupRow):
            self.fold_wanted.emit(row.id, not row.folded)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row is not None and not event.modifiers():
            group = row.id if isinstance(row, GroupRow) else self._group_of(row)
            self.fold_wanted.emit(group, key is Qt.Key.Key_Left)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._step(-1 if key is Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        rows = self.rows.rows
        at = self.currentIndex().row() + by
        while 0 <= at < len(rows):
            row = rows[at]
            if isinstance(row, ItemRow) or row.folded:
                self.setCurrentIndex(self.rows.index(at))
                return
            at += by

    def _group_of(self, row: ItemRow) -> str:
        at = self.rows.rows.index(row)
        heads = [r.id for r in self.rows.rows[:at] if isinstance(r, GroupRow)]
        return heads[-1] if heads else ""

    def _on_chosen(self, at: int) -> None:
        row = self.rows.rows[at]
        if isinstance(row, ItemRow):
            self.item_wanted.emit(row.id)


class _Delegate(RowDelegate):
    """Paints group and item rows."""

    view: ItemList

    def paint_row(self, painter: QPainter, area: QRect, row: Row, *, current: bool) -> None:
        at = columns(self.view.viewport().width(), self.view.tokens)
        if isinstance(row, GroupRow):
            self._paint_group(painter, area, row, at, current=current)
        else:
            self._paint_item(painter, area, row, at, current=current)

    def _paint_group(
        self, painter: QPainter, area: QRect, row: GroupRow, at: Columns, *, current: bool
    ) -> None:
        t = self.view.tokens
        if not current:
            painter.fillRect(area, colour(t, "ground"))
        hairline(painter, area, colour(t, "line"), Qt.Edge.BottomEdge)
        middle = area.center().y() + 0.5
        chevron = "chevron-right" if row.folded else "chevron-down"
        draw_icon(painter, area.left() + at.disc, middle, chevron, colour(t, "ink2"), 15)
        head = QRectF(area).adjusted(at.id - t.unit, 0, 0, 0)
        draw_text(painter, head, row.id, font(t, "body", True), colour(t, "ink"))
        left = at.id - t.unit + text_width(t, row.id, "body", True) + t.gap
        name = QRectF(area).adjusted(left, 0, 0, 0)
        draw_text(painter, name, row.name, font(t, "body", True), colour(t, "ink"))
        left += text_width(t, row.name, "body", True) + t.gap
        done = QRectF(area).adjusted(left, 0, 0, 0)
        words = f"已评 {row.decided}/{row.count}"
        draw_text(painter, done, words, font(t, "caption"), colour(t, "ink2"))
        _points(painter, area, row.awarded, row.full, at, t, bold=True, shade="ink")

    def _paint_item(
        self, painter: QPainter, area: QRect, row: ItemRow, at: Columns, *, current: bool
    ) -> None:
        t = self.view.tokens
        if not current:
            line = QRectF(area).adjusted(at.id, 0, 0, 0)
            hairline(painter, line, colour(t, "line"), Qt.Edge.BottomEdge)
        size = t.icon
        disc = QRectF(area.left() + at.disc, area.center().y() + 0.5 - size / 2, size, size)
        draw_disc(painter, disc, row.choice, t)
        grey = row.choice is Choice.ABSENT
        ink = colour(t, "ink2" if grey else "ink")
        mark = colour(t, "blue" if current else "ink2")
        name = QRectF(area).adjusted(at.id, 0, 0, 0)
        draw_text(painter, name, row.id, font(t, "body", current), mark)
        title = QRectF(area.left() + at.title, area.top(), at.hint - at.title, area.height())
        draw_text(painter, title, row.title, font(t, "body", current), ink, elide=True)
        self._paint_hint(painter, area, row, at)
        left, room = area.left() + at.pages, at.awarded - at.pages - round(44 * t.scale)
        pages = QRectF(left, area.top(), room, area.height())
        fitting = _fitting(row.pages, t, room) if room > t.gap else ""
        draw_text(painter, pages, fitting, font(t, "caption"), colour(t, "blue"))
        shade = "red" if row.lost else "ink2" if grey else "ink"
        _points(painter, area, row.awarded, row.full, at, t, bold=row.lost, shade=shade)

    def _paint_hint(self, painter: QPainter, area: QRect, row: ItemRow, at: Columns) -> None:
        if row.verdict is None:
            return
        t = self.view.tokens
        left = float(area.left() + at.hint)
        if not row.word:
            width = tag_width(t, row.verdict)
            right = area.left() + at.pages - t.gap
            tall = t.control_small - 2
            top = area.top() + (area.height() - tall) / 2
            left = min(left, right - width)
            draw_tag(painter, QRectF(left, top, width, tall), row.verdict, t)
            return
        sign = SIGNS[row.verdict]
        shade = sign.colour if row.word == "已采纳" else "ink2"
        middle = area.center().y() + 0.5
        draw_icon(painter, left, middle, sign.icon, colour(t, shade), t.icon_small)
        words = QRectF(area).adjusted(at.hint + t.icon_small + t.unit, 0, 0, 0)
        draw_text(painter, words, row.word, font(t, "caption"), colour(t, "ink2"))


def _points(
    painter: QPainter,
    area: QRect,
    awarded: str,
    full: str,
    at: Columns,
    tokens: Tokens,
    *,
    bold: bool,
    shade: str,
) -> None:
    got = QRectF(area.left(), area.top(), at.awarded, area.height())
    draw_text(painter, got, awarded, font(tokens, "body", bold), colour(tokens, shade), _RIGHT)
    whole = QRectF(area.left(), area.top(), at.full, area.height())
    ink = colour(tokens, "ink2")
    draw_text(painter, whole, f"/{full}", font(tokens, "caption"), ink, _RIGHT)


def _fitting(pages: tuple[str, ...], tokens: Tokens, room: int) -> str:
    """Return as many page numbers as fit, whole."""
    for count in range(len(pages), 0, -1):
        text = "、".join(pages[:count]) + (" 等" if count < len(pages) else "")
        if text_width(tokens, text, "caption") <= room or count == 1:
            return text
    return ""
