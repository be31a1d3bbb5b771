"""Writing the documents of many cases: finds their reviews and lets the workspace write."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.progress import Progress
from reviewer.ui.home.export_page import ExportTablePage
from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.services import Services
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import CaseRow, CaseState


class ExportFlow(QObject):
    """Leads from the table to written documents."""

    said = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._job: Job | None = None
        self._rows: tuple[CaseRow, ...] = ()
        self.page = ExportTablePage(tokens)
        self.page.wanted.connect(self._on_wanted)
        self.page.stopped.connect(self._on_stopped)

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Offer the documents of the cases `rows`; while others are written, nothing changes."""
        if self._job is not None:
            return
        self._rows = tuple(rows)
        signed = sum(row.state is CaseState.SIGNED for row in rows)
        reviewed = sum(bool(row.total) for row in rows)
        self.page.show_cases(len(rows), reviewed, signed)

    def _on_wanted(self, kinds: AbstractSet[str], folder: Path) -> None:
        cases = [row.id for row in self._rows if row.total]

        def work(progress: Progress) -> tuple[Path, ...]:
            reviews = []
            for case_id in cases:
                rounds = self._services.reviews.for_case(case_id)
                # The last round that was closed counts; before there is one, the last begun.
                closed = [review for review in rounds if review.is_signed]
                reviews += [review.id for review in (closed or rounds)[-1:]]
            return self._services.reports.write(reviews, kinds, folder, progress)

        self._job = job = self._jobs.start(work, Lane.LONG)
        job.progressed.connect(self.page.show_progress)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    def _on_written(self, paths: tuple[Path, ...]) -> None:
        self.page.show_end(f"已导出 {len(paths)} 个文件。")
        self.said.emit(f"已导出 {len(paths)} 个文件")

    def _on_failed(self, error: Exception) -> None:
        self.page.show_end(f"{error}{getattr(error, 'remedy', '')}", "red")

    def _on_stopped(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_finished(self) -> None:
        stopped = self._job is not None and self._job.cancelled
        self._job = None
        if stopped:
            self.page.show_end("已取消，写好的文件保留在文件夹中。")
