"""评查任务: what who sits here has to review, calibration files first; Enter opens a case."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.steps_line import today
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.reviewing import Task

_HEADS = (
    Head("轮次"),
    Head("案卷"),
    Head("被评查单位", 2),
    Head("类型"),
    Head("案由", 2),
    Head("期限"),
    Head("进度"),
)


class TasksPage(QWidget):
    """A list of tasks."""

    case_opened = Signal(object)  # UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._said = label("", "second", wraps=True)
        self.list = Grid(tokens, "评查任务", _HEADS)
        self.list.opened.connect(self._on_opened)
        self.empty = label("没有分配给当前使用人的案卷", "second")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open = button("评查所选案卷", "primary", self._on_opened, "pencil")
        words = column(label("评查任务", "page_title"), self._said, gap=2)
        top = row(words, self.open)
        top.setStretch(0, 1)
        listed = card()
        inside = column(self.list, self.empty)
        inside.setContentsMargins(1, 1, 1, 1)
        listed.setLayout(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addWidget(listed, 1)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self.list.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tasks(self, tasks: tuple[Task, ...], on: date) -> None:
        """Show what is to be done."""
        self.list.show_rows([_row(one, on) for one in tasks])
        done = sum(_is_done(one) for one in tasks)
        self._said.setText(f"共 {len(tasks)} 卷，已签定 {done} 卷" if tasks else "")
        self.list.setVisible(bool(tasks))
        self.empty.setVisible(not tasks)
        self.open.setEnabled(bool(tasks))

    def _on_opened(self) -> None:
        case = self.list.current_key()
        if isinstance(case, UUID):
            self.case_opened.emit(case)


class TasksFlow(CampaignPart):
    """Shows the tasks of who sits here."""

    case_wanted = Signal(object)  # UUID

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self.page = TasksPage(tokens)
        self.page.case_opened.connect(self.case_wanted)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the list."""
        return (HomePlace("tasks", self.page, self.page.set_tokens, self.page.begin),)

    def exists(self) -> bool:
        """Return whether cases were given out."""
        state = self._campaign.state
        return state is not None and any(not one.withdrawn for one in state.assignments)

    def actions(self) -> frozenset[str]:
        """Return what can be done now."""
        return frozenset({"tasks.open"}) if self.exists() else frozenset()

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {"tasks.open": self.show}

    def show(self) -> None:
        """Go to the list."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Ask for the tasks again."""
        state = self._campaign.state
        if state is None or not self.exists():
            return
        seen, reviewing = state.campaign.id, self._services.reviewing
        job = self._jobs.start(lambda _: reviewing.tasks(seen), Lane.WRITE)
        job.succeeded.connect(lambda found: self.page.show_tasks(found, today()))
        job.failed.connect(self.failed)


def _is_done(one: Task) -> bool:
    return one.review is not None and one.review.is_signed


def _row(one: Task, on: date) -> GridRow:
    due, done = one.assignment.due, _is_done(one)
    late = due is not None and due < on and not done
    begun = "评查中" if one.review is not None else "未开始"
    standing = "已签定" if done else begun
    cells = (
        one.round.value,
        one.row.case_no,
        one.row.unit_name,
        one.row.kind.value,
        one.row.cause or "—",
        f"{due:%m-%d}" if due is not None else "—",
        standing,
    )
    tones = ("", "", "ink2", "", "ink2", "red" if late else "", "green" if done else "amber")
    return GridRow(one.row.case, cells, tones)
