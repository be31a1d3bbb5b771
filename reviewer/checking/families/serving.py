"""Service (送达): announcements, electronic service, what a receipt must tell (民诉法 87–95)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.families.documents import may_be_hidden
from reviewer.checking.families.limits import outside
from reviewer.checking.inquiry import Dated, Inquiry, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.receipts import served_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Finding, Place, RuleInfo, Verdict

_ANNOUNCEMENT, _CONSENT = "DT39", "DT38"
_LEAST, _MOST = 30, 60
"""Days of an announcement: 民诉法 95, and what older rules still say."""
_THIRTY_SINCE = date(2022, 1, 1)
_ANNOUNCED = "公告"
_NEXT_STEPS = {"DT26": ("decision",), "DT35": ("court_application", "closing")}


@dataclass(frozen=True, slots=True)
class _Announcement:
    """One service by announcement: its day, and how many days passed or are printed."""

    subject: str
    code: str
    issued: Dated | None
    days: int | None
    places: tuple[Place, ...]
    printed: bool
    """Whether the days are those that the announcement gives, not those that passed."""


@FAMILIES.add("serving.announced")
def announced(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report an announcement too short to count as service, or without its reason."""
    if other := outside(inquiry, rule):
        return other
    found = _announcements(inquiry)
    receipts = _receipts_by(inquiry, _ANNOUNCED)
    if not found and not receipts:
        return not_applicable(rule, "没有公告送达")
    if not found:
        places = [fact.place for fact in receipts]
        message = "送达回证载明公告送达，卷内未见公告，公告期限无法核对"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    judged = [_long_enough(rule, one) for one in found]
    judged += _unexplained(inquiry, found)
    return conclude_each(rule, judged)


def _announcements(inquiry: Inquiry) -> list[_Announcement]:
    """Return the announcements that serve something; others (听证、拆除) serve nothing."""
    return [
        one
        for document in inquiry.reading.of_type(_ANNOUNCEMENT)
        if (one := _announcement(inquiry, document))
    ]


def _announcement(inquiry: Inquiry, document: Document) -> _Announcement | None:
    reading = inquiry.reading
    codes = [str(fact.value) for fact in reading.of_key("announced_document", document.id)]
    printed = [
        fact
        for fact in reading.of_key("announced_days", document.id)
        if fact.is_read and isinstance(fact.value, int)
    ]
    if not codes and not printed and "送达" not in document.title:
        return None
    issued = next(iter(_dated(inquiry, "announced_on", document)), None)
    until = next(iter(_dated(inquiry, "announced_until", document)), None)
    code = codes[0] if codes else ""
    end = until or (_end_told(inquiry, code, issued) if issued else None)
    passed = (end.day - issued.day).days if issued and end else None
    days = [fact.value for fact in printed if isinstance(fact.value, int)]
    count = min([*days, *([passed] if passed is not None else [])], default=None)
    places = [fact.place for fact in printed]
    places += [one.place for one in (issued, end) if one]
    shown = places or list(inquiry.shown_by(document))
    is_printed = count is not None and count in days
    return _Announcement(inquiry.subject(document), code, issued, count, tuple(shown), is_printed)


def _end_told(inquiry: Inquiry, code: str, issued: Dated) -> Dated | None:
    """Return the day on which the file takes the announced document for served."""
    for fact in _receipts_by(inquiry, _ANNOUNCED):
        served, day = served_of(fact), day_of(fact)
        same = served is not None and (not code or served.document in ("", code))
        if same and day is not None and fact.is_read and day > issued.day:
            return Dated(day, fact.place)
    for step in _NEXT_STEPS.get(code, ()):
        days = [one for one in inquiry.moment(step).days if one.day > issued.day]
        if days:
            return days[0]
    return None


def _long_enough(rule: RuleInfo, one: _Announcement) -> Breach:
    cite = "（民事诉讼法第九十五条）"
    if one.issued is None and one.days is None:
        message = "公告未识别到日期和期限，公告期限无法判断"
        return Breach(one.subject, Verdict.CANNOT_TELL, message, one.places)
    when = f"{one.issued.day} 公告，" if one.issued else "公告"
    if one.days is None:
        message = f"{when}未识别到公告期限，无法判断是否期满"
        return Breach(one.subject, Verdict.CANNOT_TELL, message, one.places)
    told = f"{when}{'载明' if one.printed else '至视为送达、进入下一程序'} {one.days} 日"
    if rule.valid_from and one.issued and one.issued.day < rule.valid_from:
        return Breach(one.subject, Verdict.CANNOT_TELL, f"{told}；{OLD_LAW}", one.places)
    least = _LEAST
    if one.issued and one.issued.day < _THIRTY_SINCE:
        least = _MOST
    if one.days < least:
        message = f"{told}，不足 {least} 日{cite}"
        return Breach(one.subject, Verdict.PROBLEM, message, one.places)
    if one.days < _MOST:
        message = (
            f"{told}，满三十日、不足六十日；民事诉讼法为三十日，程序规定可能仍为六十日"
            f"（未附原文），无法判断{cite}"
        )
        return Breach(one.subject, Verdict.CANNOT_TELL, message, one.places)
    return Breach(one.subject, Verdict.OK, f"{told}，满 {least} 日{cite}", one.places)


def _unexplained(inquiry: Inquiry, found: list[_Announcement]) -> Iterator[Breach]:
    documents = inquiry.reading.of_type(_ANNOUNCEMENT)
    if inquiry.facts("announcement_explained") or inquiry.is_weak(*documents):
        return
    verdict, message = Verdict.PROBLEM, "未见记明公告送达的原因和经过（民事诉讼法第九十五条）"
    if doubt := may_be_unread(inquiry, documents, "公告送达的原因"):
        verdict, message = Verdict.CANNOT_TELL, f"未识别到公告送达的原因和经过；{doubt}，无法判断"
    yield Breach(found[0].subject, verdict, message, found[0].places)


@FAMILIES.add("serving.electronic")
def electronic(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report electronic service without the party's signed consent."""
    if other := outside(inquiry, rule):
        return other
    receipts = _receipts_by(inquiry, "电子")
    if not receipts:
        return not_applicable(rule, "没有电子送达")
    places = [fact.place for fact in receipts]
    forms = inquiry.reading.of_type(_CONSENT)
    consents = [fact for fact in inquiry.facts("electronic_consent", _CONSENT) if fact.is_read]
    cite = "（处罚法第六十一条）"
    pages = in_brackets(inquiry.pages_of(*forms))
    if any(fact.value is True for fact in consents):
        message = f"电子送达有当事人同意的确认书{pages}{cite}"
        return conclude(rule, Verdict.OK, message, [*places, *(f.place for f in consents)])
    if consents:
        verdict, message = Verdict.PROBLEM, f"采用电子送达，确认书{pages}载明当事人不同意{cite}"
    elif forms:
        verdict = Verdict.CANNOT_TELL
        message = f"采用电子送达，送达地址确认书{pages}是否同意电子送达未识别到，无法判断"
    elif doubt := may_be_hidden(inquiry):
        verdict, message = Verdict.CANNOT_TELL, f"采用电子送达，未见当事人同意的确认书；{doubt}"
    else:
        verdict, message = Verdict.PROBLEM, f"采用电子送达，卷内未见当事人同意的确认书{cite}"
    places += [fact.place for fact in consents]
    breaches = [
        Breach(subject, verdict, message, tuple(places))
        for subject in dict.fromkeys(_subject(inquiry, fact) for fact in receipts)
    ]
    return conclude_each(rule, _since(rule, receipts, breaches))


def _since(rule: RuleInfo, receipts: list[Fact], breaches: list[Breach]) -> list[Breach]:
    days = [day for fact in receipts if (day := day_of(fact))]
    if rule.valid_from and days and max(days) < rule.valid_from:
        message = f"{rule.valid_from} 以前的步骤{OLD_LAW}"
        return [Breach(one.subject, Verdict.CANNOT_TELL, message) for one in breaches]
    return breaches


@FAMILIES.add("serving.filled_in")
def filled_in(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Give a hint for each element that a receipt of service lacks."""
    if other := outside(inquiry, rule):
        return other
    receipts = inquiry.reading.of_type("DT37")
    if not receipts:
        return not_applicable(rule, "卷内没有送达回证")
    breaches = [one for receipt in receipts for one in _lacking(inquiry, rule, receipt)]
    if breaches:
        return conclude_each(rule, breaches)
    places = [place for one in receipts for place in inquiry.shown_by(one)]
    pages = in_brackets(inquiry.pages_of(*receipts))
    return conclude(rule, Verdict.OK, f"送达回证{pages}应填各项均已填写", places)


def _lacking(inquiry: Inquiry, rule: RuleInfo, receipt: Document) -> Iterator[Breach]:
    if inquiry.is_weak(receipt) or _is_old(rule, inquiry, receipt):
        return
    reading = inquiry.reading
    stated = {str(fact.value) for fact in reading.of_key("stated", receipt.id)}
    blank = {str(fact.value): fact for fact in reading.of_key("left_blank", receipt.id)}
    if not stated and not blank:
        return
    what = f"《{receipt.title}》{in_brackets(inquiry.pages_of(receipt))}"
    base = inquiry.subject(receipt)
    if _signed_by_nobody(inquiry, receipt):
        stated |= {"签收人", "关系"}
    for element in parameters.texts(rule, "elements"):
        if element in stated:
            continue
        fact = blank.get(element)
        if fact is None:
            if element not in parameters.texts(rule, "always"):
                continue
            message = f"{what}未识别到{element}，请核对"
            places = inquiry.shown_by(receipt)
            yield Breach(_about(base, element), Verdict.HINT, message, places)
            continue
        signed = element in parameters.texts(rule, "by_hand")
        doubt = "或者未识别到手写内容" if signed else ""
        message = f"{what}“{element}”一栏未填写{doubt}，请核对"
        yield Breach(_about(base, element), Verdict.HINT, message, (fact.place,))


def _signed_by_nobody(inquiry: Inquiry, receipt: Document) -> bool:
    """Return whether the document was served in a way that no receiver signs for."""
    methods = [
        served.method
        for fact in inquiry.reading.of_key("served", receipt.id)
        if (served := served_of(fact)) is not None
    ]
    return any(way in method for method in methods for way in ("公告", "电子", "邮", "留置"))


def _about(subject: str, element: str) -> str:
    kind, at, where = subject.partition("@")
    return f"{kind}{element}{at}{where}"


def _is_old(rule: RuleInfo, inquiry: Inquiry, receipt: Document) -> bool:
    days = [day for fact in inquiry.reading.of_key("served", receipt.id) if (day := day_of(fact))]
    return bool(rule.valid_from and days and max(days) < rule.valid_from)


def _receipts_by(inquiry: Inquiry, method: str) -> list[Fact]:
    return [
        fact
        for fact in inquiry.reading.of_key("served")
        if (served := served_of(fact)) is not None and method in served.method
    ]


def _subject(inquiry: Inquiry, fact: Fact) -> str:
    document = inquiry.document_of(fact)
    return inquiry.subject(document) if document else inquiry.subject_of(fact.place, "DT37")


def _dated(inquiry: Inquiry, key: str, document: Document) -> list[Dated]:
    return [
        Dated(fact.value, fact.place)
        for fact in inquiry.reading.of_key(key, document.id)
        if fact.is_read and isinstance(fact.value, date)
    ]
