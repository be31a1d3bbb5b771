"""Reading one page image: which way is up, what every line says, how certain each character is.

The direction is decided from a few lines: their boxes tell upright from sideways, and of two
opposite directions the one that reads with more certainty is right.
"""

from itertools import pairwise
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from reviewer.intake.geometry import clip, reading_order
from reviewer.intake.images import Pixels
from reviewer.intake.ink import Ink, part_ink, turn_image
from reviewer.intake.missed_lines import missed_lines
from reviewer.intake.reading_codec import PageReading
from reviewer.intake.recogniser import Quad
from reviewer.intake.tick_boxes import find_marks, pieces, put_together
from reviewer.model import Box, Line

_TRIED = 5
"""Lines that are read to decide the direction of a page."""
_SURE = 0.85
"""Mean certainty from which a page is taken as upright without looking further."""
_BETTER = 0.1
_LEAST = 0.4
"""Lines less certain than this are stains, stamps and lines of forms."""
_HEAD = 0.2
"""Share of the page, from the top, in which a title is looked for at first."""
_TITLES = 3
"""Lines read there: the agency, the title in two lines."""
_TITLE_WIDTH, _OFF_CENTRE = 0.75, 0.12
"""A title is no wider, and its middle no farther from that of the page."""
_STACKED = 1.8
"""A box this much taller than wide holds characters one below the other."""

Read = tuple[str, list[float]]


class Reader(Protocol):
    """What finds and reads lines; `Recogniser` outside of tests."""

    def detect(self, image: Pixels) -> list[Quad]:
        """Return the corners of every line."""
        ...

    def recognise(self, crops: list[Pixels]) -> list[Read]:
        """Return text and certainties of every picture of a line."""
        ...


def read_image(image: Pixels, reader: Reader) -> PageReading:
    """Return what `image` says, turned upright where it lay on its side or head."""
    ink = part_ink(image)
    quads = reader.detect(ink.seen)
    if not quads:
        return PageReading(0, ())
    turned, known = _direction(ink, quads, reader)
    if turned:
        ink = ink.turned(turned)
        quads = reader.detect(ink.seen)
        known = {}
    quads = [*quads, *missed_lines(ink, quads, reader.detect)]
    return PageReading(turned, tuple(_lines(ink, quads, known, reader)))


def read_head(image: Pixels, reader: Reader) -> PageReading:
    """Return the lines near the top that may be a title; none of a page that lies on its side.

    A quarter of what reading the page whole costs: few lines of a fifth of the page.
    """
    height, width = image.shape[:2]
    ink = part_ink(image[: round(_HEAD * height)])
    quads = reader.detect(ink.seen)
    sizes = [_size(quad) for quad in quads]
    if not quads or _sideways(sizes):
        return PageReading(0, ())
    order = sorted(range(len(quads)), key=lambda i: float(quads[i][:, 1].min()))
    chosen = [i for i in order if _may_be_title(quads[i], width)][:_TITLES]
    read = reader.recognise([_crop(ink, quads[i]) for i in chosen])
    lines = [_line(one, quads[i], width, height) for i, one in zip(chosen, read, strict=True)]
    return PageReading(0, tuple(line for line in lines if line))


def _may_be_title(quad: Quad, width: int) -> bool:
    left, right = float(quad[:, 0].min()) / width, float(quad[:, 0].max()) / width
    return right - left < _TITLE_WIDTH and abs((left + right) / 2 - 0.5) < _OFF_CENTRE


def _direction(ink: Ink, quads: list[Quad], reader: Reader) -> tuple[int, dict[int, Read]]:
    """Return the turn that sets the page upright, and lines that were read on the way."""
    sizes = [_size(quad) for quad in quads]
    longest = sorted(range(len(quads)), key=lambda i: -max(sizes[i]))[:_TRIED]
    crops = [_crop(ink, quads[i]) for i in longest]
    if _sideways(sizes):
        quarter = _certainty(reader.recognise([turn_image(crop, 90) for crop in crops]))
        back = _certainty(reader.recognise([turn_image(crop, 270) for crop in crops]))
        # Columns of upright characters read badly both ways.
        if max(quarter, back) >= _LEAST:
            return (90 if quarter > back else 270), {}
        return 0, {}
    read = reader.recognise(crops)
    upright = _certainty(read)
    if upright < _SURE:
        headlong = _certainty(reader.recognise([turn_image(crop, 180) for crop in crops]))
        if headlong > upright + _BETTER:
            return 180, {}
    return 0, {i: line for i, line in zip(longest, read, strict=True) if _flat(sizes[i])}


def _sideways(sizes: list[tuple[float, float]]) -> bool:
    tall = sum(height for width, height in sizes if height > 1.5 * width)
    wide = sum(width for width, height in sizes if width > 1.5 * height)
    return tall > wide


def _certainty(read: list[Read]) -> float:
    """Return the mean certainty over all characters; 0 when nothing was read."""
    certainties = [value for _, line in read for value in line]
    return sum(certainties) / len(certainties) if certainties else 0.0


def _lines(ink: Ink, quads: list[Quad], known: dict[int, Read], reader: Reader) -> list[Line]:
    height, width = ink.seen.shape[:2]
    missing = [i for i in range(len(quads)) if i not in known]
    usual = float(np.median([min(_size(quad)) for quad in quads])) if quads else 0.0
    crops = [_crop(ink, quad) for quad in quads]
    seen = reader.recognise([_in_a_row(crops[i], usual) for i in missing])
    read = known | dict(zip(missing, seen, strict=True))
    read = {i: _with_boxes(crop, read[i], reader) for i, crop in enumerate(crops)}
    lines = [line for i, quad in enumerate(quads) if (line := _line(read[i], quad, width, height))]
    boxes = [line.box for line in lines if line.box]
    return [lines[i] for i in reading_order(boxes)]


def _with_boxes(crop: Pixels, read: Read, reader: Reader) -> Read:
    """Return what a line says with the boxes that are printed in it to be ticked."""
    marks = find_marks(crop, read[0]) if read[0] else []
    if not marks:
        return read
    cut = pieces(crop, marks)
    said = iter(reader.recognise([one for one in cut if one is not None]))
    return (
        put_together(read[0], marks, [next(said) if one is not None else ("", []) for one in cut])
        or read
    )


def _line(read: Read, quad: Quad, width: int, height: int) -> Line | None:
    text, certainties = read
    first = len(text) - len(text.lstrip())
    text = text.strip()
    certainties = certainties[first : first + len(text)]
    if not text or _certainty([(text, certainties)]) < _LEAST:
        return None
    box = Box(
        clip(float(quad[:, 0].min()) / width),
        clip(float(quad[:, 1].min()) / height),
        clip(float(quad[:, 0].max()) / width),
        clip(float(quad[:, 1].max()) / height),
    )
    certainty = bytes(min(100, max(0, round(value * 100))) for value in certainties)
    return Line(text, box, round(sum(certainties) / len(certainties), 3), certainty)


def _crop(ink: Ink, quad: Quad) -> Pixels:
    return ink.best(lambda image: crop_line(image, quad))


def crop_line(image: Pixels, quad: Quad) -> Pixels:
    """Return the picture of a line, straightened."""
    width, height = (max(1, round(side)) for side in _size(quad))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(quad, corners)
    crop = cv2.warpPerspective(
        image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(crop, dtype=np.uint8)


def _in_a_row(crop: Pixels, usual: float) -> Pixels:
    """Return the picture of a line; characters one below the other are set side by side."""
    height, width = crop.shape[:2]
    # A single narrow character, such as 1, is tall but no higher than a line.
    if height < _STACKED * width or height < 1.6 * usual:
        return crop
    return _side_by_side(crop)


def _side_by_side(crop: Pixels) -> Pixels:
    """Cut a column of characters at its blank rows and set the pieces side by side."""
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    marks = np.asarray(ink)
    columns = np.flatnonzero(marks.any(axis=0))
    size = int(columns[-1] - columns[0] + 1) if len(columns) else crop.shape[1]
    side = round(1.25 * size)
    paper = np.median(crop.reshape(-1, 3), axis=0)
    cells = []
    for top, bottom in _characters(marks.any(axis=1), size):
        cell = np.full((max(side, bottom - top), crop.shape[1], 3), paper, dtype=np.uint8)
        above = (cell.shape[0] - (bottom - top)) // 2
        cell[above : above + bottom - top] = crop[top:bottom]
        cells.append(cv2.resize(cell, (crop.shape[1], side)))
    return np.ascontiguousarray(np.concatenate(cells, axis=1), dtype=np.uint8) if cells else crop


def _characters(inked: npt.NDArray[np.bool_], size: int) -> list[tuple[int, int]]:
    """Return first row and end of every character of a column; `size` is their width.

    Strokes of one character, as in 三, stand together within its height; characters that touch
    are parted evenly.
    """
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inked, [False])).astype(np.int8)))
    runs = [(int(top), int(bottom)) for top, bottom in edges.reshape(-1, 2)]
    found: list[tuple[int, int]] = []
    for top, bottom in runs:
        if found and bottom - found[-1][0] <= 1.15 * size:
            found[-1] = (found[-1][0], bottom)
        else:
            found.append((top, bottom))
    parted: list[tuple[int, int]] = []
    for top, bottom in found:
        count = max(1, round((bottom - top) / (1.1 * size)))
        rows = [top + (bottom - top) * part // count for part in range(count + 1)]
        parted += list(pairwise(rows))
    return parted


def _size(quad: Quad) -> tuple[float, float]:
    """Return width and height of a quad in pixels."""
    width = max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[2] - quad[3]))
    height = max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))
    return float(width), float(height)


def _flat(size: tuple[float, float]) -> bool:
    return size[1] < _STACKED * size[0]
