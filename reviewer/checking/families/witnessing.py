"""Witnesses (见证人, K03): when the party was not there, and when papers were left behind.

强制法 18(9): without the party a witness is asked to come.  民诉法 89: papers that nobody takes
are left before a witness, or photographs or a video show it.
"""

from collections.abc import Iterator

from reviewer.checking.families.measures import flag, outside
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.receipts import served_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Finding, Place, RuleInfo, Session, Verdict

_MEASURE = ("DT15", "DT16", "DT06")
_SHOWN_BY = ("DT54", "DT60")
_LEFT = "留置"


@FAMILIES.add("witnessing.present")
def present(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a measure without the party, or a service by leaving, that nobody witnessed."""
    if other := outside(inquiry, rule):
        return other
    breaches = [*_measures(inquiry, rule), *_services(inquiry, rule)]
    if not breaches:
        return not_applicable(rule, "没有当事人不到场的强制措施，也没有留置送达")
    worse = [one for one in breaches if one.verdict is not Verdict.OK]
    if worse:
        return conclude_each(rule, worse)
    places = (place for one in breaches for place in one.evidence)
    message = "；".join(dict.fromkeys(one.message for one in breaches))
    return conclude(rule, Verdict.OK, message, places)


def _measures(inquiry: Inquiry, rule: RuleInfo) -> Iterator[Breach]:
    """Judge the measure that was taken while the party was not there."""
    decisions = inquiry.reading.of_type("DT15", "DT16")
    absent = flag(inquiry, "party_absent", *_MEASURE)
    if not decisions or absent is None:
        return
    home = inquiry.document_of(absent)
    subject = inquiry.subject(home) if home else "DT15"
    if old := _old(inquiry, rule, home):
        yield Breach(subject, Verdict.CANNOT_TELL, old, (absent.place,))
        return
    witnesses = inquiry.facts("witness", *_MEASURE)
    told = f"采取强制措施时当事人未到场{in_brackets(inquiry.places_of([absent.place]))}"
    if witnesses:
        places = (absent.place, witnesses[0].place)
        yield Breach(subject, Verdict.OK, f"{told}，有见证人（强制法第十八条）", places)
        return
    if not absent.is_read or inquiry.is_weak(*inquiry.reading.of_type(*_MEASURE)):
        message = f"{told}，见证人识别不清，无法判断"
        yield Breach(subject, Verdict.CANNOT_TELL, message, (absent.place,))
        return
    if doubt := may_be_unread(inquiry, inquiry.reading.of_type(*_MEASURE), "见证人"):
        message = f"{told}，未识别到见证人；{doubt}，无法判断"
        yield Breach(subject, Verdict.CANNOT_TELL, message, (absent.place,))
        return
    message = f"{told}，未见见证人（强制法第十八条第九项）"
    yield Breach(subject, Verdict.PROBLEM, message, (absent.place,))


def _services(inquiry: Inquiry, rule: RuleInfo) -> Iterator[Breach]:
    """Judge each receipt that says the papers were left behind."""
    for document in inquiry.reading.of_type("DT37"):
        left = _left(inquiry, document)
        if left is not None:
            yield _service(inquiry, rule, document, left)


def _left(inquiry: Inquiry, document: Document) -> Fact | None:
    for fact in inquiry.reading.of_key("served", document.id):
        if (served := served_of(fact)) and _LEFT in served.method:
            return fact
    return None


def _service(inquiry: Inquiry, rule: RuleInfo, document: Document, left: Fact) -> Breach:
    subject = inquiry.subject(document)
    told = f"送达回证{in_brackets(inquiry.pages_of(document))}载明留置送达"
    day = day_of(left)
    if rule.valid_from and day and day < rule.valid_from:
        message = f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}"
        return Breach(subject, Verdict.CANNOT_TELL, message, (left.place,))
    witness = _proof(inquiry, document)
    if witness:
        message = f"{told}，有见证人或者拍照、录像（民诉法第八十九条）"
        return Breach(subject, Verdict.OK, message, (left.place, *witness))
    if inquiry.is_weak(document) or not left.is_read:
        message = f"{told}，见证人识别不清，无法判断"
        return Breach(subject, Verdict.CANNOT_TELL, message, (left.place,))
    if doubt := may_be_unread(inquiry, (document,), "见证人"):
        message = f"{told}，未识别到见证人；{doubt}，无法判断"
        return Breach(subject, Verdict.CANNOT_TELL, message, (left.place,))
    message = f"{told}，未见见证人，也未见拍照、录像（民诉法第八十九条）"
    return Breach(subject, Verdict.PROBLEM, message, (left.place,))


def _proof(inquiry: Inquiry, document: Document) -> tuple[Place, ...]:
    """Return where a witness, or what recorded the service, stands."""
    facts = [
        *inquiry.reading.of_key("witness", document.id),
        *inquiry.reading.of_key("service_recorded", document.id),
        *(
            fact
            for shown in inquiry.reading.of_type(*_SHOWN_BY)
            for fact in inquiry.reading.of_key("service_recorded", shown.id)
        ),
    ]
    return tuple(fact.place for fact in facts[:1])


def _old(inquiry: Inquiry, rule: RuleInfo, home: Document | None) -> str:
    """Return in words that the measure was taken before the law that is shipped."""
    taken = [day for fact in inquiry.facts("seizure_at") if (day := day_of(fact))]
    if home:
        for fact in inquiry.reading.of_key("session", home.id):
            if isinstance(fact.value, Session) and fact.value.start:
                taken.append(fact.value.start.date())
    if rule.valid_from and taken and max(taken) < rule.valid_from:
        return f"{max(taken)} 采取强制措施；{rule.valid_from} 以前的步骤{OLD_LAW}"
    return ""
