"""Pictures of evidence for reports: a strip of the page with the place framed.

The strip is as wide as the page, so that a reader sees what the place belongs to; a date alone
would prove nothing.
"""

from io import BytesIO

from PIL import Image, ImageDraw

from reviewer.model import Box
from reviewer.reports.blocks import Picture

_FRAME = "#B0241C"
_LEAST = 0.14
"""Least height of a strip as a share of the page."""
_AROUND = 0.03
"""Share of the page that is left above and below the place."""


def evidence_picture(caption: str, rgb: bytes, size: tuple[int, int], box: Box) -> Picture:
    """Return the strip of a page around `box`.

    Args:
        caption: What stands under the picture.
        rgb: The rendered page, 8-bit RGB rows without padding.
        size: Width and height of the rendered page in pixels.
        box: The place, in fractions of the page.
    """
    page = Image.frombytes("RGB", size, rgb)
    width, height = size
    line = max(2, width // 500)
    around = (
        max(0.0, box.x0 * width - 2 * line),
        max(0.0, box.y0 * height - 2 * line),
        min(width - 1.0, box.x1 * width + 2 * line),
        min(height - 1.0, box.y1 * height + 2 * line),
    )
    ImageDraw.Draw(page).rectangle(around, outline=_FRAME, width=line)
    top, bottom = _strip(box)
    strip = page.crop((0, round(top * height), width, round(bottom * height)))
    buffer = BytesIO()
    strip.save(buffer, "JPEG", quality=82)
    return Picture(caption, buffer.getvalue(), strip.width, strip.height)


def _strip(box: Box) -> tuple[float, float]:
    middle = (box.y0 + box.y1) / 2
    half = max(_LEAST / 2, (box.y1 - box.y0) / 2 + _AROUND)
    top = max(0.0, min(middle - half, 1 - 2 * half))
    return top, min(1.0, max(middle + half, top + 2 * half))
