"""A piece of text of a page that stands by itself, and what is asked of several of them."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reviewer.model import Box
from reviewer.reading.strips import Strip, joined


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text that stands by itself."""

    strip: Strip
    box: Box
    page: int
    """Index of the page in the document."""
    raw: str
    """The text with its blanks, to see gaps."""
    block: int | None = None
    cell: tuple[int, int] | None = None
    """DOCX tables only: row and column."""
    row: int = 0
    """Number of the row on the page, from the top."""
    drawn: bool = True
    """Whether the box was seen; made-up boxes say nothing about size or centring."""
    heading: bool = False
    """DOCX only: whether the paragraph is centred or opens a page."""

    @property
    def text(self) -> str:
        """Return the text without blanks."""
        return self.strip.text

    @property
    def height(self) -> float:
        """Return the height of the fragment."""
        return self.box.y1 - self.box.y0

    @property
    def middle(self) -> float:
        """Return the height at which the middle of the fragment stands."""
        return (self.box.y0 + self.box.y1) / 2


def rows_of(found: Iterable[Fragment]) -> list[list[Fragment]]:
    """Return the fragments grouped by page and row."""
    rows: list[list[Fragment]] = []
    for one in sorted(found, key=lambda one: (one.page, one.row, one.box.x0)):
        if rows and (rows[-1][0].page, rows[-1][0].row) == (one.page, one.row):
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def text_height(found: Sequence[Fragment]) -> float:
    """Return the usual height of a line; 0 when no box was seen."""
    return statistics.median([one.box.y1 - one.box.y0 for one in found if one.drawn] or [0.0])


def merged(stack: Sequence[Fragment]) -> Fragment:
    """Return the fragments as one, in their order."""
    box = stack[0].box
    for one in stack[1:]:
        box = box.union(one.box)
    raw = "".join(one.raw for one in stack)
    return replace(stack[0], strip=joined(one.strip for one in stack), box=box, raw=raw)
