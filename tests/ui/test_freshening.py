from uuid import UUID

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reviewer.model import PageRef
from reviewer.ui.freshening import Freshening
from reviewer.ui.jobs import Jobs
from reviewer.ui.recognition import Recognition
from tests.ui.made_up import MadeTexts, case_id


class _Stage:
    def __init__(self) -> None:
        self.host = QObject()
        self.recognition = Recognition(MadeTexts(), Jobs(self.host), self.host)
        self.freshening = Freshening(self.recognition)
        self.told: list[frozenset[UUID]] = []
        self.freshening.due.connect(self.told.append)


def test_many_pages_are_told_together(qtbot: QtBot) -> None:
    stage = _Stage()
    stage.freshening._timer.setInterval(0)
    for page in range(5):
        stage.recognition.page_read.emit(case_id(1), PageRef("a" * 64, page))

    qtbot.waitUntil(lambda: stage.told == [frozenset({case_id(1)})], timeout=1000)


def test_the_end_of_a_case_is_told_at_once(qtbot: QtBot) -> None:
    stage = _Stage()
    stage.recognition.page_read.emit(case_id(1), PageRef("a" * 64, 1))
    stage.recognition.case_read.emit(case_id(2))

    assert stage.told == [frozenset({case_id(1), case_id(2)})]
