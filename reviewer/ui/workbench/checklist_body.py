"""The list of items and the current item: above each other, or side by side where it is wide."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import Rule
from reviewer.ui.workbench.item_list import ItemList
from reviewer.ui.workbench.item_pane import ItemPane
from reviewer.ui.workbench.list_head import ListHead

_SIDE_BY_SIDE = 900  # px at 字号 12: list 420 and item 520 beside each other
_ITEM = 520  # px at 字号 12
_LOW_WINDOW = 800  # px at 字号 12: below, the item's text has one line
_LEAST_ROWS = 5
_LEAST_ITEM = 6  # rows: in less than that the rows of an item cannot be read
_LINES = 2  # px
_ANY = 16777215  # px: no greatest size, in Qt


class ChecklistBody(QWidget):
    """Shares its room between list and item."""

    def __init__(self, tokens: Tokens, head: ListHead, rows: ItemList, pane: ItemPane) -> None:
        super().__init__()
        self._list, self._pane = rows, pane
        self.low = False
        """Whether five rows do not fit, so that the item is whole only while it is worked in."""
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(rows, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(upper, 1)
        self._layout.addWidget(Rule(tokens))
        self._layout.addWidget(pane)

    def arrange(self, t: Tokens, panel: QSize) -> None:
        """Share the room in a panel of a size."""
        wide = panel.width() >= _SIDE_BY_SIDE * t.scale
        tight = self.window().height() < _LOW_WINDOW * t.scale
        self._pane.set_tight(tight and not wide)
        self._list.pinned = tight
        if wide:
            self._put_beside(t)
        else:
            self._put_below(t, panel.height(), tight=tight)

    def _put_beside(self, t: Tokens) -> None:
        self.low = False
        self._pane.set_folded(False)
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight)
        self._pane.setMinimumHeight(0)
        self._pane.setMaximumHeight(_ANY)
        self._pane.setFixedWidth(round(_ITEM * t.scale))

    def _put_below(self, t: Tokens, tall: int, *, tight: bool) -> None:
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom)
        self._pane.setMinimumWidth(0)
        self._pane.setMaximumWidth(_ANY)
        # Besides its rows the list has the strip and its head, and a line above the item.
        room = tall - t.bar - t.row - _LEAST_ROWS * t.row - _LINES
        self.low = room < _LEAST_ITEM * t.row
        self._pane.set_folded(self.low and not self._is_in_item())
        unfolded = max(min(self._pane.wanted_height(tight), room), _LEAST_ITEM * t.row)
        folded = self._pane.sizeHint().height()
        self._pane.setFixedHeight(folded if self._pane.folded else unfolded)

    def _is_in_item(self) -> bool:
        held, pane = QApplication.focusWidget(), self._pane
        if held is not None and pane.verdict.isAncestorOf(held):
            # A button must not move away between press and release.
            return not pane.folded
        return held is not None and (held is pane or pane.isAncestorOf(held))
