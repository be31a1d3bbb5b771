"""Where a case tab stands, as JSON, and going back there.

A state may come from another version or another hand: what does not fit is left out.
"""

from typing import Any

from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.navigator import Navigator
from reviewer.ui.workbench.page_layout import Fit, Zoom


class TabMemory:
    """Says where the tab stands, and takes up what was kept as soon as it can."""

    def __init__(self, desk: CaseDesk, bench: Bench, navigator: Navigator) -> None:
        self._desk, self._bench, self._navigator = desk, bench, navigator
        self._kept: dict[str, Any] = {}

    @property
    def names_tab(self) -> bool:
        """Whether the kept state says which tab of the documents was open."""
        return "tab" in self._kept

    def state(self) -> dict[str, Any]:
        """Return item, page, zoom, scroll, tab and panel widths."""
        bench, canvas = self._bench, self._bench.page.canvas
        page, offset = canvas.position()
        return {
            "item": bench.checklist.item,
            "page": page,
            "offset": round(offset, 4),
            "fit": canvas.zoom.fit.name,
            "zoom": canvas.zoom.factor,
            "tab": bench.documents.tab,
            "panels": bench.widths(),
            "facts": self._navigator.facts_on,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to where the tab stood; before the case was read, as soon as it is."""
        self._kept = dict(state)
        self._restore_bench(state)
        self.stand()

    def stand(self) -> None:
        """Take up what is left of the kept state, as far as case and review are there."""
        page, bench = self._kept.get("page"), self._bench
        if self._desk.index is not None and self._desk.index.pages and isinstance(page, int):
            offset = self._kept.get("offset", 0.0)
            bench.page.canvas.restore_position(page, float(offset))
            self._kept.pop("page")
        item = self._kept.get("item")
        if self._desk.review is not None and isinstance(item, str):
            bench.checklist.show_item(item)
            self._kept.pop("item")

    def _restore_bench(self, state: dict[str, Any]) -> None:
        """Take up what needs neither case nor review: widths, tab, zoom, coloured facts."""
        bench, navigator = self._bench, self._navigator
        panels = state.get("panels")
        if isinstance(panels, dict):
            bench.restore_widths(panels)
        tab = state.get("tab")
        if isinstance(tab, int) and 0 <= tab < len(bench.documents.lists):
            bench.documents.show_tab(tab)
        fit = Fit.__members__.get(str(state.get("fit")))
        if fit is not None:
            factor = state.get("zoom")
            bench.page.canvas.set_zoom(Zoom(fit, factor if isinstance(factor, float) else 1.0))
        if state.get("facts") and not navigator.facts_on:
            navigator.toggle_facts()
