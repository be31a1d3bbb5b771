"""Strips: text without blanks in which every character still knows where it stands.

Everything that reads a value works on strips and returns one, so a fact's place is cut from the
page and never searched for again.  Text is folded as by `reckoning.textnorm.squeeze`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.model import Box, Line, Page, Place
from reviewer.reading.number_brackets import with_round_brackets
from reviewer.reckoning.textnorm import halfwidth


class Spot(NamedTuple):
    """Where one character stands: page and line by their index, offset in the line's text."""

    page: int
    line: int
    offset: int


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
    """
    spots = [spot for spot in strip.spots if spot.page >= 0]
    page = pages[spots[0].page]
    pieces = _pieces([spot for spot in spots if spot.page == spots[0].page])
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


def _share(line: Line, start: int, end: int) -> Box | None:
    """Return the box of `line.text[start:end]`."""
    if line.box is None:
        return None
    places, width = spread(line.text), line.box.x1 - line.box.x0
    left, right = line.box.x0 + places[start] * width, line.box.x0 + places[end] * width
    return Box(left, line.box.y0, right, line.box.y1)


def _pieces(spots: Sequence[Spot]) -> list[tuple[int, int, int]]:
    """Return line, start and end of every stretch of one line, in order."""
    pieces: list[tuple[int, int, int]] = []
    for spot in spots:
        if pieces and pieces[-1][0] == spot.line and spot.offset == pieces[-1][2] - 1:
            continue  # a mark that was put back stands where its neighbour does
        if pieces and pieces[-1][0] == spot.line and spot.offset >= pieces[-1][1]:
            pieces[-1] = (spot.line, pieces[-1][1], spot.offset + 1)
        else:
            pieces.append((spot.line, spot.offset, spot.offset + 1))
    return pieces
