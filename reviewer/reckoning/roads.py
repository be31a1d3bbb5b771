"""Places on roads: the code of the road and the post (桩号), however a bureau writes them.

`G109线K1180+300`, `国道109线1180公里300米处` and `109国道K1180+300M` are one place.  Names of
towns, streets and houses are left alone: more or less detail of them is no contradiction.
"""

import re
from dataclasses import dataclass

from reviewer.reckoning.textnorm import halfwidth

_KINDS = {"国道": "G", "省道": "S", "县道": "X", "乡道": "Y", "村道": "C"}
_KIND = "国道|省道|县道|乡道|村道"
_DIGIT = "[0-9OoIl]"
_ROAD = re.compile(
    rf"(?P<kind>{_KIND})(?P<of>[GSXYC])?(?P<after>{_DIGIT}{{1,4}})(?![0-9元年月日时])|"
    rf"(?<![A-Za-z0-9.])(?P<before>[0-9]{{1,4}})(?P<its>{_KIND})|"
    rf"(?<![A-Za-z0-9·])(?P<letter>[GSXYC])(?P<number>{_DIGIT}{{1,4}})(?![A-Za-z0-9·])"
)
_POST = re.compile(
    rf"[Kk](?P<km>{_DIGIT}{{1,4}})(?:(?:\+|十|加)(?P<m>{_DIGIT}{{1,3}})(?![0-9]))?(?:[米mM](?![a-z]))?|"
    r"(?<![0-9.])(?P<far>[0-9]{1,4})(?:公里|千米|KM|km|Km)(?:处)?(?:\+|加|又|零)?"
    r"(?:(?P<rest>[0-9]{1,3})(?:米|m(?![a-z])|M(?![A-Za-z])))"
)
_OF_A_ROAD = re.compile(r"\s*(?:[线国省县乡村道Kk]|[\u4e00-\u9fa5]{0,4}高速)")
_LIKE_DIGITS = str.maketrans("OoIl", "0011")
_REACH = 16
"""Characters between a road and the post that counts along it."""


@dataclass(frozen=True, slots=True)
class FoundRoad:
    """A place on a road and where it stands."""

    road: str
    """G109; empty when only the post is given."""
    km: int | None
    """None when only the road is given."""
    metres: int | None
    start: int
    end: int

    @property
    def value(self) -> str:
        """Return the place in one way of writing: G109 K1180+300."""
        metres = "" if self.metres is None else f"+{self.metres:03}"
        post = "" if self.km is None else f"K{self.km}{metres}"
        return f"{self.road} {post}".strip()

    def contradicts(self, other: "FoundRoad") -> bool:
        """Return whether both cannot be one place; less detail is no contradiction."""
        if self.road and other.road and self.road != other.road:
            return True
        if self.km is None or other.km is None:
            return False
        if self.km != other.km:
            return True
        both = self.metres is not None and other.metres is not None
        return both and self.metres != other.metres


def find_roads(text: str) -> list[FoundRoad]:
    """Return every place on a road that `text` tells with a road or a post, in order."""
    folded = halfwidth(text)
    posts = [
        (match, *_post(match)) for match in _POST.finditer(folded) if _post(match)[0] is not None
    ]
    roads = [match for match in _ROAD.finditer(folded) if _is_road(match, folded)]
    found: list[FoundRoad] = []
    used: set[int] = set()
    for number, road in enumerate(roads):
        limit = roads[number + 1].start() if number + 1 < len(roads) else len(folded)
        along = [one for one in posts if road.end() <= one[0].start() < limit]
        near = [one for one in along if one[0].start() - road.end() <= _REACH]
        if near:
            first, km, metres = near[0]
            used.add(first.start())
            found.append(FoundRoad(_code(road), km, metres, road.start(), first.end()))
        else:
            found.append(FoundRoad(_code(road), None, None, road.start(), road.end()))
    found += [
        FoundRoad("", km, metres, match.start(), match.end())
        for match, km, metres in posts
        if match.start() not in used
    ]
    return sorted(found, key=lambda one: one.start)


def _code(match: re.Match[str]) -> str:
    if match["letter"]:
        letter, number = match["letter"], match["number"]
    elif match["kind"]:
        letter, number = match["of"] or _KINDS[match["kind"]], match["after"]
    else:
        letter, number = _KINDS[match["its"]], match["before"]
    return f"{letter}{int(number.translate(_LIKE_DIGITS))}"


def _is_road(match: re.Match[str], text: str) -> bool:
    """Return whether a letter with digits is a road, not the end of a plate or of a number."""
    if not match["letter"]:
        return True
    before = text[max(0, match.start() - 1) : match.start()]
    behind = text[match.end() : match.end() + 6]
    if len(match["number"]) == 1 and not _OF_A_ROAD.match(behind):
        return False  # C1 of a driving licence, the number of a form
    if before in set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"):
        return False
    return any(char.isdigit() for char in match["number"])


def _post(match: re.Match[str]) -> tuple[int | None, int | None]:
    km, metres = (match["km"], match["m"]) if match["km"] else (match["far"], match["rest"])
    if not any(char.isdigit() for char in km):
        return None, None
    return _number(km), _number(metres) if metres else None


def _number(digits: str) -> int:
    return int(digits.translate(_LIKE_DIGITS))
