"""What mouse and Shift+arrows do on a page: selecting text, drawing a box, opening a tag.

The characters of a page are asked for when the pointer first comes to it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip

from reviewer.model import Box
from reviewer.ui.workbench.page_layout import point_fraction, rect_box
from reviewer.ui.workbench.page_marks import PageMark
from reviewer.ui.workbench.page_paint import mark_at
from reviewer.ui.workbench.text_selection import (
    Selection,
    Spot,
    line_boxes,
    line_of,
    moved,
    nearest,
    text_of,
)
from reviewer.workspace.views import CharBox

if TYPE_CHECKING:
    from reviewer.ui.workbench.page_canvas import PageCanvas

_LEAST = 5.0  # px: a smaller box is a slip of the hand
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PageMouse(QObject):
    """Pointer and selection of one canvas."""

    box_drawn = Signal(int, object)  # position of the page, Box
    drawing_changed = Signal(bool)
    selection_changed = Signal()
    chars_wanted = Signal(int)

    def __init__(self, canvas: "PageCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._chars: dict[int, tuple[CharBox, ...]] = {}
        self._asked: set[int] = set()
        self._press: QPointF | None = None
        self._page = -1
        self._start = (0.0, 0.0)
        self.drawing = False
        self.rubber: QRectF | None = None
        self.selection: Selection | None = None

    def take_chars(self, index: int, chars: tuple[CharBox, ...]) -> None:
        """Take the characters of a page that were asked for."""
        self._chars[index] = chars
        if self.selection is not None and index in self.selection.pages:
            self._canvas.viewport().update()

    def forget_chars(self, *, moved: bool) -> None:
        """Ask again for pages that had no characters; for all when the pages `moved`."""
        self._chars = {} if moved else {at: found for at, found in self._chars.items() if found}
        self._asked = set(self._chars)
        if moved:
            self.selection = None

    def set_drawing(self, on: bool) -> None:
        """Start or stop drawing boxes."""
        if on != self.drawing:
            self.drawing = on
            self.rubber = None
            shape = Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor
            self._canvas.viewport().setCursor(shape)
            self.drawing_changed.emit(on)
            self._canvas.viewport().update()

    def selected_boxes(self, index: int) -> tuple[Box, ...]:
        """Return the selected boxes of a page."""
        return line_boxes(self._selected(index))

    def selected_text(self) -> str:
        """Return the selected text; empty when nothing is selected."""
        pages = self.selection.pages if self.selection else ()
        return "\n".join(filter(None, (text_of(self._selected(index)) for index in pages)))

    def selected_ranges(self) -> tuple[tuple[int, int, int], ...]:
        """Return page, first and last character of what is selected, a page at a time."""
        pages = self.selection.pages if self.selection else ()
        return tuple((at, own[0], own[-1]) for at in pages if (own := self._range(at)))

    def clear_selection(self) -> None:
        """Select nothing."""
        self._select(None)

    def press(self, point: QPointF, button: Qt.MouseButton) -> None:
        """Begin a box or a selection."""
        if button is not Qt.MouseButton.LeftButton:
            return
        self._press = point
        self._page = self._canvas.page_at(point)
        if not self.drawing:
            self._select(None)
        if self._page >= 0:
            self._start = self._fraction(self._page, point)
        self._ask(self._page)

    def move(self, point: QPointF, where: QPoint) -> None:
        """Go on with a box or a selection, or show what is under the pointer."""
        if self._press is None:
            self._hover(point, where)
        elif self.drawing and self._page >= 0:
            page = self._canvas.rect_on_screen(self._page)
            self.rubber = QRectF(self._press, point).normalized().intersected(page)
            self._canvas.viewport().update()
        elif self._page >= 0 and (point - self._press).manhattanLength() > _LEAST:
            self._drag(point)

    def release(self, point: QPointF) -> PageMark | None:
        """End a box or a selection; returns the mark that was clicked."""
        pressed, self._press = self._press, None
        rubber, self.rubber = self.rubber, None
        if pressed is None:
            return None
        if self.drawing:
            if rubber is not None and min(rubber.width(), rubber.height()) > _LEAST:
                page = self._canvas.rect_on_screen(self._page)
                box = rect_box(page, rubber, self._canvas.turned(self._page))
                self.box_drawn.emit(self._page, box)
            self._canvas.viewport().update()
            return None
        if self.selection is None and (point - pressed).manhattanLength() <= _LEAST:
            return self._mark_under(point)
        return None

    def select_line(self, point: QPointF) -> None:
        """Select the line under the pointer."""
        index = self._canvas.page_at(point)
        chars = self._chars.get(index, ())
        at = nearest(chars, *self._fraction(index, point)) if chars else -1
        if at >= 0:
            first, last = line_of(chars, at)
            self._select(Selection(Spot(index, first), Spot(index, last)))

    def key(self, event: QKeyEvent) -> bool:
        """Take Esc while drawing, and Shift+arrows; returns whether the key was meant for it."""
        if event.key() == Qt.Key.Key_Escape and (self.drawing or self.selection):
            self.set_drawing(False)
            self._select(None)
            return True
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            return False
        self._extend(*step)
        return True

    def _extend(self, along: int, lines: int) -> None:
        index = self.selection.head.index if self.selection else self._canvas.current
        chars = self._chars.get(index, ())
        if not chars:
            self._ask(index)
        elif self.selection is None:
            top = self._canvas.rect_on_screen(index)
            seen = QPointF(top.left(), max(top.top(), 0.0))
            spot = Spot(index, nearest(chars, *self._fraction(index, seen)))
            self._select(Selection(spot, spot))
        else:
            old = self.selection.head.char
            new = moved(chars, old, along, lines)
            head = Spot(index, new) if new != old else self._beyond(index, along + lines)
            self._select(Selection(self.selection.anchor, head or self.selection.head))

    def _beyond(self, index: int, by: int) -> Spot | None:
        """Return the first character of the next page, or the last of the one before."""
        beside = index + (1 if by > 0 else -1)
        chars = self._chars.get(beside, ())
        if not chars:
            self._ask(beside)
            return None
        return Spot(beside, 0 if by > 0 else len(chars) - 1)

    def _drag(self, point: QPointF) -> None:
        self._canvas.follow(point)
        index = self._canvas.page_near(point)
        own, there = self._chars.get(self._page, ()), self._chars.get(index, ())
        for at in range(min(self._page, index), max(self._page, index) + 1):
            self._ask(at)
        if own and there:
            anchor = Spot(self._page, nearest(own, *self._start))
            head = Spot(index, nearest(there, *self._fraction(index, point)))
            self._select(Selection(anchor, head))

    def _range(self, index: int) -> range:
        chars = self._chars.get(index, ())
        return self.selection.on(index, len(chars)) if self.selection else range(0)

    def _selected(self, index: int) -> tuple[CharBox, ...]:
        own = self._range(index)
        return self._chars.get(index, ())[own.start : own.stop]

    def _hover(self, point: QPointF, where: QPoint) -> None:
        index = self._canvas.page_at(point)
        self._ask(index)
        mark = self._mark_under(point)
        viewport = self._canvas.viewport()
        if not self.drawing:
            hand = (mark is not None and bool(mark.item)) or self._canvas.link_at(point) >= 0
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
            viewport.setCursor(shape if index >= 0 or hand else Qt.CursorShape.ArrowCursor)
        if mark is not None and mark.tip:
            QToolTip.showText(where, mark.tip, viewport)
        else:
            QToolTip.hideText()

    def _mark_under(self, point: QPointF) -> PageMark | None:
        tag = self._canvas.tag_at(point)
        index = self._canvas.page_at(point)
        if tag is not None or index < 0:
            return tag
        rect = self._canvas.rect_on_screen(index)
        turned = self._canvas.turned(index)
        return mark_at(rect, self._canvas.marks_on(index), turned, point)

    def _fraction(self, index: int, point: QPointF) -> tuple[float, float]:
        rect = self._canvas.rect_on_screen(index)
        return point_fraction(rect, point, self._canvas.turned(index))

    def _ask(self, index: int) -> None:
        if 0 <= index < self._canvas.page_count and index not in self._asked:
            self._asked.add(index)
            self.chars_wanted.emit(index)

    def _select(self, selection: Selection | None) -> None:
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit()
            self._canvas.viewport().update()
