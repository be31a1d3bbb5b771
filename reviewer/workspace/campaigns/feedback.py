"""Feedback (反馈意见) to each unit, from its draft to the end."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from reviewer.campaign import feedback as steps
from reviewer.campaign.dues import Due
from reviewer.campaign.machines import Actor
from reviewer.errors import Refused
from reviewer.model.feedback import Feedback, FeedbackState
from reviewer.workspace.campaigns.case_steps import final_cases
from reviewer.workspace.campaigns.feedback_ground import FeedbackGround, of_unit
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled

_ANSWERING = frozenset({FeedbackState.OBJECTED, FeedbackState.REVIEWING})


class Feedbacks(FeedbackGround):
    """Takes the feedback of each unit from its draft to the end of its objections."""

    def draft(self, campaign_id: UUID) -> CampaignState:
        """Make the feedback of every unit of which cases were drawn; existing ones stay."""
        state = self._records.load(campaign_id)
        known = {one.unit for one in state.feedback}
        units = dict.fromkeys(state.row(case).unit for case in sampled(state))
        new = [steps.draft(campaign_id, unit) for unit in units if unit not in known]
        return self._records.save(campaign_id, new, f"拟制反馈意见 {len(new)} 份", state)

    def send(self, campaign_id: UUID, units: Iterable[UUID], sent_on: date) -> CampaignState:
        """Keep that the feedback was sent to these units: to all of them, or to none.

        Raises:
            Refused: a case of a unit has no final result, or the feedback was sent before.
        """
        state = self._records.load(campaign_id)
        by = self._actor(state)
        chosen = [of_unit(state, unit) for unit in units]
        waiting = set(self._results.waiting(campaign_id))
        for one in chosen:
            left = sum(state.row(case).unit == one.unit for case in waiting)
            if left:
                name = state.campaign.unit(one.unit).name
                raise Refused(f"{name}还有 {left} 卷没有评查结果。", "请完成评查和合议后再送达。")
        sent = [steps.send(one, by, sent_on) for one in chosen]
        return self._keep(campaign_id, sent, f"送达反馈意见 {len(sent)} 份", state, by)

    def recall(self, campaign_id: UUID, unit: UUID, reason: str) -> CampaignState:
        """Take the feedback back to correct it."""
        return self._change(
            campaign_id, unit, "收回反馈意见", lambda _, one, by: steps.recall(one, by, reason)
        )

    def receive(self, campaign_id: UUID, unit: UUID, received_on: date) -> CampaignState:
        """Keep the day of receipt, from which the term of objections runs."""

        def edit(state: CampaignState, one: Feedback, by: Actor) -> Feedback:
            return steps.receive(one, by, received_on, state.campaign, self._knowledge.calendar)

        return self._change(campaign_id, unit, "登记签收", edit)

    def set_limit(self, campaign_id: UUID, unit: UUID, until: date, reason: str) -> CampaignState:
        """Set the last day for objections by hand."""
        return self._change(
            campaign_id,
            unit,
            "填写申辩期限",
            lambda _, one, by: steps.set_limit(one, by, until, reason),
        )

    def consent(self, campaign_id: UUID, unit: UUID, note: str = "") -> CampaignState:
        """Make the feedback final because the unit has no objection (无异议)."""
        state = self._records.load(campaign_id)
        by = self._actor(state)
        after = steps.consent(of_unit(state, unit), by, note)
        moved = final_cases(state, unit, by)
        return self._keep(campaign_id, [after, *moved], "登记无异议", state, by)

    def reopen(self, campaign_id: UUID, unit: UUID, reason: str) -> CampaignState:
        """Take final feedback up again, for an objection that came afterwards."""
        return self._change(
            campaign_id, unit, "重新复核", lambda _, one, by: steps.reopen(one, by, reason)
        )

    def finalise(self, campaign_id: UUID, unit: UUID, today: date) -> CampaignState:
        """Make the feedback of a unit final: its term is over and every objection is answered.

        Raises:
            Refused: an objection is open, the term runs, or its end is not known.
        """
        state = self._records.load(campaign_id)
        one, by = of_unit(state, unit), self._actor(state)
        if one.objections and one.state in _ANSWERING:
            one = steps.complete_review(one, by)
        after = steps.finalise(one, by, today)
        moved = final_cases(state, unit, by)
        return self._keep(campaign_id, [after, *moved], "反馈意见终定", state, by)

    def dues(self, campaign_id: UUID, today: date) -> tuple[Due, ...]:
        """Return receipts, ends of terms and reviews that are due, the most overdue first."""
        state = self._records.load(campaign_id)
        calendar = self._knowledge.calendar
        return steps.feedback_dues(state.feedback, state.campaign, calendar, today)
