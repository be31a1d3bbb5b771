"""Boxes that a form prints to be ticked: recognition drops them, their outlines stay.

A line is cut at its boxes and its pieces are read one by one, so that every mark stands where it
was printed.
"""

from difflib import SequenceMatcher

import cv2
import numpy as np

from reviewer.intake.images import Pixels

EMPTY, TICKED = "□", "☑"
_LEAST, _MOST = 0.38, 1.1
"""Side of a box in heights of its line."""
_SLIM, _WIDE = 0.75, 1.33
_BORDER = 0.16
"""Share of a box that its border may take."""
_CLOSED = 0.9
"""Each side of the border is inked for at least this share of its length."""
_CLEAN, _SOLID = 0.02, 0.95
"""Ink inside an empty box at most, and inside a filled one at least."""
_HOLLOW = "口"
_ENCLOSED = "日国回田曰目四因固围园图圆圈囚困团由甲申囗品自白百旧且管宫官"
_READ_AS = "□☐■█☑√口回囗V图区凶"
_OPENS = "【[（(〔"
"""What may stand before the first character of a line: 【回答】."""
_GAP = 0.08
_SAME = 0.9
"""What the pieces say agrees at least so far with what the whole line said."""

Mark = tuple[int, int, str]
"""First and last column of a box, and its sign."""


def find_marks(crop: Pixels, text: str) -> list[Mark]:
    """Return the boxes in the picture of a line that says `text`, from the left.

    Characters that are boxes themselves, 口 and 国, are left alone.
    """
    height, width = crop.shape[:2]
    if width < height:
        return []
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    outlines, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found: list[Mark] = []
    for outline in outlines:
        x, y, wide, high = cv2.boundingRect(outline)
        if not _is_square(wide, high, height):
            continue
        sign = _sign(np.asarray(ink[y : y + high, x : x + wide]), text, x < 0.7 * height)
        if sign:
            found.append((x, x + wide, sign))
    return sorted(found)


def pieces(crop: Pixels, marks: list[Mark]) -> list[Pixels | None]:
    """Return the pictures in front of, between and behind the boxes; None where nothing stands."""
    height, width = crop.shape[:2]
    margin = max(1, round(_GAP * height))
    starts = [0, *(end + margin for _, end, _ in marks)]
    ends = [*(start - margin for start, _, _ in marks), width]
    cut = [
        crop[:, start:end] if end - start > 0.4 * height else None
        for start, end in zip(starts, ends, strict=True)
    ]
    return [one if one is not None and _has_ink(one) else None for one in cut]


def put_together(
    whole: str, marks: list[Mark], read: list[tuple[str, list[float]]]
) -> tuple[str, list[float]] | None:
    """Return text and certainties of a line from its pieces; None when they say something else."""
    text, certainty = "", list[float]()
    for number, (part, values) in enumerate(read):
        text, certainty = text + part, certainty + values
        if number < len(marks):
            text, certainty = text + marks[number][2], [*certainty, 1.0]
    plain = text.translate({ord(sign): None for sign in _READ_AS})
    before = whole.translate({ord(sign): None for sign in _READ_AS})
    plain, before = "".join(plain.split()), "".join(before.split())
    # A character that was taken for a box is missing in the pieces.
    if len(plain) < len(before) or SequenceMatcher(None, plain, before).ratio() < _SAME:
        return None
    return text, certainty


def _is_square(wide: int, high: int, line: int) -> bool:
    sides = _LEAST * line <= wide <= _MOST * line and _LEAST * line <= high <= _MOST * line
    return sides and _SLIM <= wide / high <= _WIDE


def _sign(ink: Pixels, text: str, first: bool) -> str:
    """Return the sign of a square of ink; empty when it may be a character."""
    edge = max(2, round(_BORDER * ink.shape[1]))
    sides = (ink[:edge].max(0), ink[-edge:].max(0), ink[:, :edge].max(1), ink[:, -edge:].max(1))
    inside = ink[edge + 1 : -edge - 1, edge + 1 : -edge - 1]
    if not inside.size or min(float(side.mean()) for side in sides) < _CLOSED:
        return ""
    share = float(inside.mean())
    alike = text.lstrip(_OPENS)[:1] if first else text
    if share <= _CLEAN:
        return "" if any(char in alike for char in _HOLLOW) else EMPTY
    if share >= _SOLID:
        return TICKED
    return "" if any(char in alike for char in _ENCLOSED + _HOLLOW) else TICKED


def _has_ink(crop: Pixels) -> bool:
    return float(crop.max()) - float(crop.min()) > 60
