"""Setting right what the machine read as the names of a case: title, unit, party, cause.

Only what was changed is sent, so that a name nobody touched stays the machine's and follows a
better reading; an emptied one goes back to it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.forms import Form
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import CaseRow

_WIDEST = 720
_FIELDS = (("title", "案卷名称"), ("unit", "办案单位"), ("party", "当事人"), ("cause", "案由"))


class NamesPage(QWidget):
    """The names of one case."""

    changed = Signal(object, dict)  # UUID, field → text
    closed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._row: CaseRow | None = None
        self.form = Form(tokens)
        for name, word in _FIELDS:
            hint = "清空后仍用从文书中读出的内容。" if name == "cause" else ""
            self.form.add_text(name, word, hint)
        self.save = button("保存", "primary", self._on_save)
        made = card("form")
        inside = column(
            self.form,
            row(1, button("返回", "normal", self.closed.emit), self.save),
            gap=tokens.inset,
        )
        inside.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        made.setLayout(inside)
        made.setMaximumWidth(round(_WIDEST * tokens.scale))
        self._what = label("", "second")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(column(label("案卷信息", "page_title"), self._what, gap=2))
        layout.addWidget(made)
        layout.addStretch(1)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        dress(self, tokens)

    def show_case(self, case: CaseRow) -> None:
        """Show the names of a case."""
        self._row = case
        self._what.setText(case.title)
        for name, _word in _FIELDS:
            self.form.set_text(name, str(getattr(case, name)))
        self.form.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, go back on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        case = self._row
        if case is None:
            return
        typed = {name: self.form.text(name) for name, _word in _FIELDS}
        new = {name: text for name, text in typed.items() if text != getattr(case, name)}
        # A case has to be called something.
        if not new.get("title", case.title):
            del new["title"]
        if new:
            self.changed.emit(case.id, new)
        self.closed.emit()
