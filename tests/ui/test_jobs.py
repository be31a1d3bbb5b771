import sys
from collections.abc import Iterator
from threading import Event
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from reviewer.errors import UserError
from reviewer.progress import Progress
from reviewer.ui.jobs import Job, Jobs, Lane


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()


def test_emitting_keeps_the_references_of_true(jobs: Jobs) -> None:
    """Fail on PySide6 6.12.0: `emit` returned True without owning it.

    Python 3.11 counts references to True, so about 580 emissions aborted the process.
    """
    before = sys.getrefcount(True)
    for _ in range(100):
        jobs.objectNameChanged.emit("")

    assert sys.getrefcount(True) >= before


def test_the_value_of_the_work_comes_home(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.start(lambda _progress: 42)

    with qtbot.waitSignal(job.succeeded, timeout=1000) as caught:
        pass

    assert caught.args == [42]


def test_work_that_ends_at_once_still_reaches_who_connects_later(jobs: Jobs, qtbot: QtBot) -> None:
    done = Event()
    job = jobs.start(lambda _progress: done.set())
    assert done.wait(1)

    with qtbot.waitSignal(job.finished, timeout=1000):
        pass


def test_an_error_is_told_and_finished_comes_after_it(jobs: Jobs, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise UserError("打不开。", "换一个文件夹。")

    job = jobs.start(work)
    order: list[str] = []
    job.failed.connect(lambda error: order.append(str(error)))
    with qtbot.waitSignal(job.finished, timeout=1000):
        job.finished.connect(lambda: order.append("finished"))

    assert order == ["打不开。", "finished"]


def test_the_newest_report_always_arrives(jobs: Jobs, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for done in range(1000):
            progress.report(done, 1000, "")

    job = jobs.start(work)
    seen: list[int] = []
    job.progressed.connect(lambda done, _total, _label: seen.append(done))
    with qtbot.waitSignal(job.finished, timeout=2000):
        pass

    assert seen[-1] == 999
    assert len(seen) < 100


def _endless(progress: Progress) -> None:
    while True:
        progress.report(0, 0, "")


def test_a_cancel_acts_within_200_ms_and_says_nothing_but_finished(
    jobs: Jobs, qtbot: QtBot
) -> None:
    job = jobs.start(_endless)
    failed: list[Exception] = []
    job.failed.connect(failed.append)
    start = monotonic()
    with qtbot.waitSignal(job.finished, timeout=1000):
        job.cancel()

    assert monotonic() - start < 0.2
    assert failed == []


def test_paused_work_waits_and_goes_on(jobs: Jobs, qtbot: QtBot) -> None:
    steps: list[int] = []
    first = Event()

    def work(progress: Progress) -> None:
        first.wait()
        progress.report(0, 1, "")
        steps.append(1)

    job = jobs.start(work)
    job.pause()
    first.set()
    assert job.paused
    assert steps == []
    with qtbot.waitSignal(job.finished, timeout=1000):
        job.resume()

    assert steps == [1]


def test_paused_work_can_be_cancelled(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.start(_endless)
    job.pause()
    with qtbot.waitSignal(job.finished, timeout=1000):
        job.cancel()


def test_lanes_do_not_wait_for_each_other(jobs: Jobs, qtbot: QtBot) -> None:
    hold = Event()
    jobs.start(lambda _progress: hold.wait(), Lane.BEHIND)
    quick = jobs.start(lambda _progress: None, Lane.WRITE)

    with qtbot.waitSignal(quick.finished, timeout=1000):
        pass
    hold.set()


def test_writing_is_done_one_after_the_other(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[str] = []
    jobs.start(lambda _progress: order.append("first"), Lane.WRITE)
    last: Job = jobs.start(lambda _progress: order.append("second"), Lane.WRITE)
    with qtbot.waitSignal(last.finished, timeout=1000):
        pass

    assert order == ["first", "second"]


def test_shutting_down_ends_work_that_would_run_for_ever(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.start(_endless)
    jobs.start(_endless, Lane.BEHIND)

    jobs.shut_down()


def test_work_asked_for_after_the_window_closed_is_cancelled(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.shut_down()
    done: list[object] = []

    job = jobs.start(lambda _progress: done.append("ran"))
    job.succeeded.connect(done.append)
    job.failed.connect(done.append)
    with qtbot.waitSignal(job.finished):
        pass

    assert done == []
