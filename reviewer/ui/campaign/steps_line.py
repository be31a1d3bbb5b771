"""What takes a step: the day, a note, and a button for each step that is possible now."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.words import local

_DAY = 7.5  # heights of a control


class StepsLine(QWidget):
    """Asks for what a step needs and says which was taken."""

    taken = Signal(str, str, str)  # action, day as typed, note

    def __init__(self, tokens: Tokens, actions: Sequence[str], hint: str, second: str = "") -> None:
        """Make the lines; `second` names another day that some steps ask for.

        Without a hint no note is asked for.
        """
        super().__init__()
        self.second = QLineEdit()
        self.second.setAccessibleName(second)
        self.second.setPlaceholderText(second)
        self._asks_second = bool(second)
        self.day = QLineEdit()
        self.day.setAccessibleName("日期")
        self.note = QLineEdit()
        self.note.setAccessibleName("说明")
        self.note.setPlaceholderText(hint)
        self.buttons: dict[str, QPushButton] = {}
        for action in actions:
            made = button(action, "normal", self._on_clicked)
            made.setObjectName(action)
            self.buttons[action] = made
        self._refused = label("", "body", wraps=True)
        look(self._refused, "body", tone="red")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(tokens.unit)
        # Two lines: five buttons beside the fields would not fit into the small window.
        fields = row(self.day, self.second, self.note)
        if not hint:
            fields.addStretch(1)
        layout.addLayout(fields)
        layout.addLayout(row(*self.buttons.values(), 1))
        layout.addWidget(self._refused)
        self.refuse("")
        self.set_tokens(tokens)
        self.show_steps(())

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self.day.setFixedWidth(round(tokens.control * _DAY / 2))
        self.second.setFixedWidth(round(tokens.control * _DAY * 3 / 4))

    def show_steps(
        self, actions: Sequence[str], main: str = "", counts: Mapping[str, int] | None = None
    ) -> None:
        """Offer these steps, `main` being the next one; a count says how many records one takes."""
        told = counts or {}
        offered = [action for action in self.buttons if action in actions]
        for action, made in self.buttons.items():
            number = f" {told[action]} 项" if told.get(action, 1) > 1 else ""
            made.setText(f"{action}{number}")
            made.setVisible(action in offered)
            look(made, "primary" if action == main else "normal")
        self.day.setVisible(bool(offered))
        self.note.setVisible(bool(self.note.placeholderText()) and bool(offered))
        self.second.setVisible(self._asks_second and bool(offered))

    def begin_anew(self) -> None:
        """Forget what was typed: another record is seen."""
        self.day.setText(f"{today():%Y-%m-%d}")
        self.second.clear()
        self.note.clear()
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Say why a step was not taken."""
        self._refused.setText(sentence)
        self._refused.setVisible(bool(sentence))

    @property
    def refused(self) -> str:
        """Return why the last step was not taken."""
        return self._refused.text()

    def _on_clicked(self) -> None:
        self.refuse("")
        self.taken.emit(self.sender().objectName(), self.day.text(), self.note.text())


def today() -> date:
    """Return the day of the desk."""
    return local(datetime.now(UTC)).date()
