"""The head of the place: which case and why, the item on the table, projector and record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import Elided, ground
from reviewer.ui.workbench.words import GAP, full_text
from reviewer.workspace.campaigns.meeting_views import Meeting, MeetingItem


class MeetingHead(QWidget):
    """Two lines and three buttons."""

    minutes_asked = Signal()
    full_screen_asked = Signal()
    queue_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        ground(self, "panel")
        self._case = label("", "page_title")
        self._why = Elided("", "strong")
        look(self._why, "strong", tone="red")
        self._item = Elided("", "caption_ink")
        for one in (self._why, self._item):
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back = button("合议列表", "normal", self.queue_asked.emit, "list")
        self.full = button("会议投屏　F11", "normal", self.full_screen_asked.emit, "fit-width")
        self.minutes = button("合议记录（Word）…", "normal", self.minutes_asked.emit, "download")
        named = row(self._case, self._why, gap=tokens.block)
        named.setStretch(1, 1)
        words = column(named, self._item, gap=2)
        line = row(words, self.back, self.full, self.minutes)
        line.setStretch(0, 1)
        line.setContentsMargins(tokens.inset, tokens.gap, tokens.inset, tokens.gap)
        self.setLayout(line)

    def show_projected(self, projected: bool) -> None:
        """Leave the room to the case while the whole meeting looks at it."""
        self.back.setVisible(not projected)
        self.minutes.setVisible(not projected)
        self.full.setText("\u2009退出投屏　F11" if projected else "\u2009会议投屏　F11")

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        dress(self, tokens)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the case and why it is here."""
        self._case.setText(f"合议　{meeting.case_no}")
        self._why.set_whole(meeting.grounds.rstrip("。"))
        look(self._why, "strong", tone="red" if meeting.dispute.queued else "")
        self.minutes.setEnabled(meeting.adjudication is not None)
        why = "" if meeting.adjudication is not None else "登记到会人员后可以导出"
        self.minutes.setToolTip(why)

    def show_item(self, item: MeetingItem) -> None:
        """Show the item in full."""
        points = f"{full_text(item.full)} 分" if item.full is not None else "一票否决"
        self._item.set_whole(GAP.join((f"{item.id} {item.short}", points, item.text)))
