"""What the services of feedback and of objections have in common."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from reviewer.campaign.machines import Actor
from reviewer.errors import Refused
from reviewer.model.feedback import Feedback
from reviewer.store.campaign_kinds import CampaignRecord
from reviewer.workspace.campaigns.appeal_reviews import AppealReviews
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.stages import actor, following
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.people import People

Edit = Callable[[CampaignState, Feedback, Actor], Feedback]


class FeedbackGround:
    """Loads the feedback of a unit, changes it and keeps it."""

    def __init__(
        self,
        records: CampaignRecords,
        results: Results,
        appeals: AppealReviews,
        knowledge: Knowledge,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._records, self._results, self._appeals = records, results, appeals
        self._knowledge, self._people, self._now = knowledge, people, now

    def _change(self, campaign_id: UUID, unit: UUID, label: str, edit: Edit) -> CampaignState:
        state = self._records.load(campaign_id)
        after = edit(state, of_unit(state, unit), self._actor(state))
        return self._records.save(campaign_id, [after], label, state)

    def _keep(
        self,
        campaign_id: UUID,
        changed: Sequence[CampaignRecord],
        label: str,
        state: CampaignState,
        by: Actor,
    ) -> CampaignState:
        """Keep what may finish a stage."""
        return self._records.save(campaign_id, following(state, changed, by), label, state)

    def _actor(self, state: CampaignState) -> Actor:
        now = self._now().replace(microsecond=0)
        return actor(state.campaign, self._people.current(), now)


def of_unit(state: CampaignState, unit: UUID) -> Feedback:
    """Return the feedback to a unit; raises Refused when there is none."""
    for one in state.feedback:
        if one.unit == unit:
            return one
    raise Refused("还没有拟制该单位的反馈意见。", "请先拟制反馈意见。")


def holding(state: CampaignState, objection_id: UUID) -> Feedback:
    """Return the feedback that holds an objection; raises Refused when there is none."""
    for one in state.feedback:
        if any(objection.id == objection_id for objection in one.objections):
            return one
    raise Refused("没有这件申辩，或它已被移除。", "请在申辩列表中重新选择。")
