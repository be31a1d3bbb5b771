"""One objection: what the unit says, its items before and after the review, and the decision."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.ui.campaign.follow_bar import FileLinks
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.steps_line import StepsLine
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.feedback_views import ObjectionView

_ITEMS = (
    Head("评查项", 2), Head("原评", right=True), Head("复核", right=True), Head("结论"),
    Head("理由", 3),
)  # fmt: skip
_STEPS = ("受理", "作出复核决定", "不予受理", "撤回")
_OUTCOMES = ("采纳", "部分采纳", "不采纳")
_ROWS = 5


class ObjectionCard(QWidget):
    """What the unit argues and what comes of it."""

    step_taken = Signal(object, str, str, str)  # UUID, action, day, note
    decided = Signal(object, str, str, str, dict)  # UUID, outcome, day, note, reasons
    review_asked = Signal(object)  # UUID of the case
    paper_asked = Signal(object)  # UUID
    file_opened = Signal(object)  # Evidence

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._one: ObjectionView | None = None
        self._reasons: dict[str, str] = {}
        self._text = label("", "body", wraps=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.files = FileLinks(tokens, "附件")
        self.files.opened.connect(self.file_opened)
        self._state = label("", "second", wraps=True)
        self.items = Grid(tokens, "申辩针对的评查项", _ITEMS)
        self.items.selectionModel().currentRowChanged.connect(self._on_item)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("本项理由")
        self.reason.textEdited.connect(self._on_reason)
        self._reason_word = label("本项理由", "second")
        self.outcome = Segments(tuple((one, one) for one in _OUTCOMES))
        self.outcome.chosen.connect(self._on_outcome)
        self._chosen = ""
        self._outcome_word = label("复核结论", "second")
        self.steps = StepsLine(tokens, _STEPS, "理由")
        self.steps.taken.connect(self._on_step)
        self.review = button("打开复核评查表", "normal", self._on_review, "file")
        self.paper = button("写出复核决定…", "normal", self._on_paper, "download")
        told = row(self._outcome_word, self.outcome, self._state, self.review, self.paper)
        told.setStretch(2, 1)
        body = column(
            self._text, self.files, self.items, row(self._reason_word, self.reason), told,
            self.steps, gap=tokens.gap,
        )  # fmt: skip
        self.setLayout(body)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.items.set_tokens(tokens)
        self.steps.set_tokens(tokens)
        dress(self, tokens)

    def show_objection(self, one: ObjectionView | None) -> None:
        """Show an objection, or nothing."""
        before, self._one = self._one, one
        self.setVisible(one is not None)
        if one is None:
            return
        if before is None or before.id != one.id:
            self.steps.begin_anew()
            self._reasons = {}
        if before is None or (before.id, before.suggested) != (one.id, one.suggested):
            self._choose(one.suggested)
        for item in one.items:
            self._reasons.setdefault(item.id, item.reason)
        self._text.setText(one.text)
        self.files.show_files(one.attachments)
        self._show_items()
        deciding = "作出复核决定" in one.steps
        for part in (self._reason_word, self.reason, self._outcome_word, self.outcome):
            part.setVisible(deciding)
        self.review.setVisible(one.review_open)
        self.paper.setVisible(one.state in ("已复核", "不予受理"))
        self._state.setText(_told(one))
        self.steps.show_steps(one.steps, one.main_step)

    def refuse(self, sentence: str) -> None:
        """Say why a step was not taken."""
        self.steps.refuse(sentence)

    def _show_items(self) -> None:
        one = self._one
        if one is None:
            return
        deciding = "作出复核决定" in one.steps
        rows = []
        for item in one.items:
            reason = self._reasons.get(item.id, "") if deciding else item.reason
            tone = "amber" if deciding and not reason.strip() else ""
            reason = reason if reason.strip() or not deciding else "请填写理由"
            cells = (f"{item.id} {item.title}", item.before, item.after or "—", item.outcome or "—",
                     reason)  # fmt: skip
            rows.append(GridRow(item.id, cells, ("", "", "", "", tone)))
        self.items.show_rows(rows)
        self.items.fit(1, _ROWS)

    def _on_item(self) -> None:
        wanted = self._reasons.get(str(self.items.current_key()), "")
        if self.reason.text() != wanted:  # the cursor would jump while somebody types
            self.reason.setText(wanted)

    def _on_reason(self, text: str) -> None:
        key = self.items.current_key()
        if key is not None:
            self._reasons[str(key)] = text
            self._show_items()

    def _choose(self, outcome: str) -> None:
        self._chosen = outcome
        if outcome:
            self.outcome.choose(outcome)

    def _on_outcome(self, outcome: str) -> None:
        self._chosen = outcome

    def _on_step(self, action: str, day: str, note: str) -> None:
        one = self._one
        if one is None:
            return
        if action == "作出复核决定":
            reasons = {item.id: self._reasons.get(item.id, "") for item in one.items}
            self.decided.emit(one.id, self._chosen, day, note, reasons)
        else:
            self.step_taken.emit(one.id, action, day, note)

    def _on_review(self) -> None:
        if self._one is not None:
            self.review_asked.emit(self._one.case)

    def _on_paper(self) -> None:
        if self._one is not None:
            self.paper_asked.emit(self._one.id)

    @property
    def objection(self) -> UUID | None:
        """Return which objection is seen."""
        return self._one.id if self._one else None


def _told(one: ObjectionView) -> str:
    if one.review_open:
        return "复核已受理，只有申辩针对的评查项可以修改。签定复核评查表后作出决定。"
    if one.state == "复核中":
        return f"按已签定的复核评查表，应为{one.suggested}。"
    if one.decided_on:
        return f"{one.decided_on:%m-%d} {one.outcome or one.state}：{one.reason}"
    if one.state == "已撤回":
        return f"已撤回：{one.reason}"
    return "" if one.in_time else f"{one.timing}，受理须写明理由，或者不予受理。"
