"""The row of a machine proposal under an item: 为何 采纳 不采纳.

It shows one line of `item_lines` and says what is wanted; the pane knows the item.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reviewer.model import Answer, ProposalState
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import Elided, Tag, label
from reviewer.ui.workbench.item_lines import ProposalLine
from reviewer.ui.workbench.item_rows import LOUD
from reviewer.ui.workbench.page_chips import ChipRow
from reviewer.ui.workbench.paint import SIGNS, colour, outline, text_width
from reviewer.ui.workbench.words import cited, clean_points
from reviewer.workspace.views import Proposal

_SHORT = 250  # px at 字号 12: what fits beside three buttons in the narrowest checklist


class ProposalCard(QWidget):
    """A machine proposal: 为何 采纳 不采纳."""

    place_wanted = Signal(object)
    answered = Signal(object, object)  # Proposal, Answer
    unfolded = Signal()

    def __init__(self, tokens: Tokens, line: ProposalLine, locked: bool) -> None:
        super().__init__()
        self.line = line
        self._locked = locked
        self._tokens = tokens
        proposal = line.proposal
        self._loud = proposal.verdict in LOUD
        self._open = proposal.state is ProposalState.OPEN and self._loud
        sign = SIGNS[proposal.verdict]
        self.chip_row = ChipRow(tokens, line.chips)
        self.chip_row.place_wanted.connect(self.place_wanted)
        message = label(proposal.message, "" if self._open else "caption")
        message.setWordWrap(True)
        self._why = label(_why(proposal), "caption")
        self._why.setWordWrap(True)
        self._why.hide()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(self._make_head())
        self._add_message(column, message)
        if proposal.record and self._open:
            column.addWidget(_record(proposal))
        column.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.block, tokens.unit + 1, tokens.block, tokens.unit + 1)
        row.setSpacing(tokens.inset)
        row.addLayout(column, 1)
        if proposal.points and self._open:
            row.addWidget(label(clean_points(proposal.points), "title", sign.colour))
        self.setAccessibleName(f"{sign.word}，{proposal.title}，{proposal.message}")

    def _add_message(self, column: QVBoxLayout, message: QLabel) -> None:
        """Put the buttons beside a short message, below a long one."""
        foot = QHBoxLayout()
        foot.setSpacing(self._tokens.gap)
        if text_width(self._tokens, message.text()) > _SHORT * self._tokens.scale:
            column.addWidget(message)
            foot.addStretch(1)
        else:
            foot.addWidget(message, 1)
        for button in self._buttons():
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)

    def _make_head(self) -> QHBoxLayout:
        proposal = self.line.proposal
        title = Elided(proposal.title, "strong" if self._open else "")
        head = QHBoxLayout()
        head.setSpacing(self._tokens.gap)
        head.addWidget(Tag(self._tokens, proposal.verdict))
        head.addWidget(title)
        head.addWidget(self.chip_row)
        head.addStretch(1)
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if proposal.state is not ProposalState.OPEN:
            accepted = proposal.state is ProposalState.ACCEPTED
            head.addWidget(label("已采纳" if accepted else "不采纳", "caption"))
        return head

    @property
    def is_open(self) -> bool:
        """Return whether the proposal awaits an answer."""
        return self._open

    def show_why(self) -> None:
        """Unfold, or fold, why the machine proposes this."""
        self._why.setVisible(not self._why.isVisible())
        self.unfolded.emit()

    def accept(self) -> None:
        """Take the proposal."""
        self.answered.emit(self.line.proposal, Answer.ACCEPTED)

    def reject(self) -> None:
        """Turn the proposal down."""
        self.answered.emit(self.line.proposal, Answer.REJECTED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        name = SIGNS[self.line.proposal.verdict].colour
        area = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        ink = colour(t, name if self._open else "edge")
        fill = colour(t, f"{name}_wash") if self._open else None
        outline(painter, area, ink, t.radius, fill=fill, dashed=True)

    def _buttons(self) -> list[QPushButton]:
        why = QPushButton("为何")
        why.setToolTip("规则、读出的内容和查过的页　?")
        why.clicked.connect(self.show_why)
        buttons = [why]
        state = self.line.proposal.state
        if self._locked:
            look(why, "small")
            return buttons
        if self._loud and state is not ProposalState.ACCEPTED:
            take = QPushButton("采纳 Enter" if self._open else "采纳")
            take.clicked.connect(self.accept)
            buttons.append(take)
        if self._loud and state is ProposalState.OPEN:
            turn = QPushButton("不采纳 Del")
            turn.clicked.connect(self.reject)
            buttons.append(turn)
        for button in buttons:
            look(button, "small")
        return buttons


def _record(proposal: Proposal) -> QLabel:
    """Return how people on this computer answered the rule's earlier proposals."""
    made = label(f"{proposal.key.rule} 本机记录：{proposal.record}", "caption")
    made.setToolTip("本机评查人以往对这条规则的回答，括号内为采纳率")
    return made


def _why(proposal: Proposal) -> str:
    said = [proposal.method]
    if proposal.basis:
        said.append("依据：" + cited(proposal.basis))
    quotes = [place.quote.replace("\n", "") for place in proposal.evidence if place.quote]
    if quotes:
        said.append("读出：" + "；".join(f"“{quote[:40]}”" for quote in quotes[:4]))
    if proposal.searched:
        said.append("已查：" + "；".join(proposal.searched))
    if proposal.made_up:
        said.append(f"{proposal.key.rule} {proposal.made_up}")
    return "\n".join(line for line in said if line)
