"""Coercive measures (行政强制措施): which documents and days a file tells of each.

Forms of one type serve several ends: what is about prolonging or lifting a measure is no approval
of taking it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.moments import Instant, instant_of
from reviewer.checking.outcomes import not_applicable
from reviewer.checking.periods import day_off_end
from reviewer.model import Document, Fact, Finding, Place, Procedure, RuleInfo

DECISION, APPROVAL, LIST, PROLONGED, LIFTED = "DT15", "DT14", "DT16", "DT17", "DT18"
DISPOSED = "DT49"
TERM = 30
"""强制法 25: thirty days, and thirty more."""
CITE = "（强制法第二十五条）"


def outside(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Return that the rule does not concern this procedure; None when it does."""
    if inquiry.procedure in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return None
    return not_applicable(rule, "本程序案卷不适用")


def not_taken(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Return that no measure was taken; None when the file shows one."""
    if other := outside(inquiry, rule):
        return other
    if inquiry.reading.of_type(DECISION, APPROVAL, LIFTED, PROLONGED):
        return None
    if inquiry.facts("seizure_at"):
        return None
    return not_applicable(rule, "没有采取行政强制措施")


def approvals(inquiry: Inquiry) -> tuple[Document, ...]:
    """Return the forms in which taking a measure was approved."""
    return tuple(
        document
        for document in inquiry.reading.of_type(APPROVAL)
        if not is_about(inquiry, document, "延长") and "解除" not in document.title
    )


def prolongings(inquiry: Inquiry) -> tuple[Document, ...]:
    """Return the forms in which prolonging a measure was approved, and the notices of it."""
    forms = [
        document
        for document in inquiry.reading.of_type(APPROVAL)
        if is_about(inquiry, document, "延长")
    ]
    return (*forms, *inquiry.reading.of_type(PROLONGED))


def is_about(inquiry: Inquiry, document: Document, word: str) -> bool:
    """Return whether the title of `document` holds `word`, or its text says that it prolongs."""
    told = inquiry.reading.of_key("prolonging_measure", document.id)
    prolongs = word == "延长"
    return (
        word in document.title
        or (prolongs and "延期" in document.title)
        or (prolongs and any(fact.value is True for fact in told))
    )


def instants(inquiry: Inquiry, key: str, documents: Iterable[Document]) -> tuple[Instant, ...]:
    """Return the moments of `key` that `documents` give and that count as read, the first first.

    Of a day that one document gives with a time and another without, the time counts; a moment
    that several give stands where the first of `documents` gives it.
    """
    homes = [document.id for document in documents]
    facts = [fact for fact in inquiry.facts(key) if fact.document in homes or fact.corrected]
    facts.sort(key=lambda fact: homes.index(fact.document) if fact.document in homes else -1)
    found = [one for fact in facts if fact.is_read and (one := instant_of(fact))]
    exact = {one.day for one in found if one.exact}
    kept: dict[tuple[object, object], Instant] = {}
    for one in found:
        if one.exact or one.day not in exact:
            kept.setdefault((one.first, one.last), one)
    return tuple(sorted(kept.values(), key=lambda one: one.first))


def weak(inquiry: Inquiry, key: str) -> tuple[Place, ...]:
    """Return where values of `key` stand that were read too weakly."""
    return tuple(fact.place for fact in inquiry.facts(key) if not fact.is_read)


def flag(inquiry: Inquiry, key: str, *codes: str) -> Fact | None:
    """Return the fact that says `key` is so; a clearly read one first."""
    facts = [fact for fact in inquiry.facts(key, *codes) if fact.value is True]
    return next((fact for fact in facts if fact.is_read), facts[0] if facts else None)


@dataclass(frozen=True, slots=True)
class Term:
    """The last day of a term of `days` from `start`."""

    last: date
    moved: date
    """The working day to which it would be moved if a day off moved it (T14 leaves that open)."""

    def holds(self, day: date) -> bool | None:
        """Return whether `day` is in time; None when that depends on the moving."""
        if day <= self.last:
            return True
        return None if day <= self.moved else False


def term(inquiry: Inquiry, start: date, days: int) -> Term:
    """Return the term of `days` calendar days from `start`, which itself does not count."""
    last = start + timedelta(days=days)
    return Term(last, day_off_end(inquiry.calendar, last))
