"""What a scan may state in characters that were misread: words that come near to the expected.

Recognition loses and mistakes characters, and then what the document states is not found.  What
comes near to it is told as `nearly_told`; that proves nothing, and only keeps a rule from saying
that it is not there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rapidfuzz import fuzz
from rapidfuzz.distance import Hamming

from reviewer.model import Document, Fact, Officer
from reviewer.reading.expected import Expected, load_expected
from reviewer.reading.listed_numbers import listed_numbers
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import NOWHERE, Strip, place_of
from reviewer.reading.titles import Titles, title_core
from reviewer.reading.unread_numbers import unread_numbers
from reviewer.reckoning.dates import find_dates

KEY = "nearly_told"
DATE, CERT, OFFICER = "日期", "执法证号", "执法人员"
"""What is nearly told beside the elements of the table."""
_DOUBTED = 0.5
_NEAR = 75.0
"""So many hundredths of a phrase stand together: of eight characters two are misread.  Other
sentences of the same documents share less with it."""
_BROKEN_DATE = re.compile(r"[0-9OoQlI|〇零一二]{2,5}[年牛][^。;]{0,8}[月日]")
_SHORT = 20
"""A broken date stands in a line that holds little else."""
_BEHIND_NAME = 14
"""A number begins within so many characters of the name: 王芳（执法证编号：640002）."""
_NUMBER = re.compile(r"(?<![0-9A-Za-z])[0-9A-ZOoIl|\-]{4,14}(?![0-9A-Za-z])")
_OTHER_NUMBER = re.compile(r"身份|电话|联系|账号|车")
_NAMED = 3
"""Of a name of so many characters two are enough to know it by."""
_TOP = 0.3
"""Share of the page, from the top, in which a title stands."""
_NEAR_TITLE = 66.0
_LISTS = frozenset({"DT01", "DT02", "DT03"})
"""They name other documents."""


def nearly_told(
    documents: Sequence[Document], sheets: Sequence[Sheet], facts: Sequence[Fact], titles: Titles
) -> Iterator[Fact]:
    """Find on recognised pages what comes near to what none of `facts` tells."""
    own: dict[int, list[Fact]] = {}
    for fact in facts:
        own.setdefault(fact.document, []).append(fact)
    known, certs = _officers(facts), _certificates(facts)
    for document, sheet in zip(documents, sheets, strict=True):
        told = own.get(document.id, [])
        found = [
            *_elements(document.type, sheet, told),
            *((DATE, strip) for strip in islice(_broken_dates(document, sheet), 1)),
            *(
                (CERT, strip)
                for strip in islice(_numbers(sheet, told, certs), 1)
                if _is_scan(sheet, strip)
            ),
            *((OFFICER, strip) for strip in islice(_misread_names(sheet, told, known), 1)),
            *_titles_inside(document, sheet, titles),
        ]
        found += ((CERT, strip) for strip in islice(unread_numbers(sheet, told), 1))
        for strip in islice(_unnamed(sheet, told), 1):
            yield Fact(KEY, OFFICER, document.id, place_of(strip, sheet.pages), _DOUBTED)
        for name, strip in found:
            if name == CERT or sheet.is_scanned(_page(strip)):
                yield Fact(KEY, name, document.id, place_of(strip, sheet.pages), _DOUBTED)


def _elements(code: str, sheet: Sheet, told: Sequence[Fact]) -> Iterator[tuple[str, Strip]]:
    if not any(sheet.is_scanned(page) for page in {one.page for one in sheet.fragments}):
        return
    for one in load_expected():
        if code in one.documents and not any(_tells(fact, one) for fact in told):
            yield from ((one.name, strip) for strip in islice(_near(sheet, one), 1))


def _unnamed(sheet: Sheet, told: Sequence[Fact]) -> Iterator[Strip]:
    """Find the last of more certificate numbers than the record names officers."""
    names = {fact.value.name for fact in told if isinstance(fact.value, Officer)}
    for numbers in listed_numbers(sheet.flat):
        if names and len(names) < len({one.text for one in numbers}):
            yield numbers[-1]


def _is_scan(sheet: Sheet, strip: Strip) -> bool:
    return sheet.is_scanned(_page(strip))


def _page(strip: Strip) -> int:
    return next(spot.page for spot in strip.spots if spot is not NOWHERE)


def _tells(fact: Fact, one: Expected) -> bool:
    if fact.key in ("stated", "measure_element"):
        return fact.key in one.told and str(fact.value) in one.values
    return fact.key in one.told


def _near(sheet: Sheet, one: Expected) -> Iterator[Strip]:
    text = sheet.text
    for phrase in one.phrases:
        found = fuzz.partial_ratio_alignment(phrase, text, score_cutoff=_NEAR)
        if found is not None and len(phrase) <= len(text):
            yield sheet.flat.cut(found.dest_start, found.dest_end)
    for fragment in sheet.fragments:
        label = fragment.text.split(":")[0].strip("()_ ")
        if any(
            len(word) == len(label) and Hamming.distance(word, label) == 1 for word in one.words
        ):
            yield fragment.strip


def _broken_dates(document: Document, sheet: Sheet) -> Iterator[Strip]:
    """Find short lines that hold what is left of a date."""
    if document.type in _LISTS:
        return
    whole = {
        spot for one in find_dates(sheet.text) for spot in sheet.flat.spots[one.start : one.end]
    }
    for one in sheet.fragments:
        match = _BROKEN_DATE.search(one.text) if len(one.text) <= _SHORT else None
        if match and any(char.isdigit() for char in match[0]) and not find_dates(one.text):
            strip = one.strip.cut(match.start(), match.end())
            if not whole.intersection(strip.spots):
                yield strip


def _numbers(sheet: Sheet, told: Sequence[Fact], usual: Mapping[str, str]) -> Iterator[Strip]:
    """Find what may be the number of an officer whose number was not read.

    It is the one that other documents give, or some number right behind the name.
    """
    officers = [fact.value for fact in told if isinstance(fact.value, Officer)]
    certified = {one.name for one in officers if one.cert}
    known = {one.cert for one in officers if one.cert}
    for name in sorted({one.name for one in officers} - certified):
        if name in usual and (at := sheet.text.find(usual[name])) >= 0:
            yield sheet.flat.cut(at, at + len(usual[name]))
        for at in _every(sheet.text, name):
            start = at + len(name)
            match = _NUMBER.search(sheet.text, start)
            if match is None or match.start() > start + _BEHIND_NAME:
                continue
            between = sheet.text[start : match.start()]
            dated = any(one.start <= len(between) for one in find_dates(sheet.text[start:][:40]))
            other = any(match[0] in cert or cert in match[0] for cert in known)
            if not dated and not other and not _OTHER_NUMBER.search(between):
                yield sheet.flat.cut(match.start(), match.end())


def _certificates(facts: Sequence[Fact]) -> dict[str, str]:
    """Return the certificate number that documents give for each officer."""
    officers = (fact.value for fact in facts if isinstance(fact.value, Officer))
    return {one.name: one.cert for one in officers if one.cert}


def _every(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _officers(facts: Sequence[Fact]) -> frozenset[str]:
    """Return the names of officers that are long enough to be known by a part."""
    names = (fact.value.name for fact in facts if isinstance(fact.value, Officer))
    return frozenset(name for name in names if len(name) == _NAMED)


def _misread_names(sheet: Sheet, told: Sequence[Fact], known: frozenset[str]) -> Iterator[Strip]:
    """Find two of three characters of an officer whom other documents name and this one not."""
    own = {fact.value.name for fact in told if isinstance(fact.value, Officer)}
    if not own:
        return
    for name in sorted(known - own):
        parts = re.compile(f"{name[:2]}|{name[1:]}|{name[0]}[\u4e00-\u9fa5]{name[2]}")
        for match in parts.finditer(sheet.text):
            around = sheet.text[max(0, match.start() - 2) : match.end() + 2]
            if not any(other in around for other in own):
                yield sheet.flat.cut(match.start(), match.end())


def nearly_titled(sheets: Sequence[Sheet], titles: Titles) -> Iterator[Fact]:
    """Find what comes near to a title on recognised pages that belong to no document."""
    for sheet in sheets:
        for code, strip in _near_titles(sheet, titles, -1, ""):
            if sheet.is_scanned(_page(strip)):
                yield Fact(KEY, code, -1, place_of(strip, sheet.pages), _DOUBTED)


def _titles_inside(document: Document, sheet: Sheet, titles: Titles) -> Iterator[tuple[str, Strip]]:
    if document.type not in _LISTS and sheet.fragments:
        opening = min(one.page for one in sheet.fragments)
        yield from _near_titles(sheet, titles, opening, document.type)


def _near_titles(
    sheet: Sheet, titles: Titles, opening: int, own: str
) -> Iterator[tuple[str, Strip]]:
    """Find lines on pages but the `opening` one that come near to a title: (its code, line)."""
    for one in sheet.fragments:
        if one.page == opening or one.box.y1 > _TOP or not _centred(one.box.x0, one.box.x1):
            continue
        core = title_core(one.text)
        near = [
            kind.code
            for kind in titles.kinds
            for name in kind.names
            if core and len(name) > _NAMED and fuzz.ratio(name, core) >= _NEAR_TITLE
        ]
        yield from ((code, one.strip) for code in dict.fromkeys(near) if code != own)


def _centred(left: float, right: float) -> bool:
    return abs(left + right - 1) < 0.16 and left > 0.2
