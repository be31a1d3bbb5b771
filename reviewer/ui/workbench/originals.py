"""Opening the file of a page in the program that it belongs to, always as a copy."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.progress import Progress
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.page_canvas import PageCanvas


class Originals(QObject):
    """Opens what one canvas shows."""

    def __init__(self, desk: CaseDesk, canvas: PageCanvas) -> None:
        super().__init__(desk)
        self._desk, self._canvas = desk, canvas
        canvas.original_wanted.connect(self.open)

    def open(self, at: int | None = None) -> None:
        """Open the file of a page, of the one in view."""
        index, at = self._desk.index, self._canvas.current if at is None else at
        if index is None or not 0 <= at < len(index.pages):
            return
        case_id, ref = self._desk.case_id, index.pages[at].ref
        originals = self._desk.workspace.originals

        def work(_progress: Progress) -> Path:
            return originals.copy_of(case_id, ref)

        self._desk.start(work).succeeded.connect(self._on_copy)

    def _on_copy(self, copy: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._desk.told.emit(f"已打开“{copy.name}”的副本，原件不会改动")
        else:
            self._desk.failed.emit(
                f"本机没有能打开“{copy.name}”的程序。", f"副本在 {copy.parent}，可复制到别处打开。"
            )
