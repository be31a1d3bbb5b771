"""Finding words in the case: the search, its places, and going from one to the next."""

from PySide6.QtCore import QObject, Qt, Signal

from reviewer.model import Place
from reviewer.progress import Progress
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.page_panel import PagePanel


class Finding(QObject):
    """Searches one case; holds the places until another search, or none."""

    changed = Signal()  # other places are to be marked
    place_wanted = Signal(object)  # Place

    def __init__(self, desk: CaseDesk, page: PagePanel) -> None:
        super().__init__(desk)
        self._desk, self._page, self._bar = desk, page, page.find_bar
        self.places: tuple[Place, ...] = ()
        self.at = -1
        self._bar.find_wanted.connect(self.find)
        self._bar.step_wanted.connect(self.step)
        self._bar.closed.connect(self._on_closed)

    def open(self) -> None:
        """Open the find bar."""
        self._bar.open()

    def find(self, text: str) -> None:
        """Find `text` in the case."""
        case_id, pages = self._desk.case_id, self._desk.workspace.pages

        def work(_progress: Progress) -> tuple[Place, ...]:
            return pages.find(case_id, text)

        self._desk.start(work).succeeded.connect(self._on_found)

    def step(self, by: int) -> None:
        """Show the next or previous place that was found."""
        if self.places:
            self.at = (self.at + by) % len(self.places)
            self.place_wanted.emit(self.places[self.at])
            self._bar.show_count(self.at, len(self.places))

    def point_at(self, place: Place) -> None:
        """Mark one place as if it had been found."""
        self.places, self.at = (place,), 0
        self.changed.emit()

    def _on_found(self, places: tuple[Place, ...]) -> None:
        self.places = places
        self.at = -1
        self.changed.emit()
        self._bar.show_count(0, len(places))
        self.step(1)

    def _on_closed(self) -> None:
        self._bar.hide()
        self.places = ()
        self.changed.emit()
        self._page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
