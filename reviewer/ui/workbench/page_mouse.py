"""What mouse and Shift+arrows do on a page: selecting text, drawing a box, opening a tag.

The characters of a page are asked for when the pointer first comes to it; `PageText` has them.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip

from reviewer.ui.workbench.page_layout import point_fraction, rect_box
from reviewer.ui.workbench.page_marks import PageMark
from reviewer.ui.workbench.page_paint import mark_at
from reviewer.ui.workbench.page_text import PageText

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
    """The pointer over one canvas."""

    box_drawn = Signal(int, object)  # position of the page, Box
    drawing_changed = Signal(bool)

    def __init__(self, canvas: "PageCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._press: QPointF | None = None
        self._page = -1
        self._start = (0.0, 0.0)
        self.drawing = False
        self.rubber: QRectF | None = None
        self.text = PageText(lambda: canvas.page_count, self)
        self.text.changed.connect(canvas.viewport().update)

    def set_drawing(self, on: bool) -> None:
        """Start or stop drawing boxes."""
        if on != self.drawing:
            self.drawing = on
            self.rubber = None
            shape = Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor
            self._canvas.viewport().setCursor(shape)
            self.drawing_changed.emit(on)
            self._canvas.viewport().update()

    def press(self, point: QPointF, button: Qt.MouseButton) -> None:
        """Begin a box or a selection."""
        if button is not Qt.MouseButton.LeftButton:
            return
        self._press = point
        self._page = self._canvas.page_at(point)
        if not self.drawing:
            self.text.clear()
        if self._page >= 0:
            self._start = self._fraction(self._page, point)
        self.text.ask(self._page)

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
        if self.text.selection is None and (point - pressed).manhattanLength() <= _LEAST:
            return self._mark_under(point)
        return None

    def select_line(self, point: QPointF) -> None:
        """Select the line under the pointer."""
        index = self._canvas.page_at(point)
        if index >= 0:
            self.text.select_line(index, self._fraction(index, point))

    def key(self, event: QKeyEvent) -> bool:
        """Take Esc while drawing, and Shift+arrows; returns whether the key was meant for it."""
        if event.key() == Qt.Key.Key_Escape and (self.drawing or self.text.selection):
            self.set_drawing(False)
            self.text.clear()
            return True
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            return False
        self._extend(*step)
        return True

    def _extend(self, along: int, lines: int) -> None:
        if self.text.selection is not None:
            self.text.extend(along, lines)
            return
        index = self._canvas.current
        if index < 0:
            return
        top = self._canvas.rect_on_screen(index)
        seen = QPointF(top.left(), max(top.top(), 0.0))
        self.text.begin(index, self._fraction(index, seen))

    def _drag(self, point: QPointF) -> None:
        self._canvas.follow(point)
        index = self._canvas.page_near(point)
        if index >= 0:
            there = self._fraction(index, point)
            self.text.select_between(self._page, self._start, index, there)

    def _hover(self, point: QPointF, where: QPoint) -> None:
        index = self._canvas.page_at(point)
        self.text.ask(index)
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
