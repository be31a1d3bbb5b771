"""Titles of one page that are set alike: short papers that a bureau prints below each other.

A receipt, the notice that a case was published, its closing and the remarks of the archive fill a
line or two each.  Where each has its title in the same large type, the type says what the length
of the paper above cannot.
"""

import statistics
from collections.abc import Mapping, Sequence

from reviewer.reading.heads import Head
from reviewer.reading.layout import Fragment, text_height
from reviewer.reading.titles import Titles

_LARGER, _WIDER, _ALIKE = 1.2, 1.3, 0.12
"""A title is so many times as high, or as wide, as the text; by how much alike ones differ."""
_ONE_AXIS = 0.05
_GAP = 0.8
"""Heights of a line of text that a title stands below the paper above at least."""
_LEAST_TEXT = 6
_FOOT = 0.92
_LISTED = 3
_SHOWN = frozenset({"DT26", "DT34", "DT35"})
_SHOWS = "DT53"
"""What is published shows the title of the decision."""


def alike_rows(
    rows: Sequence[list[Fragment]], heads: Mapping[int, Head], tops: Mapping[int, int]
) -> frozenset[int]:
    """Return the rows of `heads` that open papers because they are set like another of them.

    `tops` holds for each the row of the agency's name above it, or itself.
    """
    plain = [one for at, row in enumerate(rows) if at not in heads for one in row]
    base = text_height(plain)
    wide = statistics.median([pitch(one) for one in plain] or [0.0])
    large = {
        at: one
        for at, head in heads.items()
        if (one := _titled(rows[at], head))
        and base
        and (one.height > _LARGER * base or pitch(one) > _WIDER * wide)
    }
    alike = [at for at in large if any(_are_kin(large, at, other) for other in large)]
    ends = [*(tops[at] for at in alike[1:]), len(rows)][: len(alike)]
    return frozenset(
        at
        for at, end in zip(alike, ends, strict=True)
        if has_text(rows[at + 1 : end]) and _is_apart(rows, tops[at], _GAP * base)
    )


def may_follow(above: str, code: str) -> bool:
    """Return whether a title of type `code`, set alike, opens a paper below one of type `above`."""
    if not above or above in {code, "DT01", "DT02"} or code in {"DT01", "DT02"}:
        return False
    return above != _SHOWS or code not in _SHOWN


def lists_titles(below: Sequence[list[Fragment]], titles: Titles) -> bool:
    """Return whether what stands below a title names so many papers that it is their list."""
    text = "".join(one.text for row in below for one in row)
    return len({match.title for _, match in titles.mentioned(text)}) >= _LISTED


def _titled(row: Sequence[Fragment], head: Head) -> Fragment | None:
    return next((one for one in row if one.text in head.strip.text), None)


def pitch(one: Fragment) -> float:
    """Return the width of a Chinese character of a line, as a fraction of the page."""
    wide = sum(0.5 if char.isascii() else 1.0 for char in one.text)
    return (one.box.x1 - one.box.x0) / max(wide, 0.5)


def _are_kin(large: Mapping[int, Fragment], at: int, other: int) -> bool:
    one, two = large[at], large[other]
    taller = max(one.height, two.height)
    middles = (one.box.x0 + one.box.x1 - two.box.x0 - two.box.x1) / 2
    level = abs(one.height - two.height) < _ALIKE * taller
    # A scan measures the height of a line badly, its length well.
    level = level or abs(pitch(one) - pitch(two)) < _ALIKE * pitch(one)
    return abs(at - other) > 1 and level and abs(middles) < _ONE_AXIS


def has_text(rows: Sequence[list[Fragment]]) -> bool:
    """Return whether more than a number stands in the rows above the foot of the page."""
    text = "".join(one.text for row in rows for one in row if one.box.y0 < _FOOT)
    return len(text) >= _LEAST_TEXT


def _is_apart(rows: Sequence[list[Fragment]], at: int, least: float) -> bool:
    if at == 0:
        return True
    bottom = max(one.box.y1 for one in rows[at - 1])
    return min(one.box.y0 for one in rows[at]) - bottom > least
