"""Breaking text into lines as Chinese word processors do.

Figures and Latin words stay whole where they fit; closing marks do not begin a line and opening
marks do not end one.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from reviewer.fonts import FontRole, find_font
from reviewer.proof.documents.parts import HAND_OFF, HAND_ON

_NOT_FIRST = set("，。、；：！？）》〉」』”’〕】％%…")
_NOT_LAST = set("（《〈「『“‘〔【")
_TOKEN = re.compile(r"¥?[!-~]+|.", re.DOTALL)
_WHOLE = 13
"""A handwritten name or date of up to so many characters is not broken."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one hand."""

    text: str
    hand: bool


Line = tuple[Run, ...]


@cache
def font_name(role: FontRole) -> str:
    """Return the name under which reportlab knows the typeface, registered at first use."""
    font = find_font(role)
    name = f"made-{role.value}"
    pdfmetrics.registerFont(TTFont(name, str(font.path), subfontIndex=font.index))
    return name


@lru_cache(maxsize=1 << 16)
def width_of(text: str, role: FontRole, size: float) -> float:
    """Return the width of `text` in points."""
    return float(pdfmetrics.stringWidth(text, font_name(role), size))


def line_width(line: Line, role: FontRole, size: float) -> float:
    """Return the width of a line."""
    return sum(width_of(run.text, _role(role, run.hand), size) for run in line)


def break_lines(text: str, role: FontRole, size: float, width: float) -> list[Line]:
    """Return the lines of `text`; a line break in the text begins a new one."""
    lines: list[Line] = []
    hand = False
    for part in text.split("\n"):
        tokens, hand = _tokens(part, hand)
        lines += _fill(tokens, role, size, width)
    return lines


def _tokens(text: str, hand: bool) -> tuple[list[Run], bool]:
    tokens = []
    for piece in filter(None, re.split(f"([{HAND_ON}{HAND_OFF}])", text)):
        if piece in (HAND_ON, HAND_OFF):
            hand = piece == HAND_ON
            continue
        if hand and len(piece) <= _WHOLE:
            tokens.append(Run(piece, hand))
        else:
            tokens += [Run(found, hand) for found in _TOKEN.findall(piece)]
    return tokens, hand


def _fill(tokens: list[Run], role: FontRole, size: float, width: float) -> list[Line]:
    lines: list[list[Run]] = [[]]
    room = width
    queue = tokens[::-1]
    while queue:
        token = queue.pop()
        wide = width_of(token.text, _role(role, token.hand), size)
        if wide > width and len(token.text) > 1:
            half = len(token.text) // 2
            queue += [Run(token.text[half:], token.hand), Run(token.text[:half], token.hand)]
            continue
        if wide > room and lines[-1]:
            taken = _taken_along(lines[-1], token)
            lines.append(taken)
            room = width - line_width(tuple(taken), role, size)
        lines[-1].append(token)
        room -= wide
    return [_merged(line) for line in lines]


def _taken_along(line: list[Run], token: Run) -> list[Run]:
    """Remove and return the tokens that must move to the next line together with `token`."""
    taken: list[Run] = []
    while len(line) > 1 and (
        (taken[0] if taken else token).text[0] in _NOT_FIRST or line[-1].text[-1] in _NOT_LAST
    ):
        taken.insert(0, line.pop())
    return taken


def _merged(tokens: list[Run]) -> Line:
    runs: list[Run] = []
    for token in tokens:
        if runs and runs[-1].hand == token.hand:
            runs[-1] = Run(runs[-1].text + token.text, token.hand)
        else:
            runs.append(token)
    return tuple(runs)


def _role(role: FontRole, hand: bool) -> FontRole:
    return FontRole.KAI if hand else role
