"""The place 统计 in the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.campaign.statistics.statistics_page import EMPTY, StatisticsPage
from reviewer.ui.desk import Desk
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.statistics_view import Part
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.assigned_builders import drawn_desk
from tests.workspace.campaigns.statistics_builders import settled_desk


def _opened(desk: Desk, qtbot: QtBot) -> StatisticsPage:
    desk.perform("statistics.open")
    page = desk.home.campaigns.statistics.page
    qtbot.waitUntil(lambda: page.view is not None, timeout=10000)
    return page


def test_before_a_case_is_settled_there_is_a_sentence(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    drawn_desk(workspace, tmp_path)
    desk = open_desk()
    page = _opened(desk, qtbot)

    assert not desk.home.campaigns.entries()["statistics"]
    assert page.sentence == EMPTY
    assert not page.head.bulletin.isEnabled()


def test_a_figure_opens_the_cases_that_it_counts(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    settled_desk(workspace, tmp_path, each=2)
    desk = open_desk()
    page = _opened(desk, qtbot)
    qtbot.waitUntil(lambda: len(desk.home.rows) == 6, timeout=5000)
    assert desk.home.campaigns.entries()["statistics"]
    assert page.overview.heads.buttons[0].figure.number == "5"

    means = page.overview.charts["means"]
    qtbot.waitUntil(lambda: means.is_current, timeout=10000)
    means.setFocus()
    QTest.keyClick(means, Qt.Key.Key_Return)

    assert desk.home.place == "cases"
    unit = page.view.means.groups[0] if page.view else None
    assert unit is not None
    assert {row.id for row in desk.home.cases.shown_rows()} == set(unit.mean.cases)

    desk.home.cases.only.click()
    assert len(desk.home.cases.shown_rows()) == 6


def test_what_is_seen_is_copied_as_a_table(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    settled_desk(workspace, tmp_path, each=2)
    desk = open_desk()
    page = _opened(desk, qtbot)

    page.show_part(Part.ITEMS)
    QTest.keyClick(page.tables.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[0].startswith("编号\t评查项\t适用")
    assert data.hasHtml()


def test_another_decision_and_another_line_are_supposed_and_nothing_is_written(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made = settled_desk(workspace, tmp_path, each=2)
    before = workspace.campaigns.results.final(made.id)
    desk = open_desk()
    page = _opened(desk, qtbot)
    page.show_part(Part.WHAT_IF)
    flips, standard = page.what_if.flips, page.what_if.standard
    qtbot.waitUntil(lambda: "总分由" in flips.sentence.text(), timeout=10000)
    assert flips.every.isChecked()

    page.what_if.show_page("standard")
    standard.lines["优秀"].setText("70")
    standard.lines["优秀"].editingFinished.emit()
    qtbot.waitUntil(lambda: "应高于" in standard.sentence.text(), timeout=5000)
    standard.lines["优秀"].setText("99")
    standard.lines["优秀"].editingFinished.emit()
    qtbot.waitUntil(lambda: "卷等次会变" in standard.sentence.text(), timeout=5000)

    assert "都不需要重新评定" in standard.sentence.text()
    assert workspace.campaigns.results.final(made.id) == before


def test_the_board_tells_what_is_settled_and_the_summary_is_written(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    settled_desk(workspace, tmp_path, each=1)
    desk = open_desk()
    _opened(desk, qtbot)
    flow, papers = desk.home.campaigns.statistics, workspace.campaigns.papers
    words = [door.text() for door in flow.settled.doors]
    assert words[0] == "2 卷"
    assert [text for text in words if text.startswith("未定")] == ["未定 1"]

    desk.perform("campaign.board")
    flow.settled.doors[0].click()
    assert desk.home.place == "cases"
    qtbot.waitUntil(lambda: len(desk.home.cases.shown_rows()) == 2, timeout=5000)

    summary = tmp_path / "汇总.xlsx"
    flow.write(papers.write_summary, summary)
    qtbot.waitUntil(summary.exists, timeout=20000)
