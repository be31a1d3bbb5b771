"""Last year's campaign copied as a new one, with the rectifications that are still open."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from reviewer.campaign.rollover import Rollover, roll_over
from reviewer.errors import Refused
from reviewer.model.campaigns import CaseKind, StandardPin
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.rollover_view import TakenLine, taken_lines
from reviewer.workspace.campaigns.stages import actor, following
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.people import People

__all__ = ["RollingOver", "Rollover"]


class RollingOver:
    """Makes the campaign of the next year."""

    def __init__(
        self,
        records: CampaignRecords,
        knowledge: Knowledge,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._records, self._knowledge, self._people = records, knowledge, people
        self._now = now

    def preview(self, campaign_id: UUID, begins_on: date) -> tuple[TakenLine, ...]:
        """Return what next year's campaign would take over; nothing is kept.

        Raises:
            Refused: next year's campaign is here already, or who sits here may not.
        """
        state = self._records.load(campaign_id)
        return taken_lines(state.campaign, self._made(state, begins_on))

    def roll_over(self, campaign_id: UUID, begins_on: date) -> Rollover:
        """Keep next year's campaign and end what rolls forward, in one transaction.

        Raises:
            Refused: next year's campaign is here already, or who sits here may not.
        """
        state = self._records.load(campaign_id)
        made = self._made(state, begins_on)
        by = actor(state.campaign, self._people.current(), self._now().replace(microsecond=0))
        left = following(state, made.left, by)
        self._records.save_together(
            {made.campaign.id: (made.campaign, *made.taken), campaign_id: left},
            f"转入{made.campaign.year}年度",
            state,
        )
        return made

    def _made(self, state: CampaignState, begins_on: date) -> Rollover:
        for one in self._records.campaigns():
            if one.previous == state.campaign.id:
                raise Refused(f"“{one.name}”已由本活动转出。", "请返回列表，打开该活动。")
        by = actor(state.campaign, self._people.current(), self._now().replace(microsecond=0))
        newest = {
            one.id: StandardPin(CaseKind.GENERAL, one.id, one.version, one.content_hash)
            for one in self._knowledge.standards
        }
        calendar = self._knowledge.calendar
        return roll_over(state.campaign, state.rectifications, newest, begins_on, calendar, by)
