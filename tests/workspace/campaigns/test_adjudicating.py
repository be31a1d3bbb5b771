"""The adjudication of three cases: one differs in an item, one in a veto, one not at all."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.errors import Refused
from reviewer.model import Choice, Marks, Review
from reviewer.model.adjudications import Adjudication, Difference, ItemDecision, Side
from reviewer.model.casework import CaseState
from reviewer.model.draws import Duty
from reviewer.model.reviews import Round
from reviewer.store import marks as kept_marks
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    LOCAL,
    ON,
    QIAN,
    SUN,
    Desktop,
    assigned_desk,
    desk_id,
    fails,
)
from tests.workspace.campaigns.desk_builders import UNITS
from tests.workspace.campaigns.prepared import once

PRESENT = (LEADER.person, QIAN.person, SUN.person)


@pytest.fixture
def desk(workspace: Workspace, tmp_path: Path) -> Desktop:
    return _reviewed_desk(workspace, tmp_path)


@once(desk_id, Desktop)
def _reviewed_desk(workspace: Workspace, folder: Path) -> Desktop:
    """Return the campaign after the six reviews; they take a second of CPU."""
    made = assigned_desk(workspace, folder)
    item, veto = made.cases[0], made.cases[1]
    made.reviewed(item, Duty.FIRST)
    made.reviewed(item, Duty.SECOND, [fails(made), fails(made, 1, "0.5")])
    standard = workspace.reviews.view(_review(made, item, Round.FIRST).id).standard
    made.reviewed(veto, Duty.FIRST, hits=[standard.vetoes[0].id])
    made.reviewed(veto, Duty.SECOND)
    for duty in (Duty.FIRST, Duty.SECOND):
        made.reviewed(made.cases[2], duty)
    made.sit(LEADER)
    return made


def _review(desk: Desktop, case: UUID, round_: Round) -> Review:
    return next(one for one in desk.workspace.reviews.for_case(case) if one.round is round_)


def _marks(desk: Desktop, review: UUID) -> Marks:
    with desk.workspace.reviews._store.snapshot() as session:
        return kept_marks.marks_of(session, review)


def _met(desk: Desktop, case: UUID) -> Adjudication:
    adjudicating = desk.workspace.campaigns.adjudicating
    one = adjudicating.begin(desk.id, case, ON)
    return adjudicating.attend(desk.id, one.id, PRESENT)


def _state(desk: Desktop, case: UUID) -> CaseState:
    return next(one.state for one in desk.state.progress if one.case == case)


def test_vetoes_lead_the_queue_and_equal_reviews_are_not_in_it(desk: Desktop) -> None:
    adjudicating = desk.workspace.campaigns.adjudicating

    queue = adjudicating.queue(desk.id)

    assert [one.case for one in queue] == [desk.cases[1], desk.cases[0]]
    assert Difference.VETO in queue[0].grounds
    assert len(adjudicating.disputes(desk.id)) == 3


def test_a_decided_case_is_not_adjudicated(desk: Desktop) -> None:
    with pytest.raises(Refused, match="现为“已定”，不能合议"):
        desk.workspace.campaigns.adjudicating.begin(desk.id, desk.cases[2], ON)


def test_the_third_review_follows_the_decisions(desk: Desktop) -> None:
    adjudicating, case = desk.workspace.campaigns.adjudicating, desk.cases[0]
    originals = [_review(desk, case, one) for one in (Round.FIRST, Round.SECOND)]
    before = [_marks(desk, one.id) for one in originals]
    first, second = adjudicating.to_decide(desk.id, case)
    one = _met(desk, case)
    adjudicating.vote(desk.id, one.id, first, dict.fromkeys(PRESENT, Side.SECOND))
    adjudicating.decide(desk.id, one.id, ItemDecision(first, Side.SECOND, "证据充分"))
    adjudicating.decide(desk.id, one.id, ItemDecision(second, Side.FIRST, "不属扣分情形"))

    closed = adjudicating.close(desk.id, one.id)

    joint = _review(desk, case, Round.JOINT)
    written = _marks(desk, joint.id)
    assert (closed.review, joint.is_signed) == (joint.id, True)
    assert written.of(first).choice is Choice.FAILS
    assert written.of(first).occurrences[0].reason == before[1].of(first).occurrences[0].reason
    assert written.of(second).choice is Choice.CONFORMS
    assert [_marks(desk, one.id) for one in originals] == before
    assert [_review(desk, case, one.round) for one in originals] == originals
    assert [vote.side for vote in closed.decisions[0].votes] == [Side.SECOND] * 3
    assert _state(desk, case) is CaseState.DECIDED
    assert [one.case for one in adjudicating.queue(desk.id)] == [desk.cases[1]]
    assert desk.workspace.reviews.view(joint.id).undo == ""


def test_another_result_than_both_needs_the_mark(desk: Desktop) -> None:
    adjudicating, case = desk.workspace.campaigns.adjudicating, desk.cases[0]
    first, second = adjudicating.to_decide(desk.id, case)
    one = _met(desk, case)
    decision = ItemDecision(first, Side.OTHER, "酌情扣分")

    with pytest.raises(Refused, match="没有填写另定的结论"):
        adjudicating.decide(desk.id, one.id, decision)
    given = fails(desk, 0, "0.5")
    adjudicating.decide(desk.id, one.id, replace(decision, mark=given))
    adjudicating.decide(desk.id, one.id, ItemDecision(second, Side.FIRST, "不扣"))
    closed = adjudicating.close(desk.id, one.id)

    assert closed.review is not None
    [occurrence] = _marks(desk, closed.review).of(first).occurrences
    assert (str(occurrence.points), occurrence.id == given.occurrences[0].id) == ("0.5", False)


def test_too_few_present_decide_nothing(desk: Desktop) -> None:
    adjudicating, case = desk.workspace.campaigns.adjudicating, desk.cases[0]
    one = adjudicating.begin(desk.id, case, ON)
    adjudicating.attend(desk.id, one.id, PRESENT, [SUN.person])
    item = adjudicating.to_decide(desk.id, case)[0]

    with pytest.raises(Refused, match="到会不足，不能表决：还差 1 人") as told:
        adjudicating.decide(desk.id, one.id, ItemDecision(item, Side.FIRST, "同意"))
    with pytest.raises(Refused, match="到会不足"):
        adjudicating.close(desk.id, one.id)

    assert "不少于 3 人" in told.value.remedy
    assert all(found.round is not Round.JOINT for found in _all(desk, case))


def test_an_undecided_item_keeps_the_meeting_open(desk: Desktop) -> None:
    adjudicating, case = desk.workspace.campaigns.adjudicating, desk.cases[0]
    first, second = adjudicating.to_decide(desk.id, case)
    one = _met(desk, case)
    adjudicating.decide(desk.id, one.id, ItemDecision(first, Side.SECOND, "证据充分"))

    with pytest.raises(Refused, match=f"合议还不能结束：{second}没有决定"):
        adjudicating.close(desk.id, one.id)

    assert all(found.round is not Round.JOINT for found in _all(desk, case))
    assert _state(desk, case) is CaseState.DISPUTED


def test_who_must_stand_back_does_not_vote(desk: Desktop) -> None:
    adjudicating = desk.workspace.campaigns.adjudicating
    own = desk.cases[1]
    assert desk.state.row(own).unit == UNITS[0].id
    one = adjudicating.begin(desk.id, own, ON)

    with pytest.raises(Refused, match="沙工应当回避"):
        adjudicating.attend(desk.id, one.id, (*PRESENT, LOCAL.person))
    adjudicating.attend(desk.id, one.id, (*PRESENT, LOCAL.person), [LOCAL.person])
    item = adjudicating.to_decide(desk.id, own)[0]
    with pytest.raises(Refused, match="沙工没有到会或者已经回避"):
        adjudicating.vote(desk.id, one.id, item, {LOCAL.person: Side.FIRST})


def test_a_closed_adjudication_stays_as_it_is(desk: Desktop) -> None:
    adjudicating, case = desk.workspace.campaigns.adjudicating, desk.cases[1]
    one = _met(desk, case)
    [veto] = adjudicating.to_decide(desk.id, case)
    adjudicating.decide(desk.id, one.id, ItemDecision(veto, Side.SECOND, "不构成"))
    adjudicating.close(desk.id, one.id)

    with pytest.raises(Refused, match="合议已经结束"):
        adjudicating.decide(desk.id, one.id, ItemDecision(veto, Side.FIRST, "再议"))
    with pytest.raises(Refused, match="已经合议"):
        adjudicating.begin(desk.id, case, ON)


def test_only_the_leader_sees_how_severe_reviewers_are(desk: Desktop) -> None:
    adjudicating = desk.workspace.campaigns.adjudicating

    found = adjudicating.agreement(desk.id)

    [double] = found.double
    assert double.grades.cases == 3
    assert sum(one.cases for one in found.severity) == 6
    desk.sit(QIAN)
    with pytest.raises(Refused, match="一致性统计由评查活动负责人查看"):
        adjudicating.agreement(desk.id)


def _all(desk: Desktop, case: UUID) -> tuple[Review, ...]:
    return desk.workspace.reviews.for_case(case)
