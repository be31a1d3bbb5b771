"""Rows of a drawn table whose cells hold several lines, told apart by their serial numbers.

A number that stands in the middle of its cell, above its cell's text or below it, is the anchor of
a row.  Between two anchors the widest gap parts the rows, and what stands above one another is one
cell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.model import Box
from reviewer.reading.columns import spread_words
from reviewer.reading.fragment import Fragment
from reviewer.reading.strips import Strip, joined

_SERIAL = re.compile(r"(?P<number>[0-9]{1,3})[.、]?")
_FEWEST = 2
_ALIGNED = 0.05
"""Serial numbers stand at most this far to the right of each other; of the width of the page."""
_ON = 0.9
"""Lines of one cell lie at most this part of their height apart."""


@dataclass(frozen=True, slots=True)
class _Piece:
    strip: Strip
    box: Box

    @property
    def middle(self) -> float:
        return (self.box.y0 + self.box.y1) / 2


def banded(
    found: Sequence[Fragment], heads: Sequence[Fragment]
) -> list[list[tuple[Strip, Box]]] | None:
    """Return the rows below `heads`: the cells behind the serial number, from the left.

    None where no row has a second line, or the serial numbers do not tell the rows apart.
    """
    if not heads or not all(one.drawn and one.cell is None for one in found):
        return None
    top = max(one.box.y1 for one in heads)
    centres = [(one.box.x0 + one.box.x1) / 2 for one in heads]
    pieces = [p for one in found if one.box.y0 >= top for p in _pieces(one, centres)]
    serials = _serials(pieces)
    numbers = [int(one.strip.text.strip(".、")) for one in serials]
    if len(serials) < _FEWEST or any(b - a not in {1, 2} for a, b in pairwise(numbers)):
        return None
    rest = [one for one in pieces if one not in serials]
    if not any(all(_off(one, serial) for serial in serials) for one in rest):
        return None
    cuts = _cuts(serials, rest)
    columns = _columns(rest)
    return [
        [cell for column in columns if (cell := _cell(column, low, high))[0]]
        for low, high in pairwise([top, *cuts])
    ]


def _off(one: _Piece, serial: _Piece) -> bool:
    return abs(one.middle - serial.middle) > 0.25 * (serial.box.y1 - serial.box.y0)


def _pieces(one: Fragment, centres: Sequence[float]) -> Iterator[_Piece]:
    """Return the fragment, parted where it holds a serial number or reaches over several heads."""
    words = list(spread_words(one))
    if len(words) > 1 and _SERIAL.fullmatch(words[0][0].text) and words[0][1].x0 < centres[0]:
        yield _Piece(*words.pop(0))
    box = Box(words[0][1].x0, one.box.y0, words[-1][1].x1, one.box.y1)
    if sum(box.x0 < centre < box.x1 for centre in centres) > 1:
        yield from (_Piece(*word) for word in words)
    else:
        yield _Piece(joined(strip for strip, _ in words), box)


def _serials(pieces: Sequence[_Piece]) -> list[_Piece]:
    numbers = [one for one in pieces if _SERIAL.fullmatch(one.strip.text)]
    left = min((one.box.x0 for one in numbers), default=0.0)
    near = [one for one in numbers if one.box.x0 - left < _ALIGNED]
    return sorted(near, key=lambda one: one.box.y0)


def _cuts(serials: Sequence[_Piece], rest: Sequence[_Piece]) -> list[float]:
    """Return where each row ends: in the widest gap before the next, the last where text ends."""
    cuts = []
    for here, after in pairwise(serials):
        between = [one for one in rest if here.middle < one.middle < after.middle]
        cuts.append(_widest([here, *between, after]))
    bottom = serials[-1].box.y1
    for one in sorted(rest, key=lambda one: one.box.y0):
        if one.middle > serials[-1].middle and one.box.y0 - bottom < _ON * _height(one):
            bottom = max(bottom, one.box.y1)
    return [*cuts, bottom]


def _widest(pieces: Sequence[_Piece]) -> float:
    ordered = sorted(pieces, key=lambda one: one.middle)
    bottom, gaps = ordered[0].box.y1, []
    for one in ordered[1:]:
        gaps.append((one.box.y0 - bottom, (one.box.y0 + bottom) / 2))
        bottom = max(bottom, one.box.y1)
    return max(gaps)[1]


def _height(one: _Piece) -> float:
    return one.box.y1 - one.box.y0


def _columns(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Return the pieces that stand above one another, from the left."""
    columns: list[list[_Piece]] = []
    for one in sorted(pieces, key=lambda one: one.box.x0 - one.box.x1):  # the widest first
        over = next((c for c in columns if any(_over(one.box, other.box) for other in c)), None)
        if over is None:
            columns.append([one])
        else:
            over.append(one)
    return sorted(columns, key=lambda column: min(one.box.x0 for one in column))


def _over(one: Box, other: Box) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)


def _cell(column: Sequence[_Piece], low: float, high: float) -> tuple[Strip, Box]:
    inside = [one for one in column if low <= one.middle <= high]
    lines: list[list[_Piece]] = []
    for one in sorted(inside, key=lambda one: one.middle):
        if lines and not _off(one, lines[-1][0]):
            lines[-1].append(one)
        else:
            lines.append([one])
    strip = joined(one.strip for line in lines for one in sorted(line, key=lambda one: one.box.x0))
    left = min((one.box.x0 for one in inside), default=0.0)
    return strip, Box(left, low, max((one.box.x1 for one in inside), default=left), high)
