"""A new campaign from last year's: what it takes over is read before it is made."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from reviewer.model.campaigns import Campaign
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import Refusal, section
from reviewer.ui.parts import Line, button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.rollover_view import TakenLine

_LINES = (Head("项目"), Head("带入内容", 1))


class CopyPage(QWidget):
    """Which campaign, from which day on, and what comes of it."""

    looked = Signal(object, str)  # UUID of last year's campaign, day of the notice
    made = Signal(object, str)
    cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.previous = QComboBox()
        self.previous.setAccessibleName("上年活动")
        self.previous.activated.connect(self._on_changed)
        self.begins = QLineEdit()
        self.begins.setAccessibleName("通知印发日期")
        self.begins.setPlaceholderText("2027-03-01")
        self.begins.editingFinished.connect(self._on_changed)
        self.lines = Grid(tokens, "带入内容", _LINES)
        self.refusal = Refusal()
        self.make = button("新建活动", "primary", self._on_make)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        said = (
            "单位、评查人、标准和办法照上年，期限按相同的工作日间隔推算；未完成的整改转入新活动。"
        )
        head = column(label("由上年复制", "page_title"), label(said, "second", wraps=True), gap=2)
        head.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        chosen = column(label("上年活动", "second"), self.previous)
        begins = column(label("通知印发日期，各阶段期限由此推算", "second"), self.begins)
        asked = row(chosen, begins, gap=tokens.inset)
        asked.setStretch(0, 3)
        asked.setStretch(1, 2)
        card = section(tokens, "", "", asked, self.refusal, self.lines)
        body = column(card)
        body.setContentsMargins(tokens.margin, 0, tokens.margin, tokens.block)
        back = button("返回", "normal", self.cancelled.emit)
        later = label("新建后仍可在活动设置中修改。", "second")
        foot = row(later, 1, back, self.make)
        foot.setContentsMargins(tokens.margin, tokens.gap, tokens.margin, tokens.gap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(body, 1)
        layout.addWidget(Line())
        layout.addLayout(foot)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.lines.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the cursor on the day."""
        self.begins.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choices(self, campaigns: Sequence[Campaign], begins: str) -> None:
        """Offer the campaigns, the newest first, and look at the first of them."""
        self.previous.clear()
        for one in campaigns:
            self.previous.addItem(one.name, one.id)
        self.begins.setText(begins)
        self._on_changed()

    def show_lines(self, lines: Sequence[TakenLine]) -> None:
        """Show what would be taken over."""
        self.refusal.say("")
        self.lines.show_rows([GridRow(at, (one.what, one.text), (one.tone, one.tone))
                              for at, one in enumerate(lines)])  # fmt: skip
        self.make.setEnabled(True)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be copied."""
        self.refusal.say(sentence)
        self.lines.show_rows([])
        self.make.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        chosen = self.previous.currentData()
        if isinstance(chosen, UUID):
            self.looked.emit(chosen, self.begins.text())

    def _on_make(self) -> None:
        chosen = self.previous.currentData()
        if isinstance(chosen, UUID):
            self.made.emit(chosen, self.begins.text())
