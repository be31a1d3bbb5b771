"""The order of the steps (时序): what was done before what should have come first.

Every reversed pair is a breach of its own with both places.  Two steps of one day are in order.
A step between two others is compared with its neighbours only, so one wrong date is told once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.inquiry import Dated, Inquiry, Moment, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.receipts import served_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Breach, Document, Fact, Finding, Place, RuleInfo, Verdict

_MADE = ("notice_date", "decision_date", "document_date")


@FAMILIES.add("order.steps")
def steps(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report each pair of steps, and each receipt and its document, in reversed order."""
    needed = parameters.table(rule, "needed").get(inquiry.procedure.value)
    if not isinstance(needed, list):
        return not_applicable(rule, "本程序案卷不核对处罚程序的先后")
    breaches = [
        breach
        for pair in parameters.tables(rule, "pairs")
        for compared in _compared(inquiry, pair)
        if (breach := compared.breach(rule))
    ]
    breaches += _receipts(inquiry, rule)
    unknown = [inquiry.why_unknown(inquiry.moment(str(step))) for step in needed]
    if why := joined(unknown):
        breaches.append(Breach("", Verdict.CANNOT_TELL, f"{why}，无法判断其先后"))
    if breaches:
        return conclude_each(rule, _old_once(breaches))
    known = [inquiry.moment(str(step)) for step in needed]
    dates = "，".join(f"{one.step.name} {dated.day}" for one in known for dated in one.days)
    places = [place for one in known for place in one.places]
    return conclude(rule, Verdict.OK, f"{dates}，先后未见不一致", places)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two steps that should come one after the other, with their dates in this file."""

    inquiry: Inquiry
    first: Moment
    then: Moment
    subject: str
    cite: str
    each: bool
    """Whether every document of the first step is compared: it must tell its date then."""

    def breach(self, rule: RuleInfo) -> Breach | None:
        """Return what is wrong with the order; None when it is right or cannot be compared."""
        if not self.first.days or not self.then.days:
            return self._undated()
        reversed_ = [one.day > other.day for one in self.first.days for other in self.then.days]
        if rule.valid_from and all(dated.day < rule.valid_from for dated in self.then.days):
            return Breach("", Verdict.CANNOT_TELL, _old_law(rule.valid_from), self.places)
        if not any(reversed_):
            return None
        if all(reversed_):
            return Breach(self.subject, Verdict.PROBLEM, self._message(), self.places)
        message = f"{self._message()}；识别到不止一个日期，结论不一，无法判断"
        return Breach(self.subject, Verdict.CANNOT_TELL, message, self.places)

    def _undated(self) -> Breach | None:
        """Tell that a step which need not be there is in the file without its date."""
        if not self.each or self.first.days or not self.first.documents:
            return None
        why = f"{self.inquiry.why_unknown(self.first)}，无法判断其先后"
        return Breach(self.subject, Verdict.CANNOT_TELL, why, self.first.places)

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places of both dates."""
        return (*self.first.places, *self.then.places)

    def _message(self) -> str:
        first, then = _dates(self.first.days), _dates(self.then.days)
        pages = in_brackets(self.inquiry.places_of(self.places))
        names = f"{self.first.step.name} {first} 晚于{self.then.step.name} {then}"
        return f"{names}{pages}，先后颠倒{in_brackets(self.cite)}"


def _compared(inquiry: Inquiry, pair: Mapping[str, object]) -> Iterator[_Pair]:
    first, then = str(pair["first"]), str(pair["then"])
    last = inquiry.moment(then)
    if pair.get("receipts") and _has_receipts(inquiry, then):
        return
    if _is_between(inquiry, pair, last):
        return
    moments = [inquiry.moment(first)]
    if pair.get("each") and moments[0].documents:
        moments = [inquiry.moment(first, one) for one in moments[0].documents]
        # What a person typed may stand in no document; it covers what the machine read.
        moments = [one for one in moments if one.days] or [inquiry.moment(first)]
    for moment in moments:
        days = moment.days[:1] if pair.get("earliest") else moment.days
        earlier = Moment(moment.step, days, moment.weak, moment.documents)
        shown = earlier if pair["subject"] == "first" else last
        subject, cite = inquiry.subject_of_step(shown), str(pair.get("cite", ""))
        yield _Pair(inquiry, earlier, last, subject, cite, each=bool(pair.get("each")))


def _is_between(inquiry: Inquiry, pair: Mapping[str, object], last: Moment) -> bool:
    """Return whether a step between the two is known and not after the second."""
    between = pair.get("between", [])
    if not isinstance(between, list) or not last.earliest:
        return False
    moments = [inquiry.moment(str(step)) for step in between]
    return any(one.days and one.days[-1].day <= last.earliest for one in moments)


def _dates(days: tuple[Dated, ...]) -> str:
    return "、".join(str(dated.day) for dated in days)


def _old_law(since: date) -> str:
    return f"{since} 以前的步骤{OLD_LAW}"


def _old_once(breaches: list[Breach]) -> list[Breach]:
    """Put what is told of the same older law together into one breach."""
    told: dict[tuple[str, str], Breach] = {}
    for breach in breaches:
        key = (breach.subject, breach.message)
        before = told.get(key)
        evidence = (*(before.evidence if before else ()), *breach.evidence)
        told[key] = Breach(
            breach.subject, breach.verdict, breach.message, tuple(dict.fromkeys(evidence))
        )
    return list(told.values())


def _has_receipts(inquiry: Inquiry, step: str) -> bool:
    codes = {"decision_served": inquiry.decision_codes, "notice_served": ("DT26",)}[step]
    return any(day_of(fact) for fact in inquiry.receipts(*codes).proving if fact.is_read)


def _receipts(inquiry: Inquiry, rule: RuleInfo) -> Iterator[Breach]:
    """Find receipts signed before the document that they prove the service of was made."""
    for fact in inquiry.reading.of_key("served"):
        served, signed = served_of(fact), day_of(fact)
        if served is None or signed is None or not fact.is_read:
            continue
        documents = inquiry.reading.of_type(served.document)
        made = [dated for document in documents for dated in _made(inquiry, document)]
        if made and signed < min(dated.day for dated in made):
            yield _too_early(inquiry, rule, fact, signed, documents, made)


def _made(inquiry: Inquiry, document: Document) -> list[Dated]:
    facts = [
        fact
        for key in _MADE
        for fact in inquiry.reading.of_key(key, document.id)
        if fact.is_read and day_of(fact)
    ]
    return [Dated(day, fact.place) for fact in facts[:1] if (day := day_of(fact))]


def _too_early(
    inquiry: Inquiry,
    rule: RuleInfo,
    fact: Fact,
    signed: date,
    documents: tuple[Document, ...],
    made: list[Dated],
) -> Breach:
    places = (fact.place, *(dated.place for dated in made))
    if rule.valid_from and signed < rule.valid_from:
        return Breach("", Verdict.CANNOT_TELL, _old_law(rule.valid_from), places)
    receipt = inquiry.document_of(fact)
    subject = inquiry.subject(receipt) if receipt else inquiry.subject_of(fact.place, "DT37")
    pages = in_brackets(inquiry.places_of(places))
    message = (
        f"送达回证 {signed} 签收，早于所送《{documents[0].title}》的日期"
        f" {min(dated.day for dated in made)}{pages}，先后颠倒"
    )
    return Breach(subject, Verdict.PROBLEM, message, places)
