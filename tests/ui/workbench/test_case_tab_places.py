import json
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.model import Choice, VetoChoice
from reviewer.ui.theme import make_tokens
from reviewer.ui.workbench.actions import WORKBENCH_ACTIONS
from reviewer.ui.workbench.page_layout import Fit
from tests.ui.workbench.builders import make_case, make_proposal, place
from tests.ui.workbench.conftest import OpenTab
from tests.ui.workbench.fakes import FakeWorkspace

Key = Qt.Key
PROPOSAL = make_proposal()


def choice(workspace: FakeWorkspace, item: str) -> Choice:
    return workspace.reviews.state.marks.of(item).choice


def test_a_page_in_view_counts_as_read_after_a_while(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._bench.page.canvas._seen_timer.setInterval(1)
    tab.perform("page.next")

    qtbot.waitUntil(lambda: bool(workspace.reviews.state.seen))


def test_a_broken_page_says_so_and_the_others_are_drawn(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    workspace.pages.broken = {1}
    tab = open_tab(workspace)

    qtbot.waitUntil(lambda: any(wanted.index == 0 for wanted in tab._images._broken))
    qtbot.waitUntil(lambda: any(wanted.index == 1 for wanted in tab._images._sharp))
    assert not tab._notice.isVisible()


def test_without_a_review_a_standard_is_offered_the_fitting_one_first(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    workspace = FakeWorkspace(opened=False)
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._bench.right.currentWidget() is tab._bench.start)
    assert not tab.perform("item.conforms")
    tab._bench.start._on_start()

    qtbot.waitUntil(lambda: tab._desk.review is not None)
    assert tab._bench.right.currentWidget() is tab._bench.checklist


def test_sign_off_names_what_is_open_and_refuses(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    tab.perform("review.sign")
    qtbot.waitUntil(lambda: tab._places.currentWidget() is tab._places.sign_off)

    assert not tab._places.sign_off._sign.isEnabled()
    assert "待定" in tab._places.sign_off._why.text()
    tab._places.sign_off._on_link("item:A5")
    assert tab._bench.checklist.item == "A5"


def finished() -> FakeWorkspace:
    """Return a workspace whose review has nothing left open."""
    workspace = FakeWorkspace()
    review = workspace.reviews._now().id
    standard = workspace.reviews.view(review).standard
    for item in standard.items:
        workspace.reviews.choose(review, item.id, Choice.CONFORMS)
    for veto in standard.vetoes:
        workspace.reviews.set_veto(review, veto.id, VetoChoice.EXCLUDED)
    return workspace


def test_signing_asks_once_and_then_nothing_can_be_changed(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = finished()
    tab = open_tab(workspace)
    tab.perform("review.sign")
    qtbot.waitUntil(lambda: tab._places.sign_off._sign.isEnabled())
    tab._places.sign_off._sign.click()
    assert "不能再改" in tab._places.sign_off._why.text()
    tab._places.sign_off._sure.click()

    qtbot.waitUntil(lambda: not tab._desk.may_change)
    assert not tab.perform("item.fails")


def test_closing_texts_are_kept_when_the_page_is_left(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab.perform("review.sign")
    qtbot.waitUntil(lambda: tab._places.currentWidget() is tab._places.sign_off)
    field = tab._places.sign_off._fields["leader"]
    assert isinstance(field, QLineEdit)
    field.setText("韩冰")
    tab._places.sign_off._back.click()

    qtbot.waitUntil(lambda: workspace.reviews.state.texts.get("leader") == "韩冰")


def test_export_writes_what_is_ticked(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = finished()
    tab = open_tab(workspace)
    tab.perform("case.export")
    tab._places.export._go.click()

    qtbot.waitUntil(lambda: bool(workspace.reports.asked))
    qtbot.waitUntil(lambda: tab._places.export._open.isVisible())
    assert "sheet_docx" in workspace.reports.asked[0]


def test_export_is_not_offered_without_reports(open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    del workspace.reports
    tab = open_tab(workspace)

    assert "case.export" not in tab.available_actions()


def test_a_paper_review_takes_typed_pages(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace(make_case(0, (), paper=True))
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_item("A1")
    tab._bench.checklist.pane.cards.folio_typed.emit("47")

    qtbot.waitUntil(lambda: bool(workspace.reviews.state.marks.of("A1").evidence))
    assert workspace.reviews.state.marks.of("A1").evidence[0].folio == "47"
    assert not tab.perform("evidence.box")


def test_find_shows_the_first_place_and_steps_on(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    workspace.pages.found = (place(2), place(5))
    tab = open_tab(workspace)
    tab._navigator.finding.find("罚款")
    qtbot.waitUntil(lambda: tab._navigator.finding.at == 0)
    tab.perform("edit.find_next")

    assert tab._bench.page.canvas.current == 4


def test_a_tab_comes_back_as_it_was_left(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._navigator.show_item("B1")
    tab.perform("page.fit_page")
    tab._navigator.go(3)
    kept = json.loads(json.dumps(tab.state()))
    other = open_tab(workspace)
    other.restore(kept)
    qtbot.waitUntil(lambda: other._bench.checklist.item == "B1")

    assert other._bench.page.canvas.current == 3
    assert other._bench.page.canvas.zoom.fit is Fit.PAGE


def test_a_state_of_another_version_does_no_harm(open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    tab.restore({"item": 7, "page": "x", "fit": "?", "panels": {"documents": "wide"}, "tab": 99})

    assert tab.isVisible()


def test_a_page_not_recognised_yet_is_wanted_first(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace(make_case(read=False)))
    with qtbot.waitSignal(tab.wants_page_first) as caught:
        tab.perform("page.next")

    assert caught.args[0].page == 2


def test_every_action_has_a_hand_that_does_it(open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())

    assert {action.id for action in WORKBENCH_ACTIONS} == set(tab._actions._do)


def test_new_tokens_reach_every_panel(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace(proposals=(PROPOSAL,)))
    tab._navigator.show_item("A7")
    dark = make_tokens("dark", 16)
    tab.set_tokens(dark)

    widgets: list[QWidget] = list(QObject.findChildren(tab, QWidget))
    children = [child for child in widgets if hasattr(child, "_tokens")]
    assert children
    assert all(c._tokens == dark for c in children if c.isVisible())


def test_low_and_wide_windows_are_arranged(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    tab.resize(1366, 700)
    assert tab._bench.narrow
    tab.resize(2400, 1200)
    pane, items = tab._bench.checklist.pane, tab._bench.checklist.list
    qtbot.waitUntil(lambda: pane.mapTo(tab, QPoint()).x() > items.mapTo(tab, QPoint()).x() + 100)


def test_the_documents_fold_and_come_back(open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    tab.perform("view.documents")
    assert not tab._bench.documents.isVisible()
    tab.perform("view.documents")
    assert tab._bench.documents.isVisible()


def test_the_page_bar_never_overlaps_in_large_type(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    tab.resize(1000, 700)
    bar = tab._bench.page.bar
    shown = [bar.page, bar.zoom, *bar._buttons.values()]

    def apart() -> bool:
        rects = sorted((w.geometry() for w in shown if w.isVisible()), key=lambda r: r.left())
        return all(a.right() < b.left() for a, b in pairwise(rects))

    qtbot.waitUntil(apart)


def test_what_is_recognised_meanwhile_slips_in(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace(make_case(read=False))
    tab = open_tab(workspace)
    assert tab._showing.reading.isActive()
    assert "可以先评查" in tab._bench.documents._state.text()

    workspace.cases.shown = make_case()
    tab._showing.look_again()
    qtbot.waitUntil(lambda: not tab._showing.reading.isActive())
    assert not tab._bench.documents._state.isVisible()
