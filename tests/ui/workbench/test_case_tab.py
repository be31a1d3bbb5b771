import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.model import Choice, Verdict, VetoChoice
from reviewer.ui.workbench import CaseTab
from reviewer.ui.workbench.page_chips import FolioField
from tests.ui.workbench.builders import LINES, make_case, make_proposal, place
from tests.ui.workbench.conftest import OpenTab
from tests.ui.workbench.fakes import FakeWorkspace

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
    qtbot.waitUntil(lambda: tab._bench.checklist.pane.cards.first_open() is None)
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


def test_esc_in_the_add_line_gives_the_keys_back_to_the_list(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    tab = open_tab(FakeWorkspace())
    line = tab._bench.checklist.pane.add_line
    tab._actions.perform("item.add")
    assert tab.focusWidget() is line
    QTest.keyClick(line, Key.Key_Escape)

    assert tab.focusWidget() is tab._bench.checklist.list


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
    qtbot.waitUntil(lambda: bool(canvas.mouse.text.known))
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
    tab._bench.checklist.vetoes._rest.click()

    qtbot.waitUntil(lambda: len(workspace.reviews.state.marks.vetoes) == 19)
    assert len(workspace.reviews.past) == 1
    assert "V05" not in workspace.reviews.state.marks.vetoes


def test_enter_after_a_typed_page_leaves_the_proposal_open(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace(make_case(0, (), paper=True), proposals=(make_proposal(evidence=()),))
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_item("A7")
    field = tab._bench.checklist.pane.findChild(FolioField)
    assert field is not None
    QTest.keyClicks(field, "47")
    QTest.keyClick(field, Key.Key_Return)

    qtbot.waitUntil(lambda: bool(workspace.reviews.state.marks.of("A7").evidence))
    assert not workspace.reviews.state.answers


def test_text_dragged_over_a_page_boundary_is_one_place_for_each_page(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_item("A1")
    canvas = tab._bench.page.canvas
    mouse = canvas.mouse
    for at in (0, 1):
        mouse.text.chars_wanted.emit(at)
    qtbot.waitUntil(lambda: {0, 1} <= mouse.text.known)
    canvas.go_to(0)
    bottom = canvas.rect_on_screen(0).bottom() - canvas.viewport().height() / 2
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().value() + round(bottom))
    mouse.press(QPointF(canvas.rect_on_screen(0).center().x(), 5), Qt.MouseButton.LeftButton)
    end = canvas.rect_on_screen(1).topLeft() + QPointF(canvas.rect_on_screen(1).width(), 60)
    mouse.move(end, end.toPoint())
    mouse.release(end)
    assert [at for at, _, _ in mouse.text.ranges()] == [0, 1]
    assert len(mouse.text.boxes(0)) + len(mouse.text.boxes(1)) > 1

    assert tab.perform("evidence.selection")
    qtbot.waitUntil(lambda: len(workspace.reviews.state.marks.of("A1").evidence) == 2)
    assert [p.page for p in workspace.reviews.state.marks.of("A1").evidence] == [1, 2]
    assert len(workspace.reviews.past) == 1


def test_a_selection_by_keyboard_goes_on_to_the_next_page(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    canvas = tab._bench.page.canvas
    for at in (0, 1):
        canvas.mouse.text.chars_wanted.emit(at)
    qtbot.waitUntil(lambda: {0, 1} <= canvas.mouse.text.known)
    for _ in range(len(LINES) + 2):
        QTest.keyClick(canvas, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert canvas.mouse.text.text().count(LINES[0]) == 1
    assert [at for at, _, _ in canvas.mouse.text.ranges()] == [0, 1]
