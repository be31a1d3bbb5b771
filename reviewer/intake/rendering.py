"""Drawing pages for the window, and the places of their characters.

Plain functions that may run in a worker process.  A page is given by its file, its number and
the turn that reading found, and comes out upright.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from reviewer.errors import UnreadableFile
from reviewer.intake.geometry import turn_size
from reviewer.intake.images import Pixels, load_frame, open_image, upright_size
from reviewer.intake.pdf import PDFIUM, draw_page, open_pdf, pdf_page, scale_for
from reviewer.intake.textlayer import TextLayer
from reviewer.model import Box, FileKind, Line, SourceFile

WIDEST = 8000
"""Pixels across that a page is drawn at most."""


@dataclass(frozen=True, slots=True)
class PageBitmap:
    """A drawn page: 8-bit RGB rows without padding."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class CharPlace:
    """One character of a page with its place."""

    char: str
    box: Box
    line: int
    """Index of the line in the page."""


def render_page(file: SourceFile, page: int, width: int, turned: int = 0) -> PageBitmap:
    """Return page `page` of a PDF or picture, upright, `width` pixels wide.

    Raises:
        UnreadableFile: the file or the page cannot be drawn.
    """
    width = max(1, min(width, WIDEST))
    path = Path(file.location)
    if file.kind is FileKind.PDF:
        pixels = _draw_pdf(path, page, width, turned)
    elif file.kind in (FileKind.IMAGE, FileKind.TIFF):
        pixels = _draw_image(path, page, width, turned)
    else:
        raise UnreadableFile("这种文件没有可显示的页面。", "请用相应的程序打开原件查看。")
    height = pixels.shape[0]
    return PageBitmap(pixels.shape[1], height, pixels[:, :, ::-1].tobytes())


def page_chars(
    file: SourceFile, page: int, turned: int, lines: Sequence[Line]
) -> tuple[CharPlace, ...]:
    """Return the characters of a page in the order of `lines`.

    `lines` are those of the page as it was read.  A text layer knows the place of each character;
    for recognised lines it is interpolated by the usual widths of the characters.

    Raises:
        UnreadableFile: the file or the page cannot be opened.
    """
    recognised = any(line.certainty for line in lines)
    if file.kind is not FileKind.PDF or recognised:
        return spread_chars(lines)
    with PDFIUM:
        document = open_pdf(Path(file.location))
        try:
            with pdf_page(document, page) as opened:
                layer = TextLayer(opened)
                try:
                    return tuple(
                        CharPlace(char, box, line) for line, char, box in layer.chars(turned)
                    )
                finally:
                    layer.close()
        finally:
            document.close()


def spread_chars(lines: Sequence[Line]) -> tuple[CharPlace, ...]:
    """Return the characters of lines, spread over their boxes; ASCII is half as wide as Han."""
    return tuple(
        CharPlace(char, box, index)
        for index, line in enumerate(lines)
        if line.box is not None
        for char, box in _spread(line.text, line.box)
    )


def _spread(text: str, box: Box) -> Iterator[tuple[str, Box]]:
    widths = [2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text]
    step = (box.x1 - box.x0) / max(1, sum(widths))
    left = box.x0
    for char, width in zip(text, widths, strict=True):
        right = left + width * step
        yield char, Box(left, box.y0, right, box.y1)
        left = right


def _draw_pdf(path: Path, page: int, width: int, turned: int) -> Pixels:
    with PDFIUM:
        document = open_pdf(path, drawing=True)
        try:
            with pdf_page(document, page) as opened:
                pixels = draw_page(opened, scale_for(opened, width, turned))
        finally:
            document.close()
    return _turn(pixels, turned)


def _draw_image(path: Path, page: int, width: int, turned: int) -> Pixels:
    with open_image(path) as image:
        if page > 1:
            image.seek(page - 1)
        across, down = turn_size(*upright_size(image), turned)
    height = max(1, round(width * down / across))
    pixels, _ = load_frame(path, page, max(width, height))
    pixels = _turn(pixels, turned)
    if pixels.shape[:2] == (height, width):
        return pixels
    # Small pictures come in their own size and are drawn larger when that is asked for.
    drawn = Image.fromarray(pixels).resize((width, height), Image.Resampling.BILINEAR)
    return np.asarray(drawn)


def _turn(pixels: Pixels, turned: int) -> Pixels:
    return np.ascontiguousarray(np.rot90(pixels, -turned // 90)) if turned else pixels
