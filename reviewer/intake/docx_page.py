"""The page of a DOCX: a line for every paragraph and every table cell.

A DOCX has page 1 only.  Headers come before the body, footers and notes after it; they have no
block.  A text box follows the paragraph that holds it, inside the text of that block.
"""

from collections.abc import Iterator
from pathlib import Path

from reviewer.intake.docx_body import read_body
from reviewer.intake.docx_tree import Block, Body, Paragraph, block_text, cell_starts
from reviewer.model import Line, Page, PageRef, TextSource

A4 = (595.3, 841.9)
"""Width and height in points."""


def read_docx(path: Path, sha256: str) -> Page:
    """Return the one page of a DOCX.

    Raises:
        UnreadableFile: it is damaged.
    """
    return page_of(read_body(path), sha256)


def page_of(body: Body, sha256: str) -> Page:
    """Return the content of a DOCX as its one page."""
    return Page(PageRef(sha256, 1), *A4, lines=tuple(_lines(body)), source=TextSource.DOCX)


def _lines(body: Body) -> Iterator[Line]:
    for text in body.headers:
        yield Line(text, None)
    for index, block in enumerate(body.blocks):
        yield from _block_lines(block, index)
    for text in (*body.footers, *body.notes):
        yield Line(text, None)


def _block_lines(block: Block, index: int) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        position = 0
        for text in (block.own_text, *(block_text(box) for box in block.boxes)):
            if text.strip():
                yield Line(text, None, block=index, start=position, heading=_is_heading(block))
            position += len(text) + 1
        return
    for cell, start in cell_starts(block):
        if cell.text.strip():
            yield Line(cell.text, None, block=index, start=start, cell=(cell.row, cell.column))


def _is_heading(block: Paragraph) -> bool:
    return block.look.align == "center" or block.look.page_break
