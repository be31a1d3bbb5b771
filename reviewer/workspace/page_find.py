"""Finding text on pages, blanks and widths of characters ignored.  Pure functions."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from reviewer.model import Box, Line, Page, Place, TextSource
from reviewer.reckoning.textnorm import squeeze

MOST = 500
"""Places given at most: more cannot be looked through."""


def find(pages: Iterable[Page], text: str) -> tuple[Place, ...]:
    """Return the places of `text`, over line ends too, in the order of the pages."""
    wanted = squeeze(text).text.casefold()
    found: list[Place] = []
    if not wanted:
        return ()
    for page in pages:
        for place in _on_page(page, wanted):
            found.append(place)
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


def part_of(line: Line, start: int, end: int) -> Box | None:
    """Return the box of the characters [start, end) of a line, by their usual widths."""
    if line.box is None:
        return None
    widths = [_width(char) for char in line.text]
    whole = sum(widths) or 1
    step = (line.box.x1 - line.box.x0) / whole
    left = line.box.x0 + sum(widths[:start]) * step
    right = line.box.x0 + sum(widths[:end]) * step
    return Box(left, line.box.y0, right, line.box.y1)


def _on_page(page: Page, wanted: str) -> Iterator[Place]:
    if page.source is TextSource.DOCX:
        for line in page.lines:
            for start, end in _matches([line], wanted):
                yield _docx_place(page, line, start[1], end[1])
        return
    for start, end in _matches(page.lines, wanted):
        yield _page_place(page, start, end)


def _matches(
    lines: Sequence[Line], wanted: str
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Give line and offset of the first character and of the last, included."""
    text, spots = "", []
    for at, line in enumerate(lines):
        source = squeeze(line.text)
        text += source.text.casefold()
        spots += [(at, offset) for offset in source.offsets]
    if len(text) != len(spots):
        return  # a character that grows when its case is folded: not in the texts of this trade
    start = text.find(wanted)
    while start >= 0:
        yield spots[start], spots[start + len(wanted) - 1]
        start = text.find(wanted, start + len(wanted))


def _page_place(page: Page, first: tuple[int, int], last: tuple[int, int]) -> Place:
    quote, box = "", None
    for at in range(first[0], last[0] + 1):
        line = page.lines[at]
        start = first[1] if at == first[0] else 0
        end = last[1] + 1 if at == last[0] else len(line.text)
        quote += line.text[start:end]
        part = part_of(line, start, end)
        if part is not None:
            box = part if box is None else box.union(part)
    return Place(page.ref.file, page.ref.page, quote, box)


def _docx_place(page: Page, line: Line, first: int, last: int) -> Place:
    start, end = line.start + first, line.start + last + 1
    quote = line.text[first : last + 1]
    chars = None if line.block is None else (start, end)
    return Place(page.ref.file, page.ref.page, quote, None, line.block, chars)


def _width(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
