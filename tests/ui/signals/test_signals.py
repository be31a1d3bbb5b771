"""跨卷线索 in the window: comparing, cancelling, opening a case at its page, exporting."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.progress import Silent
from reviewer.ui.desk import Desk
from reviewer.ui.main_window import MainWindow
from reviewer.ui.shell.open_tabs import case_key
from reviewer.ui.signals.page import CAUTION
from reviewer.ui.signals.rows import Kind, lines_of
from tests.ui.made_up import (
    PERSON,
    MadeCaseTab,
    MadeServices,
    case_id,
    make_window,
    twelve_rows,
)

Key = Qt.Key


@pytest.fixture
def services() -> MadeServices:
    return MadeServices(twelve_rows(), PERSON)


@pytest.fixture
def desk(qtbot: QtBot, services: MadeServices) -> Desk:
    window: MainWindow = make_window(services)
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(lambda: window.desk is not None and bool(window.desk.home.rows))
    assert window.desk is not None
    window.desk.perform("tools.signals")
    return window.desk


def test_every_rule_stands_with_its_method_and_what_it_compared(services: MadeServices) -> None:
    lines = lines_of(services.signals.look(Silent()), frozenset())
    groups = [line for line in lines if line.kind is Kind.GROUP]

    assert [line.text for line in groups] == ["T43　执法人员时段冲突", "R-A6-91　照片重复使用"]
    assert groups[0].right == "1 条线索　比对 9 卷　未比对 3 卷"
    assert groups[1].right == "未见线索　比对 12 卷"
    assert all(line.below for line in groups)


def test_cases_that_were_not_compared_are_named_on_demand(services: MadeServices) -> None:
    view = services.signals.look(Silent())
    folded, unfolded = lines_of(view, frozenset()), lines_of(view, {"T43", "unread"})

    assert not [line for line in folded if line.kind is Kind.CASE]
    assert len([line for line in unfolded if line.kind is Kind.CASE]) == 4
    assert folded[0].text == "1 卷尚未识别完，未识别的页没有比对"


def test_a_case_opens_at_its_page(qtbot: QtBot, desk: Desk) -> None:
    page = desk.home.signals.page
    page.compare.click()
    qtbot.waitUntil(lambda: bool(page.list.rows.rows))
    at = page.list.row_of(lambda line: line.kind is Kind.SIDE)
    page.list.set_current(at)
    QTest.keyClick(page.list, Key.Key_Return)

    tab = desk.tabs.page(case_key(case_id(132)))
    assert isinstance(tab, MadeCaseTab)
    assert [place.page for place in tab.places] == [7]


def test_comparing_can_be_cancelled(qtbot: QtBot, desk: Desk, services: MadeServices) -> None:
    begun, go = Event(), Event()

    def wait() -> None:
        begun.set()
        go.wait(5)

    services.signals.between = wait
    page = desk.home.signals.page
    page.compare.click()
    qtbot.waitUntil(begun.is_set)
    page._stop.click()
    go.set()
    qtbot.waitUntil(lambda: "已取消" in page._said.text())

    assert page.compare.isEnabled()
    assert not page.export.isEnabled()


def test_what_was_found_is_exported(qtbot: QtBot, desk: Desk, services: MadeServices) -> None:
    page = desk.home.signals.page
    page.compare.click()
    qtbot.waitUntil(lambda: page.export.isEnabled())
    page.export_asked.emit(Path("跨卷线索.xlsx"))

    qtbot.waitUntil(lambda: services.signals.exported == [Path("跨卷线索.xlsx")])


def test_the_page_says_that_nothing_is_deducted() -> None:
    assert "线索" in CAUTION
    assert "只供核对" in CAUTION
    assert "不扣分" in CAUTION


def test_one_case_alone_is_not_compared(qtbot: QtBot) -> None:
    window = make_window(MadeServices(twelve_rows()[:1], PERSON))
    qtbot.addWidget(window)
    window.start()
    qtbot.waitUntil(lambda: window.desk is not None and bool(window.desk.home.rows))
    assert window.desk is not None
    window.desk.perform("tools.signals")

    assert not window.desk.home.signals.page.compare.isEnabled()
