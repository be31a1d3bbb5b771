"""What the window says while the data folder is being opened, and when it cannot be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.errors import UserError
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens


class WaitingPage(QWidget):
    """One sentence; after a failure its remedy and what can be done."""

    retry_asked = Signal()
    other_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._what = label("正在打开资料库", "title")
        self._remedy = label("", "second", wraps=True)
        self._remedy.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._choices = QWidget()
        self._choices.setLayout(
            row(
                1,
                button("重试", "primary", self.retry_asked.emit),
                button("用别的文件夹…", "normal", self.other_asked.emit),
                1,
            )
        )
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(
            column(row(1, self._what, 1), self._remedy, self._choices, gap=tokens.inset)
        )
        layout.addStretch(3)
        self.show_waiting()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        dress(self, tokens)

    def show_waiting(self) -> None:
        """Say that it is being opened."""
        self._what.setText("正在打开资料库")
        self._remedy.hide()
        self._choices.hide()

    def show_failure(self, error: Exception) -> None:
        """Say why it could not be opened, and what to do."""
        known = isinstance(error, UserError)
        self._what.setText(str(error) if known else "资料库打不开。")
        self._remedy.setText(
            error.remedy
            if isinstance(error, UserError)
            else "重试一次；仍不行，请把日志发给维护人员。"
        )
        self._remedy.show()
        self._choices.show()

    def words(self) -> str:
        """Return what is said."""
        return self._what.text()
