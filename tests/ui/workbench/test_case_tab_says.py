from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reviewer.model import Choice, Finding, Verdict, VetoChoice
from reviewer.ui.workbench.arranging import Arranging
from reviewer.ui.workbench.unsure_card import UnsureCard
from tests.ui.workbench.builders import NOW, make_case
from tests.ui.workbench.conftest import OpenTab
from tests.ui.workbench.fakes import FakeWorkspace

Key = Qt.Key


def test_what_cannot_be_told_is_said_at_item_veto_and_case(qtbot: QtBot, open_tab: OpenTab) -> None:
    unsure = Finding("K19", Verdict.CANNOT_TELL, "卷内未见决定书，无法判断。")
    tab = open_tab(FakeWorkspace(replace(make_case(), findings=(unsure,))))
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_item("A7")
    card = tab._bench.checklist.pane.findChild(UnsureCard)
    assert card is not None
    assert card.accessibleName() == "无法判断，卷内未见决定书，无法判断。"

    tab._navigator.show_veto("V05")
    vetoes = tab._bench.checklist.vetoes
    assert vetoes._hint.text() == "无法判断：卷内未见决定书，无法判断。"
    tab._navigator.show_veto("V01")
    assert vetoes._hint.text() == "机器未发现问题，仍须人工评查"
    assert tab._bench.documents._state.text() == "1 条规则无法判断，原因见各项"


def test_a_notice_goes_with_the_next_action_or_item(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_item("A7")
    for onward in ("item.conforms", "item.next"):
        tab._navigator.show_item("A7")
        tab.perform("item.absent")
        assert tab._notice.isVisible()
        tab.perform(onward)
        assert not tab._notice.isVisible()

    tab._desk.failed.emit("没有选中文字。", "")
    tab._navigator.show_item("A3")
    assert not tab._notice.isVisible()


def test_a_hit_without_page_keeps_its_notice(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._marking.decide_veto("V05", VetoChoice.HIT, "失效")

    qtbot.waitUntil(lambda: "V05" in workspace.reviews.state.marks.vetoes)
    assert tab._notice.isVisible()


def test_esc_closes_the_explanation(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab.perform("review.explain")
    QTest.keyClick(tab._bench.explanation.list, Key.Key_Escape)

    assert tab._bench.right.currentWidget() is tab._bench.checklist


@pytest.mark.parametrize("cover", ["review.explain", "veto.panel"])
def test_an_item_that_is_covered_is_not_decided(
    qtbot: QtBot, open_tab: OpenTab, cover: str
) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab.perform(cover)

    assert not tab.perform("item.conforms")
    assert not tab.perform("item.conforms_anywhere")


def test_sign_off_offers_no_keys_of_the_items(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    told: list[str] = []
    tab.status_changed.connect(told.append)
    assert "item.conforms" in tab.available_actions()
    for covering in ("review.sign", "case.export"):
        tab.perform(covering)
        qtbot.waitUntil(lambda: not tab._places.is_bench())
        keys = {name.partition(".")[0] for name in tab.available_actions()}
        assert not keys & {"item", "evidence", "page", "veto"}
        tab._places.show_bench()

    assert len(told) == 4  # the status row is drawn anew each time


def test_only_what_is_saved_now_is_told(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    review = workspace.reviews._now().id
    workspace.reviews.choose(review, "A1", Choice.CONFORMS)
    tab = open_tab(workspace)
    told: list[object] = []
    tab.saved.connect(told.append)
    tab.reload()
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._commands.seen(workspace.cases.shown.pages[1])
    qtbot.waitUntil(lambda: bool(workspace.reviews.state.seen))
    assert not told

    workspace.reviews.saved_at = NOW + timedelta(minutes=1)
    tab.perform("item.fails")
    qtbot.waitUntil(lambda: bool(told))


def test_files_of_a_signed_case_stay_where_they_are(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    workspace.reviews.state.signed = NOW
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    arranging = tab.findChild(Arranging)
    assert arranging is not None
    tab._bench.documents.documents.set_current(0)
    menu = QMenu(tab)
    arranging._positions = (0,)
    arranging._fill_pages(menu)
    entries = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}

    assert entries == {
        "设定卷内页号…": False,
        "从这一页起分成另一卷…": False,
        "把文件移到另一卷…": False,
        "已有签定的评查，文件和卷内页号不能再改": False,
    }


def test_what_was_arranged_is_said_and_taken_back_without_a_review(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    workspace = FakeWorkspace(opened=False)
    tab = open_tab(workspace)
    said: list[str] = []
    tab.status_changed.connect(said.append)
    qtbot.waitUntil(lambda: tab._desk.index is not None)
    arranging = tab.findChild(Arranging)
    assert arranging is not None
    assert not tab.perform("edit.undo")
    arranging._positions = (0, 1)
    arranging._number(tab._desk.index, "45")
    qtbot.waitUntil(lambda: "已设定卷内页号" in said)
    assert [list(folios.values()) for folios in workspace.cases.folios] == [["45", "46"]]

    assert tab.perform("edit.undo")
    qtbot.waitUntil(lambda: "已撤销：设定卷内页号" in said)
    assert workspace.cases.undone == ["设定卷内页号"]
    assert tab.perform("edit.redo")
    qtbot.waitUntil(lambda: "已重做：设定卷内页号" in said)
