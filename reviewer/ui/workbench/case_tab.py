"""The tab of one case: builds the parts, ties them together, remembers where it stood."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.model import Place
from reviewer.ui.jobs import Jobs
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.arranging import Arranging
from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.blind_desk import BLIND_ON, BlindDesk
from reviewer.ui.workbench.case_bar import CaseBar
from reviewer.ui.workbench.case_showing import CaseShowing
from reviewer.ui.workbench.commands import ReviewCommands
from reviewer.ui.workbench.controls import Rule, ground, spread_tokens
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.exporting import Exporting
from reviewer.ui.workbench.marking_desk import MarkingDesk
from reviewer.ui.workbench.navigator import Navigator
from reviewer.ui.workbench.notice_bar import NoticeBar
from reviewer.ui.workbench.page_images import PageImages
from reviewer.ui.workbench.places import Places
from reviewer.ui.workbench.ports import WorkbenchPort
from reviewer.ui.workbench.second_screen import SecondScreen
from reviewer.ui.workbench.tab_actions import TabActions
from reviewer.ui.workbench.tab_memory import TabMemory
from reviewer.ui.workbench.words import GAP


class CaseTab(QWidget):
    """The workbench of one case."""

    saved = Signal(object)  # datetime
    title_changed = Signal(str)
    status_changed = Signal(str)
    wants_page_first = Signal(object)  # PageRef

    def __init__(
        self,
        workspace: WorkbenchPort,
        jobs: Jobs,
        tokens: Tokens,
        case_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "ground")
        self._desk = CaseDesk(workspace, jobs, case_id, self)
        self._images = PageImages(self._desk)
        self._said = ""
        self._here: tuple[bool, frozenset[str]] = (False, frozenset())
        self._bar = CaseBar(tokens)
        self._notice = NoticeBar(tokens)
        self._bench = Bench(self._images, tokens)
        self._commands = ReviewCommands(self._desk)
        self._navigator = Navigator(self._desk, self._bench, self._commands)
        self._places = Places(self._desk, self._bench, self._commands, self._navigator, tokens)
        self._blind = BlindDesk(self._desk, self._bench, self._navigator)
        self._memory = TabMemory(self._desk, self._bench, self._navigator)
        self._showing = CaseShowing(
            self._desk, self._bench, self._bar, self._places, self._navigator, self._memory
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._bar, Rule(tokens), self._notice):
            column.addWidget(part)
        column.addWidget(self._places, 1)
        self._marking = MarkingDesk(self._desk, self._bench, self._commands, self._navigator)
        Arranging(self._desk, self._bench.documents, self._commands, self._marking)
        Exporting(self._desk, self._places.export)
        self._second = SecondScreen(self, self._bench)
        self._actions = self._make_actions()
        self._wire()
        self._desk.load()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        spread_tokens(self, tokens)

    def perform(self, action_id: str) -> bool:
        """Do an action of `WORKBENCH_ACTIONS`; returns False when it cannot be done now."""
        return self._actions.perform(action_id)

    def available_actions(self) -> frozenset[str]:
        """Return the ids of the actions that can be done now."""
        return self._actions.available()

    def reload(self) -> None:
        """Read the case again, because pages were recognised or something changed outside."""
        self._desk.reload()

    def show_place(self, place: Place) -> None:
        """Show a place on its page and mark it; before the case was read, as soon as it is."""
        self._showing.show_place(place)

    def state(self) -> dict[str, Any]:
        """Return where the tab stands, as JSON."""
        return self._memory.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to where the tab stood; before the case was read, as soon as it is."""
        self._memory.restore(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._actions.key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bench.arrange()
        self._images.wake()
        self._second.follow(True)
        if self._desk.index is not None and not event.spontaneous():
            # Another tab may have moved a file to this case, or taken a move back.
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._second.follow(False)

    def _make_actions(self) -> TabActions:
        places: dict[str, Callable[[], object]] = {
            "review.explain": self._places.toggle_explanation,
            "review.new": self._desk.prepare_start,
            "review.sign": self._desk.ask_sign_off,
            "case.export": self._places.open_export,
            "case.back": self._places.leave,
            "case.review": self._places.show_bench,
            "case.timeline": self._places.show_timeline,
            "timeline.open": self._places.timeline.open_current,
            "timeline.correct": self._places.timeline.correct_current,
        }
        return TabActions(
            self._desk,
            self._bench,
            self._navigator,
            self._marking,
            places,
            self._places,
            self._second,
            self._blind,
        )

    def _wire(self) -> None:
        desk, bench = self._desk, self._bench
        pairs: tuple[tuple[Any, Any], ...] = (
            (self._showing.titled, self._on_titled),
            (self._showing.told, self._say),
            (desk.saved, self.saved),
            (desk.told, self._say),
            (desk.failed, self._notice.show_error),
            (desk.acted, self._notice.hide),
            (bench.checklist.turned, self._notice.hide),
            (self._navigator.page_shown, self._notice.hide),
            (self._places.currentChanged, self._on_place),
            (bench.right.currentChanged, self._on_place),
            (bench.checklist.covered, self._on_place),
            (self._second.moved, self._on_place),
            (self._bar.review_wanted, self._places.show_bench),
            (self._bar.timeline_wanted, self._places.show_timeline),
            (self._bar.explain_wanted, self._places.toggle_explanation),
            (self._navigator.page_shown, self._on_page),
            (bench.right_moved, self._on_right_moved),
            (bench.page.action_wanted, self.perform),
            (bench.start.opened, desk.open_review),
            (bench.start.task_wanted, desk.begin_task),
        )
        for signal, slot in pairs:
            signal.connect(slot)

    def _on_titled(self, title: str) -> None:
        self.title_changed.emit(title)
        self._tell_status()

    def _say(self, sentence: str) -> None:
        self._said = sentence
        self._tell_status()

    def _tell_status(self) -> None:
        index = self._desk.index
        on = BLIND_ON if index is not None and index.view.blind else ""
        self.status_changed.emit(GAP.join(part for part in (self._said, on) if part))

    def _on_place(self, _at: int) -> None:
        # Other keys work there, and the status row is drawn anew with what is said.
        self._bar.show_view(timeline=self._places.is_timeline())
        self._tell_status()

    def _on_page(self, at: int) -> None:
        index = self._desk.index
        if index is not None and 0 <= at < len(index.pages) and not index.pages[at].read:
            self.wants_page_first.emit(index.pages[at].ref)
        here = (self._bench.page.canvas.may_turn, self._blind.actions)
        if here != self._here:
            # Sheets of a reading copy cannot be turned, covered pages lifted: the menus follow.
            self._here = here
            self._tell_status()

    def _on_right_moved(self, width: int) -> None:
        self._bar.score.setFixedWidth(width)
        self._bar.set_narrow(self._bench.narrow)
