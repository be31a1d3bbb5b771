"""The content of a DOCX as values: paragraphs and tables in reading order.

The text of a block is defined here, once, for reading and for the reading copy: offsets of both
agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.intake.docx_styles import ParagraphLook, RunLook


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same, or one picture."""

    text: str
    look: RunLook
    picture: str = ""
    """Name of the picture's part; empty for text."""
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height of the picture in points; 0 when the file does not say."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the text boxes anchored in it."""

    runs: tuple[Run, ...]
    look: ParagraphLook
    boxes: tuple["Block", ...] = ()

    @property
    def own_text(self) -> str:
        """Return the text of the paragraph without its text boxes."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell appears once, where it begins."""

    row: int
    column: int
    content: tuple["Block", ...]
    column_span: int = 1
    row_span: int = 1

    @property
    def text(self) -> str:
        """Return the texts of the cell's blocks, empty ones left out, by lines."""
        return "\n".join(text for block in self.content if (text := block_text(block)))


@dataclass(frozen=True, slots=True)
class Table:
    """A table.  Cells in order of rows, then columns."""

    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    """Widths of the grid columns in points."""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Body:
    """What a DOCX holds."""

    blocks: tuple[Block, ...]
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Footnotes, endnotes and comments."""


def block_text(block: Block) -> str:
    """Return the text of a block: the one that offsets count in."""
    if isinstance(block, Paragraph):
        texts = [block.own_text, *(block_text(box) for box in block.boxes)]
        return "\n".join(texts) if block.boxes else texts[0]
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return "\n".join("\t".join(texts) for texts in rows.values())


def cell_starts(table: Table) -> Iterator[tuple[Cell, int]]:
    """Give every cell with the offset of its text in the text of the table."""
    position = 0
    for cell in table.cells:
        yield cell, position
        # One character parts a cell from the next one: a tab in the row, a newline after it.
        position += len(cell.text) + 1


def content_starts(content: tuple[Block, ...]) -> Iterator[tuple[Block, int]]:
    """Give the blocks of a cell with the offset of their text in the text of the cell."""
    position = 0
    for block in content:
        yield block, position
        length = len(block_text(block))
        position += length + 1 if length else 0
