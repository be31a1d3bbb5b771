"""通报 in the window: words that are kept, what is open before it goes out, its issue."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from reviewer.model.campaigns import Stage, StageState
from reviewer.progress import Silent
from reviewer.ui.campaign.bulletin_flow import BulletinFlow
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.papers.bulletin_words import bulletin_of
from reviewer.workspace.campaigns.state import CampaignState
from tests.ui.campaign.conftest import Opener
from tests.ui.campaign.followed import told_folder, workspace
from tests.workspace.campaigns.followed_builders import LATE

__all__ = ["told_folder", "workspace"]


def _state(workspace: Workspace) -> CampaignState:
    (campaign,) = workspace.campaigns.setup.all()
    return workspace.campaigns.records.load(campaign.id)


def _open(open_desk: Opener, qtbot: QtBot) -> BulletinFlow:
    desk = open_desk()
    desk.perform("bulletin.open")
    flow = desk.home.campaigns.bulletin
    qtbot.waitUntil(lambda: bool(flow.page.checks.table.rows), timeout=5000)
    return flow


def test_words_are_kept_and_stand_in_the_document(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    page = _open(open_desk, qtbot).page
    page.fields.set_text("number", "宁交法〔2026〕12号")
    page.texts["practices"].setPlainText("交叉互查\n\n归档及时")
    page.flush()
    qtbot.waitUntil(lambda: bool(bulletin_of(_state(workspace)).number), timeout=5000)

    assert bulletin_of(_state(workspace)).practices == ("交叉互查", "归档及时")
    campaign = _state(workspace).campaign.id
    paths = workspace.campaigns.bulletins.write(campaign, tmp_path, date(2026, 4, 30), Silent())
    assert [path.name for path in paths] == ["评查情况通报.docx", "评查情况通报.pdf"]


def test_it_is_issued_once_every_unit_is_final(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    page = _open(open_desk, qtbot).page
    assert page.checks.table.rows[1].cells[1] == "沙湖支队、平川支队的反馈意见还没有终定"
    page.steps.buttons["登记通报印发"].click()
    qtbot.waitUntil(lambda: "通报还不能印发" in page.steps.refused, timeout=5000)

    campaigns, campaign = workspace.campaigns, _state(workspace).campaign.id
    campaigns.setup.issue_notice(campaign)
    for one in _state(workspace).feedback:
        campaigns.feedback.finalise(campaign, one.unit, LATE)
    page.steps.day.setText("2026-04-30")
    page.steps.buttons["登记通报印发"].click()
    qtbot.waitUntil(lambda: "2026-04-30 已印发" in page._state.text(), timeout=5000)

    stage = _state(workspace).campaign.stage(Stage.BULLETIN)
    assert (stage.state, stage.done) == (StageState.DONE, date(2026, 4, 30))
    assert page.history.table.rows[0].cells[2] == "完成"
