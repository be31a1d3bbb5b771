"""Where things stand in a case: pages by position, document and name; places by page and box.

Positions (`index`) count the sheets of `CaseView.pages` from 0; names are what a reviewer reads,
the 卷内页号 where there is one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.model import Box, Document, PageRef, Place
from reviewer.ui.workbench.words import spans
from reviewer.workspace.views import CaseView, PageView


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one page: its position in the case, and the box if one is known."""

    index: int
    box: Box | None


_BY_POSITION = "序"
"""Before the position of a page that has no 卷内页号 in a case where others have one."""


class CaseIndex:
    """Answers about one `CaseView`; `boxes` resolves places in DOCX files."""

    def __init__(
        self, view: CaseView, boxes: Mapping[Place, tuple[tuple[int, Box], ...]] | None = None
    ) -> None:
        self.view = view
        self._boxes = boxes if boxes is not None else {}
        self._sheets = {(page.ref, page.sheet): i for i, page in enumerate(view.pages)}
        self._refs: dict[PageRef, int] = {}
        self._documents: dict[int, list[int]] = {}
        for i, page in enumerate(view.pages):
            self._refs.setdefault(page.ref, i)
            self._documents.setdefault(page.document, []).append(i)
        self._by_folio = {page.folio: i for i, page in reversed(list(enumerate(view.pages)))}
        self._by_folio.pop("", None)

    @property
    def pages(self) -> tuple[PageView, ...]:
        """Return the pages of the case in order."""
        return self.view.pages

    def find(self, ref: PageRef, sheet: int) -> int:
        """Return the position of a sheet; -1 when the case has none such."""
        return self._sheets.get((ref, sheet), -1)

    def name(self, index: int) -> str:
        """Return how a page is called: its 卷内页号, or its position."""
        folio = self.pages[index].folio
        if folio:
            return folio
        return f"{_BY_POSITION}{index + 1}" if self._by_folio else str(index + 1)

    def chip(self, index: int) -> str:
        """Return what a page chip says, such as 47 页."""
        return chip_text(self.name(index))

    def typed(self, text: str) -> int:
        """Return the position of the page typed as `text`; -1 when there is none."""
        text = text.strip().removeprefix("第").removesuffix("页").strip()
        if text in self._by_folio:
            return self._by_folio[text]
        text = text.removeprefix(_BY_POSITION)
        number = int(text) if text.isascii() and text.isdigit() else 0
        return number - 1 if 1 <= number <= len(self.pages) else -1

    def of_document(self, document: Document) -> tuple[int, ...]:
        """Return the positions of the pages of `document`."""
        pages = tuple(self._refs[ref] for ref in document.pages if ref in self._refs)
        # Sheets of a DOCX know their document; a page of a PDF may be shared and know but one.
        own = self._documents.get(document.id, ()) if document.blocks is not None else ()
        return tuple(own) or pages

    def document_at(self, index: int) -> Document | None:
        """Return the document that a page belongs to."""
        wanted = self.pages[index].document
        return next((d for d in self.view.reading.documents if d.id == wanted), None)

    def loose(self) -> tuple[int, ...]:
        """Return the positions of pages that belong to no document."""
        return tuple(self._documents.get(-1, ()))

    def span(self, positions: Sequence[int]) -> str:
        """Return the range of pages as a list shows it, such as 46–48."""
        names = [self.name(i) for i in positions]
        counted = [int(n.removeprefix(_BY_POSITION)) for n in names if n.startswith(_BY_POSITION)]
        printed = [name for name in names if name.isascii() and name.isdigit()]
        others = [n for n in names if n not in printed and not n.startswith(_BY_POSITION)]
        parts = [spans(int(name) for name in printed), *others]
        if counted:
            # Before each: in 序2、23 the second would read like a 卷内页号.
            parts += [_BY_POSITION + part for part in spans(counted).split("、")]
        return "、".join(part for part in parts if part)

    def is_counted(self, index: int) -> bool:
        """Return whether a page has no 卷内页号 in a case where others have one."""
        return self.name(index).startswith(_BY_POSITION)

    def spots(self, place: Place) -> tuple[Spot, ...]:
        """Return where `place` stands; empty for a place that is only a 卷内页号."""
        if place.block is not None:
            found = [
                Spot(self.find(place.ref, sheet), box) for sheet, box in self._boxes.get(place, ())
            ]
            found = [spot for spot in found if spot.index >= 0]
            if found:
                return tuple(found)
        index = self._refs.get(place.ref, -1)
        return (Spot(index, place.box),) if index >= 0 else ()

    def label(self, place: Place) -> str:
        """Return the name of the page of `place`; empty when it is unknown."""
        spots = self.spots(place)
        return self.name(spots[0].index) if spots else place.folio

    def labels(self, places: Iterable[Place]) -> tuple[str, ...]:
        """Return the names of the pages of `places`, each once, in their order."""
        return tuple(dict.fromkeys(label for p in places if (label := self.label(p))))


def chip_text(name: str) -> str:
    """Return what a chip says for the page called `name`."""
    return name if name.startswith(_BY_POSITION) else f"{name} 页"


def unresolved(places: Iterable[Place], known: Mapping[Place, object]) -> tuple[Place, ...]:
    """Return the places in DOCX files whose boxes are not known yet."""
    return tuple({p: None for p in places if p.block is not None and p.file and p not in known})
