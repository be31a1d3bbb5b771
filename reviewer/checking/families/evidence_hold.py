"""Evidence held by registration (先行登记保存, 处罚法 56): decided about within seven working days.

T12 alone reports that the decision is missing.  Where no such decision is in the file, but what
may have taken its place (扣押, 送检, 返还) was done in time, a person must look.
"""

from collections.abc import Iterator
from datetime import date

from reviewer.checking.families.documents import may_be_hidden
from reviewer.checking.families.measures import outside
from reviewer.checking.inquiry import Dated, Inquiry, Moment, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.periods import End, days_after, end_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Breach, Document, Finding, Place, RuleInfo, Verdict

_HOLD, _END = "DT10", "DT11"
_DAYS = 7
_INSTEAD = {
    "DT15": ("seizure_at", "document_date"),
    "DT12": ("document_date",),
    "DT18": ("seizure_end_date", "document_date"),
    "DT49": ("seizure_disposed_date", "document_date"),
    "DT35": ("decision_date",),
    "DT36": ("decision_date",),
}
"""What may stand in place of the decision about held evidence, and the keys of its day."""
_CITE = "（处罚法第五十六条）"


@FAMILIES.add("evidence_hold.decided")
def decided(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report evidence held about which nothing was decided within seven working days."""
    if other := outside(inquiry, rule):
        return other
    forms = [one for one in inquiry.reading.of_type(_HOLD) if "审批" not in one.title]
    typed = any(fact.document < 0 for fact in inquiry.facts("evidence_hold_date"))
    if not forms and not typed:
        return not_applicable(rule, "没有采取先行登记保存")
    holds = _holds(inquiry, forms)
    if not holds:
        whole = inquiry.moment("evidence_hold")
        why = inquiry.why_unknown(whole)
        return conclude(rule, Verdict.CANNOT_TELL, f"{why}，无法判断", whole.places)
    breaches = [_judge(inquiry, rule, hold) for hold in holds]
    worse = [one for one in breaches if one.verdict is not Verdict.OK]
    if worse:
        return conclude_each(rule, worse)
    places = (place for one in breaches for place in one.evidence)
    return conclude(rule, Verdict.OK, joined([one.message for one in breaches]), places)


def _holds(inquiry: Inquiry, forms: list[Document]) -> list[Dated]:
    """Return each day on which evidence was held, once; its notice and its list show the same."""
    moments = [inquiry.moment("evidence_hold", one) for one in forms]
    if not any(one.days for one in moments):
        moments = [inquiry.moment("evidence_hold")]
    days: dict[date, Dated] = {}
    for moment in moments:
        for dated in moment.days[:1]:
            days.setdefault(dated.day, dated)
    return [days[day] for day in sorted(days)]


def _judge(inquiry: Inquiry, rule: RuleInfo, hold: Dated) -> Breach:
    subject = inquiry.subject_of(hold.place, _HOLD)
    told = f"{hold.day} 先行登记保存"
    if rule.valid_from and hold.day < rule.valid_from:
        message = f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}"
        return Breach(subject, Verdict.CANNOT_TELL, message, (hold.place,))
    end = end_of(inquiry.calendar, hold.day, _DAYS, working=True)
    moment = inquiry.moment("evidence_hold_end")
    ends = [one for one in moment.days if one.day >= hold.day]
    if ends:
        return _compared(inquiry, hold, end, ends[0], subject)
    if moment.documents or moment.places:
        return _unclear(inquiry, hold, moment, told, subject)
    return _missing(inquiry, hold, end, told, subject)


def _compared(inquiry: Inquiry, hold: Dated, end: End, done: Dated, subject: str) -> Breach:
    told, places = f"{hold.day} 先行登记保存，{done.day} 作出处理决定", (hold.place, done.place)
    held = end.holds(done.day)
    if held is None:
        message = f"{told}；缺少 {end.missing_year} 年工作日历，无法判断"
        return Breach(subject, Verdict.CANNOT_TELL, message, places)
    if held:
        return Breach(subject, Verdict.OK, f"{told}，未超过七个工作日{_CITE}", places)
    by, due = "", ""
    if not end.missing_year:
        due = f"，最迟应于 {end.first} 作出"
        by = days_after(inquiry.calendar, end.first, done.day, working=True)
    late = f"{told}{due}，逾期 {by}{_CITE}"
    return Breach(subject, Verdict.PROBLEM, late, places)


def _unclear(inquiry: Inquiry, hold: Dated, moment: Moment, told: str, subject: str) -> Breach:
    why = inquiry.why_unknown(moment)
    if moment.days:
        why = f"卷内处理决定 {moment.days[-1].day} 早于登记保存，先后由时序规则核对"
    places = (hold.place, *moment.places)
    return Breach(subject, Verdict.CANNOT_TELL, f"{told}；{why}，是否按期处理无法判断", places)


def _missing(inquiry: Inquiry, hold: Dated, end: End, told: str, subject: str) -> Breach:
    if instead := next(_instead(inquiry, hold.day, end), None):
        document, place = instead
        message = (
            f"{told}，卷内未见处理决定；有《{document.title}》{in_brackets(inquiry.pages_of(document))}，"
            "是否为登记保存的处理请核对，无法判断"
        )
        return Breach(subject, Verdict.CANNOT_TELL, message, (hold.place, place))
    if doubt := may_be_hidden(inquiry):
        message = f"{told}，卷内未见处理决定；{doubt}"
        return Breach(subject, Verdict.CANNOT_TELL, message, (hold.place,))
    due = f"，最迟应于 {end.first} 作出" if not end.missing_year else ""
    message = f"{told}，卷内未见处理决定{due}{_CITE}"
    return Breach(subject, Verdict.PROBLEM, message, (hold.place,))


def _instead(inquiry: Inquiry, held: date, end: End) -> Iterator[tuple[Document, Place]]:
    for code, keys in _INSTEAD.items():
        for document in inquiry.reading.of_type(code):
            facts = (fact for key in keys for fact in inquiry.reading.of_key(key, document.id))
            dated = [(day, fact.place) for fact in facts if (day := day_of(fact))]
            if dated and held <= dated[0][0] and end.holds(dated[0][0]) is not False:
                yield document, dated[0][1]
