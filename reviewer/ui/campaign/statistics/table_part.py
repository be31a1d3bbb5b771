"""A part with tables: one of them at a time, and under a short one its chart."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.campaign.sections import scrolling
from reviewer.ui.campaign.statistics.chart_view import ChartView
from reviewer.ui.campaign.statistics.figure_card import FigureCard
from reviewer.ui.campaign.statistics.figure_grid import FigureGrid
from reviewer.ui.parts import button
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.charting import Chart
from reviewer.workspace.campaigns.figure_tables import FigureTable


class TablePart(QWidget):
    """Tables of one part of the place."""

    opened = Signal(str, object)  # words, tuple of UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tables: tuple[FigureTable, ...] = ()
        self._chart: Chart | None = None
        self._seen = ""
        self.grid = FigureGrid(tokens)
        self.chart = ChartView(tokens)
        self.card = FigureCard(tokens, self.grid, flush=True)
        self.chart_card = FigureCard(tokens, self.chart)
        self._choice = QHBoxLayout()
        self._choice.setContentsMargins(tokens.margin, 0, tokens.margin, 0)
        self._choice.setSpacing(tokens.unit)
        self._group = QButtonGroup(self)
        self.choices: list[QPushButton] = []
        self.grid.opened_cases.connect(self.opened)
        self.chart.opened.connect(self.opened)
        self._build(tokens)

    def _build(self, tokens: Tokens) -> None:
        scroll = scrolling(tokens, self.card, self.chart_card)
        stack = scroll.widget().layout()
        assert isinstance(stack, QVBoxLayout)
        self._stack = stack
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(tokens.block)
        body.addLayout(self._choice)
        body.addWidget(scroll, 1)

    @property
    def cards(self) -> tuple[FigureCard, ...]:
        """Return what can be copied."""
        return (self.card, self.chart_card)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for made in self.cards:
            made.set_tokens(tokens)
        self._share()

    def show_tables(self, tables: Sequence[FigureTable], chart: Chart | None = None) -> None:
        """Show tables, the one that was seen again, and the chart of the first one."""
        self._tables, self._chart = tuple(tables), chart
        titles = [table.title for table in tables]
        if [made.text() for made in self.choices] != titles:
            self._offer(titles)
        self._show(self._seen if self._seen in titles else next(iter(titles), ""))

    def begin(self) -> None:
        """Put the keyboard on the table."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, titles: Sequence[str]) -> None:
        while (item := self._choice.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.choices = []
        for title in titles:
            made = button(title, "filter", self._on_choice)
            made.setCheckable(True)
            self._group.addButton(made)
            self.choices.append(made)
            self._choice.addWidget(made)
            made.setVisible(len(titles) > 1)
        self._choice.addStretch(1)

    def _on_choice(self) -> None:
        made = self.sender()
        assert isinstance(made, QPushButton)
        self._show(made.text())

    def _show(self, title: str) -> None:
        self._seen = title
        for made in self.choices:
            made.setChecked(made.text() == title)
        found = next((table for table in self._tables if table.title == title), None)
        if found is None:
            return
        self.card.show_table(found)
        with_chart = self._chart is not None and found is self._tables[0]
        self.chart_card.setVisible(with_chart)
        if with_chart and self._chart is not None:
            self.chart_card.show_chart(self._chart)
        self._share()

    def _share(self) -> None:
        """Let a table with a chart be as high as its rows; another one fills the page."""
        # Not isVisible: that is false while the part itself is not seen.
        short = not self.chart_card.isHidden()
        self.grid.set_whole(short)
        self._stack.setStretch(0, 0 if short else 1)
        self._stack.setStretch(2, 1 if short else 0)
