"""The typefaces of the reading copy: which one for which text, and how wide a character is.

Widths are in ems, measured once for each character with the fonts of this computer.
"""

from functools import cache

from PIL import ImageFont

from reviewer.fonts import FontRole, find_font

_MEASURED_AT = 200
_MISSING = "\U000f0000"
"""A character that no font has; what it draws is the sign for a missing glyph."""

_PARTS = {"☑": "□√", "☒": "□×", "☐": "□", "✓": "√", "✔": "√", "✗": "×", "✘": "×"}

_NAMES: tuple[tuple[str, FontRole], ...] = (
    ("仿宋", FontRole.FANG),
    ("fangsong", FontRole.FANG),
    ("黑体", FontRole.HEI),
    ("hei", FontRole.HEI),
    ("雅黑", FontRole.HEI),
    ("等线", FontRole.HEI),
    ("楷", FontRole.KAI),
    ("kai", FontRole.KAI),
)


def role_of(font: str) -> FontRole:
    """Return the typeface that comes nearest to one named in a document."""
    name = font.lower()
    for part, role in _NAMES:
        if part in name:
            return role
    return FontRole.SONG


@cache
def load_font(role: FontRole, pixels: int) -> ImageFont.FreeTypeFont:
    """Return a typeface at a size in pixels."""
    found = find_font(role)
    return ImageFont.truetype(
        str(found.path), pixels, index=found.index, layout_engine=ImageFont.Layout.BASIC
    )


@cache
def char_width(char: str, role: FontRole) -> float:
    """Return the advance of a character in ems."""
    if char == "\t":
        return 2.0
    glyph, drawn_in = drawn(char, role)[0]
    return load_font(drawn_in, _MEASURED_AT).getlength(glyph) / _MEASURED_AT


@cache
def drawn(char: str, role: FontRole) -> tuple[tuple[str, FontRole], ...]:
    """Return what is drawn for a character, one over the other, each with its typeface.

    Usually that is the character in `role`; what no font of this computer has, such as a ticked
    box, is put together from parts.
    """
    own = _first_with(char, role)
    if own is not None:
        return ((char, own),)
    parts = [(part, _first_with(part, role)) for part in _PARTS.get(char, "")]
    return tuple((part, found) for part, found in parts if found) or ((char, role),)


def _first_with(char: str, role: FontRole) -> FontRole | None:
    for candidate in (role, FontRole.SONG, FontRole.HEI, FontRole.KAI):
        if _has(char, candidate):
            return candidate
    return None


def _has(char: str, role: FontRole) -> bool:
    if char.isspace():
        return True
    return _shape(char, role) != _shape(_MISSING, role)


@cache
def _shape(char: str, role: FontRole) -> bytes:
    mask = load_font(role, 24).getmask(char)
    return bytes(mask) + bytes(str(mask.size), "ascii")
