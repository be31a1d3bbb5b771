"""Writing the record of a meeting (合议记录) as Word where the user says."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.ui.dialogs import nearest_folder
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import CampaignPapers
from reviewer.workspace.campaigns.meeting_views import Meeting

_WORD = "Word 文档 (*.docx)"


class MinutesWriting(QObject):
    """Asks for a place and writes the record there."""

    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, papers: CampaignPapers, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._papers, self._jobs = papers, jobs

    def ask(self, owner: QWidget, meeting: Meeting, chosen: Callable[[Path], object]) -> None:
        """Ask where the record of a case goes."""
        name = f"合议记录 {meeting.case_no}.docx"
        dialog = QFileDialog(owner, "导出合议记录", str(nearest_folder() / name), _WORD)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def write(self, campaign: UUID, record: UUID, path: Path) -> None:
        """Write the record of a case as Word."""
        papers = self._papers
        job = self._jobs.start(lambda _: papers.write_minutes(campaign, record, path), Lane.LONG)
        job.succeeded.connect(lambda _: self.said.emit(f"已写出《{path.name}》"))
        job.failed.connect(self.failed)
