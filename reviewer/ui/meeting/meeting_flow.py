"""What the place 合议 asks of the workspace, through jobs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from reviewer.errors import UserError
from reviewer.model.adjudications import Side
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.meeting.meeting_actions import MEETING_ACTIONS, possible
from reviewer.ui.meeting.meeting_page import MeetingPage, Sheet
from reviewer.ui.meeting.minutes_writing import MinutesWriting
from reviewer.ui.meeting.sheet_pictures import SheetPictures
from reviewer.ui.services import Campaigns
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.decision_form import DecisionTexts, decision_of
from reviewer.workspace.campaigns.meeting_views import Meeting, Presence
from reviewer.workspace.campaigns.state import CampaignState

_CLOSED = "合议已结束，合议评查表已签定"
_Home = tuple[CampaignState, Meeting]


class MeetingFlow(QObject):
    """Puts one case on the table and keeps what is recorded."""

    opened = Signal()  # the tab is wanted
    said = Signal(str)
    failed = Signal(Exception)
    full_screen_asked = Signal()
    queue_asked = Signal()
    changed = Signal()  # other actions are possible

    def __init__(self, services: Campaigns, jobs: Jobs, campaign: CampaignFlow) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self._case: UUID | None = None
        self._item = ""
        self._asked = 0
        self._pictures = SheetPictures(services.meetings, jobs, self)
        self._pictures.came.connect(self._show_sheet)
        self._minutes = minutes = MinutesWriting(services.papers, jobs, self)
        minutes.said.connect(self.said)
        minutes.failed.connect(self.failed)
        self.page: MeetingPage | None = None
        campaign.changed.connect(self._on_campaign)

    @property
    def _meeting(self) -> Meeting | None:
        return self.page.meeting if self.page is not None else None

    def make_page(self, tokens: Tokens, state: dict[str, Any] | None) -> MeetingPage:
        """Return a page for the tab, showing the case that was on the table."""
        self.page = page = MeetingPage(tokens)
        page.sheet_wanted.connect(self._on_sheet)
        page.voted.connect(self._on_voted)
        page.decided.connect(self._on_decided)
        page.attended.connect(self._on_attended)
        page.close_asked.connect(self._on_close)
        page.minutes_asked.connect(self.ask_minutes)
        page.full_screen_asked.connect(self.full_screen_asked)
        page.queue_asked.connect(self.queue_asked)
        if self._case is None and state and state.get("case"):
            self._case, self._item = UUID(state["case"]), str(state.get("item", ""))
        self._load()
        return page

    def drop_page(self) -> None:
        """Forget the page when its tab is closed."""
        self.page = None
        self._case = None

    def open(self, case: UUID) -> None:
        """Put a case on the table."""
        self._case, self._item = case, ""
        self.opened.emit()
        self._load()

    def actions(self) -> frozenset[str]:
        """Return what can be done while the tab is seen."""
        meeting = self._meeting
        return possible(meeting) if meeting is not None else frozenset()

    def perform(self, action_id: str) -> bool:
        """Do an action of the place; returns False when it is not one."""
        page = self.page
        if page is None or action_id not in MEETING_ACTIONS:
            return False
        deeds: dict[str, Callable[[], object]] = {
            "meeting.attend": page.ask_attendance,
            "meeting.first": lambda: page.choose(Side.FIRST),
            "meeting.second": lambda: page.choose(Side.SECOND),
            "meeting.other": lambda: page.choose(Side.OTHER),
            "meeting.record": page.record,
            "meeting.close": page.closing.ask,
            "meeting.minutes": self.ask_minutes,
        }
        deeds[action_id]()
        return True

    def ask_minutes(self) -> None:
        """Ask where the record goes."""
        meeting = self._meeting
        if self.page is None or meeting is None or meeting.adjudication is None:
            return
        self._minutes.ask(self.page, meeting, self.write_minutes)

    def write_minutes(self, path: Path) -> None:
        """Write the record of the case as Word."""
        seen, record = self._campaign.campaign_id, self._record()
        if seen is not None and record is not None:
            self._minutes.write(seen, record, path)

    def _load(self) -> None:
        seen, case = self._campaign.campaign_id, self._case
        if seen is None or case is None or self.page is None:
            return
        self._asked += 1
        mine = self._asked
        meetings = self._services.meetings
        job = self._jobs.start(lambda _: meetings.show(seen, case), Lane.WRITE)
        job.succeeded.connect(lambda found: self._take(found, mine))
        job.failed.connect(self.failed)

    def _change(self, work: Callable[[UUID, UUID], object], said: str, *, on: bool = False) -> None:
        """Change the record and show it; `on` goes to the next item then."""
        seen, case = self._campaign.campaign_id, self._case
        if seen is None or case is None:
            return
        self._asked += 1
        mine, services = self._asked, self._services

        def apply(_progress: object) -> _Home:
            work(seen, case)
            return services.setup.state(seen), services.meetings.show(seen, case)

        job = self._jobs.start(apply, Lane.WRITE)
        job.succeeded.connect(lambda home: self._on_changed(home, mine, said, on=on))
        job.failed.connect(self._on_refused)

    def _on_changed(self, home: _Home, mine: int, said: str, *, on: bool) -> None:
        state, meeting = home
        self._campaign.take(state)
        self._take(meeting, mine)
        if on and self.page is not None:
            self.page.go_on()
        if said:
            self.said.emit(said)

    def _take(self, meeting: Meeting, mine: int) -> None:
        # A newer question is under way: what it brings is shown, not this.
        if self.page is None or mine != self._asked or meeting.case_id != self._case:
            return
        self.page.show_meeting(meeting)
        if self._item and any(item.id == self._item for item in meeting.items):
            self.page.show_item(self._item)
        self._item = ""
        self.changed.emit()

    def _on_voted(self, item: str, votes: dict[UUID, Side | None]) -> None:
        record = self._record()
        if record is not None:
            adjudicating = self._services.adjudicating
            self._change(lambda seen, _: adjudicating.vote(seen, record, item, votes), "")

    def _on_decided(self, texts: DecisionTexts) -> None:
        meeting, record = self._meeting, self._record()
        if self.page is None or meeting is None:
            return
        if record is None or meeting.lacking:
            self.page.refuse(f"到会不足，不能表决：还差 {meeting.lacking} 人。请先登记到会人员。")
            return
        try:
            decision = decision_of(meeting.standard, texts)
        except UserError as error:
            self.page.refuse(f"{error}{error.remedy}")
            return
        adjudicating = self._services.adjudicating
        said = f"已记录 {texts.item} {decision.side.value}"
        self._change(lambda seen, _: adjudicating.decide(seen, record, decision), said, on=True)

    def _on_attended(self, presence: dict[UUID, Presence]) -> None:
        meetings = self._services.meetings
        self._change(lambda seen, case: meetings.attend(seen, case, presence), "已登记到会人员")
        if self.page is not None:
            self.page.show_sides()

    def _on_close(self) -> None:
        record = self._record()
        if record is not None:
            adjudicating = self._services.adjudicating
            self._change(lambda seen, _: adjudicating.close(seen, record), _CLOSED)

    def _record(self) -> UUID | None:
        meeting = self._meeting
        record = meeting.adjudication if meeting is not None else None
        return record.id if record is not None else None

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError) and self.page is not None:
            self.page.refuse(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)

    def _on_campaign(self) -> None:
        # After a restart the tab is there before the campaign is known.
        if self.page is not None and self.page.meeting is None:
            self._load()

    def _on_sheet(self, sheet: Sheet) -> None:
        meeting = self._meeting
        if self.page is None or meeting is None:
            return
        picture = self._pictures.ask(meeting, sheet)
        if picture is not None:
            self.page.show_sheet(sheet, picture)

    def _show_sheet(self, case: UUID, sheet: Sheet, picture: QPixmap | None) -> None:
        if self.page is not None and case == self._case:
            self.page.show_sheet(sheet, picture)
