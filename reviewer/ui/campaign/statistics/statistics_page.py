"""The place 统计: its head, and the part that is seen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.campaign.statistics.chart_view import ChartView
from reviewer.ui.campaign.statistics.figure_card import FigureCard
from reviewer.ui.campaign.statistics.overview import Overview
from reviewer.ui.campaign.statistics.statistics_head import StatisticsHead
from reviewer.ui.campaign.statistics.table_part import TablePart
from reviewer.ui.campaign.statistics.what_if import WhatIf
from reviewer.ui.parts import column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.statistics_view import Part, StatisticsView

EMPTY = "还没有已定的案卷，定一卷后即有统计"
FIRST_COUNT, COUNTING = "正在计算", "正在重新计算"
FAILED = "没有算出新的统计"


class StatisticsPage(QWidget):
    """Charts and tables of a campaign."""

    opened = Signal(str, object)  # words, tuple of UUID
    act_asked = Signal(str)  # id of an action
    export_asked = Signal(object)  # FigureTable
    copied = Signal(str)
    part_shown = Signal(object)  # Part
    seen = Signal()

    def __init__(self, tokens: Tokens, what_if: WhatIf) -> None:
        super().__init__()
        self.view: StatisticsView | None = None
        self.part = Part.OVERVIEW
        self.head = StatisticsHead(tokens)
        self.overview = Overview(tokens)
        self.tables = TablePart(tokens)
        self.what_if = what_if
        self._nothing = label(EMPTY, "second")
        self._stack = QStackedWidget()
        nothing = QWidget()
        nothing.setLayout(column(1, row(1, self._nothing, 1), 2))
        for page in (nothing, self.overview, self.tables, what_if):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, tokens.inset, 0, 0)
        layout.setSpacing(tokens.block)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)
        self.head.part_chosen.connect(self.show_part)
        self.head.act_asked.connect(self.act_asked)
        for part in (self.overview, self.tables, what_if):
            part.opened.connect(self.opened)
        for card in self.cards:
            card.copied.connect(self.copied)
            card.export_asked.connect(self.export_asked)
        self.set_tokens(tokens)
        self.head.offer(())

    @property
    def sentence(self) -> str:
        """Return what the page says in place of figures; empty while there are some."""
        return "" if self._stack.currentIndex() else self._nothing.text()

    @property
    def cards(self) -> tuple[FigureCard, ...]:
        """Return everything that can be copied."""
        what_if = (*self.what_if.flips.found.cards, *self.what_if.standard.found.cards)
        return (*self.overview.cards.values(), *self.tables.cards, *what_if)

    @property
    def charts(self) -> tuple[ChartView, ...]:
        """Return the charts, which ask for their pictures."""
        return (*self.overview.charts.values(), self.tables.chart)

    @property
    def seen_card(self) -> FigureCard | None:
        """Return the card with the keyboard, else the first one that is seen."""
        focused = (card for card in self.cards if card.inside.hasFocus())
        visible = (card for card in self.cards if card.isVisible() and card.table.rows)
        return next(focused, None) or next(visible, None)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.overview.set_tokens(tokens)
        self.tables.set_tokens(tokens)
        self.what_if.set_tokens(tokens)
        dress(self, tokens)

    def show_counting(self) -> None:
        """Say that newer figures are on their way; the previous ones stay."""
        self.head.say(COUNTING if self.view is not None else "")
        if self.view is None:
            self._nothing.setText(FIRST_COUNT)

    def show_failure(self) -> None:
        """Say that the figures that are seen are not the newest."""
        self.head.say(FAILED if self.view is not None else "")
        if self.view is None:
            self._nothing.setText(FAILED)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the page is seen: its figures may be old."""
        super().showEvent(event)
        self.seen.emit()

    def show_view(self, view: StatisticsView) -> None:
        """Show the statistics."""
        self.view = view
        self._nothing.setText(EMPTY)
        said = "" if view.is_empty else f"截至 {local(view.made_at):%m-%d %H:%M}"
        self.head.say(said, f"标准：{view.standards}" if view.standards else "")
        if not view.is_empty:
            self.overview.show_view(view)
        offered = _offered(view)
        self.head.offer(offered)
        self.show_part(self.part if self.part in offered else Part.OVERVIEW)

    def forget(self) -> None:
        """Show nothing: another campaign is seen."""
        self.view = None
        self.head.say("")
        self.head.offer(())
        self._stack.setCurrentIndex(0)

    def show_part(self, part: Part) -> None:
        """See one of the parts."""
        self.part = part
        self.head.mark(part)
        view = self.view
        if view is None or view.is_empty:
            self._stack.setCurrentIndex(0)
        elif part is Part.OVERVIEW:
            self._stack.setCurrentWidget(self.overview)
        elif part is Part.WHAT_IF:
            self._stack.setCurrentWidget(self.what_if)
        else:
            self.tables.show_tables(view.tables.get(part, ()), view.group_charts.get(part))
            self._stack.setCurrentWidget(self.tables)
        self.part_shown.emit(part)

    def begin(self) -> None:
        """Put the keyboard on the figures."""
        seen = self._stack.currentWidget()
        if isinstance(seen, Overview | TablePart | WhatIf):
            seen.begin()


def _offered(view: StatisticsView) -> tuple[Part, ...]:
    """Return the parts that have something to show."""
    if view.is_empty:
        return ()
    always = (Part.OVERVIEW, Part.WHAT_IF)
    return tuple(part for part in Part if part in view.tables or part in always)
