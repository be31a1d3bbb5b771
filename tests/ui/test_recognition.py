from collections.abc import Iterator
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reviewer.model import PageRef
from reviewer.ui.jobs import Jobs
from reviewer.ui.recognition import Recognition
from tests.ui.made_up import MadeTexts, case_id

_ONE, _TWO = case_id(1), case_id(2)


class _Stage:
    def __init__(self, *cases: UUID) -> None:
        self.host = QObject()
        self.jobs = Jobs(self.host)
        self.texts = MadeTexts(cases)
        self.recognition = Recognition(self.texts, self.jobs, self.host)

    def idle(self) -> bool:
        return not self.recognition.running


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[_Stage]:
    made = _Stage(_ONE, _TWO)
    yield made
    made.jobs.shut_down()


def test_what_was_left_over_is_read_at_start(stage: _Stage, qtbot: QtBot) -> None:
    read: list[UUID] = []
    stage.recognition.case_read.connect(read.append)
    stage.recognition.find_work()
    qtbot.waitUntil(lambda: read == [_ONE, _TWO], timeout=2000)

    assert len(stage.texts.read) == 6
    assert stage.recognition.sentence() == ""


def test_every_page_is_told(stage: _Stage, qtbot: QtBot) -> None:
    pages: list[int] = []
    stage.recognition.page_read.connect(lambda _case, ref: pages.append(ref.page))
    stage.recognition.find_work()

    qtbot.waitUntil(lambda: pages == [1, 2, 3, 1, 2, 3], timeout=2000)


def test_the_page_in_view_comes_first_even_from_a_waiting_case(stage: _Stage, qtbot: QtBot) -> None:
    reached, go = Event(), Event()

    def between(page: int) -> None:
        if not reached.is_set():
            reached.set()
            go.wait()

    stage.texts.between = between
    stage.recognition.find_work()
    qtbot.waitUntil(reached.is_set, timeout=2000)
    wanted = PageRef("b" * 64, 9)
    stage.recognition.want(_TWO, wanted)
    go.set()
    qtbot.waitUntil(stage.idle, timeout=2000)

    order = [case for case, _page in stage.texts.read]
    assert order[1] == _TWO
    assert order[-1] == _ONE
    assert wanted in stage.texts.firsts


def test_a_pause_holds_and_a_resume_goes_on(stage: _Stage, qtbot: QtBot) -> None:
    stage.recognition.pause()
    stage.recognition.find_work()
    qtbot.waitUntil(lambda: stage.recognition.sentence() == "文字识别已暂停", timeout=2000)
    assert stage.texts.read == []
    stage.recognition.resume()

    qtbot.waitUntil(lambda: len(stage.texts.read) == 6, timeout=2000)


def test_the_sentence_counts_pages_and_waiting_cases(stage: _Stage, qtbot: QtBot) -> None:
    reached, go = Event(), Event()

    def between(page: int) -> None:
        if page == 2 and not reached.is_set():
            reached.set()
            go.wait()

    stage.texts.between = between
    stage.recognition.find_work()
    said: list[str] = []
    stage.recognition.changed.connect(lambda: said.append(stage.recognition.sentence()))

    qtbot.waitUntil(lambda: "正在识别 1/3 页，另有 1 卷" in said, timeout=2000)
    go.set()
    qtbot.waitUntil(stage.idle, timeout=2000)


def test_a_removed_case_is_not_read(stage: _Stage, qtbot: QtBot) -> None:
    stage.recognition.pause()
    stage.recognition.find_work()
    qtbot.waitUntil(lambda: stage.recognition.running, timeout=2000)
    stage.recognition.forget(_ONE)
    stage.recognition.resume()
    qtbot.waitUntil(stage.idle, timeout=2000)

    assert {case for case, _page in stage.texts.read} == {_TWO}


def test_a_case_that_fails_does_not_stop_the_next(stage: _Stage, qtbot: QtBot) -> None:
    def between(page: int) -> None:
        if not stage.texts.read:
            stage.texts.read.append((_ONE, 0))
            raise OSError

    stage.texts.between = between
    with qtbot.waitSignal(stage.recognition.failed, timeout=2000):
        stage.recognition.find_work()
    qtbot.waitUntil(stage.idle, timeout=2000)

    assert (_TWO, 3) in stage.texts.read
