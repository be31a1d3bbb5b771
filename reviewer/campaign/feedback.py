"""Feedback (反馈意见) to a unit, its objections (申辩) and their review.

The term of an objection runs in working days from the day after receipt.  A late objection is
recorded and marked, never dropped; what becomes of it the leader decides with a reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from reviewer.campaign import states
from reviewer.campaign.dues import Deadline, Due, due, in_order, workday_deadline
from reviewer.campaign.machines import Actor
from reviewer.errors import Refused, UserError
from reviewer.model import Calendar
from reviewer.model.campaigns import Campaign
from reviewer.model.feedback import (
    Feedback,
    FeedbackState,
    ItemAnswer,
    Objection,
    ObjectionState,
    Transition,
)

ACCEPTED, PARTLY, REJECTED = "采纳", "部分采纳", "不采纳"
OUTCOMES = (ACCEPTED, PARTLY, REJECTED)
_OPEN = frozenset({ObjectionState.RECEIVED, ObjectionState.REVIEWING})
_RUNNING = frozenset({FeedbackState.SENT, FeedbackState.OBJECTED, FeedbackState.REVIEWING})


def draft(campaign: UUID, unit: UUID) -> Feedback:
    """Return the feedback to a unit, not sent.

    Its id follows from campaign and unit: two desktops that make it hold one record.
    """
    return Feedback(uuid5(campaign, f"feedback {unit}"), campaign, unit, FeedbackState.DRAFT)


def open_objections(feedback: Feedback) -> tuple[Objection, ...]:
    """Return the objections that are neither decided, turned away nor withdrawn."""
    return tuple(one for one in feedback.objections if one.state in _OPEN)


def objection_deadline(feedback: Feedback, campaign: Campaign, calendar: Calendar) -> Deadline:
    """Return the last day for objections; the one that a person set comes first."""
    if feedback.objection_until is not None:
        return Deadline(feedback.objection_until)
    return workday_deadline(calendar, feedback.received_on, campaign.objection_days, "签收日期")


def review_deadline(objection: Objection, campaign: Campaign, calendar: Calendar) -> Deadline:
    """Return the last day for deciding an objection."""
    days = campaign.objection_review_days
    return workday_deadline(calendar, objection.received_on, days, "申辩收到日期")


def send(feedback: Feedback, by: Actor, sent_on: date) -> Feedback:
    """Return the feedback as sent (送达)."""
    return replace(_step(feedback, states.SEND, by, sent_on.isoformat()), sent_on=sent_on)


def recall(feedback: Feedback, by: Actor, reason: str) -> Feedback:
    """Return the feedback taken back to be corrected; its dates are cleared."""
    after = _step(feedback, states.RECALL, by, reason)
    return replace(after, sent_on=None, received_on=None, objection_until=None)


def receive(
    feedback: Feedback, by: Actor, received_on: date, campaign: Campaign, calendar: Calendar
) -> Feedback:
    """Return the feedback with the day of receipt and the last day for objections.

    Objections that came before the day was known are judged by it.

    Raises:
        Refused, UserError: it was not sent, or the day is before it was.
    """
    after = _step(feedback, states.RECEIVE, by, received_on.isoformat())
    if feedback.sent_on and received_on < feedback.sent_on:
        raise UserError("签收日期早于送达日期。", "请核对送达日期和签收日期。")
    days = campaign.objection_days
    until = workday_deadline(calendar, received_on, days, "签收日期").until
    return _judged(replace(after, received_on=received_on, objection_until=until))


def set_limit(feedback: Feedback, by: Actor, until: date, reason: str) -> Feedback:
    """Return the feedback with a last day for objections that a person set."""
    note = f"{until.isoformat()}：{reason.strip()}" if reason.strip() else ""
    return _judged(replace(_step(feedback, states.SET_LIMIT, by, note), objection_until=until))


def add_objection(
    feedback: Feedback, objection: Objection, by: Actor, campaign: Campaign, calendar: Calendar
) -> Feedback:
    """Return the feedback with one more objection, marked when it came late.

    After 终定 it is recorded and changes nothing until the leader reopens the feedback.

    Raises:
        Refused, UserError: it names no item, says nothing, or came before the feedback was sent.
    """
    if not objection.items or not objection.text.strip():
        raise UserError("申辩没有写明针对的评查项或者理由。", "请选择评查项并填写申辩理由。")
    if any(one.id == objection.id for one in feedback.objections):
        raise UserError("这件申辩已经登记。", "请在申辩列表中查看。")
    if feedback.sent_on and objection.received_on < feedback.sent_on:
        raise UserError("申辩收到日期早于反馈意见送达日期。", "请核对收到日期。")
    judged = replace(objection, in_time=_in_time(feedback, objection))
    late = "，逾期" if judged.in_time is False else ""
    note = f"收到日期 {objection.received_on.isoformat()}{late}"
    after = _step(feedback, states.OBJECT, by, note)
    after = replace(after, objections=(*feedback.objections, judged))
    return with_decide_until(after, campaign, calendar)


def take_up(
    feedback: Feedback, objection_id: UUID, by: Actor, review: UUID | None = None, note: str = ""
) -> Feedback:
    """Return the feedback with the objection under review; `review` is that of 申辩复核.

    Raises:
        Refused: it is late and no reason is given, or the feedback is final.
    """
    objection = objection_of(feedback, objection_id)
    if feedback.state is FeedbackState.FINAL:
        raise Refused(
            "反馈意见已经终定，不能直接受理申辩。", f"请负责人先{states.REOPEN_FEEDBACK}。"
        )
    if objection.in_time is False and not note.strip():
        raise Refused("这件申辩逾期收到，受理需要写明理由。", "请填写受理理由，或者不予受理。")
    taken = _objection_step(objection, states.TAKE_UP, by, note)
    after = _with(feedback, replace(taken, review=review or objection.review))
    if feedback.state is FeedbackState.OBJECTED:
        after = _step(after, states.BEGIN_REVIEW, by)
    return after


def decide(
    feedback: Feedback,
    objection_id: UUID,
    by: Actor,
    outcome: str,
    reason: str,
    decided_on: date,
    answers: Sequence[ItemAnswer] = (),
) -> Feedback:
    """Return the feedback with the objection answered: 采纳, 部分采纳 or 不采纳.

    Raises:
        Refused, UserError: it is not under review, no reason (of it, or of one of `answers`), or
            no such outcome.
    """
    if outcome not in OUTCOMES:
        raise UserError("没有选择复核结论。", f"请选择{'、'.join(OUTCOMES)}之一。")
    objection = objection_of(feedback, objection_id)
    if silent := [one.item for one in answers if not one.reason.strip()]:
        raise UserError(f"{'、'.join(silent)} 没有填写复核理由。", "请逐项填写维持或者变更的理由。")
    note = f"{outcome}：{reason.strip()}" if reason.strip() else ""
    after = _objection_step(objection, states.ANSWER, by, note)
    told = tuple(replace(one, reason=one.reason.strip()) for one in answers)
    answered = replace(
        after, outcome=outcome, reason=reason.strip(), decided_on=decided_on, answers=told
    )
    return _with(feedback, answered)


def turn_away(
    feedback: Feedback, objection_id: UUID, by: Actor, reason: str, decided_on: date
) -> Feedback:
    """Return the feedback with a late objection not taken up.

    Raises:
        Refused: it came in time, or no reason is given.
    """
    objection = objection_of(feedback, objection_id)
    if objection.in_time:
        raise Refused("这件申辩在期限内收到，应当复核。", f"请{states.TAKE_UP}后作出复核决定。")
    after = _objection_step(objection, states.TURN_AWAY, by, reason)
    return _with(feedback, replace(after, reason=reason.strip(), decided_on=decided_on))


def withdraw(feedback: Feedback, objection_id: UUID, by: Actor, reason: str) -> Feedback:
    """Return the feedback with an objection that the unit took back."""
    objection = objection_of(feedback, objection_id)
    after = _objection_step(objection, states.WITHDRAW, by, reason)
    return _with(feedback, replace(after, reason=reason.strip()))


def complete_review(feedback: Feedback, by: Actor) -> Feedback:
    """Return the feedback with all objections answered.

    Raises:
        Refused: one is open.
    """
    after = _step(feedback, states.DECIDE, by)
    _refuse_open(feedback, states.DECIDE)
    return after


def consent(feedback: Feedback, by: Actor, note: str = "") -> Feedback:
    """Return the feedback as final because the unit has no objection (无异议)."""
    return _step(feedback, states.CONSENT, by, note)


def finalise(feedback: Feedback, by: Actor, today: date) -> Feedback:
    """Return the feedback as final: the term is over and nothing is open.

    Raises:
        Refused: an objection is open, the term runs, or its end is not known.
    """
    after = _step(feedback, states.FINALISE, by)
    _refuse_open(feedback, states.FINALISE)
    until = feedback.objection_until
    if until is None and feedback.state is FeedbackState.SENT:
        raise Refused(
            "申辩期限还不能确定，不能终定。",
            f"请{states.RECEIVE}，或者{states.SET_LIMIT}；单位书面表示无异议的，{states.CONSENT}。",
        )
    if until is not None and today <= until:
        raise Refused(
            f"申辩期限到 {until.isoformat()} 届满，现在不能终定。",
            f"请在期满后终定；单位书面表示无异议的，可以{states.CONSENT}。",
        )
    return after


def reopen(feedback: Feedback, by: Actor, reason: str) -> Feedback:
    """Return final feedback under review again, for an objection that came afterwards.

    Raises:
        Refused: there is no open objection.
    """
    after = _step(feedback, states.REOPEN_FEEDBACK, by, reason)
    if not open_objections(feedback):
        raise Refused("没有待处理的申辩，不需要重新复核。", f"请先{states.OBJECT}。")
    return replace(after, listed=False)


def with_decide_until(feedback: Feedback, campaign: Campaign, calendar: Calendar) -> Feedback:
    """Return the feedback with the earliest last day of its open objections."""
    days = [review_deadline(one, campaign, calendar).until for one in open_objections(feedback)]
    known = [day for day in days if day is not None]
    return replace(feedback, decide_until=min(known, default=None))


def objection_of(feedback: Feedback, objection_id: UUID) -> Objection:
    """Return the objection; raises KeyError when the feedback has none of this id."""
    for one in feedback.objections:
        if one.id == objection_id:
            return one
    raise KeyError(objection_id)


def items_under_review(feedbacks: Iterable[Feedback], case: UUID) -> tuple[str, ...]:
    """Return the items and vetoes of a case that objections under review name, each once."""
    named = (
        item
        for feedback in feedbacks
        for one in feedback.objections
        if one.case == case and one.state is ObjectionState.REVIEWING
        for item in one.items
    )
    return tuple(dict.fromkeys(named))


def feedback_dues(
    feedbacks: Iterable[Feedback], campaign: Campaign, calendar: Calendar, today: date
) -> tuple[Due, ...]:
    """Return what has to be done about the feedback: receipts, ends of terms, reviews."""
    found: list[Due] = []
    for one in feedbacks:
        found += _dues_of_sent(one, campaign, calendar, today)
        for objection in open_objections(one):
            limit = review_deadline(objection, campaign, calendar)
            found.append(due(one.id, one.unit, "申辩复核", limit.until, today, limit.why))
    return in_order(found)


def _dues_of_sent(
    feedback: Feedback, campaign: Campaign, calendar: Calendar, today: date
) -> list[Due]:
    if feedback.state is not FeedbackState.SENT:
        return []
    if feedback.received_on is None and feedback.objection_until is None:
        note = "没有登记签收日期，不能推算申辩期限。"
        return [due(feedback.id, feedback.unit, states.RECEIVE, None, today, note)]
    limit = objection_deadline(feedback, campaign, calendar)
    return [due(feedback.id, feedback.unit, "申辩期满", limit.until, today, limit.why)]


def _judged(feedback: Feedback) -> Feedback:
    objections = (replace(one, in_time=_in_time(feedback, one)) for one in feedback.objections)
    return replace(feedback, objections=tuple(objections))


def _in_time(feedback: Feedback, objection: Objection) -> bool | None:
    until = feedback.objection_until
    return None if until is None else objection.received_on <= until


def _refuse_open(feedback: Feedback, action: str) -> None:
    if left := len(open_objections(feedback)):
        raise Refused(
            f"还有 {left} 件申辩没有办结，不能{action}。", "请逐件作出复核决定，或者登记撤回。"
        )


def _step(feedback: Feedback, action: str, by: Actor, note: str = "") -> Feedback:
    state, told = states.FEEDBACK.take(feedback.state, action, by, note)
    return replace(feedback, state=state, history=(*feedback.history, told))


def _objection_step(objection: Objection, action: str, by: Actor, note: str) -> Objection:
    state, told = states.OBJECTIONS.take(objection.state, action, by, note)
    history: tuple[Transition, ...] = (*objection.history, told)
    return replace(objection, state=state, history=history)


def _with(feedback: Feedback, objection: Objection) -> Feedback:
    objections = (objection if one.id == objection.id else one for one in feedback.objections)
    return replace(feedback, objections=tuple(objections))
