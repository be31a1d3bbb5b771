"""Campaigns that once could not go on, lost a result or said two things at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from reviewer.campaign import states
from reviewer.errors import Refused
from reviewer.model.campaigns import Conflict, Stage, StageState
from reviewer.model.casework import CaseState
from reviewer.model.draws import Assignment, Duty
from reviewer.model.feedback import FeedbackState
from reviewer.store import desktops
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.board import next_steps
from reviewer.workspace.campaigns.review_book import progress
from reviewer.workspace.campaigns.views import sampled
from tests.workspace.campaigns.assigned_builders import LEADER, QIAN, SUN, TERMS
from tests.workspace.campaigns.desk_builders import UNITS, book, case_row, taken
from tests.workspace.campaigns.walk_board import to_the_end
from tests.workspace.campaigns.walk_checks import Watch, agree
from tests.workspace.campaigns.walk_steps import Walk, small_desk


@pytest.fixture
def walked(workspace: Workspace, tmp_path: Path) -> Iterator["Walked"]:
    found = Walked(workspace, tmp_path)
    with desktops.telling(lambda: found.walk.now()):
        yield found


class Walked:
    """A campaign at some depth."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self._workspace, self._folder = workspace, folder
        self.walk: Walk = Walk.__new__(Walk)

    def to(self, depth: int) -> Walk:
        self.walk = Walk(small_desk(self._workspace, self._folder / "files", depth))
        return self.walk


def said(walk: Walk) -> str:
    return "；".join(one.sentence for one in next_steps(walk.state, walk.today))


def alone(walk: Walk) -> UUID:
    """Return a drawn case with one reviewer."""
    given = walk.given()
    doubled = {one.case for one in given if one.duty is Duty.SECOND}
    return next(one.case for one in given if one.case not in doubled)


def first(walk: Walk, case: UUID) -> Assignment:
    return next(one for one in walk.given() if (one.case, one.duty) == (case, Duty.FIRST))


def declare(walk: Walk, person: UUID, case: UUID) -> None:
    about = Conflict(uuid4(), person, "亲属承办", walk.today, row=case)
    walk.desk.workspace.campaigns.assigning.declare(walk.id, about)


def state_of(walk: Walk, case: UUID) -> CaseState:
    return progress(walk.state, case).state


def give(walk: Walk, one: Assignment, person: UUID) -> None:
    changed = replace(one, person=person)
    walk.desk.workspace.campaigns.assigning.change(walk.id, changed, "须回避", TERMS)


def test_a_campaign_without_any_problem_ends(walked: Walked) -> None:
    walk = walked.to(2)
    for one in walk.waiting():
        walk.review_one(one, 0)
    walk.draft()
    for at in range(len(UNITS)):
        walk.send(at)
        walk.feedback(at, 3)
    assert "2 个单位的结果已定，可以列出整改问题" in said(walk)

    walk.plan()
    walk.bulletin()

    assert said(walk) == ""
    assert walk.state.campaign.stage(Stage.RECTIFICATION).state is StageState.DONE


def test_the_problems_of_a_unit_that_is_final_later_are_asked_for(walked: Walked) -> None:
    walk = walked.to(4)
    walk.feedback(0, 3)
    walk.plan()
    assert "可以列出整改问题" not in said(walk)

    walk.feedback(1, 3)

    assert "1 个单位的结果已定，可以列出整改问题" in said(walk)


def test_who_must_keep_away_is_changed_even_after_signing(walked: Walked) -> None:
    walk = walked.to(3)
    case = alone(walk)
    one = first(walk, case)
    declare(walk, one.person, case)
    assert "1 卷的评查人须回避" in said(walk)

    other = QIAN if one.person == SUN.person else SUN
    give(walk, one, other.person)

    assert state_of(walk, case) is CaseState.REVIEWING
    assert case in walk.desk.workspace.campaigns.results.waiting(walk.id)
    agree(walk.desk, walk.state)
    walk.review_one(first(walk, case), 0)
    assert state_of(walk, case) is CaseState.DECIDED
    assert "须回避" not in said(walk)


def test_a_signed_review_of_who_may_review_stays(walked: Walked) -> None:
    walk = walked.to(3)
    one = first(walk, alone(walk))

    with pytest.raises(Refused, match="已签定"):
        give(walk, one, LEADER.person)


def test_a_case_that_is_to_be_reviewed_twice_after_all_goes_back(walked: Walked) -> None:
    walk = walked.to(3)
    case = alone(walk)
    walk.share(2)
    walk.assign()
    assert state_of(walk, case) is CaseState.REVIEWING
    agree(walk.desk, walk.state)

    for one in walk.waiting():
        walk.review_one(one, 1)

    agree(walk.desk, walk.state)
    assert state_of(walk, case) in (CaseState.DECIDED, CaseState.DISPUTED)


def test_a_case_whose_second_reviewer_is_taken_back_is_decided(walked: Walked) -> None:
    walk = walked.to(2)
    second = next(one for one in walk.given() if one.duty is Duty.SECOND)
    walk.review_one(first(walk, second.case), 0)
    assert state_of(walk, second.case) is CaseState.REVIEWING

    walk.desk.workspace.campaigns.assigning.withdraw(walk.id, [second.id], "不再双评")

    assert state_of(walk, second.case) is CaseState.DECIDED
    agree(walk.desk, walk.state)


TOLD: dict[str, tuple[Callable[[Walk], None], str]] = {
    "another draw": (lambda walk: walk.draw(2), "已经送达，不能重新抽取"),
    "another ledger": (Walk.anew, "已经送达，不能另建台账"),
    "another share": (lambda walk: walk.share(2), "已经送达，不能改变双评比例"),
    "another reviewer": (lambda walk: walk.change(0, 0), "已签定"),
    "another case": (lambda walk: walk.replace_case(0), "不能调换"),
}


@pytest.mark.parametrize("what", TOLD)
def test_what_was_told_to_a_unit_is_not_drawn_or_given_again(walked: Walked, what: str) -> None:
    walk = walked.to(4)
    deed, why = TOLD[what]

    with pytest.raises(Refused, match=why) as caught:
        deed(walk)

    assert caught.value.remedy
    agree(walk.desk, walk.state)


def test_a_row_that_was_corrected_in_a_new_ledger_is_told_as_it_is_there(
    walked: Walked, tmp_path: Path
) -> None:
    walk = walked.to(1)
    walk.anew()
    rows = [case_row(n, UNITS[n % 2].name) for n in range(1, 9)]
    for row in rows:
        row[5] = f"更正{row[5]}"
    taken(walk.desk.workspace, walk.state, book(tmp_path / "更正.xlsx", rows))
    walk.freeze()
    walk.draw(1)

    state = walk.state
    assert all(state.row(case).party.startswith("更正") for case in sampled(state))


def test_feedback_answered_before_its_receipt_was_kept_can_be_ended(walked: Walked) -> None:
    walk = walked.to(3)
    walk.draft()
    walk.send(0)
    unit = walk.state.feedback[0].unit
    case = next(i for i, c in enumerate(sampled(walk.state)) if walk.state.row(c).unit == unit)
    walk.object(case, 0)
    for step in (0, 1, 2):
        walk.answer(0, step)
    assert "申辩期满，可以终定" in said(walk)

    walk.feedback(0, 5)

    assert walk.state.feedback[0].state is FeedbackState.FINAL


def test_a_missing_case_is_told_and_a_dropped_one_not_waited_for(walked: Walked) -> None:
    walk = walked.to(2)
    walk.move(0, states.MISS)
    assert "1 卷登记缺件" in said(walk)
    walk.move(0, states.DROP)
    assert "缺件" not in said(walk)

    to_the_end(walk, Watch())


def test_one_review_alone_is_not_adjudicated(walked: Walked) -> None:
    walk = walked.to(3)
    at = sampled(walk.state).index(alone(walk))

    with pytest.raises(Refused, match="没有两份签定的评查表"):
        walk.move(at, states.DISPUTE)


def test_a_narrower_rule_of_disagreement_sends_cases_to_be_adjudicated(walked: Walked) -> None:
    walk = walked.to(2)
    second = next(one for one in walk.given() if one.duty is Duty.SECOND)
    setup = walk.desk.workspace.campaigns.setup
    wide = replace(walk.state.campaign.disagreement, score_gap=Decimal(90), item_share=Decimal(1))
    setup.change(replace(walk.state.campaign, disagreement=wide), walk.state)
    walk.review_one(first(walk, second.case), 0)
    walk.review_one(second, 2)
    before = state_of(walk, second.case)

    narrow = replace(wide, score_gap=Decimal("0.1"), item_share=Decimal("0.01"))
    setup.change(replace(walk.state.campaign, disagreement=narrow), walk.state)

    assert (before, state_of(walk, second.case)) == (CaseState.DECIDED, CaseState.DISPUTED)
    agree(walk.desk, walk.state)


def test_the_whole_way_is_led_by_the_board_alone(walked: Walked) -> None:
    walk = walked.to(0)
    to_the_end(walk, Watch())
    assert walk.today > walk.state.campaign.cases_to + timedelta(days=1)
