"""The tab of the place 合议: opened from the queue, remembered like the tab of a case."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.ui.meeting.meeting_flow import MeetingFlow
from reviewer.ui.shell.open_tabs import OpenTabs
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.meeting_views import Presence

MEETING = "meeting"
"""Key of the tab."""
TITLE, SIGN = "合议", "scales"


class MeetingTab(QObject):
    """Ties the flow to the tabs."""

    status_changed = Signal(str, str)  # key of the tab, what the status row says at the right

    def __init__(self, flow: MeetingFlow, tabs: OpenTabs, leave: Callable[[], object]) -> None:
        super().__init__(tabs)
        self._flow, self._tabs = flow, tabs
        flow.opened.connect(self._on_opened)
        flow.changed.connect(self._on_changed)
        flow.queue_asked.connect(leave)
        tabs.closed.connect(self._on_closed)

    @property
    def is_seen(self) -> bool:
        """Return whether the tab is in front."""
        return self._tabs.current == MEETING

    def build(self, tokens: Tokens, state: dict[str, Any] | None) -> QWidget:
        """Return a page for the tab."""
        return self._flow.make_page(tokens, state)

    def actions(self) -> frozenset[str]:
        """Return what can be done here; nothing while another tab is in front."""
        return self._flow.actions() if self.is_seen else frozenset()

    def perform(self, action_id: str) -> bool:
        """Do an action of the place; returns False when it is not one or is not seen."""
        return self.is_seen and self._flow.perform(action_id)

    def show_projected(self, projected: bool) -> None:
        """Show the place as a meeting reads it from afar, or as before."""
        if self._flow.page is not None:
            self._flow.page.head.show_projected(projected)

    def state(self) -> dict[str, Any] | None:
        """Return where the place stands, as JSON; None without a tab."""
        return self._flow.page.state() if self._flow.page is not None else None

    def _on_opened(self) -> None:
        self._tabs.open(MEETING, TITLE, SIGN)
        if self._flow.page is not None:
            self._flow.page.begin()

    def _on_closed(self, key: str) -> None:
        if key == MEETING:
            self._flow.drop_page()

    def _on_changed(self) -> None:
        meeting = self._flow.page.meeting if self._flow.page is not None else None
        if meeting is None:
            return
        there = meeting.voters if meeting.adjudication is not None else ()
        recused = sum(one.presence is Presence.RECUSED for one in meeting.people)
        if meeting.adjudication is None:
            recused = 0
        said = (
            f"参加 {len(there)} 人，回避 {recused} 人　"
            f"{meeting.held_on:%Y-%m-%d} 第 {meeting.session} 次合议　待议 {meeting.waiting} 卷"
        )
        self.status_changed.emit(MEETING, said)
