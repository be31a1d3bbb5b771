from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reviewer.model import Choice, CorrectionKind, Officer
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench import CaseTab
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.facts_list import FactsList
from reviewer.workspace.views import FactRow
from tests.ui.workbench.builders import NOW, make_case, make_fact
from tests.ui.workbench.conftest import OpenTab
from tests.ui.workbench.fakes import FakeWorkspace

Key = Qt.Key


def choice(workspace: FakeWorkspace, item: str) -> Choice:
    return workspace.reviews.state.marks.of(item).choice


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


def focus_on_fact(qtbot: QtBot, tab: CaseTab, row: int) -> FactsList:
    facts = tab._bench.documents.facts
    tab._bench.documents.show_tab(0)
    facts.set_current(row)
    facts.setFocus()
    qtbot.waitUntil(facts.hasFocus)
    return facts


def test_f2_edits_the_fact_that_has_the_focus(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    facts = focus_on_fact(qtbot, tab, 0)
    tab.perform("item.reason")

    assert facts.field is not None
    assert facts.field.text() == "2024-04-10"
    tab.perform("item.reason")
    QTest.keyClicks(facts.field, "2024-04-11")
    QTest.keyClick(facts.field, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(workspace.reviews.state.corrections))


def test_digits_over_a_fact_decide_nothing(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_item("A7")
    facts = focus_on_fact(qtbot, tab, 0)
    QTest.keyClicks(facts, "2024")
    tab.perform("item.next")

    assert choice(workspace, "A7") is Choice.PENDING
    assert not workspace.reviews.past


def test_the_field_of_another_fact_opens_while_one_is_open(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    facts = focus_on_fact(qtbot, tab, 1)
    facts.edit_current()
    first = facts.field
    assert first is not None
    QTest.keyClicks(first, "2024-04-26")
    facts.edit_fact(workspace.cases.shown.facts[0], "2024-04-11")

    assert facts.field is not first
    qtbot.waitUntil(lambda: bool(workspace.reviews.state.corrections))
    assert workspace.reviews.state.corrections[0].key == "decision_served_date"


def test_a_double_click_on_an_empty_fact_opens_one_field(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(FakeWorkspace())
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    facts = focus_on_fact(qtbot, tab, 0)
    at = facts.visualRect(facts.rows.index(1)).topLeft() + QPoint(8, 8)
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(facts.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert facts.field is not None
    assert facts.state() is FactsList.State.EditingState


def test_facts_of_a_signed_review_are_not_typed(qtbot: QtBot, open_tab: OpenTab) -> None:
    workspace = FakeWorkspace()
    workspace.reviews.state.signed = NOW
    tab = open_tab(workspace)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    facts = focus_on_fact(qtbot, tab, 0)
    facts.edit_current()

    assert facts.field is None


def test_a_long_fact_gets_its_room_when_the_list_is_narrowed(qtbot: QtBot, tokens: Tokens) -> None:
    long = make_fact("officer", "执法人员", Officer("马志强", "6401"), "马志强 64012300180132", 3)
    facts = FactsList(tokens)
    qtbot.addWidget(facts)
    facts.resize(400, 300)
    facts.show_case(CaseIndex(make_case(facts=(long, long))))
    facts.show()
    first, second = facts.rows.index(0), facts.rows.index(1)
    short = facts.visualRect(first).height()
    facts.resize(252, 300)

    qtbot.waitUntil(lambda: facts.visualRect(first).height() > short)
    assert facts.visualRect(second).top() > facts.visualRect(first).bottom()


def test_what_nobody_reads_is_shown_only_when_looked_for(open_tab: OpenTab) -> None:
    axles = FactRow("axles", "轴数", "", None, False, 0.0, "", "6", core=False)
    decided = make_fact("decision_date", "决定日期", date(2024, 4, 10), "2024-04-10", 3)
    panel = open_tab(FakeWorkspace(make_case(facts=(decided, axles))))._bench.documents
    panel.show_tab(0)

    assert [line.fact.key for line in panel.facts.rows.rows] == ["decision_date"]
    panel.filter.setText("轴")
    assert [line.fact.key for line in panel.facts.rows.rows] == ["axles"]
    panel.filter.clear()
    panel.facts.edit_fact(axles)
    assert [line.fact.key for line in panel.facts.rows.rows] == ["decision_date", "axles"]
    panel.show_tab(1)
    assert not panel.filter.isVisible()
