"""Which facts a second place in the file confirms.

A value that another document gives for the same key confirms it, and so does a clearly read date,
number or name that stands on another page.  A sum in figures and the same sum in words confirm each
other.  Only weakly read facts need it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reviewer.model import Fact, FactValue, Waiver
from reviewer.model.facts import READ_FROM
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import weakest
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.docnumbers import find_numbers
from reviewer.reckoning.plates import find_plates

_TWICE = {"decision_fine": "decision_fine_words", "decision_fine_words": "decision_fine"}
"""Sums that a document gives in figures and in words (大写)."""
_NUMBERS = {"case_no", "decision_no", "notice_no"}


def confirmed(facts: Sequence[Fact], sheets: Sequence[Sheet]) -> list[Fact]:
    """Return `facts` with `confirmed` set where a second document agrees."""
    by_value: defaultdict[tuple[str, FactValue], set[int]] = defaultdict(set)
    for fact in facts:
        by_value[(fact.key, fact.value)].add(fact.document)
    clear = {(f.document, f.key, f.value) for f in facts if f.confidence >= READ_FROM}
    standing = _standing(sheets) if any(not fact.is_read for fact in facts) else {}
    result = []
    for fact in facts:
        second = len(by_value[(fact.key, fact.value)]) > 1 or (
            not fact.is_read
            and (
                bool(standing.get(_key(fact), set()) - {fact.document})
                or (fact.document, _TWICE.get(fact.key, ""), fact.value) in clear
            )
        )
        result.append(replace(fact, confirmed=True) if second else fact)
    return result


def _key(fact: Fact) -> object:
    if isinstance(fact.value, Waiver):
        return fact.value.date
    return fact.value


def _standing(sheets: Sequence[Sheet]) -> dict[object, set[int]]:
    """Return the documents in which each date, number and plate stands clearly."""
    found: defaultdict[object, set[int]] = defaultdict(set)
    for document, sheet in enumerate(sheets):
        strip = sheet.flow
        spans: list[tuple[object, int, int]] = [
            *((one.value, one.start, one.end) for one in find_dates(strip.text)),
            *((one.value, one.start, one.end) for one in find_numbers(strip.text)),
            *((one.value, one.start, one.end) for one in find_plates(strip.text)),
        ]
        for value, start, end in spans:
            if weakest(strip.cut(start, end), sheet.pages) >= READ_FROM:
                found[value].add(document)
    return found
