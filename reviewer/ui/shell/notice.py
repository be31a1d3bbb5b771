"""The notice: what happened, what to do, and the button that does it; never a dialog.

A `UserError` shows its sentence and remedy.  Anything else is a bug: it is logged elsewhere and
shown here once, with the error behind 详细信息.
"""

import traceback
from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton

from reviewer.errors import UserError
from reviewer.ui.parts import button, column, dress, label, picture, row
from reviewer.ui.theme import Tokens, look


class Notice(QFrame):
    """One strip under the place, so that nothing above it moves; hidden when it has no words."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "notice")
        self._tokens = tokens
        self._act: Callable[[], object] | None = None
        self._shown_bugs: set[str] = set()
        self._sign = picture("alert", "red", "icon")
        self._what = label("", "strong", wraps=True)
        self._remedy = label("", "body", wraps=True)
        self._do = button("", "normal", self._on_do)
        self._more = button("详细信息", "flat", self._on_more)
        self._copyable = QPlainTextEdit()
        self._copyable.setReadOnly(True)
        self._copyable.setFixedHeight(6 * tokens.row)
        close = button("知道了", "flat", self.hide)
        words = column(self._what, self._remedy, gap=2)
        line = row(self._sign, words, self._do, self._more, close, gap=tokens.gap)
        line.setStretchFactor(words, 1)
        body = column(line, self._copyable, gap=tokens.gap)
        body.setContentsMargins(tokens.inset, tokens.gap, tokens.inset, tokens.gap)
        self.setLayout(body)
        for part in (self._do, self._more, self._copyable, self):
            part.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of icons."""
        self._tokens = tokens
        dress(self, tokens)

    def show_error(
        self, error: Exception, act: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show an error; `act` is the word and the deed of the button that mends it."""
        if isinstance(error, UserError):
            self.say(str(error), error.remedy, "red", act)
            return
        details = "".join(traceback.format_exception(error))
        if details in self._shown_bugs:
            return
        self._shown_bugs.add(details)
        self.say(
            "这一步没有完成，已保存的内容不受影响。", "重试一次；仍不行，请把详细信息发给维护人员。"
        )
        self._copyable.setPlainText(details)
        self._more.show()

    def say(
        self,
        what: str,
        remedy: str = "",
        tone: str = "red",
        act: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a sentence and its remedy."""
        look(self, "notice", tone=tone)
        self._sign.setProperty("icon_name", "alert" if tone == "red" else "info")
        self._sign.setProperty("icon_tone", tone)
        dress(self, self._tokens)
        self._what.setText(what)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._more.hide()
        self._copyable.hide()
        self._act = act[1] if act else None
        self._do.setText(act[0] if act else "")
        self._do.setAccessibleName(act[0] if act else "")
        self._do.setVisible(act is not None)
        self.setAccessibleName(f"{what}{remedy}")
        self.show()

    def words(self) -> str:
        """Return what is said now; empty while hidden."""
        return "" if self.isHidden() else f"{self._what.text()}{self._remedy.text()}"

    @property
    def do_button(self) -> QPushButton:
        """The button that mends it."""
        return self._do

    def _on_do(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()

    def _on_more(self) -> None:
        self._copyable.setVisible(self._copyable.isHidden())
