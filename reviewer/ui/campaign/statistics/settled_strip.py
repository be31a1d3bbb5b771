"""What is settled so far, on the board: how many, and how many of each grade; each opens them."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.statistics_view import SettledView


class SettledStrip(QFrame):
    """One line; hidden until a case is settled."""

    opened = Signal(str, object)  # words, tuple of UUID
    act_asked = Signal(str)  # id of an action

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "card")
        self.doors: list[QPushButton] = []
        self._cases: dict[str, tuple[UUID, ...]] = {}
        self._head = label("已定", "strong")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(tokens.unit)
        more = button("看统计 ›", "link", self._on_more)
        inside = row(self._head, self._chips, 1, more, gap=tokens.inset)
        inside.setContentsMargins(tokens.inset, tokens.unit, tokens.inset, tokens.unit)
        self.setLayout(inside)
        self.hide()

    def show_settled(self, view: SettledView) -> None:
        """Show how the settled cases are distributed."""
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.doors, self._cases = [], {}
        self._add(f"{len(view.cases)} 卷", view.cases)
        self._add(f"均分 {view.mean}", view.cases)
        for grade, cases, failing in view.grades:
            self._add(f"{grade} {len(cases)}", cases, failing=failing and bool(cases))
        if view.waiting:
            self._add(f"未定 {len(view.waiting)}", view.waiting)
        self.setVisible(bool(view.cases))

    def _add(self, words: str, cases: tuple[UUID, ...], *, failing: bool = False) -> None:
        made = button(words, "danger" if failing else "filter", self._on_door)
        made.setEnabled(bool(cases))
        made.setObjectName(words)
        self._cases[words] = cases
        self.doors.append(made)
        self._chips.addWidget(made)

    def _on_door(self) -> None:
        words = self.sender().objectName()
        self.opened.emit(f"已定案卷，{words}", self._cases[words])

    def _on_more(self) -> None:
        self.act_asked.emit("statistics.open")
