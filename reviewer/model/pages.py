"""Pages and their lines: what intake hands to reading.

Pages keep lines with boxes; the places of single characters are computed when asked (a box per
character costs four times bare text extraction, a box per line 1.16 times, measured).
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.places import Box, PageRef


class TextSource(StrEnum):
    """Where the text of a page came from."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    DOCX = "docx"
    NONE = "none"  # not read yet, or nothing to read
    HEAD = "head"  # only the lines where a title stands were recognised so far

    @property
    def is_whole(self) -> bool:
        """Return whether the page was read from top to bottom."""
        return self not in (TextSource.NONE, TextSource.HEAD)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it stands on the page, or one paragraph or table cell of a DOCX."""

    text: str
    box: Box | None
    """None for a DOCX."""
    confidence: float = 1.0
    """0–1, the mean of the line's characters."""
    certainty: bytes = b""
    """One byte per character of `text`, 0–100 per cent; empty means all as `confidence`."""
    block: int | None = None
    """DOCX only: index of the body block, from 0."""
    start: int = 0
    """DOCX only: offset of `text` in the text of its block."""
    cell: tuple[int, int] | None = None
    """DOCX only: row and column in the table that `block` is, from 0."""
    heading: bool = False
    """DOCX only: whether the paragraph is centred or opens a page."""

    def weakest(self, start: int = 0, end: int | None = None) -> float:
        """Return the confidence 0–1 of the least certain character of `text[start:end]`."""
        part = self.certainty[start:end]
        return min(part) / 100 if part else self.confidence


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a delivered file, upright, with the lines in reading order."""

    ref: PageRef
    width: float
    height: float
    """Size of the upright page in points (1/72 inch); images count 1 pixel as 1 point."""
    lines: tuple[Line, ...]
    source: TextSource
    turned: int = 0
    """Degrees clockwise by which the delivered page was turned to stand upright: 0/90/180/270."""
    folio: str = ""
    """The 卷内页号 printed or stamped in a corner, digits only; empty when none was read."""

    @property
    def confidence(self) -> float:
        """Return the mean confidence of the lines weighted by length; 1.0 when there are none."""
        length = sum(len(line.text) for line in self.lines)
        if not length:
            return 1.0
        return sum(line.confidence * len(line.text) for line in self.lines) / length

    @property
    def text(self) -> str:
        """Return the lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """Where a stretch of one DOCX block was drawn in its reading copy (阅读版)."""

    block: int
    start: int
    end: int
    """Characters [start, end) of the block's text."""
    sheet: int
    """Page of the reading copy, from 1."""
    box: Box
