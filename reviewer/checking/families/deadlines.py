"""Deadlines (时限): a step within so many days of another, or not before so many have passed.

Every admissible reading is computed, one for each pair of dates that the file gives; all in
breach is a problem, none is ok, anything else cannot be told and says where they differ.  Before
a rule's `valid_from`, by the day of the step it judges, older law applies that is not included.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product

from reviewer.checking import parameters
from reviewer.checking.families.conditions import CONDITIONS, EXCUSES
from reviewer.checking.inquiry import Inquiry, Moment
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.periods import End, days_after, end_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import joined
from reviewer.model import Finding, Place, Procedure, RuleInfo, Verdict

Breaks = Callable[[End, date], bool | None]


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: Verdict
    message: str


@FAMILIES.add("deadlines.within")
def within(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a problem when the step `to` comes after the last of `days` days from `from`."""
    return _deadline(inquiry, rule, _is_late)


@FAMILIES.add("deadlines.not_before")
def not_before(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a problem when the step `to` comes before `days` days from `from` have passed."""
    return _deadline(inquiry, rule, _is_early)


def _is_late(end: End, day: date) -> bool | None:
    held = end.holds(day)
    return None if held is None else not held


def _is_early(end: End, day: date) -> bool | None:
    return end.holds(day)


def _deadline(inquiry: Inquiry, rule: RuleInfo, breaks: Breaks) -> Finding:
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不适用该项时限")
    for name in parameters.texts(rule, "conditions"):
        if finding := CONDITIONS[name](inquiry, rule):
            return finding
    start = inquiry.moment(parameters.text(rule, "from"))
    stop = inquiry.moment(parameters.text(rule, "to"))
    places = (*start.places, *stop.places)
    if unknown := joined([inquiry.why_unknown(moment) for moment in (start, stop)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，无法判断", places)
    judged = [
        _judge(inquiry, rule, breaks, one.day, other.day)
        for one, other in product(start.days, stop.days)
    ]
    subject = inquiry.subject_of_step(stop)
    finding = _all_readings(rule, judged, places, subject)
    if finding.verdict is not Verdict.PROBLEM:
        return finding
    return _excused(inquiry, rule, start, stop) or finding


def _judge(inquiry: Inquiry, rule: RuleInfo, breaks: Breaks, start: date, day: date) -> _Judged:
    dates = parameters.text(rule, "says").format(start=start, end=day)
    since = rule.valid_from
    if since and day < since:
        return _Judged(Verdict.CANNOT_TELL, f"{dates}；{since} 以前的步骤{OLD_LAW}")
    working = parameters.text(rule, "counting") == "working"
    end = end_of(inquiry.calendar, start, parameters.number(rule, "days"), working=working)
    broken = breaks(end, day)
    if broken is None:
        why = f"缺少 {end.missing_year} 年工作日历，无法判断"
        return _Judged(Verdict.CANNOT_TELL, f"{dates}；{why}")
    due = parameters.text(rule, "due").format(limit=end.first) if not end.missing_year else ""
    cite = f"（{parameters.text(rule, 'cite')}）"
    if not broken:
        return _Judged(Verdict.OK, f"{_with_commas(dates, due)}{cite}")
    if since and start < since:
        return _Judged(Verdict.CANNOT_TELL, f"{dates}；起算日在 {since} 以前，{OLD_LAW}，无法判断")
    by = _overdue(inquiry, end, day, working=working) if breaks is _is_late else ""
    said = parameters.text(rule, "broken").format(by=by).strip()
    return _Judged(Verdict.PROBLEM, f"{_with_commas(dates, due, said)}{cite}")


def _with_commas(*parts: str) -> str:
    return "，".join(part for part in parts if part)


def _overdue(inquiry: Inquiry, end: End, day: date, *, working: bool) -> str:
    if end.missing_year:
        return ""
    return days_after(inquiry.calendar, end.first, day, working=working)


def _all_readings(
    rule: RuleInfo, judged: list[_Judged], places: Iterable[Place], subject: str
) -> Finding:
    verdicts = {one.verdict for one in judged}
    message = joined([one.message for one in judged])
    if len(verdicts) == 1:
        return conclude(rule, verdicts.pop(), message, places, subject=subject)
    return conclude(rule, Verdict.CANNOT_TELL, f"识别到不止一个日期，结论不一：{message}", places)


def _excused(inquiry: Inquiry, rule: RuleInfo, start: Moment, stop: Moment) -> Finding | None:
    for name in parameters.texts(rule, "excuses"):
        if finding := EXCUSES[name](inquiry, rule, start, stop):
            return finding
    return None
