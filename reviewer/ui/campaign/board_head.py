"""The head of the page 活动: which campaign is seen, and where else to go."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from reviewer.model.campaigns import Campaign
from reviewer.ui.parts import button, column, label, row

_ACTS = (
    ("分组与回避", "groups.open"),
    ("导出活动文书…", "papers.open"),
    ("活动设置…", "campaign.setup"),
    ("新建活动…", "campaign.new"),
)
_TALL = 20
"""Heights of a button from which a window has room for the facts over the buttons."""


class BoardHead(QWidget):
    """Name and facts; the buttons stand beside them, or under them where there is no room."""

    act_asked = Signal(str)  # id of an action
    campaign_chosen = Signal(object)  # UUID

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("", "page_title")
        self._facts = label("", "second", wraps=True)
        self.campaigns = QComboBox()
        self.campaigns.setAccessibleName("评查活动")
        self.campaigns.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.campaigns.activated.connect(self._on_campaign)
        self._acts = row(self.campaigns, *(self._act(*one) for one in _ACTS), 1)
        self._top = row(column(self._heading, self._facts, gap=2))
        self._top.setStretch(0, 1)
        self._body = column(self._top, gap=8)
        self._top.addLayout(self._acts)
        self._beside = True
        self.setLayout(self._body)

    def show_campaigns(self, campaigns: Sequence[Campaign], current: UUID) -> None:
        """Show which campaigns there are; one alone needs no list."""
        self.campaigns.clear()
        years = {one.year for one in campaigns}
        for at, one in enumerate(campaigns):
            # The name stands beside it: the year is enough where it tells them apart.
            several = len(years) < len(campaigns)
            self.campaigns.addItem(one.name if several else f"{one.year} 年度", one.id)
            self.campaigns.setItemData(at, one.name, Qt.ItemDataRole.ToolTipRole)
        place = next((i for i, one in enumerate(campaigns) if one.id == current), 0)
        self.campaigns.setCurrentIndex(place)
        self.campaigns.setVisible(len(campaigns) > 1)
        self._fit()

    def show_campaign(self, campaign: Campaign) -> None:
        """Show the name of a campaign, and what it reviews."""
        self._heading.setText(campaign.name)
        days = f"{campaign.cases_from:%Y-%m-%d} 至 {campaign.cases_to:%Y-%m-%d}"
        # Who leads the campaign and is in no group reviews nothing.
        members = sum(not one.leads_campaign or bool(one.group) for one in campaign.members)
        people = f"{members} 名评查人" if members else "尚未填写评查人"
        kinds = "、".join(kind.value for kind in campaign.kinds)
        facts = (f"案件时间 {days}", f"{len(campaign.units)} 个单位", people, kinds)
        self._facts.setText("　".join(facts))
        self._heading.setToolTip(self._facts.text())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        acts = self._acts.sizeHint().width()
        fits = self._heading.sizeHint().width() + self._top.spacing() + acts <= self.width()
        # In a low window with large type the rows below need the line more than the facts do.
        low = self.window().height() < _TALL * self.campaigns.sizeHint().height()
        self._facts.setVisible(fits or not low)
        if fits == self._beside:
            return
        self._beside = fits
        if fits:
            self._body.removeItem(self._acts)
            self._top.addLayout(self._acts)
        else:
            self._top.removeItem(self._acts)
            self._body.addLayout(self._acts)

    def _act(self, word: str, action: str) -> QWidget:
        return button(word, "normal", lambda: self.act_asked.emit(action))

    def _on_campaign(self, at: int) -> None:
        self.campaign_chosen.emit(self.campaigns.itemData(at))
