"""The days of a case, in the order of the procedure, as they follow from its plan."""

from dataclasses import dataclass
from datetime import date, timedelta

from reviewer.model import Procedure
from reviewer.proof.days import deadline, is_workday, workday, workday_from
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Plan
from reviewer.proof.steps import Steps, make_steps


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of the case in the order of the procedure."""

    found: date
    acted: date
    """When the act was; the day of the inspection in most cases."""
    accepted: date
    approved: date
    inquiry: date
    correction_deadline: date
    recheck: date
    report: date
    reviewed: date | None
    notice: date
    notice_served: date
    waived: date | None
    pleaded: date | None
    pleading_reviewed: date | None
    hearing_asked: date | None
    hearing_notice: date | None
    hearing: date | None
    hearing_report: date | None
    prolonged: date | None
    discussed: date | None
    decision: date
    decision_served: date
    paid: date
    published: date
    closed: date
    copied: date
    archived: date


@dataclass(frozen=True, slots=True)
class _Hearing:
    asked: date | None = None
    noticed: date | None = None
    held: date | None = None
    reported: date | None = None


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """The days up to the service of the notice."""

    found: date
    accepted: date
    approved: date
    inquiry: date
    correction_deadline: date
    recheck: date
    settled: date
    """When the inquiry was done; the report of a faulty case is dated otherwise."""
    report: date
    notice: date
    notice_served: date


def make_dates(plan: Plan, correction_days: int) -> tuple[Dates, Steps]:
    """Return the days of the case, and those of its measures."""
    first = _inquiry(plan, correction_days)
    heard = _hearing(plan, first.notice_served)
    pleaded = workday(first.notice_served, 2) if Mark.PLEADS in plan.marks else None
    decision = _decision(plan, first, heard)
    steps = make_steps(plan, first.found, first.inquiry, first.correction_deadline, decision)
    recheck = first.recheck
    if steps.performing:
        recheck = workday(steps.performing.performed, 1)
    told = max(day for day in (first.notice_served, heard.reported, pleaded) if day)
    dates = Dates(
        found=first.found,
        acted=first.found - timedelta(days=plan.past_days),
        accepted=first.accepted,
        approved=first.approved,
        inquiry=first.inquiry,
        correction_deadline=first.correction_deadline,
        report=first.report,
        reviewed=_reviewed(plan, first.settled, heard, pleaded, decision),
        notice=first.notice,
        notice_served=first.notice_served,
        waived=first.notice_served if plan.waiver else None,
        pleaded=pleaded,
        pleading_reviewed=workday(pleaded, 1) if pleaded else None,
        hearing_asked=heard.asked,
        hearing_notice=heard.noticed,
        hearing=heard.held,
        hearing_report=heard.reported,
        prolonged=deadline(first.approved, 80) if plan.prolonged else None,
        discussed=_discussed(plan, told, decision),
        decision=decision,
        recheck=recheck,
        **_after_decision(plan, decision, recheck, steps),
    )
    return dates, steps


def _inquiry(plan: Plan, correction_days: int) -> _Inquiry:
    found = workday_from(plan.start)
    accepted = workday(found, plan.accept_wait)
    approved = workday(accepted, plan.approve_wait)
    inquiry = workday(approved, plan.inquiry_wait)
    corrected = deadline(inquiry, correction_days)
    recheck = workday(inquiry, 3) if Mark.EARLY_RECHECK in plan.marks else corrected
    settled = workday(inquiry, plan.report_wait)
    if plan.offence == "unfiled":  # punishable only after the recheck found nothing corrected
        settled = workday(recheck, 1)
    if plan.filing_after_report:
        approved = workday(settled, plan.filing_after_report)
    notice = workday(max(settled, approved), plan.notice_wait)
    late = plan.report_after_notice
    return _Inquiry(
        found=found,
        accepted=accepted,
        approved=approved,
        inquiry=inquiry,
        correction_deadline=corrected,
        recheck=recheck,
        settled=settled,
        report=workday(notice, late) if late else settled,
        notice=notice,
        notice_served=workday(notice, plan.notice_served_wait),
    )


def _decision(plan: Plan, first: _Inquiry, heard: _Hearing) -> date:
    if plan.procedure is Procedure.SUMMARY:
        return first.found
    if plan.decision_case_day is not None:
        return deadline(first.approved, plan.decision_case_day)
    return workday(heard.reported or first.notice_served, plan.decision_wait)


def _after_decision(plan: Plan, decision: date, recheck: date, steps: Steps) -> dict[str, date]:
    served = steps.served or workday(decision, plan.served_wait)
    if plan.procedure is Procedure.SUMMARY:
        served = decision
    last_day = deadline(served, 15)
    paid = last_day if plan.pay_on_last_day else min(workday(served, plan.pay_wait), last_day)
    if Mark.SPOT_MONEY in plan.marks:
        paid = decision
    published = workday(decision, plan.publish_wait)
    done = max((paid, published, recheck, served, *steps.ends()))
    closed = workday(done, plan.closing_wait)
    if Mark.EARLY_CLOSING in plan.marks:
        closed = workday(served, -1)
    archivable = closed if plan.archive_wait < 0 else max(closed, done)
    return {
        "decision_served": served,
        "paid": paid,
        "published": published,
        "closed": closed,
        "copied": workday(closed, plan.copy_wait),
        "archived": workday(archivable, plan.archive_wait),
    }


def _hearing(plan: Plan, served: date) -> _Hearing:
    if Mark.UNHEARD in plan.marks:
        return _Hearing(asked=workday(served, 2))
    if not plan.hearing:
        return _Hearing()
    asked = workday(served, 2)
    noticed = workday(asked, 2)
    # Nine working days are more than seven under every way of counting.
    held = workday(noticed, plan.hearing_lead)
    return _Hearing(asked, noticed, held, workday(held, 2))


def _reviewed(
    plan: Plan, report: date, heard: _Hearing, pleaded: date | None, decision: date
) -> date | None:
    if plan.review_after_decision:
        return workday(decision, plan.review_after_decision)
    if heard.held is not None:
        return workday(heard.held, -3 if Mark.REVIEW_FIRST in plan.marks else 1)
    if not plan.review:
        return None
    # A review after the notice, as after a pleading, is the day before the decision.
    return _day_before(decision) if pleaded else workday(report, 1)


def _discussed(plan: Plan, told: date, decision: date) -> date | None:
    if plan.discussion_after_decision:
        return workday(decision, plan.discussion_after_decision)
    if not plan.discussion:
        return None
    return max(_day_before(decision), min(told, decision))


def _day_before(day: date) -> date:
    day -= timedelta(days=1)
    while not is_workday(day):
        day -= timedelta(days=1)
    return day
