"""Who is there: every reviewer with 到会, 回避 or 未到会; Space goes on to the next."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.parts import button, column, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import ground
from reviewer.workspace.campaigns.meeting_views import Attendee, Meeting, Presence

_HEADS = (Head("评查人"), Head("单位", 2), Head("评查组"), Head("到会"), Head("须回避的事由", 3))
_TONES = {Presence.PRESENT: "green", Presence.RECUSED: "amber", Presence.ABSENT: "ink2"}


class AttendancePanel(QWidget):
    """A list and its buttons; nothing is kept before 保存."""

    saved = Signal(object)  # dict[UUID, Presence]
    closed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        ground(self, "ground")
        self._people: tuple[Attendee, ...] = ()
        self._quorum = 0
        self._title = label("", "title")
        self.list = _People(tokens, "到会人员", _HEADS)
        self.list.opened.connect(self._on_opened)
        self._said = label("", "body", wraps=True)
        self._presses = {one: button(one.value, "normal", self._on_press) for one in Presence}
        for one, made in self._presses.items():
            made.setObjectName(one.name)
        everybody = button("全部到会", "normal", self._on_everybody)
        self.keep = button("保存到会情况", "primary", self._on_saved)
        back = button("返回", "normal", self.closed.emit)
        hint = label("空格换一种　须回避的自动登记为回避", "caption")
        presses = row(
            *(self._presses[one] for one in (Presence.PRESENT, Presence.RECUSED, Presence.ABSENT)),
            everybody, hint, 1, self.keep, back,
        )  # fmt: skip
        body = column(self._title, self.list, self._said, presses, gap=tokens.gap)
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.inset)
        self.setLayout(body)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self.list.set_tokens(tokens)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who is known to be there."""
        self._people = meeting.people
        self._quorum = meeting.quorum
        day = f"{meeting.held_on:%Y-%m-%d}"
        self._title.setText(f"第 {meeting.session} 次合议　{day}　到会人员")
        self._show()

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def presence(self) -> dict[UUID, Presence]:
        """Return what is chosen for everybody."""
        return {one.person: one.presence for one in self._people}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def refuse(self, sentence: str) -> None:
        """Say why it was not kept."""
        look(self._said, "body", tone="red")
        self._said.setText(sentence)

    def _set(self, person: object, presence: Presence) -> None:
        self._people = tuple(
            _placed(one, presence) if one.person == person else one for one in self._people
        )
        self._show()

    def _show(self) -> None:
        self.list.show_rows([_row(one) for one in self._people])
        voters = sum(one.presence is Presence.PRESENT for one in self._people)
        recused = sum(one.presence is Presence.RECUSED for one in self._people)
        lacking = max(0, self._quorum - voters)
        said = f"参加表决 {voters} 人，回避 {recused} 人"
        look(self._said, "body", tone="red" if lacking else "")
        self._said.setText(f"{said}；到会不足，不能表决：还差 {lacking} 人" if lacking else said)

    def _on_opened(self) -> None:
        key = self.list.current_key()
        now = next((one.presence for one in self._people if one.person == key), None)
        if now is not None:
            order = (Presence.ABSENT, Presence.PRESENT, Presence.RECUSED)
            self._set(key, order[(order.index(now) + 1) % len(order)])

    def _on_press(self) -> None:
        self._set(self.list.current_key(), Presence[self.sender().objectName()])

    def _on_everybody(self) -> None:
        self._people = tuple(_placed(one, Presence.PRESENT) for one in self._people)
        self._show()

    def _on_saved(self) -> None:
        self.saved.emit(self.presence())


class _People(Grid):
    """The list: Space does what Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space; a table would only select its row, which is selected."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _placed(one: Attendee, presence: Presence) -> Attendee:
    """Return a reviewer with this presence; who must stand back does so when there."""
    stands_back = presence is Presence.PRESENT and one.barrier
    return replace(one, presence=Presence.RECUSED if stands_back else presence)


def _row(one: Attendee) -> GridRow:
    name = f"{one.name}（{one.role}）" if one.role else one.name
    cells = (name, one.unit, one.group or "—", one.presence.value, one.barrier or "—")
    tones = ("", "ink2", "ink2", _TONES[one.presence], "amber" if one.barrier else "ink2")
    return GridRow(one.person, cells, tones)
