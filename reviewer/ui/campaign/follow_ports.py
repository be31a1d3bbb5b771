"""What the place 整改 asks of the workspace, as protocols."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import UUID

from reviewer.model.feedback import Evidence
from reviewer.model.rectification_forms import FormPreview
from reviewer.progress import Progress
from reviewer.workspace.campaigns.bulletins import BulletinView
from reviewer.workspace.campaigns.feedback_views import FeedbackView
from reviewer.workspace.campaigns.rectification_views import RectificationView
from reviewer.workspace.campaigns.state import CampaignState


class FeedbackLooks(Protocol):
    """How far the feedback is."""

    def view(self, campaign_id: UUID, today: date) -> FeedbackView: ...


class Feedbacks(Protocol):
    """The feedback to units."""

    def draft(self, campaign_id: UUID) -> CampaignState: ...
    def send(self, campaign_id: UUID, units: Iterable[UUID], sent_on: date) -> CampaignState: ...
    def recall(self, campaign_id: UUID, unit: UUID, reason: str) -> CampaignState: ...
    def receive(self, campaign_id: UUID, unit: UUID, received_on: date) -> CampaignState: ...
    def set_limit(
        self, campaign_id: UUID, unit: UUID, until: date, reason: str
    ) -> CampaignState: ...
    def consent(self, campaign_id: UUID, unit: UUID, note: str = "") -> CampaignState: ...
    def reopen(self, campaign_id: UUID, unit: UUID, reason: str) -> CampaignState: ...
    def finalise(self, campaign_id: UUID, unit: UUID, today: date) -> CampaignState: ...


class Objections(Protocol):
    """Objections and their review."""

    def add(
        self,
        campaign_id: UUID,
        case: UUID,
        items: Sequence[str],
        text: str,
        received_on: date,
        attachments: Sequence[Evidence] = (),
    ) -> CampaignState: ...
    def take_up(self, campaign_id: UUID, objection_id: UUID, note: str = "") -> CampaignState: ...
    def decide(
        self,
        campaign_id: UUID,
        objection_id: UUID,
        outcome: str,
        reason: str,
        decided_on: date,
        reasons: Mapping[str, str],
    ) -> CampaignState: ...
    def turn_away(
        self, campaign_id: UUID, objection_id: UUID, reason: str, decided_on: date
    ) -> CampaignState: ...
    def withdraw(self, campaign_id: UUID, objection_id: UUID, reason: str) -> CampaignState: ...


class CampaignFiles(Protocol):
    """Files that units send."""

    def keep(self, paths: Sequence[Path], progress: Progress) -> tuple[Evidence, ...]: ...
    def copy_of(self, evidence: Evidence) -> Path: ...


class RectificationLooks(Protocol):
    """How far the problems are."""

    def view(self, campaign_id: UUID, today: date) -> RectificationView: ...


class Rectifying(Protocol):
    """The problems to be rectified."""

    def plan(self, campaign_id: UUID) -> CampaignState: ...
    def notify(self, campaign_id: UUID, ids: Collection[UUID], on: date) -> CampaignState: ...
    def extend(
        self, campaign_id: UUID, ids: Collection[UUID], due: date, reason: str
    ) -> CampaignState: ...
    def report(
        self, campaign_id: UUID, ids: Collection[UUID], texts: Mapping[str, str]
    ) -> CampaignState: ...
    def attach(
        self, campaign_id: UUID, ids: Collection[UUID], evidence: Collection[Evidence]
    ) -> CampaignState: ...
    def send_back(
        self, campaign_id: UUID, ids: Collection[UUID], reason: str, due: date | None = None
    ) -> CampaignState: ...
    def close(
        self,
        campaign_id: UUID,
        ids: Collection[UUID],
        on: date,
        note: str = "",
        revisit: date | None = None,
    ) -> CampaignState: ...
    def pass_revisit(
        self, campaign_id: UUID, ids: Collection[UUID], note: str = ""
    ) -> CampaignState: ...
    def fail_revisit(
        self, campaign_id: UUID, ids: Collection[UUID], reason: str, due: date
    ) -> CampaignState: ...
    def withdraw(self, campaign_id: UUID, ids: Collection[UUID], reason: str) -> CampaignState: ...
    def preview(
        self, campaign_id: UUID, path: Path, today: date, unit: UUID | None = None
    ) -> FormPreview: ...
    def apply(
        self, campaign_id: UUID, shown: FormPreview, chosen: Collection[UUID], progress: Progress
    ) -> CampaignState: ...


class Bulletins(Protocol):
    """The bulletin."""

    def view(self, campaign_id: UUID, today: date) -> BulletinView: ...
    def keep(self, campaign_id: UUID, texts: Mapping[str, str]) -> CampaignState: ...
    def write(
        self, campaign_id: UUID, folder: Path, made_on: date, progress: Progress
    ) -> tuple[Path, ...]: ...
    def issue(self, campaign_id: UUID, on: date) -> CampaignState: ...


class FollowPapers(Protocol):
    """The documents that go to units."""

    def feedback(
        self,
        campaign_id: UUID,
        units: Collection[UUID],
        folder: Path,
        made_on: date,
        progress: Progress,
    ) -> tuple[Path, ...]: ...
    def decision(
        self, campaign_id: UUID, objection_id: UUID, folder: Path, progress: Progress
    ) -> tuple[Path, ...]: ...
    def notices(
        self,
        campaign_id: UUID,
        unit: UUID | None,
        folder: Path,
        made_on: date,
        progress: Progress,
    ) -> tuple[Path, ...]: ...
    def closings(
        self, campaign_id: UUID, ids: Collection[UUID], folder: Path, progress: Progress
    ) -> tuple[Path, ...]: ...
    def ledger(
        self, campaign_id: UUID, folder: Path, made_on: date, progress: Progress
    ) -> tuple[Path, ...]: ...


class FollowCampaigns(Protocol):
    """The services of campaigns that the place 整改 asks."""

    @property
    def bulletins(self) -> Bulletins: ...
    @property
    def feedback(self) -> Feedbacks: ...
    @property
    def feedback_looks(self) -> FeedbackLooks: ...
    @property
    def objections(self) -> Objections: ...
    @property
    def files(self) -> CampaignFiles: ...
    @property
    def rectifying(self) -> Rectifying: ...
    @property
    def rectification_looks(self) -> RectificationLooks: ...
    @property
    def follow_papers(self) -> FollowPapers: ...
