"""The place 统计: head, the choice between its parts, and the part that is seen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.campaign.statistics.chart_view import ChartView
from reviewer.ui.campaign.statistics.figure_card import FigureCard
from reviewer.ui.campaign.statistics.overview import Overview
from reviewer.ui.campaign.statistics.table_part import TablePart
from reviewer.ui.campaign.statistics.what_if import WhatIf
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.statistics_view import Part, StatisticsView

EMPTY = "还没有已定的案卷，定一卷后即有统计"
COUNTING = "正在重新计算"
_TABLES = (Part.UNITS, Part.FIELDS, Part.KINDS, Part.ITEMS, Part.REVIEWERS, Part.LAST_YEAR)
_PAPERS = (
    ("statistics.summary", "评查结果汇总表…"),
    ("statistics.excel", "全部统计表…"),
    ("annual.open", "年度工作报告素材…"),
    ("selfcheck.open", "三项制度自查…"),
)


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
        self.overview = Overview(tokens)
        self.tables = TablePart(tokens)
        self._said = label("", "caption")
        self._nothing = label(EMPTY, "second")
        self.last_year = button("与上年比较", "normal", self._on_last_year)
        self.last_year.setCheckable(True)
        self.papers = button("其他文书…", "normal", self._on_papers)
        self.bulletin = button("写入通报…", "primary", self._on_bulletin, "download")
        self._group = QButtonGroup(self)
        self.choices = {part: self._choice(part) for part in Part if part is not Part.LAST_YEAR}
        self._parts = QHBoxLayout()
        self._above = True
        self._stack = QStackedWidget()
        nothing = QWidget()
        nothing.setLayout(column(1, row(1, self._nothing, 1), 2))
        self.what_if = what_if
        for page in (nothing, self.overview, self.tables, what_if):
            self._stack.addWidget(page)
        self._build(tokens)
        for part in (self.overview, self.tables, what_if):
            part.opened.connect(self.opened)
        for card in self.cards:
            card.copied.connect(self.copied)
            card.export_asked.connect(self.export_asked)
        self.set_tokens(tokens)
        self._show_choices()

    def _build(self, tokens: Tokens) -> None:
        for made in self.choices.values():
            self._parts.addWidget(made)
        self._parts.addStretch(1)
        self._parts.setSpacing(tokens.unit)
        buttons = (self.last_year, self.papers, self.bulletin)
        self._top = row(label("统计", "page_title"), self._said, 1, *buttons)
        self._top.setContentsMargins(tokens.margin, 0, tokens.margin, 0)
        self._top.insertLayout(1, self._parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, tokens.inset, 0, 0)
        layout.setSpacing(tokens.block)
        layout.addLayout(self._top)
        layout.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts under the head where there is no room in it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        above = self._above
        needed = self._top.sizeHint().width()
        if not above:
            needed += self._parts.sizeHint().width() + self._top.spacing()
        fits = needed <= self.width()
        if above and not fits:
            self._top.removeItem(self._parts)
            side = self._top.contentsMargins().left()
            self._parts.setContentsMargins(side, 0, side, 0)
            layout.insertLayout(1, self._parts)
            self._above = False
        elif fits and not above:
            layout.removeItem(self._parts)
            self._parts.setContentsMargins(0, 0, 0, 0)
            self._top.insertLayout(1, self._parts)
            self._above = True

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
    def seen_card(self) -> FigureCard:
        """Return the card with the keyboard, else the first one of the part that is seen."""
        for card in self.cards:
            if card.inside.hasFocus():
                return card
        first = self.overview.cards["means"]
        return first if self.part is Part.OVERVIEW else self.tables.card

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.overview.set_tokens(tokens)
        self.tables.set_tokens(tokens)
        self.what_if.set_tokens(tokens)
        dress(self, tokens)

    def show_counting(self) -> None:
        """Say that newer figures are on their way; the previous ones stay."""
        self._said.setText(COUNTING if self.view is not None else "")

    def show_failure(self) -> None:
        """Say that the figures that are seen are not the newest."""
        self._said.setText("没有算出新的统计" if self.view is not None else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the page is seen: its figures may be old."""
        super().showEvent(event)
        self.seen.emit()

    def show_view(self, view: StatisticsView) -> None:
        """Show the statistics."""
        self.view = view
        self._said.setText("" if view.is_empty else f"截至 {local(view.made_at):%m-%d %H:%M}")
        self._said.setToolTip(f"标准：{view.standards}" if view.standards else "")
        if not view.is_empty:
            self.overview.show_view(view)
        self._show_choices()
        if self.part not in self._offered():
            self.part = Part.OVERVIEW
        self.show_part(self.part)

    def forget(self) -> None:
        """Show nothing: another campaign is seen."""
        self.view = None
        self._said.setText("")
        self._show_choices()
        self._stack.setCurrentIndex(0)

    def show_part(self, part: Part) -> None:
        """See one of the parts."""
        self.part = part
        view = self.view
        if part in self.choices:
            self.choices[part].setChecked(True)
        else:
            self._uncheck()
        self.last_year.setChecked(part is Part.LAST_YEAR)
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

    def _choice(self, part: Part) -> QPushButton:
        made = button(part.value, "filter", self._on_choice)
        made.setCheckable(True)
        made.setObjectName(part.name)
        self._group.addButton(made)
        return made

    def _offered(self) -> Mapping[Part, bool]:
        view = self.view
        if view is None or view.is_empty:
            return {}
        always = (Part.OVERVIEW, Part.WHAT_IF)
        return {part: True for part in Part if part in view.tables or part in always}

    def _show_choices(self) -> None:
        offered = self._offered()
        for part, made in self.choices.items():
            made.setVisible(part in offered)
        known = Part.LAST_YEAR in offered
        self.last_year.setEnabled(known)
        self.last_year.setToolTip("" if known else "本机没有上年评查活动的结果，不能比较")
        self.bulletin.setEnabled(bool(offered))
        self._fit()

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for made in self.choices.values():
            made.setChecked(False)
        self._group.setExclusive(True)

    def _on_choice(self) -> None:
        self.show_part(Part[self.sender().objectName()])

    def _on_last_year(self) -> None:
        self.show_part(Part.LAST_YEAR if self.last_year.isChecked() else Part.OVERVIEW)

    def _on_bulletin(self) -> None:
        self.act_asked.emit("bulletin.open")

    def _on_papers(self) -> None:
        menu = QMenu(self)
        for action, words in _PAPERS:
            made = menu.addAction(words)
            made.setObjectName(action)
            made.triggered.connect(self._on_paper)
        menu.popup(self.papers.mapToGlobal(self.papers.rect().bottomLeft()))

    def _on_paper(self) -> None:
        self.act_asked.emit(self.sender().objectName())
