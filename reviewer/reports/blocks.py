"""The neutral blocks that a report consists of.

Blocks say what a piece of text is, never how it looks; `word` and `pdf` decide that.
"""

from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """The sheet a report is printed on."""

    FORM = "form"  # A4 landscape, small type, for review sheets
    LETTER = "letter"  # A4 portrait as GB/T 9704 has it, for letters to a unit


class Style(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"  # 一、
    SUBHEADING = "subheading"  # （一）
    BODY = "body"
    FLUSH = "flush"  # addressee: body without indent
    NOTE = "note"
    SIGNATURE = "signature"  # right-hand side: body and date of a letter


class Align(StrEnum):
    """How the text of a cell is set."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Tone(StrEnum):
    """What a cell means, beyond its words."""

    PLAIN = "plain"
    HEAD = "head"  # head of a table or label of a field
    GROUP = "group"  # row that opens a group and carries its sum
    LOST = "lost"  # lost points, a veto that is hit
    QUIET = "quiet"  # does not count


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    text: str
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a line feed in the text begins a new line."""

    text: str
    align: Align = Align.LEFT
    tone: Tone = Tone.PLAIN
    span: int = 1
    """Columns that the cell covers."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first `head` rows are repeated on every page."""

    widths: tuple[float, ...]
    """Shares of the width of the page; any scale."""
    rows: tuple[tuple[Cell, ...], ...]
    head: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of evidence with its caption."""

    caption: str
    jpeg: bytes
    width: int
    height: int
    """Size in pixels."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures, two in a row."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space of `lines` lines of body text."""

    lines: float = 1.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Text | Table | Pictures | Gap | PageBreak


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    """Title for the file's properties."""
    layout: Layout
    blocks: tuple[Block, ...]
    footer: str
    """Stands at the foot of every page, left of the page number."""
    draft: bool = False
    """Marked 草稿 on every page."""


def head_row(*texts: str) -> tuple[Cell, ...]:
    """Return a head row of a table."""
    return tuple(Cell(text, Align.CENTRE, Tone.HEAD) for text in texts)


def label(text: str) -> Cell:
    """Return the cell that names the field at its right."""
    return Cell(text, Align.CENTRE, Tone.HEAD)
