"""Selecting text on one page or over several: pure, from the characters with their boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.model import Box
from reviewer.workspace.views import CharBox

_ACROSS = 4.0  # a line above or below is further away than characters beside


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One character: position of its page, and which it is there."""

    index: int
    char: int


@dataclass(frozen=True, slots=True)
class Selection:
    """Characters from `anchor` to `head`, both included, with all pages between theirs."""

    anchor: Spot
    head: Spot

    @property
    def pages(self) -> range:
        """Return the positions of the pages that it reaches over."""
        first, last = sorted((self.anchor, self.head))
        return range(first.index, last.index + 1)

    def on(self, index: int, count: int) -> range:
        """Return which of the `count` characters of a page are selected."""
        first, last = sorted((self.anchor, self.head))
        if not first.index <= index <= last.index:
            return range(0)
        start = first.char if index == first.index else 0
        return range(start, last.char + 1 if index == last.index else count)


def nearest(chars: Sequence[CharBox], x: float, y: float) -> int:
    """Return the character nearest to a point in fractions of the page; -1 when there is none."""

    def distance(i: int) -> float:
        box = chars[i].box
        across = max(box.y0 - y, y - box.y1, 0.0)
        along = max(box.x0 - x, x - box.x1, 0.0)
        return across * _ACROSS + along

    return min(range(len(chars)), key=distance, default=-1)


def moved(chars: Sequence[CharBox], head: int, along: int, lines: int) -> int:
    """Return where `head` comes when it moves by characters or by lines."""
    if not chars:
        return -1
    if along:
        return min(max(head + along, 0), len(chars) - 1)
    wanted = chars[head].line + lines
    centre = (chars[head].box.x0 + chars[head].box.x1) / 2
    own = [i for i, char in enumerate(chars) if char.line == wanted]
    if not own:
        return 0 if lines < 0 else len(chars) - 1
    return min(own, key=lambda i: abs((chars[i].box.x0 + chars[i].box.x1) / 2 - centre))


def line_of(chars: Sequence[CharBox], at: int) -> tuple[int, int]:
    """Return the first and last character of the line of a character."""
    own = [i for i, char in enumerate(chars) if char.line == chars[at].line]
    return own[0], own[-1]


def text_of(part: Sequence[CharBox]) -> str:
    """Return the text of characters, lines joined by newlines."""
    text = ""
    for i, char in enumerate(part):
        if i and char.line != part[i - 1].line:
            text += "\n"
        text += char.char
    return text


def line_boxes(part: Sequence[CharBox]) -> tuple[Box, ...]:
    """Return one box for each line of characters."""
    lines: dict[int, Box] = {}
    for char in part:
        known = lines.get(char.line)
        lines[char.line] = char.box.union(known) if known else char.box
    return tuple(lines.values())
