"""Collecting the ledger in the window."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.campaign.ledger_page import LedgerPage
from reviewer.ui.desk import Desk
from reviewer.workspace import Workspace
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.desk_builders import UNITS, book, case_row, made, with_ledger


def _looked_at(desk: Desk, qtbot: QtBot, path: Path) -> None:
    desk.perform("ledger.open")
    desk.home.campaigns.ledger.look_at(path)
    qtbot.waitUntil(lambda: desk.home.place == "ledger_preview", timeout=5000)


def _again(desk: Desk, qtbot: QtBot) -> None:
    before = desk.home.campaigns.ledger._preview
    qtbot.waitUntil(lambda: desk.home.campaigns.ledger._preview is not before, timeout=5000)


def _rows(workspace: Workspace) -> int:
    (campaign,) = workspace.campaigns.setup.all()
    ledger = workspace.campaigns.records.load(campaign.id).ledger
    return len(ledger.rows) if ledger else 0


def test_the_draw_stands_in_the_rail_only_with_a_campaign(
    open_desk: Opener, workspace: Workspace
) -> None:
    made(workspace)
    desk = open_desk()

    assert desk.home.rail._entries["draw"].isVisibleTo(desk.home.rail)


def test_without_a_campaign_there_is_no_draw(open_desk: Opener) -> None:
    desk = open_desk()

    assert not desk.home.rail._entries["draw"].isVisibleTo(desk.home.rail)
    assert "ledger.import" not in desk.frame.commands.enabled()


def test_a_workbook_is_imported_after_it_was_seen(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    desk = open_desk()
    _looked_at(desk, qtbot, book(tmp_path / "台账.xlsx", [case_row(1), case_row(4)]))
    page = desk.home.campaigns.ledger.preview
    assert _rows(workspace) == 0
    assert [row.cells[0] for row in page.list.table.rows] == ["编号有缺"]

    page.take.click()
    qtbot.waitUntil(lambda: desk.home.place == "ledger", timeout=5000)

    assert _rows(workspace) == 2
    units = desk.home.campaigns.ledger.page.units.table
    # The table showed both units before the import too; what it counts comes a job later.
    qtbot.waitUntil(lambda: units.rows[0].cells[1] == "2", timeout=5000)
    assert [row.cells for row in units.rows] == [
        ("沙湖支队", "2", "已报送"),
        ("平川支队", "—", "未报送"),
    ]


def test_wrong_cells_are_named_and_nothing_can_be_imported(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    desk = open_desk()
    wrong = [*case_row(2)[:4], "三月初", "张某"]
    _looked_at(desk, qtbot, book(tmp_path / "台账.xlsx", [case_row(1), wrong]))
    page = desk.home.campaigns.ledger.preview

    assert not page.take.isEnabled()
    assert page.list.table.rows[0].cells[:2] == ("3", "E 决定日期")


def test_an_unknown_unit_is_settled_by_hand(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    desk = open_desk()
    _looked_at(desk, qtbot, book(tmp_path / "台账.xlsx", [case_row(1, "沙湖交通支队")]))
    page = desk.home.campaigns.ledger.preview
    assert not page.take.isEnabled()
    box = page.units.boxes["沙湖交通支队"]

    box.setCurrentIndex(box.findData(UNITS[0].id))
    box.activated.emit(box.currentIndex())
    _again(desk, qtbot)

    assert page.take.isEnabled()


def test_a_kind_without_a_column_is_given_for_the_whole_sheet(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    desk = open_desk()
    path = book(tmp_path / "台账.xlsx", [case_row(1)[:3]], ("单位", "案号", "执法门类"))
    _looked_at(desk, qtbot, path)
    page = desk.home.campaigns.ledger.preview
    box = page.shared.boxes["kind"]

    box.setCurrentText("普通")
    box.activated.emit(box.currentIndex())
    _again(desk, qtbot)

    assert page.take.isEnabled()


def test_a_column_can_be_given_another_meaning(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    desk = open_desk()
    _looked_at(desk, qtbot, book(tmp_path / "台账.xlsx", [case_row(1)]))
    page = desk.home.campaigns.ledger.preview
    box = page.columns.boxes[5]

    box.setCurrentIndex(box.findData("note"))
    box.activated.emit(box.currentIndex())
    _again(desk, qtbot)

    preview = desk.home.campaigns.ledger._preview
    assert preview is not None
    assert preview.rows[0].note == "当事人1"


def test_the_row_of_the_heads_can_be_named(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    desk = open_desk()
    usual = ("单位", "案号", "执法门类", "程序类型", "决定日期", "当事人")
    rows = [("单位名称", "文书号", "门类", "程序", "日期", "备注"), case_row(1)]
    _looked_at(desk, qtbot, book(tmp_path / "台账.xlsx", rows, usual))
    box = desk.home.campaigns.ledger.preview.columns.head
    assert box.currentText().startswith("第 1 ")

    box.setCurrentIndex(box.findData(2))
    box.activated.emit(box.currentIndex())
    _again(desk, qtbot)

    preview = desk.home.campaigns.ledger._preview
    assert preview is not None
    assert preview.head_rows == (2, 2)
    assert preview.columns[5].field == "note"


def _drop(page: LedgerPage, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys
    )
    event.setAccepted(False)
    page.dropEvent(event)
    return event.isAccepted()


def test_a_workbook_is_dropped_on_the_page(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    desk = open_desk()
    desk.perform("ledger.open")
    page = desk.home.campaigns.ledger.page

    assert not _drop(page, tmp_path / "案卷.pdf")
    assert _drop(page, book(tmp_path / "台账.xlsx", [case_row(1)]))
    qtbot.waitUntil(lambda: desk.home.place == "ledger_preview", timeout=5000)


def test_several_workbooks_or_a_frozen_ledger_take_no_drop(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    state = with_ledger(workspace, tmp_path, 6)
    desk = open_desk()
    desk.perform("ledger.open")
    page = desk.home.campaigns.ledger.page
    qtbot.waitUntil(page.freeze.isEnabled, timeout=5000)

    assert _drop(page, tmp_path / "甲.xlsx", tmp_path / "乙.xlsx")
    assert "一次导入一个" in desk.guide._said
    workspace.campaigns.ledger.freeze(state.campaign.id)
    desk.home.campaigns.campaign.load(state.campaign.id)
    qtbot.waitUntil(lambda: not page.freeze.isVisible(), timeout=5000)
    assert _drop(page, tmp_path / "甲.xlsx")
    assert "另建台账" in desk.guide._said
    assert desk.home.place == "ledger"


def test_del_takes_a_unit_out_and_it_can_be_put_back(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    with_ledger(workspace, tmp_path, 6)
    desk = open_desk()
    desk.perform("ledger.open")
    page = desk.home.campaigns.ledger.page
    qtbot.waitUntil(lambda: len(page.units.table.rows) == 2, timeout=5000)
    taken_out: list[object] = []
    desk.home.campaigns.ledger.dropped.connect(lambda _said, back: taken_out.append(back))

    QTest.keyClick(page.units, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(taken_out), timeout=5000)
    assert _rows(workspace) == 3
    back = taken_out[0]
    assert callable(back)
    back()
    qtbot.waitUntil(lambda: _rows(workspace) == 6, timeout=5000)


def test_the_template_is_written(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    made(workspace)
    desk = open_desk()
    path = tmp_path / "模板.xlsx"

    desk.home.campaigns.ledger.page.template_asked.emit(path)
    qtbot.waitUntil(lambda: desk.guide._said.startswith("已写出"), timeout=5000)

    assert load_workbook(path).sheetnames[0] == "案件目录"


def test_a_frozen_ledger_shows_its_hash(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    state = with_ledger(workspace, tmp_path, 6)
    desk = open_desk()
    desk.perform("ledger.open")
    page = desk.home.campaigns.ledger.page
    qtbot.waitUntil(page.freeze.isEnabled, timeout=5000)

    page.freeze.click()
    qtbot.waitUntil(lambda: not page.freeze.isVisible(), timeout=5000)

    ledger = workspace.campaigns.records.load(state.campaign.id).ledger
    assert ledger is not None
    assert ledger.sha256 in page._hash.text()
    assert page.anew.isVisible()
    assert "ledger.import" not in desk.frame.commands.enabled()
