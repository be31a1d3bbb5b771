"""Dates of approvals in a grid without labels of opinions: 环节 | 意见 | 签名 | 日期, or turned.

What approves stands in a cell of its own; who signed and when stands in the same row, or below in
the same column where several opinions stand side by side.
"""

import re
from collections.abc import Iterator, Sequence

from reviewer.reading.finders import SIGNED, Finder, Found, outside_of
from reviewer.reading.fragment import Fragment
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.dates import find_dates

_OPINION = re.compile(
    r"(?:拟|建议|请|不|未|暂不)?(?:予以)?(?:同意|批准|准予|核准|立案|结案|报[请批])[\u4e00-\u9fa5,、]{0,16}[。.]?"
)
_APPROVES = r"(?:同意|批准|准予|核准)(?:予以|依法|本案)?(?:{acts})?(?:[。.;,]|$)"
_ROWS = 5
"""A column of opinion, name and date has at most so many rows."""


def approved_in_grid(acts: str, weight: float = SIGNED) -> Finder:
    """Find the date in the row or column of the last cell that approves one of `acts`.

    Where the form names the head's section, an office's opinion is none of it.
    """
    approves = re.compile(_APPROVES.format(acts=acts))

    def find(sheet: Sheet) -> Iterator[Found]:
        cells = [one for one in sheet.fragments if _OPINION.fullmatch(one.text)]
        cells.sort(key=lambda one: (one.page, one.row, one.box.x0))
        last = next((one for one in reversed(cells) if approves.match(one.text)), None)
        if last is None:
            return
        beside = [one for one in cells if one is not last and _shares_row(one, last)]
        dated = _in_column(sheet, last) if beside else _in_row(sheet, last)
        if dated is not None:
            one = find_dates(dated.text)[-1]
            yield Found(one.value, dated.strip.cut(one.start, one.end), weight)

    return outside_of("leader", "office", "handler", finder=find)


def _shares_row(one: Fragment, other: Fragment) -> bool:
    if other.cell is not None:
        same_table = one.block == other.block and one.cell is not None
        return same_table and one.cell is not None and one.cell[0] == other.cell[0]
    return (one.page, one.row) == (other.page, other.row)


def _in_row(sheet: Sheet, last: Fragment) -> Fragment | None:
    """Return the only date right of the opinion, if other cells stand in its row."""
    right = [
        one
        for one in sheet.fragments
        if one is not last and _shares_row(one, last) and one.box.x0 >= last.box.x1 - 0.01
    ]
    dated = [one for one in right if find_dates(one.text)]
    return dated[0] if len(dated) == 1 else None


def _in_column(sheet: Sheet, last: Fragment) -> Fragment | None:
    """Return the first date below the opinion in its column."""
    below = [one for one in sheet.fragments if _is_below(one, last)]
    below.sort(key=lambda one: one.box.y0)
    dated = [one for one in below if find_dates(one.text) and _shares_column(one, last)]
    rivals = [one for one in below if dated and _shares_row(one, dated[0])]
    return dated[0] if dated and _is_nearest(dated[0], last, rivals) else None


def _is_below(one: Fragment, last: Fragment) -> bool:
    if last.cell is not None:
        if one.block != last.block or one.cell is None:
            return False
        return (one.cell == last.cell and one.box.y0 > last.box.y0) or (
            last.cell[0] < one.cell[0] <= last.cell[0] + _ROWS
        )
    return one.page == last.page and last.row < one.row <= last.row + _ROWS


def _shares_column(one: Fragment, last: Fragment) -> bool:
    if last.cell is not None:
        return one.cell is not None and one.cell[1] == last.cell[1]
    return one.drawn and one.box.x0 < last.box.x1 and one.box.x1 > last.box.x0


def _is_nearest(one: Fragment, last: Fragment, rivals: Sequence[Fragment]) -> bool:
    """Return whether no other piece of the date's row stands nearer to the opinion's column."""
    return all(abs(one.box.x0 - last.box.x0) <= abs(other.box.x0 - last.box.x0) for other in rivals)
