"""The forms of the year's end in the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reviewer.model import Choice
from reviewer.workspace import Workspace
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.desk_builders import made


def test_replies_of_the_self_check_are_kept_and_scored_at_once(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    state = made(workspace)
    year_end = workspace.campaigns.year_end
    desk = open_desk()
    desk.perform("selfcheck.open")
    page = desk.home.campaigns.year_end.checking
    qtbot.waitUntil(page.isVisible, timeout=5000)

    QTest.keyClick(page.list, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.list.table.rows[0].cells[3] == "符合", timeout=5000)
    page.list.setCurrentIndex(page.list.table.index(2, 0))
    page.form.choose(Choice.FAILS)
    qtbot.waitUntil(lambda: "未填全" in page.list.table.rows[2].cells[3], timeout=5000)
    rate = page.form.clauses["Z3.1"]
    assert isinstance(rate, QLineEdit)
    rate.setText("130")
    rate.editingFinished.emit()
    qtbot.waitUntil(lambda: "不是 0 至 100" in page.form.faults, timeout=5000)
    rate.setText("80")
    rate.editingFinished.emit()
    qtbot.waitUntil(lambda: page.list.table.rows[2].cells[4] == "−0.6", timeout=5000)

    kept = {one.id: one.reply.choice for one in year_end.self_check(state.campaign.id).requirements}
    assert (kept["Z1"], kept["Z3"], kept["Z4"]) == (Choice.CONFORMS, Choice.FAILS, Choice.PENDING)
    path = tmp_path / "自查.docx"
    desk.home.campaigns.year_end.write_check(path)
    qtbot.waitUntil(path.exists, timeout=10000)


def test_the_draft_of_the_yearly_report_is_there_again(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    state = made(workspace)
    desk = open_desk()
    desk.perform("annual.open")
    flow = desk.home.campaigns.year_end
    page = flow.annual
    qtbot.waitUntil(page.isVisible, timeout=5000)

    page.figure("courses").setText("6")
    page.figure("trained").setText("多人")
    page.save()
    qtbot.waitUntil(lambda: "“培训执法人员”填的不是数字" in page.sentence, timeout=5000)
    page.figure("trained").setText("120")
    page.save()
    qtbot.waitUntil(lambda: "还有 17 项没有填" in page.sentence, timeout=5000)

    sections = workspace.campaigns.year_end.annual(state.campaign.id).sections
    assert [one.now for one in sections[0].figures[:2]] == ["6", "120"]
    path = tmp_path / "素材.docx"
    flow.write_annual(path)
    qtbot.waitUntil(path.exists, timeout=10000)
