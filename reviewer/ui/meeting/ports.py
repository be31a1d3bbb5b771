"""What the place 合议 asks of the workspace, as protocols."""

from collections.abc import Iterable, Mapping
from typing import Protocol
from uuid import UUID

from reviewer.model import PageRef
from reviewer.model.adjudications import ItemDecision, Side
from reviewer.workspace.campaigns.agreement_view import AgreementView
from reviewer.workspace.campaigns.meeting_views import Meeting, Presence, Queue
from reviewer.workspace.campaigns.reviewing import Task
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.views import PageImage


class MeetingsPort(Protocol):
    """The queue, and one case on the table."""

    def queue(self, campaign_id: UUID) -> Queue: ...
    def show(self, campaign_id: UUID, case: UUID) -> Meeting: ...
    def picture(self, case: UUID, ref: PageRef, sheet: int, width: int) -> PageImage: ...
    def attend(
        self, campaign_id: UUID, case: UUID, presence: Mapping[UUID, Presence]
    ) -> object: ...


class AdjudicatingPort(Protocol):
    """Votes, decisions and the third review."""

    def vote(
        self, campaign_id: UUID, adjudication: UUID, item: str, votes: dict[UUID, Side | None]
    ) -> object: ...
    def decide(self, campaign_id: UUID, adjudication: UUID, decision: ItemDecision) -> object: ...
    def close(self, campaign_id: UUID, adjudication: UUID) -> object: ...


class CalibratingPort(Protocol):
    """Agreement and calibration."""

    def view(self, campaign_id: UUID) -> AgreementView: ...
    def choose(self, campaign_id: UUID, cases: Iterable[UUID]) -> CampaignState: ...


class ReviewingPort(Protocol):
    """What reviewers were given to do."""

    def tasks(self, campaign_id: UUID) -> tuple[Task, ...]: ...


class MeetingCampaigns(Protocol):
    """The services of the place, and of what leads to it."""

    @property
    def reviewing(self) -> ReviewingPort: ...
    @property
    def calibrating(self) -> CalibratingPort: ...

    @property
    def meetings(self) -> MeetingsPort: ...
    @property
    def adjudicating(self) -> AdjudicatingPort: ...
