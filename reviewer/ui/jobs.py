"""Work behind the window: plain functions on worker threads, brought home by queued signals.

Work is a function `(progress) -> value` that never sees Qt.  Lanes have one worker each, so
that a page never waits for an import, a mark never waits for an export, and nothing ever waits
for text recognition.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reviewer.errors import Cancelled, UserError
from reviewer.progress import Progress

log = logging.getLogger(__name__)

_QUIET_MS = 50  # between two reports that reach the window: more would only repaint


class Lane(Enum):
    """Which worker does the work."""

    WRITE = "write"  # short changes, one after the other
    READ = "read"
    LONG = "long"  # imports, exports, moving the data folder
    BEHIND = "behind"  # text recognition


class Job(QObject):
    """One piece of running work, as the window sees it."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(Exception)
    finished = Signal()  # always last, also after cancel

    _reported = Signal()  # cross from the worker thread to this one
    _settled = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._go = Event()
        self._go.set()
        self._latest: tuple[int, int, str] | None = None
        self._told = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._pass_on)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        # Queued even on the same thread: work that ends before `start` returns must not
        # speak before its caller has connected.
        self._settled.connect(self._conclude, Qt.ConnectionType.QueuedConnection)

    @property
    def paused(self) -> bool:
        """Whether the work was told to wait."""
        return not self._go.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether the work was told to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next progress report, also while it is paused."""
        self._stop.set()
        self._go.set()

    def pause(self) -> None:
        """Let the work wait at its next progress report."""
        self._go.clear()

    def resume(self) -> None:
        """Let paused work go on."""
        self._go.set()

    def report(self, done: int, total: int, label: str) -> None:
        """Pass progress on, wait while paused, or stop the work; called on the worker thread."""
        self._go.wait()
        if self._stop.is_set():
            raise Cancelled
        # Only the newest report crosses over, and only one is ever under way: a thousand files
        # in a second must not fill the window's queue.
        self._latest = (done, total, label)
        if not self._told:
            self._told = True
            self._reported.emit()

    def settle(self, future: "Future[object]") -> None:
        """Hand the finished future to the window's thread; called on the worker thread."""
        self._settled.emit(future)

    def _on_reported(self) -> None:
        if not self._quiet.isActive():
            self._pass_on()

    def _pass_on(self) -> None:
        self._told = False
        latest, self._latest = self._latest, None
        if latest is not None:
            self.progressed.emit(*latest)
            self._quiet.start()

    def _conclude(self, future: "Future[object]") -> None:
        self._quiet.stop()
        self._pass_on()
        error = Cancelled() if future.cancelled() else future.exception()
        if error is None:
            self.succeeded.emit(future.result())
        elif not isinstance(error, Cancelled):
            if not isinstance(error, UserError):
                log.error("job failed", exc_info=error)
            self.failed.emit(error)
        self.finished.emit()
        self.deleteLater()


class Jobs(QObject):
    """Starts work in its lane; one for the whole window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value) for lane in Lane
        }
        self._running: list[Job] = []
        self._closed = False

    def start(self, work: Callable[[Progress], object], lane: Lane = Lane.READ) -> Job:
        """Queue `work` in `lane`; connect to the returned job before going back to the loop.

        Once everything is shut down, a job that a late signal still asks for is cancelled at once.
        """
        job = Job(self)
        self._running.append(job)
        job.finished.connect(self._on_finished)
        if self._closed:
            never: Future[object] = Future()
            never.cancel()
            job.settle(never)
        else:
            self._workers[lane].submit(work, job).add_done_callback(job.settle)
        return job

    def shut_down(self) -> None:
        """Stop everything and wait for the workers; called once, when the window closes."""
        self._closed = True
        for job in self._running:
            job.cancel()
        for worker in self._workers.values():
            worker.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _on_finished(self) -> None:
        job = self.sender()
        self._running = [running for running in self._running if running is not job]
