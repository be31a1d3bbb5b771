"""Writing the documents of many cases: finds their reviews and lets the workspace write."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.progress import Progress
from reviewer.ui.home.export_page import ExportTablePage
from reviewer.ui.jobs import Jobs
from reviewer.ui.page_job import PageJob
from reviewer.ui.services import Services
from reviewer.ui.theme import Tokens
from reviewer.ui.writing_page import KEPT
from reviewer.workspace.views import CaseRow, CaseState


class ExportFlow(QObject):
    """Leads from the table to written documents."""

    said = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._rows: tuple[CaseRow, ...] = ()
        self.page = ExportTablePage(tokens)
        self._writing = PageJob(jobs, self.page, KEPT, self)
        self.page.wanted.connect(self._on_wanted)
        self.page.stopped.connect(self._writing.stop)

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Offer the documents of the cases `rows`; while others are written, nothing changes."""
        if self._writing.running:
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

        self._writing.run(work, self._on_written)

    def _on_written(self, paths: tuple[Path, ...]) -> None:
        self.page.show_end(f"已导出 {len(paths)} 个文件。")
        self.said.emit(f"已导出 {len(paths)} 个文件")
