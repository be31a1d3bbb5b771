"""The part 总览: head figures, means, heat map, problems and distribution."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reviewer.ui.campaign.sections import filling
from reviewer.ui.campaign.statistics.chart_view import ChartView
from reviewer.ui.campaign.statistics.figure_card import FigureCard
from reviewer.ui.campaign.statistics.figure_grid import FigureGrid
from reviewer.ui.campaign.statistics.head_strip import HeadStrip
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.statistics_view import StatisticsView

_COLUMNS = 11  # the cards of the upper row share it 5 to 6, those of the lower 6 to 5


class Overview(QWidget):
    """The figures of the whole campaign."""

    opened = Signal(str, object)  # words, tuple of UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
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
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.block)
        top = Qt.AlignmentFlag(0)
        grid.addWidget(self.cards["means"], 0, 0, 1, 5, top)
        grid.addWidget(self.cards["heat"], 0, 5, 1, 6, top)
        grid.addWidget(self.cards["problems"], 1, 0, 1, 6, top)
        grid.addWidget(self.cards["spread"], 1, 6, 1, 5, top)
        for at in range(_COLUMNS):
            grid.setColumnStretch(at, 1)
        grid.setRowStretch(1, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        scroll = filling(tokens, self.heads, grid)
        inside = scroll.widget().layout()
        assert isinstance(inside, QVBoxLayout)
        inside.setStretch(1, 1)
        body.addWidget(scroll)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
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
