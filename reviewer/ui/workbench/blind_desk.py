"""Blind review (盲评) in a case tab: lifts and covers pages, and does so for items with names."""

from PySide6.QtCore import QObject

from reviewer.model import Choice, PageRef, Place, VetoChoice
from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.navigator import Navigator
from reviewer.workspace.views import PageView, ReviewView

BLIND_ON = "盲评：开"


class BlindDesk(QObject):
    """Ties the strip over the page to the workspace."""

    def __init__(self, desk: CaseDesk, bench: Bench, navigator: Navigator) -> None:
        super().__init__(desk)
        self._desk, self._bench = desk, bench
        self._strip = bench.page.blind
        self._strip.lift_wanted.connect(self._on_lift)
        self._strip.cover_wanted.connect(self.cover)
        navigator.evidence_shown.connect(self._on_evidence)

    @property
    def actions(self) -> frozenset[str]:
        """Return the actions that can be done with the page in view."""
        found = {"page.lift"} if self._strip.may_lift else set()
        return frozenset(found | ({"page.cover"} if self._strip.may_cover else set()))

    def cover(self) -> None:
        """Cover the page in view again."""
        page, blind, case = self._page(), self._desk.workspace.blind, self._desk.case_id
        if page is not None:
            self._desk.arrange(lambda: blind.cover(case, page.ref), "已重新遮盖本页")

    def _lift(self, ref: PageRef, reason: str, said: str) -> None:
        blind, case = self._desk.workspace.blind, self._desk.case_id
        self._desk.arrange(lambda: blind.lift(case, ref, reason), said)

    def _on_lift(self, reason: str) -> None:
        page = self._page()
        if page is not None:
            self._lift(page.ref, reason, "已显示本页，理由已记入日志")

    def _on_evidence(self, item: str, place: Place | None) -> None:
        """Show the page that proves an item which cannot be judged without the names."""
        index, view = self._desk.index, self._desk.review
        if index is None or view is None or item not in index.view.named:
            self._strip.show_note("")
            return
        left = waits_for(view, index)
        if left:
            self._strip.show_note(
                f"{item} 须核对名称，排在最后：其余 {left} 项定后，自动显示其证据页"
            )
            return
        spots = index.spots(place) if place is not None else ()
        if not spots:
            self._strip.show_note(f"{item} 须核对名称：请转到有关的页，选“本页显示”")
            return
        self._strip.show_note("")
        page = index.pages[spots[0].index]
        if page.covers and not page.lifted and self._desk.may_change:
            reason = f"评查 {item}，须核对名称"
            self._lift(page.ref, reason, f"{item} 须核对名称，已显示其证据页并记入日志")

    def _page(self) -> PageView | None:
        index, at = self._desk.index, self._bench.page.canvas.current
        return index.pages[at] if index is not None and 0 <= at < len(index.pages) else None


def waits_for(view: ReviewView, index: CaseIndex) -> int:
    """Return how many items and vetoes are to be decided before those that need the names."""
    items = [
        one.id for one in view.standard.items if view.marks.of(one.id).choice is Choice.PENDING
    ]
    vetoes = [
        one.id
        for one in view.standard.vetoes
        if view.marks.of_veto(one.id).choice is VetoChoice.OPEN
    ]
    return sum(one not in index.view.named for one in (*items, *vetoes))
