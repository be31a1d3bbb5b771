"""The cells of a form: what stands right of a label, below it, or in its next lines.

A table of a DOCX tells its cells; those of a drawn form are found by how their lines stand.
"""

import re
from collections.abc import Sequence

from reviewer.reading.drawn_cells import DrawnCells
from reviewer.reading.fragment import Fragment
from reviewer.reading.neighbours import NEAR, Neighbours
from reviewer.reading.wrapping import Wrapping

_ENDS_WITH_DAY = re.compile(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十])日$|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}$"
)
_TIME = re.compile(r"(?:上午|下午)?[0-9]{1,2}[時时点:]")
_PART_OF_DATE = re.compile(
    r"[0-9〇零一二三四五六七八九十]{1,4}年?(?:[0-9一二三四五六七八九十]{0,3}月?)?"
)


class Cells:
    """The fragments of a document as cells; cells are lists of indices of fragments."""

    def __init__(
        self, fragments: Sequence[Fragment], heads: frozenset[int], whole: frozenset[int]
    ) -> None:
        """Take the fragments, which of them begin with a label, and which are nothing else."""
        self._near = Neighbours(fragments, heads, whole)
        self._fragments = fragments
        self._drawn = DrawnCells(self._near)
        self._wrapping = Wrapping(self._near)

    def on_page(self, page: int) -> list[int]:
        """Return the indices of the fragments of a page."""
        return self._near.on_page(page)

    def rest_of_date(self, at: int) -> list[int]:
        """Return the fragments right of one in which its date goes on: 2024年 | 3月 | 12日."""
        return self._near.until_label(self._near.right_in_row(at))

    def rest_of_time(self, at: int, text: str) -> list[int]:
        """Return the fragments right of one whose `text` ends with a day, if a time goes on there.

        Forms print 2024年3月12日 | 9时25分至 | 9时58分 in places of their own.
        """
        rest = self.rest_of_date(at) if _ENDS_WITH_DAY.search(text) else []
        timed = rest and _TIME.match(self._fragments[rest[0]].text)
        return rest if timed else []

    def cell_right_of(self, at: int) -> list[int]:
        """Return the fragments of the cell right of one; of a date also the cells after it."""
        one = self._fragments[at]
        parts = self._docx_cell(at) if one.cell else self._drawn.right_of(at)
        if not parts or self._near.is_label(parts[0]):
            return []
        text = "".join(self._fragments[part].text for part in parts)
        if is_part_of_date(text):
            return [*parts, *self.rest_of_date(parts[-1])]
        return [*parts, *self.rest_of_time(parts[-1], text)]

    def _docx_cell(self, at: int) -> list[int]:
        one = self._fragments[at]
        row = self._in_row(at)
        same = [other for other in row if self._fragments[other].cell == one.cell and other > at]
        if same:
            return self._near.until_label(same[:1])
        right = [other for other in row if _column(self._fragments[other]) > _column(one)]
        first = min((_column(self._fragments[other]) for other in right), default=-1)
        return [other for other in right if _column(self._fragments[other]) == first]

    def _in_row(self, at: int) -> list[int]:
        """Return the fragments of one table row of a DOCX, cell by cell."""
        one = self._fragments[at]
        row = [
            other
            for other in self.on_page(one.page)
            if self._fragments[other].block == one.block
            and (cell := self._fragments[other].cell)
            and one.cell
            and cell[0] == one.cell[0]
        ]
        return sorted(row, key=lambda other: (self._fragments[other].cell, other))

    def below(self, at: int) -> list[int]:
        """Return the fragments of the cell below the head of a column."""
        one = self._fragments[at]
        if not all(map(self._near.is_only_label, self._near.right_in_row(at))):
            return []  # a row with values is no head of columns
        following = [other for other in self.on_page(one.page) if other > at]
        for other in following[:30]:
            below = self._fragments[other]
            if one.cell and (not below.cell or below.block != one.block):
                break
            if below.row == one.row or not _shares_column(one, below):
                continue
            near = not below.drawn or below.box.y0 - one.box.y1 < 3 * (one.box.y1 - one.box.y0)
            if self._near.is_label(other) or not near:
                return []
            return self._cell_from(other, at)
        return []

    def _cell_from(self, first: int, head: int) -> list[int]:
        """Return the lines of the cell below a head that begins with `first`."""
        one = self._fragments[first]
        if one.cell:
            return [at for at in self._in_row(first) if self._fragments[at].cell == one.cell]
        below = [at for at in self.on_page(one.page) if self._fragments[at].box.y0 > one.box.y0]
        return self._drawn.column_around(first, head, below) if one.drawn else [first]

    def wraps(self, label: int, parts: list[int]) -> list[int]:
        """Return the lines in which a value that begins behind its label goes on."""
        return self._wrapping.lines_after(label, parts)


def _column(one: Fragment) -> int:
    return one.cell[1] if one.cell else -1


def is_part_of_date(text: str) -> bool:
    return bool(_PART_OF_DATE.fullmatch(text))


def _shares_column(one: Fragment, below: Fragment) -> bool:
    if one.cell and below.cell:
        return one.cell[1] == below.cell[1]
    middle = (one.box.x0 + one.box.x1) / 2
    return below.box.x0 - NEAR <= middle <= below.box.x1 + NEAR and one.drawn
