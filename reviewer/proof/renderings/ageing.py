"""What a scanner and a telephone do to a page.

Pil's own noise is seeded by the clock, so the noise here comes from numpy with a given seed: the
same page and seed give the same image.
"""

import io
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy
from PIL import Image, ImageDraw, ImageFilter

from reviewer.proof.renderings.pdf import SUBJECT
from reviewer.proof.renderings.raster import draw_sheet
from reviewer.proof.renderings.sheets import LaidDocument

SCAN_DPI = 200
_PHOTO_DPI = 170
_LONG_AGO = time.gmtime(1_704_067_200)  # 2024-01-01, so that files are the same on every run


def write_scan(documents: Sequence[LaidDocument], path: Path, title: str, seed: int) -> None:
    """Write an image-only PDF as an office scanner makes it: 200 dpi, colour, JPEG."""
    pages = scanned_pages(documents, seed)
    first = next(pages)
    first.save(
        path,
        "PDF",
        save_all=True,
        append_images=pages,
        resolution=SCAN_DPI,
        quality=68,
        title=title,
        subject=SUBJECT,
        creationDate=_LONG_AGO,
        modDate=_LONG_AGO,
    )


def scanned_pages(documents: Sequence[LaidDocument], seed: int) -> Iterator[Image.Image]:
    """Return the pages of a scan one after the other."""
    for laid in documents:
        for order, sheet in enumerate(laid.sheets):
            folio = laid.first_folio + order if laid.first_folio else 0
            own = seed * 1000 + folio + (order if not folio else 500)
            yield scanned(draw_sheet(sheet, SCAN_DPI, folio, own), own)


def scanned(page: Image.Image, seed: int) -> Image.Image:
    """Return `page` as it comes out of the scanner: askew, grey at the spine, grainy."""
    rng = Random(seed)
    turned = page.rotate(
        rng.uniform(-0.8, 0.8), resample=Image.Resampling.BILINEAR, fillcolor=(255, 255, 255)
    ).filter(ImageFilter.BoxBlur(rng.uniform(0.3, 0.6)))
    noise = numpy.random.default_rng(seed)
    height, width = turned.height, turned.width
    pixels = numpy.asarray(turned, dtype=numpy.float32)
    paper = numpy.array([rng.uniform(0.955, 0.985)] * 2 + [rng.uniform(0.93, 0.97)])
    shade = numpy.ones((1, width, 1), dtype=numpy.float32)
    spine = max(1, width // 22)
    shade[0, :spine, 0] = numpy.linspace(rng.uniform(0.72, 0.86), 1.0, spine)
    pixels = pixels * paper.astype(numpy.float32) * shade
    pixels += noise.normal(0, 4.5, (height, width, 1)).astype(numpy.float32)
    aged = Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))
    _add_specks(aged, rng)
    return aged


def photographed(page: Image.Image, seed: int) -> bytes:
    """Return `page` as a JPEG from a telephone: on a desk, in perspective, unevenly lit."""
    rng = Random(seed)
    margin = page.width // 16
    width, height = page.width + 2 * margin, page.height + 2 * margin
    desk = Image.new("RGB", (width, height), (118, 96, 74))
    desk.paste(page, (margin, margin))
    pull = margin * 0.55
    corners = tuple(
        base + rng.uniform(0.1, 1.0) * pull * sign
        for base, sign in (
            (0, 1),
            (0, 1),
            (0, 1),
            (height, -1),
            (width, -1),
            (height, -1),
            (width, -1),
            (0, 1),
        )
    )
    # Reading a smaller quadrilateral into the whole frame draws the page a little askew.
    seen = desk.transform((width, height), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    light = (
        numpy.linspace(rng.uniform(0.78, 0.9), 1.02, width)[None, :, None]
        * numpy.linspace(1.0, rng.uniform(0.84, 0.95), height)[:, None, None]
    )
    noise = numpy.random.default_rng(seed).normal(0, 5, (height, width, 1))
    pixels = numpy.asarray(seen, dtype=numpy.float32) * light + noise
    image = Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))
    return _jpeg(image.filter(ImageFilter.BoxBlur(0.5)), 84)


def photo_of(laid: LaidDocument, order: int, seed: int, turned: int) -> bytes:
    """Return a photo of one page, lying by `turned` degrees on its side."""
    folio = laid.first_folio + order if laid.first_folio else 0
    image = photographed(draw_sheet(laid.sheets[order], _PHOTO_DPI, folio, seed), seed)
    if not turned:
        return image
    with Image.open(io.BytesIO(image)) as upright:
        return _jpeg(upright.rotate(turned, expand=True), 84)


def _add_specks(image: Image.Image, rng: Random) -> None:
    draw = ImageDraw.Draw(image)
    for _ in range(rng.randint(4, 14)):
        x, y, size = rng.randrange(image.width), rng.randrange(image.height), rng.randint(1, 3)
        draw.ellipse((x, y, x + size, y + size), fill=(120, 118, 112))


def _jpeg(image: Image.Image, quality: int) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return stream.getvalue()
