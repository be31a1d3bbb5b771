"""Officers as sentences name them: 我局执法人员张三（执法证号：1）、李四（执法证号：2）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.reading.certs import CERT, find_certs
from reviewer.reading.finders import LABELLED, TOLD
from reviewer.reading.names import PERSON, is_person, may_be_person
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.checkdigits import is_valid_code, valid_id_card

_CERT_WORD = (
    r"(?:持?有?)(?:(?:交通|运输|行政|综合)*执法(?:人员)?(?:证件?|资格证)?(?:编?号码?|名称及编号)?|"
    r"证件?(?:编?号码?)|工号|证号)"
)
_WITH_CERT = re.compile(
    rf"(?P<name>{PERSON})[(:,、]{{0,2}}(?:{_CERT_WORD}[:为是]?)?(?P<cert>{CERT})"
)
_TWO_WITH_CERTS = re.compile(
    rf"(?P<names>{PERSON}(?:[、,和及]{PERSON})+)[(,，。]?[^。;()]{{0,30}}?\(?{_CERT_WORD}(?:分别)?[:为是]*"
    rf"(?P<certs>{CERT}(?:[、,和及;]{CERT})+)"
)
_INTRODUCED = re.compile(rf"执法人员(?P<names>{PERSON}(?:[、,和及]{PERSON})+)")
_NAME_BEFORE = re.compile(rf"{PERSON}[、,和及]$")
_LISTED = re.compile(
    r"(?<=[)、,;:。\n和及由])(?P<name>(?![和及由])[\u4e00-\u9fa5]{2,3}|(?![和及由])[\u4e00-\u9fa5]{4,8})"
    rf"\((?:{_CERT_WORD}[:为是]?)?(?P<cert>{CERT})\)"
)
"""、羌蓉(07270044): beside another officer the shape is enough, whatever the family name."""
_OF_PLACES = frozenset("省市州县区盟")
"""Behind one of these the next town stands: 四川省江油市."""
_LONGEST_NAME = 3
_GOES_ON = re.compile(r"[现正将就均](?=[向对就依找在来前到持根按])")
"""宋词现向你了解: the sentence goes on where a name of three characters could end."""


@dataclass(slots=True)
class Entry:
    """A name that stands as an officer's, with the certificate that was found for it."""

    name: Strip
    cert: str
    weight: float
    hit: Hit | None = None
    """The label that the name stands behind, if it stands behind one."""
    paired: bool = False
    """Whether a sentence counts up names and as many numbers: 张三、李四（执法证号：1、2）."""

    @property
    def is_recorder(self) -> bool:
        """Return whether the name only stands as that of who wrote the record (记录人)."""
        return self.hit is not None and self.hit.field == "recorder" and not self.cert


def told(sheet: Sheet) -> Iterator[Entry]:
    """Return the officers of sentences: 张三（执法证号：1）、李四（执法证号：2）."""
    flat = sheet.flat
    taken: list[tuple[int, int]] = []
    for match in _of_people(flat.text):
        taken.append(match.span())
        at = match.start()
        certs = find_certs(flat.cut(*match.span("certs")))
        for name, cert in zip(_counted_up(match["names"]), certs, strict=False):
            at = flat.text.index(name, at)
            yield Entry(flat.cut(at, at + len(name)), cert.text, TOLD, paired=True)
    for match in _WITH_CERT.finditer(flat.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        start, end = match.span("cert")
        certs = find_certs(flat.cut(start, end + 1))
        word = flat.text[match.end("name") : match.start("cert")]
        if not certs or _is_another(flat.text, match, word):
            continue
        if is_person(match["name"]) and (
            "证" in word or "号" in word or _is_bracketed(word, match["cert"])
        ):
            taken.append(match.span())
            yield from _run_together(flat, match.span("name"), certs[0].text)
    if taken:
        yield from _beside(flat, taken)


def _is_another(text: str, match: re.Match[str], word: str) -> bool:
    """Return whether a number is no certificate's, or not that of the name in front of it."""
    identity = valid_id_card(match["cert"]) or "身份" in word
    return identity or _are_counted_up(text, match)


def _are_counted_up(text: str, match: re.Match[str]) -> bool:
    """Return whether numbers are counted up as the names were: 张三、李四（执法证号：1、.

    Where the line breaks behind the first number it is not that of the last name.
    """
    goes_on = text[match.end() : match.end() + 1] in ("、", "和", ";")
    opened = "(" in text[match.end("name") : match.start("cert")]
    return goes_on and opened and _NAME_BEFORE.search(text[: match.start("name")][-6:]) is not None


def _of_people(text: str) -> Iterator[re.Match[str]]:
    """Return where names are counted up with their numbers; 有权陈述和申辩 names nobody."""
    match = _TWO_WITH_CERTS.search(text)
    while match:
        nearer = _TWO_WITH_CERTS.search(text, match.end("names"))
        # 江油市和平镇文化路20号,询问人:洪秀兰、欧胜利(证号…): the numbers are of who stands next.
        own = not nearer or nearer.start("certs") != match.start("certs")
        placed = text[match.start() - 1 : match.start()] in _OF_PLACES
        people = own and not placed and _are_people(match["names"])
        if people:
            yield match
        match = _TWO_WITH_CERTS.search(text, match.end() if people else match.end("names"))


def _are_people(names: str) -> bool:
    return all(is_person(name) for name in _counted_up(names))


def _counted_up(names: str) -> list[str]:
    """Return the names of 张三、李四和王五; in 和庆丰 and 佟和平 the 和 belongs to the name."""
    found: list[str] = []
    for part in re.split("[、,及]", names):
        whole = is_person(part) and len(part) <= _LONGEST_NAME
        found += [part] if whole else [one for one in part.split("和") if one]
    return found


def _beside(flat: Strip, taken: list[tuple[int, int]]) -> Iterator[Entry]:
    """Return who stands beside an officer that was read, with a number in brackets."""
    for match in _LISTED.finditer(flat.text):
        start, end = match.span("name")
        certs = find_certs(flat.cut(*match.span("cert")))
        beside = any(
            start - one_end in (0, 1, 2) or one_start - match.end() in (0, 1)
            for one_start, one_end in taken
        )
        new = not any(one < match.end() and start < other for one, other in taken)
        if beside and new and certs and may_be_person(match["name"]):
            yield Entry(flat.cut(start, end), certs[0].text, TOLD)


def _run_together(flat: Strip, name: tuple[int, int], cert: str) -> Iterator[Entry]:
    """Return the entry of a name, and of the one that a scan ran into it: 褚砚蒋骁."""
    start, end = name
    before = next(
        (
            flat.cut(start - length, start)
            for length in (2, 3)
            if start >= length
            and flat.spots[start - length][:2] == flat.spots[start][:2]
            and is_person(flat.text[start - length : start])
            and (start == length or flat.spots[start - length - 1][:2] != flat.spots[start][:2])
        ),
        None,
    )
    if before is None:
        yield Entry(flat.cut(start, end), cert, LABELLED)
    else:
        yield Entry(before, cert, LABELLED)
        yield Entry(flat.cut(start, end), "", LABELLED)


def _is_bracketed(word: str, cert: str) -> bool:
    return word == "(" and not is_valid_code(cert)  # 张三(640100123)


def introduced(sheet: Sheet) -> Iterator[Entry]:
    """Return the officers that a sentence counts up: 执法人员张三、李四向当事人……."""
    for match in _INTRODUCED.finditer(sheet.text):
        at = match.start("names")
        for name in _counted_up(match["names"]):
            start = sheet.text.index(name, at)
            if _GOES_ON.match(sheet.text, start + len(name) - 1):
                name = name[:-1]
            if not is_person(name):
                break  # 被执法人员查获,车上载有: where no name begins, none follows
            yield Entry(sheet.flat.cut(start, start + len(name)), "", TOLD)
