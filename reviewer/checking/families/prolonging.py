"""Prolonging the time for a decision (办案期限延长): what an approval in the file excuses.

T04: approved within the 90 days, and 120 days in all; that number is of the rule's parameters,
because the provision behind it is not among the statute texts.  So where an approval itself gives
more, one reading holds and one does not, and nothing can be told.  An approval that came too late
excuses nothing (T03); by itself it is a hint (T04), like the number of days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product

from reviewer.checking import parameters
from reviewer.checking.inquiry import Dated, Inquiry, Moment
from reviewer.checking.judging import Judged, all_readings
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Fact, Finding, Place, Procedure, RuleInfo, Verdict

_FORM = "DT57"


def prolonged(inquiry: Inquiry, rule: RuleInfo, start: Moment, stop: Moment) -> Finding | None:
    """Excuse a decision within a prolongation that was approved before the time was over."""
    forms = inquiry.reading.of_type(_FORM)
    facts = inquiry.facts("prolonged_on", _FORM)
    if not forms and not facts:
        return None
    places: tuple[Place, ...] = (*start.places, *stop.places)
    approved = [fact for fact in facts if fact.is_read]
    if not approved:
        where = in_brackets(inquiry.places_of(_places(facts)) or inquiry.pages_of(*forms))
        message = f"已超过九十日；卷内有办案期限延长审批表{where}，批准日期识别不清，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, (*places, *_places(facts)))
    case = _Prolonged(inquiry, rule, start.days[0], stop.days[-1])
    for fact in approved:
        told = (
            f"{start.days[0].day} 立案，{fact.value} 批准延长办案期限，{stop.days[-1].day} 作出决定"
        )
        if case.covers(fact, case.granted):
            message = f"{told}，未超过延长后的期限"
            return conclude(rule, Verdict.OK, message, (*places, fact.place))
        if case.covers(fact, case.given):
            message = (
                f"{told}；审批表载明延长 {case.given} 日，"
                f"可否超过 {case.granted} 日未附原文，无法判断"
            )
            return conclude(rule, Verdict.CANNOT_TELL, message, (*places, fact.place))
    return None


@FAMILIES.add("prolonging.approved")
def approved_in_time(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Hint at a prolongation approved after the time was over, or of more days than known."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不适用办案期限")
    forms = inquiry.reading.of_type(_FORM)
    if not forms and not inquiry.facts("prolonged_on", _FORM):
        return not_applicable(rule, "卷内没有办案期限延长审批表")
    filed, approval = inquiry.moment("filing"), inquiry.moment("prolonged")
    places = (*filed.places, *approval.places)
    if unknown := joined([inquiry.why_unknown(one) for one in (filed, approval)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，延期批准是否及时无法判断", places)
    subject = inquiry.subject_of_step(approval)
    judged = [
        _judge(inquiry, rule, one, other.day) for one, other in product(filed.days, approval.days)
    ]
    return all_readings(rule, judged, places, subject)


def _judge(inquiry: Inquiry, rule: RuleInfo, filed: Dated, approval: date) -> Judged:
    told = f"{filed.day} 立案，{approval} 批准延长办案期限"
    if rule.valid_from and approval < rule.valid_from:
        return Judged(Verdict.CANNOT_TELL, f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}")
    days, most = parameters.number(rule, "days"), parameters.number(rule, "prolonged_days")
    end = end_of(inquiry.calendar, filed.day, days, working=False)
    held = end.holds(approval)
    if held is None:
        why = f"缺少 {end.missing_year} 年工作日历，无法判断"
        return Judged(Verdict.CANNOT_TELL, f"{told}；{why}")
    if not held:
        due = f"届满之日 {end.first}" if not end.missing_year else "届满"
        return Judged(Verdict.HINT, f"{told}，晚于九十日{due}，请核对（处罚法第六十条）")
    given = _Prolonged(inquiry, rule, filed, filed).given
    if given > most:
        message = f"{told}，延长 {given} 日，合计超过 {days + most} 日，请核对延长的依据"
        return Judged(Verdict.HINT, message)
    return Judged(Verdict.OK, f"{told} {given} 日，批准及时，合计不超过 {days + most} 日")


def granted_days(inquiry: Inquiry, rule: RuleInfo, start: Dated) -> int:
    """Return the days that a prolongation approved in time gave; 0 without one."""
    case = _Prolonged(inquiry, rule, start, start)
    facts = inquiry.facts("prolonged_on", _FORM)
    approved = any(fact.is_read and case.in_time(fact) for fact in facts)
    return max(case.granted, case.given) if approved else 0


@dataclass(frozen=True, slots=True)
class _Prolonged:
    inquiry: Inquiry
    rule: RuleInfo
    start: Dated
    stop: Dated

    @property
    def given(self) -> int:
        """Return the days that the form gives; what the rule allows when it names none."""
        days = [
            fact.value
            for fact in self.inquiry.facts("prolonged_days", _FORM)
            if fact.is_read and isinstance(fact.value, int) and fact.value > 0
        ]
        return min(days, default=parameters.number(self.rule, "prolonged_days"))

    @property
    def granted(self) -> int:
        """Return the days that hold under every reading."""
        return min(self.given, parameters.number(self.rule, "prolonged_days"))

    def in_time(self, approval: Fact) -> bool:
        """Return whether the approval was given before the ninety days were over."""
        return self._within(0, approval.value)

    def covers(self, approval: Fact, days: int) -> bool:
        """Return whether the approval was in time and the decision within `days` more."""
        return self.in_time(approval) and self._within(days, self.stop.day)

    def _within(self, more: int, day: object) -> bool:
        calendar, days = self.inquiry.calendar, parameters.number(self.rule, "days")
        end = end_of(calendar, self.start.day, days + more, working=False)
        return isinstance(day, type(end.last)) and end.holds(day) is not False


def _places(facts: Iterable[Fact]) -> tuple[Place, ...]:
    return tuple(fact.place for fact in facts)
