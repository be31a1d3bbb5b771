"""The cells of a form: what stands right of a label, below it, or in its next lines.

Borders are not seen.  The lines of one cell stand closer together than the rows of a form, and
nothing else stands beside them in the label's column.
"""

import re
from collections.abc import Sequence

from reviewer.reading.layout import Fragment

_NEAR = 0.012
_CLOSE = 0.85
"""Lines of one cell stand closer than this many line heights."""
_ASKEW = 0.2
"""Share of a line height by which a scan lowers the columns on one side."""
_WRAPPED_LINES = 4
_FULL = 0.72
"""A line that ends right of this may go on in the next."""
_ENDS_WITH_DAY = re.compile(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十])日$|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}$"
)
_TIME = re.compile(r"(?:上午|下午)?[0-9]{1,2}[时時点:]")
_CELL_END = 0.045
"""A line that ends this near to the next cell fills its own."""
_LABEL_GAP = 0.04
_TIME_GAP = 1.4
_TIME_ENDS = re.compile(r"[0-9年月日时至起到分:.\-]$")
_NUMBER_ENDS = re.compile(r"[0-9A-Z]{6,}$")
_NUMBER_REST = re.compile(r"[0-9A-Z]{1,10}")
_TIME_GOES_ON = re.compile(r"[0-9]{0,2}[年月日时分:至到]|[0-9]{1,2}日?[0-9]{1,2}[时:]")
"""How the next line goes on with a time that a narrow cell broke."""
_PART_OF_DATE = re.compile(
    r"[0-9〇零一二三四五六七八九十]{1,4}年?(?:[0-9一二三四五六七八九十]{0,3}月?)?"
)


class Cells:
    """The fragments of a document as cells; cells are lists of indices of fragments."""

    def __init__(
        self, fragments: Sequence[Fragment], heads: frozenset[int], whole: frozenset[int]
    ) -> None:
        """Take the fragments, which of them begin with a label, and which are nothing else."""
        self._fragments = fragments
        self._heads = heads
        self._whole = whole
        self._by_page: dict[int, list[int]] = {}
        for at, one in enumerate(fragments):
            self._by_page.setdefault(one.page, []).append(at)

    def on_page(self, page: int) -> list[int]:
        """Return the indices of the fragments of a page."""
        return self._by_page.get(page, [])

    def _is_label(self, at: int) -> bool:
        return at in self._heads

    def rest_of_date(self, at: int) -> list[int]:
        """Return the fragments right of one in which its date goes on: 2024年 | 3月 | 12日."""
        one = self._fragments[at]
        beside = [
            other
            for other in self.on_page(one.page)
            if self._fragments[other].row == one.row and self._fragments[other].box.x0 > one.box.x0
        ]
        return self._until_label(sorted(beside, key=lambda other: self._fragments[other].box.x0))

    def rest_of_time(self, at: int, text: str) -> list[int]:
        """Return the fragments right of one whose `text` ends with a day, if a time goes on there.

        Forms print 2024年3月12日 | 9时25分至 | 9时58分 in places of their own.
        """
        rest = self.rest_of_date(at) if _ENDS_WITH_DAY.search(text) else []
        timed = rest and _TIME.match(self._fragments[rest[0]].text)
        return rest if timed else []

    def _until_label(self, beside: list[int]) -> list[int]:
        for number, at in enumerate(beside):
            if self._is_label(at):
                return beside[:number]
        return beside

    def cell_right_of(self, at: int) -> list[int]:
        """Return the fragments of the cell right of one; of a date also the cells after it."""
        one = self._fragments[at]
        parts = self._docx_cell(at) if one.cell else self._drawn_cell(at)
        if not parts or self._is_label(parts[0]):
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
            return self._until_label(same[:1])
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

    def _drawn_cell(self, at: int) -> list[int]:
        """Return the lines of the cell right of a label, as far as they stand close together."""
        one = self._fragments[at]
        if not one.drawn:
            return []
        height = one.height
        right = [
            other
            for other in self.on_page(one.page)
            if other != at and self._fragments[other].box.x0 >= one.box.x1 - _NEAR
        ]
        near = [
            other for other in right if _gap_between(one, self._fragments[other]) < 0.6 * height
        ]
        level = [other for other in near if _gap_between(one, self._fragments[other]) < 0] or near
        if not level:
            return []
        first = min(level, key=lambda other: self._fragments[other].box.x0)
        if self._is_label(first):
            return []
        return self._column_around(first, at, right)

    def _column_around(self, first: int, label: int, right: list[int]) -> list[int]:
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
            far = not inside and _gap_between(edge, one) >= _CLOSE * max(edge.height, one.height)
            if far or not _aligned(start, one) or self._is_label(other):
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
            and own.box.x0 < self._fragments[other].box.x1 <= one.box.x0 + _NEAR
            for other in self.on_page(one.page)
        )

    def below(self, at: int) -> list[int]:
        """Return the fragments of the cell below the head of a column."""
        one = self._fragments[at]
        beside = [
            other
            for other in self.on_page(one.page)
            if self._fragments[other].row == one.row and self._fragments[other].box.x0 > one.box.x0
        ]
        if any(other not in self._whole for other in beside):
            return []  # a row with values is no head of columns
        following = [other for other in self.on_page(one.page) if other > at]
        for other in following[:30]:
            below = self._fragments[other]
            if one.cell and (not below.cell or below.block != one.block):
                break
            if below.row == one.row or not _shares_column(one, below):
                continue
            near = not below.drawn or below.box.y0 - one.box.y1 < 3 * (one.box.y1 - one.box.y0)
            if self._is_label(other) or not near:
                return []
            return self._cell_from(other, at)
        return []

    def _cell_from(self, first: int, head: int) -> list[int]:
        """Return the lines of the cell below a head that begins with `first`."""
        one = self._fragments[first]
        if one.cell:
            return [at for at in self._in_row(first) if self._fragments[at].cell == one.cell]
        below = [at for at in self.on_page(one.page) if self._fragments[at].box.y0 > one.box.y0]
        return self._column_around(first, head, below) if one.drawn else [first]

    def wraps(self, label: int, parts: list[int]) -> list[int]:
        """Return the lines in which a value that begins behind its label goes on."""
        one = self._fragments[parts[-1] if parts else label]
        left = self._fragments[label].box.x0
        found: list[int] = []
        edge = one
        for at in self.on_page(one.page):
            below = self._fragments[at]
            if at <= label or below.row <= edge.row or not one.drawn:
                continue
            goes_on = self._goes_on(one, edge, below)
            fills = self._fills_its_cell(one, edge, below)
            close = _gap_between(edge, below) < (_TIME_GAP if goes_on or fills else 0.9) * (
                edge.height
            )
            aligned = left - 0.12 < below.box.x0 < left + 0.3
            if close and below.box.x1 <= left:
                continue  # what a cell further left goes on with
            full = edge.box.x1 >= _FULL or goes_on or fills
            if not full or not close or not aligned or self._is_label(at):
                break
            found.append(at)
            edge = below
            if len(found) >= _WRAPPED_LINES:
                break
        return found

    def _goes_on(self, first: Fragment, edge: Fragment, below: Fragment) -> bool:
        """Return whether a line goes on with a time that the cell broke: 15 | 时15分."""
        begun = _TIME_ENDS.search(edge.text) and _TIME_GOES_ON.match(below.text)
        return bool(begun) and below.box.x0 >= first.box.x0 - _NEAR

    def _fills_its_cell(self, first: Fragment, edge: Fragment, below: Fragment) -> bool:
        """Return whether a value that another cell follows closely goes on right below itself."""
        starts = edge.box.x0 if edge is not first else value_left(first)
        # The blank behind a label is wider than it is counted: the value begins further right.
        reach = _NEAR if edge is not first else _LABEL_GAP
        if starts is None or not -_NEAR < below.box.x0 - starts < reach:
            return False
        beside = [
            self._fragments[at].box.x0
            for at in self.on_page(edge.page)
            if self._fragments[at].row == edge.row and self._fragments[at].box.x0 >= edge.box.x1
        ]
        return bool(beside) and min(beside) - edge.box.x1 < _CELL_END

    def _is_another_value(self, above: list[int], first: int, label: int) -> bool:
        """Return whether the lines above are the end of what the label above opens.

        The line before them stands beside that label and is longer than they: it was wrapped.
        """
        top = self._fragments[above[-1]]
        before = [
            other
            for other in self.on_page(top.page)
            if _in_column(self._fragments[first], self._fragments[other])
            and abs(self._fragments[other].box.x0 - top.box.x0) < _NEAR
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
    near = _gap_between(one, below) < _TIME_GAP * one.height
    return bool(begun) and near and abs(one.box.x0 - below.box.x0) < _NEAR


def value_left(one: Fragment) -> float | None:
    """Return where the value behind a label begins in a line that holds both; None without gap."""
    head, gap, _ = one.raw.strip().partition(" ")
    if not gap or not one.drawn:
        return None
    whole = _width(one.raw.strip())
    return one.box.x0 + (one.box.x1 - one.box.x0) * _width(head + gap) / whole


def _width(text: str) -> float:
    return sum(0.55 if char.isascii() else 1.0 for char in text)


def _column(one: Fragment) -> int:
    return one.cell[1] if one.cell else -1


def _gap_between(one: Fragment, other: Fragment) -> float:
    """Return the height between two fragments; negative when they stand side by side."""
    return max(one.box.y0, other.box.y0) - min(one.box.y1, other.box.y1)


def _in_column(one: Fragment, other: Fragment) -> bool:
    shared = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    return shared > 0.4 * min(one.box.x1 - one.box.x0, other.box.x1 - other.box.x0)


def _aligned(one: Fragment, other: Fragment) -> bool:
    """Return whether two lines begin, or stand centred, alike; a first line may be indented."""
    centred = abs((one.box.x0 + one.box.x1) - (other.box.x0 + other.box.x1)) < 0.05
    return centred or abs(one.box.x0 - other.box.x0) < 0.06


def is_part_of_date(text: str) -> bool:
    return bool(_PART_OF_DATE.fullmatch(text))


def _shares_column(one: Fragment, below: Fragment) -> bool:
    if one.cell and below.cell:
        return one.cell[1] == below.cell[1]
    middle = (one.box.x0 + one.box.x1) / 2
    return below.box.x0 - _NEAR <= middle <= below.box.x1 + _NEAR and one.drawn
