"""Deadlines (时限): a step within so many days of another, or not before so many have passed.

Every admissible reading is computed, one for each pair of dates that the file gives; all in
breach is a problem, none is ok, anything else cannot be told and says where they differ.  Before
a rule's `valid_from`, by the day of the step it judges, older law applies that is not included.

`counting` says what the days are: working (工作日), calendar (moved off a day off at the end),
plain (not moved) or months.  `verdict` is what a breach is: a threshold of the house is a hint.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from reviewer.checking import parameters
from reviewer.checking.families.conditions import CONDITIONS, EXCUSES
from reviewer.checking.inquiry import Inquiry, Moment
from reviewer.checking.judging import Judged, all_readings
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.periods import End, days_after, end_of, months_after
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import joined
from reviewer.model import Finding, Procedure, RuleInfo, Verdict
from reviewer.reckoning.workdays import NoCalendar, count_workdays

Breaks = Callable[[End, date], bool | None]
Judge = Callable[[Inquiry, RuleInfo, Breaks, date, date], Judged]


@FAMILIES.add("deadlines.within")
def within(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a problem when the step `to` comes after the last of `days` days from `from`."""
    return _deadline(inquiry, rule, _is_late)


@FAMILIES.add("deadlines.not_before")
def not_before(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a problem when the step `to` comes before `days` days from `from` have passed."""
    return _deadline(inquiry, rule, _is_early)


@FAMILIES.add("deadlines.apart")
def apart(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report fewer than `days` working days between two steps; exactly as many is a hint."""
    return _deadline(inquiry, rule, _is_early, _judge_apart)


def _is_late(end: End, day: date) -> bool | None:
    held = end.holds(day)
    return None if held is None else not held


def _is_early(end: End, day: date) -> bool | None:
    return end.holds(day)


def _deadline(
    inquiry: Inquiry, rule: RuleInfo, breaks: Breaks, judge: Judge | None = None
) -> Finding:
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不适用该项时限")
    for name in parameters.texts(rule, "conditions"):
        if finding := CONDITIONS[name](inquiry, rule):
            return finding
    start = _moment(inquiry, rule, "from")
    stop = _moment(inquiry, rule, "to")
    places = (*start.places, *stop.places)
    if unknown := joined([inquiry.why_unknown(moment) for moment in (start, stop)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，无法判断", places)
    judged = [
        (judge or _judge)(inquiry, rule, breaks, one.day, other.day)
        for one, other in product(start.days, stop.days)
    ]
    subject = inquiry.subject_of_step(stop)
    finding = all_readings(rule, judged, places, subject)
    if finding.verdict is not Verdict.PROBLEM:
        return finding
    return _excused(inquiry, rule, start, stop) or finding


def _moment(inquiry: Inquiry, rule: RuleInfo, name: str) -> Moment:
    """Return the step that the parameter `name` names; of several days the first if so asked."""
    moment = inquiry.moment(parameters.text(rule, name))
    if name in parameters.texts(rule, "earliest"):
        return replace(moment, days=moment.days[:1])
    return moment


def _judge_apart(
    inquiry: Inquiry, rule: RuleInfo, _breaks: Breaks, start: date, day: date
) -> Judged:
    dates = parameters.text(rule, "says").format(start=start, end=day)
    since = rule.valid_from
    if since and day < since:
        return Judged(Verdict.CANNOT_TELL, f"{dates}；{since} 以前的步骤{OLD_LAW}")
    least, cite = parameters.number(rule, "days"), f"（{parameters.text(rule, 'cite')}）"
    try:
        between = count_workdays(inquiry.calendar, start, day)
    except NoCalendar as error:
        # Not even all days together make it, whatever that year's holidays will be.
        if (day - start).days >= least:
            why = f"缺少 {error.year} 年工作日历，无法判断"
            return Judged(Verdict.CANNOT_TELL, f"{dates}；{why}")
        between = max(0, (day - start).days)
    told = f"{dates}，其间 {between} 个工作日"
    if between > least:
        return Judged(Verdict.OK, f"{told}{cite}")
    if between == least:
        message = parameters.text(rule, "at_limit")
        return Judged(Verdict.HINT, f"{told}，{message}{cite}")
    return Judged(Verdict.PROBLEM, f"{told}，{parameters.text(rule, 'broken')}{cite}")


def _judge(inquiry: Inquiry, rule: RuleInfo, breaks: Breaks, start: date, day: date) -> Judged:
    dates = parameters.text(rule, "says").format(start=start, end=day)
    since = rule.valid_from
    if since and day < since:
        return Judged(Verdict.CANNOT_TELL, f"{dates}；{since} 以前的步骤{OLD_LAW}")
    if day < start and rule.parameters.get("reversed") == "other_rule":
        return Judged(Verdict.NOT_APPLICABLE, f"{dates}，先后由时序规则核对")
    working = parameters.text(rule, "counting") == "working"
    end = _end(inquiry, rule, start)
    broken = breaks(end, day)
    if broken is None:
        why = f"缺少 {end.missing_year} 年工作日历，无法判断"
        return Judged(Verdict.CANNOT_TELL, f"{dates}；{why}")
    due = parameters.text(rule, "due").format(limit=end.first) if not end.missing_year else ""
    cite = f"（{parameters.text(rule, 'cite')}）"
    if not broken:
        return Judged(Verdict.OK, f"{_with_commas(dates, due)}{cite}")
    if since and start < since:
        return Judged(Verdict.CANNOT_TELL, f"{dates}；起算日在 {since} 以前，{OLD_LAW}，无法判断")
    by = _overdue(inquiry, end, day, working=working) if breaks is _is_late else ""
    said = _warned(rule, start, day) or parameters.text(rule, "broken").format(by=by).strip()
    breach = Verdict(parameters.text(rule, "verdict", Verdict.PROBLEM.value))
    return Judged(breach, f"{_with_commas(dates, due, said)}{cite}")


def _warned(rule: RuleInfo, start: date, day: date) -> str:
    """Return what is said beyond the second threshold of a rule that has one, else nothing."""
    if "warn_days" not in rule.parameters:
        return ""
    days = parameters.number(rule, "warn_days")
    late = day > start + timedelta(days=days)
    return parameters.text(rule, "warned").format(days=days) if late else ""


def _end(inquiry: Inquiry, rule: RuleInfo, start: date) -> End:
    """Return the last day of the rule's period."""
    counting, count = parameters.text(rule, "counting"), parameters.number(rule, "days")
    if counting == "months":
        # A step on the day itself comes after the months: the period's last day is before it.
        last = months_after(start, count) - timedelta(days=1)
        return End(last, last)
    if counting == "plain":
        last = start + timedelta(days=count)
        return End(last, last)
    return end_of(inquiry.calendar, start, count, working=counting == "working")


def _with_commas(*parts: str) -> str:
    return "，".join(part for part in parts if part)


def _overdue(inquiry: Inquiry, end: End, day: date, *, working: bool) -> str:
    if end.missing_year:
        return ""
    return days_after(inquiry.calendar, end.first, day, working=working)


def _excused(inquiry: Inquiry, rule: RuleInfo, start: Moment, stop: Moment) -> Finding | None:
    for name in parameters.texts(rule, "excuses"):
        if finding := EXCUSES[name](inquiry, rule, start, stop):
            return finding
    return None
