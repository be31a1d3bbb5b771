"""Builders: pages from a few lines of text.

A row of a drawn page is one line of text; `|` parts cells, `^` centres a large title, `>` sets a
line to the right.  A DOCX is a list of paragraphs (text) and tables (lists of rows).
"""

from collections.abc import Sequence

from reviewer.model import Box, Line, Page, PageRef, Reading, TextSource
from reviewer.reading import understand

_WIDTH = 0.018
"""Width of a character."""
_HEIGHT = 0.016
_STEP = 0.026


def drawn(
    text: str,
    page: int = 1,
    file: str = "case.pdf",
    columns: Sequence[float] = (0.1, 0.3, 0.5, 0.62, 0.74, 0.86),
    certainty: int | None = None,
) -> Page:
    """Return a page with boxes."""
    lines: list[Line] = []
    top = 0.06
    for row in text.strip("\n").split("\n"):
        for at, cell in enumerate(row.split("|")):
            if cell.strip():
                lines.append(_line(cell, columns[at], top, certainty))
        top += _STEP
    source = TextSource.TEXT_LAYER if certainty is None else TextSource.OCR
    return Page(PageRef(file, page), 595, 842, tuple(lines), source)


def _line(cell: str, left: float, top: float, certainty: int | None) -> Line:
    text, height = cell.strip(), _HEIGHT
    if text[0] == "^":
        text, height = text[1:].strip(), _HEIGHT * 1.5
        left = 0.5 - len(text) * _WIDTH * 0.75
    elif text[0] == ">":
        text = text[1:].strip()
        left = 0.9 - len(text) * _WIDTH
    box = Box(left, top, min(0.95, left + len(text) * _WIDTH), top + height)
    if certainty is None:
        return Line(text, box)
    return Line(text, box, certainty / 100, bytes([certainty] * len(text)))


def plain(text: str, page: int = 1, file: str = "case.pdf") -> Page:
    """Return a page whose lines have no boxes."""
    lines = tuple(Line(row, None) for row in text.strip("\n").split("\n") if row.strip())
    return Page(PageRef(file, page), 595, 842, lines, TextSource.TEXT_LAYER)


def docx(*blocks: str | list[list[str]], file: str = "case.docx") -> Page:
    """Return the page of a DOCX."""
    lines: list[Line] = []
    for index, block in enumerate(blocks):
        if isinstance(block, str):
            if block.strip():
                lines.append(Line(block, None, block=index))
            continue
        start = 0
        for row, cells in enumerate(block):
            for column, cell in enumerate(cells):
                if cell.strip():
                    lines.append(Line(cell, None, block=index, start=start, cell=(row, column)))
                start += len(cell) + 1
    return Page(PageRef(file, 1), 595, 842, tuple(lines), TextSource.DOCX)


def read(*pages: Page) -> Reading:
    """Return what is read from `pages`; the delivered path of a file is its name."""
    return understand(pages, {page.ref.file: page.ref.file for page in pages})


def types(reading: Reading) -> list[str]:
    """Return the types of the documents in order."""
    return [document.type for document in reading.documents]


def values(reading: Reading, key: str, document: int | None = None) -> list[object]:
    """Return the values of a key in order."""
    return [fact.value for fact in reading.of_key(key, document)]
