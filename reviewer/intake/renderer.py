"""Drawing pages in worker processes, with the last pictures kept.

pdfium aborts when several threads draw, so each worker process draws one page at a time.  Any
thread may call; a call blocks until its page is drawn.
"""

import multiprocessing
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock
from typing import TypeVar

from reviewer.errors import UnreadableFile
from reviewer.intake.parent import end_with_parent
from reviewer.intake.photos import Photo, photos_on
from reviewer.intake.rendering import CharPlace, PageBitmap, page_chars, render_page
from reviewer.model import Line, SourceFile

_KEPT = 160_000_000
"""Bytes of pictures kept: about twenty pages as the workbench shows them."""
_PROCESSES = 2

_T = TypeVar("_T")
_Key = tuple[str, int, int, int]


def _nothing() -> None:
    """Do nothing: finding this function loads the module, and with it all that draws."""


class Renderer:
    """A pool of drawing processes.  They start with the first page, or with `warm_up`."""

    def __init__(self, processes: int = _PROCESSES) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._kept: OrderedDict[_Key, PageBitmap] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def warm_up(self) -> None:
        """Start the processes and load what they need, so that no page waits for that."""
        for _ in range(self._processes):
            self._open_pool().submit(_nothing)

    def render(self, file: SourceFile, page: int, width: int, turned: int = 0) -> PageBitmap:
        """Return a page as `render_page` draws it.

        Raises:
            UnreadableFile: the page cannot be drawn.
        """
        key = (file.sha256, page, width, turned)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                return kept
        drawn = self._run(render_page, file, page, width, turned)
        self._keep(key, drawn)
        return drawn

    def chars(
        self, file: SourceFile, page: int, turned: int, lines: Sequence[Line]
    ) -> tuple[CharPlace, ...]:
        """Return the characters of a page as `page_chars` finds them.

        Raises:
            UnreadableFile: the page cannot be opened.
        """
        return self._run(page_chars, file, page, turned, tuple(lines))

    def photos(self, file: SourceFile, page: int, turned: int) -> tuple[Photo, ...]:
        """Return the photos on a page as `photos_on` finds them.

        Raises:
            UnreadableFile: the page cannot be drawn.
        """
        return self._run(photos_on, file, page, turned)

    def close(self) -> None:
        """End the processes and forget the pictures."""
        with self._lock:
            pool, self._pool = self._pool, None
            self._kept.clear()
            self._bytes = 0
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, work: Callable[..., _T], *arguments: object) -> _T:
        for _ in range(2):
            pool = self._open_pool()
            try:
                return pool.submit(work, *arguments).result()
            except BrokenProcessPool:
                # A damaged page may end the process; once more, then it is the page.
                self._drop(pool)
        raise UnreadableFile("这一页无法显示。", "请用其他软件打开原件查看。")

    def _open_pool(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(self._processes, context, end_with_parent)
            return self._pool

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        pool.shutdown(wait=False)

    def _keep(self, key: _Key, drawn: PageBitmap) -> None:
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = drawn
            self._bytes += len(drawn.rgb)
            while self._bytes > _KEPT and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest.rgb)
