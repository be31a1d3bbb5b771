"""What the page of signals asks of the workspace, through jobs."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.page_job import PageJob
from reviewer.ui.services import Services
from reviewer.ui.signals.page import SignalsPage
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import SignalsView

_STOPPED = "已取消。已提取的要点保留，再次比对时不必重来。"


class SignalsFlow(QObject):
    """Compares the cases behind the window."""

    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, services: Services, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._view: SignalsView | None = None
        self.page = SignalsPage(tokens)
        self._comparing = PageJob(jobs, self.page, _STOPPED, self)
        self.page.compare_asked.connect(self.compare)
        self.page.stopped.connect(self._comparing.stop)
        self.page.export_asked.connect(self._on_export)

    def compare(self) -> None:
        """Compare all cases; while that runs, nothing changes."""
        if self._comparing.running:
            return
        self.page.show_progress(0, 0, "正在提取案卷要点")
        self._comparing.run(self._services.signals.look, self._on_found)

    def _on_found(self, view: SignalsView) -> None:
        self._view = view
        self.page.show_view(view)
        found = sum(len(group.signals) for group in view.groups)
        self.said.emit(f"比对 {len(view.titles)} 卷，{found} 条线索")

    def _on_export(self, path: Path) -> None:
        view = self._view
        if view is None:
            return
        job = self._jobs.start(lambda _: self._services.signals.export(view, path), Lane.LONG)
        job.succeeded.connect(lambda _: self.said.emit(f"已导出《{path.name}》"))
        job.failed.connect(self.failed)
