"""One case on the table: disputed items, both reviews with their evidence, votes, decision."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.model.adjudications import Side
from reviewer.ui.meeting.attendance_panel import AttendancePanel
from reviewer.ui.meeting.closing_row import ClosingRow
from reviewer.ui.meeting.decision_row import DecisionRow
from reviewer.ui.meeting.disputes_panel import DisputesPanel
from reviewer.ui.meeting.drafts import Drafts
from reviewer.ui.meeting.meeting_head import MeetingHead
from reviewer.ui.meeting.side_panel import SidePanel
from reviewer.ui.meeting.votes_row import VotesRow
from reviewer.ui.parts import Line, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import ground
from reviewer.workspace.campaigns.meeting_views import Meeting, MeetingItem

_KEYS = {
    Qt.Key.Key_1: Side.FIRST,
    Qt.Key.Key_2: Side.SECOND,
    Qt.Key.Key_3: Side.OTHER,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The picture of a page that a side wants."""

    side: int
    """0 or 1."""
    index: int
    """Position of the page in the case."""
    width: int
    """Device pixels."""


class MeetingPage(QWidget):
    """Given a `Meeting`, it says what is wanted."""

    sheet_wanted = Signal(object)  # Sheet
    voted = Signal(str, object)  # item, dict[UUID, Side | None]
    decided = Signal(object)  # DecisionTexts
    attended = Signal(object)  # dict[UUID, Presence]
    close_asked = Signal()
    minutes_asked = Signal()
    full_screen_asked = Signal()
    queue_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        ground(self, "ground")
        self.meeting: Meeting | None = None
        self._item = ""
        self._drafts = Drafts()
        self.head = MeetingHead(tokens)
        self.disputes = DisputesPanel(tokens)
        self.list = self.disputes.list
        self.sides = (SidePanel(tokens, "甲"), SidePanel(tokens, "乙"))
        self.attendance = AttendancePanel(tokens)
        self.votes = VotesRow(tokens)
        self.decision = DecisionRow(tokens)
        self.closing = ClosingRow(tokens)
        self._middle = QStackedWidget()
        self._body = QStackedWidget()
        self._nothing = label("没有选定案卷。在“合议”列表中选一卷，按 Enter 打开。", "second")
        self._build()
        self._connect()
        self.set_tokens(tokens)

    def _build(self) -> None:
        both = QWidget()
        sides = row(self.sides[0], Line(upright=True), self.sides[1], gap=0)
        sides.setStretch(0, 1)
        sides.setStretch(2, 1)
        both.setLayout(sides)
        self._middle.addWidget(both)
        self._middle.addWidget(self.attendance)
        right = column(self._middle, Line(), self.votes, Line(), self.decision, self.closing, gap=0)
        right.setStretch(0, 1)
        body = row(self.disputes, Line(upright=True), right, gap=0)
        body.setStretch(2, 1)
        whole = QWidget()
        layout = column(self.head, Line(), body, gap=0)
        layout.setStretch(2, 1)
        whole.setLayout(layout)
        empty = QWidget()
        empty.setLayout(row(1, self._nothing, 1))
        self._body.addWidget(empty)
        self._body.addWidget(whole)
        outer = column(self._body, gap=0)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.list.item_wanted.connect(self.show_item)
        self.votes.voted.connect(self._on_voted)
        self.votes.attendance_asked.connect(self.ask_attendance)
        self.decision.record_asked.connect(self.record)
        self.attendance.saved.connect(self.attended)
        self.attendance.closed.connect(self.show_sides)
        self.closing.close_asked.connect(self.close_asked)
        self.head.minutes_asked.connect(self.minutes_asked)
        self.head.full_screen_asked.connect(self.full_screen_asked)
        self.head.queue_asked.connect(self.queue_asked)
        for at, side in enumerate(self.sides):
            side.page_wanted.connect(
                lambda index, width, at=at: self.sheet_wanted.emit(Sheet(at, index, width))
            )

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        parts = (self.head, self.disputes, *self.sides, self.attendance, self.votes, self.decision)
        for part in parts:
            part.set_tokens(tokens)
        dress(self, tokens)

    @property
    def item(self) -> MeetingItem | None:
        """Return the item that is on the table."""
        if self.meeting is None or not self._item:
            return None
        return self.meeting.item(self._item)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a case, or the same case after something was recorded."""
        other = self.meeting is None or self.meeting.case_id != meeting.case_id
        if other:
            self._drafts.clear()
            self._item = ""
        self.meeting = meeting
        index = CaseIndex(meeting.case, meeting.boxes)
        self.head.show_meeting(meeting)
        for side, view in zip(self.sides, meeting.sides, strict=True):
            side.show_review(view, index)
        self.disputes.show_meeting(meeting)
        self.closing.show_meeting(meeting)
        self._body.setCurrentIndex(1)
        known = [item.id for item in meeting.items]
        wanted = self._item if self._item in known else meeting.next_open() or known[0]
        self._show_item(wanted, fresh=other)

    def show_item(self, item: str) -> None:
        """Put an item on the table; what was typed for the last one stays typed."""
        self._keep_draft()
        self.show_sides()
        self._show_item(item, fresh=True)

    def show_sides(self) -> None:
        """Leave the list of those present."""
        self._middle.setCurrentIndex(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_attendance(self) -> None:
        """Go to the list of those present."""
        if self.meeting is not None and not self.meeting.is_closed:
            self.attendance.show_meeting(self.meeting)
            self._middle.setCurrentIndex(1)
            self.attendance.begin()

    def show_sheet(self, sheet: Sheet, picture: QPixmap | None) -> None:
        """Show a picture that was asked for, unless another page is wanted by now."""
        side = self.sides[sheet.side]
        if side.at == sheet.index:
            side.page.show_picture(picture)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded, where it was to be recorded."""
        if self._middle.currentIndex() == 1:
            self.attendance.refuse(sentence)
        else:
            self.decision.refuse(sentence)

    def begin(self) -> None:
        """Put the keyboard where the keys act."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, side: Side) -> None:
        """Choose a side for the item on the table."""
        self.decision.choose(side)

    def record(self) -> None:
        """Ask to record the decision on the item."""
        item = self.item
        if item is not None and item.wanted and self.meeting and not self.meeting.is_closed:
            self.decided.emit(self.decision.texts(item.id))

    def go_on(self) -> None:
        """Go to the next open item after one was recorded."""
        if self.meeting is None:
            return
        self._drafts.forget(self._item)
        self._show_item(self.meeting.next_open(self._item) or self._item, fresh=True)
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the place; in a text field only Ctrl+Enter comes here."""
        key = Qt.Key(event.key())
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.record()
        elif key in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def state(self) -> dict[str, Any]:
        """Return where the place stands, as JSON."""
        case = str(self.meeting.case_id) if self.meeting is not None else ""
        return {"case": case, "item": self._item}

    def _show_item(self, item_id: str, *, fresh: bool) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        self._item = item_id
        item = meeting.item(item_id)
        self.list.show_item(item_id)
        self.head.show_item(item)
        if fresh:
            for side, judged in zip(self.sides, (item.first, item.second), strict=True):
                side.show_item(item, judged)
        self.votes.show_item(meeting, item)
        may = item.wanted and meeting.leads and not meeting.is_closed
        self.decision.setVisible(item.wanted and not meeting.is_closed)
        if fresh:
            self.decision.show_item(item, self._drafts.of(item))
        # What somebody is typing is not touched when a vote of before was kept.
        self.decision.enable(may)

    def _keep_draft(self) -> None:
        if self.item is not None:
            self._drafts.keep(self.item, self.decision.draft())

    def _on_voted(self, votes: object) -> None:
        item = self.item
        if item is not None:
            self.voted.emit(item.id, votes)
