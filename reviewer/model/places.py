"""Places: where in the case file something stands.

Every anchor of the program, from a machine finding to a reviewer's evidence, is a `Place`.  A
place never names a document, because documents are re-cut; pictures are derived from places.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in fractions 0–1 of the upright page, origin at the top left."""

    x0: float
    y0: float
    x1: float
    y1: float

    def union(self, other: "Box") -> "Box":
        """Return the smallest box that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )

    def rounded(self) -> tuple[float, float, float, float]:
        """Return the corners rounded to four places, as they are printed and stored."""
        return (round(self.x0, 4), round(self.y0, 4), round(self.x1, 4), round(self.y1, 4))


@dataclass(frozen=True, slots=True, order=True)
class PageRef:
    """One page of one delivered file."""

    file: str
    """SHA-256 of the file's content in lower-case hex; empty in a review without files."""
    page: int
    """Counted from 1 inside the file; a DOCX has page 1 only."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the case file, with the text that stands there.

    On an image or PDF page it is `page` and `box`; in a DOCX `block` and `chars` of the body
    (`box` is then None).  In a review without files `file` is empty, `page` 0 and `folio` is
    what the reviewer typed.
    """

    file: str
    page: int
    quote: str
    box: Box | None = None
    block: int | None = None
    """Index of the paragraph or table in the DOCX body, from 0."""
    chars: tuple[int, int] | None = None
    """Start and end (exclusive) of the quote in the text of `block`."""
    folio: str = ""
    """The 卷内页号 that reports cite, when known at the time the place was made."""

    @property
    def ref(self) -> PageRef:
        """Return the page that holds the place."""
        return PageRef(self.file, self.page)
