"""通报: what people write for 评查情况通报, what to look at before it goes out, and its issue."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.ui.campaign.follow_bar import HISTORY, FollowBar, history_rows
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import Fields, scrolling, section
from reviewer.ui.campaign.side_by_side import SideBySide
from reviewer.ui.campaign.steps_line import StepsLine
from reviewer.ui.parts import button, column, dress, label
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.bulletins import BulletinView

ISSUE = "登记通报印发"
_CHECKS = (Head("核对"), Head("情况", 1))
_LINES = (("number", "发文字号"), ("to", "主送"), ("copies", "抄送"))
_TEXTS = (
    ("practices", "主要做法和亮点，每行一条"),
    ("requirements", "其他整改要求和下一步安排，每行一条"),
)
_QUIET_MS = 800  # after the last key, before what was written is kept
_ROWS = 5


class BulletinPage(QWidget):
    """The words of the bulletin at the left, how far it is at the right."""

    edited = Signal(dict)  # texts by field
    write_asked = Signal()
    issued = Signal(str)  # day as typed

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._texts: dict[str, str] = {}
        self.writing = button("写出通报…", "normal", self.write_asked.emit, "download")
        self.bar = FollowBar("bulletin", self.writing)
        self.fields = Fields(tokens, 1)
        for name, word in _LINES:
            self.fields.add(name, word).textEdited.connect(self._on_typed)
        self.texts = {name: QPlainTextEdit() for name, _ in _TEXTS}
        for name, word in _TEXTS:
            self.texts[name].setAccessibleName(word)
            self.texts[name].setTabChangesFocus(True)
            self.texts[name].textChanged.connect(self._on_typed)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.flush)
        self.checks = Grid(tokens, "印发之前核对", _CHECKS)
        self._state = label("", "body", wraps=True)
        self.steps = StepsLine(tokens, (ISSUE,), "")
        self.steps.taken.connect(self._on_step)
        self.history = Grid(tokens, "经过", HISTORY)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        words = [column(label(word, "second"), self.texts[name]) for name, word in _TEXTS]
        said = "数字、等次、问题和附件由评查记录写出，这里只写机器不知道的"
        left = scrolling(tokens, section(tokens, "正文", said, self.fields, *words), edge=0)
        checked = section(tokens, "印发之前核对", "", self.checks)
        issued = section(tokens, "印发", "", self._state, self.steps, self.history)
        right = scrolling(tokens, checked, issued, edge=0)
        self._body = SideBySide(tokens, left, right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addWidget(self.bar)
        layout.addWidget(self._body, 1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for grid in (self.checks, self.history):
            grid.set_tokens(tokens)
        for text in self.texts.values():
            text.setFixedHeight(_ROWS * tokens.row)
        self.steps.set_tokens(tokens)
        self._body.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the cursor into the number."""
        self.fields.fields["number"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self, view: BulletinView) -> None:
        """Show the bulletin; what is being typed stays."""
        if not self._quiet.isActive():
            self._show_texts(dict(view.texts))
        self.checks.show_rows(
            [
                GridRow(one.what, (one.what, one.said), ("ink2", "amber" if one.is_open else ""))
                for one in view.checks
            ]
        )
        self.checks.fit(1, _ROWS)
        self._state.setText(_told(view))
        look(self._state, "body", tone="green" if view.is_issued else view.due.tone)
        self.steps.show_steps(() if view.is_issued else (ISSUE,), ISSUE)
        if not self.steps.day.text():
            self.steps.begin_anew()
        self.history.show_rows(history_rows(view.history))
        self.history.setVisible(bool(view.history))
        self.history.fit(1, _ROWS)
        self.bar.say("还有没办完的，写出的是草稿。" if _is_open(view) else "可以写出和印发。")

    def flush(self) -> None:
        """Hand over what was typed since it was kept."""
        self._quiet.stop()
        texts = self._typed()
        if texts != self._texts:
            self._texts = texts
            self.edited.emit(texts)

    def _typed(self) -> dict[str, str]:
        lines = {name: self.fields.text(name) for name, _ in _LINES}
        return lines | {name: text.toPlainText() for name, text in self.texts.items()}

    def _show_texts(self, texts: dict[str, str]) -> None:
        for name, _ in _LINES:
            if self.fields.text(name) != texts[name]:
                self.fields.set_text(name, texts[name])
        for name, field in self.texts.items():
            # As it is kept has no empty lines: the cursor stays where only those differ.
            if _lines(field.toPlainText()) != _lines(texts[name]):
                field.blockSignals(True)
                field.setPlainText(texts[name])
                field.blockSignals(False)
        self._texts = self._typed()

    def _on_typed(self) -> None:
        self._quiet.start()

    def _on_step(self, _action: str, day: str, _note: str) -> None:
        self.flush()
        self.issued.emit(day)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _is_open(view: BulletinView) -> bool:
    return any(one.is_open for one in view.checks)


def _told(view: BulletinView) -> str:
    if view.is_issued:
        return f"{view.issued_on:%Y-%m-%d} 已印发" if view.issued_on else "已印发"
    return f"尚未印发，期限 {view.due.text}" if view.due.until else "尚未印发"
