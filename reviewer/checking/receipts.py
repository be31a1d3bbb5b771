"""Which receipt of service (送达回证) proves the service of which document.

The name and the number on the receipt decide (documents.md 3.4), not where it lies in the file.
"""

from dataclasses import dataclass

from reviewer.model import Document, Fact, Reading, Served

_NUMBER_KEYS = {"DT26": "notice_no", "DT34": "decision_no", "DT35": "decision_no"}
_NUMBER_KEYS["DT36"] = "decision_no"


@dataclass(frozen=True, slots=True)
class Receipts:
    """What the receipts of the file say about one kind of document."""

    proving: tuple[Fact, ...]
    """`served` facts that name the document, or its number."""
    other_number: tuple[Fact, ...]
    """They name the document but a number that differs from the document's own."""
    unnamed: tuple[Document, ...]
    """Receipts that could not be told to belong to any document."""


def served_of(fact: Fact) -> Served | None:
    """Return the value of a `served` fact; None for any other fact."""
    return fact.value if isinstance(fact.value, Served) else None


def receipts_for(reading: Reading, codes: tuple[str, ...]) -> Receipts:
    """Return the receipts of the documents of the DT `codes`."""
    numbers = _numbers(reading, codes)
    others = _numbers(reading, tuple(code for code in _NUMBER_KEYS if code not in codes))
    proving: list[Fact] = []
    other_number: list[Fact] = []
    for fact in reading.of_key("served"):
        served = served_of(fact)
        if served is None:
            continue
        differs = bool(served.number and numbers and served.number not in numbers)
        if served.document in codes:
            (other_number if differs and fact.is_read else proving).append(fact)
        elif not served.document and served.number in numbers - others:
            proving.append(fact)
    return Receipts(tuple(proving), tuple(other_number), _unnamed(reading))


def _numbers(reading: Reading, codes: tuple[str, ...]) -> frozenset[str]:
    keys = {_NUMBER_KEYS[code] for code in codes if code in _NUMBER_KEYS}
    homes = {document.id for document in reading.of_type(*codes)} | {-1}
    return frozenset(
        fact.value
        for key in sorted(keys)
        for fact in reading.of_key(key)
        if isinstance(fact.value, str) and fact.is_read and fact.document in homes
    )


def _unnamed(reading: Reading) -> tuple[Document, ...]:
    named = {
        fact.document
        for fact in reading.of_key("served")
        if (served := served_of(fact)) is not None and (served.document or served.number)
    }
    named |= {
        fact.document
        for key in ("decision_served_date", "notice_served_date")
        for fact in reading.of_key(key)
    }
    return tuple(document for document in reading.of_type("DT37") if document.id not in named)
