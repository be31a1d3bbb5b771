"""Going to pages, places and items, and keeping the marks on the pages up to date."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from reviewer.model import Place, ProposalState
from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.commands import ReviewCommands
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.document_rows import EvidenceRow, unread
from reviewer.ui.workbench.finding import Finding
from reviewer.ui.workbench.item_rows import LOUD, proposals_of
from reviewer.ui.workbench.originals import Originals
from reviewer.ui.workbench.page_chars import PageChars
from reviewer.ui.workbench.page_marks import (
    fact_marks,
    first_place,
    found_marks,
    item_places,
    review_marks,
)
from reviewer.workspace.views import FactRow, Proposal, ReviewView


def absence_text(proposal: Proposal) -> str:
    """Return what the absence strip says: what was searched, and what is missing."""
    searched = "；".join(proposal.searched)
    if searched in proposal.message:
        return proposal.message
    return f"{'' if searched.startswith('已查') else '已查'}{searched}，{proposal.message}"


class Navigator(QObject):
    """Moves through pages and items of one tab."""

    page_shown = Signal(int)
    evidence_shown = Signal(str, object)  # item or veto, Place or None

    def __init__(self, desk: CaseDesk, bench: Bench, commands: ReviewCommands) -> None:
        super().__init__(desk)
        self._desk, self._bench, self._commands = desk, bench, commands
        self._canvas = bench.page.canvas
        self.finding = Finding(desk, bench.page)
        self.originals = Originals(desk, self._canvas)
        self._step = -1
        self.facts_on = False
        PageChars(desk, self._canvas)
        self._wire()

    def go(self, at: int) -> None:
        """Show a page."""
        self._canvas.go_to(at)

    def go_by(self, by: int) -> None:
        """Show the page after or before the one in view."""
        count = len(self._desk.index.pages) if self._desk.index else 0
        self.go(min(max(self._canvas.current + by, 0), count - 1))

    def go_typed(self, text: str) -> None:
        """Show the page whose name was typed."""
        at = self._desk.index.typed(text) if self._desk.index else -1
        if at >= 0:
            self.go(at)
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._desk.failed.emit(f"卷内没有第“{text}”页。", "可在左边“页面”栏按缩略图查找。")

    def go_unread(self, by: int) -> None:
        """Show the next or previous page that was never in view."""
        index = self._desk.index
        left = unread(index, self._desk.review) if index else ()
        here = self._canvas.current
        ahead = [i for i in left if (i > here if by > 0 else i < here)] or list(left)
        if ahead:
            self.go(ahead[0] if by > 0 else ahead[-1])

    def show_place(self, place: Place | None) -> None:
        """Bring a place on screen, if the case has its page."""
        index = self._desk.index
        spots = index.spots(place) if index and place else ()
        if spots:
            self._canvas.show_spot(spots[0])

    def point_at(self, place: Place) -> None:
        """Bring a place on screen and mark it, until an item or a search marks another."""
        self.finding.point_at(place)
        self.show_place(place)

    def show_item(self, item: str) -> None:
        """Make an item the current one and open the page that most likely proves it."""
        view = self._desk.review
        if view is None:
            return
        self._bench.right.setCurrentWidget(self._bench.checklist)
        self._bench.checklist.show_item(item)
        self._after_choice(view, item)

    def show_veto(self, veto: str) -> None:
        """Make a veto the current one and open its page."""
        view = self._desk.review
        if view is not None:
            self._bench.right.setCurrentWidget(self._bench.checklist)
            self._bench.checklist.open_veto(veto)
            self._after_choice(view, veto)

    def step_item(self, by: int, *, pending: bool = False) -> None:
        """Go to the item after or before, or to the next 待定."""
        found = self._bench.checklist.neighbour(by, pending=pending)
        if found:
            self.show_item(found)

    def next_evidence(self) -> None:
        """Show the next place of the current item."""
        view = self._desk.review
        places = item_places(view, self._bench.checklist.target) if view else ()
        if places:
            self._step = (self._step + 1) % len(places)
            self.show_place(places[self._step])
            self.evidence_shown.emit(self._bench.checklist.target, places[self._step])

    def show_tagged(self, item: str) -> None:
        """Open the item or veto whose margin tag was clicked; the page stays."""
        view = self._desk.review
        if view is None:
            return
        self._bench.right.setCurrentWidget(self._bench.checklist)
        if any(veto.id == item for veto in view.standard.vetoes):
            self._bench.checklist.open_veto(item)
        else:
            self._bench.checklist.show_item(item)
        self._show_absence(view, item)

    def show_evidence(self, row: EvidenceRow) -> None:
        """Show a row of the evidence list with its item."""
        self.show_tagged(row.item.split(" ")[0])
        self.show_place(row.place)

    def show_fact(self, row: FactRow) -> None:
        """Show where a fact stands."""
        if row.fact is not None:
            self.show_place(row.fact.place)

    def toggle_facts(self) -> None:
        """Colour the facts, or stop."""
        self.facts_on = not self.facts_on
        self._bench.page.bar.show_facts(self.facts_on)
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Draw the marks of the review, the facts and the search."""
        index, view = self._desk.index, self._desk.review
        if index is None:
            return
        marks = review_marks(view, index, self._bench.checklist.target) if view else ()
        facts = fact_marks(index.view.facts, index) if self.facts_on else ()
        self._canvas.show_marks([*facts, *found_marks(self.finding.places, index), *marks])

    def _wire(self) -> None:
        page, documents = self._bench.page, self._bench.documents
        pairs: tuple[tuple[Any, Callable[..., None]], ...] = (
            (self.finding.changed, self.refresh_marks),
            (self.finding.place_wanted, self.show_place),
            (page.page_typed, self.go_typed),
            (self._canvas.page_changed, self._on_page),
            (self._canvas.page_seen, self._on_seen),
            (self._canvas.item_wanted, self.show_tagged),
            (documents.page_wanted, self.go),
            (documents.unread_wanted, self._on_unread),
            (documents.facts.fact_wanted, self.show_fact),
            (documents.evidence.evidence_wanted, self.show_evidence),
            (self._bench.checklist.item_wanted, self.show_item),
            (self._bench.checklist.pane.cards.place_wanted, self.show_place),
            (self._bench.checklist.pane.step_wanted, self.step_item),
            (self._bench.checklist.vetoes.place_wanted, self.show_place),
            (self._bench.checklist.vetoes.veto_wanted, self.show_veto),
            (self._bench.explanation.item_wanted, self.show_item),
        )
        for signal, slot in pairs:
            signal.connect(slot)

    def _after_choice(self, view: ReviewView, item: str) -> None:
        self._step = 0
        self.show_place(first_place(view, item))
        self._show_absence(view, item)
        self.refresh_marks()
        self.evidence_shown.emit(item, first_place(view, item))

    def _show_absence(self, view: ReviewView, item: str) -> None:
        said = ""
        for proposal in proposals_of(view, item):
            absent = proposal.searched and not proposal.evidence and proposal.verdict in LOUD
            if absent and proposal.state is not ProposalState.REJECTED:
                said = absence_text(proposal)
                break
        self._bench.page.absence.show_absence(said)

    def _on_page(self, at: int) -> None:
        self._bench.documents.show_page(at)
        if self._desk.index is not None and at >= 0:
            self._bench.checklist.pane.cards.show_page(self._desk.index.name(at))
        self.page_shown.emit(at)

    def _on_seen(self, at: int) -> None:
        if self._desk.index is not None:
            self._commands.seen(self._desk.index.pages[at])

    def _on_unread(self) -> None:
        self.go_unread(1)
