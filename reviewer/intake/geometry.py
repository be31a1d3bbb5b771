"""Boxes on pages that are turned, and the order in which boxes are read.

All boxes are fractions 0–1 of their page, origin at the top left.
"""

from collections.abc import Sequence
from itertools import pairwise

from reviewer.model import Box


def turn_box(box: Box, degrees: int) -> Box:
    """Return where `box` stands after its page was turned clockwise by `degrees`."""
    match degrees % 360:
        case 90:
            return Box(1 - box.y1, box.x0, 1 - box.y0, box.x1)
        case 180:
            return Box(1 - box.x1, 1 - box.y1, 1 - box.x0, 1 - box.y0)
        case 270:
            return Box(box.y0, 1 - box.x1, box.y1, 1 - box.x0)
        case _:
            return box


def turn_size(width: float, height: float, degrees: int) -> tuple[float, float]:
    """Return the size of a page after it was turned by `degrees`."""
    return (height, width) if degrees % 180 else (width, height)


def clip(value: float) -> float:
    """Return `value` moved into 0–1."""
    return 0.0 if value < 0 else 1.0 if value > 1 else value


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """Return the indices of `boxes` row by row from the top, each row from the left.

    A box joins the row of the box before it when their middles are closer than half the lower
    of their heights; so a tall cell does not swallow the rows beside it.
    """
    order = sorted(range(len(boxes)), key=lambda i: boxes[i].y0 + boxes[i].y1)
    rows: list[list[int]] = []
    for i in order:
        if rows and _same_row(boxes[rows[-1][-1]], boxes[i]):
            rows[-1].append(i)
        else:
            rows.append([i])
    return [i for row in rows for i in sorted(row, key=lambda j: boxes[j].x0)]


def _same_row(one: Box, other: Box) -> bool:
    apart = abs((one.y0 + one.y1) - (other.y0 + other.y1)) / 2
    return apart < 0.5 * min(one.y1 - one.y0, other.y1 - other.y0)


def runs_upwards(boxes: Sequence[Box]) -> bool:
    """Return whether some box stands above the one before it in the same column.

    Cells of a table and columns of a page legitimately jump up, but to the side; a jump up in
    the same column means that the order of drawing is not the order of reading.
    """
    for before, after in pairwise(boxes):
        overlap = min(before.x1, after.x1) - max(before.x0, after.x0)
        if after.y1 <= before.y0 and overlap > 0.2 * min(
            before.x1 - before.x0, after.x1 - after.x0
        ):
            return True
    return False
