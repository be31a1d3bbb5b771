"""Tables of figures: each cell with the cases that it counts.  Pure.

A number is a door: a cell with cases opens them.  The same table is shown, copied and written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from reviewer.model.statistics import Cases


@dataclass(frozen=True, slots=True)
class FigureHead:
    """A column."""

    text: str
    share: int = 0
    """Part of the width that is left; 0 for a column as wide as its widest text."""
    right: bool = True
    centre: bool = False


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One figure as it is shown."""

    text: str
    cases: Cases = ()
    """What it counts; none where it opens nothing."""
    tone: str = ""
    """Name of a colour, such as `red`; ink without one."""
    strong: bool = False
    level: float | None = None
    """How deep the red of its ground is, 0–1; None for no ground of its own."""
    hint: str = ""
    """The figure in words; row and column say it where this is empty."""
    full: str = ""
    """What is copied where the cell shows less."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row; `key` says what it stands for."""

    key: str
    cells: tuple[FigureCell, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table with its title and the sentence that says how to read it."""

    title: str
    note: str
    heads: tuple[FigureHead, ...]
    rows: tuple[FigureRow, ...]

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Return heads and rows as they are copied."""
        heads = tuple(head.text for head in self.heads)
        return (heads, *(tuple(cell.full or cell.text for cell in row.cells) for row in self.rows))

    @property
    def tab_text(self) -> str:
        """Return heads and rows with tabs between the cells, as WPS and Excel paste them."""
        return "\n".join("\t".join(row) for row in self.texts)

    @property
    def html(self) -> str:
        """Return heads and rows as a table, as a document pastes it."""
        return html_of(self.texts)


def html_of(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of texts as an HTML table; the first row is the head."""
    parts = ['<table border="1" style="border-collapse:collapse">']
    for at, row in enumerate(rows):
        tag = "td" if at else "th"
        parts.append(f"<tr>{''.join(f'<{tag}>{escape(text)}</{tag}>' for text in row)}</tr>")
    return "".join((*parts, "</table>"))


def row_of(key: str, *cells: FigureCell | str) -> FigureRow:
    """Return a row; a text is a cell that opens nothing."""
    made = (FigureCell(cell) if isinstance(cell, str) else cell for cell in cells)
    return FigureRow(key, tuple(made))
