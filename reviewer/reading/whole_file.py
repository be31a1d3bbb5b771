"""Values that one document tells and the rest of the file shows to be something else or cut.

A number keeps words that stand before it (贵机关锦交告〔2024〕29号), a narrow cell cuts a name, an
officer's certificate looks like a plate, and who signs for a company is not the party.  What the
file cannot settle stays as it was read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewer.model import Document, Fact, Officer, PartyKind, Served
from reviewer.reading.names import is_person, kind_of

_NUMBERS = {
    "case_no": frozenset({"DT05"}),
    "decision_no": frozenset({"DT34", "DT35", "DT36"}),
    "notice_no": frozenset({"DT26"}),
}
"""The documents that bear a number themselves; others quote it."""
_NAMING = frozenset({"DT05", "DT26", "DT34", "DT35", "DT36"})
"""The documents that must name the party itself."""
_LEAST_PARTY, _LEAST_CERT, _LEAST_NUMBER, _LONGEST_NAME = 3, 6, 8, 4
_CUT = re.compile(r"〔20[0-9]{2}〕?[\u4e00-\u9fa5]{0,4}$")
_CARD = re.compile(r"[1-8][0-9]{5}(?:19|20)[0-9]{9}[0-9X]")
"""An ID card's number by the year of birth in it, its check digit right or wrong."""


def by_whole_file(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Fact]:
    """Return `facts` as the whole file shows them to be."""
    types = {document.id: document.type for document in documents}
    kept = _whole_numbers(types, facts)
    kept = _without_certificates(kept)
    kept = _whole_officers(kept)
    return _of_the_party(types, kept)


def _whole_numbers(types: dict[int, str], facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, a number without the words that a document prints before it.

    The number is known from the document that bears it, else from another that quotes it.  What
    a document calls 案号 is none if it is the number of another document of the case.
    """
    own: dict[str, set[str]] = {key: set() for key in _NUMBERS}
    quoted: dict[str, set[str]] = {key: set() for key in _NUMBERS}
    for fact in facts:
        if fact.key in _NUMBERS:
            bears = types[fact.document] in _NUMBERS[fact.key]
            (own if bears else quoted)[fact.key].add(str(fact.value))
    kept: list[Fact] = []
    served = own["decision_no"] | own["notice_no"]
    for fact in facts:
        if fact.key in _NUMBERS:
            value = _whole(str(fact.value), own[fact.key] or quoted[fact.key])
            fact = replace(fact, value=value)
        elif isinstance(fact.value, Served) and fact.value.number:
            number = _whole(fact.value.number, served)
            fact = replace(fact, value=replace(fact.value, number=number))
        if fact.key != "case_no" or not _is_beside(str(fact.value), own["case_no"]):
            kept.append(fact)
    return kept


def _whole(value: str, known: Iterable[str]) -> str:
    """Return the shortest number of `known` that `value` ends with, or the one that it begins.

    What a number has in front of the year names its agency, or nothing is known of it.
    """
    named = [one for one in known if len(one) >= _LEAST_NUMBER and not one.startswith("〔")]
    begun = [one for one in named if one.startswith(value)] if _CUT.search(value) else []
    return min(
        (one for one in named if value.endswith(one)), key=len, default=(begun or [value])[0]
    )


def _is_beside(value: str, own: Iterable[str]) -> bool:
    """Return whether a number has another word and the same year and serial: 责改〔2024〕7号."""
    word, _, serial = value.partition("〔")
    parts = [one.partition("〔") for one in own]
    differ = all(word != other for other, _, _ in parts)
    return bool(serial) and differ and any(serial == other for _, _, other in parts)


def _without_certificates(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts without plates that are certificates of officers: 苏J-21197."""
    certs = {_bare(one.cert) for one in _officers(facts)}
    certs = {cert for cert in certs if len(cert) >= _LEAST_CERT}
    return [
        fact
        for fact in facts
        if fact.key != "plate" or not any(str(fact.value).endswith(cert) for cert in certs)
    ]


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _officers(facts: Iterable[Fact]) -> list[Officer]:
    return [fact.value for fact in facts if isinstance(fact.value, Officer)]


def _whole_officers(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, officers whose name a line or a cell cut with their whole name.

    晓琴 with the number of 舒晓琴 is her, and so is 晓琴 without one; 由元庆丰 is 元庆丰.
    """
    known = Counter(one for one in _officers(facts) if one.cert)
    named = Counter(one.name for one in _officers(facts))
    mended = [
        replace(fact, value=_whole_officer(fact.value, known, named))
        if isinstance(fact.value, Officer)
        else fact
        for fact in facts
    ]
    numbered = {
        (one.document, one.value.name)
        for one in mended
        if isinstance(one.value, Officer) and one.value.cert
    }
    kept: dict[tuple[object, ...], Fact] = {}
    for at, fact in enumerate(mended):
        one = fact.value
        if not isinstance(one, Officer):
            kept[(at,)] = fact
        elif one.cert or (fact.document, one.name) not in numbered:
            kept.setdefault((fact.document, one.name, one.cert), fact)
    return list(kept.values())


def _whole_officer(one: Officer, known: Counter[Officer], named: Counter[str]) -> Officer:
    """Return the one officer of `known` that `one` is cut from or has words before, or `one`."""
    if not one.cert and any(other.name == one.name for other in known):
        return one
    whole = {
        other
        for other in known
        if _has_number_of(one, other)
        and (
            (_is_cut(one.name, other.name) and named[other.name] >= named[one.name])
            or (_is_cut(other.name, one.name) and _has_too_much(one, other, named))
        )
    }
    if len({other.name for other in whole}) != 1:
        return one
    other = max(whole, key=lambda one: known[one])
    return replace(other, cert=other.cert if one.cert else "")


def _has_too_much(one: Officer, other: Officer, named: Counter[str]) -> bool:
    """Return whether `one` has a character before the name: 由元庆丰, 日才让多杰."""
    long = len(one.name) > _LONGEST_NAME and named[other.name] > named[one.name]
    return bool(one.cert) and (long or not is_person(one.name))


def _has_number_of(one: Officer, other: Officer) -> bool:
    return not one.cert or (one.name != other.name and one.cert.endswith(other.cert))


def _is_cut(part: str, whole: str) -> bool:
    longer = len(part) < len(whole) and "·" not in whole
    return longer and (whole.startswith(part) or whole.endswith(part))


def _of_the_party(types: dict[int, str], facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts without people who act for the company that is the party.

    Only where every document that must name the party names a company; whom a cell cut is named
    in full.
    """
    names = {
        str(fact.value) for fact in facts if fact.key == "party" and types[fact.document] in _NAMING
    }
    if not names or any(kind_of(name, "") is PartyKind.PERSON for name in names):
        return list(facts)
    return [fact for one in facts if (fact := _acting(types, one, names, facts))]


def _acting(
    types: dict[int, str], fact: Fact, names: set[str], facts: Sequence[Fact]
) -> Fact | None:
    value, naming = str(fact.value), types[fact.document] in _NAMING
    if fact.key == "party" and not naming:
        whole = {name for name in names if _is_cut_party(value, name)}
        if len(whole) == 1:
            return replace(fact, value=whole.pop())
        return None if kind_of(value, "") is PartyKind.PERSON else fact
    if fact.key == "party_kind" and not naming and fact.value is PartyKind.PERSON:
        return None
    if fact.key == "party_id" and not naming and _is_card(value):
        own = {
            str(one.value)
            for one in facts
            if one.key == "party_id" and types[one.document] in _NAMING
        }
        return fact if not own or any(_is_card(one) for one in own) else None
    return fact


def _is_cut_party(part: str, whole: str) -> bool:
    cut = whole.startswith(part) and _LEAST_PARTY <= len(part) < len(whole)
    return cut and kind_of(part, "") is not PartyKind.ORGANISATION


def _is_card(number: str) -> bool:
    return _CARD.fullmatch(number) is not None
