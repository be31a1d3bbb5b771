"""Recognising the text of pages that have none: cached, in any order, stoppable at any time.

Pages come as they are done.  What was read once is never read again: the cache knows a page by
the SHA-256 of its image, and remembers for each file and page which image that was, so that a
known file is not even drawn.
"""

import json
import logging
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from reviewer.intake.folio import read_folio
from reviewer.intake.geometry import turn_size
from reviewer.intake.ocr_pool import Answer, Pool, Worker
from reviewer.intake.ocr_settings import ENGINE
from reviewer.intake.ocr_worker import Done, Drawn, Failed, Order, serve
from reviewer.intake.reading_codec import PageReading, decode_reading
from reviewer.model import (
    Page,
    PageRef,
    ReadingCache,
    SourceFile,
    TextSource,
    Unreadable,
)
from reviewer.progress import Progress

log = logging.getLogger(__name__)

_TICK = 0.1
"""Seconds between two looks at cancel and pause."""
_LABEL = "正在识别文字"
_AGAIN = "识别结果不完整。请重新识别这一页。"


@dataclass(slots=True)
class _Job:
    file: SourceFile
    page: int
    head: bool = False
    drawn: Drawn | None = None


class OcrEngine:
    """Reads pages in worker processes.  A context manager; one thread uses it."""

    ENGINE = ENGINE

    def __init__(
        self,
        cache: ReadingCache | None = None,
        processes: int = 0,
        work: Callable[[Connection], None] = serve,
    ) -> None:
        """Prepare the engine; no process starts before a page needs it.

        `processes` 0 chooses by the number of processors; `work` is what a worker runs.
        """
        self._cache = cache
        self._pool = Pool(processes or default_processes(), work)
        self.failures: list[Unreadable] = []
        """Pages that could not be read, of all calls of `read`."""
        self.recognised = 0
        """Pages that were recognised rather than found in the cache."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all worker processes."""
        self._pool.close()

    def read(
        self,
        requests: Iterable[tuple[SourceFile, int]],
        progress: Progress,
        first: Callable[[], PageRef | None] | None = None,
        heads: Collection[PageRef] = (),
    ) -> Iterator[Page]:
        """Give the requested pages as they are done.

        `first` is asked before each page is begun which one is wanted most.  Of the pages `heads`
        only the lines of a title are read before all others are read whole, so that the list of
        documents stands soon; they come with source HEAD and once more when they are whole.  A
        page that cannot be read comes with source NONE and stands in `failures`.

        Raises:
            Cancelled: the user stopped it; pages that were given are in the cache.
        """
        waiting = {PageRef(file.sha256, page): _Job(file, page) for file, page in requests}
        running: dict[int, _Job] = {}
        total = len(waiting)
        try:
            yield from self._known_pages(waiting, progress)
            titles = {ref: replace(job, head=True) for ref, job in waiting.items() if ref in heads}
            done = total - len(waiting)
            while waiting or running:
                progress.report(done, total, _LABEL)
                self._begin(titles, waiting, running, first)
                for worker, answer in self._pool.answers(_TICK):
                    page = self._settle(worker, running[id(worker)], answer)
                    if page is not None:
                        done += not running.pop(id(worker)).head
                        yield page
            progress.report(done, total, _LABEL)
        finally:
            self._pool.abandon()

    def _known_pages(self, waiting: dict[PageRef, _Job], progress: Progress) -> Iterator[Page]:
        """Give the pages that the cache knows; they wait no longer."""
        total = len(waiting)
        for ref in list(waiting):
            progress.report(total - len(waiting), total, _LABEL)
            known = self._known_page(waiting[ref])
            if known is not None:
                del waiting[ref]
                yield known

    def _begin(
        self,
        titles: dict[PageRef, _Job],
        waiting: dict[PageRef, _Job],
        running: dict[int, _Job],
        first: Callable[[], PageRef | None] | None,
    ) -> None:
        """Hand pages to idle workers: the one wanted most, then titles, then the rest."""
        while (titles or waiting) and (worker := self._pool.idle()) is not None:
            wanted = first() if first is not None else None
            if wanted is not None and wanted in waiting:
                titles.pop(wanted, None)
                job = waiting.pop(wanted)
            else:
                line = titles or waiting
                job = line.pop(next(iter(line)))
            self._pool.submit(worker, Order(job.file.location, job.file.kind, job.page, job.head))
            running[id(worker)] = job

    def _settle(self, worker: Worker, job: _Job, answer: Answer) -> Page | None:
        """Take an answer; return the page when that was the last one."""
        match answer:
            case Drawn():
                job.drawn = answer
                wanted = job.head or self._known_image(answer.sha256) is None
                self._pool.answer(worker, wanted)
                return None
            case Done(reading):
                return self._finish(job, reading)
            case Failed(reason):
                return self._fail(job, reason)

    def _finish(self, job: _Job, content: bytes) -> Page:
        drawn = job.drawn
        if drawn is None:
            return self._fail(job, _AGAIN)
        if job.head:
            return _page(job, _decoded(content), drawn.width, drawn.height)
        if content:
            self.recognised += 1
            self._put(_image_key(drawn.sha256), content)
        try:
            reading = decode_reading(content) if content else self._known_image(drawn.sha256)
        except ValueError:
            reading = None
        if reading is None:
            return self._fail(job, _AGAIN)
        pointer = [drawn.sha256, drawn.width, drawn.height]
        self._put(_page_key(job), json.dumps(pointer).encode("ascii"))
        return _page(job, reading, drawn.width, drawn.height)

    def _known_page(self, job: _Job) -> Page | None:
        """Return the page when the cache knows it without drawing it."""
        pointer = self._get(_page_key(job))
        if pointer is None:
            return None
        try:
            sha256, width, height = json.loads(pointer)
        except (ValueError, TypeError):
            log.warning("a kept page is broken and is read again")
            return None
        reading = self._known_image(sha256)
        return _page(job, reading, width, height) if reading else None

    def _known_image(self, sha256: str) -> PageReading | None:
        content = self._get(_image_key(sha256))
        if content is None:
            return None
        try:
            return decode_reading(content)
        except ValueError:
            log.warning("a kept reading is broken and is made again")
            return None

    def _fail(self, job: _Job, reason: str) -> Page:
        ref = PageRef(job.file.sha256, job.page)
        width, height = (job.drawn.width, job.drawn.height) if job.drawn else (0.0, 0.0)
        if job.head:
            # Reading it whole will tell, and why.
            return Page(ref, width, height, (), TextSource.HEAD)
        self.failures.append(Unreadable(job.file.path, reason, ref.file, ref.page))
        return Page(ref, width, height, (), TextSource.NONE)

    def _get(self, key: str) -> bytes | None:
        return self._cache.get(key) if self._cache is not None else None

    def _put(self, key: str, value: bytes) -> None:
        if self._cache is not None:
            self._cache.put(key, value)


def default_processes() -> int:
    """Return how many worker processes suit this computer: half its processors, two to four."""
    processors = os.cpu_count() or 1
    return min(processors, 4, max(2, processors // 2))


def _decoded(content: bytes) -> PageReading:
    """Return what a head says; nothing when it came broken, the whole page follows anyway."""
    try:
        return decode_reading(content)
    except ValueError:
        return PageReading(0, ())


def _page(job: _Job, reading: PageReading, width: float, height: float) -> Page:
    width, height = turn_size(width, height, reading.turned)
    return Page(
        PageRef(job.file.sha256, job.page),
        width,
        height,
        reading.lines,
        TextSource.HEAD if job.head else TextSource.OCR,
        turned=reading.turned,
        folio=read_folio(reading.lines),
    )


def _image_key(sha256: str) -> str:
    return f"image:{sha256}:{ENGINE}"


def _page_key(job: _Job) -> str:
    return f"page:{job.file.sha256}:{job.page}:{ENGINE}"
