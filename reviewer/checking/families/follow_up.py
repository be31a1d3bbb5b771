"""What follows an order or an overload: rechecks (E2) and the source of the goods (E4).

Only hints: a paper may tell it in words that no reader knows.
"""

import re

from reviewer.checking import parameters
from reviewer.checking.applied import is_overload
from reviewer.checking.families.limits import outside
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Finding, RuleInfo, Verdict

_RECHECK, _ORDER = "DT20", "DT19"
_PERSONS = "复查人员"
_WEIGHED = re.compile("称重|检测|复检|过磅|磅单")


@FAMILIES.add("follow_up.recheck_complete")
def recheck_complete(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look at a recheck that bears no day, or that names nobody who made it."""
    if other := outside(inquiry, rule):
        return other
    rechecks = inquiry.reading.of_type(_RECHECK)
    if not rechecks:
        return not_applicable(rule, "卷内没有整改复查记录")
    breaches = [
        Breach(
            f"{what}-{inquiry.subject(one)}",
            Verdict.HINT,
            f"《{one.title}》{in_brackets(inquiry.pages_of(one))}未识别到复查{what}，请核对",
            inquiry.shown_by(one),
        )
        for one in rechecks
        if not inquiry.is_weak(one)
        for what, told in (("时间", _dated(inquiry, one)), ("人员", _made_by(inquiry, one)))
        if not told
    ]
    if breaches:
        return conclude_each(rule, breaches)
    places = [place for one in rechecks for place in inquiry.shown_by(one)]
    return conclude(rule, Verdict.OK, "整改复查记录载明了时间和人员", places)


def _dated(inquiry: Inquiry, recheck: Document) -> bool:
    keys = ("recheck_date", "session", "document_date", "measured_on")
    return any(inquiry.reading.of_key(key, recheck.id) for key in keys)


def _made_by(inquiry: Inquiry, recheck: Document) -> bool:
    if _WEIGHED.search(recheck.title):
        return True  # a slip of the scale names nobody
    named = any(inquiry.reading.of_key(key, recheck.id) for key in ("officer", "recorder"))
    stated = inquiry.reading.of_key("stated", recheck.id)
    return named or any(fact.value == _PERSONS for fact in stated)


@FAMILIES.add("follow_up.not_corrected")
def not_corrected(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look where a recheck found nothing put right and nothing followed.

    Parameter `steps` names the documents that follow such a recheck; a decision of a later day
    follows it too.
    """
    if other := outside(inquiry, rule):
        return other
    refused = [fact for fact in inquiry.facts("refused_told", _RECHECK) if fact.is_read]
    if not refused:
        return not_applicable(rule, "复查记录未载有逾期未改正")
    places = [fact.place for fact in refused]
    steps = inquiry.reading.of_type(*parameters.texts(rule, "steps"))
    orders = inquiry.reading.of_type(_ORDER)
    if steps or len(orders) > 1:
        shown = [place for one in (*steps, *orders[1:]) for place in inquiry.shown_by(one)]
        return conclude(rule, Verdict.OK, "逾期未改正，卷内有后续措施的文书", [*places, *shown])
    rechecked = [fact.value for fact in inquiry.facts("recheck_date", _RECHECK) if fact.is_read]
    decision = inquiry.moment("decision")
    if not rechecked or not decision.days:
        return not_applicable(rule, "复查日期或者决定日期未识别，后续措施不作核对")
    if any(str(decision.days[-1].day) >= str(day) for day in rechecked):
        message = f"复查时未改正，其后于 {decision.days[-1].day} 作出决定"
        return conclude(rule, Verdict.OK, message, [*places, *decision.places])
    message = f"复查记录{in_brackets(inquiry.places_of(places))}载有未改正，未见后续措施，请核对"
    subject = inquiry.subject_of(places[0], _RECHECK)
    return conclude(rule, Verdict.HINT, message, places, subject=subject)


@FAMILIES.add("follow_up.source")
def source(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look where an overload case names who loaded the goods and nothing deals with it."""
    if other := outside(inquiry, rule):
        return other
    if not is_overload(inquiry):
        return not_applicable(rule, "不是违法超限运输案件")
    named = _read(inquiry, "source_named")
    followed = _read(inquiry, "source_followed")
    places = [fact.place for fact in (*named[:2], *followed[:2])]
    if followed:
        return conclude(rule, Verdict.OK, "卷内载有对货物源头的处理", places)
    if not named:
        return not_applicable(rule, "卷内未识别到货物的装载单位")
    where = in_brackets(inquiry.places_of(fact.place for fact in named))
    message = f"卷内记载了货物的装载单位{where}，未见倒查源头、移送线索或者通报的记载，请核对"
    subject = inquiry.subject_of(named[0].place, "DT07")
    return conclude(rule, Verdict.HINT, message, places, subject=subject)


def _read(inquiry: Inquiry, key: str) -> list[Fact]:
    return [fact for fact in inquiry.facts(key) if fact.is_read]
