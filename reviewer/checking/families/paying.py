"""Paying the fine: surcharge (加处罚款), instalments, collection on the spot (处罚法 66–73)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from reviewer.checking import parameters
from reviewer.checking.families.limits import outside
from reviewer.checking.families.redress import stay_of
from reviewer.checking.inquiry import Dated, Inquiry, Moment
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets, yuan
from reviewer.model import Breach, Fact, Finding, Place, Procedure, RuleInfo, Verdict

_INSTALMENT = "DT40"
_PAID = ("DT41", "DT42")
_TERM = 15
"""Days to pay (处罚法 67)."""
_DAILY = Decimal("0.03")
_SMALL = Decimal(100)
"""Collected on the spot without a reason (处罚法 68)."""
_CITE = "（处罚法第七十二条）"


@dataclass(frozen=True, slots=True)
class _Late:
    """By how many days a payment was late."""

    days: frozenset[int]
    """Under each reading; empty when a reconsideration or suit of unknown length came between."""
    places: tuple[Place, ...]
    stayed: str = ""
    """From when to when no surcharge ran."""


@FAMILIES.add("paying.surcharge")
def surcharge(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a surcharge above the fine; one that the formula does not give is a hint."""
    if other := outside(inquiry, rule):
        return other
    charged = list(_money(inquiry, "surcharge"))
    late = _late_days(inquiry)
    if not charged and (late is None or late.days == {0}):
        return not_applicable(rule, "未见逾期缴款和加处罚款")
    places = [fact.place for fact, _ in charged]
    if weak := [fact for fact in inquiry.facts("surcharge") if not fact.is_read]:
        places = [fact.place for fact in weak]
        message = f"加处罚款金额识别不清{in_brackets(inquiry.places_of(places))}，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    fines = _amounts(inquiry, "decision_fine", *inquiry.decision_codes)
    if not fines:
        return conclude(rule, Verdict.CANNOT_TELL, "未识别到罚款金额，加处罚款无法核对", places)
    decision = inquiry.moment("decision")
    if rule.valid_from and decision.days and decision.days[-1].day < rule.valid_from:
        return conclude(rule, Verdict.CANNOT_TELL, f"{decision.days[-1].day} 作出决定，{OLD_LAW}")
    return _weighed(inquiry, rule, charged, max(fines), late)


def _weighed(
    inquiry: Inquiry,
    rule: RuleInfo,
    charged: list[tuple[Fact, Decimal]],
    fine: Decimal,
    late: _Late | None,
) -> Finding:
    total = _total(inquiry, charged)
    fact_places = [fact.place for fact in inquiry.facts("decision_fine", *inquiry.decision_codes)]
    places = [
        *(fact.place for fact, _ in charged),
        *fact_places[:1],
        *(late.places if late else ()),
    ]
    if total > fine:
        message = f"加处罚款 {yuan(total)}，超出罚款本金 {yuan(fine)}{_CITE}"
        subject = inquiry.subject_of(charged[0][0].place, "DT41")
        return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)
    if late is None:
        message = f"加处罚款 {yuan(total)}，未超出罚款本金 {yuan(fine)}；未识别到逾期天数"
        return conclude(rule, Verdict.OK, message, places)
    charge = f"加处罚款 {yuan(total)}" if charged else "卷内未见加处罚款"
    if not late.days:
        message = (
            f"{charge}，未超出罚款本金 {yuan(fine)}；卷内载有复议或者诉讼，"
            f"其期间不计算加处罚款而起止日期未识别，加处的数额无法核对（处罚法第七十三条）"
        )
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    due = {min(fine, fine * _DAILY * days) for days in late.days}
    told = "、".join(map(str, sorted(late.days)))
    left_out = f"（已扣除 {late.stayed} 的复议、诉讼期间）" if late.stayed else ""
    told = f"{told} 日{left_out}"
    if total in due:
        message = f"逾期 {told}，加处罚款 {yuan(total)}，与每日百分之三一致{_CITE}"
        return conclude(rule, Verdict.OK, message, places)
    message = (
        f"逾期 {told}缴款，按每日百分之三、不超出本金计算应为 {yuan(max(due))}，{charge}，"
        f"请核对是否依法减免或者期间扣除{_CITE}"
    )
    return conclude(rule, Verdict.HINT, message, places)


def _total(inquiry: Inquiry, charged: list[tuple[Fact, Decimal]]) -> Decimal:
    """Return the surcharge: what several slips show adds up, what other papers name does not."""
    slips = {document.id for document in inquiry.reading.of_type(*_PAID)}
    on_slips = [amount for fact, amount in charged if fact.document in slips]
    named = [amount for fact, amount in charged if fact.document not in slips]
    return max([sum(set(on_slips), Decimal(0)), *named], default=Decimal(0))


def _late_days(inquiry: Inquiry) -> _Late | None:
    """Return by how many days the last payment was late, under each reading; None if in time."""
    paid = inquiry.moment("paid")
    due = _due(inquiry)
    if not paid.days or not due:
        return None
    last = paid.days[-1]
    days = frozenset((last.day - end).days for end, _ in due)
    if min(days) <= 0:
        return None
    places = (*(place for _, place in due), last.place)
    stays = [(end, stay_of(inquiry, end, last.day)) for end, _ in due]
    if all(stay is None for _, stay in stays):
        return _Late(days, places)
    shown = tuple(dict.fromkeys(place for _, stay in stays if stay for place in stay.places))
    if any(stay is not None and not stay.days for _, stay in stays):
        return _Late(frozenset(), (*places, *shown))
    left = {
        max(0, (last.day - end).days - off)
        for end, stay in stays
        for off in (stay.days if stay else {0})
    }
    told = next(stay.told for _, stay in stays if stay)
    return _Late(frozenset(left), (*places, *shown), told)


def _due(inquiry: Inquiry) -> list[tuple[date, Place]]:
    """Return the last day to pay: fifteen days after service, or what was granted instead."""
    if inquiry.reading.of_type(_INSTALMENT):
        return [
            (fact.value, fact.place)
            for fact in inquiry.facts("instalment_until")
            if fact.is_read and isinstance(fact.value, date)
        ]
    served = inquiry.moment("decision_served")
    if not served.days and inquiry.procedure is Procedure.SUMMARY:
        served = inquiry.moment("decision")
    ends: list[tuple[date, Place]] = []
    for one in served.days[-1:]:
        moved = end_of(inquiry.calendar, one.day, _TERM, working=False).last
        ends += [(one.day + timedelta(days=_TERM), one.place), (moved, one.place)]
    return list(dict(ends).items())


@FAMILIES.add("paying.instalments")
def instalments(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report payment in parts, or later, without request or without approval."""
    if other := outside(inquiry, rule):
        return other
    forms = inquiry.reading.of_type(_INSTALMENT)
    if not forms:
        return _paid_in_parts(inquiry, rule)
    places = [place for one in forms for place in inquiry.shown_by(one)]
    pages = in_brackets(inquiry.pages_of(*forms))
    granted = [one for one in forms if "申请" not in one.title]
    if not granted and not inquiry.facts("instalment_granted", _INSTALMENT):
        subject = inquiry.subject(forms[0])
        return _asked_only(inquiry, rule, places, f"申请分期、延期缴纳{pages}", subject)
    if not granted or any("申请" in one.title or "审批" in one.title for one in forms):
        message = f"分期、延期缴纳有申请和批准{pages}（处罚法第六十六条）"
        return conclude(rule, Verdict.OK, message, places)
    return _granted_only(inquiry, rule, places, pages)


def _granted_only(inquiry: Inquiry, rule: RuleInfo, places: list[Place], pages: str) -> Finding:
    forms = inquiry.reading.of_type(_INSTALMENT)
    told = inquiry.facts("instalment_asked", _INSTALMENT)
    subject, cite = inquiry.subject(forms[0]), "（处罚法第六十六条）"
    if told:
        message = f"批准分期、延期缴纳的文书{pages}载明当事人申请，卷内未见申请书，请核对{cite}"
        return conclude(rule, Verdict.HINT, message, [*places, told[0].place], subject=subject)
    if inquiry.is_weak(*forms):
        message = f"分期、延期缴纳文书{pages}识别不清，有无申请无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    message = f"批准分期、延期缴纳{pages}，卷内未见当事人申请{cite}"
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


def _asked_only(
    inquiry: Inquiry, rule: RuleInfo, places: list[Place], what: str, subject: str
) -> Finding:
    paid = inquiry.moment("paid")
    served = inquiry.moment("decision_served")
    if not paid.days or not served.days:
        return conclude(
            rule, Verdict.CANNOT_TELL, f"{what}，卷内未见批准，缴款日期无法核对", places
        )
    places = [*places, *paid.places, *served.places]
    end = end_of(inquiry.calendar, served.days[-1].day, _TERM, working=False)
    if end.holds(paid.days[-1].day):
        return not_applicable(rule, f"{what}，罚款已在规定期限内缴清", places)
    message = (
        f"{what}，{paid.days[-1].day} 才缴清，卷内未见批准分期、延期的文书（处罚法第六十六条）"
    )
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


def _paid_in_parts(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report several payments that end after the time to pay, without any approval."""
    paid, due = inquiry.moment("paid"), _due(inquiry)
    amounts = _amounts(inquiry, "paid_amount", *_PAID)
    fines = _amounts(inquiry, "decision_fine", *inquiry.decision_codes)
    parts = len(paid.days) > 1 and bool(fines) and all(one < max(fines) for one in amounts)
    if not parts or not due or paid.days[-1].day <= max(end for end, _ in due):
        return not_applicable(rule, "未见分期、延期缴纳罚款")
    places = [*paid.places, *(place for _, place in due)]
    dates = "、".join(str(one.day) for one in paid.days)
    message = (
        f"罚款分 {dates} 缴纳，超过规定期限，卷内未见分期、延期缴纳的申请和批准（处罚法第六十六条）"
    )
    return conclude(rule, Verdict.PROBLEM, message, places, subject=inquiry.subject_of_step(paid))


@FAMILIES.add("paying.on_the_spot")
def on_the_spot(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a fine collected on the spot without a reason that the law allows."""
    if other := outside(inquiry, rule):
        return other
    told = _collected(inquiry)
    if not told:
        return not_applicable(rule, "未见当场收缴罚款")
    decision = inquiry.moment("decision")
    places = [*told, *decision.places]
    if rule.valid_from and decision.days and decision.days[-1].day < rule.valid_from:
        message = f"{decision.days[-1].day} 作出决定，{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    fines = _amounts(inquiry, "decision_fine", *inquiry.decision_codes)
    if not fines:
        return conclude(rule, Verdict.CANNOT_TELL, "当场收缴，未识别到罚款金额，无法判断", places)
    reasons = {str(fact.value): fact.place for fact in inquiry.facts("spot_reason")}
    places += [
        *(f.place for f in inquiry.facts("decision_fine", *inquiry.decision_codes)[:1]),
        *reasons.values(),
    ]
    verdict, message = _allowed(inquiry, max(fines), frozenset(reasons))
    subject = inquiry.subject_of(told[0], inquiry.decision_codes[0])
    return conclude(rule, verdict, message, places, subject=subject)


def _allowed(inquiry: Inquiry, fine: Decimal, reasons: frozenset[str]) -> tuple[Verdict, str]:
    told = f"罚款 {yuan(fine)} 当场收缴"
    asked = any(fact.value is True for fact in inquiry.facts("spot_collection_asked"))
    if inquiry.procedure is Procedure.SUMMARY and fine <= _SMALL:
        return Verdict.OK, f"{told}，在一百元以下（处罚法第六十八条）"
    if inquiry.procedure is Procedure.SUMMARY and "hard" in reasons:
        return Verdict.OK, f"{told}，载明不当场收缴事后难以执行（处罚法第六十八条）"
    if "remote" in reasons and asked:
        return Verdict.OK, f"{told}，载明边远、水上、交通不便地区经当事人提出（处罚法第六十九条）"
    if "remote" in reasons:
        return (
            Verdict.HINT,
            f"{told}，以边远、水上、交通不便为由而未见当事人提出的记载，请核对（处罚法第六十九条）",
        )
    return _without_reason(inquiry, told)


def _without_reason(inquiry: Inquiry, told: str) -> tuple[Verdict, str]:
    decisions = inquiry.reading.of_type(*inquiry.decision_codes)
    if doubt := may_be_unread(inquiry, decisions, "当场收缴的理由"):
        return Verdict.CANNOT_TELL, f"{told}，未识别到当场收缴的理由；{doubt}，无法判断"
    if inquiry.procedure is Procedure.SUMMARY:
        return Verdict.PROBLEM, f"{told}，超过一百元而未载明可以当场收缴的理由（处罚法第六十八条）"
    return Verdict.PROBLEM, f"普通程序{told}，未载明可以当场收缴的情形（处罚法第六十九条）"


def _collected(inquiry: Inquiry) -> tuple[Place, ...]:
    """Return where the file shows that the fine was collected on the spot."""
    facts = inquiry.facts("collected_on_spot", *inquiry.decision_codes, "DT41", "DT42", "DT52")
    told = [fact for fact in facts if fact.is_read]
    if any(fact.value is False for fact in told):
        return ()
    slips = inquiry.reading.of_type("DT42")
    shown = [place for one in slips for place in inquiry.shown_by(one)]
    return (*(fact.place for fact in told), *shown)


@FAMILIES.add("paying.surrendered")
def surrendered(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a fine collected on the spot and handed over, or banked, after two working days."""
    if other := outside(inquiry, rule):
        return other
    told = _collected(inquiry)
    if not told:
        return not_applicable(rule, "未见当场收缴罚款")
    if not inquiry.reading.of_type("DT42") and not inquiry.facts("surrendered_on"):
        message = "罚款当场收缴，卷内未见上缴凭证，上缴日期无法核对"
        return conclude(rule, Verdict.CANNOT_TELL, message, told)
    got, handed, banked = (inquiry.moment(step) for step in ("collected", "surrendered", "banked"))
    breaches = list(_legs(inquiry, rule, got, handed, banked))
    if breaches:
        return conclude_each(rule, breaches)
    places = [*got.places, *handed.places, *banked.places]
    days = [
        f"{one.day} {name}"
        for moment, name in ((got, "收缴"), (handed, "交至机关"), (banked, "缴付银行"))
        for one in moment.days
    ]
    return conclude(
        rule, Verdict.OK, f"{'，'.join(days)}，均未超过二日（处罚法第七十一条）", places
    )


def _legs(
    inquiry: Inquiry, rule: RuleInfo, got: Moment, handed: Moment, banked: Moment
) -> Iterator[Breach]:
    steps: list[tuple[Moment, Moment, int, str]] = []
    limit = parameters.number(rule, "days")
    if handed.days:
        steps.append((got, handed, limit, "收缴后二日内应交至行政机关"))
        if banked.days:
            steps.append((handed, banked, limit, "机关应在二日内缴付银行"))
    elif banked.days:
        steps.append((got, banked, 2 * limit, "收缴后二日内应交机关，机关二日内缴付银行"))
    if not steps or not got.days:
        why = inquiry.why_unknown(handed) or inquiry.why_unknown(got)
        places = (*got.places, *handed.places)
        yield Breach("", Verdict.CANNOT_TELL, f"{why}，无法判断", places)
        return
    for first, then, days, said in steps:
        late = [_is_late(inquiry, one, other, days) for one in first.days for other in then.days]
        if not any(late):
            continue
        verdict = Verdict.PROBLEM if all(late) else Verdict.CANNOT_TELL
        old = rule.valid_from and then.days[-1].day < rule.valid_from
        told = (
            f"{first.days[0].day} {first.step.name}，{then.days[-1].day} {then.step.name}，{said}"
        )
        message = f"{told}；{OLD_LAW}" if old else f"{told}，已超过（处罚法第七十一条）"
        yield Breach(
            inquiry.subject_of_step(then),
            Verdict.CANNOT_TELL if old else verdict,
            message,
            (*first.places, *then.places),
        )


def _is_late(inquiry: Inquiry, first: Dated, then: Dated, days: int) -> bool:
    return end_of(inquiry.calendar, first.day, days, working=True).holds(then.day) is False


def _money(inquiry: Inquiry, key: str) -> Iterator[tuple[Fact, Decimal]]:
    for fact in inquiry.facts(key):
        if fact.is_read and isinstance(fact.value, Decimal) and fact.value > 0:
            yield fact, fact.value


def _amounts(inquiry: Inquiry, key: str, *codes: str) -> frozenset[Decimal]:
    return frozenset(_decimals(inquiry.facts(key, *codes)))


def _decimals(facts: Iterable[Fact]) -> Iterator[Decimal]:
    for fact in facts:
        if fact.is_read and isinstance(fact.value, Decimal):
            yield fact.value
