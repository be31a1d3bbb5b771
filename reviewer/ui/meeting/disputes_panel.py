"""The left of the place 合议: how many items are disputed, the list of them, how many are done."""

from PySide6.QtWidgets import QWidget

from reviewer.ui.meeting.dispute_list import DisputeList, dispute_row
from reviewer.ui.parts import Line, column, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import ground
from reviewer.workspace.campaigns.meeting_views import Meeting

_WIDE = 250  # px at 字号 12


class DisputesPanel(QWidget):
    """The list of disputed items between its head and its foot."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        ground(self, "panel")
        self._count = label("", "strong")
        self._agreed = label("", "caption")
        self.list = DisputeList(tokens)
        self._done = label("", "body")
        head, foot = row(self._count, self._agreed, 1), row(self._done, 1)
        for edge in (head, foot):
            edge.setContentsMargins(tokens.inset, tokens.gap, tokens.inset, tokens.gap)
        layout = column(head, Line(), self.list, foot, gap=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self.setFixedWidth(round(_WIDE * tokens.scale))
        self.list.set_tokens(tokens)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the items of a meeting."""
        self.list.show_rows([dispute_row(item) for item in meeting.items])
        self._count.setText(f"争议项 {len(meeting.items)}")
        self._agreed.setText(f"其余 {meeting.agreed} 项一致")
        decided = sum(item.decision is not None for item in meeting.wanted)
        self._done.setText(f"已议 {decided} / {len(meeting.wanted)}")

    def said(self) -> str:
        """Return what stands under the list."""
        return self._done.text()
