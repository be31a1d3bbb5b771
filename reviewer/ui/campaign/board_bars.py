"""Bars of progress: units with what is settled, reviewers with what is signed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from reviewer.ui.campaign.grid import Grid, GridDelegate, GridRow, Head
from reviewer.ui.rows import Index
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_bar
from reviewer.workspace.campaigns.board_cases import Bar

_BAR = 1
_THICK = 3
"""Parts of a row's height that a bar is lower than the row."""


class _BarDelegate(GridDelegate):
    """Paints the bar where the second column is, the late part red."""

    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Paint a bar, else the text."""
        if index.column() != _BAR:
            super().paint_cell(painter, cell, index)
            return
        view = self.view
        assert isinstance(view, BarList)
        bar, tokens = view.bars[index.row()], self.tokens
        high = max(tokens.unit, cell.height() // (_THICK + 1))
        longest = max(one.whole for one in view.bars)
        wide = round((cell.width() - tokens.gap) * bar.whole / longest)
        spot = QRect(cell.left(), cell.center().y() - high // 2, wide, high)
        draw_bar(painter, spot, bar.done / bar.whole, tokens)
        if bar.late:
            late = QRect(spot)
            late.setWidth(max(2, round(wide * bar.late / bar.whole)))
            late.moveRight(spot.right())
            painter.fillRect(late, QColor(tokens.red_fill))


class BarList(Grid):
    """One bar a row; opening a row shows its cases."""

    cases_asked = Signal(str, object)  # name, UUIDs

    def __init__(self, tokens: Tokens, name: str, *, says: bool) -> None:
        self._says = says
        self.bars: tuple[Bar, ...] = ()
        heads = [Head("", 0), Head("", 1), Head("", right=True)]
        if says:
            heads.append(Head("", right=True))
        super().__init__(tokens, name, heads)
        self.setItemDelegate(_BarDelegate(self, tokens))
        self.horizontalHeader().hide()
        self.opened.connect(self._on_opened)
        self.clicked.connect(self._on_opened)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Replace the rows."""
        self.bars = tuple(bars)
        self.show_rows([self._row(one) for one in bars])

    def _row(self, one: Bar) -> GridRow:
        tone = "red" if one.late else ""
        cells = (one.name, "", f"{one.done}/{one.whole}")
        said = (one.said,) if self._says else ()
        return GridRow(one.name, (*cells, *said), ("", "", "" if self._says else tone, tone))

    def _on_opened(self, index: QModelIndex) -> None:
        bar = self.bars[index.row()]
        self.cases_asked.emit(bar.name, bar.cases)
