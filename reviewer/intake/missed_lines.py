"""Lines that detection overlooked: ink on the page that no line covers is looked at again.

Detection sees an A4 page at less than half its size, and there a date in thin strokes beside a
seal can vanish.  What is left of the ink when lines, rules and seals are taken off is found in a
few milliseconds; where it looks like a line, detection sees that part of the page as it is.
"""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from reviewer.intake.images import Pixels
from reviewer.intake.ink import Ink

Quad = npt.NDArray[np.float32]
_HALF = 2
"""Ink is looked for in a picture of half the size."""
_DARKER = 70
"""Ink is so much darker than paper, of 255."""
_PAPER = 150
"""What is darker on the whole than this is a photo."""
_AROUND = 3
"""Pixels around a line that belong to it."""
_RULE = 41
"""No stroke of a character is as long as this; the rules of forms are."""
_GAP = 17
"""Characters of one line stand no farther apart."""
_LOWEST, _HIGHEST = 8, 45
"""Height of a line: 6 to 32 points at 200 dots per inch."""
_WIDER = 1.5
"""A line is wider than high: single figures are not worth the time."""
_SPARSE, _DENSE = 0.08, 0.6
"""Share of ink in a line."""
_MARGIN = 0.015
"""Share of the page at its edges where the shadows of the scanner lie."""
_MOST = 6
"""A page with more such places is a picture, or its lines cannot be told from it."""
_CONTEXT = 2.0
"""Detection is shown so many heights of a line around it."""


def missed_lines(
    ink: Ink, quads: Sequence[Quad], detect: Callable[[Pixels], list[Quad]]
) -> list[Quad]:
    """Return the corners of the lines of a page that are not among `quads`."""
    picture = ink.seen if ink.black is None else ink.black
    found: list[Quad] = []
    for left, top, right, bottom in _places(picture, quads):
        part = np.ascontiguousarray(picture[top:bottom, left:right])
        for quad in detect(part):
            moved = (quad + np.array([left, top], dtype=np.float32)).astype(np.float32)
            if not any(_is_over(moved, other) for other in (*quads, *found)):
                found.append(moved)
    return found


def _places(picture: Pixels, quads: Sequence[Quad]) -> list[tuple[int, int, int, int]]:
    """Return the parts of the page, in pixels, where ink stands that no quad covers."""
    marks = _uncovered(picture, quads)
    if marks is None:
        return []
    joined = cv2.dilate(marks, np.ones((3, _GAP), dtype=np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    height, width = marks.shape
    places = []
    for x, y, wide, high, _ in stats[1:].tolist():
        inside = marks[y : y + high, x : x + wide]
        if _is_line(inside) and _is_inside(x / width, y / height, (x + wide) / width):
            around = round(_CONTEXT * high)
            places.append(
                (
                    max(0, x - around) * _HALF,
                    max(0, y - around) * _HALF,
                    min(width, x + wide + around) * _HALF,
                    min(height, y + high + around) * _HALF,
                )
            )
    return places if len(places) <= _MOST else []


def _uncovered(picture: Pixels, quads: Sequence[Quad]) -> npt.NDArray[np.uint8] | None:
    """Return where ink is at half size, without lines and rules; None of a photo."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    size = (grey.shape[1] // _HALF, grey.shape[0] // _HALF)
    small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA))
    paper = float(np.median(small[::4, ::4]))
    if paper < _PAPER:
        return None
    marks = (small < paper - _DARKER).astype(np.uint8)
    for quad in quads:
        corners = np.round(quad / _HALF).astype(np.int32)
        cv2.fillPoly(marks, [corners], (0,))
        cv2.polylines(marks, [corners], True, (0,), 2 * _AROUND)
    for shape in ((1, _RULE), (_RULE, 1)):
        rules = cv2.morphologyEx(marks, cv2.MORPH_OPEN, np.ones(shape, dtype=np.uint8))
        marks[np.asarray(cv2.dilate(rules, np.ones((3, 3), dtype=np.uint8))) > 0] = 0
    return marks


def _is_line(inside: npt.NDArray[np.uint8]) -> bool:
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if not len(rows):
        return False
    high, wide = int(rows[-1] - rows[0] + 1), int(columns[-1] - columns[0] + 1)
    share = float(inside.sum()) / (high * wide)
    return _LOWEST <= high <= _HIGHEST and wide >= _WIDER * high and _SPARSE <= share <= _DENSE


def _is_inside(left: float, top: float, right: float) -> bool:
    return left > _MARGIN and right < 1 - _MARGIN and _MARGIN < top < 1 - _MARGIN


def _is_over(one: Quad, other: Quad) -> bool:
    """Return whether a quarter of a line is covered by another."""
    low, high = (
        np.maximum(one.min(axis=0), other.min(axis=0)),
        np.minimum(one.max(axis=0), other.max(axis=0)),
    )
    shared = np.clip(high - low, 0, None)
    return float(shared.prod()) > 0.25 * float((one.max(axis=0) - one.min(axis=0)).prod())
