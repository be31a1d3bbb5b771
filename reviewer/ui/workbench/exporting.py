"""Writing the documents of the open review, behind the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reviewer.progress import Progress
from reviewer.ui.jobs import Job, Lane
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.export_page import ExportPage


class Exporting(QObject):
    """Does what the export page asks."""

    def __init__(self, desk: CaseDesk, page: ExportPage) -> None:
        super().__init__(desk)
        self._desk, self._page = desk, page
        self._job: Job | None = None
        page.export_wanted.connect(self._on_wanted)
        page.cancel_wanted.connect(self._on_cancel)

    def _on_wanted(self, kinds: frozenset[str], folder: Path) -> None:
        view = self._desk.review
        reports = getattr(self._desk.workspace, "reports", None)
        if view is None or reports is None:
            return
        write = partial(reports.write, (view.review.id,), kinds, folder)

        def work(progress: Progress) -> tuple[Path, ...]:
            return tuple(write(progress))

        self._job = job = self._desk.start(work, Lane.LONG)
        job.progressed.connect(self._page.show_progress)
        job.succeeded.connect(self._page.show_written)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._page.show_stopped()

    def _on_failed(self, _error: Exception) -> None:
        self._page.show_stopped()

    def _on_finished(self) -> None:
        self._job = None
