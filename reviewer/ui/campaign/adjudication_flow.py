"""What the queue of the 合议 asks of the workspace, through jobs."""

from reviewer.model.draws import Duty
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.queue_page import QueuePage
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.meeting.meeting_flow import MeetingFlow
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens


class AdjudicationFlow(CampaignPart):
    """Lists the cases whose two reviews differ; the meeting itself has a tab."""

    entry = "adjudication"

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self.meeting = MeetingFlow(services, jobs, campaign)
        self.page = QueuePage(tokens)
        self.page.case_opened.connect(self.meeting.open)
        self.meeting.said.connect(self.said)
        self.meeting.failed.connect(self.failed)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the queue."""
        return (HomePlace("adjudication", self.page, self.page.set_tokens, self.page.begin),)

    def exists(self) -> bool:
        """Return whether cases were given out."""
        state = self._campaign.state
        return state is not None and any(
            not one.withdrawn and one.duty is not Duty.CALIBRATION for one in state.assignments
        )

    def actions(self) -> frozenset[str]:
        """Return what can be done now."""
        return frozenset({"adjudication.open"}) if self.exists() else frozenset()

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {"adjudication.open": self.show}

    def show(self) -> None:
        """Go to the queue."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Ask for the queue again."""
        seen = self._campaign.campaign_id
        if seen is None or not self.exists():
            return
        meetings = self._services.meetings
        job = self._jobs.start(lambda _: meetings.queue(seen), Lane.WRITE)
        job.succeeded.connect(self.page.show_queue)
        job.failed.connect(self.failed)
