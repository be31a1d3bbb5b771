"""The name around a seal, where a text layer prints it letter by letter.

A program that sets the seal itself writes its name along a ring: 市建阳区交通运 above, 平 and 输
beside it, 南 and 局 beside the date.  Read by rows the letters stand in the midst of the signature
or of a sentence.  The name is that of the body below, or reads so clockwise around the ring.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reviewer.reading.fragment import Fragment

_HAN = "[\u4e00-\u9fa5]"
_BODY_END = "(?:局|厅|队|委员会|委|政府|中心|所|站|处|办公室)"
_BODY = re.compile(rf"{_HAN}{{5,40}}{_BODY_END}")
_WHOLE = re.compile(rf"{_HAN}{{2,}}[省市县区州盟旗]{_HAN}{{2,}}{_BODY_END}")
_RING = re.compile(
    rf"{_HAN}*(?:[省市县区州盟旗]|交通|运输|公路|海事|航道|港){_HAN}*{_BODY_END}"
    r"(?:行政(?:执法|处罚))?(?:(?:执法)?专用章|公章)?"
)
_PIECE = re.compile(rf"{_HAN}{{1,12}}")
_WITHIN = re.compile(
    rf"[★☆*✭]|(?:{_HAN}{{0,6}}专用章?|用章|行政处罚|行政执法|公章|章)(?:\([0-9一二三四五六七八九十]\))?"
)
"""What stands inside of the ring."""
_PIECES, _LETTERS = 3, 6
_SHARE, _LARGEST = 0.7, 0.75
"""Of the letters of a name: how many must be read, and how many one piece may hold."""
_NEAR_X, _NEAR_Y = 0.06, 0.04
_WIDEST, _HIGHEST = 0.32, 0.24
_ASPECT = math.sqrt(2)


def without_seals(found: list[Fragment]) -> list[Fragment]:
    """Return the fragments without the letters of the seals."""
    pieces = [one for one in found if one.drawn and _PIECE.fullmatch(one.text)]
    if sum(len(one.text) == 1 for one in pieces) < 1 or len(pieces) < _PIECES:
        return found
    ends = dict(_parted_names(found))
    names = {match[0] for one in found if (match := _BODY.search(one.text))} | set(ends.values())
    pieces = [one for one in pieces if id(one) not in ends]
    spelt = [one for one in pieces if not _WHOLE.fullmatch(one.text)]
    around = [one for one in spelt if not _WITHIN.fullmatch(one.text)]
    rings = [ring for some in (spelt, around) for ring in _groups(some) if _is_ring(ring)]
    for name in sorted(names):
        spelling = [one for one in pieces if _may_spell(one, name)]
        rings += [ring for ring in _groups(spelling) if _is_name(ring, names)]
    return _without(found, [one for ring in rings for one in ring])


def _without(found: list[Fragment], rings: list[Fragment]) -> list[Fragment]:
    dropped = set(map(id, rings))
    if not dropped:
        return found
    inside = [
        one
        for one in found
        if _WITHIN.fullmatch(one.text) and any(_is_near(one, other) for other in rings)
    ]
    dropped.update(map(id, inside))
    return [one for one in found if id(one) not in dropped]


def _parted_names(found: Sequence[Fragment]) -> Iterator[tuple[int, str]]:
    """Return the names that a letter of the seal parted, with what ends each: …交通运输 | 局."""
    for one in found:
        if len(one.text) < _LETTERS - 1 or _BODY.search(one.text):
            continue
        for other in found:
            level = (
                abs(one.box.y1 - other.box.y1) + abs(one.box.y0 - other.box.y0) < 0.1 * one.height
            )
            beside = level and abs(other.box.x0 - one.box.x1) < 0.3 * one.height
            if beside and (match := _BODY.search(one.text + other.text)):
                yield id(other), match[0]


def _may_spell(one: Fragment, name: str) -> bool:
    return len(one.text) <= _LARGEST * len(name) and not Counter(one.text) - Counter(name)


def _groups(pieces: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return the pieces that stand near each other."""
    groups: list[list[Fragment]] = []
    for one in pieces:
        near = [group for group in groups if any(_is_near(one, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([one, *(other for group in near for other in group)])
    return [group for group in groups if len(group) >= _PIECES and _is_small(group)]


def _is_near(one: Fragment, other: Fragment) -> bool:
    across = max(one.box.x0, other.box.x0) - min(one.box.x1, other.box.x1)
    down = max(one.box.y0, other.box.y0) - min(one.box.y1, other.box.y1)
    return one.page == other.page and across < _NEAR_X and down < _NEAR_Y


def _is_small(group: Sequence[Fragment]) -> bool:
    wide = max(one.box.x1 for one in group) - min(one.box.x0 for one in group)
    high = max(one.box.y1 for one in group) - min(one.box.y0 for one in group)
    columns = {round(one.box.x0 / 0.02) for one in group}
    rows = {round(one.middle / 0.008) for one in group}
    return wide < _WIDEST and high < _HIGHEST and len(columns) > 1 and len(rows) > 1


def _is_name(group: Sequence[Fragment], names: set[str]) -> bool:
    """Return whether the letters are those with which a name of the page ends."""
    letters = Counter("".join(one.text for one in group))
    count = letters.total()
    if count < _LETTERS - 1:
        return False
    longest = int(count / _SHARE)
    return any(
        not letters - Counter(name[-size:])
        for name in names
        for size in range(count, min(longest, len(name)) + 1)
    )


def _is_ring(group: Sequence[Fragment]) -> bool:
    """Return whether the letters spell a body clockwise, from below the middle."""
    text = "".join(one.text for one in _clockwise(group))
    single = sum(len(one.text) == 1 for one in group)
    return len(text) >= _LETTERS and single > 1 and _RING.fullmatch(text) is not None


def _clockwise(group: Sequence[Fragment]) -> list[Fragment]:
    x = (min(one.box.x0 for one in group) + max(one.box.x1 for one in group)) / 2
    y = (min(one.box.y0 for one in group) + max(one.box.y1 for one in group)) / 2

    def turn(one: Fragment) -> float:
        right = (one.box.x0 + one.box.x1) / 2 - x
        down = (one.middle - y) * _ASPECT
        return math.atan2(-right, down) % (2 * math.pi)

    return sorted(group, key=turn)
