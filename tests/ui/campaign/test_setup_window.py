"""Setting up a campaign in the window."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer.model.campaigns import CaseKind, Disagreement
from reviewer.ui.campaign.board_page import BoardPage
from reviewer.ui.campaign.setup_page import SetupPage
from reviewer.ui.campaign.typed_lines import TypedColumn
from reviewer.ui.campaign.typing_table import TypingTable
from reviewer.ui.desk import Desk
from reviewer.ui.theme import Tokens
from reviewer.workspace import Workspace
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.desk_builders import UNITS, made

PASTED = "沙湖支队\tSH01\n平川支队\tPC01\n\t\n沙湖支队一大队\t\t沙湖支队\r\n"


def _setup(desk: Desk, qtbot: QtBot, action: str) -> SetupPage:
    desk.perform(action)
    qtbot.waitUntil(lambda: desk.home.place == "setup", timeout=10000)
    return desk.home.campaigns.setup.page


def _texts(page: BoardPage) -> str:
    one: QLabel
    shown: list[str] = []
    for one in page.findChildren(QLabel):
        if one.isVisible():
            shown.append(one.text())
    return "\n".join(shown)


def test_without_a_campaign_the_page_says_how_to_start(open_desk: Opener) -> None:
    desk = open_desk()
    desk.perform("campaign.board")

    assert desk.home.place == "board"
    assert "还没有评查活动" in _texts(desk.home.campaigns.campaign.board)
    assert "campaign.setup" not in desk.frame.commands.enabled()


def test_a_campaign_is_made_from_pasted_units(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    desk = open_desk()
    page = _setup(desk, qtbot, "campaign.new")
    QApplication.clipboard().setText(PASTED)
    page.units.setCurrentIndex(page.units.typed.index(0, 0))
    QTest.keySequence(page.units, "Ctrl+V")
    page.members.paste("周敏\t监督局\t第一组\t组长")

    page.save.click()
    qtbot.waitUntil(lambda: desk.home.place == "board", timeout=5000)

    (campaign,) = workspace.campaigns.setup.all()
    assert [unit.name for unit in campaign.units] == ["沙湖支队", "平川支队", "沙湖支队一大队"]
    assert campaign.units[2].parent == campaign.units[0].id
    current = workspace.people.current()
    assert current is not None
    assert [one.person for one in campaign.members] == [current.id]
    assert campaign.name in _texts(desk.home.campaigns.campaign.board)


def test_what_is_missing_is_said_on_the_page(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    desk = open_desk()
    page = _setup(desk, qtbot, "campaign.new")

    page.save.click()
    qtbot.waitUntil(lambda: "没有填写被评查单位" in page._said.text(), timeout=5000)

    assert desk.home.place == "setup"
    assert workspace.campaigns.setup.all() == ()


def test_a_kind_without_a_standard_of_its_own_shows_none_until_one_is_chosen(
    open_desk: Opener, qtbot: QtBot
) -> None:
    page = _setup(open_desk(), qtbot, "campaign.new")
    boxes = page.kinds.kinds
    shown = {kind: standards.currentText() for kind, (_, standards) in boxes.items()}
    assert (shown[CaseKind.LICENCE], shown[CaseKind.TRANSFER]) == ("", "")
    assert "行政检查" in shown[CaseKind.INSPECTION]

    QApplication.clipboard().setText(PASTED)
    page.units.setCurrentIndex(page.units.typed.index(0, 0))
    QTest.keySequence(page.units, "Ctrl+V")
    boxes[CaseKind.LICENCE][0].setChecked(True)
    page.save.click()

    qtbot.waitUntil(lambda: "“许可”没有选定评查标准" in page._said.text(), timeout=5000)


def test_esc_leaves_the_set_up_as_it_was(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    before = made(workspace).campaign
    desk = open_desk()
    page = _setup(desk, qtbot, "campaign.setup")
    page.head.set_text("name", "改了又不要")

    QTest.keyClick(page, Qt.Key.Key_Escape)

    assert desk.home.place == "board"
    assert workspace.campaigns.setup.all() == (before,)


def test_a_changed_set_up_keeps_the_ids_of_its_units(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    made(workspace)
    desk = open_desk()
    page = _setup(desk, qtbot, "campaign.setup")
    page.units.typed.setData(page.units.typed.index(0, 0), "沙湖市支队")
    page.dues.set_text("DRAW", "2026年4月2日")

    page.save.click()
    qtbot.waitUntil(lambda: desk.home.place == "board", timeout=5000)

    (campaign,) = workspace.campaigns.setup.all()
    assert [(unit.id, unit.name) for unit in campaign.units] == [
        (UNITS[0].id, "沙湖市支队"),
        (UNITS[1].id, UNITS[1].name),
    ]


def test_amount_and_conditions_of_adjudication_are_kept(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    made(workspace)
    desk = open_desk()
    page = _setup(desk, qtbot, "campaign.setup")
    assert page.method.numbers.text("score_gap") == "5"
    page.method.numbers.set_text("large_amount", "50,000")
    page.method.numbers.set_text("score_gap", "8")
    page.method.numbers.set_text("item_share", "60")
    page.method.grade.setChecked(False)

    page.save.click()
    qtbot.waitUntil(lambda: desk.home.place == "board", timeout=5000)

    (campaign,) = workspace.campaigns.setup.all()
    assert campaign.large_amount == 50000
    assert campaign.disagreement == Disagreement(Decimal(8), Decimal("0.6"), True, False)


def test_the_notice_is_kept_from_the_board(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    made(workspace)
    desk = open_desk()
    desk.perform("campaign.board")
    link = next(
        one for one in desk.home.campaigns.campaign.board.links if one.text().startswith("登记印发")
    )

    link.click()
    flow = desk.home.campaigns.campaign
    qtbot.waitUntil(lambda: "campaign.notice" not in flow.actions(), timeout=5000)

    assert not [one for one in flow.board.links if one.text().startswith("登记印发")]


def test_del_takes_the_chosen_line_out(qtbot: QtBot, tokens: Tokens) -> None:
    table = TypingTable(tokens, "单位", (TypedColumn("名称", 1),))
    qtbot.addWidget(table)
    table.show_lines([("a", ("甲",)), ("b", ("乙",))])
    table.setCurrentIndex(table.typed.index(0, 0))

    QTest.keyClick(table, Qt.Key.Key_Delete)

    assert table.lines() == (("b", ("乙",)),)
