"""Forms: labelled fields under each other, with the sentence that says what is missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens, look


class Form(QWidget):
    """Rows of a label, a field and, under it, a hint."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.inset)
        self._grid.setVerticalSpacing(tokens.unit)
        self._grid.setColumnStretch(1, 1)
        self._fields: dict[str, QLineEdit] = {}

    def add_text(self, name: str, word: str, hint: str = "", placeholder: str = "") -> QLineEdit:
        """Add a line of text and return its field."""
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        self._fields[name] = field
        self.add(word, field, hint)
        return field

    def add(self, word: str, field: QWidget, hint: str = "") -> QLabel:
        """Add any field and return the label of its hint."""
        at = self._grid.rowCount()
        name = label(word, "second")
        name.setBuddy(field)
        field.setAccessibleName(word)
        below = label(hint, "caption", wraps=True)
        self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, at, 1)
        self._grid.addWidget(below, at + 1, 1)
        # Not before it stands in the form: until then it would be a window of its own.
        below.setVisible(bool(hint))
        below.setContentsMargins(0, 0, 0, self._grid.horizontalSpacing() // 2)
        if not hint:
            self._grid.setRowMinimumHeight(at + 1, self._grid.horizontalSpacing() // 4)
        return below

    def text(self, name: str) -> str:
        """Return what stands in a field, without spaces around it."""
        return self._fields[name].text().strip()

    def set_text(self, name: str, text: str) -> None:
        """Put `text` into a field."""
        self._fields[name].setText(text)

    def begin(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty all fields."""
        for field in self._fields.values():
            field.clear()


def place_of(box: QComboBox, value: object) -> int:
    """Return where `value` stands in a list, or -1.

    `findData` compares Python values by identity: a UUID that was read again is not found.
    """
    return next((at for at in range(box.count()) if box.itemData(at) == value), -1)


class Segments(QWidget):
    """A row of choices of which one holds."""

    chosen = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons = {}
        for at, (name, word) in enumerate(choices):
            made = button(word, "segment", self._on_clicked)
            ends = {0: "first", len(choices) - 1: "last"}
            look(made, "segment", place=ends.get(at, "middle"))
            made.setCheckable(True)
            made.setObjectName(name)
            self._group.addButton(made)
            self._buttons[name] = made
        self.setLayout(row(*self._buttons.values(), 1, gap=0))

    def choose(self, name: str) -> None:
        """Show which choice holds, without saying that it was made."""
        self._buttons[name].setChecked(True)

    def allow(self, name: str, *, allowed: bool, why_not: str = "") -> None:
        """Let a choice be made, or not and say why."""
        self._buttons[name].setEnabled(allowed)
        self._buttons[name].setToolTip("" if allowed else why_not)

    def press(self, name: str) -> None:
        """Make a choice."""
        self._buttons[name].click()

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().objectName())
