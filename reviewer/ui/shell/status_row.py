"""The status row: what happens behind, the keys that work here, the mode at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reviewer.ui.parts import Line, column, dress, label, row
from reviewer.ui.theme import Tokens, look


class StatusRow(QWidget):
    """Shows sentences and keys that it is given."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._behind = label("就绪", "caption")
        self._mode = label("", "caption")
        self._keys = QHBoxLayout()
        self._keys.setSpacing(tokens.gap // 2)
        self._body = row(self._behind, self._keys, 1, self._mode, gap=tokens.margin)
        self.setLayout(column(Line(), self._body, gap=0))
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take heights and insets."""
        self._body.setContentsMargins(tokens.inset - 2, 0, tokens.inset - 2, 0)
        self.setFixedHeight(tokens.status)
        dress(self, tokens)

    def show_behind(self, sentence: str) -> None:
        """Say what happens in the background."""
        self._behind.setText(sentence)

    def show_mode(self, words: str) -> None:
        """Say the mode at the right."""
        self._mode.setText(words)

    def behind(self) -> str:
        """Return the sentence that stands there now."""
        return self._behind.text()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show the keys that work here, each with its word."""
        while (item := self._keys.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for cap, word in keys:
            self._keys.addWidget(_cap(cap))
            self._keys.addWidget(label(word, "key_word"))
            self._keys.addSpacing(self._keys.spacing())


def _cap(text: str) -> QLabel:
    made = label(text, "key")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
