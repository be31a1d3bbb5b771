"""A proposal moves who must keep away now, says so, and moves nothing else."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from reviewer.campaign.assignment import Proposal
from reviewer.errors import Cancelled, Refused
from reviewer.model.campaigns import Conflict, LeftUnit
from reviewer.model.draws import Assignment, Duty
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import LEADER, ON, TERMS, Desktop, assigned_desk
from tests.workspace.campaigns.desk_builders import UNITS


@pytest.fixture
def desk(workspace: Workspace, tmp_path: Path) -> Desktop:
    found = assigned_desk(workspace, tmp_path)
    found.sit(LEADER)
    return found


def standing(desk: Desktop) -> dict[UUID, Assignment]:
    return {one.id: one for one in desk.state.assignments if not one.withdrawn}


def proposed(desk: Desktop) -> Proposal:
    return desk.workspace.campaigns.assigning.propose(desk.id, TERMS, Silent())


def declared(desk: Desktop, one: Assignment) -> Conflict:
    found = Conflict(uuid4(), one.person, "亲属承办", ON, row=one.case)
    desk.workspace.campaigns.assigning.declare(desk.id, found)
    return found


def test_without_a_new_conflict_nothing_is_moved(desk: Desktop) -> None:
    found = proposed(desk)

    assert (found.changes, found.moved) == ((), ())
    with pytest.raises(Refused, match="没有新的分配"):
        desk.workspace.campaigns.assigning.accept(desk.id, found, TERMS)


def test_a_declared_conflict_moves_its_reviewer_and_nothing_else(desk: Desktop) -> None:
    before = standing(desk)
    one = desk.given(desk.cases[0], Duty.FIRST)
    declared(desk, one)

    found = proposed(desk)
    assert [(each.assignment, "申报回避" in each.reason) for each in found.moved] == [(one, True)]
    assert "因须回避改派：交执罚〔2025〕1号（" in found.summary
    assert standing(desk) == before

    desk.workspace.campaigns.assigning.accept(desk.id, found, TERMS)

    after = standing(desk)
    assert before.keys() - after.keys() == {one.id}
    (new,) = (after[key] for key in after.keys() - before.keys())
    assert (new.case, new.duty) == (one.case, one.duty)
    assert new.person not in {each.person for each in before.values() if each.case == one.case}
    log = desk.workspace.campaigns.grouping.view(desk.id, ON).log
    assert "因须回避改派" in log[0].what
    assert desk.workspace.campaigns.assigning.barred(desk.id, ON) == ()


def test_a_former_unit_that_was_kept_later_moves_its_reviewer(desk: Desktop) -> None:
    state = desk.state
    one = next(
        one
        for one in standing(desk).values()
        if one.person != LEADER.person and state.row(one.case).unit == UNITS[1].id
    )
    members = tuple(
        replace(each, left=(LeftUnit(UNITS[1].id, ON.replace(year=2025)),))
        if each.person == one.person
        else each
        for each in state.campaign.members
    )
    desk.workspace.campaigns.setup.change(replace(state.campaign, members=members), state)

    moved = proposed(desk).moved

    assert {each.assignment.person for each in moved} == {one.person}
    assert {desk.state.row(each.assignment.case).unit for each in moved} == {UNITS[1].id}
    assert all("未满两年" in each.reason for each in moved)


def test_a_conflict_that_was_taken_back_meanwhile_needs_a_new_proposal(desk: Desktop) -> None:
    conflict = declared(desk, desk.given(desk.cases[0], Duty.FIRST))
    found = proposed(desk)
    desk.workspace.campaigns.assigning.take_back(desk.id, conflict.id, "申报有误")

    with pytest.raises(Refused, match="有变动"):
        desk.workspace.campaigns.assigning.accept(desk.id, found, TERMS)


def test_a_search_that_the_user_stops_ends(desk: Desktop) -> None:
    declared(desk, desk.given(desk.cases[0], Duty.FIRST))
    before = standing(desk)

    class Stopped:
        """Stops at the second report, when the search runs."""

        reports = 0

        def report(self, done: int, total: int, label: str) -> None:
            self.reports += 1
            if self.reports > 1:
                raise Cancelled

    stopped = Stopped()
    with pytest.raises(Cancelled):
        desk.workspace.campaigns.assigning.propose(desk.id, TERMS, stopped)

    assert stopped.reports == 2
    assert standing(desk) == before
