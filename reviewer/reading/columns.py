"""Tables with a head of columns: what stands below each head, row by row.

Borders are not seen, and lines of neighbouring cells may come as one.  So words are dealt out one
by one: to the column of the line that they continue, else to the head that they stand nearest to.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.model import Box
from reviewer.reading.fragment import Fragment
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, joined, spread

_ALIGNED = 0.012
_STACKED = 0.02
"""Heads of two lines stand at most this far above or below the others."""


_DATE_SEAM = re.compile(r"[0-9]\|[年月日时分]|[年月日时]\|[0-9]")


@dataclass(slots=True)
class Column:
    """A head and the words below it."""

    box: Box
    field: str
    """The field of its label; empty when no list names it."""
    words: list[tuple[Strip, Box]] = dataclasses.field(default_factory=list)

    def between(self, low: float, high: float) -> Strip:
        """Return what stands between two heights of the page."""
        return joined(strip for strip, box in self.words if low <= (box.y0 + box.y1) / 2 <= high)


def columns_below(sheet: Sheet, head: int, end: float) -> list[Column]:
    """Return the columns whose heads stand in a row with the fragment `head`, filled to `end`."""
    one = sheet.fragments[head]
    near = [sheet.fragments[at] for at in sheet.on_page(one.page)]
    heads = [
        other for other in near if abs(other.middle - one.middle) <= _STACKED / 2 + _slack(one)
    ]
    columns = sorted(_heads(sheet, heads), key=lambda column: column.box.x0)
    bottom = max(other.box.y1 for other in heads)
    below = [other for other in near if bottom - 0.3 * one.height < other.box.y0 < end]
    for word, box in (pair for other in below for pair in _dates_whole(spread_words(other))):
        if columns:
            _column_of(box, columns).words.append((word, box))
    return columns


def _slack(one: Fragment) -> float:
    return 0.5 * one.height if one.drawn else 0.0


def _heads(sheet: Sheet, heads: Sequence[Fragment]) -> Iterator[Column]:
    for other in heads:
        at = sheet.fragment_of[other.strip.spots[0]]
        fields = {hit.start: hit.field for hit in sheet.hits_in(at)}
        start = 0
        for word, box in spread_words(other):
            yield Column(box, fields.get(start, ""))
            start += len(word)


def spread_words(one: Fragment) -> Iterator[tuple[Strip, Box]]:
    """Return the words of a fragment between blanks, each with the box that it takes up."""
    strip = one.strip
    widths = spread(one.raw)
    first = strip.spots[0].offset - (len(one.raw) - len(one.raw.lstrip()))
    cuts = [
        at
        for at in range(1, len(strip))
        if strip.spots[at].offset != strip.spots[at - 1].offset + 1
    ]
    for low, high in zip([0, *cuts], [*cuts, len(strip)], strict=True):
        left = widths[max(0, min(strip.spots[low].offset - first, len(one.raw)))]
        right = widths[max(0, min(strip.spots[high - 1].offset - first + 1, len(one.raw)))]
        width = one.box.x1 - one.box.x0
        box = Box(one.box.x0 + left * width, one.box.y0, one.box.x0 + right * width, one.box.y1)
        yield strip.cut(low, high), box


def _dates_whole(words: Iterator[tuple[Strip, Box]]) -> Iterator[tuple[Strip, Box]]:
    """Put the words of a date together: 2024 年 9 月 27 is one word of its column."""
    last: tuple[Strip, Box] | None = None
    for word, box in words:
        if last and _DATE_SEAM.search(f"{last[0].text}|{word.text}"):
            last = joined([last[0], word]), last[1].union(box)
            continue
        if last:
            yield last
        last = word, box
    if last:
        yield last


def _column_of(box: Box, columns: Sequence[Column]) -> Column:
    for column in columns:
        for _, other in column.words[-2:]:
            if abs(other.x0 - box.x0) < _ALIGNED and other.y1 - 0.005 < box.y0 < other.y1 + 0.02:
                return column
    middle = (box.x0 + box.x1) / 2
    return min(columns, key=lambda one: max(one.box.x0 - middle, middle - one.box.x1, 0.0))
