"""Filters of a list in a row, each with how many rows it lets through."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reviewer.ui.parts import button, row
from reviewer.ui.theme import Tokens


class FilterRow(QWidget):
    """One of the filters holds; those without a row are not there, the first one always is."""

    chosen = Signal(str)

    def __init__(self, tokens: Tokens, words: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for word in words:
            made = button(word, "filter", self._on_clicked)
            made.setCheckable(True)
            made.setObjectName(word)
            self._group.addButton(made)
            self._buttons[word] = made
        self._first = words[0]
        self._wanted = ""
        self._buttons[self._first].setChecked(True)
        self.setLayout(row(*self._buttons.values(), 1, gap=tokens.unit))

    @property
    def current(self) -> str:
        """Return which filter holds."""
        return next((word for word, one in self._buttons.items() if one.isChecked()), self._first)

    def want(self, word: str) -> None:
        """Let a filter hold before its rows are known.

        Counts that were asked for earlier may still come, without a row for it; it holds as soon
        as there is one, unless somebody chose another.
        """
        self._wanted = word
        self._buttons[word].setChecked(True)

    def press(self, word: str) -> None:
        """Choose a filter."""
        self._buttons[word].click()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many rows each lets through; an emptied one gives way to the first."""
        for word, made in self._buttons.items():
            number = counts.get(word, 0)
            made.setText(f"{word} {number}")
            made.setVisible(bool(number) or word == self._first)
        if counts.get(self._wanted, 0):
            self._buttons[self._wanted].setChecked(True)
            self._wanted = ""
        if not counts.get(self.current, 0):
            self._buttons[self._first].setChecked(True)

    def _on_clicked(self) -> None:
        self._wanted = ""
        self.chosen.emit(self.sender().objectName())
