"""Transfer of suspected crimes (移送): approval within three days, transfer within a day.

行政执法机关移送涉嫌犯罪案件的规定 5.  It does not say whether the three days are working days.
"""

from datetime import datetime, timedelta
from itertools import product

from reviewer.checking.families.limits import judged_either, outside
from reviewer.checking.inquiry import Dated, Inquiry, day_of
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.model import Breach, Fact, Finding, RuleInfo, Verdict

_DAY = timedelta(hours=24)
_CITE = "（移送规定第五条）"


@FAMILIES.add("transferring.in_time")
def in_time(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a transfer that was approved, or sent, too late."""
    if other := outside(inquiry, rule):
        return other
    if not any(fact.value is True for fact in inquiry.facts("crime_transferred")):
        return not_applicable(rule, "没有涉嫌犯罪案件的移送")
    reported = inquiry.moment("transfer_reported")
    approved = inquiry.moment("transfer_approved")
    breaches: list[Breach] = []
    if reported.days and approved.days:
        for one, other_day in product(reported.days, approved.days):
            verdict, message = judged_either(inquiry, rule, one.day, other_day.day)
            subject = inquiry.subject_of_step(approved)
            breaches.append(Breach(subject, verdict, message, (one.place, other_day.place)))
    breaches += _sent(inquiry, approved.days)
    if not breaches:
        places = (*reported.places, *approved.places)
        message = "未识别到移送报告、批准和移送的日期，移送时限无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return conclude_each(rule, breaches)


def _sent(inquiry: Inquiry, approved: tuple[Dated, ...]) -> list[Breach]:
    exact = [
        _by_hours(inquiry, one, other)
        for one, other in product(
            _read(inquiry, "transfer_approved_at"), _read(inquiry, "transfer_sent_at")
        )
    ]
    if exact:
        return exact
    sent = _read(inquiry, "transfer_sent_on")
    return [_by_days(inquiry, one, other) for one, other in product(approved, sent)]


def _by_hours(inquiry: Inquiry, approved: Fact, sent: Fact) -> Breach:
    subject = inquiry.subject_of(sent.place, "DT50")
    places = (approved.place, sent.place)
    one, other = approved.value, sent.value
    if not isinstance(one, datetime) or not isinstance(other, datetime):
        return Breach(subject, Verdict.CANNOT_TELL, "移送时刻未识别，无法判断", places)
    told = f"{one:%Y-%m-%d %H:%M} 批准移送，{other:%Y-%m-%d %H:%M} 移送"
    if other - one > _DAY:
        return Breach(subject, Verdict.PROBLEM, f"{told}，超过二十四小时{_CITE}", places)
    return Breach(subject, Verdict.OK, f"{told}，未超过二十四小时{_CITE}", places)


def _by_days(inquiry: Inquiry, approved: Dated, sent: Fact) -> Breach:
    """Judge by dates alone: two days apart are more than 24 hours, one may be either."""
    subject = inquiry.subject_of(sent.place, "DT50")
    places = (approved.place, sent.place)
    day = day_of(sent) or approved.day
    told = f"{approved.day} 批准移送，{day} 移送"
    apart = (day - approved.day).days
    if apart > 1:
        return Breach(subject, Verdict.PROBLEM, f"{told}，超过二十四小时{_CITE}", places)
    if apart == 1:
        message = f"{told}，未写明时刻，是否超过二十四小时无法判断{_CITE}"
        return Breach(subject, Verdict.CANNOT_TELL, message, places)
    return Breach(subject, Verdict.OK, f"{told}{_CITE}", places)


def _read(inquiry: Inquiry, key: str) -> list[Fact]:
    return [fact for fact in inquiry.facts(key) if fact.is_read]
