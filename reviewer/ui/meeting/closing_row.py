"""The end of an adjudication: what the third review comes to, and the button that signs it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import ground
from reviewer.ui.workbench.words import points_text
from reviewer.workspace.campaigns.meeting_views import Meeting


class ClosingRow(QWidget):
    """Shown once every item is decided; asks once more, because it cannot be undone."""

    close_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        ground(self, "panel")
        self._name = ""
        self._told = ""
        self._said = label("", "strong", wraps=True)
        self.end = button("结束合议…", "primary", self._on_end)
        self.sure = button("结束合议", "danger", self.close_asked.emit)
        self.back = button("返回", "normal", self._on_back)
        line = row(self._said, self.end, self.sure, self.back, gap=tokens.block)
        line.setStretch(0, 1)
        line.setContentsMargins(tokens.inset, tokens.gap, tokens.inset, tokens.gap)
        self.setLayout(line)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show how the case stands."""
        score = meeting.score
        self.setVisible(score is not None and bool(meeting.wanted))
        if score is None:
            return
        self._name = meeting.case_no
        came = f"合议总分 {points_text(score.total)} 分，{score.grade}。"
        if meeting.is_closed:
            self._told = f"合议已结束，{came}两份原评查表保持不变，结果另列合议评查表。"
        else:
            self._told = f"各争议项已议定，{came}"
        self._ask(False)
        for one in (self.end, self.sure, self.back):
            one.setEnabled(meeting.leads)
        if meeting.is_closed:
            self.end.hide()

    def ask(self) -> None:
        """Ask whether to end it, as the button does."""
        if self.isVisible() and self.end.isVisible() and self.end.isEnabled():
            self._on_end()

    def _ask(self, asking: bool) -> None:
        said = f"结束后 {self._name} 的合议不能再改，异议经申辩复核。"
        self._said.setText(said if asking else self._told)
        look(self._said, "strong", tone="amber" if asking else "")
        self.end.setVisible(not asking)
        self.sure.setVisible(asking)
        self.back.setVisible(asking)

    def _on_end(self) -> None:
        self._ask(True)
        self.sure.setFocus()

    def _on_back(self) -> None:
        self._ask(False)
