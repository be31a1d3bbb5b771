"""Text recognition behind the work: each page is stored as it comes.

A kill or a cancel loses only the pages in hand; the next reading of the case goes on from there.
"""

from collections.abc import Callable
from dataclasses import replace
from threading import Event, Lock
from uuid import UUID

from reviewer.errors import Cancelled
from reviewer.intake import OcrEngine
from reviewer.model import Page, PageRef, SourceFile, TextSource
from reviewer.progress import Progress
from reviewer.store import Store, cases, texts
from reviewer.workspace.readings import Readings, case_heads, page_numbers
from reviewer.workspace.sources import source_of
from reviewer.workspace.views import ReadState

_MANY = 12
"""Pages from which titles are read first; fewer are whole nearly as soon."""


class Texts:
    """Reads the pages that have no text of their own."""

    def __init__(self, store: Store, readings: Readings, processes: int) -> None:
        self._store = store
        self._readings = readings
        self._processes = processes
        self._engine: OcrEngine | None = None
        self._one_at_a_time = Lock()
        self._stopping = Event()

    def pending(self) -> tuple[UUID, ...]:
        """Return the cases that have pages to read, the oldest first."""
        with self._store.snapshot() as session:
            waiting = {
                found.case.id
                for found in cases.summaries(session)
                if found.pages_read < found.pages
            }
            return tuple(one for one in reversed(cases.case_ids(session)) if one in waiting)

    def state(self, case_id: UUID) -> ReadState:
        """Return how far the text of a case has come."""
        return self._readings.state(case_id)

    def read_case(
        self,
        case_id: UUID,
        first: Callable[[], PageRef | None],
        progress: Progress,
        on_page: Callable[[PageRef], None],
    ) -> ReadState:
        """Read what is left of a case, then understand and check it again.

        `first` names the page that the reviewer looks at; `on_page` is told of every stored page.

        Raises:
            Cancelled: the user stopped it; pages read until then stay.
        """
        with self._one_at_a_time:
            wanted, unknown = self._wanted(case_id)
            if wanted:
                heads = unknown if len(wanted) >= _MANY else frozenset()
                self._read(wanted, heads, first, progress, on_page)
                self._readings.refresh(case_id)
            if not self.pending():
                self._close_engine()
        return self.state(case_id)

    def close(self) -> None:
        """Stop a reading after the page in hand, and end the recognition processes."""
        self._stopping.set()
        with self._one_at_a_time:
            self._close_engine()
            self._stopping.clear()

    def _wanted(self, case_id: UUID) -> tuple[list[tuple[SourceFile, int]], frozenset[PageRef]]:
        """Return the pages to read, and those of which not even a title was looked for."""
        with self._store.snapshot() as session:
            case = cases.case(session, case_id)
            left = {head.ref: head for head in case_heads(session, case) if not head.done}
            wanted: list[tuple[SourceFile, int]] = []
            for file in case.files:
                numbers = [n for n in page_numbers(file) if PageRef(file.sha256, n) in left]
                if numbers:
                    source = source_of(self._store, session, file)
                    wanted += [(source, number) for number in numbers]
            unknown = (ref for ref, head in left.items() if head.source is TextSource.NONE)
            return wanted, frozenset(unknown)

    def _read(
        self,
        wanted: list[tuple[SourceFile, int]],
        heads: frozenset[PageRef],
        first: Callable[[], PageRef | None],
        progress: Progress,
        on_page: Callable[[PageRef], None],
    ) -> None:
        engine = self._open_engine()
        try:
            for page in engine.read(wanted, progress, first, heads):
                self._keep(page, engine)
                on_page(page.ref)
                self._stop_if_asked()
        except BaseException:
            # Pages in hand are given up, so the processes that hold them end too.
            self._close_engine()
            raise

    def _stop_if_asked(self) -> None:
        if self._stopping.is_set():
            raise Cancelled

    def _keep(self, page: Page, engine: OcrEngine) -> None:
        reason = next(
            (
                failure.reason
                for failure in engine.failures
                if (failure.sha256, failure.page) == (page.ref.file, page.ref.page)
            ),
            "",
        )
        if page.source is TextSource.NONE and not reason:
            reason = "这一页未能识别。请按页查看，并手工填写要素。"
        with self._store.session() as session:
            known = texts.page(session, page.ref)
            if known is not None and not page.width:
                page = replace(page, width=known.width, height=known.height)
            texts.put_page(session, page, engine.ENGINE, reason)

    def _open_engine(self) -> OcrEngine:
        if self._engine is None:
            self._engine = OcrEngine(self._store.cache, self._processes)
        return self._engine

    def _close_engine(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None
