"""The text layer of a PDF page: lines with boxes, in reading order.

Cost matters: a box per character is four times the price of the bare text.  So the text is
fetched once and only the first and last character of a line are located, besides those beside a
wide gap, where a line falls apart into table cells.
"""

import ctypes
import re
import struct
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from reviewer.intake.geometry import clip, reading_order, runs_upwards, turn_box
from reviewer.model import Box, Line

_GAP = 2.0
"""A gap wider than this many line heights separates two cells."""

_QUARTER = 1.5707963
_ASKEW = 0.09
"""Of a quarter turn, eight degrees: more than any scanner feeds a page askew."""

_Extent = tuple[float, float, float, float]
_Piece = tuple[int, int, Box]
"""First character, end, box."""

# Looked up once: pdfium's functions are called several times a line.
_loose_box = pdfium.FPDFText_GetLooseCharBox
_unpack = struct.Struct("4f").unpack
_char_angle = pdfium.FPDFText_GetCharAngle
_char_index = pdfium.FPDFText_GetCharIndexFromTextIndex


class TextLayer:
    """The text of one page.  Made and used while the page is open and `PDFIUM` is held."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self._text_page = page.get_textpage()
        self._raw = self._text_page.raw
        self.text: str = self._text_page.get_text_range()
        count = self._text_page.count_chars()
        # pdfium leaves out or adds characters in rare files; only then indices differ.
        self._same_index = count == len(self.text)
        self._rotation: int = page.get_rotation()
        self._frame: _Extent = page.get_bbox()
        # pdfium fills left, top, right, bottom.  Unpacking the bytes costs a quarter of reading
        # the fields of the structure (measured).
        self._sides = bytearray(16)
        self._pointer = ctypes.byref(pdfium.FS_RECTF.from_buffer(self._sides))
        self._known: dict[int, _Extent | None] = {}

    def close(self) -> None:
        """Release what pdfium holds."""
        self._text_page.close()

    def lines(self) -> tuple[tuple[Line, ...], int]:
        """Return the lines in reading order, and the degrees to turn the page upright."""
        found = self._pieces()
        turned = self._turned(found) if found else 0
        boxes = [turn_box(box, turned) if turned else box for _, _, box in found]
        if runs_upwards(boxes):
            order = reading_order(boxes)
            boxes = [boxes[i] for i in order]
            found = [found[i] for i in order]
        text = self._clean_text()
        return tuple(
            [Line(text[start:end], box) for (start, end, _), box in zip(found, boxes, strict=True)]
        ), turned

    def chars(self, turned: int) -> Iterator[tuple[int, str, Box]]:
        """Give line, character and box of every visible character, in order of `lines`."""
        pieces = self._pieces()
        boxes = [turn_box(box, turned) for _, _, box in pieces]
        order = reading_order(boxes) if runs_upwards(boxes) else range(len(boxes))
        for line, i in enumerate(order):
            start, end, _ = pieces[i]
            for index in range(start, end):
                extent = self._char(index)
                if extent is not None:
                    box = _place(extent, self._frame, self._rotation)
                    yield line, self.text[index], turn_box(box, turned)

    def _spans(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        start = 0
        for raw in self.text.split("\n"):
            line = raw.strip()
            if line:
                first = start + raw.index(line[0])
                end = first + len(line)
                if "★" in line[1:]:
                    found += [(first + a, first + b) for a, b in _around_stars(line)]
                elif " " in line:
                    found += self._cells(first, end, line)
                else:
                    found.append((first, end))
            start += len(raw) + 1
        return found

    def _upright(self) -> Iterator[tuple[int, int]]:
        """Part the letters around a seal from both ends of the line that pdfium took them into."""
        turn = self._quarters
        for start, end in self._spans():
            if abs(turn(start) - turn(end - 1)) < _ASKEW:
                yield start, end
                continue
            middle = next(at for at in range((start + end) // 2, end) if self.text[at] != " ")
            usual = turn(middle)
            left, right = start, end
            while self.text[left] == " " or abs(turn(left) - usual) > _ASKEW:
                left += 1
            while self.text[right - 1] == " " or abs(turn(right - 1) - usual) > _ASKEW:
                right -= 1
            if left > start:
                yield start, left
            yield left, right
            if right < end:
                yield right, end

    def _quarters(self, index: int) -> float:
        """Return the quarter turns by which a character stands turned."""
        if not self._same_index:
            index = _char_index(self._raw, index)
        return float(_char_angle(self._raw, index)) / _QUARTER

    def _cells(self, start: int, end: int, line: str) -> Iterator[tuple[int, int]]:
        """Split a line where a gap is wider than any gap between words."""
        first, last = self._char(start), self._char(end - 1)
        if first is None or last is None:
            yield start, end
            return
        height = first[3] - first[1]
        if not _is_loose(line, first, last) and not _steps(first, last, height):
            yield start, end
            return
        position = start
        for gap in _gaps(line):
            before, after = self._char(start + gap[0] - 1), self._char(start + gap[1])
            apart = before and after and after[0] - before[2] > _GAP * height
            if apart or (before and after and _steps(before, after, height)):
                yield position, start + gap[0]
                position = start + gap[1]
        yield position, end

    def _pieces(self) -> list[_Piece]:
        """Locate every line; text outside the page, such as cut marks, is not seen, not read."""
        char = self._char
        left, bottom, right, top = self._frame
        if right <= left or top <= bottom:
            return []
        across, down = 1 / (right - left), 1 / (top - bottom)
        found: list[_Piece] = []
        for start, end in self._upright():
            first, last = char(start), char(end - 1)
            if first is None or last is None:
                continue
            x0 = ((first[0] if first[0] < last[0] else last[0]) - left) * across
            y1 = (top - (first[1] if first[1] < last[1] else last[1])) * down
            x1 = ((first[2] if first[2] > last[2] else last[2]) - left) * across
            y0 = (top - (first[3] if first[3] > last[3] else last[3])) * down
            if x0 < 0 or y0 < 0 or x1 > 1 or y1 > 1:
                x0, y0, x1, y1 = clip(x0), clip(y0), clip(x1), clip(y1)
            if x0 < x1 and y0 < y1:
                found.append((start, end, Box(x0, y0, x1, y1)))
        if self._rotation:
            return [(start, end, turn_box(box, self._rotation)) for start, end, box in found]
        return found

    def _char(self, index: int) -> _Extent | None:
        """Return left, bottom, right, top of a character in points of the PDF."""
        known = self._known
        if index in known:
            return known[index]
        place = index if self._same_index else _char_index(self._raw, index)
        if not _loose_box(self._raw, place, self._pointer):
            known[index] = None
            return None
        left, top, right, bottom = _unpack(self._sides)
        extent = known[index] = left, bottom, right, top
        return extent

    def _turned(self, found: list[_Piece]) -> int:
        """Return the turn that makes most of the text stand upright."""
        start, end, _ = max(found, key=_length)
        # Upside-down text is as flat as upright text: one look at the longest line tells.
        if self._angle(start) == 0:
            return 0
        votes: Counter[int] = Counter()
        for start, end, _ in found:
            votes[self._angle(start)] += end - start
        return votes.most_common(1)[0][0]

    def _angle(self, index: int) -> int:
        """Return the clockwise turn that sets the character at `index` upright."""
        if not self._same_index:
            index = _char_index(self._raw, index)
        radians = _char_angle(self._raw, index)
        # pdfium counts the angle of the letters clockwise in the page before its /Rotate (tried).
        letters = round(radians / _QUARTER) * 90
        return int(-letters - self._rotation) % 360

    def _clean_text(self) -> str:
        # U+FFFE marks a hyphen at the end of a line, U+0002 the same in older files.
        return self.text.replace("\ufffe", "-").replace("\x02", "-")


def _place(extent: _Extent, frame: _Extent, rotation: int) -> Box:
    left, bottom, right, top = frame
    width, height = right - left, top - bottom
    x0, y0 = (extent[0] - left) / width, (top - extent[3]) / height
    x1, y1 = (extent[2] - left) / width, (top - extent[1]) / height
    if x0 < 0 or y0 < 0 or x1 > 1 or y1 > 1:
        x0, y0, x1, y1 = clip(x0), clip(y0), clip(x1), clip(y1)
    box = Box(x0, y0, x1, y1)
    return turn_box(box, rotation) if rotation else box


def _length(piece: _Piece) -> int:
    return piece[1] - piece[0]


def _is_loose(line: str, first: _Extent, last: _Extent) -> bool:
    """Return whether a line is so much wider than its characters that a cell gap may be in it."""
    height = first[3] - first[1]
    # Two bytes of GBK are one wide character: the quickest way to count them.
    halves = len(line.encode("gbk", "replace"))
    return last[2] - first[0] > (0.5 * halves + 1) * height


def _steps(before: _Extent, after: _Extent, height: float) -> bool:
    """Return whether `after`, to the right, stands on another line: a cell beside a centred one.

    pdfium joins lines that overlap by a few points.
    """
    return after[0] > before[2] and 0.4 * height < abs(after[1] - before[1]) < 2 * height


def _around_stars(line: str) -> Iterator[tuple[int, int]]:
    """Part a line at the star of a seal, which is set like any letter."""
    for match in re.finditer("★|[^★]+", line):
        text = match[0].strip()
        if text:
            start = match.start() + match[0].index(text)
            yield start, start + len(text)


def _gaps(line: str) -> Iterator[tuple[int, int]]:
    position = line.find(" ")
    while position > 0:
        end = position
        while line[end] == " ":
            end += 1
        yield position, end
        position = line.find(" ", end)
