"""How alike two prints of a name or number are: the same, one misprinted, or something else.

Blanks, width, dots and the shape of brackets never count.  What is compared is what documents
print, so a name cut off by the edge of its cell is no other name.
"""

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from reviewer.reckoning.textnorm import squeezed

_DROPPED = re.compile(r"[·.\-_,，、;:。\"“”'‘’*#\s]")
_BRACKETS = str.maketrans("〔【［[{｛〈<《", "(((((((((") | str.maketrans(
    "〕】］]}｝〉>》", ")))))))))"
)
_NOTE = re.compile(r"\((?:盖章|签章|签名|签字|印章|公章|个体工商户|单位|个人|以下简称.*)\)$")
_ORGANISATION = re.compile(
    r"(?:公司|厂|社|集团|学校|医院|院|企业|协会|中心|事务所|队|部|银行|矿|场|局|站|店|行|铺|馆|户)"
    r"(?:\([^()]{1,12}\))?$"
)
_RUN_ON = re.compile(r"[男女性年身住电联法地证于在等与,(].*")
"""What a scan may run on behind a name: 张三男, 张三身份证."""
_ABBREVIATED = 0.61
"""An organisation's name of at most this share of the whole is an abbreviation of it."""
_NUMBER = re.compile(r"(?P<agency>.*?)〔?(?P<year>20\d{2})〕?[-第]?(?P<serial>\d+)号?(?:-\d+)?$")
_KINDS = set("罚告强改听催案立处移检通责停登字执简限送达")


def plain(text: str) -> str:
    """Return `text` as it is compared: without blanks, dots and notes, brackets round."""
    folded = squeezed(text).upper().translate(_BRACKETS)
    return _NOTE.sub("", _DROPPED.sub("", folded))


def is_organisation(name: str) -> bool:
    """Return whether `name` is that of an organisation or a business, not a person's."""
    return len(name) > 4 or (_ORGANISATION.search(name) is not None and len(name) > 3)


def is_same_name(name: str, usual: str) -> bool:
    """Return whether `name` can stand for `usual`: equal, abbreviated, cut off, or run on."""
    if name == usual:
        return True
    if name.startswith(usual):
        rest = name[len(usual) :]
        return bool(_RUN_ON.fullmatch(rest)) or (
            is_organisation(usual) and not _ORGANISATION.search(rest)
        )
    if not is_organisation(usual):
        return False
    if _runs_around(name, usual):
        return True
    if usual.startswith(name) and not _ORGANISATION.search(name):
        return True
    return len(name) <= _ABBREVIATED * len(usual) and _is_part(name, usual)


def _runs_around(name: str, usual: str) -> bool:
    """Return whether a scan ran pieces of other cells into a name: 车辆案沙湖市安捷货运部1."""
    before, found, after = name.partition(usual)
    if not found or not before:
        return False
    return _ORGANISATION.search(before) is None and _ORGANISATION.search(after) is None


def is_near_name(name: str, usual: str) -> bool:
    """Return whether `name` looks like `usual` misprinted."""
    longest = max(len(name), len(usual))
    allowed = 1 if longest <= 4 else max(2, longest // 4)
    if longest <= 2:
        return name[:1] == usual[:1] or name[1:] == usual[1:]
    return Levenshtein.distance(name, usual, score_cutoff=allowed) <= allowed


def is_near_code(code: str, usual: str) -> bool:
    """Return whether `code` looks like `usual` with some characters misprinted."""
    allowed = max(1, len(usual) // 5)
    return Levenshtein.distance(code, usual, score_cutoff=allowed) <= allowed


@dataclass(frozen=True, slots=True)
class _Number:
    agency: str
    year: str
    serial: str


def numbers_differ(number: str, usual: str) -> bool:
    """Return whether two numbers of one series differ; of different series they never do.

    Documents of one case may share the serial and differ in their 字, or count branches -1, -2.
    """
    one, other = _parts(number), _parts(usual)
    if one is None or other is None:
        return False
    if (one.year, one.serial) != (other.year, other.serial):
        return _same_agency(one.agency, other.agency)
    return _misprinted(one.agency, other.agency)


def digits_differ(number: str, usual: str) -> bool:
    """Return whether year or serial differ, whatever stands in front of them."""
    one, other = _parts(number), _parts(usual)
    if one is None or other is None:
        return False
    return (one.year, one.serial) != (other.year, other.serial)


def _parts(number: str) -> _Number | None:
    match = _NUMBER.fullmatch(squeezed(number))
    if not match:
        return None
    agency = re.sub(r"[第字号\[\]〔〕()]", "", match["agency"])
    return _Number(agency, match["year"], match["serial"].lstrip("0"))


def _same_agency(one: str, other: str) -> bool:
    return one == other or (bool(one and other) and (one.endswith(other) or other.endswith(one)))


def _misprinted(one: str, other: str) -> bool:
    if len(one) != len(other) or not one:
        return False
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(unlike) == 1 and not set(unlike[0]) & _KINDS


def _is_part(short: str, whole: str) -> bool:
    rest = iter(whole)
    return all(char in rest for char in short)
