"""Feedback to a unit: objection, its review with locked items, decision, final."""

from datetime import date

import pytest

from reviewer.campaign.feedback import ACCEPTED, REJECTED
from reviewer.errors import Refused, UserError
from reviewer.model import Choice
from reviewer.model.feedback import FeedbackState, ObjectionState
from reviewer.workspace.people import People
from tests.workspace.campaigns.builders import Desk
from tests.workspace.campaigns.results_builders import (
    CAMPAIGN,
    FIRST,
    SECOND,
    UNIT,
    Served,
    review,
    sent,
    served,
)

ID = CAMPAIGN.id
WHY = {"G1": "附件中已有", "G2": "附件中没有"}
IN_TIME, LATE = date(2026, 3, 9), date(2026, 3, 10)


def objected(made: Served, *items: str, on: date = IN_TIME) -> Served:
    made.objections.add(ID, FIRST, items or ("G1",), "送达回证已随卷补交", on)
    return made


def test_feedback_waits_until_every_case_of_the_unit_has_a_result(leader: Desk) -> None:
    made = served(leader)
    review(leader, FIRST)
    made.feedback.draft(ID)

    with pytest.raises(Refused, match="还有 1 卷没有评查结果"):
        made.feedback.send(ID, [UNIT], date(2026, 3, 2))

    review(leader, SECOND)
    (one,) = made.feedback.send(ID, [UNIT], date(2026, 3, 2)).feedback
    assert (one.state, one.sent_on) == (FeedbackState.SENT, date(2026, 3, 2))


def test_drafting_again_keeps_what_is_there(leader: Desk) -> None:
    made = sent(leader)

    assert made.feedback.draft(ID).feedback[0].state is FeedbackState.SENT


def test_the_term_runs_five_working_days_from_receipt(leader: Desk) -> None:
    made = sent(leader)

    assert made.records.load(ID).feedback[0].objection_until == IN_TIME
    (due,) = made.feedback.dues(ID, date(2026, 3, 11))
    assert (due.what, due.days_over) == ("申辩期满", 2)


@pytest.mark.parametrize(("on", "in_time"), [(IN_TIME, True), (LATE, False)])
def test_an_objection_is_judged_by_the_last_day(leader: Desk, on: date, in_time: bool) -> None:
    made = objected(sent(leader), on=on)

    assert made.records.load(ID).feedback[0].objections[0].in_time is in_time


def test_an_objection_to_an_unknown_item_is_refused(leader: Desk) -> None:
    made = sent(leader)

    with pytest.raises(Refused, match="不在本案卷同一份评查结果内"):
        objected(made, "Z9")
    with pytest.raises(UserError, match="没有写明"):
        made.objections.add(ID, FIRST, (), "不服", IN_TIME)


def test_only_the_named_item_is_open_in_the_review_of_an_objection(leader: Desk) -> None:
    made = objected(sent(leader))
    before = made.results.final(ID)
    objection = made.records.load(ID).feedback[0].objections[0]
    state = made.objections.take_up(ID, objection.id)
    appeal = state.feedback[0].objections[0].review
    assert appeal is not None
    view = leader.reviews.view(appeal)
    assert view.score.total == before[0].score.total

    with pytest.raises(Refused, match="G2 不在申辩范围内"):
        leader.reviews.choose(appeal, "G2", Choice.PENDING)
    with pytest.raises(Refused, match="不在申辩范围内"):
        leader.reviews.undo(appeal)
    assert leader.reviews.view(appeal).marks == view.marks

    leader.reviews.choose(appeal, "G1", Choice.CONFORMS)
    assert made.results.final(ID) == before


def test_an_accepted_objection_makes_its_review_the_final_one(leader: Desk) -> None:
    made = objected(sent(leader))
    objection = made.records.load(ID).feedback[0].objections[0]
    appeal = made.objections.take_up(ID, objection.id).feedback[0].objections[0].review
    assert appeal is not None
    with pytest.raises(Refused, match="没有签定"):
        made.objections.decide(ID, objection.id, ACCEPTED, "已补交", date(2026, 3, 12), WHY)
    leader.reviews.choose(appeal, "G1", Choice.CONFORMS)
    leader.reviews.sign(appeal)
    assert made.objections.suggested(ID, objection.id) == ACCEPTED

    with pytest.raises(UserError, match="G1 没有填写复核理由"):
        made.objections.decide(ID, objection.id, ACCEPTED, "已补交", date(2026, 3, 12), {"G1": " "})
    state = made.objections.decide(ID, objection.id, ACCEPTED, "已补交", date(2026, 3, 12), WHY)

    assert state.feedback[0].objections[0].state is ObjectionState.DECIDED
    assert next(one for one in made.results.final(ID) if one.case == FIRST).review == appeal
    final = made.feedback.finalise(ID, UNIT, date(2026, 3, 13))
    assert final.feedback[0].state is FeedbackState.FINAL
    assert made.feedback.dues(ID, date(2026, 4, 1)) == ()


def test_a_review_without_a_change_suggests_rejection(leader: Desk) -> None:
    made = objected(sent(leader))
    objection = made.records.load(ID).feedback[0].objections[0]
    appeal = made.objections.take_up(ID, objection.id).feedback[0].objections[0].review
    assert appeal is not None
    leader.reviews.sign(appeal)

    assert made.objections.suggested(ID, objection.id) == REJECTED


def test_a_withdrawn_objection_leaves_the_result_as_it_was(leader: Desk) -> None:
    made = objected(sent(leader))
    before = made.results.final(ID)
    objection = made.records.load(ID).feedback[0].objections[0]
    appeal = made.objections.take_up(ID, objection.id).feedback[0].objections[0].review
    assert appeal is not None
    leader.reviews.choose(appeal, "G1", Choice.CONFORMS)
    leader.reviews.sign(appeal)

    made.objections.withdraw(ID, objection.id, "单位来函撤回")

    assert made.results.final(ID) == before


def test_a_late_objection_is_taken_up_only_with_a_reason(leader: Desk) -> None:
    made = objected(sent(leader), on=LATE)
    objection = made.records.load(ID).feedback[0].objections[0]

    with pytest.raises(Refused, match="逾期"):
        made.objections.take_up(ID, objection.id)
    state = made.objections.turn_away(ID, objection.id, "逾期且无正当理由", LATE)

    assert state.feedback[0].objections[0].state is ObjectionState.REFUSED
    assert leader.reviews.for_case(FIRST)[-1].round.value == "初评"


def test_a_second_appeal_needs_another_reviewer(leader: Desk) -> None:
    made = objected(sent(leader))
    first = made.records.load(ID).feedback[0].objections[0]
    appeal = made.objections.take_up(ID, first.id).feedback[0].objections[0].review
    assert appeal is not None
    leader.reviews.sign(appeal)
    made.objections.decide(ID, first.id, REJECTED, "未补交", date(2026, 3, 12), WHY)
    second = objected(made, "G2").records.load(ID).feedback[0].objections[1]

    with pytest.raises(Refused, match="不能再次复核"):
        made.objections.take_up(ID, second.id)
    People(leader.store).register("孙工", "外聘")
    state = made.objections.take_up(ID, second.id)

    assert state.feedback[0].objections[1].review not in (None, appeal)


def test_consent_ends_the_feedback_at_once(leader: Desk) -> None:
    made = sent(leader)

    assert made.feedback.consent(ID, UNIT).feedback[0].state is FeedbackState.FINAL
