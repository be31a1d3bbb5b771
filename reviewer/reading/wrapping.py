"""Values that begin behind their label and go on in the next lines of their cell."""

import re

from reviewer.reading.fragment import Fragment
from reviewer.reading.neighbours import NEAR, Neighbours, gap_between

_MOST_LINES = 4
_FULL = 0.72
"""A line that ends right of this may go on in the next."""
_CELL_END = 0.045
"""A line that ends this near to the next cell fills its own."""
_LABEL_GAP = 0.04
_HANGING = 0.06
"""A value that begins this far right of its label hangs: its next lines begin under it."""
_LINE_GAP = 0.9
_CELL_GAP = 1.4
"""Line heights between two lines of a value: of running text, and where the cell tells."""
_CLOSES = re.compile(r"[^()]{1,40}\)")
_TIME_ENDS = re.compile(r"[0-9年月日时至起到分:.\-]$")
_TIME_GOES_ON = re.compile(r"[0-9]{0,2}[年月日时分:至到]|[0-9]{1,2}日?[0-9]{1,2}[时:]")
"""How the next line goes on with a time that a narrow cell broke."""


class Wrapping:
    """The lines in which values go on."""

    def __init__(self, near: Neighbours) -> None:
        self._near = near
        self._fragments = near.fragments

    def lines_after(self, label: int, parts: list[int]) -> list[int]:
        """Return the lines in which a value that begins behind its label goes on."""
        one = self._fragments[parts[-1] if parts else label]
        left = self._fragments[label].box.x0
        found: list[int] = []
        edge = one
        for at in self._near.on_page(one.page):
            below = self._fragments[at]
            if at <= label or below.row <= edge.row or not one.drawn:
                continue
            goes_on = self._goes_on(one, edge, below)
            fills = self._fills_its_cell(one, edge, below)
            most = _CELL_GAP if goes_on or fills else _LINE_GAP
            close = gap_between(edge, below) < most * edge.height
            aligned = left - 0.12 < below.box.x0 < left + 0.3
            if close and below.box.x1 <= left:
                continue  # what a cell further left goes on with
            full = edge.box.x1 >= _FULL or goes_on or fills
            if not full or not close or not aligned or self._near.is_label(at):
                break
            found.append(at)
            edge = below
            if len(found) >= _MOST_LINES:
                break
        return found or self._closing(label, parts)

    def _closing(self, label: int, parts: list[int]) -> list[int]:
        """Return the line at the left margin that closes the bracket that a full line left open.

        Of two signatures in a row the second wraps to the beginning of the next line.
        """
        one = self._fragments[parts[-1] if parts else label]
        text = "".join(self._fragments[at].text for at in (label, *parts))
        if text.count("(") <= text.count(")") or one.box.x1 < _FULL or not one.drawn:
            return []
        next_row = [
            at for at in self._near.on_page(one.page) if self._fragments[at].row == one.row + 1
        ]
        first = min(next_row, key=lambda at: self._fragments[at].box.x0, default=None)
        if first is None or not _CLOSES.match(self._fragments[first].text):
            return []
        return [first] if gap_between(one, self._fragments[first]) < _CELL_GAP * one.height else []

    def _goes_on(self, first: Fragment, edge: Fragment, below: Fragment) -> bool:
        """Return whether a line goes on with a time that the cell broke: 15 | 时15分."""
        begun = _TIME_ENDS.search(edge.text) and _TIME_GOES_ON.match(below.text)
        return bool(begun) and below.box.x0 >= first.box.x0 - NEAR

    def _fills_its_cell(self, first: Fragment, edge: Fragment, below: Fragment) -> bool:
        """Return whether a value that another cell follows closely goes on right below itself."""
        starts = edge.box.x0 if edge is not first else _value_left(first)
        # The blank behind a label is wider than it is counted: the value begins further right.
        reach = NEAR if edge is not first else _LABEL_GAP
        if starts is None or not -NEAR < below.box.x0 - starts < reach:
            return False
        beside = [
            self._fragments[at].box.x0
            for at in self._near.on_page(edge.page)
            if self._fragments[at].row == edge.row and self._fragments[at].box.x0 >= edge.box.x1
        ]
        if beside and min(beside) - edge.box.x1 < _CELL_END:
            return True
        return self._hangs(first, below)

    def _hangs(self, first: Fragment, below: Fragment) -> bool:
        """Return whether a line stands under the value, not under its label, and alone there.

        A number that may not be broken leaves the line before it short of its cell's end.
        """
        starts = _value_left(first)
        if starts is None or starts - first.box.x0 < _HANGING:
            return False
        under = -NEAR < below.box.x0 - starts < _LABEL_GAP
        return under and not any(
            self._fragments[at].row == below.row and self._fragments[at].box.x1 <= below.box.x0
            for at in self._near.on_page(below.page)
        )


def _value_left(one: Fragment) -> float | None:
    """Return where the value behind a label begins in a line that holds both; None without gap."""
    head, gap, _ = one.raw.strip().partition(" ")
    if not gap or not one.drawn:
        return None
    whole = _width(one.raw.strip())
    return one.box.x0 + (one.box.x1 - one.box.x0) * _width(head + gap) / whole


def _width(text: str) -> float:
    return sum(0.55 if char.isascii() else 1.0 for char in text)
