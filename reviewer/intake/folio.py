"""Reading the 卷内页号: digits that stand alone in a corner of the page.

Archivists stamp it at the upper right of the front and the upper left of the back.  A number at
the foot is taken in the corners only, or in the middle when it is a stamp of three digits or
more: documents print their own page number there, and a wrong citation is worse than none.
"""

import re
from collections.abc import Callable, Sequence

from reviewer.model import Box, Line

_ALONE = re.compile(r"[\s·.]*(\d{1,4})[\s·.]*")
_OWN_NUMBER = re.compile(r"第\s*\d+\s*页|共\s*\d+\s*页|\d+\s*[/／]\s*\d+")
_LEAST_CONFIDENCE = 0.6
_LONGEST = 8
_SIDE = 0.22
_EDGE = 0.12

_CORNERS: tuple[Callable[[float, float], bool], ...] = (
    lambda x, y: x > 1 - _SIDE and y < _EDGE,
    lambda x, y: x < _SIDE and y < _EDGE,
    lambda x, y: x > 1 - _SIDE and y > 1 - _EDGE,
    lambda x, y: x < _SIDE and y > 1 - _EDGE,
)


def read_folio(lines: Sequence[Line]) -> str:
    """Return the 卷内页号 without leading zeros; empty when none or more than one may be it."""
    found = [(line.box, number) for line in lines if line.box and (number := _number(line))]
    for corner in _CORNERS:
        here = {number for box, number in found if corner(*_middle(box))}
        if here:
            return _plain(here.pop()) if len(here) == 1 else ""
    stamped = {number for box, number in found if len(number) >= 3 and _at_foot(*_middle(box))}
    if len(stamped) == 1 and not any(_OWN_NUMBER.search(line.text) for line in lines):
        return _plain(stamped.pop())
    return ""


def _number(line: Line) -> str:
    """Return the digits of a line that is nothing but a page number."""
    if len(line.text) > _LONGEST:
        return ""
    match = _ALONE.fullmatch(line.text)
    if match is None or line.confidence < _LEAST_CONFIDENCE:
        return ""
    number = match[1]
    # Four digits from 1900 on are a year.
    if int(number) == 0 or (len(number) == 4 and 1900 <= int(number) < 2100):
        return ""
    return number


def _plain(number: str) -> str:
    return str(int(number))


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _at_foot(x: float, y: float) -> bool:
    return 0.4 < x < 0.6 and y > 1 - _EDGE
