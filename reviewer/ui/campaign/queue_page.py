"""The queue of the 合议: cases that wait, settled ones, and those that are only listed."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.meeting_views import Queue, QueueRow, Standing

_HEADS = (
    Head("案号"),
    Head("被评查单位", 2),
    Head("评查人甲"),
    Head("总分", right=True),
    Head("评查人乙"),
    Head("总分", right=True),
    Head("分差", right=True),
    Head("原因", 4),
    Head("进度"),
)
_TONES = {Standing.WAITING: "amber", Standing.UNDER_WAY: "amber", Standing.SETTLED: "green"}
_EMPTY = {
    "queued": "没有需要合议的案卷",
    "settled": "还没有合议完的案卷",
    "listed": "没有扣分相同而理由不同的案卷",
}
_WORDS = (("queued", "待议"), ("settled", "已议"), ("listed", "只列出，不提交"))


class QueuePage(QWidget):
    """A list in three views; Enter puts a case on the table."""

    case_opened = Signal(object)  # UUID
    agreement_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._queue = Queue((), (), 0)
        self._view = "queued"
        self._said = label("", "second", wraps=True)
        self.views = Segments(_WORDS)
        self.views.chosen.connect(self.show_view)
        self.list = Grid(tokens, "合议列表", _HEADS)
        self.list.opened.connect(self._on_opened)
        self.empty = label("", "second")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open = button("合议所选案卷", "primary", self._on_opened, "scales")
        self.agreement = button("一致性与校准", "normal", self.agreement_asked.emit, "chart")
        words = column(label("合议", "page_title"), self._said, gap=2)
        top = row(words, self.agreement, self.open)
        top.setStretch(0, 1)
        listed = card()
        inside = column(self.list, self.empty)
        inside.setContentsMargins(1, 1, 1, 1)
        listed.setLayout(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addWidget(self.views)
        layout.addWidget(listed, 1)
        self.set_tokens(tokens)
        self.show_view("queued")

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self.list.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_queue(self, queue: Queue) -> None:
        """Show which cases there are."""
        self._queue = queue
        waiting = queue.count(Standing.WAITING) + queue.count(Standing.UNDER_WAY)
        parts = [f"待议 {waiting} 卷", f"已议 {queue.count(Standing.SETTLED)} 卷"]
        if queue.listed:
            parts.append(f"另有 {len(queue.listed)} 卷有差异而不须合议")
        if queue.equal:
            parts.append(f"两份评查完全一致 {queue.equal} 卷")
        self._said.setText("　".join(parts))
        self.show_view(self._view)

    def show_view(self, name: str) -> None:
        """See those that wait, the settled ones, or those that are only listed."""
        self._view = name
        self.views.choose(name)
        rows = self._rows()
        self.list.show_rows([_row(one) for one in rows])
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(_EMPTY[name])
        self.open.setEnabled(bool(rows))
        self.open.setText("\u2009看所选案卷" if name != "queued" else "\u2009合议所选案卷")

    def current_case(self) -> UUID | None:
        """Return the chosen case."""
        key = self.list.current_key()
        return key if isinstance(key, UUID) else None

    def _rows(self) -> tuple[QueueRow, ...]:
        if self._view == "listed":
            return self._queue.listed
        settled = self._view == "settled"
        return tuple(
            one for one in self._queue.rows if (one.standing is Standing.SETTLED) == settled
        )

    def _on_opened(self) -> None:
        case = self.current_case()
        if case is not None:
            self.case_opened.emit(case)


def _row(one: QueueRow) -> GridRow:
    standing = one.standing.value
    if one.standing is Standing.UNDER_WAY:
        standing = f"已议 {one.decided}/{one.to_decide} 项"
    elif one.standing is Standing.WAITING:
        standing = f"待议 {one.to_decide} 项"
    cells = (
        one.case_no,
        one.unit,
        one.first,
        f"{one.first_total:.1f}",
        one.second,
        f"{one.second_total:.1f}",
        f"{one.gap:.1f}",
        one.grounds.rstrip("。"),
        standing,
    )
    tone = _TONES.get(one.standing, "ink2")
    return GridRow(one.case, cells, ("", "", "", "", "", "", "", "ink2", tone))
