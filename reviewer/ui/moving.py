"""Moving the data folder from the settings page, with text recognition held still meanwhile."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.services import Data
from reviewer.ui.settings_page import SettingsPage


class FolderMove(QObject):
    """Asks the workspace to move, and shows on the settings page how far it is."""

    started = Signal()
    ended = Signal()
    moved = Signal(Path)

    def __init__(self, data: Data, jobs: Jobs, page: SettingsPage) -> None:
        super().__init__(page)
        self._data = data
        self._jobs = jobs
        self._page = page
        self._job: Job | None = None
        page.folder_chosen.connect(self._on_folder)
        page.move_cancelled.connect(self._on_cancelled)

    def show_folder(self) -> None:
        """Show where the data folder is now."""
        self._page.show_folder(self._data.folder, self._data.free_space(self._data.folder))

    def _on_folder(self, folder: Path) -> None:
        if self._job is not None:
            return
        self.started.emit()
        self._job = job = self._jobs.start(
            lambda progress: self._data.move(folder, progress), Lane.LONG
        )
        job.progressed.connect(self._page.show_moving)
        job.succeeded.connect(self._on_moved)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    def _on_moved(self, _value: object) -> None:
        self.show_folder()
        self.moved.emit(self._data.folder)

    def _on_failed(self, error: Exception) -> None:
        self._page.show_refusal(f"{error}{getattr(error, 'remedy', '')}")

    def _on_finished(self) -> None:
        self._job = None
        self._page.show_moving(0, 0, "")
        self.ended.emit()

    def _on_cancelled(self) -> None:
        if self._job is not None:
            self._job.cancel()
