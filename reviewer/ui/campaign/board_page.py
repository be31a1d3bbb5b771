"""The page 活动: ways to start without a campaign, else where it stands and what comes next."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.campaigns import Campaign
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import section
from reviewer.ui.campaign.stages_row import StagesRow
from reviewer.ui.parts import Line, button, card, column, dress, label, picture, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.board import NextStep, StageView, UnitView

_WIDEST = 720
_WAYS = (
    "填写单位、评查人和各阶段期限，收台账，冻结后由见证人报种子抽取，每一步留有记录。"
    "收到任务包的评查人直接打开评查包。"
)
_UNIT_HEADS = (
    Head("被评查单位", 1),
    Head("台账案件", right=True),
    Head("抽中案卷", right=True),
    Head("本单位评查人", right=True),
)


class BoardPage(QWidget):
    """Where the campaign stands."""

    act_asked = Signal(str)  # id of an action
    campaign_chosen = Signal(object)  # UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._heading = label("", "page_title")
        self._facts = label("", "second", wraps=True)
        self.campaigns = QComboBox()
        self.campaigns.setAccessibleName("评查活动")
        self.campaigns.activated.connect(self._on_campaign)
        self.stages = StagesRow(tokens)
        self.links: list[QPushButton] = []
        self._steps = QGridLayout()
        self._settled = QVBoxLayout()
        self.units = Grid(tokens, "单位进度", _UNIT_HEADS)
        self.new = button("新建活动…", "primary", self._on_new)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_empty(tokens))
        self._stack.addWidget(self._make_board(tokens))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.set_tokens(tokens)

    def _make_empty(self, tokens: Tokens) -> QWidget:
        made = card()
        made.setMaximumWidth(round(_WIDEST * tokens.scale))
        inside = QVBoxLayout(made)
        inside.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        inside.setSpacing(tokens.gap)
        inside.addWidget(picture("flag", "blue", "page_title"), 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(label("组织一次年度评查", "title"))
        inside.addWidget(label(_WAYS, "second", wraps=True))
        inside.addSpacing(tokens.inset)
        opened = button("打开评查包…", "normal", self._on_package)
        inside.addLayout(
            row(self.new, label("Ctrl+N", "caption"), opened, label("Ctrl+O", "caption"), 1)
        )
        page = QWidget()
        heading = label("还没有评查活动", "page_title")
        said = label("不组织活动，也可以在“案卷”中逐卷评查。", "second")
        middle = column(column(heading, said, gap=tokens.unit), made, gap=tokens.inset)
        across = row(1, middle, 1)
        across.setStretch(1, 100)
        outer = column(2, across, 3)
        outer.setContentsMargins(tokens.margin * 2, tokens.margin, tokens.margin * 2, tokens.margin)
        page.setLayout(outer)
        middle.setSizeConstraint(middle.SizeConstraint.SetDefaultConstraint)
        return page

    def _make_board(self, tokens: Tokens) -> QWidget:
        setup = button("活动设置…", "normal", self._on_setup)
        papers = button("导出活动文书…", "normal", self._on_papers)
        another = button("新建活动…", "normal", self._on_new)
        words = column(self._heading, self._facts, gap=2)
        groups = button("分组与回避", "normal", self._on_groups)
        top = row(words, self.campaigns, groups, papers, setup, another)
        top.setStretch(0, 1)
        staged = card()
        inside = column(self.stages)
        inside.setContentsMargins(tokens.inset, tokens.inset, tokens.inset, tokens.block)
        staged.setLayout(inside)
        self._steps.setHorizontalSpacing(tokens.inset)
        self._steps.setVerticalSpacing(tokens.unit)
        self._steps.setColumnStretch(1, 1)
        steps = section(tokens, "接下来要做", "", self._steps)
        page = QWidget()
        listed = card()
        held = column(self.units)
        held.setContentsMargins(1, 1, 1, 1)
        listed.setLayout(held)
        body = column(top, staged, self._settled, steps, listed, gap=tokens.block)
        body.setStretch(4, 1)
        body.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        page.setLayout(body)
        return page

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self.stages.set_tokens(tokens)
        self.units.set_tokens(tokens)
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

    def show_campaigns(self, campaigns: Sequence[Campaign], current: UUID) -> None:
        """Show which campaigns there are; one alone needs no list."""
        self.campaigns.clear()
        for one in campaigns:
            self.campaigns.addItem(one.name, one.id)
        at = next((i for i, one in enumerate(campaigns) if one.id == current), 0)
        self.campaigns.setCurrentIndex(at)
        self.campaigns.setVisible(len(campaigns) > 1)

    def show_board(
        self,
        campaign: Campaign,
        views: tuple[StageView, ...],
        steps: Sequence[NextStep],
        units: Sequence[UnitView],
    ) -> None:
        """Show where a campaign stands."""
        self._heading.setText(campaign.name)
        days = f"{campaign.cases_from:%Y-%m-%d} 至 {campaign.cases_to:%Y-%m-%d}"
        people = f"{len(campaign.members)} 名评查人" if campaign.members else "尚未填写评查人"
        kinds = "、".join(kind.value for kind in campaign.kinds)
        facts = (f"案件时间 {days}", f"{len(campaign.units)} 个单位", people, kinds)
        self._facts.setText("　".join(facts))
        self.stages.show_stages(views)
        self._show_steps(steps)
        self.units.show_rows([_unit_row(unit) for unit in units])
        self._stack.setCurrentIndex(1)

    def begin(self) -> None:
        """Put the keyboard on what comes next."""
        target = self.new if self.is_empty else next(iter(self.links), self.campaigns)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_steps(self, steps: Sequence[NextStep]) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.links = []
        for at, step in enumerate(steps):
            link = button(f"{step.act} ›", "link", self._on_link)
            link.setObjectName(step.action)
            link.setAccessibleDescription(step.sentence)
            self.links.append(link)
            word, said = label(step.word, "strong"), label(step.sentence, "body", wraps=True)
            for part in (word, said):
                look(part, str(part.property("look")), tone=step.tone)
            for across, part in enumerate((word, said, link)):
                self._steps.addWidget(part, 2 * at, across)
            if at + 1 < len(steps):
                line = Line()
                line.set_tokens(self._tokens)
                self._steps.addWidget(line, 2 * at + 1, 0, 1, 3)

    def _on_link(self) -> None:
        self.act_asked.emit(self.sender().objectName())

    def _on_new(self) -> None:
        self.act_asked.emit("campaign.new")

    def _on_package(self) -> None:
        self.act_asked.emit("package.open")

    def _on_setup(self) -> None:
        self.act_asked.emit("campaign.setup")

    def _on_groups(self) -> None:
        self.act_asked.emit("groups.open")

    def _on_papers(self) -> None:
        self.act_asked.emit("papers.open")

    def _on_campaign(self, at: int) -> None:
        self.campaign_chosen.emit(self.campaigns.itemData(at))


def _unit_row(unit: UnitView) -> GridRow:
    numbers = (f"{n:,}" if n else "—" for n in (unit.rows, unit.drawn, unit.members))
    return GridRow(unit.name, (unit.name, *numbers))
