"""Who handled the case, and when a record was made: what several rules on people ask.

Names are compared without blanks.  A name that was read weakly is kept apart: it may be anybody's
that differs from it in one character.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from rapidfuzz.distance import Levenshtein

from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.model import Document, Fact, Officer, Place, Session
from reviewer.reckoning.textnorm import squeezed

HANDLED = ("DT05", "DT06", "DT07", "DT08", "DT09", "DT10", "DT15", "DT23", "DT34")
"""Documents whose officers investigated the case; who serves a paper is no investigator."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person as one document names them."""

    name: str
    """Without blanks."""
    fact: Fact

    @property
    def place(self) -> Place:
        """Return where the name stands."""
        return self.fact.place

    @property
    def is_read(self) -> bool:
        """Return whether the name counts as read."""
        return self.fact.is_read


def day_of_record(inquiry: Inquiry, document: Document) -> date | None:
    """Return the day of a record; None when the document does not tell."""
    sessions = inquiry.reading.of_key("session", document.id)
    starts = [fact.value.start for fact in sessions if isinstance(fact.value, Session)]
    days = [start.date() for start in starts if isinstance(start, datetime)]
    for key in ("document_date", "decision_date", "served"):
        days += _own_dates(inquiry.reading.of_key(key, document.id))
    return max(days, default=None)


def handlers(inquiry: Inquiry) -> tuple[Named, ...]:
    """Return the officers who investigated, once for each document that names them."""
    return tuple(
        Named(name, fact)
        for fact in inquiry.facts("officer", *HANDLED)
        if isinstance(fact.value, Officer) and (name := squeezed(fact.value.name))
    )


def people(inquiry: Inquiry, key: str, *codes: str) -> tuple[Named, ...]:
    """Return the people that documents of `codes` name under a text key."""
    return tuple(
        Named(name, fact)
        for fact in inquiry.facts(key, *codes)
        if isinstance(fact.value, str) and (name := squeezed(fact.value))
    )


def same_people(some: Iterable[Named], others: Iterable[Named]) -> list[tuple[Named, Named]]:
    """Return the pairs of one name, both read: each of `some` with the first of `others`."""
    by_name = {one.name: one for one in reversed(list(others)) if one.is_read}
    return [(one, by_name[one.name]) for one in some if one.is_read and one.name in by_name]


def perhaps_same(some: Iterable[Named], others: Iterable[Named]) -> list[Named]:
    """Return those of `some` that may be one of `others`, one of the two read weakly."""
    known = list(others)
    return [
        one
        for one in some
        if any(
            not (one.is_read and other.is_read)
            and Levenshtein.distance(one.name, other.name, score_cutoff=1) <= 1
            for other in known
        )
    ]


def _own_dates(facts: Iterable[Fact]) -> list[date]:
    return [day for fact in facts if fact.is_read and (day := day_of(fact))]
