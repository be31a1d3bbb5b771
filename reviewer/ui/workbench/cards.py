"""The rows under an item: a deduction (solid red bar), a proposal (dashed), its evidence.

Each shows one line of `item_lines` and says what is wanted; the pane knows the item.
"""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer.model import Answer, Place, ProposalState
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.case_index import chip_text
from reviewer.ui.workbench.controls import Chip, Elided, Tag, label
from reviewer.ui.workbench.item_lines import EvidenceLine, OccurrenceLine, ProposalLine
from reviewer.ui.workbench.item_rows import LOUD
from reviewer.ui.workbench.paint import SIGNS, colour, focus_ring, hairline, outline, text_width
from reviewer.ui.workbench.words import cited, clean_points
from reviewer.workspace.views import Proposal

_SHORT = 250  # px at 字号 12: what fits beside three buttons in the narrowest checklist


class ChipRow(QWidget):
    """Page chips; a chip opens its page, Del on it takes the place away."""

    place_wanted = Signal(object)
    place_removed = Signal(object)

    def __init__(self, tokens: Tokens, chips: tuple[tuple[str, Place], ...], most: int = 4) -> None:
        super().__init__()
        self._places = [place for _, place in chips]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.unit)
        self.chips = [Chip(tokens, text) for text, _ in chips[:most]]
        for chip in self.chips:
            chip.clicked.connect(self._on_clicked)
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(self._on_menu)
            row.addWidget(chip)
        if len(chips) > most:
            row.addWidget(label(f"等 {len(chips)} 页", "caption"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, name: str) -> None:
        """Mark the chip of the page in view."""
        for chip in self.chips:
            chip.set_shown(chip.text() == chip_text(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = next((i for i, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        if event.key() == Qt.Key.Key_Delete and held >= 0:
            self.place_removed.emit(self._places[held])
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.place_wanted.emit(self._places[self.chips.index(self.sender())])  # type: ignore[arg-type]

    def _on_menu(self, point: QPoint) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QAction("移去这处证据　Del", menu)
        action.setData(self.chips.index(chip))
        action.triggered.connect(self._on_remove)
        menu.addAction(action)
        menu.popup(chip.mapToGlobal(point))

    def _on_remove(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.place_removed.emit(self._places[action.data()])


class OccurrenceCard(QWidget):
    """A deduction."""

    place_wanted = Signal(object)
    place_removed = Signal(object, object)  # occurrence id, Place
    changed = Signal(object, object)  # occurrence id, dict of changes
    removed = Signal(object)
    focused = Signal(object)

    def __init__(self, tokens: Tokens, line: OccurrenceLine, locked: bool) -> None:
        super().__init__()
        self.line = line
        self._locked = locked
        self._tokens = tokens
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        cost = label(line.cost, "title", "" if line.struck else "red")
        title, reason = Elided(line.title, "strong"), label(_reason(line))
        reason.setWordWrap(True)
        if line.struck:
            for widget in (title, reason, cost):
                _strike(widget)
        self.chip_row = ChipRow(tokens, line.chips)
        self.chip_row.place_wanted.connect(self.place_wanted)
        self.chip_row.place_removed.connect(self._on_place_removed)
        self._reason = reason
        self._field, self._count, self._ratio = QLineEdit(line.reason), QSpinBox(), QSpinBox()
        self._form = self._make_form()
        head = QHBoxLayout()
        head.setSpacing(tokens.gap)
        head.addWidget(title)
        head.addWidget(self.chip_row)
        head.addStretch(1)
        head.addWidget(label(line.who, "caption"))
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(reason)
        words.addWidget(self._form)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.block, tokens.unit, tokens.block, tokens.unit + 1)
        row.setSpacing(tokens.inset)
        row.addLayout(words, 1)
        row.addWidget(cost)
        spoken = f"{line.title}，{line.cost} 分，{'未计入' if line.struck else '已计入'}"
        self.setAccessibleName(spoken)

    def edit(self) -> None:
        """Open the fields for count and reason."""
        if self._locked:
            return
        self._reason.hide()
        self._form.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self._form.hide()
            self._reason.setVisible(bool(self._reason.text()))
        elif event.key() == Qt.Key.Key_Delete and self.hasFocus() and not self._locked:
            self.removed.emit(self.line.id)
        elif event.key() == Qt.Key.Key_F2 and not self._form.isVisible():
            self.edit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.line.id)
        self.update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        shade = "line2" if self.line.struck else "red"
        painter.fillRect(QRectF(0, 0, t.mark, self.height()), colour(t, shade))
        hairline(painter, self.rect(), colour(t, "line"), Qt.Edge.BottomEdge)
        if self.hasFocus():
            focus_ring(painter, self.rect(), t)

    def _make_form(self) -> QWidget:
        form = QWidget()
        row = QHBoxLayout(form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._tokens.gap)
        self._count.setRange(1, 99)
        self._count.setValue(self.line.count)
        self._count.setSuffix(f" {self.line.unit}")
        self._count.setVisible(bool(self.line.unit))
        self._ratio.setRange(0, 100)
        self._ratio.setSuffix(" %")
        self._ratio.setValue(round((self.line.ratio or Decimal(1)) * 100))
        self._ratio.setVisible(self.line.by_ratio)
        self._field.setPlaceholderText("理由，Enter 保存，Esc 返回")
        self._field.setAccessibleName("理由")
        self._field.returnPressed.connect(self._on_saved)
        for widget in (self._count, self._ratio):
            widget.setFixedWidth(self._tokens.control * 3)
            row.addWidget(widget)
        row.addWidget(self._field, 1)
        form.hide()
        return form

    def _on_saved(self) -> None:
        changes: dict[str, Any] = {}
        if self._field.text().strip() != self.line.reason:
            changes["reason"] = self._field.text().strip()
        if self.line.unit and self._count.value() != self.line.count:
            changes["count"] = self._count.value()
        share = Decimal(self._ratio.value()) / 100
        if self.line.by_ratio and share != self.line.ratio:
            changes["ratio"] = share
        self._form.hide()
        self._reason.setVisible(bool(self._reason.text()))
        if changes:
            self.changed.emit(self.line.id, changes)

    def _on_place_removed(self, place: Place) -> None:
        self.place_removed.emit(self.line.id, place)


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


class FolioField(QLineEdit):
    """Takes one 卷内页号 after another, in a review without files."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("卷内页号，如 47，Enter 添加")
        self.setAccessibleName("卷内页号")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A plain field would pass Enter on to the tab, where it accepts the proposal.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers():
            super().keyPressEvent(event)
        elif text := self.text().strip():
            self.clear()
            self.typed.emit(text)


class EvidenceCard(QWidget):
    """The evidence of the item itself; in a paper review pages are typed here."""

    place_wanted = Signal(object)
    place_removed = Signal(object, object)  # None, Place
    folio_typed = Signal(str)

    def __init__(self, tokens: Tokens, line: EvidenceLine, locked: bool) -> None:
        super().__init__()
        self.line = line
        self.chip_row = ChipRow(tokens, line.chips, 8)
        self.chip_row.place_wanted.connect(self.place_wanted)
        self.chip_row.place_removed.connect(self._on_removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.block, tokens.unit, tokens.block, tokens.unit)
        row.setSpacing(tokens.gap)
        row.addWidget(label("证据", "caption"))
        row.addWidget(self.chip_row)
        if line.paper and not locked:
            field = FolioField()
            field.typed.connect(self.folio_typed)
            row.addWidget(field, 1)
        else:
            row.addStretch(1)

    def _on_removed(self, place: Place) -> None:
        self.place_removed.emit(None, place)


Card = OccurrenceCard | ProposalCard | EvidenceCard


def _reason(line: OccurrenceLine) -> str:
    count = f"（{line.count} {line.unit}）" if line.count > 1 and line.unit else ""
    return (line.reason or line.note or "未写理由，按 F2 补写") + count


def _strike(widget: QLabel) -> None:
    type_ = QFont(widget.font())
    type_.setStrikeOut(True)
    widget.setFont(type_)


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
    return "\n".join(line for line in said if line)
