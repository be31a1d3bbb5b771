"""The assignment from the proposal to changes by hand."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import Conflict
from reviewer.model.casework import CaseState
from reviewer.model.draws import Duty
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    LOCAL,
    MEMBERS,
    ON,
    QIAN,
    SUN,
    TERMS,
    assigned_desk,
    by_hand,
    drawn_desk,
)
from tests.workspace.campaigns.desk_builders import UNITS, with_ledger


def _conflict(person: UUID, **changes: object) -> Conflict:
    made = Conflict(UUID(int=77), person, "近亲属在该单位任职", ON, unit=UNITS[1].id)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_proposal_is_kept_only_when_accepted(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    assigning = workspace.campaigns.assigning

    proposal = assigning.propose(desk.id, TERMS, Silent())
    assert desk.state.assignments == ()
    state = assigning.accept(desk.id, proposal, TERMS)

    assert len(state.assignments) == 6
    assert {one.case for one in state.progress} == set(desk.cases)
    assert {one.state for one in state.progress} == {CaseState.WAITING}
    assert all(
        state.row(one.case).unit != UNITS[0].id
        for one in state.assignments
        if one.person == LOCAL.person
    )


def test_nothing_is_proposed_before_the_draw(workspace: Workspace, tmp_path: Path) -> None:

    state = with_ledger(workspace, tmp_path)

    with pytest.raises(Refused, match="还没有抽取"):
        workspace.campaigns.assigning.propose(state.campaign.id, TERMS, Silent())


def test_a_proposal_from_before_a_conflict_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    assigning = workspace.campaigns.assigning
    proposal = assigning.propose(desk.id, TERMS, Silent())
    someone = proposal.assignments[0]
    assigning.declare(desk.id, _conflict(someone.person, unit=None, row=someone.case))

    with pytest.raises(Refused, match="分配方案已不能采用"):
        assigning.accept(desk.id, proposal, TERMS)

    assert desk.state.assignments == ()


def test_the_same_proposal_is_not_taken_twice(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    assigning = workspace.campaigns.assigning
    proposal = assigning.propose(desk.id, TERMS, Silent())
    assigning.accept(desk.id, proposal, TERMS)

    with pytest.raises(Refused, match="已另行分配"):
        assigning.accept(desk.id, proposal, TERMS)


def test_a_case_that_takes_the_place_of_another_is_proposed_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    desk = assigned_desk(workspace, tmp_path)
    assigning = workspace.campaigns.assigning
    old = desk.given(desk.cases[0], Duty.SECOND)
    assigning.change(desk.id, replace(old, withdrawn=True), "另有任务", TERMS)

    proposal = assigning.propose(desk.id, TERMS, Silent())

    assert [(one.case, one.duty) for one in proposal.assignments] == [(old.case, Duty.SECOND)]


def test_a_change_by_hand_is_kept_with_its_reason(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    old = desk.given(desk.cases[0], Duty.FIRST)
    second = desk.given(desk.cases[0], Duty.SECOND)
    other = next(
        one for one in (LEADER, QIAN, SUN) if one.person not in (old.person, second.person)
    )

    workspace.campaigns.assigning.change(desk.id, by_hand(old, other.person), "住院", TERMS)

    new = desk.given(desk.cases[0], Duty.FIRST)
    assert (new.person, new.manual) == (other.person, True)
    history = workspace.campaigns.records.history(new.id)
    assert history[-1].label.endswith("：住院")


def test_a_change_needs_a_reason_and_keeps_the_hard_rules(
    workspace: Workspace, tmp_path: Path
) -> None:
    desk = assigned_desk(workspace, tmp_path)
    own = next(case for case in desk.cases if desk.state.row(case).unit == UNITS[0].id)
    given = desk.given(own, Duty.FIRST)
    change = workspace.campaigns.assigning.change

    with pytest.raises(UserError, match="没有填写调整的理由"):
        change(desk.id, by_hand(given, QIAN.person), " ", TERMS)
    with pytest.raises(Refused, match="所在单位"):
        change(desk.id, by_hand(given, LOCAL.person), "换人", TERMS)


def test_only_leaders_assign(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    assigning = workspace.campaigns.assigning
    proposal = assigning.propose(desk.id, TERMS, Silent())
    desk.sit(QIAN)

    with pytest.raises(Refused, match="分配案卷由评查组组长或者评查活动负责人办理"):
        assigning.accept(desk.id, proposal, TERMS)


def test_a_conflict_shows_the_assignments_it_forbids(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    assigning = workspace.campaigns.assigning
    given = desk.given(desk.cases[0], Duty.FIRST)
    assert assigning.barred(desk.id, ON) == ()

    assigning.declare(desk.id, _conflict(given.person, unit=None, row=given.case))

    [(barred, why)] = assigning.barred(desk.id, ON)
    assert (barred.id, "近亲属" in why) == (given.id, True)
    desk.sit(LEADER)
    assigning.take_back(desk.id, UUID(int=77), "申报有误")
    assert assigning.barred(desk.id, ON) == ()


def test_a_conflict_says_of_whom_and_of_what(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    declare = workspace.campaigns.assigning.declare

    with pytest.raises(UserError, match="没有选定回避的对象"):
        declare(desk.id, _conflict(QIAN.person, unit=None))
    with pytest.raises(UserError, match="没有填写回避的事由"):
        declare(desk.id, _conflict(QIAN.person, reason=""))
    with pytest.raises(UserError, match="不是本次活动的评查人"):
        declare(desk.id, _conflict(UUID(int=5)))


def test_loads_are_counted_per_reviewer(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)

    loads = workspace.campaigns.assigning.loads(desk.id)

    assert [one.name for one in loads] == [one.name for one in MEMBERS]
    assert sum(one.cases for one in loads) == 6
