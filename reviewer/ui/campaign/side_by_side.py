"""A list and what belongs to its row: side by side, or above each other in a narrow window."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reviewer.ui.theme import Tokens

_NARROW = 1100
"""Width at 字号 12 from which both have room beside each other."""
_ROWS = 5
_LEFT, _RIGHT = 2, 3
_ENDLESS = 16_777_215  # Qt's own limit of a widget's size


class SideBySide(QWidget):
    """Two parts of a page."""

    def __init__(self, tokens: Tokens, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._tokens = tokens
        self._first = first
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(tokens.block)
        self._box.addWidget(first, _LEFT)
        self._box.addWidget(second, _RIGHT)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self._tokens = tokens
        self._box.setSpacing(tokens.block)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts where they have room."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        """Return whether the parts stand above each other."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def _arrange(self) -> None:
        tokens = self._tokens
        narrow = self.width() < _NARROW * tokens.scale
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        few = tokens.head + _ROWS * tokens.row
        self._first.setMaximumHeight(few if narrow else _ENDLESS)
