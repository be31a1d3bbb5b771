"""One long job at a time for a page that shows how far it is and how it ended."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer.progress import Progress
from reviewer.ui.jobs import Job, Jobs, Lane


class ShowsJob(Protocol):
    """What the page can show of a job."""

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far it is."""

    def show_end(self, sentence: str, tone: str = "") -> None:
        """Say how it ended."""


class PageJob(QObject):
    """Starts the job, stops it when the user asks, and lets the page say which of the ends came."""

    def __init__(self, jobs: Jobs, page: ShowsJob, stopped: str, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._page = jobs, page
        self._stopped = stopped  # the sentence after the user stopped it
        self._job: Job | None = None

    @property
    def running(self) -> bool:
        """Whether the job is under way."""
        return self._job is not None

    def run(self, work: Callable[[Progress], object], done: Callable[..., object]) -> None:
        """Start `work` and give its value to `done`; while a job runs, nothing is started."""
        if self._job is not None:
            return
        self._job = job = self._jobs.start(work, Lane.LONG)
        job.progressed.connect(self._page.show_progress)
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    def stop(self) -> None:
        """Ask the job to stop."""
        if self._job is not None:
            self._job.cancel()

    def _on_failed(self, error: Exception) -> None:
        self._page.show_end(f"{error}{getattr(error, 'remedy', '')}", "red")

    def _on_finished(self) -> None:
        stopped = self._job is not None and self._job.cancelled
        self._job = None
        if stopped:
            self._page.show_end(self._stopped)
