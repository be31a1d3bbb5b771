"""What the reviewer wants, put into the terms of the workspace.

One short method for each wish; none waits, each becomes a job of the desk.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import QObject

from reviewer.model import (
    Answer,
    Box,
    Choice,
    Correction,
    CorrectionKind,
    FactValue,
    Occurrence,
    PageRef,
    Place,
    VetoChoice,
    VetoMark,
)
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.ports import PagesPort, ReviewsPort
from reviewer.workspace.views import FactRow, PageView, Proposal, ReviewView

MakePlace = Callable[[PagesPort], Place]


class ReviewCommands(QObject):
    """Changes of the open review."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def choose(self, item: str, choice: Choice, absence: str = "", note: str = "") -> None:
        """Decide about an item."""
        self._desk.change(lambda r, rid: r.choose(rid, item, choice, absence, note))

    def add_occurrence(self, item: str, clause: str, reason: str) -> None:
        """Add a deduction; the item becomes 不符合 with it."""
        self._desk.change(lambda r, rid: r.add_occurrence(rid, item, clause, 1, reason))

    def change_occurrence(self, item: str, occurrence: UUID, changes: dict[str, Any]) -> None:
        """Change count, reason or ratio of a deduction."""
        self._desk.change(lambda r, rid: r.change_occurrence(rid, item, occurrence, **changes))

    def remove_occurrence(self, item: str, occurrence: UUID) -> None:
        """Remove a deduction."""
        self._desk.change(lambda r, rid: r.remove_occurrence(rid, item, occurrence))

    def remove_place(self, item: str, occurrence: UUID | None, place: Place) -> None:
        """Take a place away from a deduction, or from the evidence of an item."""
        if occurrence is None:
            self._desk.change(lambda r, rid: r.remove_evidence(rid, item, place))
            return
        found = self._occurrence(item, occurrence)
        if found is not None:
            places = tuple(p for p in found.places if p != place)
            self.change_occurrence(item, occurrence, {"places": places})

    def add_places(self, item: str, occurrence: UUID | None, makes: Sequence[MakePlace]) -> None:
        """Add places, as one change, to a deduction, to a veto, or to the evidence of an item."""
        view = self._desk.review
        if view is None:
            self._desk.change(_unchanged)
        elif any(veto.id == item for veto in view.standard.vetoes):
            pages = self._desk.workspace.pages
            self._change_places(item, lambda places: (*places, *(make(pages) for make in makes)))
        else:
            self._add_to_item(item, occurrence, makes)

    def remove_veto_place(self, veto: str, place: Place) -> None:
        """Take a place away from a veto."""
        self._change_places(veto, lambda places: tuple(p for p in places if p != place))

    def _change_places(
        self, veto: str, edit: Callable[[tuple[Place, ...]], tuple[Place, ...]]
    ) -> None:
        def work(reviews: ReviewsPort, review_id: UUID) -> ReviewView:
            # Read here: a reason typed just before may still be on its way to the window.
            mark = reviews.view(review_id).marks.of_veto(veto)
            return reviews.set_veto(review_id, veto, mark.choice, mark.reason, edit(mark.places))

        self._desk.change(work)

    def _add_to_item(self, item: str, occurrence: UUID | None, makes: Sequence[MakePlace]) -> None:
        found = self._occurrence(item, occurrence) if occurrence else None
        pages = self._desk.workspace.pages
        if found is None:
            self._desk.change(
                lambda r, rid: r.add_evidence(rid, item, *(make(pages) for make in makes))
            )
            return
        self._desk.change(
            lambda r, rid: r.change_occurrence(
                rid, item, found.id, places=(*found.places, *(make(pages) for make in makes))
            )
        )

    def answer(self, proposal: Proposal, answer: Answer) -> None:
        """Accept or reject a proposal."""
        self._desk.change(lambda r, rid: r.answer(rid, proposal.key, proposal.item, answer))

    def set_veto(self, veto: str, choice: VetoChoice, reason: str = "") -> None:
        """Decide about a veto; a hit takes reason and places from the machine's hint."""
        view = self._desk.review
        if view is None:
            return
        mark = veto_answer(view, veto, choice, reason)
        self._desk.change(
            lambda r, rid: r.set_veto(rid, veto, mark.choice, mark.reason, mark.places)
        )

    def exclude_vetoes(self) -> None:
        """Exclude every open veto without a hint."""
        self._desk.change(lambda r, rid: r.exclude_open_vetoes(rid))

    def set_bonus(self, bonus: str, points: Decimal | None) -> None:
        """Give points for a bonus, or take them away."""
        self._desk.change(lambda r, rid: r.set_bonus(rid, bonus, points))

    def set_text(self, name: str, text: str) -> None:
        """Keep one of the closing texts."""
        view = self._desk.review
        if view is not None and view.texts.get(name, "") != text:
            self._desk.change(lambda r, rid: r.set_text(rid, name, text))

    def seen(self, page: PageView) -> None:
        """Note that a page was in view long enough to count as read."""
        view = self._desk.review
        if view is not None and self._desk.may_change and (page.ref, page.sheet) not in view.seen:
            self._desk.change(lambda r, rid: r.seen(rid, page.ref, page.sheet), by_hand=False)

    def sign(self) -> None:
        """Sign off."""
        self._desk.change(lambda r, rid: r.sign(rid))

    def correct(self, correction: Correction) -> None:
        """Cover what the machine read; the case is checked again."""
        self._desk.change(lambda r, rid: r.correct(rid, correction), recheck=True)

    def correct_fact(self, row: FactRow, value: FactValue | None) -> None:
        """Set, or take away, the value of a fact."""
        self.correct(fact_correction(row, value, None, self._type_of(row)))

    def correct_fact_at(self, row: FactRow, value: FactValue, make: MakePlace) -> None:
        """Set the value of a fact that was drawn on the page."""
        pages, type_ = self._desk.workspace.pages, self._type_of(row)
        self._desk.change(
            lambda r, rid: r.correct(rid, fact_correction(row, value, make(pages), type_)),
            recheck=True,
        )

    def assign_type(self, pages: tuple[PageRef, ...], code: str) -> None:
        """Say that `pages` are one document of type `code`; an empty code: of none."""
        kind = CorrectionKind.DOCUMENT if code else CorrectionKind.NOT_A_DOCUMENT
        self.correct(Correction(uuid4(), kind, pages=pages, type=code))

    def _type_of(self, row: FactRow) -> str:
        index = self._desk.index
        if index is None or row.fact is None:
            return ""
        documents = index.view.reading.documents
        return next((d.type for d in documents if d.id == row.fact.document), "")

    def _occurrence(self, item: str, occurrence: UUID) -> Occurrence | None:
        view = self._desk.review
        if view is None:
            return None
        return next((o for o in view.marks.of(item).occurrences if o.id == occurrence), None)


def box_place(case_id: UUID, page: PageView, box: Box) -> MakePlace:
    """Return how the place of a box drawn on `page` is made."""
    return lambda pages: pages.place_of(case_id, page.ref, page.sheet, box)


def chars_place(case_id: UUID, page: PageView, first: int, last: int) -> MakePlace:
    """Return how the place of the characters `first` to `last` of `page` is made."""
    return lambda pages: pages.place_of_chars(case_id, page.ref, page.sheet, first, last)


def folio_place(folio: str) -> MakePlace:
    """Return how a typed 卷内页号 becomes a place, in a review without files."""
    return lambda _pages: Place("", 0, "", folio=folio)


def fact_correction(
    row: FactRow, value: FactValue | None, place: Place | None, type_: str
) -> Correction:
    """Return the correction that covers `row` with `value`; None says that there is none."""
    old = row.fact.value if row.fact else None
    kind = CorrectionKind.NO_FACT if value is None else CorrectionKind.FACT
    return Correction(
        uuid4(), kind, type=type_, key=row.key, value=value, replaces=old, place=place
    )


def veto_answer(view: ReviewView, veto: str, choice: VetoChoice, reason: str) -> VetoMark:
    """Return the mark of a veto after `choice`, filled from its proposals where it is empty."""
    mark = view.marks.of_veto(veto)
    proposals = [p for p in view.proposals if p.item == veto and p.evidence]
    places = mark.places
    if choice is VetoChoice.HIT and not places and proposals:
        places = proposals[0].evidence
    said = reason or mark.reason
    if choice is VetoChoice.HIT and not said and proposals:
        said = proposals[0].message
    return VetoMark(veto, choice, said, places)


def _unchanged(reviews: Any, review_id: UUID) -> ReviewView:
    view: ReviewView = reviews.view(review_id)
    return view
