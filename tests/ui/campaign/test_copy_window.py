"""Next year's campaign from this one, in the window."""

from pytestqt.qtbot import QtBot

from reviewer.model.feedback import RectificationState
from reviewer.ui.campaign.copy_page import CopyPage
from reviewer.ui.desk import Desk
from reviewer.workspace import Workspace
from tests.campaign.campaign_builders import make_rectification
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.desk_builders import made


def _with_open_problem(workspace: Workspace) -> None:
    state = made(workspace)
    campaign = state.campaign
    one = make_rectification(
        campaign=campaign.id, unit=campaign.units[0].id, state=RectificationState.NOTIFIED
    )
    workspace.campaigns.records.save(campaign.id, [one], "列出整改问题", state)


def _opened(desk: Desk, qtbot: QtBot) -> CopyPage:
    desk.perform("campaign.copy")
    page = desk.home.campaigns.setup.copy
    qtbot.waitUntil(lambda: bool(page.lines.table.rows), timeout=5000)
    return page


def _taken(page: CopyPage, what: str) -> str:
    return next(row.cells[1] for row in page.lines.table.rows if row.cells[0] == what)


def test_what_is_taken_is_read_before_the_campaign_is_made(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    _with_open_problem(workspace)
    desk = open_desk()
    page = _opened(desk, qtbot)
    assert _taken(page, "被评查单位") == "2 个：沙湖支队、平川支队"
    assert _taken(page, "未完成整改").startswith("1 项转入：沙湖支队 1 项")
    assert len(workspace.campaigns.setup.all()) == 1

    page.make.click()
    qtbot.waitUntil(lambda: desk.home.place == "board", timeout=5000)

    new, old = workspace.campaigns.setup.all()
    assert (new.year, new.previous) == (old.year + 1, old.id)
    state = desk.home.campaigns.campaign.state
    assert state is not None
    assert state.campaign.id == new.id
    assert [one.state for one in state.rectifications] == [RectificationState.NOTIFIED]


def test_a_day_that_is_none_is_refused_on_the_page(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    made(workspace)
    desk = open_desk()
    page = _opened(desk, qtbot)

    page.begins.setText("明年三月")
    page.begins.editingFinished.emit()
    qtbot.waitUntil(lambda: "不是日期" in page.refusal.sentence, timeout=5000)

    assert not page.make.isEnabled()
