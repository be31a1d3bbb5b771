"""The page 活动: ways to start without a campaign, else where it stands and what comes next."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reviewer.model.campaigns import Campaign
from reviewer.ui.campaign.board_bars import BarList
from reviewer.ui.campaign.board_empty import BoardEmpty
from reviewer.ui.campaign.board_head import BoardHead
from reviewer.ui.campaign.board_list import BoardList
from reviewer.ui.campaign.board_steps import BoardSteps
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import Squeezable, scrolled, scrolling, section
from reviewer.ui.campaign.stages_row import StagesRow
from reviewer.ui.parts import card, column, dress, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.board import NextStep, StageView, UnitView
from reviewer.workspace.campaigns.board_cases import BoardFilter, CasesView

_UNIT_HEADS = (
    Head("被评查单位", 1),
    Head("台账案件", right=True),
    Head("抽中案卷", right=True),
    Head("本单位评查人", right=True),
)
_BARS, _LEAST_BARS = 6, 2
"""Rows of bars that are seen without scrolling, and in a low window."""
_LEAST_CASES = 4


class BoardPage(QWidget):
    """Where the campaign stands."""

    act_asked = Signal(str)  # id of an action
    campaign_chosen = Signal(object)  # UUID
    case_opened = Signal(object)  # UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.head = BoardHead()
        self.stages = StagesRow(tokens)
        self._settled = QVBoxLayout()
        self.steps = BoardSteps(tokens)
        self.units = Grid(tokens, "被评查单位", _UNIT_HEADS)
        self.unit_bars = BarList(tokens, "单位进度", says=True)
        self.people_bars = BarList(tokens, "评查人进度", says=False)
        self.cases = BoardList(tokens)
        self.empty = BoardEmpty(tokens)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._make_board(tokens))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self.set_tokens(tokens)

    def _connect(self) -> None:
        self.empty.new_asked.connect(self._on_new)
        self.empty.package_asked.connect(self._on_package)
        self.head.act_asked.connect(self.act_asked)
        self.head.campaign_chosen.connect(self.campaign_chosen)
        self.steps.act_asked.connect(self.act_asked)
        self.cases.opened.connect(self.case_opened)
        for bars in (self.unit_bars, self.people_bars):
            bars.cases_asked.connect(self.cases.show_only)

    def _make_board(self, tokens: Tokens) -> QWidget:
        staged = card()
        inside = column(self.stages)
        inside.setContentsMargins(tokens.inset, tokens.inset, tokens.inset, tokens.block)
        staged.setLayout(inside)
        steps = section(tokens, "接下来要做", "", scrolling(tokens, self.steps, edge=0))
        self._units_card = section(tokens, "单位进度", "已定 / 抽取，均分", self.unit_bars)
        self._people_card = section(tokens, "评查人", "已签 / 分到", self.people_bars)
        self._middle = row(steps, self._units_card, self._people_card, gap=tokens.block)
        for at, share in enumerate((6, 6, 3)):
            self._middle.setStretch(at, share)
        self._lists = QStackedWidget()
        self._lists.addWidget(_framed(self.units))
        self._lists.addWidget(_framed(self.cases))
        page = QWidget()
        parts = (self.head, staged, self._settled, self._middle, self._lists)
        self._body = column(*parts, gap=tokens.block)
        self._body.setStretch(3, 3)
        self._body.setStretch(4, 4)
        self._body.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        page.setLayout(self._body)
        look(page, "clear")
        self._steps_card = steps
        # In a low window with large type the board scrolls: its parts do not cover each other.
        return scrolled(Squeezable(page))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for part in (self.stages, self.steps, self.units, self.cases):
            part.set_tokens(tokens)
        for bars in (self.unit_bars, self.people_bars):
            bars.set_tokens(tokens)
        for one in (self._steps_card, self._units_card, self._people_card):
            one.setMinimumHeight((_LEAST_BARS + 2) * tokens.row)
            one.setMaximumHeight((_BARS + 2) * tokens.row)
        self._lists.setMinimumHeight(2 * tokens.head + _LEAST_CASES * tokens.row)
        dress(self, tokens)

    def show_nothing(self) -> None:
        """Show the ways to start."""
        self._stack.setCurrentIndex(0)

    @property
    def is_empty(self) -> bool:
        """Return whether there is no campaign."""
        return self._stack.currentIndex() == 0

    def put_settled(self, strip: QWidget) -> None:
        """Stand what is told of the settled cases under the stages."""
        self._settled.addWidget(strip)

    @property
    def links(self) -> list[QPushButton]:
        """Return the links of the steps."""
        return self.steps.links

    def show_campaigns(self, campaigns: Sequence[Campaign], current: UUID) -> None:
        """Show which campaigns there are; one alone needs no list."""
        self.head.show_campaigns(campaigns, current)

    def show_board(
        self, campaign: Campaign, views: tuple[StageView, ...], units: Sequence[UnitView]
    ) -> None:
        """Show where a campaign stands."""
        self.head.show_campaign(campaign)
        self.stages.show_stages(views)
        self.units.show_rows([_unit_row(unit) for unit in units])
        self._stack.setCurrentIndex(1)

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        """Show what comes next."""
        self.steps.show_steps(steps)

    def show_cases(self, view: CasesView) -> None:
        """Show the drawn cases with units and reviewers; without any, the units of the ledger."""
        self._lists.setCurrentIndex(1 if view.cases else 0)
        self._units_card.setVisible(bool(view.cases))
        self._people_card.setVisible(bool(view.reviewers))
        self.unit_bars.show_bars(view.units)
        self.people_bars.show_bars(view.reviewers)
        self.cases.show_view(view)

    def see(self, chosen: BoardFilter) -> None:
        """Show the cases of a filter."""
        self.cases.show_all()
        self.cases.filters.press(chosen.value)
        self.cases.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the keyboard on what comes next."""
        first = next(iter(self.links), self.head.campaigns)
        (self.empty.new if self.is_empty else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_new(self) -> None:
        self.act_asked.emit("campaign.new")

    def _on_package(self) -> None:
        self.act_asked.emit("package.open")


def _framed(inside: QWidget) -> QFrame:
    made = card()
    held = column(inside)
    held.setContentsMargins(1, 1, 1, 1)
    made.setLayout(held)
    return made


def _unit_row(unit: UnitView) -> GridRow:
    numbers = (f"{n:,}" if n else "—" for n in (unit.rows, unit.drawn, unit.members))
    return GridRow(unit.name, (unit.name, *numbers))
