"""Text recognition behind the window: one case after the other, the page in view first.

It starts with what was left over from last time, waits while paused, and never stands in the way
of a page, a mark or an import: it has a lane of its own.
"""

from collections.abc import Callable
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer.model import PageRef
from reviewer.progress import Progress
from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.services import Texts
from reviewer.ui.words import TimeLeft


class Recognition(QObject):
    """Reads the pages of all cases that have some left."""

    changed = Signal()  # sentence, paused or counts changed
    page_read = Signal(object, object)  # UUID of the case, PageRef
    case_read = Signal(object)  # UUID: all pages of the case are done
    failed = Signal(Exception)

    def __init__(self, texts: Texts, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._jobs = jobs
        self._waiting: list[UUID] = []
        self._case: UUID | None = None
        self._job: Job | None = None
        self._wanted: PageRef | None = None
        self._paused = False
        self._done, self._total = 0, 0
        self._time = TimeLeft(monotonic())
        self._left = ""

    @property
    def running(self) -> bool:
        """Whether a case is being read or waits to be."""
        return self._case is not None or bool(self._waiting)

    @property
    def paused(self) -> bool:
        """Whether the user let it wait."""
        return self._paused

    def find_work(self) -> None:
        """Ask which cases have pages left and read them; called at start and after an import."""
        job = self._jobs.start(lambda _progress: self._texts.pending())
        job.succeeded.connect(self._on_pending)
        job.failed.connect(self.failed)

    def want(self, case_id: UUID, ref: PageRef) -> None:
        """Read this page next; the reviewer is looking at it."""
        self._wanted = ref
        if case_id in self._waiting:
            self._waiting.remove(case_id)
            if self._case is not None:
                # What it has read stays read; it goes on where it stopped.
                self._waiting.insert(0, self._case)
            self._waiting.insert(0, case_id)
            if self._job is not None:
                self._job.cancel()

    def pause(self) -> None:
        """Wait after the page at hand."""
        self._paused = True
        if self._job is not None:
            self._job.pause()
        self.changed.emit()

    def resume(self) -> None:
        """Go on."""
        self._paused = False
        if self._job is not None:
            self._job.resume()
        self._next()
        self.changed.emit()

    def hold(self) -> None:
        """Stop and forget what waits, until `find_work` is called again."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def forget(self, case_id: UUID) -> None:
        """Leave a case alone, because it was removed."""
        self._waiting = [case for case in self._waiting if case != case_id]
        if self._case == case_id and self._job is not None:
            self._job.cancel()

    def sentence(self) -> str:
        """Return the state in words; empty when there is nothing to read."""
        if self._case is None:
            return "文字识别已暂停" if self._paused and self._waiting else ""
        counted = f"{self._done}/{self._total} 页" if self._total else ""
        doing = "文字识别已暂停" if self._paused else "正在识别"
        more = f"，另有 {len(self._waiting)} 卷" if self._waiting else ""
        left = f"，{self._left}" if self._left and not self._paused else ""
        return f"{doing} {counted}{more}{left}".strip()

    def _on_pending(self, cases: tuple[UUID, ...]) -> None:
        known = {*self._waiting, self._case}
        self._waiting.extend(case for case in cases if case not in known)
        self._next()
        self.changed.emit()

    def _next(self) -> None:
        if self._case is not None or self._paused or not self._waiting:
            return
        self._case = case = self._waiting.pop(0)
        self._done, self._total, self._left = 0, 0, ""
        self._time = TimeLeft(monotonic())
        self._job = job = self._jobs.start(self._work(case), Lane.BEHIND)
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self.failed)
        job.finished.connect(self._on_finished)

    def _work(self, case: UUID) -> Callable[[Progress], object]:
        # Both callables run on the worker: one reads a reference, the other emits a signal that
        # Qt queues to the window.
        def page_done(ref: PageRef) -> None:
            self.page_read.emit(case, ref)

        return lambda progress: self._texts.read_case(case, self._first, progress, page_done)

    def _first(self) -> PageRef | None:
        return self._wanted

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        self._done, self._total = done, total
        self._left = self._time.estimate(done, total, monotonic())
        self.changed.emit()

    def _on_read(self, _value: object) -> None:
        self.case_read.emit(self._case)

    def _on_finished(self) -> None:
        self._case, self._job = None, None
        self._next()
        self.changed.emit()
