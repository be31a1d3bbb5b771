"""The page goes to a window of its own, its keys with it, and comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.model import Choice
from reviewer.ui.workbench import second_screen
from tests.ui.workbench.conftest import OpenTab
from tests.ui.workbench.fakes import FakeWorkspace


def test_with_one_screen_it_is_not_offered(open_tab: OpenTab) -> None:
    assert "view.second_screen" not in open_tab(FakeWorkspace()).available_actions()


def test_the_page_goes_to_the_other_screen_and_comes_back(
    qtbot: QtBot, open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(_widget: QWidget) -> object:
        return QGuiApplication.primaryScreen()

    monkeypatch.setattr(second_screen, "other_screen", other)
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_item("A1")
    page = tab._bench.page
    narrow = tab._bench.right.width()
    assert tab.perform("view.second_screen")
    window = page.window()
    assert window is not tab.window()
    assert window.isVisible()
    qtbot.waitUntil(lambda: tab._bench.right.width() > narrow)

    QTest.keyClick(page.canvas, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: workspace.reviews.state.marks.of("A1").choice is Choice.CONFORMS)
    tab.hide()
    assert not window.isVisible()
    tab.show()
    assert window.isVisible()

    window.close()
    assert page.window() is tab.window()
    assert page.isVisible()
    qtbot.waitUntil(lambda: tab._bench.right.width() == narrow)
