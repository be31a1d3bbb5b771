"""The 合议 in the window: queue, attendance, votes, decisions, the third review."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.model.adjudications import Side
from reviewer.model.draws import Duty
from reviewer.model.reviews import Round
from reviewer.ui.desk import Desk
from reviewer.ui.meeting.decision_row import Draft
from reviewer.ui.meeting.meeting_page import MeetingPage
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.meeting_views import Presence
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.assigned_builders import QIAN
from tests.workspace.campaigns.meeting_builders import disputed_folder, opened


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return disputed_folder(tmp_path_factory.mktemp("meeting"))


@pytest.fixture
def workspace(prepared: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(prepared, tmp_path / "data")
    return opened(tmp_path / "data").workspace


def _open(desk: Desk, qtbot: QtBot) -> MeetingPage:
    queue = desk.home.campaigns.adjudication
    desk.perform("adjudication.open")
    qtbot.waitUntil(lambda: bool(queue.page.list.table.rows), timeout=5000)
    queue.page.open.click()
    qtbot.waitUntil(lambda: queue.meeting.page is not None, timeout=5000)
    page = queue.meeting.page
    assert page is not None
    qtbot.waitUntil(lambda: page.meeting is not None, timeout=5000)
    return page


def _attend(page: MeetingPage, qtbot: QtBot, *, but: str = "") -> None:
    page.votes.attendance.click()
    panel = page.attendance
    for one in panel._people:
        if one.name != but:
            panel._set(one.person, Presence.PRESENT)
    panel.keep.click()
    qtbot.waitUntil(lambda: page.meeting is not None and page.meeting.adjudication is not None)


def _record(page: MeetingPage, qtbot: QtBot, key: Qt.Key, reason: str) -> None:
    before = page.item
    assert before is not None
    page.list.setFocus()
    QTest.keyClick(page.list, key)
    page.decision.reason.setText(reason)
    QTest.keyClick(page.decision.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def kept() -> bool:
        meeting = page.meeting
        return meeting is not None and meeting.item(before.id).decision is not None

    qtbot.waitUntil(kept, timeout=5000)


def test_a_case_goes_through_the_whole_meeting(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    desk = open_desk()
    page = _open(desk, qtbot)
    assert page.votes._said.text() == "到会不足，不能表决：还差 3 人"
    _attend(page, qtbot)
    page.votes.votes.chips[0].click()
    page.choose(Side.SECOND)
    page.decision.reason.setText("证据")
    qtbot.waitUntil(lambda: bool(page.item and page.item.votes), timeout=5000)
    assert page.decision.draft() == Draft(Side.SECOND, "证据")

    _record(page, qtbot, Qt.Key.Key_2, "证据充分")
    _record(page, qtbot, Qt.Key.Key_1, "不属扣分情形")
    assert page.disputes.said() == "已议 2 / 2"
    page.closing.end.click()
    assert "不能再改" in page.closing._said.text()
    page.closing.sure.click()
    qtbot.waitUntil(lambda: bool(page.meeting and page.meeting.is_closed), timeout=5000)

    assert page.meeting is not None
    reviews = workspace.reviews.for_case(page.meeting.case_id)
    assert [one.round for one in reviews if one.is_signed] == [
        Round.FIRST,
        Round.SECOND,
        Round.JOINT,
    ]
    path = tmp_path / "合议记录.docx"
    desk.home.campaigns.adjudication.meeting.write_minutes(path)
    qtbot.waitUntil(path.exists, timeout=5000)


def test_below_quorum_nothing_is_recorded(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    desk = open_desk()
    page = _open(desk, qtbot)

    page.choose(Side.FIRST)
    page.decision.reason.setText("理由")
    page.record()

    assert "到会不足，不能表决：还差 3 人" in page.decision._said.text()
    assert page.decision.reason.text() == "理由"


def test_what_was_typed_stays_with_its_item(open_desk: Opener, qtbot: QtBot) -> None:
    desk = open_desk()
    page = _open(desk, qtbot)
    first, second = (item.id for item in page.meeting.items) if page.meeting else ("", "")

    page.decision.reason.setText("尚未议完")
    page.show_item(second)
    assert page.decision.reason.text() == ""
    page.show_item(first)

    assert page.decision.reason.text() == "尚未议完"


def test_reasons_alone_are_listed_apart(open_desk: Opener, qtbot: QtBot) -> None:
    desk = open_desk()
    _open(desk, qtbot)
    page = desk.home.campaigns.adjudication.page

    page.views.press("listed")

    [row] = page.list.table.rows
    assert "扣分相同，理由不同" in row.cells[7]


def test_a_reviewer_sees_but_does_not_record(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.people.register(QIAN.name, QIAN.unit_name)
    desk = open_desk()
    page = _open(desk, qtbot)

    assert not page.decision.record.isEnabled()
    assert page.votes.attendance.isHidden()
    assert "meeting.record" not in desk.meeting.actions()


def test_the_leader_sees_agreement_and_chooses_what_all_score_first(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    desk = open_desk()
    desk.perform("agreement.open")
    page = desk.home.campaigns.agreement.page
    qtbot.waitUntil(lambda: bool(page.items.table.rows), timeout=5000)
    assert desk.home.place == "agreement"
    assert "Cohen 1960" in page._sources.text()

    page.views.press("calibration")
    page.send.click()
    assert "不能" not in page._refused.text()
    for at in (0, 1):
        page.files.setCurrentIndex(page.files.table.index(at, 0))
        QTest.keyClick(page.files, Qt.Key.Key_Space)
    page.send.click()

    (campaign,) = workspace.campaigns.setup.all()

    def given() -> int:
        state = workspace.campaigns.records.load(campaign.id)
        return len({one.case for one in state.assignments if one.duty is Duty.CALIBRATION})

    qtbot.waitUntil(lambda: given() == 2, timeout=5000)


def test_others_are_told_who_sees_agreement(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.people.register(QIAN.name, QIAN.unit_name)
    desk = open_desk()
    told: list[str] = []
    desk.home.failed.connect(lambda error: told.append(str(error)))

    desk.perform("agreement.open")
    qtbot.waitUntil(lambda: bool(told), timeout=5000)

    assert told == ["一致性统计由评查活动负责人查看。"]
    assert desk.home.place != "agreement"


def test_tasks_are_listed_and_open_their_case(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.people.register(QIAN.name, QIAN.unit_name)
    desk = open_desk()
    desk.perform("tasks.open")
    page = desk.home.campaigns.tasks.page
    qtbot.waitUntil(lambda: bool(page.list.table.rows), timeout=5000)
    assert {row.cells[6] for row in page.list.table.rows} == {"已签定"}
    case = page.list.current_key()

    page.open.click()

    assert desk.tabs.current == f"case:{case}"


def test_the_board_leads_to_what_waits(open_desk: Opener, workspace: Workspace) -> None:
    desk = open_desk()

    links = {link.objectName() for link in desk.home.campaigns.campaign.board.links}

    assert "adjudication.open" in links
