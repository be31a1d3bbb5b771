"""Opening a review: the standard, the suggested one first, and the round."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.model import Round, Standard
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import Option, ground, label
from reviewer.ui.workbench.fetching import Start
from reviewer.ui.workbench.words import full_text
from reviewer.workspace.campaigns.task_offers import TaskOffer


class StartPanel(QWidget):
    """Stands in place of the checklist until a review is open."""

    opened = Signal(str, object)  # standard id, Round
    task_wanted = Signal(object)  # TaskOffer
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._tokens = tokens
        self._standards: tuple[Standard, ...] = ()
        self._offer: TaskOffer | None = None
        self._group = QButtonGroup(self)
        self._title = label("", "title")
        self._round_word = label("轮次", "second")
        self._earlier = label("", "caption")
        self._earlier.setWordWrap(True)
        self._round = QComboBox()
        self._round.setAccessibleName("评查轮次")
        self._round.addItems([one.value for one in Round if one is not Round.CALIBRATION])
        self._start = QPushButton("开始评查")
        look(self._start, "primary")
        self._start.clicked.connect(self._on_start)
        self._back = QPushButton("返回")
        self._back.clicked.connect(self.closed)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(tokens.gap)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.gap)
        buttons.addWidget(self._round_word)
        buttons.addWidget(self._round)
        buttons.addSpacing(tokens.inset)
        buttons.addWidget(self._start)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        margin = tokens.margin
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(tokens.block)
        column.addWidget(self._title)
        column.addWidget(self._earlier)
        column.addLayout(self._choices)
        column.addSpacing(tokens.gap)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_start(self, start: Start, may_close: bool) -> None:
        """Offer the standards, the suggested one first."""
        self._standards = tuple(
            sorted(start.standards, key=lambda standard: standard.id != start.suggested)
        )
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        for number, standard in enumerate(self._standards):
            words = _words(standard, number == 0)
            button = Option(self._tokens, standard.name, words, single=True)
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            self._choices.addWidget(button)
        done = [f"{r.round.value}{'（已签定）' if r.is_signed else ''}" for r in start.earlier]
        self._earlier.setText(
            "已有：" + "、".join(done) if done else "结论随填随存，可以随时撤销。"
        )
        self._show_offer(start.offer)
        later = Round.SECOND if start.earlier else Round.FIRST
        self._round.setCurrentText(later.value)
        self._back.setVisible(may_close)
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_offer(self, offer: TaskOffer | None) -> None:
        """Show what a campaign asks for; its round and standard are not chosen here."""
        self._offer = offer
        for part in (self._round_word, self._round):
            part.setVisible(offer is None)
        self._title.setText("选定评查标准，开始评查")
        if offer is not None:
            self._title.setText(f"评查任务：{offer.round.value}")
            due = f"　{offer.due:%Y-%m-%d} 前完成" if offer.due else ""
            edition = f"评查标准 {offer.standard_name}（{offer.version}）"
            self._earlier.setText(
                f"{offer.campaign_name}　{edition}由活动选定{due}。签定前看不到其他评查人的结论。"
            )

    def _on_start(self) -> None:
        if self._offer is not None:
            self.task_wanted.emit(self._offer)
            return
        number = self._group.checkedId()
        if number >= 0:
            self.opened.emit(self._standards[number].id, Round(self._round.currentText()))


def _words(standard: Standard, suggested: bool) -> str:
    hint = "建议，与本卷程序相符　" if suggested else ""
    vetoes = f"，一票否决 {len(standard.vetoes)} 项" if standard.vetoes else ""
    size = f"{len(standard.items)} 项，{full_text(standard.total)} 分{vetoes}"
    return f"{hint}{standard.version} 版，{size}"
