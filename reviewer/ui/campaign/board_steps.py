"""What comes next in a campaign, each with the link that does it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from reviewer.ui.parts import Line, button, column, label
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.board import NextStep

_NOTHING = "目前没有要办理的事项。"


class BoardSteps(QWidget):
    """A line for each step, late ones red."""

    act_asked = Signal(str)  # id of an action

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.links: list[QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.inset)
        self._grid.setVerticalSpacing(tokens.unit)
        self._grid.setColumnStretch(1, 1)
        self.setLayout(column(self._grid, 1))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes for the lines to come."""
        self._tokens = tokens

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        """Replace the lines."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.links = []
        if not steps:
            done = label(_NOTHING, "second", wraps=True)
            self._grid.addWidget(done, 0, 0, 1, 3)
        for at, step in enumerate(steps):
            self._add(at, step)
            if at + 1 < len(steps):
                line = Line()
                line.set_tokens(self._tokens)
                self._grid.addWidget(line, 2 * at + 1, 0, 1, 3)

    def _add(self, at: int, step: NextStep) -> None:
        link = button(f"{step.act} ›", "link", self._on_link)
        link.setObjectName(step.action)
        link.setAccessibleDescription(step.sentence)
        self.links.append(link)
        word, said = label(step.word, "strong"), label(step.sentence, "body", wraps=True)
        for part in (word, said):
            look(part, str(part.property("look")), tone=step.tone)
        shown: tuple[QWidget, ...] = (word, said, link)
        for across, one in enumerate(shown):
            self._grid.addWidget(one, 2 * at, across)

    def _on_link(self) -> None:
        self.act_asked.emit(self.sender().objectName())
