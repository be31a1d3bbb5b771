"""The course of an import: look at what was dropped, show the plan, run it, show the report.

The only place of the import that asks the workspace; everything long is a job.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.ui.importing.asking import Asking
from reviewer.ui.importing.following import Following
from reviewer.ui.importing.mending import MendAsking
from reviewer.ui.importing.preview_page import PreviewPage
from reviewer.ui.importing.running_page import RunningPage
from reviewer.ui.importing.saving import ReportSaving
from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.services import Imports
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import Grouping, ImportPlan, ImportReport, Mend


class ImportFlow(QObject):
    """Leads from paths to stored cases."""

    shown = Signal(QWidget)  # the page of the import has to be seen
    left = Signal()  # the user went back
    stored = Signal(object)  # ImportReport: there are new cases
    review_asked = Signal(object)  # UUID of the first case
    failed = Signal(Exception)
    said = Signal(str)  # one sentence for the status row

    def __init__(self, imports: Imports, jobs: Jobs, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._imports = imports
        self._jobs = jobs
        self._paths: tuple[Path, ...] = ()
        self._plan: ImportPlan | None = None
        self._report: ImportReport | None = None
        self._job: Job | None = None
        self.page = QStackedWidget()
        self._asking = Asking(self.page)
        self._mending = MendAsking(self._asking)
        self.saving = ReportSaving(imports, jobs, self._asking)
        self.preview = PreviewPage(tokens)
        self.running = RunningPage(tokens)
        self._following = Following(self.running, lambda: self._plan, self)
        self.page.addWidget(self.preview)
        self.page.addWidget(self.running)
        self._connect()

    def _connect(self) -> None:
        self.preview.regrouped.connect(self._on_regrouped)
        self.preview.reassigned.connect(self._on_reassigned)
        self.preview.retitled.connect(self._on_retitled)
        self.preview.confirmed.connect(self._on_confirmed)
        self.preview.cancelled.connect(self._on_back)
        self.preview.mending_asked.connect(self._on_mending)
        self.running.mending_asked.connect(self._on_mending)
        self._mending.chosen.connect(self.mend)
        self.saving.failed.connect(self.failed)
        self.saving.said.connect(self.said)
        self.running.pause_asked.connect(self._on_pause)
        self.running.cancel_asked.connect(self._on_cancel)
        self.running.review_asked.connect(self._on_review)
        self.running.report_asked.connect(self._on_report)
        self.running.more_asked.connect(self.ask_files)

    @property
    def busy(self) -> bool:
        """Whether an import is being looked at or stored."""
        return self._job is not None

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.preview.set_tokens(tokens)
        self.running.set_tokens(tokens)

    def focus(self) -> None:
        """Put the focus on the list that is seen."""
        preview = self.page.currentWidget() is self.preview
        (self.preview.view if preview else self.running.view).setFocus()

    def ask_files(self) -> None:
        """Let the user choose files; a folder is dropped or chosen through its own button."""
        self._asking.ask_paths(self.start, folder=False)

    def ask_folder(self) -> None:
        """Let the user choose a folder."""
        self._asking.ask_paths(self.start, folder=True)

    def start(self, paths: Sequence[Path]) -> None:
        """Look at `paths` and show what would be imported."""
        if self.busy:
            self.said.emit("正在导入，请等这一次完成，或先取消")
            return
        self._drop_plan()
        self._paths = tuple(paths)
        self._report = None
        self._following.begin("、".join(path.name for path in self._paths[:3]))
        wanted = self._paths
        self._run(lambda progress: self._imports.plan(wanted, progress))
        self._see(self.running)

    def _run(self, work: Callable[..., object], mends: bool = False) -> None:
        self._job = job = self._jobs.start(work, Lane.LONG)
        job.progressed.connect(self._following.show_progress)
        job.succeeded.connect(self._on_done)
        # What cannot be mended leaves the rest as it is.
        job.failed.connect(self.failed if mends else self._on_failed)
        job.finished.connect(self._on_finished)

    def _see(self, page: QWidget) -> None:
        self.page.setCurrentWidget(page)
        self.shown.emit(self.page)

    def _on_done(self, value: object) -> None:
        if isinstance(value, ImportPlan):
            self._plan = value
            self.preview.show_plan(value)
            self._see(self.preview)
        elif isinstance(value, ImportReport):
            self._report = value
            self._following.end()
            self.running.show_report(value)
            self.said.emit(self.running.headline().rstrip("。"))
            self.stored.emit(value)

    def _on_failed(self, error: Exception) -> None:
        self.left.emit()
        self.failed.emit(error)

    def _on_finished(self) -> None:
        stopped = self._job is not None and self._job.cancelled
        self._job = None
        if stopped and self._report is None:
            self.left.emit()

    def _on_back(self) -> None:
        self._drop_plan()
        self.left.emit()

    def _drop_plan(self) -> None:
        # What was unpacked for a plan that nobody will run is let go.
        plan, self._plan = self._plan, None
        if plan is not None and self._report is None:
            self._jobs.start(lambda _progress: self._imports.discard(plan), Lane.LONG)

    def _on_regrouped(self, grouping: Grouping) -> None:
        if self._plan is not None:
            self._show(self._imports.regroup(self._plan, grouping))

    def _on_reassigned(self, file: int, case: int) -> None:
        if self._plan is not None:
            self._show(self._imports.reassign(self._plan, file, case))

    def _on_retitled(self, index: int, title: str) -> None:
        if self._plan is not None:
            self._show(self._imports.retitle(self._plan, index, title))

    def _show(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.preview.show_plan(plan)

    def _on_confirmed(self) -> None:
        plan = self._plan
        if plan is None or self.busy:
            return
        self._following.begin_storing(plan.source)
        settle = self._following.settle
        self._run(lambda progress: self._imports.run(plan, progress, settle))
        self._see(self.running)

    def _on_pause(self, paused: bool) -> None:
        if self._job is not None:
            (self._job.pause if paused else self._job.resume)()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_review(self) -> None:
        if self._report is not None and self._report.cases:
            self.review_asked.emit(self._report.cases[0])

    def _on_mending(self, path: str, word: str) -> None:
        if self.busy:
            self.said.emit("正在导入，请等这一次完成")
        else:
            self._mending.ask(path, word, self._paths)

    def mend(self, mend: Mend) -> None:
        """Put what was chosen in place of a file that could not be read."""
        plan, report = self._plan, self._report
        if self.busy or plan is None:
            return
        if report is None:
            self._run(lambda progress: self._imports.mend(plan, mend, progress), mends=True)
        else:
            stored = self._imports.mend_stored
            self._run(lambda progress: stored(report, mend, progress), mends=True)

    def _on_report(self) -> None:
        self.saving.ask(self._report)
