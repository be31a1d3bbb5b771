"""Dates that a narrow cell of a form broke over two lines: 2024年01月09 | 日10:20.

On a scan the rows of a form come so close that the lines of its cells are read across; then
nothing but the place below each other tells that the two pieces are one date.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.reading.fragment import Fragment
from reviewer.reading.strips import joined

_DIGIT = "[0-9〇零○一二三四五六七八九十]"
_YEAR = r"(?:(?:19|20)[0-9]{2}|二[〇零○Oo0][〇零○一二三四五六七八九]{2})"
_BEGUN = re.compile(rf"{_YEAR}(?:年(?:{_DIGIT}{{1,3}}(?:月{_DIGIT}{{0,3}})?)?)?$")
_WHOLE = re.compile(rf"{_YEAR}年{_DIGIT}{{1,3}}月{_DIGIT}{{1,3}}日")
_WIDEST = 0.35
"""A line of running text goes on in the next anyhow; of the width of the page."""
_NEAR, _CENTRED = 0.012, 0.03
_CLOSE = 0.85


def with_broken_dates(found: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments of a page with the pieces of each broken date as one."""
    used: set[int] = set()
    whole: list[Fragment] = []
    for one in found:
        begun = _BEGUN.search(one.text) if _is_narrow(one) else None
        rest = _rest_of(one, begun.start(), found) if begun else None
        if rest is not None and not used.intersection((id(one), id(rest))):
            used.update((id(one), id(rest)))
            strip = joined([one.strip, rest.strip])
            whole.append(
                replace(one, strip=strip, box=one.box.union(rest.box), raw=one.raw + rest.raw)
            )
    return [one for one in found if id(one) not in used] + whole


def _rest_of(one: Fragment, start: int, found: Sequence[Fragment]) -> Fragment | None:
    """Return the line right below in which the date that begins at `start` ends."""
    for other in found:
        if other is one or not _is_narrow(other) or not _is_below(one, other):
            continue
        match = _WHOLE.match(one.text + other.text, start)
        if match and match.end() > len(one.text):
            return other
    return None


def _is_narrow(one: Fragment) -> bool:
    return one.drawn and one.box.x1 - one.box.x0 < _WIDEST


def _is_below(one: Fragment, other: Fragment) -> bool:
    height = min(one.height, other.height)
    gap = other.box.y0 - one.box.y1
    centred = abs(one.box.x0 + one.box.x1 - other.box.x0 - other.box.x1) < _CENTRED
    aligned = centred or abs(one.box.x0 - other.box.x0) < _NEAR
    return aligned and -0.5 * height < gap < _CLOSE * height and one.middle < other.middle
