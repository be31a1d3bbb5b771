"""How pages are called: by 卷内页号 where there is one, else by file and page.

A typed 卷内页号 holds.  What the machine read in a corner is believed only where it runs on with
the pages around it: many documents number their own pages too.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from reviewer.model import PageRef, Place

_LEAST = 3
"""So many pages must run on with each other before a stamped number is believed."""


class Folioed(Protocol):
    """A page with the 卷内页号 that was read on it."""

    @property
    def ref(self) -> PageRef:
        """Return the page."""
        ...

    @property
    def folio(self) -> str:
        """Return the number; empty when none was read."""
        ...


@dataclass(frozen=True, slots=True)
class PageLabels:
    """The names of the pages of one case."""

    folios: Mapping[PageRef, str]
    paths: Mapping[str, str]

    def folio(self, ref: PageRef) -> str:
        """Return the 卷内页号 of a page; empty when it has none."""
        return self.folios.get(ref, "")

    def page(self, ref: PageRef) -> str:
        """Return what a page is called: `12`, or `案卷.pdf 第 3 页`."""
        folio = self.folio(ref)
        if folio:
            return folio
        name = PurePosixPath(self.paths.get(ref.file, "")).name
        # A Word file has no pages of its own: where they break depends on the computer.
        if not name or name.lower().endswith(".docx"):
            return name
        return f"{name} 第 {ref.page} 页"

    def place(self, place: Place) -> str:
        """Return the page of a place as reports cite it."""
        return place.folio if not place.file else self.page(place.ref) or place.folio


def make_labels(
    pages: Sequence[Folioed], typed: Mapping[tuple[str, int], str], paths: Mapping[str, str]
) -> PageLabels:
    """Return the names of `pages`, which come in the order of the case."""
    folios = believable(pages)
    folios.update({PageRef(*place): folio for place, folio in typed.items()})
    return PageLabels(folios, paths)


def believable(pages: Sequence[Folioed]) -> dict[PageRef, str]:
    """Return the read 卷内页号 that count on page by page, at least three with the same start.

    One start holds for the case, or a later one after inserted pages; the numbers rise.
    """
    starts = {at: int(page.folio) - at for at, page in enumerate(pages) if page.folio.isdigit()}
    counted = Counter(starts.values())
    found: dict[PageRef, str] = {}
    highest = 0
    for at, start in starts.items():
        number = int(pages[at].folio)
        if counted[start] >= _LEAST and number > highest:
            found[pages[at].ref] = str(number)
            highest = number
    return found
