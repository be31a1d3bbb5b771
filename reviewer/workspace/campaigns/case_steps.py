"""How objections and their decisions move the drawn cases on.  Pure.

A case that is not in the state that the step leaves is left as it is: records that came from
another desktop may be behind.
"""

from uuid import UUID

from reviewer.campaign import states
from reviewer.campaign.feedback import open_objections
from reviewer.campaign.machines import Actor
from reviewer.campaign.progress import CaseFacts, move_case
from reviewer.model.casework import CaseProgress, CaseState
from reviewer.model.feedback import Feedback
from reviewer.workspace.campaigns.state import CampaignState


def taken_up(state: CampaignState, case: UUID, by: Actor, note: str) -> list[CaseProgress]:
    """Return the case as under review because of an objection."""
    facts = CaseFacts(open_objections=1)
    steps = {CaseState.DECIDED: states.APPEAL, CaseState.FINAL: states.REOPEN_CASE}
    return [
        move_case(one, steps[one.state], by, facts, note or "受理申辩")
        for one in state.progress
        if one.case == case and one.state in steps
    ]


def after_decision(
    state: CampaignState, after: Feedback, case: UUID, by: Actor
) -> list[CaseProgress]:
    """Return the case as decided, once no objection to it is open."""
    if any(one.case == case for one in open_objections(after)):
        return []
    facts = CaseFacts(appeal_signed=True)
    return [
        move_case(one, states.DECIDE_APPEAL, by, facts)
        for one in state.progress
        if one.case == case and one.state is CaseState.APPEAL
    ]


def final_cases(state: CampaignState, unit: UUID, by: Actor) -> list[CaseProgress]:
    """Return the decided cases of a unit as final."""
    return [
        move_case(one, states.FINALISE, by, CaseFacts())
        for one in state.progress
        if one.state is CaseState.DECIDED and state.row(one.case).unit == unit
    ]
