"""What a decision on a coercive measure must state (强制法 24): each element that lacks, once.

The elements are read as facts; a rule names those it wants.
"""

from collections.abc import Iterator, Mapping

from reviewer.checking import parameters
from reviewer.checking.families.measures import outside
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Breach, Document, Finding, Place, Redress, RuleInfo, Verdict

_DECISION, _LIST = "DT15", "DT16"
_ITEMS = "items"


@FAMILIES.add("elements.measure")
def measure(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report the elements that a decision on a measure does not state, or states wrongly."""
    if other := outside(inquiry, rule):
        return other
    decisions = inquiry.reading.of_type(_DECISION)
    if not decisions:
        return not_applicable(rule, "卷内没有行政强制措施决定书")
    breaches = [one for document in decisions for one in _judged(inquiry, rule, document)]
    if breaches:
        return conclude_each(rule, breaches)
    places = [
        fact.place
        for document in decisions
        for fact in inquiry.reading.of_key("measure_element", document.id)
    ]
    where = in_brackets(inquiry.pages_of(*decisions))
    message = f"行政强制措施决定书{where}载明了法定事项（强制法第二十四条）"
    return conclude(rule, Verdict.OK, message, places)


def _judged(inquiry: Inquiry, rule: RuleInfo, document: Document) -> Iterator[Breach]:
    subject, where = inquiry.subject(document), in_brackets(inquiry.pages_of(document))
    what = f"《{document.title}》{where}"
    facts = inquiry.reading.of_key("measure_element", document.id)
    places = tuple(fact.place for fact in facts)
    days = [
        day
        for key in ("seizure_at", "document_date")
        for fact in inquiry.reading.of_key(key, document.id)
        if (day := day_of(fact))
    ]
    if rule.valid_from and days and max(days) < rule.valid_from:
        message = f"{what}{rule.valid_from} 以前的步骤{OLD_LAW}"
        yield Breach(subject, Verdict.CANNOT_TELL, message, places)
        return
    lacking = list(_lacking(inquiry, rule, {str(fact.value) for fact in facts}))
    if lacking and (inquiry.is_weak(document) or not facts):
        message = f"{what}识别不清，{'、'.join(lacking)}是否载明无法判断"
        yield Breach(subject, Verdict.CANNOT_TELL, message, places)
        return
    for name in lacking:
        if doubt := may_be_unread(inquiry, (document,), name):
            message = f"{what}未识别到{name}；{doubt}，无法判断"
            yield Breach(f"{name}{subject}", Verdict.CANNOT_TELL, message, places)
        else:
            message = f"{what}未见{name}（强制法第二十四条）"
            yield Breach(f"{name}{subject}", Verdict.PROBLEM, message, places)
    yield from _wrong_redress(inquiry, document, what, subject)


def _lacking(inquiry: Inquiry, rule: RuleInfo, stated: set[str]) -> Iterator[str]:
    wanted: Mapping[str, object] = parameters.table(rule, "elements")
    for element, name in wanted.items():
        listed = element == _ITEMS and bool(inquiry.reading.of_type(_LIST))
        if element not in stated and not listed:
            yield str(name)


def _wrong_redress(
    inquiry: Inquiry, document: Document, what: str, subject: str
) -> Iterator[Breach]:
    """Find periods of redress other than sixty days and six months (复议法 20, 诉讼法 46)."""
    for fact in inquiry.reading.of_key("redress", document.id):
        redress = fact.value
        if not isinstance(redress, Redress) or not fact.is_read:
            continue
        wrong = []
        if redress.reconsideration_days not in (None, 60):
            wrong.append(f"复议期限写为 {redress.reconsideration_days} 日")
        if redress.suit_months not in (None, 6):
            wrong.append(f"诉讼期限写为 {redress.suit_months} 个月")
        if wrong:
            places: tuple[Place, ...] = (fact.place,)
            message = f"{what}{joined(wrong)}（复议法第二十条、诉讼法第四十六条）"
            yield Breach(f"救济期限{subject}", Verdict.PROBLEM, message, places)
