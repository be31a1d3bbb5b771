"""What one page image says, and how that travels and is kept: compressed JSON.

Boxes are in hundred-thousandths.  A page of 500 characters takes about 2 KB.  The format is part
of the cache key through `ENGINE`.
"""

import base64
import json
import zlib
from dataclasses import dataclass

from reviewer.model import Box, Line

_FINE = 100_000


@dataclass(frozen=True, slots=True)
class PageReading:
    """What one page image says."""

    turned: int
    """Degrees clockwise by which the image was turned to stand upright."""
    lines: tuple[Line, ...]
    """In reading order, boxes in fractions of the upright page."""


def encode_reading(reading: PageReading) -> bytes:
    """Return the bytes that `decode_reading` understands."""
    lines = [
        [
            line.text,
            [round(side * _FINE) for side in _sides(line.box)],
            base64.b64encode(line.certainty).decode("ascii"),
        ]
        for line in reading.lines
    ]
    text = json.dumps([reading.turned, lines], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"), 6)


def decode_reading(content: bytes) -> PageReading:
    """Return the reading that was encoded.

    Raises:
        ValueError: the bytes are not of this format.
    """
    try:
        turned, lines = json.loads(zlib.decompress(content))
        return PageReading(int(turned), tuple(_line(*line) for line in lines))
    except (zlib.error, TypeError, KeyError) as error:
        raise ValueError("not a page reading") from error


def _line(text: str, sides: list[int], certainty: str) -> Line:
    values = base64.b64decode(certainty)
    confidence = round(sum(values) / len(values) / 100, 3) if values else 0.0
    x0, y0, x1, y1 = (side / _FINE for side in sides)
    return Line(text, Box(x0, y0, x1, y1), confidence, values)


def _sides(box: Box | None) -> tuple[float, float, float, float]:
    return (box.x0, box.y0, box.x1, box.y1) if box else (0.0, 0.0, 0.0, 0.0)
