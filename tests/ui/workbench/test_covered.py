"""What stands over the items: how it is left, and what is said of keys that would reach them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.model import Choice, FileKind
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.checklist_panel import ChecklistPanel
from reviewer.ui.workbench.export_page import ExportPage
from reviewer.ui.workbench.page_paint import link_rect
from reviewer.ui.workbench.sign_off_page import SignOffPage
from tests.ui.workbench.builders import make_case
from tests.ui.workbench.conftest import OpenTab
from tests.ui.workbench.fakes import FakeWorkspace

Key = Qt.Key


@pytest.mark.parametrize("action", ["veto.panel", "review.explain", "case.export", "review.sign"])
def test_esc_goes_back_to_the_items_and_is_shown_where_it_does(
    qtbot: QtBot, open_tab: OpenTab, action: str
) -> None:
    tab = open_tab(FakeWorkspace())
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    told: list[str] = []
    tab.status_changed.connect(told.append)
    assert "case.back" not in tab.available_actions()
    assert tab.perform(action)
    qtbot.waitUntil(lambda: "case.back" in tab.available_actions())
    assert told, "the row of keys is drawn anew"

    QTest.keyClick(tab, Key.Key_Escape)
    assert "case.back" not in tab.available_actions()
    assert tab._bench.right.currentWidget() is tab._bench.checklist
    assert not tab._bench.checklist.shows_vetoes


def test_a_verdict_that_would_fall_on_a_hidden_item_is_refused_with_a_sentence(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_item("A1")
    tab.perform("veto.panel")
    assert not tab.perform("item.conforms_anywhere")

    assert tab._notice.isVisible()
    assert "当前显示的是否决项" in tab._notice._words.text()
    assert workspace.reviews.state.marks.of("A1").choice is Choice.PENDING


def test_export_counts_items_and_vetoes_apart(
    qtbot: QtBot, open_tab: OpenTab, tokens: Tokens
) -> None:
    workspace = FakeWorkspace()
    page = ExportPage(tokens)
    qtbot.addWidget(page)
    page.show_review(workspace.reviews.view(workspace.reviews._now().id))

    assert "尚有 46 个评查项、20 个一票否决项待定" in page._draft.text()


def test_unread_pages_with_and_without_folio_are_told_apart(qtbot: QtBot, tokens: Tokens) -> None:
    workspace = FakeWorkspace()
    view = make_case(6)
    pages = tuple(
        replace(page, folio="" if at in (1, 4) else page.folio)
        for at, page in enumerate(view.pages)
    )
    index = CaseIndex(replace(view, pages=pages))
    review = workspace.reviews._now().id
    page = SignOffPage(tokens)
    qtbot.addWidget(page)
    page.show_sign_off(workspace.reviews.sign_off(review), workspace.reviews.view(review), index)
    said = page._sections["unseen"].text().replace("\u2060", "")

    assert "序2（无卷内页号）" in said
    assert "3–4&nbsp;页" in said
    assert index.span(range(6)) == "1、3–4、6、序2、序5"


@pytest.mark.parametrize(("height", "folded"), [(700, False), (440, True)])
def test_where_five_rows_do_not_fit_the_item_folds_until_it_is_worked_in(
    qtbot: QtBot, open_tab: OpenTab, height: int, folded: bool
) -> None:
    tab = open_tab(FakeWorkspace())
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab.resize(1366, height)
    checklist: ChecklistPanel = tab._bench.checklist
    checklist.list.setFocus()
    row = tab._bench.checklist._tokens.row
    qtbot.waitUntil(lambda: checklist.pane.folded is folded)
    assert checklist.list.viewport().height() >= 5 * row

    checklist.pane.add_line.setFocus()
    assert not checklist.pane.folded


def test_the_original_of_a_page_that_cannot_be_shown_opens_from_the_page(
    qtbot: QtBot, open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.fileName())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    workspace = FakeWorkspace()
    workspace.pages.broken = {1}
    tab = open_tab(workspace)
    canvas = tab._bench.page.canvas
    qtbot.waitUntil(lambda: tab._images.is_broken(canvas._wanted(0)))
    area = link_rect(canvas.rect_on_screen(0), "打开原件", canvas._tokens)
    assert canvas.link_at(area.topLeft()) == 0
    assert canvas.link_at(area.topLeft() - QPointF(9, 9)) == -1
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())

    qtbot.waitUntil(lambda: opened == ["案卷.pdf"])
    assert workspace.originals.asked == [tab._desk.index.pages[0].ref if tab._desk.index else None]


def test_sheets_of_a_reading_copy_are_not_offered_to_be_turned(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    view = make_case(3)
    pages = (view.pages[0], replace(view.pages[1], kind=FileKind.DOCX), view.pages[2])
    tab = open_tab(FakeWorkspace(replace(view, pages=pages)))
    button = tab._bench.page.bar._buttons["page.rotate"]
    assert "page.rotate" in tab.available_actions()
    assert button.isVisible()
    told: list[str] = []
    tab.status_changed.connect(told.append)
    tab._navigator.go(1)

    assert not {"page.rotate", "page.rotate_back"} & tab.available_actions()
    assert not button.isVisible()
    assert told
