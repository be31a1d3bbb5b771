"""Pages as the text recognition read them: one `y0 x0-x1 text` a line, as it was recorded."""

from collections.abc import Mapping

from reviewer.model import Box, Line, Page, PageRef, TextSource

_HEIGHT = 0.021


def scanned(
    recorded: str, page: int = 1, weak: Mapping[str, int] | None = None, height: float = _HEIGHT
) -> Page:
    """Return the page; `weak` gives texts of lines whose weakest character is less certain."""
    lines: list[Line] = []
    for row in recorded.strip().splitlines():
        top, across, text = row.strip().split(" ", 2)
        left, right = across.split("-")
        box = Box(float(left), float(top), float(right), float(top) + height)
        lines.append(_line(text, box, weak or {}))
    return Page(PageRef("scan.pdf", page), 595, 842, tuple(lines), TextSource.OCR)


def _line(text: str, box: Box, weak: Mapping[str, int]) -> Line:
    certainty = bytearray([99] * len(text))
    for part, least in weak.items():
        if (at := text.find(part)) >= 0:
            certainty[at : at + len(part)] = bytes([least] * len(part))
    return Line(text, box, sum(certainty) / len(certainty) / 100, bytes(certainty))
