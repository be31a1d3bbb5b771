"""The votes of those present: a click or Space on a name goes on to the next vote."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from reviewer.model.adjudications import Side
from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import ground
from reviewer.ui.workbench.paint import (
    colour,
    draw_disc,
    draw_text,
    focus_ring,
    font,
    outline,
    text_width,
)
from reviewer.ui.workbench.words import points_text
from reviewer.workspace.campaigns.meeting_views import Attendee, Judged, Meeting, MeetingItem

_ORDER: tuple[Side | None, ...] = (None, Side.FIRST, Side.SECOND, Side.OTHER)
NOT_VOTED = "未表决"


def side_word(item: MeetingItem, side: Side | None) -> str:
    """Return what a vote for a side says: the verdict, with its points where both are alike."""
    if side is None:
        return NOT_VOTED
    if side is Side.OTHER:
        return side.value
    judged = judged_by(item, side)
    if item.first.word != item.second.word or item.full is None:
        return judged.word
    return f"{judged.word} {points_text(judged.given)}"


def judged_by(item: MeetingItem, side: Side) -> Judged:
    """Return how the reviewer of a side judged."""
    return item.second if side is Side.SECOND else item.first


class VoteChip(QAbstractButton):
    """One voter with the vote."""

    def __init__(self, tokens: Tokens, voter: Attendee) -> None:
        super().__init__()
        self._tokens = tokens
        self._item: MeetingItem | None = None
        self.person = voter.person
        self.side: Side | None = None
        role = f"（{voter.role}）" if voter.role else ""
        self.setText(f"{voter.name}{role}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("单击换一种表决")

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def show_vote(self, item: MeetingItem, side: Side | None) -> None:
        """Show a vote."""
        self._item, self.side = item, side
        self.setAccessibleName(f"{self.text()}，{side_word(item, side)}")
        self.updateGeometry()
        self.update()

    def take(self, side: Side | None) -> None:
        """Show another vote on the same item."""
        if self._item is not None:
            self.show_vote(self._item, side)

    def following(self) -> Side | None:
        """Return the vote that comes after this one."""
        order = _ORDER if self._item is None or self._item.outcomes else _ORDER[:-1]
        return order[(order.index(self.side) + 1) % len(order)] if self.side in order else None

    def sizeHint(self) -> QSize:
        t = self._tokens
        words = max(
            (text_width(t, side_word(self._item, one)) for one in _ORDER) if self._item else (0,)
        )
        wide = t.icon + t.unit + text_width(t, self.text(), "body", True) + t.gap + words
        return QSize(wide + 2 * t.gap, t.control)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t, item = QPainter(self), self._tokens, self._item
        if item is None:
            return
        area = QRectF(self.rect())
        if self.underMouse():
            outline(painter, area, colour(t, "edge"), t.radius, fill=colour(t, "raised"))
        size = float(t.icon)
        disc = QRectF(t.gap, area.center().y() - size / 2, size, size)
        if self.side in (Side.FIRST, Side.SECOND):
            draw_disc(painter, disc, judged_by(item, self.side).choice, t)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(t, "amber" if self.side else "edge"), 1.8))
            painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        voted = self.side is not None
        words = area.adjusted(disc.right() + t.unit, 0, -t.gap, 0)
        ink = colour(t, "ink" if voted else "ink2")
        draw_text(painter, words, self.text(), font(t, "body", voted), ink)
        name = text_width(t, self.text(), "body", voted)
        said = words.adjusted(name + t.gap, 0, 0, 0)
        draw_text(painter, said, side_word(item, self.side), font(t), ink)
        if self.hasFocus():
            focus_ring(painter, area, t)


class Votes(QWidget):
    """The chips beside each other, on as many lines as they need."""

    voted = Signal(object)  # dict[UUID, Side | None]

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.chips: list[VoteChip] = []

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        for chip in self.chips:
            chip.set_tokens(tokens)
        self._place()

    def show_votes(
        self, voters: tuple[Attendee, ...], item: MeetingItem, votes: Mapping[UUID, Side | None]
    ) -> None:
        """Show the voters and how they voted on an item."""
        if [chip.person for chip in self.chips] != [one.person for one in voters]:
            for chip in self.chips:
                chip.hide()
                chip.deleteLater()
            self.chips = [VoteChip(self._tokens, one) for one in voters]
            for chip in self.chips:
                chip.setParent(self)
                chip.clicked.connect(self._on_clicked)
                chip.show()
        for chip in self.chips:
            chip.show_vote(item, votes.get(chip.person))
        self._place()

    def votes(self) -> dict[UUID, Side | None]:
        """Return the votes as shown."""
        return {chip.person: chip.side for chip in self.chips}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        x = y = 0
        for chip in self.chips:
            size = chip.sizeHint()
            if x and x + size.width() > self.width():
                x, y = 0, y + size.height() + self._tokens.unit
            chip.setGeometry(x, y, size.width(), size.height())
            x += size.width() + self._tokens.unit
        self.setFixedHeight(y + self._tokens.control)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, VoteChip):
            # Shown before it is kept: the next click goes on from it.
            sender.take(sender.following())
            self.voted.emit(self.votes())


class VotesRow(QWidget):
    """The votes with their sum, or why nobody can vote."""

    voted = Signal(object)
    attendance_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        ground(self, "panel")
        self._tokens = tokens
        self.votes = Votes(tokens)
        self.votes.voted.connect(self._on_voted)
        self._item: MeetingItem | None = None
        self._said = label("", "body", wraps=True)
        look(self._said, "body", tone="red")
        self._sum = label("", "strong")
        self.attendance = button("登记到会…", "normal", self.attendance_asked.emit)
        line = row(
            label("表决", "strong"), self.votes, self._said, self._sum, self.attendance,
            gap=tokens.block,
        )  # fmt: skip
        line.setStretch(1, 1)
        line.setStretch(2, 1)
        line.setContentsMargins(tokens.inset, tokens.unit, tokens.inset, tokens.unit)
        self.setLayout(line)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.votes.set_tokens(tokens)

    def show_item(self, meeting: Meeting, item: MeetingItem) -> None:
        """Show the votes on an item."""
        self._item = item
        voters = meeting.voters if meeting.adjudication is not None else ()
        votes = {vote.person: vote.side for vote in item.votes}
        may = not meeting.lacking and item.wanted and not meeting.is_closed
        agreed = meeting.is_closed and item.decision is not None and not any(votes.values())
        told = _why_not(meeting, item) or ("协商一致，未逐人表决" if agreed else "")
        self.votes.setVisible(item.wanted and not meeting.lacking and not agreed)
        self.votes.setEnabled(may and meeting.leads)
        self._said.setVisible(bool(told))
        self._sum.setVisible(self.votes.isVisibleTo(self))
        self.attendance.setVisible(not meeting.is_closed and meeting.leads)
        self.votes.show_votes(voters, item, votes)
        self._sum.setText(_sum(item, self.votes.votes()))
        self._said.setText(told)
        tone = "red" if item.wanted and meeting.lacking else ""
        look(self._said, "body" if tone else "second", tone=tone)

    def _on_voted(self, votes: dict[UUID, Side | None]) -> None:
        if self._item is not None:
            self._sum.setText(_sum(self._item, votes))
        self.voted.emit(votes)


def _sum(item: MeetingItem, votes: Mapping[UUID, Side | None]) -> str:
    given = list(votes.values())
    parts = [
        f"{side_word(item, side)} {given.count(side)}"
        for side in (Side.FIRST, Side.SECOND, Side.OTHER, None)
        if side in given
    ]
    return "　".join(parts)


def _why_not(meeting: Meeting, item: MeetingItem) -> str:
    if not item.wanted:
        return f"{item.difference}，不提交合议，两份评查表各自保留。"
    if meeting.lacking:
        return f"到会不足，不能表决：还差 {meeting.lacking} 人"
    return ""
