"""The cases of the home tab as last asked, and what is asked of the workspace about them."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer.model import Case
from reviewer.ui.home.paper_page import PaperCase
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Services
from reviewer.workspace.views import CaseRow, CaseState


class CaseKeeping(QObject):
    """Keeps the rows of all cases; names, removes and adds cases."""

    rows_came = Signal(object)  # tuple[CaseRow, ...]
    removing = Signal(object)  # CaseRow
    paper_made = Signal(object)  # Case
    failed = Signal(Exception)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._cases = services.cases
        self._jobs = jobs
        self._asked = False
        self.rows: tuple[CaseRow, ...] = ()

    def refresh(self) -> None:
        """Ask for the cases again; several wishes in a row are one question."""
        if self._asked:
            return
        self._asked = True
        job = self._jobs.start(lambda _progress: self._cases.rows())
        job.succeeded.connect(self._on_rows)
        job.failed.connect(self.failed)
        job.finished.connect(self._on_asked)

    def row_of(self, case_id: UUID) -> CaseRow | None:
        """Return the row of a case."""
        return next((row for row in self.rows if row.id == case_id), None)

    def counts(self) -> str:
        """Return how many cases are in which state, in words."""
        parts = [
            f"{state.value} {number}"
            for state in reversed(CaseState)
            if (number := sum(case.state is state for case in self.rows))
        ]
        return f"{len(self.rows)} 卷：{'，'.join(parts)}" if parts else ""

    def remove(self, case_id: UUID) -> None:
        """Put a case away."""
        chosen = self.row_of(case_id)
        if chosen is None:
            return
        job = self._jobs.start(lambda _: self._cases.remove(case_id), Lane.WRITE)
        job.failed.connect(self.failed)
        job.succeeded.connect(self.refresh)
        self.removing.emit(chosen)

    def rename(self, case_id: UUID, names: dict[str, str]) -> None:
        """Give a case other names."""
        job = self._jobs.start(lambda _: self._cases.rename(case_id, **names), Lane.WRITE)
        job.succeeded.connect(self.refresh)
        job.failed.connect(self.failed)

    def add_paper(self, typed: PaperCase) -> None:
        """Add a case without files."""
        job = self._jobs.start(
            lambda _: self._cases.new_paper_case(
                typed.title, typed.case_no, typed.unit, typed.party, typed.cause
            ),
            Lane.WRITE,
        )
        job.succeeded.connect(self._on_paper_made)
        job.failed.connect(self.failed)

    def _on_rows(self, rows: tuple[CaseRow, ...]) -> None:
        self.rows = rows
        self.rows_came.emit(rows)

    def _on_asked(self) -> None:
        self._asked = False

    def _on_paper_made(self, case: Case) -> None:
        self.refresh()
        self.paper_made.emit(case)
