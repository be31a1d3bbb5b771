"""Strips: text without blanks in which every character still knows where it stands.

Everything that reads a value works on strips and returns one, so a fact's place is cut from the
page and never searched for again.  Text is folded as by `reckoning.textnorm.squeeze`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.model import Box, Line, Page, Place
from reviewer.reading.number_brackets import with_round_brackets
from reviewer.reckoning.textnorm import halfwidth

_Piece = tuple[int, int, int]
"""A line, and start and end of the stretch in it."""


class Spot(NamedTuple):
    """Where one character stands: page and line by their index, offset in the line's text."""

    page: int
    line: int
    offset: int


_LONGEST_QUOTE = 80
_SHORTEST_QUOTE = 12
_BREAKS = (re.compile(r"[。;]|:(?![0-9])"), re.compile("[,、]"))
NOWHERE = Spot(-1, -1, -1)
"""The spot of a line break that was put between two lines."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Squeezed text with the spot of each character."""

    text: str
    spots: tuple[Spot, ...]

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> "Strip":
        """Return the strip of `text[start:end]`."""
        return Strip(self.text[start:end], self.spots[start:end])

    def bare(self) -> "Strip":
        """Return the strip without line breaks."""
        if "\n" not in self.text:
            return self
        kept = [i for i, char in enumerate(self.text) if char != "\n"]
        return Strip("".join(self.text[i] for i in kept), tuple(self.spots[i] for i in kept))

    def trimmed(self, chars: str) -> "Strip":
        """Return the strip without any of `chars` at its ends."""
        left = len(self.text) - len(self.text.lstrip(chars))
        return self.cut(left, max(left, len(self.text.rstrip(chars))))


EMPTY = Strip("", ())


def strip_of(line: Line, page: int, index: int, start: int = 0, end: int | None = None) -> Strip:
    """Return the strip of `line.text[start:end]`."""
    folded = halfwidth(line.text[start:end])
    if folded.split() == [folded]:
        spots = tuple(Spot(page, index, start + at) for at in range(len(folded)))
        return Strip(with_round_brackets(folded), spots)
    kept = [at for at, char in enumerate(folded) if not char.isspace()]
    text = with_round_brackets("".join(folded[at] for at in kept))
    return Strip(text, tuple(Spot(page, index, start + at) for at in kept))


def joined(strips: Iterable[Strip], by: str = "") -> Strip:
    """Return the strips as one, with `by` (a line break) between them."""
    texts: list[str] = []
    spots: list[Spot] = []
    for strip in strips:
        if texts and by:
            texts.append(by)
            spots.append(NOWHERE)
        texts.append(strip.text)
        spots.extend(strip.spots)
    return Strip("".join(texts), tuple(spots))


def parted(strip: Strip) -> Strip:
    """Return the strip with a blank where one stood between two digits of a line.

    Without it 2024.5.30 9:30 could as well be the third of May.
    """
    texts: list[str] = []
    spots: list[Spot] = []
    for char, spot in zip(strip.text, strip.spots, strict=True):
        before = spots[-1] if spots else NOWHERE
        gap = (before.page, before.line) == (
            spot.page,
            spot.line,
        ) and spot.offset > before.offset + 1
        if gap and char.isdigit() and texts[-1].isdigit():
            texts.append(" ")
            spots.append(NOWHERE)
        texts.append(char)
        spots.append(spot)
    return Strip("".join(texts), tuple(spots))


def with_blanks(strip: Strip) -> Strip:
    """Return the strip with a blank between digits that do not stand side by side."""
    texts: list[str] = []
    spots: list[Spot] = []
    for char, spot in zip(strip.text, strip.spots, strict=True):
        last = spots[-1] if spots else NOWHERE
        apart = last[:2] != spot[:2] or last.offset + 1 != spot.offset
        if apart and char.isdigit() and texts and texts[-1].isdigit():
            texts.append(" ")
            spots.append(NOWHERE)
        texts.append(char)
        spots.append(spot)
    return Strip("".join(texts), tuple(spots))


def spread(text: str) -> list[float]:
    """Return where each character of a line begins, and the last ends, as fractions of its width.

    Chinese characters are twice as wide as digits, letters and blanks.
    """
    places, at = [0.0], 0.0
    for char in text:
        at += 0.5 if char.isascii() else 1.0
        places.append(at)
    return [place / at for place in places] if at else places


def weakest(strip: Strip, pages: Sequence[Page]) -> float:
    """Return the confidence 0–1 of the least certain character of `strip`."""
    return min(
        (
            pages[spot.page].lines[spot.line].weakest(spot.offset, spot.offset + 1)
            for spot in strip.spots
            if spot is not NOWHERE
        ),
        default=1.0,
    )


def place_of(strip: Strip, pages: Sequence[Page]) -> Place:
    """Return the place of `strip`: the stretch of it that stands on its first page.

    The quote is what stands there, blanks inside a line included; pieces of several lines follow
    each other directly.  The box is the union of the shares that the pieces have in their lines.
    Of a strip too long to be quoted its end is: what was looked for stands there.
    """
    spots = [spot for spot in _quotable(strip).spots if spot.page >= 0]
    page = pages[spots[0].page]
    pieces = _following(_pieces([spot for spot in spots if spot.page == spots[0].page]), page.lines)
    lines = [page.lines[index] for index, _, _ in pieces]
    quote = "".join(
        line.text[start:end] for line, (_, start, end) in zip(lines, pieces, strict=True)
    )
    box: Box | None = None
    for line, (_, start, end) in zip(lines, pieces, strict=True):
        share = _share(line, start, end)
        box = box.union(share) if box and share else box or share
    block = lines[0].block
    chars = None
    if block is not None:
        same = [at for at, line in enumerate(lines) if line.block == block]
        chars = (
            min(lines[at].start + pieces[at][1] for at in same),
            max(lines[at].start + pieces[at][2] for at in same),
        )
    return Place(page.ref.file, page.ref.page, quote, box, block, chars, page.folio)


def _quotable(strip: Strip) -> Strip:
    """Return the strip, or its last clauses when it is long.

    A sentence that opens a document reaches back through its number and title into the head of the
    page, which no reader would quote, and which other readers of the page find elsewhere.
    """
    if len(strip) <= _LONGEST_QUOTE:
        return strip
    low, high = len(strip) - _LONGEST_QUOTE, len(strip) - _SHORTEST_QUOTE
    for mark in _BREAKS:
        ends = [found.end() for found in mark.finditer(strip.text, low, high)]
        if ends:
            return strip.cut(ends[0])
    return strip.cut(low)


def _following(pieces: list[_Piece], lines: Sequence[Line]) -> list[_Piece]:
    """Return the pieces, or of a long text the longest stretch whose lines follow each other.

    Read by rows, a sentence in a cell may run over a label in the middle of the next cell; quoted
    so it stands nowhere.  A short value is kept whole: its pieces are a date in three cells.
    """
    if sum(end - start for _, start, end in pieces) <= _SHORTEST_QUOTE:
        return pieces
    runs: list[list[_Piece]] = []
    for piece in pieces:
        before, here = runs[-1][-1][0] if runs else -2, piece[0]
        if before == here or (before + 1 == here and _follows(lines[before].box, lines[here].box)):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return max(runs, key=lambda run: sum(end - start for _, start, end in run))


def _follows(above: Box | None, below: Box | None) -> bool:
    """Return whether a line stands beside or under the one before it."""
    if above is None or below is None:
        return True
    beside = min(above.y1, below.y1) > max(above.y0, below.y0)
    return beside or min(above.x1, below.x1) > max(above.x0, below.x0)


def _share(line: Line, start: int, end: int) -> Box | None:
    """Return the box of `line.text[start:end]`."""
    if line.box is None:
        return None
    places, width = spread(line.text), line.box.x1 - line.box.x0
    left, right = line.box.x0 + places[start] * width, line.box.x0 + places[end] * width
    return Box(left, line.box.y0, right, line.box.y1)


def _pieces(spots: Sequence[Spot]) -> list[_Piece]:
    """Return line, start and end of every stretch of one line, in order."""
    pieces: list[_Piece] = []
    for spot in spots:
        if pieces and pieces[-1][0] == spot.line and spot.offset == pieces[-1][2] - 1:
            continue  # a mark that was put back stands where its neighbour does
        if pieces and pieces[-1][0] == spot.line and spot.offset >= pieces[-1][1]:
            pieces[-1] = (spot.line, pieces[-1][1], spot.offset + 1)
        else:
            pieces.append((spot.line, spot.offset, spot.offset + 1))
    return pieces
