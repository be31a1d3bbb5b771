"""The line that says what went wrong and what to do; it stays until it is closed or replaced."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import FlatButton, label

_STAYS = 12_000  # ms: long enough to read twice


class NoticeBar(QFrame):
    """One sentence and a remedy."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "notice", tone="amber")
        self._words = label("")
        self._words.setWordWrap(True)
        shut = FlatButton(tokens, "", "cross", "关闭")
        shut.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.inset, 0, tokens.gap, 0)
        row.addWidget(self._words, 1)
        row.addWidget(shut)
        self.hide()

    def show_error(self, what: str, remedy: str) -> None:
        """Show what happened and what to do."""
        self._words.setText(f"{what}{remedy}")
        self._words.setAccessibleName(self._words.text())
        self.show()
        self._timer.start()
