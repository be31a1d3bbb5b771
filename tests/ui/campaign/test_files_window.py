"""调卷: imported files are joined to the drawn cases in the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.progress import Silent
from reviewer.ui.campaign.files_flow import FilesFlow
from reviewer.ui.desk import Desk
from reviewer.workspace import Workspace
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.assigned_builders import Desktop, drawn_desk
from tests.workspace.files import make_pdf


def _import(workspace: Workspace, folder: Path, name: str) -> None:
    folder.mkdir(exist_ok=True)
    path = make_pdf(folder / f"{name}.pdf", ["行政处罚决定书"])
    plan = workspace.imports.plan([path], Silent())
    workspace.imports.run(plan, Silent())


@pytest.fixture
def drawn(workspace: Workspace, tmp_path: Path) -> Desktop:
    desktop = drawn_desk(workspace, tmp_path)
    row = desktop.state.row(desktop.cases[0])
    _import(workspace, tmp_path / "in", f"{row.unit_name} {row.case_no}")
    _import(workspace, tmp_path / "in", "没有案号")
    return desktop


def _page(desk: Desk, qtbot: QtBot) -> FilesFlow:
    desk.perform("files.open")
    flow = desk.home.campaigns.files
    qtbot.waitUntil(lambda: bool(flow.page.cases.table.rows), timeout=5000)
    return flow


def test_the_suggested_files_are_joined_at_once(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop
) -> None:
    flow = _page(open_desk(), qtbot)
    page = flow.page
    assert "3 卷还没有电子卷" in page._said.text()
    page.cases.see(drawn.cases[0])
    assert "建议并入" in page.cases.table.rows[0].cells[3]

    page.join.click()
    qtbot.waitUntil(lambda: "2 卷还没有电子卷" in page._said.text(), timeout=5000)

    pages = {row.id: row.pages for row in drawn.workspace.cases.rows()}
    assert pages[drawn.cases[0]] == 1


def test_a_file_without_a_number_is_joined_by_hand(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop
) -> None:
    flow = _page(open_desk(), qtbot)
    page = flow.page
    page.cases.see(drawn.cases[2])
    at = next(n for n in range(page.loose.count()) if "没有案号" in page.loose.itemText(n))
    page.loose.setCurrentIndex(at)

    page.join.click()
    qtbot.waitUntil(lambda: "2 卷还没有电子卷" in page._said.text(), timeout=5000)

    line = next(one for one in page._view.lines if one.case == drawn.cases[2])
    assert line.pages == 1
