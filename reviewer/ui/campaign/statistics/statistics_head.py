"""The head of the place 统计: its parts, how new the figures are, and the documents from here."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.statistics_view import Part

_PAPERS = (
    ("statistics.summary", "评查结果汇总表…"),
    ("statistics.excel", "全部统计表…"),
    ("annual.open", "年度工作报告素材…"),
    ("selfcheck.open", "三项制度自查…"),
)


class StatisticsHead(QWidget):
    """One line; the parts stand under it where there is no room in it."""

    part_chosen = Signal(object)  # Part
    act_asked = Signal(str)  # id of an action

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._above = True
        self._said = label("", "caption")
        self.last_year = button("与上年比较", "normal", self._on_last_year)
        self.last_year.setCheckable(True)
        self.papers = button("其他文书…", "normal", self._on_papers)
        self.bulletin = button("写入通报…", "primary", self._on_bulletin, "download")
        self._group = QButtonGroup(self)
        self.choices = {part: self._choice(part) for part in Part if part is not Part.LAST_YEAR}
        self._parts = QHBoxLayout()
        self._parts.setSpacing(tokens.unit)
        for made in self.choices.values():
            self._parts.addWidget(made)
        self._parts.addStretch(1)
        buttons = (self.last_year, self.papers, self.bulletin)
        self._top = row(label("统计", "page_title"), self._said, 1, *buttons)
        self._top.insertLayout(1, self._parts)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(tokens.margin, 0, tokens.margin, 0)
        self._body.setSpacing(tokens.gap)
        self._body.addLayout(self._top)

    def say(self, sentence: str, tip: str = "") -> None:
        """Say how new the figures are."""
        self._said.setText(sentence)
        self._said.setToolTip(tip)

    def offer(self, parts: Collection[Part]) -> None:
        """Offer the parts that have something to show."""
        for part, made in self.choices.items():
            made.setVisible(part in parts)
        known = Part.LAST_YEAR in parts
        self.last_year.setEnabled(known)
        self.last_year.setToolTip("" if known else "本机没有上年评查活动的结果，不能比较")
        self.bulletin.setEnabled(bool(parts))
        self._fit()

    def mark(self, part: Part) -> None:
        """Mark the part that is seen."""
        self._group.setExclusive(False)
        for name, made in self.choices.items():
            made.setChecked(name is part)
        self._group.setExclusive(True)
        self.last_year.setChecked(part is Part.LAST_YEAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        sides = self._body.contentsMargins()
        needed = self._top.sizeHint().width() + sides.left() + sides.right()
        if not self._above:
            needed += self._parts.sizeHint().width() + self._top.spacing()
        fits = needed <= self.width()
        if fits == self._above:
            return
        self._above = fits
        if fits:
            self._body.removeItem(self._parts)
            self._top.insertLayout(1, self._parts)
        else:
            self._top.removeItem(self._parts)
            self._body.addLayout(self._parts)

    def _choice(self, part: Part) -> QPushButton:
        made = button(part.value, "filter", self._on_choice)
        made.setCheckable(True)
        made.setObjectName(part.name)
        self._group.addButton(made)
        return made

    def _on_choice(self) -> None:
        self.part_chosen.emit(Part[self.sender().objectName()])

    def _on_last_year(self) -> None:
        self.part_chosen.emit(Part.LAST_YEAR if self.last_year.isChecked() else Part.OVERVIEW)

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
