"""The cells of a drawn form: the lines that stand close together beside or below a label.

Borders are not seen.  The lines of one cell stand closer together than the rows of a form, and
nothing else stands beside them in the label's column.
"""

import re

from reviewer.reading.fragment import Fragment
from reviewer.reading.neighbours import NEAR, Neighbours, gap_between

_CLOSE = 0.85
"""Lines of one cell stand closer than this many line heights."""
_ASKEW = 0.2
"""Share of a line height by which a scan lowers the columns on one side."""
_NUMBER_GAP = 1.4
"""A number that a cell broke goes on closer than this many line heights."""
_NUMBER_ENDS = re.compile(r"[0-9A-Z]{6,}$")
_NUMBER_REST = re.compile(r"[0-9A-Z]{1,10}")


class DrawnCells:
    """The cells of pages that were drawn or photographed, as lists of fragments."""

    def __init__(self, near: Neighbours) -> None:
        self._near = near
        self._fragments = near.fragments

    def right_of(self, at: int) -> list[int]:
        """Return the lines of the cell right of a label, as far as they stand close together."""
        one = self._fragments[at]
        if not one.drawn:
            return []
        height = one.height
        right = [
            other
            for other in self._near.on_page(one.page)
            if other != at and self._fragments[other].box.x0 >= one.box.x1 - NEAR
        ]
        near = [other for other in right if gap_between(one, self._fragments[other]) < 0.6 * height]
        level = [other for other in near if gap_between(one, self._fragments[other]) < 0] or near
        if not level:
            return []
        first = min(level, key=lambda other: self._fragments[other].box.x0)
        if self._near.is_label(first):
            return []
        return self.column_around(first, at, right)

    def column_around(self, first: int, label: int, right: list[int]) -> list[int]:
        """Return the lines above and below `first` that belong to its cell.

        Lines above count only where they centre the cell on its label: else they are a title or
        the row before.
        """
        below = self._lines_on(first, label, right, 1)
        above = self._lines_on(first, label, right, -1)
        if above and self._is_another_value(above, first, label):
            above = []
        middle = self._fragments[label].middle
        if abs(self._middle([*above, first, *below]) - middle) >= abs(
            self._middle([first, *below]) - middle
        ):
            above = []
        return sorted([*above, first, *below], key=lambda at: self._fragments[at].middle)

    def _middle(self, chosen: list[int]) -> float:
        boxes = [self._fragments[at].box for at in chosen]
        return (min(box.y0 for box in boxes) + max(box.y1 for box in boxes)) / 2

    def _lines_on(self, first: int, label: int, right: list[int], way: int) -> list[int]:
        """Return the lines of the cell after `first`, downwards (1) or upwards (-1)."""
        start = edge = self._fragments[first]
        own = self._fragments[label]
        found: list[int] = []
        for other in sorted(right, key=lambda at: way * self._fragments[at].middle):
            one = self._fragments[other]
            if way * (one.middle - edge.middle) <= 0.3 * edge.height or not _in_column(start, one):
                continue
            inside = own.box.y0 < one.middle < own.box.y1 or _is_rest_of_number(edge, one)
            far = not inside and gap_between(edge, one) >= _CLOSE * max(edge.height, one.height)
            if far or not _aligned(start, one) or self._near.is_label(other):
                break
            if self._beside_other_label(other, label):
                break
            found.append(other)
            edge = one
        return found

    def _beside_other_label(self, at: int, label: int) -> bool:
        """Return whether something else stands in the label's column beside the line."""
        one, own = self._fragments[at], self._fragments[label]
        slack = _ASKEW * own.height
        return any(
            other not in (at, label)
            and self._fragments[other].box.y0 - slack < one.middle
            and one.middle < self._fragments[other].box.y1 + slack
            and self._fragments[other].box.x0 < own.box.x1
            and own.box.x0 < self._fragments[other].box.x1 <= one.box.x0 + NEAR
            for other in self._near.on_page(one.page)
        )

    def _is_another_value(self, above: list[int], first: int, label: int) -> bool:
        """Return whether the lines above are the end of what the label above opens.

        The line before them stands beside that label and is longer than they: it was wrapped.
        """
        top = self._fragments[above[-1]]
        before = [
            other
            for other in self._near.on_page(top.page)
            if _in_column(self._fragments[first], self._fragments[other])
            and abs(self._fragments[other].box.x0 - top.box.x0) < NEAR
            and 0 < top.middle - self._fragments[other].middle < 2.2 * top.height
        ]
        if len(before) != 1:
            return False
        wrapped = self._fragments[before[0]]
        longer = wrapped.box.x1 > max(self._fragments[at].box.x1 for at in above) + top.height
        return longer and self._beside_other_label(before[0], label)


def _is_rest_of_number(one: Fragment, below: Fragment) -> bool:
    """Return whether a narrow cell broke a number over two lines: 92441322MA2R7KCX | 7T."""
    begun = _NUMBER_ENDS.search(one.text) and _NUMBER_REST.fullmatch(below.text)
    near = gap_between(one, below) < _NUMBER_GAP * one.height
    return bool(begun) and near and abs(one.box.x0 - below.box.x0) < NEAR


def _in_column(one: Fragment, other: Fragment) -> bool:
    shared = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    return shared > 0.4 * min(one.box.x1 - one.box.x0, other.box.x1 - other.box.x0)


def _aligned(one: Fragment, other: Fragment) -> bool:
    """Return whether two lines begin, or stand centred, alike; a first line may be indented."""
    centred = abs((one.box.x0 + one.box.x1) - (other.box.x0 + other.box.x1)) < 0.05
    return centred or abs(one.box.x0 - other.box.x0) < 0.06
