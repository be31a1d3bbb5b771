"""The tables of states: no dead end, who may do what, what a refusal says."""

from datetime import date
from typing import Any

import pytest

from reviewer.campaign import states
from reviewer.campaign.dues import Timing
from reviewer.campaign.machines import Machine, Role, roles_of
from reviewer.campaign.progress import (
    CaseFacts,
    begin_stage,
    finish_stage,
    move_case,
    reopen_stage,
    stage_timings,
)
from reviewer.errors import Refused
from reviewer.model.campaigns import Stage, StageDates, StageState
from reviewer.model.casework import CaseProgress, CaseState, progress_of
from reviewer.model.feedback import FeedbackState
from tests.campaign.campaign_builders import (
    CAMPAIGN,
    CLERK,
    LEADER,
    UNIT,
    make_actor,
    make_campaign,
)

TODAY = date(2026, 3, 2)
MACHINES = (
    states.STAGES,
    states.CASES,
    states.FEEDBACK,
    states.OBJECTIONS,
    states.RECTIFICATION,
)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda one: one.what)
def test_every_state_is_reached_and_leads_to_an_end(machine: Machine[Any]) -> None:
    reached = {machine.start}
    while True:
        more = {one.after for one in machine.steps if one.before in reached} | reached
        if more == reached:
            break
        reached = more

    assert reached == set(type(machine.start).__members__.values())
    assert all(machine.way_out(state) is not None for state in reached)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda one: one.what)
def test_one_action_leads_from_one_state_to_one_state(machine: Machine[Any]) -> None:
    keys = [(one.before, one.action) for one in machine.steps]

    assert len(keys) == len(set(keys))


def test_a_refusal_names_what_is_allowed_now() -> None:
    with pytest.raises(Refused, match="本单位的反馈意见现为“待送达”，不能终定。") as refused:
        states.FEEDBACK.take(FeedbackState.DRAFT, states.FINALISE, make_actor())

    assert refused.value.remedy == "现在可以：送达。"


def test_a_reviewer_does_not_send_feedback() -> None:
    reviewer = make_actor(frozenset({Role.REVIEWER}))

    with pytest.raises(Refused, match="送达由评查组组长、评查活动负责人办理。"):
        states.FEEDBACK.take(FeedbackState.DRAFT, states.SEND, reviewer)


def test_recalling_needs_a_reason() -> None:
    with pytest.raises(Refused, match="收回需要写明理由。"):
        states.FEEDBACK.take(FeedbackState.SENT, states.RECALL, make_actor(), " ")


def test_roles_come_from_the_campaign() -> None:
    campaign = make_campaign()

    assert roles_of(campaign, LEADER) == frozenset(Role)
    assert roles_of(campaign, CLERK) == {Role.REVIEWER}
    assert roles_of(campaign, UNIT) == frozenset()
    assert roles_of(make_campaign(members=()), CLERK) == frozenset(Role)


def test_stages_go_in_their_order() -> None:
    with pytest.raises(Refused, match="“台账”阶段还不能开始：“通知”没有完成。"):
        begin_stage(make_campaign(), Stage.LEDGER, make_actor())


def test_adjudication_begins_while_the_review_runs_and_ends_after_it() -> None:
    campaign, by = make_campaign(), make_actor()
    for stage in (Stage.NOTICE, Stage.LEDGER, Stage.DRAW, Stage.GROUPS):
        campaign = finish_stage(begin_stage(campaign, stage, by), stage, by, TODAY)
    campaign = begin_stage(campaign, Stage.REVIEW, by)
    campaign = begin_stage(campaign, Stage.ADJUDICATION, by)
    campaign = begin_stage(campaign, Stage.FEEDBACK, by)

    with pytest.raises(Refused, match="“合议”阶段还不能完成：“评查”没有完成。"):
        finish_stage(campaign, Stage.ADJUDICATION, by, TODAY)
    with pytest.raises(Refused, match="“通报”阶段还不能开始"):
        begin_stage(campaign, Stage.BULLETIN, by)


def test_a_stage_with_open_work_is_not_done() -> None:
    campaign = begin_stage(make_campaign(), Stage.NOTICE, make_actor())

    with pytest.raises(Refused, match="“通知”阶段还不能完成：3 个单位没有签收。"):
        finish_stage(campaign, Stage.NOTICE, make_actor(), TODAY, ["3 个单位没有签收。"])


def test_stages_are_reopened_from_the_last_one_back() -> None:
    campaign, by = make_campaign(), make_actor()
    for stage in (Stage.NOTICE, Stage.LEDGER):
        campaign = finish_stage(begin_stage(campaign, stage, by), stage, by, TODAY)

    assert campaign.stage(Stage.LEDGER).done == TODAY
    with pytest.raises(Refused) as refused:
        reopen_stage(campaign, Stage.NOTICE, by, "补发附件")
    campaign = reopen_stage(campaign, Stage.LEDGER, by, "补报台账")

    assert refused.value.remedy == "请先重新打开“台账”阶段。"
    assert campaign.stage(Stage.LEDGER).state is StageState.RUNNING
    assert campaign.stage(Stage.LEDGER).done is None
    assert [one.action for one in campaign.stage(Stage.LEDGER).history] == [
        "开始",
        "完成",
        "重新打开",
    ]


def test_the_deadlines_of_stages_that_are_not_done_are_told() -> None:
    stages = (
        StageDates(Stage.NOTICE, date(2026, 3, 1), TODAY, StageState.DONE),
        StageDates(Stage.LEDGER, date(2026, 3, 1)),
        StageDates(Stage.DRAW, TODAY, state=StageState.RUNNING),
        StageDates(Stage.GROUPS),
    )

    assert stage_timings(make_campaign(stages=stages), TODAY) == {
        Stage.LEDGER: Timing.OVERDUE,
        Stage.DRAW: Timing.TODAY,
        Stage.GROUPS: Timing.UNKNOWN,
    }


def make_progress(state: CaseState) -> CaseProgress:
    return CaseProgress(UUID_OF_PROGRESS, CAMPAIGN, UNIT, state)


UUID_OF_PROGRESS = progress_of(CAMPAIGN, UNIT).id


@pytest.mark.parametrize(
    ("state", "action", "facts", "why"),
    [
        (CaseState.WAITING, states.START, CaseFacts(), "还没有分配评查人"),
        (CaseState.REVIEWING, states.COMPLETE, CaseFacts(2, 1), "应评 2 份，评完 1 份"),
        (CaseState.TO_SIGN, states.SIGN, CaseFacts(2, 2, 1), "应签 2 份，已签 1 份"),
        (CaseState.TO_SIGN, states.SIGN, CaseFacts(2, 2, 2, True), "两份评查结果差异较大"),
        (CaseState.TO_SIGN, states.SEND_BACK, CaseFacts(1, 1, 1), "已有 1 份签定"),
        (CaseState.DISPUTED, states.ADJUDICATE, CaseFacts(2, 2, 2, True), "合议还没有结束"),
        (CaseState.DECIDED, states.APPEAL, CaseFacts(1, 1, 1), "没有针对本案卷的申辩"),
        (CaseState.DECIDED, states.FINALISE, CaseFacts(open_objections=1), "还有 1 件申辩"),
        (CaseState.APPEAL, states.DECIDE_APPEAL, CaseFacts(open_objections=1), "没有签定"),
    ],
)
def test_a_case_moves_on_only_when_its_facts_allow(
    state: CaseState, action: str, facts: CaseFacts, why: str
) -> None:
    with pytest.raises(Refused, match=why) as refused:
        move_case(make_progress(state), action, make_actor(), facts)

    assert refused.value.remedy


def test_a_missing_case_is_delivered_later_and_reviewed() -> None:
    case, by, facts = progress_of(CAMPAIGN, UNIT), make_actor(), CaseFacts(1, 1, 1)
    case = move_case(case, states.MISS, by, facts, "只有副卷")
    for action in (states.DELIVER, states.START, states.COMPLETE, states.SIGN, states.FINALISE):
        case = move_case(case, action, by, facts)

    assert case.state is CaseState.FINAL
    assert [one.after for one in case.history] == [
        "缺件", "未开始", "评查中", "待签", "已定", "终定",
    ]  # fmt: skip
