"""Who acted (人员): at least two different officers in every record (处罚法 42, 强制法 18(2)).

A name that was read too weakly is a person of whom only the spelling is unknown: it never makes
a problem, and it may be the second officer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each
from reviewer.checking.receipts import served_of
from reviewer.checking.records import day_of_record
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets
from reviewer.model import (
    Breach,
    Document,
    Finding,
    Officer,
    Place,
    RuleInfo,
    Session,
    Verdict,
)
from reviewer.reckoning.textnorm import squeezed

_TWO = 2


@dataclass(frozen=True, slots=True)
class _Named:
    """The officers that one document names."""

    read: frozenset[str]
    weak: int
    """Number of names that were read too weakly."""
    twice: bool
    """Whether one name stands with two certificate numbers: perhaps two people."""
    places: tuple[Place, ...]


@FAMILIES.add("people.two_officers")
def two_officers(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report each record with fewer than two different officers."""
    judged = [(one, _named(inquiry, one)) for one in _records(inquiry, rule)]
    if not judged:
        return conclude(rule, Verdict.CANNOT_TELL, "卷内未见调查、检查笔录，无法核对执法人员")
    breaches = [breach for one, named in judged if (breach := _breach(inquiry, rule, one, named))]
    if breaches:
        return conclude_each(rule, breaches)
    pages = in_brackets(inquiry.pages_of(*(one for one, _ in judged)))
    places = [place for _, named in judged for place in named.places[:_TWO]]
    message = f"{len(judged)} 份调查、检查等文书{pages}均有两名以上不同的执法人员"
    return conclude(rule, Verdict.OK, message, places)


def _records(inquiry: Inquiry, rule: RuleInfo) -> Iterator[Document]:
    """Return the documents that must name two officers, in reading order."""
    records, when_named = parameters.texts(rule, "records"), parameters.texts(rule, "when_named")
    left = parameters.text(rule, "left_with")
    for document in inquiry.reading.documents:
        named = bool(inquiry.reading.of_key("officer", document.id))
        left_there = document.type == "DT37" and any(
            left in served.method
            for fact in inquiry.reading.of_key("served", document.id)
            if (served := served_of(fact))
        )
        if document.type in records or left_there or (named and document.type in when_named):
            yield document


def _named(inquiry: Inquiry, document: Document) -> _Named:
    names: list[tuple[str, str, bool]] = []
    places: list[Place] = []
    for fact in inquiry.reading.of_key("officer", document.id):
        if isinstance(fact.value, Officer):
            names.append((squeezed(fact.value.name), fact.value.cert, fact.is_read))
            places.append(fact.place)
    for fact in inquiry.reading.of_key("session", document.id):
        if isinstance(fact.value, Session) and fact.value.officers:
            names += [(squeezed(name), "", fact.is_read) for name in fact.value.officers]
            places.append(fact.place)
    names += _recorders(inquiry, document)
    names = [one for one in names if one[0]]
    read = frozenset(name for name, _, is_read in names if is_read)
    weak = {name for name, _, is_read in names if not is_read} - read
    certs = {(name, cert) for name, cert, _ in names if cert}
    twice = len(certs) > len({name for name, _ in certs})
    return _Named(read, len(weak), twice, tuple(dict.fromkeys(places)))


def _recorders(inquiry: Inquiry, document: Document) -> list[tuple[str, str, bool]]:
    """Return who wrote the record, if the file names them as an officer anywhere."""
    known = {
        squeezed(fact.value.name)
        for fact in inquiry.reading.of_key("officer")
        if isinstance(fact.value, Officer)
    }
    facts = inquiry.reading.of_key("recorder", document.id)
    return [
        (name, "", fact.is_read) for fact in facts if (name := squeezed(str(fact.value))) in known
    ]


def _breach(inquiry: Inquiry, rule: RuleInfo, document: Document, named: _Named) -> Breach | None:
    subject = inquiry.subject(document)
    since, day = _since(rule, document), day_of_record(inquiry, document)
    if since and day and day < since:
        return Breach("", Verdict.CANNOT_TELL, f"{since} 以前的步骤{OLD_LAW}", named.places)
    if len(named.read) >= _TWO:
        return None
    what = f"《{document.title}》{in_brackets(inquiry.pages_of(document))}"
    if not named.read or named.weak or named.twice or inquiry.is_weak(document):
        doubt = _doubt(named)
        message = f"{what}{doubt}，是否有两名执法人员无法判断"
        return Breach(subject, Verdict.CANNOT_TELL, message, named.places)
    if doubt := may_be_unread(inquiry, (document,), "执法人员"):
        message = f"{what}仅识别到一名执法人员；{doubt}，无法判断"
        return Breach(subject, Verdict.CANNOT_TELL, message, named.places)
    cite = in_brackets(parameters.text(rule, "cite"))
    message = f"{what}仅见一名执法人员（{next(iter(named.read))}），应不少于两名{cite}"
    return Breach(subject, Verdict.PROBLEM, message, named.places)


def _doubt(named: _Named) -> str:
    if not named.read and not named.weak:
        return "未识别到执法人员姓名"
    return "同一姓名有两个执法证号" if named.twice and not named.weak else "执法人员姓名识别不清"


def _since(rule: RuleInfo, document: Document) -> date | None:
    """Return since when the law behind the rule governs this kind of document."""
    own = parameters.table(rule, "own_law").get(document.type, rule.valid_from)
    return own if isinstance(own, date) else None
