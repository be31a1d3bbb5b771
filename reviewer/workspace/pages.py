"""Pages as a person sees them: pictures, characters, and the places that are marked on them.

Pictures are drawn in worker processes; every call may come from any thread.
"""

from collections.abc import Callable, Sequence
from uuid import UUID

from reviewer import intake
from reviewer.model import Box, FileKind, PageRef, Place
from reviewer.store import Store, cases
from reviewer.workspace import page_find
from reviewer.workspace.copies import Copies
from reviewer.workspace.page_labels import PageLabels
from reviewer.workspace.readings import case_pages
from reviewer.workspace.sheet_text import SheetText
from reviewer.workspace.sources import file_of, source_in_case
from reviewer.workspace.views import CharBox, PageImage


class Pages:
    """The pages of the cases."""

    def __init__(self, store: Store, copies: Copies, labels: Callable[[UUID], PageLabels]) -> None:
        self._store = store
        self._copies = copies
        self._labels = labels
        self._renderer = intake.Renderer()

    def warm_up(self) -> None:
        """Start the drawing processes now, so that the first page does not wait for them."""
        self._renderer.warm_up()

    def close(self) -> None:
        """End the drawing processes."""
        self._renderer.close()

    def image(
        self, case_id: UUID, ref: PageRef, sheet: int, width: int, turned: int = 0
    ) -> PageImage:
        """Return a page as a picture, upright and then turned clockwise by `turned`.

        Raises:
            UnreadableFile: the page is damaged or its original is gone.
        """
        source, page = source_in_case(self._store, case_id, ref)
        if source.kind is FileKind.DOCX:
            drawn = intake.render_sheet(self._text(case_id, ref).copy, sheet, width)
        else:
            drawn = self._renderer.render(source, ref.page, width, (page.turned + turned) % 360)
        return PageImage(drawn.width, drawn.height, drawn.rgb)

    def chars(self, case_id: UUID, ref: PageRef, sheet: int) -> tuple[CharBox, ...]:
        """Return the characters of a page in reading order, for selecting text."""
        source, page = source_in_case(self._store, case_id, ref)
        if source.kind is FileKind.DOCX:
            found = self._text(case_id, ref).chars(sheet)
        else:
            found = self._renderer.chars(source, ref.page, page.turned, page.lines)
        return tuple(CharBox(one.char, one.box, one.line) for one in found)

    def photos(self, case_id: UUID, ref: PageRef) -> tuple[intake.Photo, ...]:
        """Return the photos on a page; a Word file has no pages to look at.

        Raises:
            UnreadableFile: the page is damaged or its original is gone.
        """
        source, page = source_in_case(self._store, case_id, ref)
        if source.kind is FileKind.DOCX:
            return ()
        return self._renderer.photos(source, ref.page, page.turned)

    def find(self, case_id: UUID, text: str) -> tuple[Place, ...]:
        """Return the places of `text` in the case, blanks ignored, in order of the pages."""
        with self._store.snapshot() as session:
            pages = case_pages(session, cases.case(session, case_id))
        return page_find.find(pages, text)

    def place_of(self, case_id: UUID, ref: PageRef, sheet: int, box: Box) -> Place:
        """Return the place of a box drawn on a page, quoting the characters inside."""
        inside = [
            at for at, char in enumerate(self.chars(case_id, ref, sheet)) if _holds(box, char.box)
        ]
        if not self._is_docx(case_id, ref):
            quote = self._quote(case_id, ref, sheet, inside)
            return Place(ref.file, ref.page, quote, box, folio=self._folio(case_id, ref))
        return self._sheet_place(case_id, ref, sheet, inside)

    def place_of_chars(
        self, case_id: UUID, ref: PageRef, sheet: int, first: int, last: int
    ) -> Place:
        """Return the place of the characters from `first` to `last`, both included."""
        chosen = range(first, last + 1)
        if self._is_docx(case_id, ref):
            return self._sheet_place(case_id, ref, sheet, chosen)
        chars = self.chars(case_id, ref, sheet)[first : last + 1]
        box = chars[0].box if chars else None
        for char in chars:
            box = char.box if box is None else box.union(char.box)
        quote = "".join(char.char for char in chars)
        return Place(ref.file, ref.page, quote, box, folio=self._folio(case_id, ref))

    def boxes_of(self, case_id: UUID, place: Place) -> tuple[tuple[int, Box], ...]:
        """Return where a place is to be marked: boxes with their page or sheet."""
        if place.box is not None:
            return ((place.page, place.box),)
        if not place.file or place.block is None or not self._is_docx(case_id, place.ref):
            return ()
        return self._text(case_id, place.ref).boxes(place.block, place.chars)

    def label(self, case_id: UUID, place: Place) -> str:
        """Return the page of a place as reports cite it."""
        return self._labels(case_id).place(place)

    def _text(self, case_id: UUID, ref: PageRef) -> SheetText:
        with self._store.snapshot() as session:
            file = file_of(cases.case(session, case_id), ref.file)
        return self._copies.of(file)

    def _is_docx(self, case_id: UUID, ref: PageRef) -> bool:
        with self._store.snapshot() as session:
            case = cases.case(session, case_id)
        return any(f.sha256 == ref.file and f.kind is FileKind.DOCX for f in case.files)

    def _quote(self, case_id: UUID, ref: PageRef, sheet: int, chosen: Sequence[int]) -> str:
        chars = self.chars(case_id, ref, sheet)
        return "".join(chars[at].char for at in chosen)

    def _sheet_place(self, case_id: UUID, ref: PageRef, sheet: int, chosen: Sequence[int]) -> Place:
        text = self._text(case_id, ref)
        return text.place(ref, sheet, chosen, self._folio(case_id, ref))

    def _folio(self, case_id: UUID, ref: PageRef) -> str:
        return self._labels(case_id).folio(ref)


def _holds(box: Box, part: Box) -> bool:
    x, y = (part.x0 + part.x1) / 2, (part.y0 + part.y1) / 2
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
