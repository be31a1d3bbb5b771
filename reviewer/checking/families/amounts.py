"""Amounts (金额): what the documents of one case say about the same fine.

Several values of one amount are several readings: any that agrees is agreement.  A missing
document is told by its own rule; here it only leaves a comparison untold.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, yuan
from reviewer.model import Breach, Fact, Finding, Place, Procedure, RuleInfo, Verdict

_SAME_FINE = ("report_fine", "notice_fine", "decision_fine", "decision_fine_words", "paid_amount")
_PAID = ("DT41", "DT42")
_PLEADED = ("DT28", "DT32")
_STATEMENT = "DT27"
# With one of these a smaller sum than the fine is what one expects: 分期, 催告, 申请执行.
_STILL_OPEN = ("DT40", "DT43", "DT44")


@dataclass(frozen=True, slots=True)
class Amount:
    """What the file says of one amount."""

    name: str
    read: tuple[Fact, ...]
    weak: tuple[Fact, ...]
    code: str
    """DT code of the document that should state it."""

    @property
    def values(self) -> frozenset[Decimal]:
        """Return the distinct amounts that count as read."""
        return frozenset(fact.value for fact in self.read if isinstance(fact.value, Decimal))

    @property
    def places(self) -> tuple[Place, ...]:
        """Return where the amounts that count as read stand."""
        return tuple(fact.place for fact in self.read)

    @property
    def said(self) -> str:
        """Return the amounts as text."""
        return "、".join(map(yuan, sorted(self.values)))


@FAMILIES.add("amounts.agree")
def agree(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Compare report, notice, decision in figures and in words, and what was paid."""
    procedures = parameters.procedures(rule) | {Procedure.UNKNOWN}
    if inquiry.procedure not in procedures:
        return not_applicable(rule, "本程序案卷没有罚款")
    if any(fact.value is True and fact.is_read for fact in inquiry.facts("warning_only")):
        places = [fact.place for fact in inquiry.facts("warning_only")]
        return not_applicable(rule, "处罚为警告，没有罚款金额", places)
    decision = amount_of(inquiry, "决定书金额", "decision_fine", *inquiry.decision_codes)
    other = [fact.place for fact in inquiry.facts("other_penalty") if fact.is_read]
    if other and not decision.read and not decision.weak:
        return not_applicable(rule, "处罚为吊销、停业等，没有罚款金额", other)
    if not decision.values:
        return _no_decision(inquiry, rule, decision)
    noticed = inquiry.procedure.value in parameters.texts(rule, "noticed")
    breaches = [
        *_words(inquiry, decision),
        *(chain(_notice(inquiry, decision), _report(inquiry)) if noticed else ()),
        *_payment(inquiry, decision),
    ]
    if breaches:
        return conclude_each(rule, breaches)
    return _agreed(inquiry, rule, decision)


def amount_of(inquiry: Inquiry, name: str, key: str, *codes: str) -> Amount:
    """Return what documents of `codes` say of the amount `key`, which is called `name`."""
    home = codes[0] if codes else ""
    facts = [fact for fact in inquiry.facts(key, *codes) if isinstance(fact.value, Decimal)]
    read = tuple(fact for fact in facts if fact.is_read or _is_confirmed(inquiry, fact))
    return Amount(name, read, tuple(fact for fact in facts if fact not in read), home)


def _is_confirmed(inquiry: Inquiry, weak: Fact) -> bool:
    """Return whether the same sum stands elsewhere in the file: 大写 and 小写, 通知 and 决定."""
    return any(
        fact.value == weak.value and fact.place != weak.place
        for key in _SAME_FINE
        for fact in inquiry.reading.of_key(key)
    )


def _no_decision(inquiry: Inquiry, rule: RuleInfo, decision: Amount) -> Finding:
    documents = inquiry.reading.of_type(*inquiry.decision_codes)
    if decision.weak:
        places = [fact.place for fact in decision.weak]
        why = f"决定书金额识别不清{in_brackets(inquiry.places_of(places))}"
    elif documents:
        why = f"决定书{in_brackets(inquiry.pages_of(*documents))}未识别到罚款金额"
    else:
        why = "卷内未见决定书"
    places = [fact.place for fact in decision.weak]
    return conclude(rule, Verdict.CANNOT_TELL, f"{why}，无法核对金额", places)


def _words(inquiry: Inquiry, decision: Amount) -> Iterator[Breach]:
    words = amount_of(inquiry, "大写", "decision_fine_words", *inquiry.decision_codes)
    if words.values & decision.values:
        return
    if words.read:
        message = f"决定书小写 {decision.said}，大写 {words.said}，大小写不一致"
        yield _breach(inquiry, Verdict.PROBLEM, message, (decision, words))
    elif words.weak:
        yield _unclear(inquiry, words, "决定书大写金额")


def _notice(inquiry: Inquiry, decision: Amount) -> Iterator[Breach]:
    notice = amount_of(inquiry, "通知书金额", "notice_fine", "DT26")
    if not notice.read:
        yield _unclear(inquiry, notice, "通知书拟罚金额", "DT26", "违法行为通知书")
        return
    if min(decision.values) <= max(notice.values):
        if max(decision.values) > max(notice.values):
            message = f"决定书 {decision.said}，通知书 {notice.said}，识别到不止一个金额，无法判断"
            yield _breach(inquiry, Verdict.CANNOT_TELL, message, (notice, decision))
        return
    if not pleaded(inquiry):
        message = (
            f"通知书拟罚 {notice.said}，决定书 {decision.said}，高于通知书而卷内未见陈述申辩"
            "（处罚法第四十五条）"
        )
        yield _breach(inquiry, Verdict.PROBLEM, message, (notice, decision))


def _report(inquiry: Inquiry) -> Iterator[Breach]:
    report = amount_of(inquiry, "调查报告", "report_fine", "DT23")
    notice = amount_of(inquiry, "通知书", "notice_fine", "DT26")
    if report.values and notice.values and not report.values & notice.values:
        message = f"调查报告建议 {report.said}，通知书拟罚 {notice.said}，请核对"
        yield _breach(inquiry, Verdict.HINT, message, (report, notice))


def _payment(inquiry: Inquiry, decision: Amount) -> Iterator[Breach]:
    paid = amount_of(inquiry, "票据", "paid_amount", *_PAID)
    unpaid = any(fact.value is True and fact.is_read for fact in inquiry.facts("fine_unpaid"))
    if not paid.read and not paid.weak:
        if not unpaid and not inquiry.reading.of_type(*_STILL_OPEN):
            yield _unclear(inquiry, paid, "票据金额", "DT41", "罚没票据")
        return
    if paid.weak:
        yield _unclear(inquiry, paid, "票据金额")
        return
    sums = _sums(inquiry, paid)
    if sums & decision.values:
        return
    total = max(sums)
    message = f"票据合计 {yuan(total)}，决定书 {decision.said}，不一致"
    still_open = unpaid or bool(inquiry.reading.of_type(*_STILL_OPEN))
    if total < min(decision.values) and still_open:
        message = f"票据合计 {yuan(total)}，少于决定书 {decision.said}；卷内有分期或催告，无法判断"
        yield _breach(inquiry, Verdict.CANNOT_TELL, message, (paid, decision))
    else:
        yield _breach(inquiry, Verdict.PROBLEM, message, (paid, decision))


def _sums(inquiry: Inquiry, paid: Amount) -> frozenset[Decimal]:
    """Return the totals that the receipts may come to.

    Instalments add up; a payment that two papers show (缴款书 and 电子票据) counts once; a
    surcharge (加处) may or may not be inside.
    """
    amounts = [fact.value for fact in paid.read if isinstance(fact.value, Decimal)]
    shown_twice = sum(paid.values)
    surcharge = amount_of(inquiry, "加处罚款", "surcharge")
    extra = [Decimal(0), *surcharge.values, sum(surcharge.values, Decimal(0))]
    totals = {sum(amounts, Decimal(0)), Decimal(shown_twice)}
    return frozenset(total - more for total in totals for more in extra if total > more)


def pleaded(inquiry: Inquiry) -> bool:
    """Return whether the party pleaded or was heard: then V15 looks at a higher fine."""
    if inquiry.facts("statement_date") or inquiry.reading.of_type(*_PLEADED):
        return True
    waived = {fact.document for fact in inquiry.reading.of_key("waiver_date")}
    return any(
        document.id not in waived and "放弃" not in document.title
        for document in inquiry.reading.of_type(_STATEMENT)
    )


def _unclear(
    inquiry: Inquiry, amount: Amount, name: str, code: str = "", document: str = ""
) -> Breach:
    places = tuple(fact.place for fact in amount.weak)
    found = inquiry.reading.of_type(code) if code else ()
    if places:
        why = f"{name}识别不清{in_brackets(inquiry.places_of(places))}"
    elif found:
        why = f"{document}{in_brackets(inquiry.pages_of(*found))}未识别到金额"
    else:
        why = f"卷内未见{document}"
    subject = inquiry.subject_of(places[0], code) if places else code
    if found and not places:
        subject = inquiry.subject(found[0])
    return Breach(subject, Verdict.CANNOT_TELL, f"{why}，无法核对{name}", places)


def _breach(
    inquiry: Inquiry, verdict: Verdict, message: str, amounts: tuple[Amount, Amount]
) -> Breach:
    places = tuple(dict.fromkeys(chain(*(amount.places for amount in amounts))))
    return Breach(_subject(inquiry, amounts[0]), verdict, message, places)


def _subject(inquiry: Inquiry, amount: Amount) -> str:
    """Return the document that states an amount; what a person typed stands in none."""
    stated = inquiry.document_of(amount.read[0])
    document = stated or next(iter(inquiry.reading.of_type(amount.code)), None)
    return inquiry.subject(document) if document else amount.code


def _agreed(inquiry: Inquiry, rule: RuleInfo, decision: Amount) -> Finding:
    others = [
        amount_of(inquiry, "大写", "decision_fine_words", *inquiry.decision_codes),
        amount_of(inquiry, "通知书", "notice_fine", "DT26"),
        amount_of(inquiry, "调查报告", "report_fine", "DT23"),
        amount_of(inquiry, "票据", "paid_amount", *_PAID),
    ]
    told = [f"{one.name} {one.said}" for one in (decision, *others) if one.read]
    places: Iterable[Place] = chain(*(one.places for one in (decision, *others)))
    return conclude(rule, Verdict.OK, f"{'，'.join(told)}，未见不一致", places)
