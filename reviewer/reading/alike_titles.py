"""Titles of one page that are set alike: short papers that a bureau prints below each other.

A receipt, the notice that a case was published, its closing and the remarks of the archive fill a
line or two each.  Where each has its title in the same large type, the type says what the length
of the paper above cannot.
"""

import re
import statistics
from collections.abc import Mapping, Sequence

from reviewer.reading.contents_heads import heads_of
from reviewer.reading.fragment import Fragment, text_height
from reviewer.reading.heads import Head
from reviewer.reading.listing import is_entry
from reviewer.reading.titles import TitleMatch, Titles
from reviewer.reckoning.dates import find_dates

_LARGER, _WIDER, _ALIKE = 1.2, 1.3, 0.12
"""A title is so many times as high, or as wide, as the text; by how much alike ones differ."""
_ONE_AXIS, _ONE_EDGE = 0.05, 0.01
_GAP = 0.8
"""Heights of a line of text that a title stands below the paper above at least."""
_LEAST_TEXT = 6
_FOOT = 0.92
_LISTED = 3
_SHOWN = frozenset({"DT26", "DT34", "DT35"})
_SHOWS = "DT53"
"""What is published shows the title of the decision."""
_FIRST = frozenset({"DT01", "DT02"})
_COLLECTED = frozenset({"DT55", "DT60", "DT61"})
"""They paste several copies, each with its own name."""
_SAID = re.compile(r"[。?？]|[\u4e00-\u9fa5]:")
_OF_COVER = re.compile("保管期限|归档|全宗|本卷|卷宗号|案卷号|处理结果")
"""What stands below a title on a cover that only names the decision."""


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


def may_follow(above: str, title: str, head: TitleMatch, below: Sequence[list[Fragment]]) -> bool:
    """Return whether `head`, set alike, opens a paper below one of type `above` and its `title`.

    `below` are the rows under `head`: below a cover or a list of papers they must say what no
    entry of a list says.
    """
    if not above or head.code in _FIRST:
        return False
    if above in _FIRST:
        return _says_more(below)
    if above == head.code:
        return title not in {"", head.title} and head.code not in _COLLECTED
    return above != _SHOWS or head.code not in _SHOWN


def _says_more(rows: Sequence[list[Fragment]]) -> bool:
    """Return whether the rows below a title are a paper, not further entries of a list."""
    first = rows[0] if rows else []
    text = "".join(one.text for row in rows for one in row)
    listed = not first or is_entry(first[0].raw) or heads_of(first) is not None
    if listed or _OF_COVER.search(text):
        return False
    return bool(find_dates(text)) or _SAID.search(text) is not None


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
    in_line = abs(middles) < _ONE_AXIS or abs(one.box.x0 - two.box.x0) < _ONE_EDGE
    return abs(at - other) > 1 and level and in_line


def has_text(rows: Sequence[list[Fragment]]) -> bool:
    """Return whether more than a number stands in the rows above the foot of the page."""
    text = "".join(one.text for row in rows for one in row if one.box.y0 < _FOOT)
    return len(text) >= _LEAST_TEXT


def _is_apart(rows: Sequence[list[Fragment]], at: int, least: float) -> bool:
    if at == 0:
        return True
    bottom = max(one.box.y1 for one in rows[at - 1])
    return min(one.box.y0 for one in rows[at]) - bottom > least
