"""Objections (申辩) of units and their review."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID, uuid4

from reviewer.campaign import feedback as steps
from reviewer.campaign.machines import Actor
from reviewer.model.feedback import Evidence, Feedback, ItemAnswer, Objection
from reviewer.workspace.campaigns.case_steps import after_decision, taken_up
from reviewer.workspace.campaigns.feedback_ground import FeedbackGround, holding
from reviewer.workspace.campaigns.state import CampaignState


class Objections(FeedbackGround):
    """Takes an objection from its receipt to its decision."""

    def add(
        self,
        campaign_id: UUID,
        case: UUID,
        items: Sequence[str],
        text: str,
        received_on: date,
        attachments: Sequence[Evidence] = (),
    ) -> CampaignState:
        """Keep an objection to named items of a case; a late one is marked, never dropped.

        Raises:
            Refused, UserError: an item is not in the result of the case, or nothing is said.
        """
        unit = self._records.load(campaign_id).row(case).unit
        told = (tuple(items), text.strip(), received_on, None, tuple(attachments))
        objection = Objection(uuid4(), case, *told)

        def edit(state: CampaignState, one: Feedback, by: Actor) -> Feedback:
            if items:
                self._appeals.under(state, case, items)
            calendar = self._knowledge.calendar
            return steps.add_objection(one, objection, by, state.campaign, calendar)

        return self._change(campaign_id, unit, "登记申辩", edit)

    def take_up(self, campaign_id: UUID, objection_id: UUID, note: str = "") -> CampaignState:
        """Open the review of an objection, in which only the items that it names are open.

        Raises:
            Refused: it is under review already, late without a reason, or not for who sits here.
        """
        state = self._records.load(campaign_id)
        one, by = holding(state, objection_id), self._actor(state)
        objection = steps.objection_of(one, objection_id)
        steps.take_up(one, objection_id, by, None, note)
        final = self._appeals.under(state, objection.case, objection.items)
        review = self._appeals.open(final, objection.items)
        after = steps.take_up(one, objection_id, by, review, note)
        moved = taken_up(state, objection.case, by, note)
        return self._records.save(campaign_id, [after, *moved], "受理申辩", state)

    def suggested(self, campaign_id: UUID, objection_id: UUID) -> str:
        """Return the outcome that the signed review suggests; raises Refused before it is."""
        state = self._records.load(campaign_id)
        objection = steps.objection_of(holding(state, objection_id), objection_id)
        return self._appeals.suggested(state, objection)

    def decide(
        self,
        campaign_id: UUID,
        objection_id: UUID,
        outcome: str,
        reason: str,
        decided_on: date,
        reasons: Mapping[str, str],
    ) -> CampaignState:
        """Answer an objection; from now on its review is the final one of the case.

        Each named item is answered by itself, 变更 or 维持 as its review has it.

        Raises:
            Refused, UserError: its review is not signed, no outcome, or no reason of the whole or
                of an item.
        """
        state = self._records.load(campaign_id)
        one, by = holding(state, objection_id), self._actor(state)
        objection = steps.objection_of(one, objection_id)
        changed = self._appeals.changed(state, objection)
        answers = [
            ItemAnswer(item, item in changed, reasons.get(item, "")) for item in objection.items
        ]
        after = steps.decide(one, objection_id, by, outcome, reason, decided_on, answers)
        self._appeals.suggested(state, objection)
        after = steps.with_decide_until(after, state.campaign, self._knowledge.calendar)
        moved = after_decision(state, after, objection.case, by)
        return self._records.save(campaign_id, [after, *moved], f"复核申辩：{outcome}", state)

    def turn_away(
        self, campaign_id: UUID, objection_id: UUID, reason: str, decided_on: date
    ) -> CampaignState:
        """Keep that a late objection is not taken up."""
        unit = holding(self._records.load(campaign_id), objection_id).unit

        def edit(_: CampaignState, one: Feedback, by: Actor) -> Feedback:
            return steps.turn_away(one, objection_id, by, reason, decided_on)

        return self._change(campaign_id, unit, "不予受理申辩", edit)

    def withdraw(self, campaign_id: UUID, objection_id: UUID, reason: str) -> CampaignState:
        """Keep that the unit took its objection back; a review that was begun does not count."""
        state = self._records.load(campaign_id)
        one, by = holding(state, objection_id), self._actor(state)
        case = steps.objection_of(one, objection_id).case
        after = steps.withdraw(one, objection_id, by, reason)
        after = steps.with_decide_until(after, state.campaign, self._knowledge.calendar)
        moved = after_decision(state, after, case, by)
        return self._records.save(campaign_id, [after, *moved], "登记撤回申辩", state)
