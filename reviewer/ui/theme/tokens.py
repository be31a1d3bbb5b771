"""The design tokens: every colour, font size and measure of the window, as one frozen value.

Widgets and delegates are given a `Tokens` and hold no constant of their own.  Measures are
logical pixels at 字号 12 (1 pt = 4/3 px), multiplied by font size / 12.
"""

from dataclasses import dataclass
from typing import Any

FONT_SIZES = (12, 14, 16, 18)
"""The body sizes in points that the settings offer (字号)."""

FONT_FAMILIES = "Microsoft YaHei UI, Microsoft YaHei, Noto Sans CJK SC, WenQuanYi Zen Hei"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as `#rrggbb`, sizes in logical pixels."""

    dark: bool
    scale: float
    """Font size / 12."""
    font_family: str
    """Families in order of preference, separated by commas, as `QFont` takes them."""

    ground: str
    panel: str
    raised: str
    sunken: str
    line: str
    line2: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    blue: str
    blue_wash: str
    blue_fill: str
    red: str
    red_wash: str
    red_fill: str
    green: str
    green_wash: str
    green_fill: str
    amber: str
    amber_wash: str
    amber_fill: str
    grey: str
    grey_wash: str
    grey_fill: str
    on_fill: str
    """Text and icons on any fill."""
    marker: str

    caption: int
    """10.5 pt: captions, heads, chips."""
    body: int
    """12 pt."""
    title: int
    """14 pt: titles of items and cases."""
    page_title: int
    """18 pt: titles of pages, points of an item."""
    total: int
    """26 pt: the total score."""

    row: int
    """Height of a list row: 1.875 × body."""
    head: int
    """Height of a table head."""
    control: int
    control_small: int
    segment: int
    """Height of the verdict control."""
    bar: int
    """The row with menus, tabs and search; also the tool rows of the workbench."""
    status: int
    case_bar: int
    rail: int
    """Width of the rail of the home tab."""
    icon: int
    icon_small: int
    icon_large: int

    unit: int = 4
    gap: int = 8
    """Between controls."""
    block: int = 12
    """Between blocks of the home tab."""
    inset: int = 16
    """Inside a panel."""
    margin: int = 20
    """Around a page of the home tab."""
    radius: int = 3
    card_radius: int = 4
    mark: int = 3
    """The bar before a current row."""
    ring: int = 2
    """The focus ring."""


_LIGHT = {
    "ground": "#F1F0EC",
    "panel": "#FDFCFA",
    "raised": "#FFFFFF",
    "sunken": "#D8D6D0",
    "line": "#DEDBD4",
    "line2": "#B9B5AB",
    "edge": "#8E897F",
    "ink": "#1D2228",
    "ink2": "#545A62",
    "ink3": "#8B9098",
    "blue": "#1F4E79",
    "blue_wash": "#E1EAF3",
    "blue_fill": "#1F4E79",
    "red": "#B0241C",
    "red_wash": "#FAE8E5",
    "red_fill": "#B0241C",
    "green": "#1D6847",
    "green_wash": "#E2F0E8",
    "green_fill": "#1D6847",
    "amber": "#855400",
    "amber_wash": "#FAEFD5",
    "amber_fill": "#855400",
    "grey": "#5C636C",
    "grey_wash": "#E9E7E2",
    "grey_fill": "#6A717A",
    "on_fill": "#FFFFFF",
    "marker": "#FFE58A",
}
_DARK = {
    "ground": "#16181B",
    "panel": "#1E2125",
    "raised": "#272B30",
    "sunken": "#101214",
    "line": "#32373D",
    "line2": "#525962",
    "edge": "#727983",
    "ink": "#E4E2DC",
    "ink2": "#A8ADB4",
    "ink3": "#6F757D",
    "blue": "#93BFE8",
    "blue_wash": "#243A50",
    "blue_fill": "#2C669B",
    "red": "#FF9C90",
    "red_wash": "#46231F",
    "red_fill": "#B83A30",
    "green": "#82CFA8",
    "green_wash": "#1D3A2D",
    "green_fill": "#2A7A56",
    "amber": "#EBC06A",
    "amber_wash": "#40331A",
    "amber_fill": "#8F6412",
    "grey": "#A8ADB4",
    "grey_wash": "#2C3036",
    "grey_fill": "#5C636C",
    "on_fill": "#FFFFFF",
    "marker": "#FFE58A",
}

_SIZES = {
    "caption": 14,
    "body": 16,
    "title": 19,
    "page_title": 24,
    "total": 35,
    "row": 30,
    "head": 26,
    "control": 30,
    "control_small": 24,
    "segment": 34,
    "bar": 38,
    "status": 28,
    "case_bar": 56,
    "rail": 72,
    "icon": 18,
    "icon_small": 15,
    "icon_large": 22,
}


def make_tokens(theme: str, font_size: int) -> Tokens:
    """Return the tokens of `theme` (`light` or `dark`) at the body size `font_size` in points."""
    scale = font_size / 12
    dark = theme == "dark"
    values: dict[str, Any] = dict(_DARK if dark else _LIGHT)
    values |= {name: round(size * scale) for name, size in _SIZES.items()}
    return Tokens(dark=dark, scale=scale, font_family=FONT_FAMILIES, **values)
