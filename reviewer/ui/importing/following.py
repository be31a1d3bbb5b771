"""Showing how far an import is: the files that are looked at, then those that are stored."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reviewer.model import ImportRow
from reviewer.ui.importing.run_rows import running_counts, running_rows
from reviewer.ui.importing.running_page import RunningPage
from reviewer.ui.words import TimeLeft
from reviewer.workspace.views import ImportPlan

_SOON_MS = 100  # between two looks of the list while files are settled


class Following(QObject):
    """Keeps the page of a running import up to date."""

    _settled = Signal(object)  # ImportRow: crosses from the worker thread to this one

    def __init__(
        self, page: RunningPage, plan: Callable[[], ImportPlan | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._plan = plan  # None while the files are only looked at
        self._rows: list[ImportRow] = []
        self._over = False
        self._time = TimeLeft(monotonic())
        # A thousand small files must not repaint the list a thousand times.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._show_rows)
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)

    def begin(self, source: str) -> None:
        """Show that an import from `source` begins to be looked at."""
        self._over = False
        self._time = TimeLeft(monotonic())
        self._page.start(source)

    def begin_storing(self, source: str) -> None:
        """Show that the files of the plan begin to be stored."""
        self.begin(source)
        self._rows = []
        self._show_rows()

    def settle(self, row: ImportRow) -> None:
        """Take a file that is done; called on the worker thread."""
        self._settled.emit(row)

    def end(self) -> None:
        """Leave the page to the report."""
        self._over = True

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far it is, and how long it may still take."""
        left = self._time.estimate(done, total, monotonic())
        plan = self._plan()
        if plan is None:
            counted = f"，已看 {done} 个，共 {total} 个" if total else ""
            self._page.show_progress(f"正在查看文件{counted}", done, total, left)
            return
        settled, files = len(self._rows), len(plan.files)
        if settled < files:
            # The rows are the better count: a report may overtake them.
            doing = f"正在读取，已完成 {settled} 个文件，共 {files} 个"
            self._page.show_progress(doing, settled, files, left)
        else:
            # After the last file the workspace counts cases, no longer files.
            self._page.show_progress(what, done, total, left)

    def _on_settled(self, row: ImportRow) -> None:
        self._rows.append(row)
        if not self._soon.isActive():
            self._soon.start()

    def _show_rows(self) -> None:
        plan = self._plan()
        if plan is None or self._over:
            return
        rows = running_rows(plan, self._rows)
        self._page.show_rows(rows)
        self._page.show_counts(running_counts(rows))
