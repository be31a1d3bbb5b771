"""The page 活动 after the draw: bars, cases and their filters as doors."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reviewer.model.draws import Duty
from reviewer.ui.campaign.board_page import BoardPage
from reviewer.ui.desk import Desk
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.board_cases import BoardFilter
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.assigned_builders import LEADER, Desktop, assigned_desk


@pytest.fixture
def assigned(workspace: Workspace, tmp_path: Path) -> Desktop:
    desktop = assigned_desk(workspace, tmp_path)
    for duty in (Duty.FIRST, Duty.SECOND):
        desktop.reviewed(desktop.cases[0], duty)
    desktop.sit(LEADER)
    return desktop


def _board(desk: Desk, qtbot: QtBot) -> BoardPage:
    desk.perform("campaign.board")
    board = desk.home.campaigns.campaign.board
    qtbot.waitUntil(lambda: bool(board.cases.table.cases), timeout=5000)
    return board


def test_a_bar_is_a_door_to_its_cases(open_desk: Opener, qtbot: QtBot, assigned: Desktop) -> None:
    board = _board(open_desk(), qtbot)
    bar = board.unit_bars.bars[0]

    board.unit_bars.opened.emit(board.unit_bars.table.index(0, 0))

    assert {one.case for one in board.cases.table.cases} == set(bar.cases)
    board.cases.only.click()
    assert len(board.cases.table.cases) == 3


def test_filters_search_and_copy(open_desk: Opener, qtbot: QtBot, assigned: Desktop) -> None:
    board = _board(open_desk(), qtbot)
    settled = assigned.state.row(assigned.cases[0]).case_no

    board.cases.filters.press(BoardFilter.SETTLED.value)
    assert [one.case_no for one in board.cases.table.cases] == [settled]
    board.cases.copy()
    head, line = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[0] == "案号"
    assert line.split("\t")[0] == settled
    board.cases.filters.press(BoardFilter.ALL.value)
    board.cases.query.setText("3号")
    assert [one.case_no[-2:] for one in board.cases.table.cases] == ["3号"]


def test_a_case_opens_from_the_board(open_desk: Opener, qtbot: QtBot, assigned: Desktop) -> None:
    desk = open_desk()
    board = _board(desk, qtbot)
    opened: list[UUID] = []
    desk.home.case_opened.connect(opened.append)

    board.cases.table.opened.emit(board.cases.table.table.index(0, 0))

    assert opened == [board.cases.table.cases[0].case]
