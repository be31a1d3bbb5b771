"""Vehicle plates (车牌号), normalised: no dot, no blanks, capitals, never I or O in the serial.

Ordinary plates have five characters after the letter, new-energy plates six; trailers end in 挂.
"""

import re
from dataclasses import dataclass

from reviewer.reckoning.textnorm import halfwidth

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_SERIAL = "[A-HJ-NP-Za-hj-np-z0-9OoI]"
_PLATE = re.compile(
    rf"(?P<head>[{_PROVINCES}]\s?[A-Za-z])\s?[·.*\-]?\s?"
    rf"(?P<tail>(?:{_SERIAL}\s?){{4}}[挂学警]|(?:{_SERIAL}\s?){{5,6}}?(?=[1-9]\s?[辆台部])|"
    rf"(?:{_SERIAL}\s?){{5,6}}(?![A-Za-z0-9]))"
)
# A digit in front of 辆 is the number of vehicles that a list gives in its next cell.
_DIGITS = str.maketrans("OI", "01")


@dataclass(frozen=True, slots=True)
class FoundPlate:
    """A plate in normal form and where it stands."""

    value: str
    start: int
    end: int


def find_plates(text: str) -> list[FoundPlate]:
    """Return every plate of `text` in order; the same plate as often as it stands there."""
    folded = halfwidth(text)
    found = []
    for match in _PLATE.finditer(folded):
        head, tail = _compact(match["head"]), _compact(match["tail"]).translate(_DIGITS)
        if any(char.isdigit() for char in tail):
            end = match.end() - (len(match[0]) - len(match[0].rstrip()))
            found.append(FoundPlate(head + tail, match.start(), end))
    return found


def _compact(text: str) -> str:
    return "".join(text.split()).upper()
