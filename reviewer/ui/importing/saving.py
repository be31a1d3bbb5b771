"""Saving the report of an import as a workbook where the user says."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.ui.importing.asking import Asking
from reviewer.ui.jobs import Jobs
from reviewer.ui.services import Imports
from reviewer.workspace.views import ImportReport


class ReportSaving(QObject):
    """Asks for a place and writes the report there."""

    failed = Signal(Exception)
    said = Signal(str)

    def __init__(self, imports: Imports, jobs: Jobs, asking: Asking) -> None:
        super().__init__(asking)
        self._imports = imports
        self._jobs = jobs
        self._asking = asking
        self._report: ImportReport | None = None

    def ask(self, report: ImportReport | None) -> None:
        """Ask where the report goes."""
        self._report = report
        self._asking.ask_workbook("保存导入报告", "导入报告.xlsx", self.save)

    def save(self, name: str) -> None:
        """Write the report to the file `name`."""
        report, path = self._report, Path(name)
        if report is None:
            return
        job = self._jobs.start(lambda _progress: self._imports.save_report(report, path))
        job.failed.connect(self.failed)
        job.succeeded.connect(self._on_saved)

    def _on_saved(self, _value: object) -> None:
        self.said.emit("导入报告已保存")
