"""What only the whole file tells: which date of a receipt is whose, whose ID an ID card shows.

Facts that name a document are given to the receipt they stand on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.model import Document, Fact, Served

_DATE_OF_SERVICE = {
    "DT26": "notice_served_date",
    "DT34": "decision_served_date",
    "DT35": "decision_served_date",
    "DT36": "decision_served_date",
    "DT30": "hearing_notice_served_date",
    "DT43": "urge_served_date",
}
_OWN_NUMBER = {"decision_no": {"DT34", "DT35", "DT36"}, "notice_no": {"DT26"}}
"""Other documents quote these numbers; only the document that bears one is named by it."""


def across(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Fact]:
    """Return `facts` with served documents named by their numbers and dates of service added."""
    types = {document.id: document.type for document in documents}
    by_number = {
        str(fact.value): types[fact.document]
        for fact in facts
        if types[fact.document] in _OWN_NUMBER.get(fact.key, ())
    }
    named = [_named(fact, by_number) for fact in facts]
    return [one for fact in named for one in (fact, *_service_dates(fact))]


def _named(fact: Fact, by_number: dict[str, str]) -> Fact:
    served = fact.value
    if not isinstance(served, Served) or served.document or served.number not in by_number:
        return fact
    return replace(fact, value=replace(served, document=by_number[served.number]))


def _service_dates(fact: Fact) -> Iterator[Fact]:
    served = fact.value
    if isinstance(served, Served) and served.date and served.document in _DATE_OF_SERVICE:
        yield replace(fact, key=_DATE_OF_SERVICE[served.document], value=served.date)
