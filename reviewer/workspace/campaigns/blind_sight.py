"""What is seen of cases at this desk, where a blind review (盲评) hides some: views, text, pages.

Everything that the window asks goes through these; what the program does by itself does not.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from reviewer.campaign.hidden_names import MASK, spans
from reviewer.campaign.masks import Covering, covering, still_covered
from reviewer.campaign.volume_numbers import volume_no
from reviewer.errors import Refused
from reviewer.model import Box, Case, PageRef, Place
from reviewer.store import Store, cases
from reviewer.workspace.campaigns.blind_views import hidden_row, hidden_view
from reviewer.workspace.campaigns.blinding import Blindfold, Blinding
from reviewer.workspace.cases import Cases
from reviewer.workspace.copies import Copies
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.originals import Originals
from reviewer.workspace.page_labels import PageLabels
from reviewer.workspace.pages import Pages
from reviewer.workspace.readings import Readings, case_pages
from reviewer.workspace.views import CaseRow, CaseView, CharBox, RemovedCase

_PART = 0.2
"""Of a place: when that much of it lies under a cover, the place is covered."""
Boxes = dict[tuple[PageRef, int], list[Box]]


class Covers:
    """Knows the covers of the cases that are hidden here."""

    def __init__(self, store: Store, blinding: Blinding) -> None:
        self._store, self._blinding = store, blinding
        self._known: dict[UUID, tuple[object, Covering]] = {}

    def fold(self, case: UUID) -> Blindfold | None:
        """Return what hides a case here."""
        return self._blinding.of(case)

    def left(self, fold: Blindfold) -> Covering:
        """Return the covers that are left after the lifted pages."""
        key = (fold.run.key, fold.names)
        known = self._known.get(fold.case)
        if known is None or known[0] != key:
            with self._store.snapshot() as session:
                pages = case_pages(session, cases.case(session, fold.case))
            known = (key, covering(fold.run.reading, pages, fold.names))
            # A new mapping: another thread may be reading the old one.
            self._known = {**self._known, fold.case: known}
        return still_covered(known[1], fold.lifts, fold.case, fold.person)


class SeenPages(Pages):
    """Pages of which covered characters are neither found nor told."""

    def __init__(
        self,
        store: Store,
        copies: Copies,
        labels: Callable[[UUID], PageLabels],
        covers: Covers,
    ) -> None:
        super().__init__(store, copies, labels)
        self._covers = covers

    def chars(self, case_id: UUID, ref: PageRef, sheet: int) -> tuple[CharBox, ...]:
        """Return the characters of a page; covered ones keep their place and tell nothing."""
        found = super().chars(case_id, ref, sheet)
        fold = self._covers.fold(case_id)
        if fold is None or any(one.ref == ref for one in fold.lifts):
            return found
        boxes = self.boxes_over(fold).get((ref, sheet), [])
        text = "".join(one.char for one in found)
        named = {at for span in spans(text, fold.names) for at in range(span.start, span.end)}
        return tuple(
            replace(one, char="")
            if at in named or any(_lies_in(one.box, box) for box in boxes)
            else one
            for at, one in enumerate(found)
        )

    def find(self, case_id: UUID, text: str) -> tuple[Place, ...]:
        """Return the places of `text` that are not covered."""
        found = super().find(case_id, text)
        fold = self._covers.fold(case_id)
        if fold is None:
            return found
        covers = [one.place for one in self._covers.left(fold).covers]
        return tuple(one for one in found if not any(_hides(cover, one) for cover in covers))

    def place_of_chars(
        self, case_id: UUID, ref: PageRef, sheet: int, first: int, last: int
    ) -> Place:
        """Return the place of characters, its quote without the names."""
        place = super().place_of_chars(case_id, ref, sheet, first, last)
        return self._unnamed(case_id, place)

    def place_of(self, case_id: UUID, ref: PageRef, sheet: int, box: Box) -> Place:
        """Return the place of a drawn box, its quote without the names."""
        return self._unnamed(case_id, super().place_of(case_id, ref, sheet, box))

    def boxes_over(self, fold: Blindfold) -> Boxes:
        """Return the boxes of one case, by page and sheet."""
        found: Boxes = defaultdict(list)
        for cover in self._covers.left(fold).covers:
            for sheet, box in self.boxes_of(fold.case, cover.place):
                found[cover.place.ref, sheet].append(box)
        return found

    def _unnamed(self, case_id: UUID, place: Place) -> Place:
        fold = self._covers.fold(case_id)
        lifted = fold is None or any(one.ref == place.ref for one in fold.lifts)
        return place if fold is None or lifted else fold.place(place)


class SeenCases(Cases):
    """The cases as who sits here sees them."""

    def __init__(
        self,
        store: Store,
        readings: Readings,
        copies: Copies,
        knowledge: Knowledge,
        blinding: Blinding,
        pages: SeenPages,
    ) -> None:
        super().__init__(store, readings, copies, knowledge)
        self._blinding, self._drawn = blinding, pages

    def rows(self) -> tuple[CaseRow, ...]:
        """Return the table of cases; hidden ones go by their 卷号."""
        names = self._blinding.hidden()
        return tuple(
            hidden_row(row, names[row.id]) if row.id in names else row for row in super().rows()
        )

    def removed(self) -> tuple[RemovedCase, ...]:
        """Return the cases that were taken out of the table."""
        names = self._blinding.hidden()
        return tuple(
            replace(one, title=volume_no(one.id), unit=MASK, party=MASK if one.party else "")
            if one.id in names
            else one
            for one in super().removed()
        )

    def rename(self, case_id: UUID, **fields: str) -> Case:
        """Set the names of a case.

        Raises:
            Refused: the case is hidden here: what is not seen cannot be set.
        """
        if self._blinding.of(case_id) is not None:
            raise Refused("盲评期间不能改案卷信息。", "请在合议或者定案以后再改。")
        return super().rename(case_id, **fields)

    def view(self, case_id: UUID, review_id: UUID | None = None) -> CaseView:
        """Return a case with everything read in it, without names where it is hidden here."""
        view = super().view(case_id, review_id)
        fold = self._blinding.of(case_id)
        if fold is None:
            return view
        boxes = self._drawn.boxes_over(fold)
        lifted = {one.ref: one.reason for one in fold.lifts}
        hidden = hidden_view(view, fold)
        pages = (
            replace(
                page,
                covers=tuple(boxes.get((page.ref, page.sheet), ())),
                lifted=lifted.get(page.ref, ""),
            )
            for page in hidden.pages
        )
        return replace(hidden, pages=tuple(pages))


class SeenOriginals(Originals):
    """Originals that are not handed out while their case is hidden: they bear no covers."""

    def __init__(self, store: Store, blinding: Blinding) -> None:
        super().__init__(store)
        self._blinding = blinding

    def copy_of(self, case_id: UUID, ref: PageRef) -> Path:
        """Return a read-only copy of the file that holds a page.

        Raises:
            Refused: the case is hidden here.
        """
        if self._blinding.of(case_id) is not None:
            raise Refused(
                "盲评期间不打开原件，原件上没有遮盖。",
                "需要看本页的，请在页面上方选“本页显示”并写明理由。",
            )
        return super().copy_of(case_id, ref)


def _lies_in(box: Box, cover: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return cover.x0 <= x <= cover.x1 and cover.y0 <= y <= cover.y1


def _hides(cover: Place, place: Place) -> bool:
    if cover.ref != place.ref:
        return False
    if cover.box is None or place.box is None:
        return cover.block is not None and cover.block == place.block and _overlap(cover, place)
    wide = min(cover.box.x1, place.box.x1) - max(cover.box.x0, place.box.x0)
    high = min(cover.box.y1, place.box.y1) - max(cover.box.y0, place.box.y0)
    area = (place.box.x1 - place.box.x0) * (place.box.y1 - place.box.y0)
    return wide > 0 and high > 0 and (area <= 0 or wide * high >= _PART * area)


def _overlap(cover: Place, place: Place) -> bool:
    a: Sequence[int] = cover.chars or (0, 1 << 30)
    b: Sequence[int] = place.chars or (0, 1 << 30)
    return a[0] < b[1] and b[0] < a[1]
