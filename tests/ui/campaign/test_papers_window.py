"""Writing the documents of a campaign in the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.campaign.papers_page import PapersPage
from reviewer.ui.desk import Desk
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.papers import PaperKind
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.assigned_builders import Desktop, drawn_desk
from tests.workspace.campaigns.desk_builders import made


@pytest.fixture
def drawn(workspace: Workspace, tmp_path: Path) -> Desktop:
    return drawn_desk(workspace, tmp_path)


def _opened(desk: Desk, qtbot: QtBot) -> PapersPage:
    desk.perform("papers.open")
    page = desk.home.campaigns.papers.page
    qtbot.waitUntil(lambda: bool(page._possible), timeout=5000)
    return page


def test_chosen_documents_are_written_into_the_folder(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop, tmp_path: Path
) -> None:
    page = _opened(open_desk(), qtbot)
    assert page.boxes[PaperKind.DRAW].accessibleDescription() == "1 份"
    assert page.boxes[PaperKind.MINUTES].accessibleDescription() == "没有合议"
    assert not page.boxes[PaperKind.MINUTES].isEnabled()
    page.boxes[PaperKind.NOTICE].setChecked(False)
    page.set_folder(str(tmp_path / "文书"))

    page.go.click()
    qtbot.waitUntil(lambda: page.said() == "已导出 2 个文件。", timeout=20000)

    names = {path.name for path in (tmp_path / "文书").iterdir()}
    assert names == {"评查组名单.docx", "抽取记录.docx"}


def test_nothing_chosen_is_said_and_nothing_is_written(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    page = _opened(open_desk(), qtbot)
    page.set_folder(str(tmp_path / "文书"))

    page._none.click()
    page.go.click()

    assert page.said() == "先选择要导出的文书。"
    assert not (tmp_path / "文书").exists()
