"""资料: rules with their switches, the unit's library, the calendar."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.model import Library
from reviewer.model.figures import MADE_UP
from reviewer.model.library_sheets import CellFault, LibraryFile
from reviewer.ui.desk import Desk
from reviewer.ui.knowledge.rule_detail import record_text
from reviewer.ui.knowledge.rule_rows import RuleFilter, shown_rows
from reviewer.ui.main_window import MainWindow
from reviewer.workspace.made_up import Engine, MadeUpFigures
from reviewer.workspace.rule_views import TrackRecord
from tests.checking.test_figures import WORD
from tests.ui.made_up import PERSON, MadeServices, make_window, twelve_rows
from tests.ui.made_up_knowledge import MadeRules

Key = Qt.Key


@pytest.fixture
def services() -> MadeServices:
    return MadeServices(twelve_rows(), PERSON)


@pytest.fixture
def window(qtbot: QtBot, services: MadeServices) -> MainWindow:
    made = make_window(services)
    qtbot.addWidget(made)
    made.show()
    made.start()
    qtbot.waitUntil(lambda: made.desk is not None and bool(made.desk.home.rows))
    return made


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.mark.parametrize(
    ("chosen", "query", "codes"),
    [
        (RuleFilter.ALL, "", ["M-DT26", "T08", "T18"]),
        (RuleFilter.ANSWERED, "", ["T08", "T18"]),
        (RuleFilter.OFF, "", []),
        (RuleFilter.ALL, "t18", ["T18"]),
        (RuleFilter.ALL, "听证", ["T08"]),
        (RuleFilter.ALL, "六十一条", ["T18"]),
        (RuleFilter.ALL, "tzqx", []),
        (RuleFilter.ALL, "jdssd", ["T18"]),
        (RuleFilter.ALL, "送达 工作日", ["T08", "T18"]),
    ],
)
def test_rules_are_found_by_code_name_basis_and_initials(
    chosen: RuleFilter, query: str, codes: list[str]
) -> None:
    lines = shown_rows(MadeRules().view().rows, chosen, query)

    assert [line.row.rule.code for line in lines] == codes


def test_space_turns_the_switch_and_all_cases_are_checked_again(
    qtbot: QtBot, window: MainWindow, services: MadeServices
) -> None:
    desk = desk_of(window)
    desk.perform("tools.rules")
    page = desk.home.knowledge.page.rules
    qtbot.waitUntil(lambda: bool(page.list.rows.rows))
    page.choose("T18")
    QTest.keyClick(page.list, Key.Key_Space)

    qtbot.waitUntil(
        lambda: services.rules.rechecks == 1 and page.detail.switch.text() == "启用这条规则"
    )
    assert services.rules.off == {"T18"}
    assert "周敏" in page.detail.values["开关"].text()
    assert desk.home.place == "rules"

    QTest.keyClick(page.list, Key.Key_Space)
    qtbot.waitUntil(lambda: services.rules.off == set() and services.rules.rechecks == 2)


def test_a_rule_shows_its_record_and_the_page_the_rate_of_all(
    qtbot: QtBot, window: MainWindow, services: MadeServices
) -> None:
    services.rules.own_rate = "本机评查人回答 30 次：提示采纳率 90 %，95 % 区间 74–97 %"
    desk = desk_of(window)
    desk.perform("tools.rules")
    page = desk.home.knowledge.page.rules
    qtbot.waitUntil(lambda: bool(page.list.rows.rows))
    page.choose("T18")

    assert page.detail.values["本机记录"].text() == "采纳 12、不采纳 3（80 %，95 % 区间 55–93 %）"
    assert page._own.isVisible()


def test_a_rule_shows_how_it_fared_on_made_up_files_with_what_that_stands_for(
    qtbot: QtBot, window: MainWindow, services: MadeServices
) -> None:
    services.rules.figures = MadeUpFigures((WORD,), Engine(WORD.engine, "newer"))
    desk = desk_of(window)
    desk.perform("tools.rules")
    page = desk.home.knowledge.page.rules
    qtbot.waitUntil(lambda: bool(page.list.rows.rows))
    page.choose("T18")

    assert page.detail.values["自制案卷"].text().split("\n") == [
        "文字查出 2/3，误报 1，页码正确 1/2（旧版本测得）",
        "扫描尚未测量",
        f"{MADE_UP}。",
    ]
    assert page._made_up.text().startswith(f"{MADE_UP}：文字查全率 80 %")
    assert not page._own.isVisible()


def test_from_thirty_answers_on_a_rule_shows_what_it_found() -> None:
    rule = MadeRules().view().rows[-1]

    assert record_text(replace(rule, record=TrackRecord(20, 9, 2))).endswith("；漏查 2 处")
    assert record_text(replace(rule, record=TrackRecord(27, 3, 3))).endswith(
        "；漏查 3 处；查出率 90 %，95 % 区间 74–97 %"
    )


def test_search_leads_into_the_list(qtbot: QtBot, window: MainWindow) -> None:
    desk = desk_of(window)
    desk.perform("tools.rules")
    page = desk.home.knowledge.page.rules
    qtbot.waitUntil(lambda: bool(page.list.rows.rows))
    QTest.keyClicks(page.query, "T18")

    assert [line.row.rule.code for line in page.list.rows.rows] == ["T18"]
    assert page.detail.title.text() == "T18　决定书送达"
    QTest.keyClicks(page.query, "X")
    assert page._nothing.isVisible()
    assert not page.detail.switch.isVisible()


def test_the_library_says_what_is_not_set(qtbot: QtBot, window: MainWindow) -> None:
    desk = desk_of(window)
    desk.perform("tools.library")
    page = desk.home.knowledge.page.library
    qtbot.waitUntil(lambda: bool(page.entries.rows.rows))

    told = {line.name: line.content for line in page.entries.rows.rows}
    assert told["听证标准"] == "未设定，按各种口径分别计算"
    assert told["执法人员"] == "未设定，不作比对"
    assert not page._export.isEnabled()


def test_a_workbook_with_wrong_cells_names_them_before_anything_is_imported(
    qtbot: QtBot, window: MainWindow, services: MadeServices
) -> None:
    fault = CellFault("执法人员", "C5", "“2025-13-01”不是日期")
    services.library.given = LibraryFile(Library(), (fault,), {"执法人员": 2})
    desk = desk_of(window)
    desk.perform("tools.library")
    page = desk.home.knowledge.page.library
    page.preview_asked.emit(Path("本单位库.xlsx"))
    qtbot.waitUntil(lambda: page.is_preview)

    assert [(line.name, line.content) for line in page.faults.rows.rows] == [
        ("执法人员 C5", "“2025-13-01”不是日期")
    ]
    assert not page._take.isVisible()
    assert services.library.library.version == ""
    page._take_right.click()
    qtbot.waitUntil(lambda: services.library.library.version == "1" and not page.is_preview)
    qtbot.waitUntil(lambda: services.rules.rechecks == 1)


def test_escape_leaves_a_preview(qtbot: QtBot, window: MainWindow) -> None:
    desk = desk_of(window)
    desk.perform("tools.library")
    page = desk.home.knowledge.page.library
    page.preview_asked.emit(Path("本单位库.xlsx"))
    qtbot.waitUntil(lambda: page.is_preview)
    QTest.keyClick(page.faults, Key.Key_Escape)

    assert not page.is_preview


def test_a_later_year_is_imported_and_given_back(
    qtbot: QtBot, window: MainWindow, services: MadeServices
) -> None:
    desk = desk_of(window)
    desk.perform("tools.calendar")
    page = desk.home.knowledge.page.calendar
    qtbot.waitUntil(lambda: bool(page.years.rows.rows))
    assert page.years.rows.rows[0].name == "2026 年"
    page.preview_asked.emit(Path("2027.xlsx"))
    qtbot.waitUntil(lambda: page.is_preview)
    assert page.preview.rows.rows[0].remark == "新增"
    page._on_take()
    qtbot.waitUntil(lambda: page.years.rows.rows[0].name == "2027 年")
    page.years.setCurrentIndex(page.years.rows.index(0))

    assert page.years.rows.rows[0].remark == "本机导入"
    assert page._drop.isVisible()
    page._drop.click()
    qtbot.waitUntil(lambda: services.library.own == ())


def test_the_rail_leads_there_and_marks_the_place(qtbot: QtBot, window: MainWindow) -> None:
    desk = desk_of(window)
    desk.home.rail._entries["knowledge"].click()

    assert desk.home.place == "rules"
    assert desk.home.rail._entries["knowledge"].isChecked()
    desk.perform("tools.calendar")
    assert desk.home.place == "calendar"
    assert desk.home.rail._entries["knowledge"].isChecked()
