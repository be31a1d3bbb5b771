"""Which receipt of service (送达回证) proves the service of which document.

The name and the number on the receipt decide (documents.md 3.4), not where it lies in the file.
"""

import re
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
    serials = {_serial(number) for number in numbers}
    proving: list[Fact] = []
    other_number: list[Fact] = []
    for fact in reading.of_key("served"):
        served = served_of(fact)
        if served is None:
            continue
        differs = bool(served.number and serials) and _serial(served.number) not in serials
        if served.document in codes:
            (other_number if differs and fact.is_read else proving).append(fact)
        elif not served.document and _names(served.number, numbers - others):
            proving.append(fact)
    return Receipts(tuple(proving), tuple(other_number), _unnamed(reading, serials))


def _serial(number: str) -> str:
    """Return the year and serial of a document number.

    Where the name already tells what was served, the characters before them are no evidence: a
    receipt breaks them over lines, and scans garble them.
    """
    return "-".join(re.findall(r"\d+", number))


def _names(number: str, numbers: frozenset[str]) -> bool:
    """Return whether `number` is one of `numbers`, or the end of one with its 字 (罚, 告)."""
    whole = bool(re.match(r"[一-鿿]", number))
    return any(one == number or (whole and one.endswith(number)) for one in numbers)


def _numbers(reading: Reading, codes: tuple[str, ...]) -> frozenset[str]:
    keys = {_NUMBER_KEYS[code] for code in codes if code in _NUMBER_KEYS}
    homes = {document.id for document in reading.of_type(*codes)} | {-1}
    return frozenset(
        fact.value
        for key in sorted(keys)
        for fact in reading.of_key(key)
        if isinstance(fact.value, str) and fact.is_read and fact.document in homes
    )


def _unnamed(reading: Reading, serials: set[str]) -> tuple[Document, ...]:
    """Return receipts of nothing known; a number with another serial is of another document."""
    told = {
        fact.document
        for fact in reading.of_key("served")
        if (served := served_of(fact)) is not None
        and (served.document or (serials and _serial(served.number) not in {"", *serials}))
    }
    told |= {
        fact.document
        for key in ("decision_served_date", "notice_served_date")
        for fact in reading.of_key(key)
    }
    return tuple(document for document in reading.of_type("DT37") if document.id not in told)
