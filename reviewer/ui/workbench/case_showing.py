"""Showing what the desk holds: the case, its review, and the place that somebody asked for."""

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.model import Place
from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.case_bar import CaseBar
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.documents_panel import DOCUMENTS, FACTS
from reviewer.ui.workbench.navigator import Navigator
from reviewer.ui.workbench.places import Places
from reviewer.ui.workbench.tab_memory import TabMemory
from reviewer.workspace.views import ReviewView

_LOOK_AGAIN = 5000  # ms: while text is recognised, results slip into the lists


class CaseShowing(QObject):
    """Hands the case and the review of one tab to its parts when they change."""

    titled = Signal(str)  # the case came, perhaps under another name
    told = Signal(str)  # for the status row

    def __init__(
        self,
        desk: CaseDesk,
        bench: Bench,
        bar: CaseBar,
        places: Places,
        navigator: Navigator,
        memory: TabMemory,
    ) -> None:
        super().__init__(desk)
        self._desk, self._bench, self._bar = desk, bench, bar
        self._places, self._navigator, self._memory = places, navigator, memory
        self._wanted: Place | None = None
        self.reading = QTimer(self)
        self.reading.setInterval(_LOOK_AGAIN)
        self.reading.timeout.connect(self.look_again)
        desk.case_changed.connect(self._on_case)
        desk.review_changed.connect(self._on_review)

    def show_place(self, place: Place) -> None:
        """Show a place on its page and mark it; before the case was read, as soon as it is."""
        self._wanted = place
        if self._desk.index is not None:
            self._show_wanted()

    def look_again(self) -> None:
        """Read the case again while it is seen, for what was recognised meanwhile."""
        if self._desk.is_shown:
            self._desk.reload()

    def _show_wanted(self) -> None:
        place, self._wanted = self._wanted, None
        if place is not None:
            self._places.show_bench()
            # Only after the tab has its size does the page know what is on screen.
            QTimer.singleShot(0, self, lambda: self._navigator.point_at(place))

    def _on_case(self, index: CaseIndex) -> None:
        case = index.view.case
        self._bench.images.show_case(index)
        self._bar.show_case(index)
        self._bench.page.show_case(index)
        self._bench.set_paper(not index.pages)
        self._bench.documents.show_case(index, self._desk.review)
        self._navigator.refresh_marks()
        self.titled.emit(case.case_no or case.title)
        if index.view.read.done < index.view.read.total:
            self.reading.start()
        else:
            self.reading.stop()
        self._memory.stand()
        self._show_wanted()

    def _on_review(self, view: ReviewView) -> None:
        index = self._desk.index
        if index is None:
            return
        first = self._bench.is_fresh
        self._bar.show_review(view)
        self._bench.checklist.show_review(view, index)
        self._bench.explanation.show_review(view)
        self._bench.documents.show_case(index, view)
        self._navigator.refresh_marks()
        if first:
            self._bench.show_checklist()
            if not self._memory.names_tab:
                self._bench.documents.show_tab(DOCUMENTS if index.pages else FACTS)
            self.told.emit(f"标准：{view.standard.name} {view.standard.version}")
            self._memory.stand()
