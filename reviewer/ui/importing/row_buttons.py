"""Buttons that stand in the rows of a list: painted by the delegate, pressed in the view.

The first button of the current row also answers to Enter, so that the mouse is never needed.
"""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from reviewer.ui.rows import Index, RowDelegate, RowsView
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_button, make_font, text_width

BUTTONS_ROLE = Qt.ItemDataRole.UserRole + 1
"""Model role in the last column: the words of the buttons, left to right."""


class ButtonView(RowsView):
    """A list whose rows may hold buttons in their last column."""

    pressed_button = Signal(QModelIndex, str)

    def __init__(self) -> None:
        super().__init__()
        self._tokens: Tokens | None = None
        self.opened.connect(self._on_opened)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take measures."""
        self._tokens = tokens
        super().set_tokens(tokens)

    def buttons_of(self, row: int) -> tuple[str, ...]:
        """Return the words of the buttons of a row."""
        model = self.model()
        found = model.index(row, model.columnCount() - 1).data(BUTTONS_ROLE)
        return tuple(found) if found else ()

    def places_of(self, row: int) -> tuple[tuple[str, QRect], ...]:
        """Return word and place of each button of a row, in the viewport."""
        tokens = self._tokens
        words = self.buttons_of(row)
        if tokens is None or not words:
            return ()
        top = self.rowViewportPosition(row)
        middle = top + self.rowHeight(row) - tokens.row // 2
        font = make_font(tokens, tokens.caption)
        right = self.viewport().width() - tokens.block
        places = []
        for word in reversed(words):
            wide = text_width(font, word) + 2 * tokens.block
            spot = QRect(
                right - wide, middle - tokens.control_small // 2, wide, tokens.control_small
            )
            places.append((word, spot))
            right -= wide + tokens.gap
        return tuple(reversed(places))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a button, or choose the row."""
        super().mousePressEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        for word, place in self.places_of(index.row()):
            if place.contains(spot):
                self.pressed_button.emit(index, word)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a button can be pressed."""
        super().mouseMoveEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        over = index.isValid() and any(p.contains(spot) for _, p in self.places_of(index.row()))
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        )

    def _on_opened(self, index: QModelIndex) -> None:
        words = self.buttons_of(index.row())
        if words:
            self.pressed_button.emit(index, words[0])


class ButtonDelegate(RowDelegate):
    """Paints the buttons of a row over its last column."""

    def paint_buttons(self, painter: QPainter, index: Index) -> int:
        """Paint the buttons and return where they begin; the right edge when there are none."""
        assert isinstance(self.view, ButtonView)
        places = self.view.places_of(index.row())
        for word, spot in places:
            draw_button(painter, spot, word, self.tokens)
        return places[0][1].left() if places else self.view.viewport().width()
