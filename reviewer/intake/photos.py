"""Photos on a page and what they are alike to.

A photo page (证据照片粘贴页) holds pictures between captions; the same picture in another case has
other captions, so each is hashed by itself (perceptual hash by cosine transform, Zauner 2010).
"""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from reviewer.intake.rendering import PageBitmap, render_page
from reviewer.model import Box, SourceFile

_WIDTH = 500
"""Pixels across at which a page is looked at."""
_PAPER = 235
"""Grey from which a pixel is paper."""
_LEAST, _DENSE = 0.04, 0.75
"""Share of the page that a photo covers at least, and of its box that is no paper."""
_FLAT = 12.0
"""Standard deviation of grey below which a picture shows nothing."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture on a page."""

    box: Box
    bits: int
    """Perceptual hash of 64 bits."""


def photos_on(file: SourceFile, page: int, turned: int = 0) -> tuple[Photo, ...]:
    """Return the photos on a page, from the top; a plain function for a worker process.

    Raises:
        UnreadableFile: the page cannot be drawn.
    """
    return find_photos(_grey(render_page(file, page, _WIDTH, turned)))


def find_photos(grey: npt.NDArray[np.uint8]) -> tuple[Photo, ...]:
    """Return the photos in a grey picture of a page."""
    height, width = grey.shape
    marks = (grey < _PAPER).astype(np.uint8)
    closed = cv2.morphologyEx(marks, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    # Opening parts a photo from the frame lines and captions that touch it.
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((15, 15), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(opened)
    found = []
    for left, top, across, down, area in stats[1:].tolist():
        if across * down < _LEAST * width * height or area < _DENSE * across * down:
            continue
        part = grey[top : top + down, left : left + across]
        if float(part.std()) >= _FLAT:
            box = Box(left / width, top / height, (left + across) / width, (top + down) / height)
            found.append(Photo(box, picture_hash(part)))
    return tuple(sorted(found, key=lambda photo: (photo.box.y0, photo.box.x0)))


def picture_hash(grey: npt.NDArray[np.uint8]) -> int:
    """Return 64 bits: which of the lowest frequencies stand above their median."""
    small = cv2.resize(grey, (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32)
    low = np.asarray(cv2.dct(small))[:8, :8].flatten()
    bits = low > np.median(low[1:])
    return int("".join("1" if bit else "0" for bit in bits), 2)


def _grey(drawn: PageBitmap) -> npt.NDArray[np.uint8]:
    pixels = np.frombuffer(drawn.rgb, np.uint8).reshape(drawn.height, drawn.width, 3)
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
