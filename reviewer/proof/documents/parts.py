"""The parts that made-up documents are built of, before any rendering.

Text may hold handwriting between `HAND_ON` and `HAND_OFF`; a rendering draws it with a pen or
drops the marks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

HAND_ON, HAND_OFF = "\ue000", "\ue001"


class Look(StrEnum):
    """How a paragraph is set."""

    TITLE = "title"
    NUMBER = "number"  # at the right, under the title
    HEAD = "head"
    BODY = "body"  # first line indented by two characters
    PLAIN = "plain"
    RIGHT = "right"
    NOTE = "note"
    LARGE = "large"  # lines of the cover
    UNIT = "unit"  # the authority above the title


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its text may hold several lines."""

    text: str
    columns: int = 1
    label: bool = False
    """Labels are centred, other cells start at the left."""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; `widths` are shares of the width of the text."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    """Rows repeated over pages."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The authority and the date at the end of a document, under its seal."""

    body: str
    day: str


@dataclass(frozen=True, slots=True)
class Card:
    """A copy of a licence or a screen: a framed area with a heading and lines."""

    heading: str
    lines: tuple[str, ...]
    portrait: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that is drawn by the rendering."""

    scene: str
    """`truck`, `scale`, `measure`, `road` or `patch`."""
    stamp: str
    """What the camera wrote into the corner."""
    seed: int


Block = Paragraph | Table | Signature | Card | Picture


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """One document of a made-up case file."""

    key: str
    """The DT code, with a suffix when a case has several: `DT37.notice`."""
    title: str
    number: str
    day: date
    blocks: tuple[Block, ...]
    foot: str = ""
    """Repeated at the foot of every page, such as the signatures of a record."""
    numbered: bool = True
    """False for cover and list, whose pages get no 卷内页号."""

    @property
    def code(self) -> str:
        """Return the DT code."""
        return self.key.partition(".")[0]


def hand(text: str) -> str:
    """Return `text` as handwriting."""
    return f"{HAND_ON}{text}{HAND_OFF}"


def plain(text: str) -> str:
    """Return `text` without the marks of handwriting."""
    return text.replace(HAND_ON, "").replace(HAND_OFF, "")


def paragraphs(texts: Iterable[str], look: Look = Look.BODY) -> tuple[Paragraph, ...]:
    """Return one paragraph a text."""
    return tuple(Paragraph(text, look) for text in texts)


def label(text: str, columns: int = 1) -> Cell:
    """Return a label cell."""
    return Cell(text, columns, label=True)


def pair_rows(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of four columns with two labelled values each; a last odd one goes across."""
    rows: list[tuple[Cell, ...]] = []
    for first in range(0, len(pairs) - 1, 2):
        (a, x), (b, y) = pairs[first], pairs[first + 1]
        rows.append((label(a), Cell(x), label(b), Cell(y)))
    if len(pairs) % 2:
        a, x = pairs[-1]
        rows.append((label(a), Cell(x, 3)))
    return tuple(rows)


def wide_rows(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of four columns with one labelled value each."""
    return tuple((label(name), Cell(value, 3)) for name, value in pairs)
