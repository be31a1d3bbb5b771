"""The decision on one item: 从甲, 从乙 or 另定, the reason, and the button that records it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QSizePolicy, QWidget

from reviewer.model.adjudications import Side
from reviewer.ui.meeting.votes_row import judged_by
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import ground
from reviewer.ui.workbench.words import points_text
from reviewer.workspace.campaigns.decision_form import DecisionTexts
from reviewer.workspace.campaigns.meeting_views import MeetingItem

_BESIDE = 1080  # px at 字号 12
_SIDES = (Side.FIRST, Side.SECOND, Side.OTHER)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was chosen and typed for an item and not recorded."""

    side: Side | None = None
    reason: str = ""
    outcome: str = ""
    number: str = ""


class DecisionRow(QWidget):
    """One set of fields for all items."""

    record_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        ground(self, "panel")
        self._scale = tokens.scale
        self._item: MeetingItem | None = None
        self.sides = {side: button("", "segment", self._on_side) for side in _SIDES}
        self.reason = QLineEdit()
        self.reason.setAccessibleName("合议理由")
        self.reason.setPlaceholderText("理由，合议记录会印出")
        self.record = button("记录并看下一项　Ctrl+Enter", "primary", self.record_asked.emit)
        self.outcome = QComboBox()
        self.outcome.setAccessibleName("另定的结论")
        self.number = QLineEdit()
        self._number_word = label("", "second")
        self._said = label("", "body", wraps=True)
        self._other = QWidget()
        self._build(tokens)
        self.refuse("")

    def _build(self, tokens: Tokens) -> None:
        ends = ("first", "middle", "last")
        for (side, one), place in zip(self.sides.items(), ends, strict=True):
            one.setCheckable(True)
            one.setObjectName(side.name)
            look(one, "segment", place=place)
        look(self._said, "body", tone="red")
        self.outcome.activated.connect(self._on_outcome)
        self.outcome.setMinimumContentsLength(12)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.outcome.setSizeAdjustPolicy(policy)
        self.number.setFixedWidth(4 * tokens.row)
        given = row(
            label("另定为", "strong"), self.outcome, self._number_word, self.number,
            gap=tokens.block,
        )  # fmt: skip
        given.setStretch(1, 1)
        self._other.setLayout(given)
        chosen = row(*self.sides.values(), gap=0)
        for part in (*self.sides.values(), self.record):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice = row(label("合议决定", "strong"), chosen, 1, gap=tokens.block)
        given_reason = row(self.reason, self.record, gap=tokens.block)
        given_reason.setStretch(0, 1)
        self._line: QBoxLayout = row(choice, given_reason, gap=tokens.block)
        self._line.setStretch(1, 1)
        body = column(self._said, self._other, self._line, gap=tokens.gap)
        body.setContentsMargins(tokens.inset, tokens.gap, tokens.inset, tokens.gap)
        self.setLayout(body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the reason under the choice where both do not fit beside each other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= round(_BESIDE * self._scale)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wide else down)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._scale = tokens.scale
        self._fit()
        self.number.setFixedWidth(4 * tokens.row)
        dress(self, tokens)

    def enable(self, may: bool) -> None:
        """Let a decision be recorded, or only be read."""
        for part in (*self.sides.values(), self.reason, self.record, self.outcome, self.number):
            part.setEnabled(may)

    def show_item(self, item: MeetingItem, draft: Draft) -> None:
        """Show an item with what was typed for it, else with its decision."""
        self._item = item
        for side in (Side.FIRST, Side.SECOND):
            judged = judged_by(item, side)
            points = "" if item.full is None else f" {points_text(judged.given)}"
            self.sides[side].setText(f"{side.value}：{judged.word}{points}　{_KEYS[side]}")
        self.sides[Side.OTHER].setText(f"{Side.OTHER.value}…　{_KEYS[Side.OTHER]}")
        self.sides[Side.OTHER].setVisible(bool(item.outcomes))
        self._fill_outcomes(item)
        self.reason.setText(draft.reason)
        self.reason.setCursorPosition(0)
        at = self.outcome.findData(draft.outcome)
        self.outcome.setCurrentIndex(max(0, at))
        self._show_side(draft.side)
        self._show_number(draft.number)
        self.refuse("")

    def draft(self) -> Draft:
        """Return what stands in the fields."""
        side = next((one for one, made in self.sides.items() if made.isChecked()), None)
        outcome = str(self.outcome.currentData() or "")
        return Draft(side, self.reason.text(), outcome, self.number.text())

    def texts(self, item: str) -> DecisionTexts:
        """Return the decision as it is filled in."""
        now = self.draft()
        return DecisionTexts(item, now.side, now.reason, now.outcome, now.number)

    def choose(self, side: Side) -> None:
        """Choose a side, as its key does; then the reason is asked."""
        if not self.sides[side].isEnabled() or self.sides[side].isHidden():
            return
        self._show_side(side)
        self.refuse("")
        target: QWidget = self.outcome if side is Side.OTHER else self.reason
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _fill_outcomes(self, item: MeetingItem) -> None:
        self.outcome.clear()
        self.outcome.addItem("选定结论", "")
        for one in item.outcomes:
            self.outcome.addItem(one.text, one.key)

    def _show_side(self, side: Side | None) -> None:
        for one, made in self.sides.items():
            made.setChecked(one is side)
        self._other.setVisible(side is Side.OTHER)

    def _show_number(self, text: str = "") -> None:
        item, key = self._item, str(self.outcome.currentData() or "")
        chosen = next((one for one in item.outcomes if one.key == key), None) if item else None
        ask = chosen.ask if chosen is not None else ""
        self._number_word.setText(ask)
        self.number.setAccessibleName(ask)
        self.number.setText(text or (chosen.usual if chosen is not None else ""))
        for part in (self._number_word, self.number):
            part.setVisible(bool(ask))

    def _on_side(self) -> None:
        self.choose(Side[self.sender().objectName()])

    def _on_outcome(self, _at: int) -> None:
        self._show_number()


_KEYS = {Side.FIRST: "1", Side.SECOND: "2", Side.OTHER: "3"}
