import json

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.model import Choice, CorrectionKind, Verdict, VetoChoice
from reviewer.ui.theme import make_tokens
from reviewer.ui.workbench import CaseTab
from reviewer.ui.workbench.actions import WORKBENCH_ACTIONS
from reviewer.ui.workbench.page_layout import Fit
from tests.ui.workbench.builders import FakeWorkspace, make_case, make_proposal, place
from tests.ui.workbench.conftest import OpenTab

Key = Qt.Key
PROPOSAL = make_proposal()


def choice(workspace: FakeWorkspace, item: str) -> Choice:
    return workspace.reviews.state.marks.of(item).choice


def settled(qtbot: QtBot, tab: CaseTab, item: str, wanted: Choice) -> None:
    """Wait until the window shows the verdict, so that nothing is on its way any more."""

    def shown() -> bool:
        view = tab._desk.review
        return view is not None and view.marks.of(item).choice is wanted

    qtbot.waitUntil(shown)


@pytest.mark.parametrize(
    ("key", "wanted"),
    [(Key.Key_1, Choice.CONFORMS), (Key.Key_2, Choice.FAILS), (Key.Key_4, Choice.PENDING)],
)
def test_number_keys_decide(qtbot: QtBot, open_tab: OpenTab, key: Qt.Key, wanted: Choice) -> None:
    workspace = FakeWorkspace(proposals=(PROPOSAL,))
    tab = open_tab(workspace)
    tab._navigator.show_item("A7")
    QTest.keyClick(tab._bench.checklist.list, key)

    settled(qtbot, tab, "A7", wanted)
    assert choice(workspace, "A7") is wanted


def test_enter_accepts_and_the_score_falls(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace(proposals=(PROPOSAL,))
    tab = open_tab(workspace)
    tab._navigator.show_item("A7")
    QTest.keyClick(tab._bench.checklist.list, Key.Key_Return)

    settled(qtbot, tab, "A7", Choice.FAILS)
    assert "99.0" in tab._bar.score.accessibleName()


def test_del_rejects_a_proposal_then_removes_a_deduction(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace(proposals=(PROPOSAL,))
    review = workspace.reviews._now().id
    workspace.reviews.add_occurrence(review, "A7", "A7.4", 1, "旧条号")
    tab = open_tab(workspace)
    tab._navigator.show_item("A7")
    QTest.keyClick(tab._bench.checklist.list, Key.Key_Delete)
    qtbot.waitUntil(lambda: tab._bench.checklist.pane.first_open() is None)
    assert len(workspace.reviews.state.marks.of("A7").occurrences) == 1

    QTest.keyClick(tab._bench.checklist.list, Key.Key_Delete)
    settled(qtbot, tab, "A7", Choice.PENDING)


def test_what_may_not_be_absent_says_why(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._navigator.show_item("A7")
    tab.perform("item.absent")

    assert tab._notice.isVisible()
    assert "A7" in tab._notice._words.text()


def test_absence_asks_for_its_reason_in_the_add_line(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._navigator.show_item("A8")
    tab.perform("item.absent")
    line = tab._bench.checklist.pane.add_line
    QTest.keyClick(line, Key.Key_Return)

    settled(qtbot, tab, "A8", Choice.ABSENT)
    assert workspace.reviews.state.marks.of("A8").absence == "not_taken"


def test_a_phrase_becomes_the_reason_of_the_chosen_clause(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._navigator.show_item("A7")
    tab.perform("item.add")
    line = tab._bench.checklist.pane.add_line
    QTest.keyClicks(line, "py18")
    qtbot.waitUntil(lambda: line.list.chosen_row() is not None and line.list.isVisible())
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClick(line, Key.Key_Return)

    settled(qtbot, tab, "A7", Choice.FAILS)
    made = workspace.reviews.state.marks.of("A7").occurrences[0]
    assert made.clause == "A7.1"
    assert made.reason.startswith("引用法律条文不具体")


def test_digits_typed_into_a_field_decide_nothing(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._navigator.show_item("A7")
    QTest.keyClicks(tab._bench.checklist.pane.add_line, "2")

    assert choice(workspace, "A7") is Choice.PENDING


def test_undo_takes_back_and_redo_repeats(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._navigator.show_item("A1")
    assert not tab.perform("edit.undo")
    tab.perform("item.conforms")
    settled(qtbot, tab, "A1", Choice.CONFORMS)
    assert tab.perform("edit.undo")
    settled(qtbot, tab, "A1", Choice.PENDING)
    assert tab.perform("edit.redo")
    settled(qtbot, tab, "A1", Choice.CONFORMS)


def test_the_next_undecided_item_is_found_around_the_end(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    review = workspace.reviews._now().id
    standard = workspace.reviews.view(review).standard
    for item in standard.items:
        if item.id not in ("A2", "A5"):
            workspace.reviews.choose(review, item.id, Choice.CONFORMS)
    tab = open_tab(workspace)
    tab._navigator.show_item("A5")
    tab.perform("item.next_pending")

    assert tab._bench.checklist.item == "A2"


def test_choosing_an_item_opens_the_page_that_proves_it(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace(proposals=(PROPOSAL,)))
    tab._navigator.show_item("A7")

    assert tab._bench.page.canvas.current == 3


def test_a_box_becomes_evidence_of_the_current_item(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._navigator.show_item("A1")
    tab.perform("evidence.box")
    viewport = tab._bench.page.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(viewport, QPoint(200, 150))
    tab._bench.page.canvas.mouse.move(QPoint(200, 150).toPointF(), QPoint())
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))

    qtbot.waitUntil(lambda: bool(workspace.reviews.state.marks.of("A1").evidence))
    assert workspace.reviews.state.marks.of("A1").evidence[0].box is not None


def test_selected_text_becomes_evidence_by_keyboard(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._navigator.show_item("A1")
    canvas = tab._bench.page.canvas
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(canvas, Key.Key_Right, shift)
    qtbot.waitUntil(lambda: bool(canvas.mouse._chars))
    QTest.keyClick(canvas, Key.Key_Right, shift)
    QTest.keyClick(canvas, Key.Key_Right, shift)
    QTest.keyClick(canvas, Key.Key_E)

    qtbot.waitUntil(lambda: bool(workspace.reviews.state.marks.of("A1").evidence))
    assert workspace.reviews.state.marks.of("A1").evidence[0].quote == "行政"


def test_evidence_goes_to_the_deduction_when_there_is_one(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    review = workspace.reviews._now().id
    workspace.reviews.add_occurrence(review, "A7", "A7.4", 1, "旧条号")
    tab = open_tab(workspace)
    tab._navigator.show_item("A7")
    tab._marking._add(lambda _pages: place(3))

    qtbot.waitUntil(lambda: bool(workspace.reviews.state.marks.of("A7").occurrences[0].places))


def test_an_impossible_date_is_refused_and_a_good_one_kept(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    row = workspace.cases.shown.facts[1]
    tab._marking._on_fact_typed(row, "2024-02-30")
    assert not workspace.reviews.state.corrections

    tab._marking._on_fact_typed(row, "2024-04-26")
    qtbot.waitUntil(lambda: bool(workspace.reviews.state.corrections))
    made = workspace.reviews.state.corrections[0]
    assert (made.kind, made.key) == (CorrectionKind.FACT, "decision_served_date")
    qtbot.waitUntil(lambda: tab._bench.documents.facts.rows.rows[1].fact.typed)


def test_the_empty_field_of_a_fact_is_typed_in_its_row(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._bench.documents.show_tab(0)
    facts = tab._bench.documents.facts
    facts.edit_fact(workspace.cases.shown.facts[1])
    field = facts.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "20240426")
    QTest.keyClick(field, Key.Key_Return)

    qtbot.waitUntil(lambda: bool(workspace.reviews.state.corrections))


def test_a_veto_is_hit_only_with_a_reason(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab._marking.decide_veto("V05", VetoChoice.HIT)
    assert tab._bench.checklist.shows_vetoes
    assert "V05" not in workspace.reviews.state.marks.vetoes

    tab._marking.decide_veto("V05", VetoChoice.HIT, "引用失效条款")
    qtbot.waitUntil(lambda: "V05" in workspace.reviews.state.marks.vetoes)


def test_a_proposed_veto_is_hit_with_the_machines_reason(qtbot: QtBot, open_tab: OpenTab) -> None:
    hint = make_proposal("V05", "", Verdict.HINT, message="条款已失效。", points="")
    workspace = FakeWorkspace(proposals=(hint,))
    tab = open_tab(workspace)
    tab._bench.checklist.strip.decided.emit("V05", VetoChoice.HIT)

    qtbot.waitUntil(lambda: "V05" in workspace.reviews.state.marks.vetoes)
    assert workspace.reviews.state.marks.of_veto("V05").reason == "条款已失效。"


def test_vetoes_without_hint_are_excluded_in_one_go(qtbot: QtBot, open_tab: OpenTab) -> None:
    hint = make_proposal("V05", "", Verdict.HINT, points="")
    workspace = FakeWorkspace(proposals=(hint,))
    tab = open_tab(workspace)
    tab.perform("veto.panel")
    tab._bench.checklist.vetoes._on_rest()

    qtbot.waitUntil(lambda: len(workspace.reviews.state.marks.vetoes) == 19)
    assert "V05" not in workspace.reviews.state.marks.vetoes


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
    qtbot.waitUntil(lambda: tab._places.currentWidget() is tab._sign_off)

    assert not tab._sign_off._sign.isEnabled()
    assert "待定" in tab._sign_off._why.text()
    tab._sign_off._on_link("item:A5")
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
    qtbot.waitUntil(lambda: tab._sign_off._sign.isEnabled())
    tab._sign_off._sign.click()
    assert "不能再改" in tab._sign_off._why.text()
    tab._sign_off._sure.click()

    qtbot.waitUntil(lambda: not tab._desk.may_change)
    assert not tab.perform("item.fails")


def test_closing_texts_are_kept_when_the_page_is_left(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    tab.perform("review.sign")
    qtbot.waitUntil(lambda: tab._places.currentWidget() is tab._sign_off)
    field = tab._sign_off._fields["leader"]
    assert isinstance(field, QLineEdit)
    field.setText("韩冰")
    tab._sign_off._back.click()

    qtbot.waitUntil(lambda: workspace.reviews.state.texts.get("leader") == "韩冰")


def test_export_writes_what_is_ticked(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = finished()
    tab = open_tab(workspace)
    tab.perform("case.export")
    tab._export._go.click()

    qtbot.waitUntil(lambda: bool(workspace.reports.asked))
    qtbot.waitUntil(lambda: tab._export._open.isVisible())
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
    tab._bench.checklist.pane.folio_typed.emit("47")

    qtbot.waitUntil(lambda: bool(workspace.reviews.state.marks.of("A1").evidence))
    assert workspace.reviews.state.marks.of("A1").evidence[0].folio == "47"
    assert not tab.perform("evidence.box")


def test_find_shows_the_first_place_and_steps_on(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    workspace.pages.found = (place(2), place(5))
    tab = open_tab(workspace)
    tab._navigator.find("罚款")
    qtbot.waitUntil(lambda: tab._navigator._at == 0)
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
        return all(a.right() < b.left() for a, b in zip(rects, rects[1:], strict=False))

    qtbot.waitUntil(apart)
