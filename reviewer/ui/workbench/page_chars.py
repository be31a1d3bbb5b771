"""Fetching the characters of pages for selecting text, when the pointer first comes to a page."""

from PySide6.QtCore import QObject

from reviewer.progress import Progress
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.page_canvas import PageCanvas
from reviewer.workspace.views import CharBox


class PageChars(QObject):
    """Brings characters to one canvas."""

    def __init__(self, desk: CaseDesk, canvas: PageCanvas) -> None:
        super().__init__(desk)
        self._desk, self._text = desk, canvas.mouse.text
        self._text.chars_wanted.connect(self._on_wanted)

    def _on_wanted(self, at: int) -> None:
        index = self._desk.index
        if index is None or not 0 <= at < len(index.pages):
            return
        page = index.pages[at]
        case_id, pages = self._desk.case_id, self._desk.workspace.pages

        def work(_progress: Progress) -> tuple[int, tuple[CharBox, ...]]:
            return at, pages.chars(case_id, page.ref, page.sheet)

        self._desk.start(work, quiet=True).succeeded.connect(self._on_chars)

    def _on_chars(self, found: tuple[int, tuple[CharBox, ...]]) -> None:
        self._text.take(*found)
