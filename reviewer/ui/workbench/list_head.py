"""The head of the list of items: filters with their counts, and the heads of the columns."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import ground
from reviewer.ui.workbench.item_list import columns
from reviewer.ui.workbench.item_rows import Filter
from reviewer.ui.workbench.paint import colour, draw_text, font, hairline


class ListHead(QWidget):
    """Filters with their counts, and the heads of the columns."""

    chosen = Signal(object)  # Filter

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "ground")
        self._tokens = tokens
        self._buttons = {which: QPushButton(which.value) for which in Filter}
        self._row = QHBoxLayout(self)
        for button in self._buttons.values():
            look(button, "filter")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._buttons[Filter.ALL].setChecked(True)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self._tokens = tokens
        self.setFixedHeight(tokens.row)
        self._row.setContentsMargins(tokens.gap, 0, 0, 0)
        self._row.setSpacing(0)

    def show_counts(self, found: dict[Filter, int]) -> None:
        """Show how many items each filter shows."""
        for which, button in self._buttons.items():
            button.setText(f"{which.value} {found[which]}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, t = QPainter(self), self._tokens
        painter.fillRect(self.rect(), colour(t, "ground"))
        hairline(painter, self.rect(), colour(t, "line2"), Qt.Edge.BottomEdge)
        at = columns(self.width(), t)
        ink, type_ = colour(t, "ink2"), font(t, "caption")
        used = sum(button.sizeHint().width() for button in self._buttons.values()) + 2 * t.gap
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        tall = self.height()
        if at.hint >= used:
            draw_text(painter, QRect(at.hint, 0, t.bar * 3, tall), "机器提示", type_, ink)
        if at.pages >= used and at.awarded - at.pages > 2 * t.bar:
            draw_text(painter, QRect(at.pages, 0, t.bar, tall), "页", type_, ink)
        draw_text(painter, QRect(0, 0, at.full, tall), "得分/满分", type_, ink, right)

    def _on_clicked(self) -> None:
        self.chosen.emit(next(which for which, b in self._buttons.items() if b.isChecked()))
