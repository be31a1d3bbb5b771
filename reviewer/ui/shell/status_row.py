"""The status row: what happens behind, the keys that work here, the mode at the right.

Where there is no room for everything the mode goes first, then keys from the last on: a key is
shown whole or not at all.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from reviewer.ui.parts import Line, column, dress, label, row
from reviewer.ui.theme import Tokens, look


class _Keys(QWidget):
    """Keys with their words, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._pairs: list[QWidget] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(10)
        self._line.addStretch(1)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        for old in self._pairs:
            self._line.removeWidget(old)
            old.deleteLater()
        self._pairs = [_pair(cap, word) for cap, word in keys]
        for at, pair in enumerate(self._pairs):
            self._line.insertWidget(at, pair)
        self._fit()

    def needed(self) -> int:
        """Return the width that all keys take."""
        return sum(pair.sizeHint().width() + self._line.spacing() for pair in self._pairs)

    def minimumSizeHint(self) -> QSize:
        """Return nothing: keys give way."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() + self._line.spacing()
        for pair in self._pairs:
            room -= pair.sizeHint().width() + self._line.spacing()
            pair.setVisible(room >= 0)


class StatusRow(QWidget):
    """Shows sentences and keys that it is given."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._behind = label("就绪", "caption")
        self._mode = label("", "caption")
        self._keys = _Keys()
        self._body = row(self._behind, self._keys, self._mode, gap=tokens.margin)
        self._body.setStretch(1, 1)
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
        self._fit()

    def show_mode(self, words: str) -> None:
        """Say the mode at the right."""
        self._mode.setText(words)
        self._mode.setToolTip(words)
        self._fit()

    def behind(self) -> str:
        """Return the sentence that stands there now."""
        return self._behind.text()

    def mode(self) -> str:
        """Return the words at the right."""
        return self._mode.text()

    def show_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Show the keys that work here, each with its word."""
        if keys != self._shown:
            self._shown = keys
            self._keys.show_keys(keys)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the mode where the keys need its room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self._body.contentsMargins()
        taken = self._behind.sizeHint().width() + 2 * self._body.spacing()
        room = self.width() - margins.left() - margins.right() - taken
        self._mode.setVisible(room >= self._keys.needed() + self._mode.sizeHint().width())


def _pair(cap: str, word: str) -> QWidget:
    key = label(cap, "key")
    key.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made = QWidget()
    made.setLayout(row(key, label(word, "key_word")))
    return made
