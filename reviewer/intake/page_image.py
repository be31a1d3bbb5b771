"""The picture of one page as recognition gets it, from whatever file the page is in."""

import hashlib
from pathlib import Path

from reviewer.intake.images import Pixels, load_frame
from reviewer.intake.pdf import PDFIUM, draw_page, open_pdf, pdf_page
from reviewer.model import FileKind

DPI = 200
LONGEST = 3500
"""Pixels of the longer side at most: an A3 page at 200 dpi is 3308 high."""
_SHORTEST = 1600
"""Pixels of the longer side at least: some scanners write pages of stamp size."""


def page_image(path: Path, kind: FileKind, page: int) -> tuple[Pixels, tuple[float, float]]:
    """Return the picture of a page and its size as delivered: points, or pixels of an image.

    Raises:
        UnreadableFile: the file or this page is damaged.
    """
    if kind is not FileKind.PDF:
        return load_frame(path, page, LONGEST)
    with PDFIUM:
        document = open_pdf(path, drawing=True)
        try:
            with pdf_page(document, page) as opened:
                size = opened.get_size()
                longest = max(size)
                wanted = min(max(longest * DPI / 72, _SHORTEST), LONGEST)
                return draw_page(opened, wanted / longest), size
        finally:
            document.close()


def image_hash(pixels: Pixels) -> str:
    """Return the SHA-256 of a picture: of its size and its pixels."""
    sha = hashlib.sha256(f"{pixels.shape[1]}x{pixels.shape[0]}".encode())
    sha.update(pixels.data)
    return sha.hexdigest()
