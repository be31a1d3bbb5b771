"""Reading PDF files in processes of their own, so that no file can stop or end the program.

pdfium is safe against most damage, not against all: a file of 2 kB with forms nested ten deep
keeps it busy for ever, one of 900 kB makes it take 900 MB (both measured).  A page that takes too
long, or ends its process, comes without lines; the others are read by the next process.
"""

import logging
import multiprocessing
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Event, Lock
from time import monotonic

import psutil

from reviewer.errors import LockedFile, UnreadableFile
from reviewer.intake.parent import end_with_parent
from reviewer.intake.pdf import DAMAGED
from reviewer.intake.pdf_text import look_into, pdf_pages, save_unlocked
from reviewer.model import Box, Line, Page, PageRef, SourceFile, TextSource

log = logging.getLogger(__name__)

SECONDS = 30.0
"""A page that takes longer is stuck: the fullest page measured, 4 million characters, took 1 s."""
_GLANCE = 0.2
"""Seconds between two looks whether anybody still waits for an answer."""
_LOST = 3
"""Pages of one file that may be lost before the rest of it is left to text recognition."""
_PARTED = 12
"""Pages from which a file is read by two processes, half by each."""
_BUNDLE = 8
"""Pages in one answer: waking the program for every page costs a third of reading it."""
_FULL = 400_000_000
"""Bytes from which a process is not used again."""


@dataclass(frozen=True, slots=True)
class _Order:
    """Some pages of a file; no numbers: only a look into it, or a copy without its password."""

    path: str
    sha256: str = ""
    numbers: range = range(0)
    bundle: int = 1
    """Pages that come in one answer."""
    password: str = field(default="", repr=False)
    target: str = ""


@dataclass(frozen=True, slots=True)
class _Refusal:
    """The file cannot be read, and why."""

    message: str
    remedy: str
    locked: bool

    def error(self) -> UnreadableFile:
        """Return it as the exception that the reader met."""
        kind = LockedFile if self.locked else UnreadableFile
        return kind(self.message, self.remedy)


class _Lost(Exception):
    """The process ended, or took too long."""


_Packed = tuple[int, float, float, str, int, str, list[tuple[str, tuple[float, ...]]]]


class _Reader:
    """One process that reads; used by one thread at a time."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, there = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=serve, args=(there,), name="pdf reader", daemon=True
        )
        self._process.start()
        # Ours must be the only other end, or its death would go unnoticed.
        there.close()

    def ask(self, order: _Order, left: Event) -> Iterator[object]:
        """Give the answers to an order, until `left` says that nobody waits for them.

        Raises:
            UnreadableFile: the file cannot be read.
            _Lost: the process ended or is stuck.
        """
        try:
            self._pipe.send(order)
            while True:
                self._wait(left)
                answer = self._pipe.recv()
                if answer is None:
                    return
                if isinstance(answer, _Refusal):
                    raise answer.error()
                yield answer
        except (EOFError, OSError) as error:
            raise _Lost from error

    def _wait(self, left: Event) -> None:
        end = monotonic() + SECONDS
        while not self._pipe.poll(_GLANCE):
            if left.is_set() or monotonic() > end:
                raise _Lost

    def is_fit(self) -> bool:
        """Return whether it can be used again."""
        try:
            memory = psutil.Process(self._process.pid).memory_info().rss
            return self._process.is_alive() and memory < _FULL
        except psutil.Error:
            return False

    def end(self) -> None:
        """End the process, whatever it is at."""
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


class _Readers:
    """Processes that wait for the next file; any thread takes one and gives it back."""

    def __init__(self) -> None:
        self._idle: list[_Reader] = []
        self._lock = Lock()

    def answers(self, order: _Order, left: Event | None = None) -> Iterator[object]:
        """Give the answers to an order, as `_Reader.ask` does."""
        reader = self._take() or _Reader()
        done = False
        try:
            yield from reader.ask(order, left or Event())
            done = True
        except UnreadableFile:
            done = True
            raise
        finally:
            # One that was left in the middle has answers that nobody wants.
            if done and reader.is_fit():
                with self._lock:
                    self._idle.append(reader)
            else:
                reader.end()

    def _take(self) -> _Reader | None:
        with self._lock:
            while self._idle:
                reader = self._idle.pop()
                if reader.is_fit():
                    return reader
                reader.end()
        return None


_READERS = _Readers()


def probe_pdf(path: Path) -> tuple[int, bool]:
    """Return what `look_into` returns.

    Raises:
        UnreadableFile: it is encrypted or damaged, or reading it does not come to an end.
    """
    try:
        [found] = _READERS.answers(_Order(str(path)))
    except _Lost as error:
        raise UnreadableFile("读取这个 PDF 时中断或用时过长，未读取。", DAMAGED) from error
    return found  # type: ignore[return-value]  # pipes say object


def unlock_pdf(path: Path, password: str, target: Path) -> None:
    """Write a copy of an encrypted PDF to `target` that opens without the password.

    Raises:
        LockedFile: it is not the password.
        UnreadableFile: it is damaged, or opening it does not come to an end.
    """
    try:
        list(_READERS.answers(_Order(str(path), password=password, target=str(target))))
    except _Lost as error:
        raise UnreadableFile("打开这个 PDF 时中断或用时过长，未读取。", DAMAGED) from error


def read_pdf(file: SourceFile) -> Iterator[Page]:
    """Give every page with its text layer; one that cannot be read comes without lines.

    Raises:
        UnreadableFile: the file is gone or damaged since it was gathered.
    """
    left = Event()
    if file.pages < _PARTED:
        yield from _stretch(file, range(1, file.pages + 1), left)
        return
    middle = file.pages // 2
    with ThreadPoolExecutor(1, "pdf second half") as helper:
        rest = range(middle + 1, file.pages + 1)
        second = helper.submit(lambda: list(_stretch(file, rest, left)))
        try:
            yield from _stretch(file, range(1, middle + 1), left)
            yield from second.result()
        finally:
            left.set()


def _stretch(file: SourceFile, numbers: range, left: Event) -> Iterator[Page]:
    number, lost, bundle = numbers.start, 0, _BUNDLE
    while number < numbers.stop and not left.is_set():
        order = _Order(file.location, file.sha256, range(number, numbers.stop), bundle)
        if lost == _LOST:
            yield from (_without_lines(file, one) for one in order.numbers)
            return
        try:
            for pages in _READERS.answers(order, left):
                for packed in pages:  # type: ignore[attr-defined]  # pipes say object
                    yield _unpacked(file.sha256, packed)
                    number += 1
        except _Lost:
            if left.is_set():
                return
            if bundle > 1:
                # Which page of the bundle it was, they tell one by one.
                bundle = 1
                continue
            log.warning("page %d of %s ends or stops its reader", number, file.sha256[:12])
            yield _without_lines(file, number)
            number, lost = number + 1, lost + 1


def serve(pipe: Connection) -> None:
    """Answer orders until the pipe closes; runs in the reader process."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            order: _Order = pipe.recv()
            try:
                _answer(pipe, order)
            except UnreadableFile as error:
                pipe.send(_Refusal(str(error), error.remedy, isinstance(error, LockedFile)))
        except (EOFError, BrokenPipeError):
            return
        except Exception:
            # The program takes it as a page that ends its reader, and goes on behind it.
            log.exception("a page cannot be read")
            return


def _answer(pipe: Connection, order: _Order) -> None:
    path = Path(order.path)
    if order.numbers:
        pages = pdf_pages(path, order.sha256, order.numbers)
        while some := [_packed(page) for page in islice(pages, order.bundle)]:
            pipe.send(some)
    elif order.target:
        save_unlocked(path, order.password, Path(order.target))
    else:
        pipe.send(look_into(path))
    pipe.send(None)


def _packed(page: Page) -> _Packed:
    # Plain tuples: pickling the dataclasses takes longer than reading the page.
    source = page.source.value
    lines = [(line.text, _corners(line.box)) for line in page.lines]
    return page.ref.page, page.width, page.height, source, page.turned, page.folio, lines


def _corners(box: Box | None) -> tuple[float, ...]:
    return (box.x0, box.y0, box.x1, box.y1) if box else ()


def _unpacked(sha256: str, packed: _Packed) -> Page:
    number, width, height, source, turned, folio, lines = packed
    return Page(
        PageRef(sha256, number),
        width,
        height,
        tuple([Line(text, Box(*box) if box else None) for text, box in lines]),
        TextSource(source),
        turned=turned,
        folio=folio,
    )


def _without_lines(file: SourceFile, number: int) -> Page:
    return Page(PageRef(file.sha256, number), 0.0, 0.0, (), TextSource.NONE)
