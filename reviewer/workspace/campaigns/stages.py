"""Who acts in a campaign now, and the stages that the records show to be finished.

Pure but for the clock that it is given.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from reviewer.campaign.machines import LEADERS, Actor, roles_of
from reviewer.campaign.progress import begin_stage, finish_stage
from reviewer.errors import Refused
from reviewer.model import Person
from reviewer.model.campaigns import Campaign, Stage, StageState
from reviewer.store.campaign_kinds import CampaignRecord
from reviewer.workspace.campaigns.follow_steps import FOLLOWING, stage_state
from reviewer.workspace.campaigns.groups_view import is_complete
from reviewer.workspace.campaigns.state import CampaignState


def actor(campaign: Campaign, person: Person | None, at: datetime) -> Actor:
    """Return who acts.

    Raises:
        Refused: nobody has said who sits here.
    """
    if person is None:
        raise Refused("还没有登记使用人。", "请先在设置中填写姓名和单位。")
    return Actor(person.id, person.name, roles_of(campaign, person.id), at)


def moved_on(state: CampaignState, by: Actor) -> Campaign:
    """Return the campaign with its stages as far as the records show them.

    Nothing moves before the notice was issued, nor 整改 before 通报 runs: that these two were
    issued nobody but a person can tell.
    """
    campaign = state.campaign
    if campaign.stage(Stage.NOTICE).state is not StageState.DONE:
        return campaign
    ledger = state.ledger
    frozen = ledger is not None and ledger.frozen_at is not None
    drawn = frozen and any(one.ledger == ledger.id for one in state.draws) if ledger else False
    grouped = drawn and is_complete(state, by.at.date())
    shown = [(Stage.LEDGER, frozen), (Stage.DRAW, drawn), (Stage.GROUPS, grouped)]
    shown += [(stage, stage_state(state, stage) is StageState.DONE) for stage in FOLLOWING]
    for stage, done in shown:
        now = campaign.stage(stage).state
        if now is StageState.DONE:
            continue
        if now is StageState.WAITING:
            campaign = begin_stage(campaign, stage, by)
        if not done:
            return campaign
        campaign = finish_stage(campaign, stage, by, by.at.date())
    return campaign


def following(
    state: CampaignState, changed: Sequence[CampaignRecord], by: Actor
) -> list[CampaignRecord]:
    """Return changed records with the campaign, where they finish a stage.

    Only leaders move stages: what a reviewer does shows on the board, and is kept with what a
    leader does next.
    """
    if not by.roles & LEADERS:
        return list(changed)
    campaign = moved_on(state.having(changed), by)
    return [*changed, *([campaign] if campaign != state.campaign else [])]


def with_notice(campaign: Campaign, by: Actor) -> Campaign:
    """Return the campaign whose notice (通知) was issued today."""
    if campaign.stage(Stage.NOTICE).state is StageState.WAITING:
        campaign = begin_stage(campaign, Stage.NOTICE, by)
    return finish_stage(campaign, Stage.NOTICE, by, by.at.date())


def at(state: CampaignState, campaign: Campaign) -> CampaignState:
    """Return the state with a changed set-up."""
    return replace(state, campaign=campaign)


def require_leaders(by: Actor, what: str) -> None:
    """Raise Refused when `by` leads neither a group nor the campaign."""
    if not by.roles & LEADERS:
        raise Refused(
            f"{what}由评查组组长或者评查活动负责人办理。", "请由组长或者负责人登录后办理。"
        )
