"""Laid-out pages: positioned text, lines, seals and pictures.

Both the PDF and the scan are drawn from the same sheets, so that a document has the same pages
in either.  Units are points, the origin is the upper left corner, a text's `y` is its baseline.
"""

from dataclasses import dataclass

from reviewer.fonts import FontRole
from reviewer.proof.documents.parts import MadeDocument

WIDTH, HEIGHT = 595.28, 841.89


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text in one typeface."""

    x: float
    y: float
    text: str
    role: FontRole
    size: float
    hand: bool = False
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.6


@dataclass(frozen=True, slots=True)
class Seal:
    """A round red seal (印章) around its centre."""

    x: float
    y: float
    radius: float
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """A photo or portrait."""

    x: float
    y: float
    width: float
    height: float
    scene: str
    stamp: str
    seed: int


Item = Text | Rule | Seal | Image


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        """Return the text of the page in the order it was set, without spaces."""
        joined = "".join(item.text for item in self.items if isinstance(item, Text))
        return "".join(joined.split())


@dataclass(frozen=True, slots=True)
class LaidDocument:
    """A document with its pages."""

    document: MadeDocument
    sheets: tuple[Sheet, ...]
    first_folio: int = 0
    """卷内页号 of the first page; 0 for pages that have none."""
