"""What a decision and a notice must state (处罚法 44, 52, 59; 复议法 20–24; 诉讼法 46).

An element counts as stated when it was found anywhere in the document.  When much is missing at
once the document was not read whole, and nothing is told.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.families.limits import outside
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Finding, Procedure, Redress, RuleInfo, Verdict
from reviewer.reckoning.textnorm import squeezed

_TOO_MUCH = 5
"""So many elements missing at once are pages that were not read, not faults."""
_TERM = 15
_DAYS, _MONTHS = 60, 6
_REVIEW_SINCE = date(2024, 1, 1)
"""行政复议法 of 2023: 复议前置, and governments alone reconsider."""
_DEPARTMENT = re.compile(
    r"交通运输(?:厅|局|委员会|委|主管部门|部门)|交通(?:厅|局)|主管部门|上[一]?级(?:行政)?(?:机关|部门)"
)
_MINISTERIAL = re.compile(r"海事|航务管理局|交通运输部")


@FAMILIES.add("contents.stated")
def stated(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report each element that the documents of this procedure should state and do not."""
    wanted = parameters.table(rule, "elements")
    if other := outside(inquiry, rule):
        return other
    codes = [code for code in parameters.texts(rule, "documents") if _speaks(inquiry, code)]
    documents = inquiry.reading.of_type(*codes)
    if not documents:
        return conclude(rule, Verdict.CANNOT_TELL, f"卷内未见{rule.title}所查的文书，无法核对")
    breaches = [one for document in documents for one in _absent(inquiry, rule, document, wanted)]
    if breaches:
        return conclude_each(rule, breaches)
    places = [
        fact.place
        for document in documents
        for fact in inquiry.reading.of_key("stated", document.id)
    ] or [place for document in documents for place in inquiry.shown_by(document)]
    pages = in_brackets(inquiry.pages_of(*documents))
    return conclude(rule, Verdict.OK, f"《{documents[0].title}》{pages}应载明的事项齐全", places)


def _speaks(inquiry: Inquiry, code: str) -> bool:
    return code not in ("DT34", "DT35", "DT36") or code in inquiry.decision_codes


def _absent(
    inquiry: Inquiry, rule: RuleInfo, document: Document, wanted: Mapping[str, object]
) -> Iterator[Breach]:
    raw = wanted.get(document.type, [])
    elements = [str(one) for one in raw] if isinstance(raw, list) else []
    found = {str(fact.value) for fact in inquiry.reading.of_key("stated", document.id)}
    found |= set(_known_otherwise(inquiry, document))
    missing = [one for one in elements if one not in found]
    if "代收机构" in missing and "履行方式" in missing:
        # Who takes the money is how it is paid: one omission, told once.
        missing.remove("履行方式")
    if not missing:
        return
    what = f"《{document.title}》{in_brackets(inquiry.pages_of(document))}"
    base = inquiry.subject(document)
    places = inquiry.shown_by(document)
    day = _made(inquiry, document)
    if rule.valid_from and day and day < rule.valid_from:
        yield Breach(base, Verdict.CANNOT_TELL, f"{day} 作出，{OLD_LAW}，无法判断", places)
    elif inquiry.is_weak(document) or len(missing) >= _TOO_MUCH:
        message = f"{what}{'、'.join(missing)}未识别到，内容可能不全，无法判断"
        yield Breach(base, Verdict.CANNOT_TELL, message, places)
    else:
        cite = in_brackets(parameters.text(rule, "cite"))
        verdict = Verdict(parameters.text(rule, "verdict", Verdict.PROBLEM.value))
        for one in missing:
            kind, at, where = base.partition("@")
            also = ("日期",) if "日期" in one else ()
            if doubt := may_be_unread(inquiry, (document,), one, *also):
                said, result = f"{what}未识别到{one}；{doubt}，无法判断", Verdict.CANNOT_TELL
            else:
                said, result = f"{what}未见{one}{cite}", verdict
            yield Breach(f"{kind}{one}{at}{where}", result, said, places)


def _known_otherwise(inquiry: Inquiry, document: Document) -> Iterator[str]:
    """Return the elements that other facts of the document prove, or that it need not state."""
    reading = inquiry.reading
    keys = {fact.key for fact in reading.facts if fact.document == document.id}
    typed = {fact.key for fact in reading.facts if fact.corrected}
    proved = {
        "party": "当事人姓名或者名称",
        "issuing_body": "行政机关名称",
        "decision_date": "作出决定的日期",
        "pay_days": "履行期限",
        "pay_by": "履行期限",
        "decision_fine": "处罚种类",
        "officer": "执法人员签名",
        "notice_fine": "拟作出的处罚内容",
        "pleading_right_told": "陈述、申辩权利",
    }
    yield from (element for key, element in proved.items() if key in keys | typed)
    if "warning_only" in keys:
        yield from ("处罚种类", "履行期限", "履行方式", "代收机构", "加处罚款提示", "罚款数额")
    if "decision_fine" in keys:
        yield "罚款数额"
    if "collected_on_spot" in keys:
        yield from ("履行期限", "履行方式", "代收机构", "加处罚款提示")
    if not keys & {"decision_fine", "warning_only"} and document.type == "DT35":
        # Another penalty (吊销、没收): there is no fine to pay.
        yield from ("代收机构", "加处罚款提示", "履行方式", "履行期限")


def _made(inquiry: Inquiry, document: Document) -> date | None:
    for key in ("decision_date", "notice_date", "document_date"):
        for fact in inquiry.reading.of_key(key, document.id):
            if fact.is_read and isinstance(fact.value, date):
                return fact.value
    return None


@FAMILIES.add("contents.pay_days")
def pay_days(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a decision that gives another time to pay than fifteen days (处罚法 67)."""
    if other := outside(inquiry, rule):
        return other
    codes = inquiry.decision_codes
    facts = [f for f in inquiry.facts("pay_days", *codes) if isinstance(f.value, int)]
    read = [fact for fact in facts if fact.is_read]
    if not read or any(fact.value is True for fact in inquiry.facts("warning_only", *codes)):
        return _no_pay_days(inquiry, rule, facts)
    return _fifteen(inquiry, rule, read)


def _no_pay_days(inquiry: Inquiry, rule: RuleInfo, facts: list[Fact]) -> Finding:
    """Return why there is no time to pay in days that could be judged."""
    codes = inquiry.decision_codes
    documents = inquiry.reading.of_type(*codes)
    if not documents:
        return conclude(rule, Verdict.CANNOT_TELL, "卷内未见决定书，缴款期限无法核对")
    shown = [place for one in documents for place in inquiry.shown_by(one)]
    if any(fact.value is True for fact in inquiry.facts("warning_only", *codes)):
        return not_applicable(rule, "处罚没有罚款", shown)
    if any(fact.value is True for fact in inquiry.facts("collected_on_spot", *codes)):
        return not_applicable(rule, "罚款当场收缴，不适用十五日缴款期限", shown)
    if not facts and not inquiry.is_weak(*documents):
        return not_applicable(rule, "决定书未写明缴款天数，由 K-F4 核对", shown)
    places = [fact.place for fact in facts] or shown
    return conclude(rule, Verdict.CANNOT_TELL, "决定书缴款天数识别不清，无法判断", places)


def _fifteen(inquiry: Inquiry, rule: RuleInfo, read: list[Fact]) -> Finding:
    codes = inquiry.decision_codes
    places = [fact.place for fact in read]
    days = inquiry.moment("decision").days
    day = days[-1].day if days else None
    if rule.valid_from and day and day < rule.valid_from:
        return conclude(rule, Verdict.CANNOT_TELL, f"{day} 作出决定，{OLD_LAW}", places)
    values = {fact.value for fact in read}
    cite = "（处罚法第六十七条）"
    working = [fact for fact in read if "工作日" in squeezed(fact.place.quote)]
    if len(working) == len(read):
        message = f"决定书写明 {squeezed(working[0].place.quote)}内缴款，法定为十五日{cite}"
        subject = inquiry.subject_of(working[0].place, codes[0])
        return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)
    if values == {_TERM}:
        return conclude(rule, Verdict.OK, f"决定书写明十五日内缴款{cite}", places)
    told = "、".join(str(value) for value in sorted(map(str, values)))
    verdict = Verdict.CANNOT_TELL if _TERM in values else Verdict.PROBLEM
    message = f"决定书写明 {told} 日内缴款，法定为十五日{cite}"
    subject = inquiry.subject_of(read[0].place, codes[0])
    return conclude(rule, verdict, message, places, subject=subject)


@FAMILIES.add("contents.redress")
def redress(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report remedies that a decision gives with other periods or bodies than the law does."""
    if other := outside(inquiry, rule):
        return other
    codes = inquiry.decision_codes
    facts = [f for f in inquiry.facts("redress", *codes) if isinstance(f.value, Redress)]
    read = [fact for fact in facts if fact.is_read]
    places = [fact.place for fact in facts]
    if not read:
        why = "识别不清" if facts else "未识别到"
        message = f"决定书救济途径和期限{why}，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    decision = inquiry.moment("decision")
    made = decision.days[-1].day if decision.days else None
    if rule.valid_from and made and made < rule.valid_from:
        return conclude(rule, Verdict.CANNOT_TELL, f"{made} 作出决定，{OLD_LAW}", places)
    breaches = [one for fact in read for one in _wrong(inquiry, fact, made)]
    places += [one.place for one in decision.days]
    if breaches:
        return conclude_each(rule, breaches)
    message = "决定书写明的救济途径和期限未见不符（复议法第二十条、诉讼法第四十六条）"
    return conclude(rule, Verdict.OK, message, places)


def _wrong(inquiry: Inquiry, fact: Fact, made: date | None) -> Iterator[Breach]:
    value = fact.value
    if not isinstance(value, Redress):
        return
    subject = inquiry.subject_of(fact.place, inquiry.decision_codes[0])
    for message, at in _wrong_periods(inquiry, value, fact):
        yield Breach(subject, Verdict.PROBLEM, message, (at.place,))
    if made is None:
        if inquiry.procedure is Procedure.SUMMARY or _DEPARTMENT.search(value.reconsideration_body):
            message = "决定日期未识别，2024 年修订的行政复议法是否适用无法判断"
            yield Breach(subject, Verdict.CANNOT_TELL, message, (fact.place,))
        return
    if made < _REVIEW_SINCE:
        return
    places = (fact.place, *(one.place for one in inquiry.moment("decision").days))
    bodies = [str(one.value) for one in inquiry.facts("issuing_body", *inquiry.decision_codes)]
    department = _DEPARTMENT.search(value.reconsideration_body)
    if department and not any(_MINISTERIAL.search(body) for body in bodies):
        message = (
            f"{made} 作出的决定写明复议机关为“{value.reconsideration_body}”，"
            "2024 年 1 月 1 日起应为本级人民政府（复议法第二十四条）"
        )
        yield Breach(subject, Verdict.PROBLEM, message, places)
    if inquiry.procedure is Procedure.SUMMARY:
        yield from _review_first(inquiry, subject, made, fact)


def _wrong_periods(inquiry: Inquiry, value: Redress, fact: Fact) -> Iterator[tuple[str, Fact]]:
    codes = inquiry.decision_codes
    if value.reconsideration_days not in (None, _DAYS):
        days = value.reconsideration_days
        yield f"决定书写明复议期限 {days} 日，法定为六十日（复议法第二十条）", fact
    for one in inquiry.facts("reconsideration_months", *codes):
        if value.reconsideration_days is None and one.is_read:
            yield f"决定书写明复议期限 {one.value} 个月，法定为六十日（复议法第二十条）", one
    if value.suit_months not in (None, _MONTHS):
        months = value.suit_months
        yield f"决定书写明起诉期限 {months} 个月，法定为六个月（诉讼法第四十六条）", fact
    for one in inquiry.facts("suit_days", *codes):
        if value.suit_months is None and one.is_read:
            yield f"决定书写明起诉期限 {one.value} 日，法定为六个月（诉讼法第四十六条）", one


def _review_first(inquiry: Inquiry, subject: str, made: date, fact: Fact) -> Iterator[Breach]:
    told = [one for one in inquiry.facts("reconsider_first", "DT34") if one.value is True]
    direct = [one for one in inquiry.facts("direct_suit", "DT34") if one.value is True]
    if told and not direct:
        return
    cite = "（复议法第二十三条）"
    when = f"{made} 作出的当场处罚决定"
    if direct:
        message = f"{when}写明可以直接提起行政诉讼，应当告知先申请行政复议{cite}"
        places = (direct[0].place, fact.place)
    else:
        decisions = inquiry.reading.of_type("DT34")
        if doubt := may_be_unread(inquiry, decisions, "先申请行政复议"):
            message = f"{when}未识别到先申请行政复议的告知；{doubt}，无法判断"
            yield Breach(subject, Verdict.CANNOT_TELL, message, (fact.place,))
            return
        message = f"{when}未告知先申请行政复议{cite}"
        places = (fact.place, fact.place)
    yield Breach(subject, Verdict.PROBLEM, message, tuple(dict.fromkeys(places)))
