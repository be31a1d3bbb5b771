"""Worker processes for text recognition, started when first needed and replaced when they die.

One thread uses a pool.  Each worker has one page at a time, so that what a killed program or a
dead worker loses is a page in flight and nothing more.
"""

import logging
import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from reviewer.intake.ocr_worker import Done, Drawn, Failed, Order, serve
from reviewer.intake.patience import Patience

log = logging.getLogger(__name__)

_PAGE_SECONDS = 300.0
"""A page that takes longer is stuck: the densest page measured took 12 s on one core."""

Answer = Drawn | Done | Failed


@dataclass(slots=True)
class Worker:
    """One process with its pipe."""

    process: BaseProcess
    pipe: Connection
    patience: Patience | None = None
    """With the page it is at; None while idle."""


class Pool:
    """A fixed number of workers."""

    def __init__(self, processes: int, work: Callable[[Connection], None] = serve) -> None:
        """Prepare a pool; `work` is what a worker process runs, an importable function."""
        self._processes = processes
        self._work = work
        # spawn everywhere: Windows has nothing else, and forking a program with threads hangs.
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[Worker] = []

    def idle(self) -> Worker | None:
        """Return a worker that has nothing to do, started if there is room for one."""
        for worker in self._workers:
            if worker.patience is None:
                return worker
        if len(self._workers) < self._processes:
            worker = self._start()
            self._workers.append(worker)
            return worker
        return None

    def submit(self, worker: Worker, order: Order) -> None:
        """Give an idle worker its next page."""
        worker.patience = Patience(_PAGE_SECONDS)
        try:
            worker.pipe.send(order)
        except OSError:
            # It died while idle; `answers` reports that like any other death.
            log.warning("a recognition worker died while idle")

    def answer(self, worker: Worker, wanted: bool) -> None:
        """Tell a worker whether the page it has drawn is to be read."""
        try:
            worker.pipe.send(wanted)
        except OSError:
            log.warning("a recognition worker died between drawing and reading")

    def answers(self, seconds: float) -> list[tuple[Worker, Answer]]:
        """Return what workers said, waiting at most `seconds`; a dead one has failed its page."""
        busy = {worker.pipe: worker for worker in self._workers if worker.patience}
        found: list[tuple[Worker, Answer]] = []
        for pipe in wait(list(busy), seconds):
            worker = busy.pop(pipe)  # type: ignore[call-overload]  # `wait` says object
            found.append((worker, self._receive(worker)))
        for worker in busy.values():
            if worker.patience and worker.patience.is_over():
                self._end(worker)
                found.append((worker, Failed("识别这一页用时过长，已停止。请单独查看该页。")))
        return found

    def abandon(self) -> None:
        """End the workers that are busy: their pages are wanted no more."""
        for worker in [one for one in self._workers if one.patience]:
            self._end(worker)

    def close(self) -> None:
        """End all workers."""
        for worker in list(self._workers):
            self._end(worker)

    def _receive(self, worker: Worker) -> Answer:
        try:
            answer: Answer = worker.pipe.recv()
        except (EOFError, OSError):
            self._end(worker)
            return Failed("识别这一页时识别程序中断。请重新识别，仍不成功时单独查看该页。")
        if not isinstance(answer, Drawn):
            worker.patience = None
        return answer

    def _start(self) -> Worker:
        here, there = self._context.Pipe()
        process = self._context.Process(
            target=self._work, args=(there,), name="text recognition", daemon=True
        )
        process.start()
        # Ours must be the only other end, or the death of the worker would go unnoticed.
        there.close()
        return Worker(process, here)

    def _end(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()
