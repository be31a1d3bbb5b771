"""What a sketch consists of: shapes in logical pixels, colours by their meaning.

A sketch is laid out without any drawing library, so that the window knows which rectangle opens
which cases, and tests can ask where things stand.
"""

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from reviewer.model.statistics import Cases


class Tone(StrEnum):
    """What a shape means; the colours are given when it is painted."""

    INK = "ink"
    QUIET = "quiet"  # second text
    RULE = "rule"  # axes and grade lines
    MEAN = "mean"  # the dot of a mean
    COUNT = "count"  # cases of this year
    INTERVAL = "interval"
    LOST = "lost"  # lost points
    FAILING = "failing"
    HEAT = "heat"  # a cell of the heat map, by its level


class Align(StrEnum):
    """Which end of a text stands at its x."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    level: float = 0.0
    """For HEAT: 0 as the ground to 1 the deepest."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    tone: Tone
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle around its centre."""

    x: float
    y: float
    radius: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; y is the middle of its digits and Chinese characters."""

    text: str
    x: float
    y: float
    size: float
    align: Align = Align.LEFT
    tone: Tone = Tone.INK
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """A rectangle that opens the cases it stands for."""

    x: float
    y: float
    width: float
    height: float
    cases: Cases
    hint: str
    """What a reader is told there, such as `沙湖支队，11 卷，平均 86.2`."""


Shape = Bar | Line | Dot | Words


@dataclass(slots=True)
class Sketch:
    """A chart laid out."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    doors: list[Door] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Put shapes on top of what is there."""
        self.shapes += shapes

    def cases_at(self, x: float, y: float) -> tuple[UUID, ...]:
        """Return the cases that a click at this place opens; the smallest door wins."""
        door = self.door_at(x, y)
        return door.cases if door else ()

    def door_at(self, x: float, y: float) -> Door | None:
        """Return the smallest door at this place."""
        hit = [
            one
            for one in self.doors
            if one.x <= x <= one.x + one.width and one.y <= y <= one.y + one.height
        ]
        return min(hit, key=lambda one: one.width * one.height, default=None)


@dataclass(frozen=True, slots=True)
class Measure:
    """Sizes of a sketch, all from the body size of the text in logical pixels."""

    body: float = 16.0

    @property
    def caption(self) -> float:
        """Return the size of heads and second text."""
        return self.body * 14 / 16

    @property
    def row(self) -> float:
        """Return the height of a row: 1.875 × body."""
        return self.body * 30 / 16

    def of(self, pixels: float) -> float:
        """Return a measure that is `pixels` at the body size of 16."""
        return pixels * self.body / 16


def text_width(text: str, size: float) -> float:
    """Return about how wide a line is: Chinese characters a full size, others 0.56 of it."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return size * (wide + 0.56 * (len(text) - wide))


def elided(text: str, size: float, width: float) -> str:
    """Return the text, cut with “…” when it is wider than `width`."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text, size) + size > width:
        text = text[:-1]
    return f"{text}…"
