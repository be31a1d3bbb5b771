"""The frame of an opened place fades in, unless the system wants nothing to move."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.model import Box
from reviewer.ui.workbench.case_index import Spot
from reviewer.ui.workbench.page_fade import FrameFade
from reviewer.ui.workbench.page_marks import MarkKind, PageMark

BOX = Box(0.1, 0.1, 0.4, 0.2)
HERE = PageMark(MarkKind.COUNTED, 2, BOX)
ELSEWHERE = PageMark(MarkKind.COUNTED, 3, BOX)


@pytest.fixture
def fade(qtbot: QtBot) -> Iterator[FrameFade]:
    # The owner must live as long as what it owns.
    owner = QObject()
    yield FrameFade(owner)
    owner.deleteLater()


@pytest.mark.parametrize("moves", [True, False], ids=["effects on", "effects off"])
def test_only_the_opened_frame_fades_and_only_where_things_may_move(
    fade: FrameFade, moves: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "isEffectEnabled", lambda _effect: moves)
    fade.start(Spot(2, BOX))

    assert fade.opacity(ELSEWHERE) == 1.0
    assert (fade.opacity(HERE) < 1.0) is moves


def test_it_ends_with_the_whole_frame(
    fade: FrameFade, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "isEffectEnabled", lambda _effect: True)
    fade.start(Spot(2, BOX))
    qtbot.waitUntil(lambda: fade.opacity(HERE) == 1.0, timeout=3000)
