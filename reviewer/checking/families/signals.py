"""Signals for a person (只提示): fined twice, receipts that look odd, papers dated too early.

They accuse nobody: the sentence names what to compare.
"""

from datetime import date

from reviewer.checking.families.limits import outside
from reviewer.checking.inquiry import Dated, Inquiry
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Finding, Place, RuleInfo, Verdict

_FINING = ("DT34", "DT35")
_NARRATING = ("DT05", "DT23", "DT24", "DT25", "DT26", "DT34", "DT35", "DT36", "DT52")
_MADE = (
    "filing_approved_date",
    "investigation_end_date",
    "legal_review_date",
    "discussion_date",
    "notice_date",
    "decision_date",
    "closing_date",
    "document_date",
)
_HALF_YEAR = 6


@FAMILIES.add("signals.fined_twice")
def fined_twice(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Give a hint when one file holds two decisions that fine the same act."""
    if other := outside(inquiry, rule):
        return other
    fining = [
        one for one in inquiry.reading.of_type(*_FINING) if _fact(inquiry, "decision_fine", one)
    ]
    places = [place for one in fining for place in inquiry.shown_by(one)]
    numbers = {_fact(inquiry, "decision_no", one) for one in fining}
    acts = {_fact(inquiry, "offence_date", one) for one in fining} - {""}
    parties = {_fact(inquiry, "party", one) for one in fining} - {""}
    if len(fining) > 1 and len(numbers) > 1 and len(acts) <= 1 and len(parties) <= 1:
        pages = in_brackets(inquiry.pages_of(*fining))
        message = (
            f"卷内有 {len(fining)} 份罚款决定{pages}，请核对是否为同一违法行为（处罚法第二十九条）"
        )
        subject = inquiry.subject(fining[1])
        return conclude(rule, Verdict.HINT, message, places, subject=subject)
    if not fining:
        return not_applicable(rule, "卷内未见罚款决定")
    return conclude(rule, Verdict.OK, "卷内未见对同一行为的两份罚款决定", places)


@FAMILIES.add("signals.receipts_of_payment")
def receipts_of_payment(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Give a hint when a receipt is not one of the treasury, or is older than the decision."""
    if other := outside(inquiry, rule):
        return other
    slips = inquiry.reading.of_type("DT41")
    if not slips:
        return not_applicable(rule, "卷内没有罚没票据")
    decided = inquiry.moment("decision").earliest
    breaches: list[Breach] = []
    for slip in slips:
        what = f"《{slip.title}》{in_brackets(inquiry.pages_of(slip))}"
        subject, shown = inquiry.subject(slip), inquiry.shown_by(slip)
        if not inquiry.reading.of_key("official_receipt", slip.id) and not inquiry.is_weak(slip):
            message = f"{what}未见财政票据或者代收银行的字样，请核对票据种类（处罚法第七十条）"
            breaches.append(Breach(subject, Verdict.HINT, message, shown))
        paid = _dated(inquiry, "paid_date", slip)
        if paid and decided and paid.day < decided:
            message = f"{what}日期 {paid.day} 早于决定日期 {decided}，请核对"
            places = (paid.place, *inquiry.moment("decision").places)
            breaches.append(Breach(subject, Verdict.HINT, message, places))
    if breaches:
        return conclude_each(rule, breaches)
    shown_all = [place for one in slips for place in inquiry.shown_by(one)]
    return conclude(rule, Verdict.OK, "票据种类和日期未见需要核对之处", shown_all)


@FAMILIES.add("signals.dated_early")
def dated_early(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Give a hint when a document is dated before a step that it tells as done."""
    if other := outside(inquiry, rule):
        return other
    breaches, looked = [], []
    for document in inquiry.reading.of_type(*_NARRATING):
        made = next((one for key in _MADE if (one := _dated(inquiry, key, document))), None)
        told = _latest(inquiry, document)
        if not made or not told:
            continue
        looked += [made.place, told.place]
        if told.day > made.day:
            what = f"《{document.title}》{in_brackets(inquiry.pages_of(document))}"
            message = f"{what}日期为 {made.day}，文中记述了 {told.day} 已完成的事项，请核对制作日期"
            places = (made.place, told.place)
            breaches.append(Breach(inquiry.subject(document), Verdict.HINT, message, places))
    if breaches:
        return conclude_each(rule, breaches)
    if not looked:
        return not_applicable(rule, "未识别到记述了已完成事项的文书")
    return conclude(rule, Verdict.OK, "未见文书日期早于其记述的事项", looked)


@FAMILIES.add("signals.archive_transfer")
def archive_transfer(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Give a hint when a file went to the archive after the first half of the next year."""
    if other := outside(inquiry, rule):
        return other
    facts = [
        fact
        for fact in inquiry.facts("archive_transferred_on")
        if fact.is_read and isinstance(fact.value, date)
    ]
    closing = inquiry.moment("closing")
    if not facts or not closing.days:
        return not_applicable(rule, "卷内未载明移交档案部门的日期")
    places = [*(fact.place for fact in facts), *closing.places]
    last = date(closing.days[-1].day.year + 1, _HALF_YEAR, 30)
    for fact in facts:
        if isinstance(fact.value, date) and fact.value > last:
            message = (
                f"{closing.days[-1].day} 结案，{fact.value} 移交档案部门，晚于次年上半年，请核对"
            )
            return conclude(rule, Verdict.HINT, message, places)
    return conclude(rule, Verdict.OK, f"{facts[0].value} 移交档案部门，未晚于次年上半年", places)


def _fact(inquiry: Inquiry, key: str, document: Document) -> str:
    facts = [fact for fact in inquiry.reading.of_key(key, document.id) if fact.is_read]
    return str(facts[0].value) if facts else ""


def _dated(inquiry: Inquiry, key: str, document: Document) -> Dated | None:
    for fact in inquiry.reading.of_key(key, document.id):
        if fact.is_read and isinstance(fact.value, date):
            return Dated(fact.value, fact.place)
    return None


def _latest(inquiry: Inquiry, document: Document) -> Dated | None:
    told: list[tuple[date, Place]] = [
        (fact.value, fact.place)
        for fact in inquiry.reading.of_key("narrated_on", document.id)
        if fact.is_read and isinstance(fact.value, date)
    ]
    return Dated(*max(told, key=lambda one: one[0])) if told else None
