"""How far cases, units and reviewers are, as the page 活动 counts them."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from reviewer.model.casework import CaseState
from reviewer.model.draws import Duty
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.board_cases import BoardFilter, CasesView
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    TERMS,
    Desktop,
    assigned_desk,
    drawn_desk,
    fails,
)

TODAY = date(2026, 3, 16)


@pytest.fixture
def desk(workspace: Workspace, tmp_path: Path) -> Desktop:
    return assigned_desk(workspace, tmp_path)


def seen(desk: Desktop, today: date = TODAY) -> CasesView:
    return desk.workspace.campaigns.boards.cases(desk.id, today)


def test_nothing_is_reviewed_yet(desk: Desktop) -> None:
    desk.sit(LEADER)
    view = seen(desk)

    assert {(one.state, one.marked, one.score) for one in view.cases} == {
        (CaseState.WAITING, 0, "")
    }
    assert sum(one.whole for one in view.units) == 3
    assert sum(one.whole for one in view.reviewers) == 6
    assert view.late_sentence == ""


def test_a_settled_case_counts_for_its_unit_with_its_score(desk: Desktop) -> None:
    case = desk.cases[0]
    for duty in (Duty.FIRST, Duty.SECOND):
        desk.reviewed(case, duty)
    desk.sit(LEADER)

    view = seen(desk)
    [settled] = view.of(BoardFilter.SETTLED)

    assert (settled.case, settled.marked, settled.score) == (case, settled.items, "100.0")
    bar = next(one for one in view.units if case in one.cases)
    assert (bar.done, bar.said) == (1, "100.0")
    assert sum(one.done for one in view.reviewers) == 2


def test_two_reviews_that_differ_stand_beside_each_other_for_the_leader_only(
    desk: Desktop,
) -> None:
    case = desk.cases[0]
    second = desk.given(case, Duty.SECOND).person
    desk.reviewed(case, Duty.FIRST, [fails(desk)])
    desk.reviewed(case, Duty.SECOND, hits=["V01"])

    desk.sit(LEADER)
    [line] = seen(desk).of(BoardFilter.DISPUTED)
    assert "｜" in line.score
    desk.sit(desk.state.campaign.member(second))
    [line] = seen(desk).of(BoardFilter.DISPUTED)
    if second != LEADER.person:
        assert line.score
        assert "｜" not in line.score
    assert line.mine


def test_the_term_runs_until_the_review_is_signed(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path, double_share=Decimal(0))
    terms = type(TERMS)(TERMS.on, due=TODAY, seconds=1.0)
    assigning = workspace.campaigns.assigning
    assigning.accept(desk.id, assigning.propose(desk.id, terms, Silent()), terms)
    desk.reviewed(desk.cases[0], Duty.FIRST)
    desk.sit(LEADER)

    assert seen(desk, TODAY).of(BoardFilter.LATE) == ()
    late = seen(desk, TODAY + timedelta(days=1))

    assert {one.case for one in late.of(BoardFilter.LATE)} == set(desk.cases[1:])
    assert "等 2 卷没有评完签定，已逾期 1 天" in late.late_sentence
    assert sum(one.late for one in late.reviewers) == 2


def test_blind_reviewers_see_no_units(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path, blind=True)
    assigning = workspace.campaigns.assigning
    assigning.accept(desk.id, assigning.propose(desk.id, TERMS, Silent()), TERMS)
    people = {one.person for one in desk.state.assignments if one.person != LEADER.person}
    desk.sit(desk.state.campaign.member(people.pop()))

    view = seen(desk)

    assert {one.unit for one in view.cases} == {"（盲评隐藏）"}
    assert view.units == ()
    desk.sit(LEADER)
    assert "（盲评隐藏）" not in {one.unit for one in seen(desk).cases}
