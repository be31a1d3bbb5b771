"""Widgets in cycles are taken apart on the GUI thread only."""

import gc
import threading

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.garbage import Collector, collect_due


class _Marked:
    def __init__(self, died_on: list[threading.Thread]) -> None:
        self.me = self
        self.died_on = died_on

    def __del__(self) -> None:
        self.died_on.append(threading.current_thread())


def _allocate() -> None:
    for _ in range(20_000):
        cycle: list[object] = []
        cycle.append(cycle)


def test_a_worker_that_allocates_much_collects_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    died_on: list[threading.Thread] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    collector = Collector(owner)
    _Marked(died_on)

    worker = threading.Thread(target=_allocate)
    worker.start()
    worker.join()
    assert not died_on
    collect_due()

    assert died_on == [threading.main_thread()]
    collector.stop()
    gc.disable()  # as the other window tests have it
