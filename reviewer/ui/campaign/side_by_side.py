"""A list and what belongs to its row: side by side, or above each other in a narrow window."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reviewer.ui.theme import Tokens

_NARROW = 1100
"""Width at 字号 12 from which both have room beside each other."""
_ROWS, _FEWER = 5, 2
"""Rows that the first part keeps in a narrow window, and where the second one leads."""
_SHARES = (2, 3)
_ENDLESS = 16_777_215  # Qt's own limit of a widget's size


class SideBySide(QWidget):
    """Two parts of a page."""

    def __init__(
        self,
        tokens: Tokens,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int] = _SHARES,
        rows: int = _ROWS,
        least: int = _NARROW,
    ) -> None:
        """Hold two parts; `least` is the width at 字号 12 from which both have room."""
        super().__init__()
        self._least = least
        self._tokens = tokens
        self._first, self._rows = first, rows
        self._second_leads = False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(tokens.block)
        self._box.addWidget(first, shares[0])
        self._box.addWidget(second, shares[1])

    def lead(self, *, second: bool) -> None:
        """Say whether the second part stands on top in a narrow window, with most of the room."""
        self._second_leads = second
        self._arrange()

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
        return self._box.direction() is not QBoxLayout.Direction.LeftToRight

    def _arrange(self) -> None:
        tokens = self._tokens
        narrow = self.width() < self._least * tokens.scale
        ways = QBoxLayout.Direction
        above = ways.BottomToTop if self._second_leads else ways.TopToBottom
        self._box.setDirection(above if narrow else ways.LeftToRight)
        rows = _FEWER if self._second_leads else self._rows
        few = tokens.head + rows * tokens.row
        self._first.setMaximumHeight(few if narrow else _ENDLESS)
