"""Reading files in processes of their own, so that no file can stop or end the program.

What is sent is an order: a function of a module and its arguments.  What it gives comes back
through a pipe; a process that ends or gives nothing for too long is `Lost`.
"""

import logging
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Event, Lock

import psutil

from reviewer.errors import UserError
from reviewer.intake.parent import end_with_parent
from reviewer.intake.patience import Patience

log = logging.getLogger(__name__)

SECONDS = 30.0
"""An answer that takes longer is stuck: the fullest page of a PDF that was measured, 4 million
characters, took 1 s."""
_BEGINNING = 60.0
"""Seconds for a process to start and load what reads: no file is to blame for a busy computer."""
_GLANCE = 0.2
"""Seconds between two looks whether anybody still waits for an answer."""
_FULL = 400_000_000
"""Bytes from which a process is not used again."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a process is to read."""

    work: Callable[..., Iterable[object]]
    """A function of a module; it gives one answer after another."""
    arguments: tuple[object, ...] = field(repr=False)
    """Out of sight: a password may be among them."""
    patience: float = 1.0
    """Times `SECONDS` that an answer may take."""


@dataclass(frozen=True, slots=True)
class _Refusal:
    """The file cannot be read, and why."""

    message: str
    remedy: str
    kind: type[UserError]

    def error(self) -> UserError:
        """Return it as the exception that the reader met."""
        return self.kind(self.message, self.remedy)


class Lost(Exception):
    """The process ended, or took too long."""


class _Reader:
    """One process that reads; used by one thread at a time."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, there = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=serve, args=(there,), name="reader", daemon=True
        )
        self._process.start()
        # Ours must be the only other end, or its death would go unnoticed.
        there.close()

    def ask(self, order: Order, left: Event) -> Iterator[object]:
        """Give the answers to an order, until `left` says that nobody waits for them.

        Raises:
            UnreadableFile: the file cannot be read.
            Lost: the process ended or is stuck.
        """
        try:
            self._pipe.send(order)
            self._wait(left, _BEGINNING)
            self._pipe.recv()
            while True:
                self._wait(left, SECONDS * order.patience)
                answer = self._pipe.recv()
                if answer is None:
                    return
                if isinstance(answer, _Refusal):
                    raise answer.error()
                yield answer
        except (EOFError, OSError) as error:
            raise Lost from error

    def _wait(self, left: Event, seconds: float) -> None:
        patience = Patience(seconds)
        while not self._pipe.poll(_GLANCE):
            if left.is_set() or patience.is_over():
                raise Lost

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


class Readers:
    """Processes that wait for the next file; any thread takes one and gives it back."""

    def __init__(self) -> None:
        self._idle: list[_Reader] = []
        self._lock = Lock()

    def answers(self, order: Order, left: Event | None = None) -> Iterator[object]:
        """Give the answers to an order, as `_Reader.ask` does."""
        reader = self._take() or _Reader()
        done = False
        try:
            yield from reader.ask(order, left or Event())
            done = True
        except UserError:
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


READERS = Readers()
"""Those of this program."""


def serve(pipe: Connection) -> None:
    """Answer orders until the pipe closes; runs in the reader process."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            # With the order come the modules that read; only then the file is waited for.
            order: Order = pipe.recv()
            pipe.send(None)
            try:
                for answer in order.work(*order.arguments):
                    pipe.send(answer)
                pipe.send(None)
            except UserError as error:
                pipe.send(_Refusal(str(error), error.remedy, type(error)))
        except (EOFError, BrokenPipeError):
            return
        except Exception:
            # The program takes it as a page or file that ends its reader, and goes on behind it.
            log.exception("a file cannot be read")
            return
