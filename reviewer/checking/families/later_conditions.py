"""Conditions of the deadlines that come after the decision: filing, publication, enforcement."""

from datetime import date
from itertools import product
from types import MappingProxyType

from reviewer.checking import parameters
from reviewer.checking.families.documents import may_be_hidden
from reviewer.checking.inquiry import Inquiry, Moment
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.words import in_brackets
from reviewer.model import Document, Fact, Finding, Place, RuleInfo, Verdict

_URGE, _APPLICATION, _ORDER = "DT43", "DT44", "DT45"
_OVERLOAD = "超限"


def only_with(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on only when the file holds the steps of `only_with`; their sentence says why not."""
    for step, why in parameters.table(rule, "only_with").items():
        moment = inquiry.moment(str(step))
        if not (moment.days or moment.weak or moment.documents):
            return not_applicable(rule, str(why))
    return None


def hint_without(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Give a hint when the file does not hold the steps of `hint_without`."""
    for step, why in parameters.table(rule, "hint_without").items():
        moment = inquiry.moment(str(step))
        if not (moment.days or moment.weak or moment.documents):
            decision = inquiry.moment("decision")
            if doubt := may_be_hidden(inquiry):
                return conclude(rule, Verdict.CANNOT_TELL, f"{why}；{doubt}", decision.places)
            return conclude(rule, Verdict.HINT, str(why), decision.places)
    return None


def overloaded(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on only in a case of an overload on the road (超限运输)."""
    causes = [fact for fact in inquiry.facts("cause") if _OVERLOAD in str(fact.value)]
    laws = [
        fact
        for fact in inquiry.facts("cited_article", "DT26", *inquiry.decision_codes)
        if _OVERLOAD in str(getattr(fact.value, "law", ""))
    ]
    if causes or laws:
        return None
    return not_applicable(rule, "不属超限运输案件，不要求抄告车籍地")


def urged(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on only with an application to the court that a reminder (催告) came before."""
    applications = inquiry.reading.of_type(_APPLICATION)
    orders = enforcement_orders(inquiry)
    if not applications and not orders:
        return not_applicable(rule, "卷内没有强制执行申请书和强制执行决定书，不涉及催告")
    reminders = inquiry.reading.of_type(_URGE)
    known = reminders or inquiry.facts("urge_served_date") or inquiry.receipts(_URGE).proving
    if known and applications:
        return None
    shown = applications or orders
    places = [place for one in shown for place in inquiry.shown_by(one)]
    if known:
        places += [place for one in reminders for place in inquiry.shown_by(one)]
        pages = in_brackets(inquiry.pages_of(*reminders))
        return conclude(rule, Verdict.OK, f"强制执行决定之前已有催告{pages}", places)
    if not applications and inquiry.facts("urged_told", _ORDER):
        message = "强制执行决定书载明已经催告，卷内未见催告书，请核对"
        subject = inquiry.subject(shown[0])
        return conclude(rule, Verdict.HINT, message, places, subject=subject)
    return not_urged(inquiry, rule, shown, places, "强制法第三十五条、第五十四条")


def announced_in_time(inquiry: Inquiry, decision: Moment, days: int) -> Fact | None:
    """Return the day on which a decision was announced within `days` working days; else None."""
    other = {
        fact.document
        for fact in inquiry.facts("announced_document", "DT39")
        if fact.value not in inquiry.decision_codes
    }
    issued = [
        fact
        for fact in inquiry.facts("announced_on", "DT39")
        if fact.is_read and fact.document not in other
    ]
    for one, made in product(issued, decision.days[:1]):
        end = end_of(inquiry.calendar, made.day, days, working=True)
        if isinstance(one.value, date) and end.holds(one.value):
            return one
    return None


def enforcement_orders(inquiry: Inquiry) -> tuple[Document, ...]:
    """Return the orders to enforce (强制执行决定书); a surcharge (加处罚款) needs no reminder."""
    return tuple(one for one in inquiry.reading.of_type(_ORDER) if "加处" not in one.title)


def not_urged(
    inquiry: Inquiry,
    rule: RuleInfo,
    shown: tuple[Document, ...],
    places: list[Place],
    cite: str,
) -> Finding:
    """Return that the reminder which enforcement needs is not in the file."""
    what = f"《{shown[0].title}》{in_brackets(inquiry.pages_of(shown[0]))}"
    if doubt := may_be_hidden(inquiry):
        return conclude(rule, Verdict.CANNOT_TELL, f"{what}之前未见催告书；{doubt}", places)
    message = f"{what}之前未见催告书，强制执行前应当书面催告（{cite}）"
    subject = inquiry.subject(shown[0])
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


LATER_CONDITIONS = MappingProxyType(
    {
        "only_with": only_with,
        "hint_without": hint_without,
        "overloaded": overloaded,
        "urged": urged,
    }
)
"""By the name that rules use; part of `conditions.CONDITIONS`."""
