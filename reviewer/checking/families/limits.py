"""Limits in days of which the law does not say whether they are working days, or gives none.

Both countings are reckoned: what is late by working days is late by calendar days too and is a
problem; what is late by calendar days alone is what `differs` says.
"""

from dataclasses import replace
from datetime import date
from itertools import product

from reviewer.checking import parameters
from reviewer.checking.families.conditions import CONDITIONS
from reviewer.checking.families.deadlines import within
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Finding, Procedure, RuleInfo, Verdict


@FAMILIES.add("limits.either")
def either(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a step later than `days` days after another by both countings."""
    if other := outside(inquiry, rule):
        return other
    for name in parameters.texts(rule, "conditions"):
        if finding := CONDITIONS[name](inquiry, rule):
            return finding
    start = inquiry.moment(parameters.text(rule, "from"))
    stop = inquiry.moment(parameters.text(rule, "to"))
    places = (*start.places, *stop.places)
    if unknown := joined([inquiry.why_unknown(moment) for moment in (start, stop)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，无法判断", places)
    pairs = list(product(start.days, stop.days))
    judged = [judged_either(inquiry, rule, one.day, other.day) for one, other in pairs]
    verdicts = {verdict for verdict, _ in judged}
    message = joined([message for _, message in judged])
    if len(verdicts) > 1:
        message = f"识别到不止一个日期，结论不一：{message}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return conclude(rule, verdicts.pop(), message, places, subject=inquiry.subject_of_step(stop))


@FAMILIES.add("limits.house")
def house(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Give a hint where `deadlines.within` would report: the limit is no law but a habit."""
    finding = within(inquiry, rule)
    if finding.verdict is not Verdict.PROBLEM:
        return finding
    hints = tuple(replace(one, verdict=Verdict.HINT) for one in finding.breaches)
    return replace(finding, verdict=Verdict.HINT, breaches=hints)


def outside(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Return that the rule does not concern this procedure; None when it does."""
    if inquiry.procedure in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return None
    return not_applicable(rule, "本程序案卷不适用该项核查")


def judged_either(inquiry: Inquiry, rule: RuleInfo, start: date, day: date) -> tuple[Verdict, str]:
    """Return the verdict on one pair of dates, with its sentence."""
    days, cite = parameters.number(rule, "days"), in_brackets(parameters.text(rule, "cite"))
    told = parameters.text(rule, "says").format(start=start, end=day)
    if rule.valid_from and day < rule.valid_from:
        return Verdict.CANNOT_TELL, f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}"
    by_work = end_of(inquiry.calendar, start, days, working=True)
    by_days = end_of(inquiry.calendar, start, days, working=False)
    if by_days.holds(day):
        return Verdict.OK, f"{told}，未超过 {days} 日{cite}"
    if by_work.holds(day) is False:
        message = f"{told}，按工作日、自然日计算均超过 {days} 日{cite}"
        return Verdict.PROBLEM, message
    if by_work.holds(day) is None or by_days.holds(day) is None:
        year = by_work.missing_year or by_days.missing_year
        return Verdict.CANNOT_TELL, f"{told}；缺少 {year} 年工作日历，无法判断"
    differs = Verdict(parameters.text(rule, "differs", Verdict.CANNOT_TELL.value))
    message = (
        f"{told}，按自然日计算超过 {days} 日，按工作日计算未超过（截止 {by_work.first}），"
        f"法条未写明是否为工作日，请核对{cite}"
    )
    return differs, message
