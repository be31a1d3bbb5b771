"""The part 总览: head figures, means, heat map, problems and distribution."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reviewer.ui.campaign.sections import filling
from reviewer.ui.campaign.statistics.chart_view import ChartView
from reviewer.ui.campaign.statistics.figure_card import FigureCard
from reviewer.ui.campaign.statistics.figure_grid import FigureGrid
from reviewer.ui.campaign.statistics.head_strip import HeadStrip
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.statistics_view import StatisticsView

_COLUMNS = 11
_BESIDE = {"means": (0, 0, 5), "heat": (0, 5, 6), "problems": (1, 0, 6), "spread": (1, 6, 5)}
"""Row, first column and number of columns of each card."""
_BELOW = {
    name: (at, 0, _COLUMNS) for at, name in enumerate(("means", "heat", "problems", "spread"))
}
_NARROW = 980
"""Width at 字号 12 below which the cards stand under each other."""


class Overview(QWidget):
    """The figures of the whole campaign."""

    opened = Signal(str, object)  # words, tuple of UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.heads = HeadStrip(tokens)
        self.charts = {
            "means": ChartView(tokens),
            "problems": ChartView(tokens),
            "spread": ChartView(tokens, tall=True),
        }
        self.heat = FigureGrid(tokens, closes_rows=False, whole=True)
        look(self.heat.horizontalHeader(), "plain")
        self.cards = {name: FigureCard(tokens, view) for name, view in self.charts.items()}
        self.cards["heat"] = FigureCard(tokens, self.heat)
        self.heads.opened.connect(self.opened)
        self.heat.opened_cases.connect(self.opened)
        for view in self.charts.values():
            view.opened.connect(self.opened)
        self._build(tokens)

    def _build(self, tokens: Tokens) -> None:
        self._grid = grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.block)
        for at in range(_COLUMNS):
            grid.setColumnStretch(at, 1)
        self._place(_BESIDE)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        scroll = filling(tokens, self.heads, grid)
        inside = scroll.widget().layout()
        assert isinstance(inside, QVBoxLayout)
        inside.setStretch(1, 1)
        body.addWidget(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under each other where there is no room beside."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < round(_NARROW * self._tokens.scale)
        places = _BELOW if narrow else _BESIDE
        if places is not self._places:
            self._place(places)

    def _place(self, places: Mapping[str, tuple[int, int, int]]) -> None:
        self._places = places
        for name, (down, left, wide) in places.items():
            self._grid.removeWidget(self.cards[name])
            self._grid.addWidget(self.cards[name], down, left, 1, wide)
        last = max(down for down, _, _ in places.values())
        for down in range(len(self.cards)):
            self._grid.setRowStretch(down, int(down == last))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self._fit()
        self.heads.set_tokens(tokens)
        for made in self.cards.values():
            made.set_tokens(tokens)

    def show_view(self, view: StatisticsView) -> None:
        """Show the figures."""
        self.heads.show_figures(view.heads)
        self.cards["means"].show_chart(view.means)
        self.cards["heat"].show_table(view.heat)
        self.cards["problems"].show_chart(view.problems)
        self.cards["spread"].show_chart(view.spread)

    def begin(self) -> None:
        """Put the keyboard on the first chart."""
        self.charts["means"].setFocus(Qt.FocusReason.OtherFocusReason)
