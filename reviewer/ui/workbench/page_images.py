"""Pictures of pages: asked for behind the window, kept while there is room.

Each client says what it wants now, most wanted first; what nobody wants any more is never
rendered.  One picture is made at a time, so that a wish is never older than one page.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from reviewer.progress import Progress
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.workspace.views import PageImage

THUMBNAIL = 160
"""Device pixels: wide enough for the lists at 200 %, and for the blurred page that comes first."""
_ROOM = 160 * 1024 * 1024  # bytes of sharp pages; thumbnails of a case are kept all


@dataclass(frozen=True, slots=True)
class Wanted:
    """One picture: position of the page, width in device pixels, turn clockwise."""

    index: int
    width: int
    turned: int = 0


class PageImages(QObject):
    """Hands out pictures that are there and fetches those that are wanted."""

    arrived = Signal(int)  # position of the page

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._index: CaseIndex | None = None
        self._sharp: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._small: dict[Wanted, QPixmap] = {}
        self._broken: set[Wanted] = set()
        self._wishes: dict[str, tuple[Wanted, ...]] = {}
        self._flying: Wanted | None = None
        self._used = 0

    def show_case(self, index: CaseIndex) -> None:
        """Take the pages of `index`; pictures stay when the pages are the same."""
        old = self._index
        self._index = index
        if old is None or [p.ref for p in old.pages] != [p.ref for p in index.pages]:
            self._sharp.clear()
            self._small.clear()
            self._broken.clear()
            self._used = 0

    def want(self, client: str, wishes: Sequence[Wanted]) -> None:
        """Replace what `client` wants, the most wanted first."""
        self._wishes[client] = tuple(wishes)
        self._fetch()

    def wake(self) -> None:
        """Go on fetching when the tab is shown again."""
        self._fetch()

    def sharp(self, wanted: Wanted) -> QPixmap | None:
        """Return the picture in exactly this width, if it is there."""
        found = self._sharp.get(wanted)
        if found is not None:
            self._sharp.move_to_end(wanted)
            return found
        return self._small.get(wanted)

    def nearest(self, wanted: Wanted) -> QPixmap | None:
        """Return any picture of the same page and turn, the widest there is."""
        same = [
            (key.width, pixmap)
            for store in (self._sharp, self._small)
            for key, pixmap in store.items()
            if (key.index, key.turned) == (wanted.index, wanted.turned)
        ]
        return max(same, key=lambda pair: pair[0])[1] if same else None

    def is_broken(self, wanted: Wanted) -> bool:
        """Return whether the page could not be rendered."""
        return wanted in self._broken

    def _fetch(self) -> None:
        if self._flying is not None or self._index is None or not self._desk.is_shown:
            return
        wanted = next(
            (w for wishes in self._wishes.values() for w in wishes if self._lacks(w)), None
        )
        if wanted is None:
            return
        self._flying = wanted
        page = self._index.pages[wanted.index]
        case_id, pages = self._desk.case_id, self._desk.workspace.pages

        def render(_progress: Progress) -> PageImage:
            return pages.image(case_id, page.ref, page.sheet, wanted.width, wanted.turned)

        job = self._desk.start(render, quiet=True)
        job.succeeded.connect(self._on_rendered)
        job.failed.connect(self._on_failed)

    def _lacks(self, wanted: Wanted) -> bool:
        if self._index is None or wanted.index >= len(self._index.pages):
            return False
        return (
            wanted not in self._sharp and wanted not in self._small and wanted not in self._broken
        )

    def _on_rendered(self, image: PageImage) -> None:
        wanted = self._flying
        self._flying = None
        if wanted is not None:
            self._keep(wanted, _pixmap(image))
            self.arrived.emit(wanted.index)
        self._fetch()

    def _on_failed(self, _error: Exception) -> None:
        wanted = self._flying
        self._flying = None
        if wanted is not None:
            self._broken.add(wanted)
            self.arrived.emit(wanted.index)
        self._fetch()

    def _keep(self, wanted: Wanted, pixmap: QPixmap) -> None:
        if wanted.width <= THUMBNAIL:
            self._small[wanted] = pixmap
            return
        self._sharp[wanted] = pixmap
        self._used += _bytes(pixmap)
        while self._used > _ROOM and len(self._sharp) > 1:
            _, old = self._sharp.popitem(last=False)
            self._used -= _bytes(old)


def _pixmap(image: PageImage) -> QPixmap:
    raw = QImage(image.rgb, image.width, image.height, image.width * 3, QImage.Format.Format_RGB888)
    # fromImage copies, so that the bytes of the job may go.
    return QPixmap.fromImage(raw, Qt.ImageConversionFlag.NoFormatConversion)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
