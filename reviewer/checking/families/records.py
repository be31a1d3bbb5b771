"""Recorded sessions (笔录): their times (R-C3-01), and what cannot be right (T44: hints, 【设计】).

An end before its beginning, an interview of a few minutes or past midnight, and two interviews at
once by the same officer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Finding, RuleInfo, Session, Verdict
from reviewer.reckoning.textnorm import squeezed

_INTERVIEW = "DT07"


@dataclass(frozen=True, slots=True)
class _Held:
    """A session with its document."""

    document: Document
    fact: Fact
    start: datetime
    end: datetime
    officers: frozenset[str]


@FAMILIES.add("records.plausible")
def plausible(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Hint at sessions whose times cannot be right."""
    documents = inquiry.reading.of_type(*parameters.texts(rule, "records"))
    if not documents:
        return not_applicable(rule, "卷内没有笔录")
    held = [one for document in documents for one in _held(inquiry, document)]
    if not held:
        pages = in_brackets(inquiry.pages_of(*documents))
        return not_applicable(rule, f"笔录{pages}未识别到完整的起止时间")
    breaches = [one for session in held for one in _odd(inquiry, rule, session)]
    breaches += _at_once(inquiry, held)
    if breaches:
        return conclude_each(rule, breaches)
    places = [one.fact.place for one in held]
    message = f"{len(held)} 份笔录的起止时间未见不合常理之处"
    return conclude(rule, Verdict.OK, message, places)


@FAMILIES.add("records.timed")
def timed(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report each record that does not say from when to when it was made."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对笔录的起止时间")
    documents = inquiry.reading.of_type(*parameters.texts(rule, "records"))
    if not documents:
        return not_applicable(rule, "卷内没有笔录")
    whole = {one.document.id: one for document in documents for one in _held(inquiry, document)}
    made = [day.day for step in ("decision", "filing") for day in inquiry.moment(step).days]
    if rule.valid_from and made and max(made) < rule.valid_from:
        message = f"{rule.valid_from} 以前的步骤{OLD_LAW}，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message)
    breaches = [_untimed(inquiry, one) for one in documents if one.id not in whole]
    if breaches:
        return conclude_each(rule, breaches)
    places = [one.fact.place for one in whole.values()]
    return conclude(rule, Verdict.OK, f"{len(whole)} 份笔录均写明起止时间", places)


def _untimed(inquiry: Inquiry, document: Document) -> Breach:
    what = f"《{document.title}》{in_brackets(inquiry.pages_of(document))}"
    subject = inquiry.subject(document)
    told = [one for one in inquiry.reading.of_key("untimed", document.id) if one.is_read]
    if told and not inquiry.is_weak(document):
        message = f"{what}未见起止时间"
        return Breach(subject, Verdict.PROBLEM, message, inquiry.shown_by(document))
    message = f"{what}未识别到完整的起止时间，无法判断"
    return Breach(subject, Verdict.CANNOT_TELL, message, inquiry.shown_by(document))


def _held(inquiry: Inquiry, document: Document) -> Iterator[_Held]:
    for fact in inquiry.reading.of_key("session", document.id):
        session = fact.value
        if isinstance(session, Session) and fact.is_read and session.start and session.end:
            names = {squeezed(name) for name in session.officers}
            names |= {
                squeezed(one.value.name)
                for one in inquiry.reading.of_key("officer", document.id)
                if hasattr(one.value, "name")
            }
            yield _Held(document, fact, session.start, session.end, frozenset(names))


def _odd(inquiry: Inquiry, rule: RuleInfo, held: _Held) -> Iterator[Breach]:
    what = f"《{held.document.title}》{in_brackets(inquiry.pages_of(held.document))}"
    span = f"{held.start:%Y-%m-%d %H:%M} 至 {held.end:%Y-%m-%d %H:%M}"
    shortest = timedelta(minutes=parameters.number(rule, "shortest_minutes"))
    why = ""
    if held.end < held.start:
        why = "结束早于开始"
    elif held.end == held.start:
        why = "开始与结束为同一时刻"
    elif held.document.type == _INTERVIEW and held.end - held.start < shortest:
        why = f"询问不足 {parameters.number(rule, 'shortest_minutes')} 分钟"
    elif held.document.type == _INTERVIEW and held.end.date() > held.start.date():
        why = "询问跨日"
    if why:
        message = f"{what}记载 {span}，{why}，请核对"
        yield Breach(inquiry.subject(held.document), Verdict.HINT, message, (held.fact.place,))


def _at_once(inquiry: Inquiry, held: list[_Held]) -> Iterator[Breach]:
    interviews = [one for one in held if one.document.type == _INTERVIEW and one.start < one.end]
    for one, other in combinations(interviews, 2):
        shared = sorted(one.officers & other.officers)
        if shared and one.start < other.end and other.start < one.end:
            pages = in_brackets(inquiry.pages_of(one.document, other.document))
            message = f"两份询问笔录{pages}时间重叠，均有执法人员{shared[0]}，请核对"
            places = (one.fact.place, other.fact.place)
            yield Breach(inquiry.subject(other.document), Verdict.HINT, message, places)
