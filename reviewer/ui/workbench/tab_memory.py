"""Where a case tab stands, as JSON, and going back there.

A state may come from another version or another hand: what does not fit is left out.
"""

from typing import Any

from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.navigator import Navigator
from reviewer.ui.workbench.page_layout import Fit, Zoom


def state_of(bench: Bench, navigator: Navigator) -> dict[str, Any]:
    """Return item, page, zoom, scroll, tab and panel widths."""
    canvas = bench.page.canvas
    page, offset = canvas.position()
    return {
        "item": bench.checklist.item,
        "page": page,
        "offset": round(offset, 4),
        "fit": canvas.zoom.fit.name,
        "zoom": canvas.zoom.factor,
        "tab": bench.documents.tab,
        "panels": bench.widths(),
        "facts": navigator.facts_on,
    }


def restore_bench(bench: Bench, navigator: Navigator, state: dict[str, Any]) -> None:
    """Take up what needs neither case nor review: widths, tab, zoom, coloured facts."""
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
