"""整改 in the window: notice, the form that comes back, verification, closing, 回头看."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.model.feedback import RectificationState
from reviewer.model.rectification_forms import COLUMNS
from reviewer.progress import Silent
from reviewer.ui.campaign.rectify_flow import RectifyFlow
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.state import CampaignState
from tests.ui.campaign.conftest import Opener
from tests.ui.campaign.followed import told_folder
from tests.ui.campaign.followed import workspace as told_workspace

__all__ = ["told_folder", "told_workspace"]
COLUMN = {one.field: at for at, one in enumerate(COLUMNS, 1)}
FILLED = {
    "measures": "补签并培训", "responsible": "赵某某", "progress": "已完成",
    "done_on": "2026-04-29", "evidence_named": "说明.txt",
}  # fmt: skip


@pytest.fixture
def workspace(told_workspace: Workspace) -> Workspace:
    """Return the campaign with the feedback of all units final."""
    campaigns = told_workspace.campaigns
    (campaign,) = campaigns.setup.all()
    for one in campaigns.records.load(campaign.id).feedback:
        campaigns.feedback.finalise(campaign.id, one.unit, date(2026, 4, 20))
    return told_workspace


def _state(workspace: Workspace) -> CampaignState:
    (campaign,) = workspace.campaigns.setup.all()
    return workspace.campaigns.records.load(campaign.id)


def _open(open_desk: Opener, qtbot: QtBot) -> RectifyFlow:
    desk = open_desk()
    desk.perform("rectification.open")
    flow = desk.home.campaigns.rectify
    qtbot.waitUntil(lambda: flow.page.plan.isEnabled(), timeout=5000)
    return flow


def _planned(flow: RectifyFlow, qtbot: QtBot) -> None:
    flow.page.plan.click()
    qtbot.waitUntil(lambda: len(flow.page.problems.table.rows) == 6, timeout=5000)


def _notified(flow: RectifyFlow, qtbot: QtBot) -> None:
    _planned(flow, qtbot)
    page = flow.page
    page.problems.selectAll()
    assert page.steps.buttons["下达整改通知"].text() == "下达整改通知 6 项"
    page.steps.day.setText("2026-04-21")
    page.steps.buttons["下达整改通知"].click()
    qtbot.waitUntil(lambda: page.problems.table.rows[0].cells[-1] == "整改中", timeout=5000)


def _filled(workspace: Workspace, folder: Path) -> Path:
    """Return a form of which the unit filled in one row, and named no day in another."""
    folder.mkdir()
    path = folder / "整改台账填报表.xlsx"
    state = _state(workspace)
    workspace.campaigns.rectifying.write_form(state.campaign.id, state.campaign.units[1].id, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for field, text in FILLED.items():
        sheet.cell(5, COLUMN[field]).value = text
    sheet.cell(6, COLUMN["measures"]).value = "已整改"
    sheet.cell(6, COLUMN["done_on"]).value = "4月底"
    book.save(path)
    (folder / "说明.txt").write_text("已补签", "utf-8")
    return path


def test_a_form_comes_back_and_is_closed(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    flow = _open(open_desk, qtbot)
    _notified(flow, qtbot)
    flow.read_form(_filled(workspace, tmp_path / "报送"))
    form = flow.form
    qtbot.waitUntil(lambda: bool(form.rows.table.rows), timeout=5000)
    states = [row.cells[4] for row in form.rows.table.rows]
    assert states[:2] == ["可以导入", "请核对"]
    assert "M6 单元格：完成日期“4月底”不是日期" in form.rows.table.rows[1].cells[5]
    assert form.take.text() == "导入 1 项"

    form.take.click()
    page = flow.page
    qtbot.waitUntil(lambda: page.filters._buttons["待审核"].text() == "待审核 1", timeout=5000)
    page.filters.press("待审核")
    assert [link.text() for link in page.problem.files.links] == ["说明.txt"]
    page.steps.day.setText("2026-05-06")
    page.steps.second.setText("2026-08-31")
    page.steps.buttons["审核销号"].click()
    qtbot.waitUntil(lambda: page.filters._buttons["已销号"].text() == "已销号 1", timeout=5000)

    (closed,) = [
        one for one in _state(workspace).rectifications if one.state is RectificationState.CLOSED
    ]
    assert (closed.closed_on, closed.revisit_due) == (date(2026, 5, 6), date(2026, 8, 31))
    assert page.units.table.rows[0].cells[1] == "1/6"


def test_what_is_not_enough_to_close_is_said_beside_the_step(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    flow = _open(open_desk, qtbot)
    _notified(flow, qtbot)
    page = flow.page
    page.problem.fields["measures"].setText("补签")
    page.problem.report.click()
    qtbot.waitUntil(lambda: page.problems.table.rows[0].cells[-1] == "已报告", timeout=5000)

    page.steps.buttons["审核销号"].click()
    qtbot.waitUntil(lambda: "没有填写完成情况" in page.steps.refused, timeout=5000)
    page.steps.buttons["退回补正"].click()
    qtbot.waitUntil(lambda: "需要写明理由" in page.steps.refused, timeout=5000)

    reported = [one for one in _state(workspace).rectifications if one.measures]
    assert [one.state for one in reported] == [RectificationState.REPORTED]


def test_overdue_problems_can_be_listed_alone(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    flow = _open(open_desk, qtbot)
    _notified(flow, qtbot)

    flow._campaign.asked.emit("rectification.late")
    qtbot.waitUntil(lambda: flow.page.filters.current == "逾期", timeout=5000)
    flow.page.problems.selectAll()
    QTest.keyClick(flow.page.problems, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    copied = QGuiApplication.clipboard().text().splitlines()
    assert (copied[0].split("\t")[0], len(copied)) == ("单位", 7)
    assert "05-21 逾期" in flow.page.problems.table.rows[0].cells[-2]
    assert "逾期未报 6 项" in flow.page.bar.said


def test_the_board_opens_what_is_to_be_looked_at_again(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    flow = _open(open_desk, qtbot)
    _notified(flow, qtbot)
    found = [one.id for one in _state(workspace).rectifications]
    texts = {"measures": "补签", "responsible": "赵某某", "progress": "已完成", "done_on": ""}
    rectifying, campaign = workspace.campaigns.rectifying, _state(workspace).campaign.id
    rectifying.report(campaign, found, texts)
    rectifying.close(campaign, found[:2], date(2026, 5, 6), "已核实", date(2026, 8, 31))

    flow._campaign.asked.emit("rectification.revisit")
    qtbot.waitUntil(lambda: flow.page.filters.current == "待回头看", timeout=5000)
    qtbot.waitUntil(lambda: len(flow.page.problems.table.rows) == 2, timeout=5000)

    assert "回头看逾期 2 项" in flow.page.bar.said
    assert "逾期未报" not in flow.page.bar.said


def test_notices_forms_and_ledger_are_written(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    _notified(_open(open_desk, qtbot), qtbot)
    campaign, papers = _state(workspace).campaign.id, workspace.campaigns.follow_papers
    today = date(2026, 4, 21)

    notices = papers.notices(campaign, None, tmp_path / "文书", today, Silent())
    ledger = papers.ledger(campaign, tmp_path / "文书", today, Silent())

    assert len(notices) == 8
    assert [path.name for path in ledger] == ["整改台账.docx", "整改台账.pdf"]
