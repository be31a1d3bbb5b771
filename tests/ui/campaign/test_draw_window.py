"""Drawing the cases in the window."""

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from reviewer.ui.campaign.draw_page import DrawPage
from reviewer.ui.desk import Desk
from reviewer.ui.theme import Tokens
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.desk_builders import with_ledger


def _state(workspace: Workspace) -> CampaignState:
    (campaign,) = workspace.campaigns.setup.all()
    return workspace.campaigns.records.load(campaign.id)


def _is_written(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_size)


def _frozen(workspace: Workspace, folder: Path) -> None:
    state = with_ledger(workspace, folder)
    workspace.campaigns.ledger.freeze(state.campaign.id)


def _draw(desk: Desk, qtbot: QtBot) -> None:
    desk.perform("draw.open")
    page = desk.home.campaigns.draw.page
    for name, text in (("host", "高主持"), ("witness", "甄见证"), ("supervisor", "鉴督")):
        page.meeting.people.set_text(name, text)
    page.meeting.seed.setText("20260302")
    page.meeting.draw.click()
    qtbot.waitUntil(lambda: bool(page.cases.table.rows), timeout=10000)


def test_the_seed_waits_for_the_frozen_ledger(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    with_ledger(workspace, tmp_path)
    desk = open_desk()
    desk.perform("draw.open")
    page = desk.home.campaigns.draw.page
    qtbot.waitUntil(lambda: len(page.strata.table.rows) == 2, timeout=5000)

    assert not page.meeting.seed.isEnabled()
    assert not page.meeting.draw.isEnabled()
    assert page.total == "按此方案共抽 4 卷"


def test_a_plan_that_does_not_fit_is_refused_on_the_page(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    _frozen(workspace, tmp_path)
    desk = open_desk()
    desk.perform("draw.open")
    page = desk.home.campaigns.draw.page

    page.plan.fields.set_text("quota", "500")
    page.plan_changed.emit()
    qtbot.waitUntil(lambda: "只填一项" in page.meeting.refusal.sentence, timeout=5000)


def test_cases_are_drawn_and_one_is_replaced(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    _frozen(workspace, tmp_path)
    desk = open_desk()
    _draw(desk, qtbot)
    page = desk.home.campaigns.draw.page
    state = _state(workspace)
    assert state.ledger is not None
    assert len(page.cases.table.rows) == len(sampled(state)) == 4
    missing = page.cases.current_key()

    page.reason.setText("卷宗被法院调走")
    page.swap.click()
    qtbot.waitUntil(lambda: len(page.cases.table.rows) == 5, timeout=10000)

    assert missing not in sampled(_state(workspace))
    assert page.cases.table.rows[0].cells[4] == "已调换：卷宗被法院调走"
    qtbot.waitUntil(lambda: len(desk.home.rows) == 5, timeout=10000)


def test_a_further_draw_of_the_same_ledger_is_warned_of(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    _frozen(workspace, tmp_path)
    desk = open_desk()
    desk.perform("draw.open")
    page = desk.home.campaigns.draw.page
    assert page.meeting.warning == ""

    _draw(desk, qtbot)

    assert page.meeting.warning.startswith("本台账已抽取 1 次")
    assert page.meeting.draw.accessibleName() == "再次抽取"


def test_after_the_draw_its_counts_stand_and_the_next_step_leads(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path, tokens: Tokens
) -> None:
    _frozen(workspace, tmp_path)
    desk = open_desk()
    desk.perform("draw.open")
    page = desk.home.campaigns.draw.page
    assert page.following.isHidden()
    assert page.meeting.draw.property("look") == "primary"
    page.plan.fields.set_text("minimum", "3")
    page.plan_changed.emit()
    qtbot.waitUntil(lambda: page.total == "按此方案共抽 6 卷，其中 2 卷为补足各单位最少卷数")

    _draw(desk, qtbot)
    qtbot.waitUntil(lambda: page.total == "第 1 次抽取共抽中 6 卷，其中 2 卷为补足各单位最少卷数")
    assert [row.cells[-1] for row in page.strata.table.rows] == ["3", "3"]
    assert page.meeting.draw.property("look") == "normal"
    assert page.following.property("look") == "primary"
    assert page.following.accessibleName() == "下一步：登记评查人"

    page.plan.fields.set_text("minimum", "2")
    page.plan_changed.emit()
    qtbot.waitUntil(lambda: page.total.startswith("改用此方案再次抽取，将抽 4 卷"))
    assert "现有结果 6 卷不变" in page.total

    again = DrawPage(tokens)
    qtbot.addWidget(again)
    again.show_state(_state(workspace), ())
    assert again.plan.fields.text("minimum") == "3"
    assert again.total.startswith("第 1 次抽取共抽中 6 卷")


def test_the_certificate_is_written_as_word_and_pdf(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    _frozen(workspace, tmp_path)
    desk = open_desk()
    _draw(desk, qtbot)

    for name, begin in (("抽取记录.docx", b"PK"), ("抽取记录.pdf", b"%PDF")):
        path = tmp_path / name
        desk.home.campaigns.draw.page.record_asked.emit(path)
        qtbot.waitUntil(partial(_is_written, path), timeout=9000)
        assert path.read_bytes().startswith(begin)


def test_the_record_is_written_and_verified(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    _frozen(workspace, tmp_path)
    desk = open_desk()
    _draw(desk, qtbot)
    flow, path = desk.home.campaigns.draw, tmp_path / "抽取记录.json"
    told: list[str] = []
    flow.verified.connect(lambda said, _tone: told.append(said))

    flow.page.record_asked.emit(path)
    qtbot.waitUntil(path.exists, timeout=5000)
    flow.page.verify_asked.emit(path)
    qtbot.waitUntil(lambda: bool(told), timeout=10000)

    assert "重新抽取，结果一致" in told[0]
