"""The case tab on a workspace that writes to disk, so that the two keep fitting each other."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.model import Choice, FactValue, VetoChoice, Waiver
from reviewer.settings import Settings
from reviewer.ui.jobs import Jobs
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench import CaseTab
from reviewer.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.open(tmp_path / "资料库", Settings(ocr_processes=1))
    made.people.register("周敏", "执法监督局")
    yield made
    made.close()


def open_tab(
    qtbot: QtBot, workspace: Workspace, jobs: Jobs, tokens: Tokens, case_id: UUID
) -> CaseTab:
    tab = CaseTab(workspace, jobs, tokens, case_id)
    qtbot.addWidget(tab)
    tab.resize(1536, 816)
    tab.show()
    qtbot.waitUntil(lambda: tab._desk.index is not None)
    return tab


def test_a_paper_case_goes_from_the_standard_to_a_deduction_with_its_page(
    qtbot: QtBot, workspace: Workspace, jobs: Jobs, tokens: Tokens
) -> None:
    case = workspace.cases.new_paper_case("0132号", case_no="宁交罚〔2024〕0132号")
    tab = open_tab(qtbot, workspace, jobs, tokens, case.id)
    qtbot.waitUntil(lambda: tab._bench.right.currentWidget() is tab._bench.start)
    tab._bench.start._on_start()
    qtbot.waitUntil(lambda: tab._desk.review is not None)

    tab._navigator.show_item("A7")
    pane = tab._bench.checklist.pane
    pane.add_line.occurrence_wanted.emit("A7.4", "引用旧条号")
    qtbot.waitUntil(lambda: pane.cards.held is not None)
    pane.cards.folio_typed.emit("47")
    tab.perform("item.next")
    tab.perform("item.conforms")

    def done() -> bool:
        view = tab._desk.review
        return view is not None and bool(view.marks.of("A8").choice is Choice.CONFORMS)

    qtbot.waitUntil(done)
    view = tab._desk.review
    assert view is not None
    made = view.marks.of("A7").occurrences[0]
    assert (made.reason, made.places[0].folio) == ("引用旧条号", "47")
    assert tab.perform("edit.undo")
    qtbot.waitUntil(lambda: not done())


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("decision_date", "2024年4月10日", date(2024, 4, 10)),
        ("decision_date", "二〇二四年四月十日", date(2024, 4, 10)),
        ("decision_date", "20240410", date(2024, 4, 10)),
        ("decision_fine", "叁万元整", Decimal(30000)),
        ("waiver_date", "2024-04-10 放弃听证", Waiver(date(2024, 4, 10), hearing=True)),
        ("waiver_date", "2024-04-10", Waiver(date(2024, 4, 10), hearing=True)),
    ],
)
def test_a_typed_fact_is_kept_and_shown_as_the_persons(
    qtbot: QtBot,
    workspace: Workspace,
    jobs: Jobs,
    tokens: Tokens,
    key: str,
    text: str,
    value: FactValue,
) -> None:
    case = workspace.cases.new_paper_case("0132号")
    workspace.reviews.open(case.id, "general")
    tab = open_tab(qtbot, workspace, jobs, tokens, case.id)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    facts = tab._bench.documents.facts
    facts.edit_fact(next(line.fact for line in facts.rows.rows if line.fact.key == key))
    assert facts.field is not None
    facts.field.setText(text)  # QTest types ASCII only
    QTest.keyClick(facts.field, Qt.Key.Key_Return)

    def typed() -> bool:
        now = next(line.fact for line in facts.rows.rows if line.fact.key == key)
        return now.typed and now.fact is not None and now.fact.value == value

    qtbot.waitUntil(typed)


def test_a_veto_of_a_paper_case_takes_a_typed_page(
    qtbot: QtBot, workspace: Workspace, jobs: Jobs, tokens: Tokens
) -> None:
    case = workspace.cases.new_paper_case("0132号")
    workspace.reviews.open(case.id, "general")
    tab = open_tab(qtbot, workspace, jobs, tokens, case.id)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._navigator.show_veto("V05")
    vetoes = tab._bench.checklist.vetoes
    assert vetoes._folio.isVisible()
    assert not vetoes._how.isVisible()

    vetoes.decided.emit("V05", VetoChoice.HIT, "引用失效条款")
    QTest.keyClicks(vetoes._folio, "47")
    QTest.keyClick(vetoes._folio, Qt.Key.Key_Return)

    def hit() -> bool:
        view = tab._desk.review
        mark = view.marks.of_veto("V05") if view else None
        return mark is not None and [place.folio for place in mark.places] == ["47"]

    qtbot.waitUntil(hit)
    view = tab._desk.review
    assert view is not None
    assert view.marks.of_veto("V05").reason == "引用失效条款"
    assert "V05" not in workspace.reviews.sign_off(view.review.id).missing_reasons

    vetoes._chips.place_removed.emit(view.marks.of_veto("V05").places[0])
    qtbot.waitUntil(lambda: not hit())


def test_a_hit_veto_needs_a_reason_and_a_page(
    qtbot: QtBot, workspace: Workspace, jobs: Jobs, tokens: Tokens
) -> None:
    case = workspace.cases.new_paper_case("0132号")
    workspace.reviews.open(case.id, "general")
    tab = open_tab(qtbot, workspace, jobs, tokens, case.id)
    qtbot.waitUntil(lambda: tab._desk.review is not None)
    tab._marking.decide_veto("V05", VetoChoice.HIT, "引用失效条款")
    qtbot.waitUntil(lambda: "V05" in tab._desk.review.marks.vetoes if tab._desk.review else False)
    tab.perform("review.sign")
    qtbot.waitUntil(lambda: tab._places.currentWidget() is tab._places.sign_off)

    assert "V05" in tab._places.sign_off._sections["reasons"].text().replace("\u2060", "")
