"""三项制度自查: the requirements, the reply to the current one, and what is to be done next."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.model import Choice
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import filling
from reviewer.ui.campaign.year_end.requirement_form import CHOICES, RequirementForm
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.self_check_form import Requirement, SelfCheckView

_ABOUT = "三年行动实施方案第 9 项：行政执法公示、执法全过程记录、重大执法决定法制审核自查评估。"
_HEADS = (
    Head("编号"), Head("要求", 1), Head("满分", right=True), Head("结论"),
    Head("失分", right=True),
)  # fmt: skip
_SAVE_MS = 600
_WORDS = dict(CHOICES)
_TONES = {
    Choice.CONFORMS: "green",
    Choice.FAILS: "red",
    Choice.ABSENT: "ink2",
    Choice.PENDING: "ink2",
}
_KEYS = {
    Qt.Key.Key_1: Choice.CONFORMS,
    Qt.Key.Key_2: Choice.FAILS,
    Qt.Key.Key_3: Choice.ABSENT,
    Qt.Key.Key_4: Choice.PENDING,
}


class _Requirements(Grid):
    """The list; 1 to 4 give the verdict as on the workbench."""

    verdict_given = Signal(object)  # Choice

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = _KEYS.get(Qt.Key(event.key()))
        if choice is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.verdict_given.emit(choice)
        else:
            super().keyPressEvent(event)


class SelfCheckPage(QWidget):
    """The form of the self-check."""

    replied = Signal(str, object)  # item, Reply
    measures_changed = Signal(str, str)  # unit, lines
    write_asked = Signal()
    closed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view: SelfCheckView | None = None
        self._said = label("", "second", wraps=True)
        self._score = label("", "page_title")
        self._grade = label("", "strong")
        self.list = _Requirements(tokens, "三项制度的要求", _HEADS)
        self.form = RequirementForm(tokens)
        self.unit = QLineEdit()
        self.unit.setAccessibleName("自查单位")
        self.measures = QPlainTextEdit()
        self.measures.setAccessibleName("整改措施和下一步安排")
        self.measures.setPlaceholderText("整改措施和下一步安排，一行一条")
        self.measures.setTabChangesFocus(True)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SAVE_MS)
        self._later.timeout.connect(self._say_measures)
        self.write = button("写出自查报告…", "primary", self._on_write, "download")
        self._build(tokens)
        self._connect()
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        back = button("返回统计", "normal", self._on_back)
        words = column(
            label("三项制度自查", "page_title"), label(_ABOUT, "second", wraps=True), gap=2
        )
        top = row(words, self._grade, self._score, back, self.write)
        top.setStretch(0, 1)
        listed = card()
        inside = column(self.list, gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        listed.setLayout(inside)
        below = card()
        held = QVBoxLayout(below)
        held.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.inset)
        held.setSpacing(tokens.gap)
        named = row(label("自查单位", "second"), self.unit)
        named.setStretch(1, 1)
        held.addLayout(named)
        held.addWidget(label("整改措施和下一步安排", "second"))
        held.addWidget(self.measures, 1)
        self.measures.setMinimumHeight(2 * tokens.row)
        right = filling(tokens, self.form, below, edge=0)
        held_both = right.widget().layout()
        assert isinstance(held_both, QVBoxLayout)
        held_both.setStretch(0, 3)
        held_both.setStretch(1, 2)
        both = QHBoxLayout()
        both.setSpacing(tokens.block)
        both.addWidget(listed, 1)
        both.addWidget(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addLayout(both, 1)
        layout.addWidget(self._said)

    def _connect(self) -> None:
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self.list.verdict_given.connect(self.form.choose)
        self.form.replied.connect(self.replied)
        self.unit.editingFinished.connect(self._say_measures)
        self.measures.textChanged.connect(self._later.start)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.list.set_tokens(tokens)
        dress(self, tokens)

    def show_view(self, view: SelfCheckView) -> None:
        """Show the replies."""
        fresh = self._view is None
        self._view = view
        self.form.show_absences(view.absences)
        self.list.show_rows([_row(one) for one in view.requirements])
        self._on_current()
        self._score.setText(f"{view.total} 分")
        self._grade.setText(view.grade or "暂计")
        done = f"{view.standard}　已填 {view.answered}/{len(view.requirements)} 项"
        draft = f"　{view.why_not.rstrip('。')}，写出的为草稿" if view.why_not else ""
        self._said.setText(f"{done}{draft}")
        if fresh or not self.unit.hasFocus():
            self.unit.setText(view.unit)
        if self.measures.toPlainText() != view.measures and (fresh or not self.measures.hasFocus()):
            self.measures.blockSignals(True)
            self.measures.setPlainText(view.measures)
            self.measures.blockSignals(False)

    def forget(self) -> None:
        """Show nothing: another campaign is seen."""
        self._view = None

    def begin(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _on_current(self) -> None:
        key = self.list.current_key()
        found = self._view.requirements if self._view else ()
        one = next((one for one in found if one.id == key), None)
        if one is not None:
            self.form.show_requirement(one)

    def _say_measures(self) -> None:
        self._later.stop()
        if self._view is not None:
            self.measures_changed.emit(self.unit.text(), self.measures.toPlainText())

    def _on_write(self) -> None:
        self._say_measures()
        self.write_asked.emit()

    def _on_back(self) -> None:
        self._say_measures()
        self.closed.emit()


def _row(one: Requirement) -> GridRow:
    choice = one.reply.choice
    wrong = "　未填全" if one.faults else ""
    cells = (one.id, one.short, one.full, f"{_WORDS[choice.value]}{wrong}", one.lost)
    tone = "amber" if one.faults else _TONES[choice]
    return GridRow(one.id, cells, ("ink2", "ink", "ink", tone, "red"))
