"""What only the whole file tells: which date of a receipt is whose, whose ID an ID card shows.

Facts that name a document are given to the receipt they stand on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.model import Document, Fact, Officer, Served

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
    named = [_named(fact, by_number) for fact in _whole_names(facts)]
    return [one for fact in named for one in (fact, *_service_dates(fact))]


def _whole_names(facts: Sequence[Fact]) -> list[Fact]:
    """Return the officers of a document with the number that stands behind a part of their name.

    A narrow cell breaks 楼佳怡(HZ33010093) behind 楼: the number then stands behind 佳怡.
    """
    own: dict[int, list[tuple[int, Officer]]] = {}
    for at, fact in enumerate(facts):
        if isinstance(fact.value, Officer):
            own.setdefault(fact.document, []).append((at, fact.value))
    kept: list[Fact | None] = list(facts)
    for officers in own.values():
        for at, one in officers:
            if one.cert:
                continue
            parts = [(n, part) for n, part in officers if _is_part(part, one)]
            if len(parts) == 1:
                number, part = parts[0]
                kept[at] = replace(facts[number], value=replace(one, cert=part.cert))
                kept[number] = None
    return [fact for fact in kept if fact]


def _is_part(part: Officer, whole: Officer) -> bool:
    shorter = len(part.name) < len(whole.name)
    return bool(part.cert) and shorter and whole.name.endswith(part.name)


def _named(fact: Fact, by_number: dict[str, str]) -> Fact:
    served = fact.value
    if not isinstance(served, Served) or served.document or served.number not in by_number:
        return fact
    return replace(fact, value=replace(served, document=by_number[served.number]))


def _service_dates(fact: Fact) -> Iterator[Fact]:
    served = fact.value
    if isinstance(served, Served) and served.date and served.document in _DATE_OF_SERVICE:
        yield replace(fact, key=_DATE_OF_SERVICE[served.document], value=served.date)
