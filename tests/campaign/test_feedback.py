"""Feedback and objections: terms in working days, late objections, what is due."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from reviewer.campaign import feedback as fb
from reviewer.campaign.dues import Timing, workday_deadline
from reviewer.errors import Refused, UserError
from reviewer.model.feedback import Feedback, FeedbackState, Objection, ObjectionState
from tests.campaign.campaign_builders import CALENDAR, CAMPAIGN, UNIT, make_actor, make_campaign

BY = make_actor()
CAMP = make_campaign()
CASE = UUID(int=500)
SENT_ON = date(2026, 4, 1)


def make_feedback() -> Feedback:
    return fb.draft(CAMPAIGN, UNIT)


def make_objection(
    received_on: date, number: int = 1, items: tuple[str, ...] = ("C9",)
) -> Objection:
    return Objection(UUID(int=700 + number), CASE, items, "已补充见证人签名。", received_on, None)


def received(on: date = date(2026, 4, 2)) -> Feedback:
    return fb.receive(fb.send(make_feedback(), BY, SENT_ON), BY, on, CAMP, CALENDAR)


def objected(on: date, feedback: Feedback | None = None, number: int = 1) -> Feedback:
    one = make_objection(on, number)
    return fb.add_objection(feedback or received(), one, BY, CAMP, CALENDAR)


@pytest.mark.parametrize(
    ("start", "until"),
    [
        (date(2026, 3, 2), date(2026, 3, 9)),
        (date(2026, 3, 7), date(2026, 3, 13)),
        (date(2026, 4, 2), date(2026, 4, 10)),
        (date(2026, 4, 30), date(2026, 5, 11)),
        (date(2025, 12, 29), date(2026, 1, 5)),
    ],
    ids=["plain", "received on a Saturday", "清明", "劳动节 with a worked Saturday", "year border"],
)
def test_the_term_runs_from_the_day_after_receipt(start: date, until: date) -> None:
    assert workday_deadline(CALENDAR, start, 5, "签收日期").until == until


def test_without_calendar_or_receipt_there_is_a_reason_and_no_date() -> None:
    late = workday_deadline(CALENDAR, date(2026, 12, 30), 5, "签收日期")
    none = workday_deadline(CALENDAR, None, 5, "签收日期")

    assert (late.until, late.why) == (
        None,
        "缺少 2027 年的工作日历，不能推算期限，请导入后重试。",
    )
    assert (none.until, none.why) == (None, "没有登记签收日期，不能推算期限。")


@pytest.mark.parametrize(
    ("on", "in_time"),
    [(date(2026, 4, 9), True), (date(2026, 4, 10), True), (date(2026, 4, 11), False)],
    ids=["in time", "last day", "one day late"],
)
def test_an_objection_is_judged_by_the_last_day(on: date, in_time: bool) -> None:
    feedback = objected(on)

    assert feedback.state is FeedbackState.OBJECTED
    assert feedback.objections[0].in_time is in_time
    assert ("逾期" in feedback.history[-1].note) is not in_time


def test_an_objection_before_the_receipt_is_known_is_judged_when_it_is() -> None:
    sent = fb.send(make_feedback(), BY, SENT_ON)
    feedback = objected(date(2026, 4, 11), sent)

    assert feedback.objections[0].in_time is None
    assert fb.receive(feedback, BY, date(2026, 4, 2), CAMP, CALENDAR).objections[0].in_time is False


def test_a_late_objection_is_taken_up_with_a_reason_only() -> None:
    feedback = objected(date(2026, 4, 20))
    one = feedback.objections[0].id

    with pytest.raises(Refused, match="逾期收到，受理需要写明理由"):
        fb.take_up(feedback, one, BY)
    taken = fb.take_up(feedback, one, BY, note="邮寄延误，有邮戳")

    assert taken.state is FeedbackState.REVIEWING
    assert taken.objections[0].history[-1].note == "邮寄延误，有邮戳"


def test_an_objection_in_time_is_not_turned_away() -> None:
    feedback = objected(date(2026, 4, 10))

    with pytest.raises(Refused, match="在期限内收到"):
        fb.turn_away(feedback, feedback.objections[0].id, BY, "理由不足", date(2026, 4, 11))


def test_an_objection_is_reviewed_decided_and_the_feedback_final() -> None:
    feedback = objected(date(2026, 4, 9))
    one = feedback.objections[0].id
    feedback = fb.take_up(feedback, one, BY, review=UUID(int=9))
    assert fb.items_under_review([feedback], CASE) == ("C9",)

    with pytest.raises(Refused, match="还有 1 件申辩没有办结"):
        fb.complete_review(feedback, BY)
    feedback = fb.decide(feedback, one, BY, fb.ACCEPTED, "经核对有签名", date(2026, 4, 13))
    feedback = fb.finalise(fb.complete_review(feedback, BY), BY, date(2026, 4, 14))

    assert feedback.state is FeedbackState.FINAL
    assert feedback.objections[0].state is ObjectionState.DECIDED
    assert feedback.objections[0].outcome == "采纳"


@pytest.mark.parametrize(
    ("today", "allowed"),
    [(date(2026, 4, 10), False), (date(2026, 4, 11), True)],
    ids=["last day", "the day after"],
)
def test_feedback_is_final_after_the_term_only(today: date, allowed: bool) -> None:
    if allowed:
        assert fb.finalise(received(), BY, today).state is FeedbackState.FINAL
    else:
        with pytest.raises(Refused, match="申辩期限到 2026-04-10 届满"):
            fb.finalise(received(), BY, today)


def test_a_unit_without_objection_ends_the_term() -> None:
    assert fb.consent(received(), BY, "回函〔2026〕3号").state is FeedbackState.FINAL


def test_without_receipt_nothing_is_final_and_the_remedy_says_how() -> None:
    sent = fb.send(make_feedback(), BY, SENT_ON)

    with pytest.raises(Refused) as refused:
        fb.finalise(sent, BY, date(2026, 12, 1))

    assert refused.value.remedy == "请登记签收，或者填写期限；单位书面表示无异议的，登记无异议。"
    assert fb.finalise(
        fb.set_limit(sent, BY, date(2026, 4, 10), "送达回证遗失，按邮寄日推定"),
        BY,
        date(2026, 4, 11),
    )


def test_an_objection_after_the_end_is_recorded_and_waits_for_the_leader() -> None:
    final = fb.finalise(received(), BY, date(2026, 4, 11))
    feedback = objected(date(2026, 6, 1), final)
    one = feedback.objections[0]

    assert (feedback.state, one.in_time) == (FeedbackState.FINAL, False)
    with pytest.raises(Refused, match="已经终定"):
        fb.take_up(feedback, one.id, BY, note="复议")
    feedback = fb.reopen(feedback, BY, "上级机关交办")
    assert fb.take_up(feedback, one.id, BY, note="上级机关交办").state is FeedbackState.REVIEWING


def test_an_objection_may_be_withdrawn() -> None:
    feedback = objected(date(2026, 4, 9))
    feedback = fb.withdraw(feedback, feedback.objections[0].id, BY, "单位来函撤回")

    assert fb.complete_review(feedback, BY).state is FeedbackState.DECIDED


@pytest.mark.parametrize(
    ("break_it", "why"),
    [
        (lambda one: replace(one, items=()), "没有写明针对的评查项"),
        (lambda one: replace(one, text=" "), "没有写明针对的评查项或者理由"),
        (lambda one: replace(one, received_on=date(2026, 3, 31)), "早于反馈意见送达日期"),
    ],
    ids=["no item", "no reason", "before it was sent"],
)
def test_a_broken_objection_is_refused(
    break_it: Callable[[Objection], Objection], why: str
) -> None:
    with pytest.raises(UserError, match=why):
        fb.add_objection(received(), break_it(make_objection(date(2026, 4, 9))), BY, CAMP, CALENDAR)


def test_receipt_before_sending_is_refused() -> None:
    with pytest.raises(UserError, match="签收日期早于送达日期"):
        received(date(2026, 3, 31))


def test_what_is_due_comes_most_overdue_first() -> None:
    silent = fb.send(replace(make_feedback(), id=UUID(int=3)), BY, SENT_ON)
    waiting = replace(received(), id=UUID(int=4))
    reviewing = objected(date(2026, 4, 2))
    dues = fb.feedback_dues([silent, waiting, reviewing], CAMP, CALENDAR, date(2026, 4, 11))

    assert [(one.what, one.timing, one.days_over) for one in dues] == [
        ("申辩复核", Timing.OVERDUE, 1),
        ("申辩期满", Timing.OVERDUE, 1),
        ("登记签收", Timing.UNKNOWN, 0),
    ]
    assert fb.feedback_dues([waiting], CAMP, CALENDAR, date(2026, 4, 10))[0].timing is Timing.TODAY


def test_history_tells_every_step() -> None:
    feedback = objected(date(2026, 4, 9))

    assert [one.action for one in feedback.history] == ["送达", "登记签收", "登记申辩"]
    assert [one.before for one in feedback.history] == ["待送达", "已送达", "已送达"]
