import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.home.case_rows import (
    CaseFilter,
    CaseTable,
    Column,
    Sorting,
    arrange,
    cell_text,
    count,
    describe,
)
from reviewer.ui.home.cases_page import CasesPage
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import make_font, text_width
from reviewer.workspace.views import CaseState
from tests.ui.made_up import case_id, make_row, twelve_rows


@pytest.mark.parametrize(
    ("chosen", "number"),
    [
        (CaseFilter.ALL, 12),
        (CaseFilter.READING, 1),
        (CaseFilter.NEW, 3),
        (CaseFilter.IN_REVIEW, 4),
        (CaseFilter.SIGNED, 4),
        (CaseFilter.PROBLEMS, 10),
    ],
)
def test_a_filter_shows_what_it_counts(chosen: CaseFilter, number: int) -> None:
    rows = twelve_rows()

    assert count(rows, chosen) == number
    assert len(arrange(rows, chosen, "", Sorting())) == number


@pytest.mark.parametrize(
    ("query", "number"),
    [("0132", 1), ("平川", 2), ("hongtu", 0), ("htt", 1), ("违法超限", 2), ("无", 0)],
)
def test_the_query_looks_at_title_unit_party_and_cause(query: str, number: int) -> None:
    found = arrange(twelve_rows(), CaseFilter.ALL, query, Sorting())

    assert len(found) == number


def test_points_are_sorted_as_numbers_and_missing_ones_come_first() -> None:
    rows = arrange(twelve_rows(), CaseFilter.ALL, "", Sorting(Column.TOTAL, False))

    assert [row.total for row in rows][:6] == ["", "", "", "", "61.3", "79.5"]


def test_the_newest_comes_first_by_default() -> None:
    assert arrange(twelve_rows(), CaseFilter.ALL, "", Sorting())[0].id == case_id(132)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (Column.PAGES, "87"),
        (Column.TOTAL, "94.4"),
        (Column.CHANGED, "04-25 10:42"),
        (Column.STATE, "评查中"),
    ],
)
def test_cells_say_it_in_words(column: Column, text: str) -> None:
    assert cell_text(make_row(), column) == text


def test_a_case_being_read_shows_how_far_it_is() -> None:
    row = make_row(state=CaseState.READING, pages_read=41)

    assert cell_text(row, Column.STATE) == "正在识别 41/87"


def test_missing_numbers_are_a_dash() -> None:
    row = make_row(total="", pages=0)

    assert (cell_text(row, Column.TOTAL), cell_text(row, Column.PAGES)) == ("—", "—")


def test_the_state_is_told_to_screen_readers() -> None:
    assert describe(make_row()) == "评查中，87 页，7 处疑似问题，94.4 分优秀"


def test_the_table_is_a_proper_model(qtbot: QtBot) -> None:
    table = CaseTable()
    table.show_rows(twelve_rows(), Sorting())

    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)


@pytest.fixture
def page(qtbot: QtBot, tokens: Tokens) -> CasesPage:
    made = CasesPage(tokens)
    qtbot.addWidget(made)
    made.resize(1400, 700)
    made.show_rows(twelve_rows())
    made.show()
    return made


def test_a_filter_and_its_clearing(page: CasesPage) -> None:
    page.choose_filter(CaseFilter.SIGNED)
    assert len(page.shown()) == 4
    page.clear_filters()

    assert len(page.shown()) == 12


def test_new_results_do_not_move_the_current_row(page: CasesPage) -> None:
    page.view.choose(case_id(178))
    rows = tuple(
        make_row(132, problems=9) if row.id == case_id(132) else row for row in twelve_rows()
    )
    page.show_rows((make_row(999, changed_at=rows[0].changed_at), *rows))

    assert page.view.current_case() == case_id(178)


def test_a_head_sorts_and_turns_round(page: CasesPage) -> None:
    page._on_head(Column.PAGES)
    smallest = page.shown()[0]
    page._on_head(Column.PAGES)

    assert smallest == "宁交罚〔2024〕0156号"
    assert page.shown()[0] == "宁交罚〔2024〕0063号"


def test_texts_yield_and_numbers_do_not(page: CasesPage) -> None:
    page.resize(1000, 600)
    page.view._share()

    assert page.view.isColumnHidden(Column.UNIT)
    assert page.view.columnWidth(Column.TOTAL) == 100


def test_a_case_number_is_never_cut(page: CasesPage) -> None:
    number = "沙湖交综执立〔2025〕1136号"
    page.show_rows((make_row(1, title=number),))
    font = make_font(page.view._tokens, page.view._tokens.body, bold=True)

    assert page.view.columnWidth(Column.TITLE) > text_width(font, number)


def test_the_name_of_a_file_does_not_take_the_whole_table(page: CasesPage) -> None:
    page.show_rows((make_row(1, title="很长的文件夹名称" * 8),))

    assert page.view.columnWidth(Column.TITLE) < page.view.viewport().width() / 2


def test_numbers_in_titles_are_sorted_as_numbers() -> None:
    titles = ["沙交执立〔2024〕107号", "沙交执立〔2024〕17号", "沙交执立〔2023〕200号"]
    rows = [make_row(at, title=title) for at, title in enumerate(titles)]
    found = arrange(rows, CaseFilter.ALL, "", Sorting(Column.TITLE, False))

    assert [row.title for row in found] == titles[::-1]


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_Return, "opened"), (Qt.Key.Key_Delete, "removal_asked")]
)
def test_keys_act_on_the_current_case(
    page: CasesPage, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    page.view.choose(case_id(45))
    with qtbot.waitSignal(getattr(page, signal), timeout=1000) as caught:
        QTest.keyClick(page.view, key)

    assert caught.args == [case_id(45)]


def test_letters_do_not_search_in_the_list(page: CasesPage, qtbot: QtBot) -> None:
    page.show_rows((*twelve_rows(), make_row(1, title="A 0001")))
    page.view.choose(case_id(45))
    QTest.keyClicks(page.view, "a")

    assert page.view.current_case() == case_id(45)
    assert not page.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
