"""Certificates of officers (持证, 处罚法 55): a number for each, one number for one person.

Without the unit's roster only what the file itself contradicts is told (2.3).  A scan may misread
one character with some confidence, so numbers or names that differ in one character count as
different only where both were read with hardly any doubt.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Levenshtein

from reviewer.checking import parameters
from reviewer.checking.certificate_kinds import by_kind, shape, told_kinds
from reviewer.checking.families.documents import PROCEDURE_NAMES
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.records import day_of_record
from reviewer.checking.registry import FAMILIES
from reviewer.checking.roster import QUALIFICATION, not_in_force
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Breach, Document, Fact, Finding, Officer, Place, RuleInfo, Verdict, worst
from reviewer.reckoning.textnorm import squeezed

_SURE = 0.97
"""From this certainty on a difference of one character is none of the scan."""
_TWO = 2
_SHORTEST = 5
"""A number may be printed without its prefix; shorter ends are too common to be the same."""
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True, slots=True)
class _Use:
    """An officer as one document names them."""

    document: Document
    name: str
    cert: str
    fact: Fact

    @property
    def place(self) -> Place:
        return self.fact.place

    @property
    def sure(self) -> bool:
        return self.fact.corrected or self.fact.confidence >= _SURE


@FAMILIES.add("certificates.held")
def held(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report officers without number, with two numbers, sharing one, or not in the roster."""
    if inquiry.procedure not in parameters.procedures(rule):
        name = PROCEDURE_NAMES[inquiry.procedure]
        return not_applicable(rule, f"{name}案卷不核对执法证号")
    uses = _uses(inquiry)
    if not uses:
        message = "卷内未识别到执法人员，执法证号无从核对"
        return conclude(rule, Verdict.CANNOT_TELL, message)
    breaches = [
        *_missing(inquiry, rule, uses),
        *_two_numbers(inquiry, uses),
        *_two_people(inquiry, uses),
        *(breach for use in uses for breach in not_in_force(inquiry, use.document, use.fact)),
    ]
    if breaches:
        return conclude_each(rule, _by_document(_judged_by_law(inquiry, rule, breaches)))
    certified = list({(one.name, one.cert): one for one in uses if one.cert}.values())
    if not certified:
        message = "卷内未识别到执法证号，无法核对"
        return conclude(rule, Verdict.CANNOT_TELL, message, [one.place for one in uses])
    told = "、".join(dict.fromkeys(f"{one.name}（{one.cert}）" for one in certified))
    places = [one.place for one in certified]
    scope = "均在本单位执法人员名册内" if inquiry.library.officers else "前后一致"
    return conclude(rule, Verdict.OK, f"执法人员 {told} 的执法证号{scope}", places)


@FAMILIES.add("certificates.shown")
def shown(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point to each record that does not say that certificates were shown."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对出示执法证件的记载")
    records = inquiry.reading.of_type(*parameters.texts(rule, "records"))
    if not records:
        return not_applicable(rule, "卷内没有应当记载出示执法证件的笔录")
    facts = {one.id: inquiry.reading.of_key("certs_shown", one.id) for one in records}
    silent = [one for one in records if not facts[one.id]]
    # The ministry's form of these has no place for it; another record says it for the same day.
    beside = parameters.texts(rule, "beside")
    if any(facts[one.id] for one in records if one.type not in beside):
        silent = [one for one in silent if one.type not in beside]
    if not silent:
        places = [fact.place for found in facts.values() for fact in found]
        pages = in_brackets(inquiry.pages_of(*(one for one in records if facts[one.id])))
        return conclude(rule, Verdict.OK, f"笔录{pages}均记载了出示执法证件", places)
    breaches = [
        Breach(
            inquiry.subject(one),
            Verdict.HINT,
            f"《{one.title}》{in_brackets(inquiry.pages_of(one))}未见出示执法证件的记载，请核对",
            inquiry.shown_by(one),
        )
        for one in silent
    ]
    return conclude_each(rule, breaches)


def _uses(inquiry: Inquiry) -> list[_Use]:
    """Return every officer of every document; without number only if there is none beside it."""
    uses = []
    for document in inquiry.reading.documents:
        own = [
            _Use(document, name, fact.value.cert, fact)
            for fact in inquiry.reading.of_key("officer", document.id)
            if isinstance(fact.value, Officer) and (name := squeezed(fact.value.name))
        ]
        certified = {one.name for one in own if one.cert}
        uses += [one for one in own if one.cert or one.name not in certified]
    return _without_misreadings(uses)


def _without_misreadings(uses: Sequence[_Use]) -> list[_Use]:
    """Return the uses without numbers that were dealt out in another order.

    A document that gives the usual numbers of its officers gives each of them its own.
    """
    numbers: dict[str, Counter[str]] = {}
    for one in uses:
        if one.cert:
            numbers.setdefault(one.name, Counter())[_plain(one.cert)] += 1
    usual = {name: counted.most_common(1)[0][0] for name, counted in numbers.items()}
    mixed = set()
    for document in {one.document.id for one in uses}:
        own = [one for one in uses if one.document.id == document and one.cert]
        if {usual[one.name] for one in own} == {_plain(one.cert) for one in own}:
            mixed.add(document)
    return [
        one
        for one in uses
        if not one.cert or one.document.id not in mixed or usual[one.name] == _plain(one.cert)
    ]


def _missing(inquiry: Inquiry, rule: RuleInfo, uses: Sequence[_Use]) -> Iterator[Breach]:
    """Find officers whose number a record leaves out."""
    records = parameters.texts(rule, "records")
    for document in inquiry.reading.of_type(*records):
        own = [one for one in uses if one.document.id == document.id]
        bare = [one for one in own if not one.cert and not _is_other(one, own, uses)]
        if not bare:
            continue
        names = "、".join(dict.fromkeys(one.name for one in bare))
        what = f"《{document.title}》{in_brackets(inquiry.pages_of(document))}"
        places = tuple(one.place for one in own)
        if inquiry.is_weak(document) or not all(one.fact.is_read for one in bare):
            message = f"{what}执法人员的证号识别不清，是否漏记无法判断"
            yield Breach(inquiry.subject(document), Verdict.CANNOT_TELL, message, places)
        elif doubt := may_be_unread(inquiry, (document,), "执法证号"):
            message = f"{what}未识别到执法人员{names}的执法证号；{doubt}，无法判断"
            yield Breach(inquiry.subject(document), Verdict.CANNOT_TELL, message, places)
        else:
            message = f"{what}未记录执法人员{names}的执法证号"
            yield Breach(inquiry.subject(document), Verdict.PROBLEM, message, places)


def _is_other(one: _Use, own: Sequence[_Use], uses: Sequence[_Use]) -> bool:
    """Return whether a name without number is perhaps no officer of its record.

    It is a certified officer's name misread, or that of a third person beside two officers whom
    no other document names.
    """
    certified = [other for other in own if other.cert]
    misread = any(_near(one.name, other.name) and not one.sure for other in certified)
    elsewhere = any(
        other.name == one.name and other.document.id != one.document.id for other in uses
    )
    return misread or (len(certified) >= _TWO and not elsewhere)


def _two_numbers(inquiry: Inquiry, uses: Sequence[_Use]) -> Iterator[Breach]:
    """Find people who stand with more than one number of one kind of certificate."""
    numbers = {
        name: [one for one in uses if one.name == name and one.cert and one.fact.is_read]
        for name in dict.fromkeys(one.name for one in uses)
    }
    kinds = by_kind(numbers, lambda use: _plain(use.cert), told_kinds(inquiry, _plain))
    for name, groups in kinds.items():
        for own in groups:
            yield from _odd_ones(inquiry, own, f"执法人员{name}", "执法证号", lambda use: use.cert)


def _two_people(inquiry: Inquiry, uses: Sequence[_Use]) -> Iterator[Breach]:
    """Find numbers that stand with more than one name."""
    for cert in dict.fromkeys(_plain(one.cert) for one in uses if one.cert):
        own = [one for one in uses if one.cert and _plain(one.cert) == cert and one.fact.is_read]
        if len(cert) >= _SHORTEST:
            about = f"执法证号 {own[0].cert if own else cert} "
            yield from _odd_ones(inquiry, own, about, "持证人", lambda use: use.name)


def _odd_ones(
    inquiry: Inquiry,
    own: Sequence[_Use],
    about: str,
    what: str,
    value: Callable[[_Use], str],
) -> Iterator[Breach]:
    """Report the documents whose value is the rarer one."""
    counts = Counter(value(one) for one in own)
    if len(counts) < _TWO:
        return
    usual = max(counts, key=lambda one: counts[one])
    model = next(one for one in own if value(one) == usual)
    for use in own:
        if _same(value(use), usual):
            continue
        doubtful = _near(value(use), usual) and not (use.sure and model.sure)
        unlike = what == "执法证号" and _unlike(value(use), usual)
        pages = in_brackets(inquiry.places_of((use.place, model.place)))
        message = f"{about}的{what}记为 {value(use)} 和 {usual}{pages}，前后不一致"
        verdict = Verdict.CANNOT_TELL if doubtful or unlike else Verdict.PROBLEM
        message += "，其中有识别不清的字，无法判断" if doubtful else ""
        if unlike and not doubtful:
            message += "，两者格式不同，是否为同一证件的编号无法判断"
        yield Breach(inquiry.subject(use.document), verdict, message, (use.place, model.place))


def _plain(cert: str) -> str:
    told = (char for char in cert.upper() if char.isalnum() and char not in "第号")
    return "".join(told).translate(_ALIKE)


def _same(one: str, other: str) -> bool:
    first, then = sorted((_plain(one), _plain(other)), key=len)
    if first == then or (len(first) >= _SHORTEST and then.endswith(first)):
        return True
    # A word that a form prints beside the name is no other person.
    return len(first) >= _TWO and not first.isascii() and first in then


def _unlike(one: str, other: str) -> bool:
    """Return whether two numbers differ in kind: one may be cut off, or no certificate's."""
    first, then = _plain(one), _plain(other)
    return shape(first) != shape(then) or first in then or then in first


def _near(one: str, other: str) -> bool:
    return Levenshtein.distance(_plain(one), _plain(other), score_cutoff=1) <= 1


def _judged_by_law(
    inquiry: Inquiry, rule: RuleInfo, breaches: Sequence[Breach]
) -> Iterator[Breach]:
    """Tell nothing of records made before the law that the rule rests on."""
    days = {
        inquiry.subject(document): day_of_record(inquiry, document)
        for document in inquiry.reading.documents
    }
    for breach in breaches:
        day: date | None = days.get(breach.subject.removesuffix(f" {QUALIFICATION}"))
        if rule.valid_from and day and day < rule.valid_from:
            message = f"{rule.valid_from} 以前的步骤{OLD_LAW}"
            yield Breach("", Verdict.CANNOT_TELL, message, breach.evidence)
        else:
            yield breach


def _by_document(breaches: Iterable[Breach]) -> list[Breach]:
    """Put what is told of one document together: it is deducted once."""
    by_subject: dict[str, list[Breach]] = {}
    for breach in breaches:
        by_subject.setdefault(breach.subject, []).append(breach)
    put = []
    for subject, some in by_subject.items():
        verdict = worst([one.verdict for one in some])
        told = [one for one in some if one.verdict is verdict]
        evidence = tuple(dict.fromkeys(place for one in told for place in one.evidence))
        put.append(Breach(subject, verdict, joined([one.message for one in told]), evidence))
    return put
