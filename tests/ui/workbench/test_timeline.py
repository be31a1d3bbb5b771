"""The timeline in the window: where things lie, what keys and clicks do."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from docs.made_up_case import timeline
from reviewer.model import Place, Standing, Timeline, TimelineDate, Verdict
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench import CaseTab
from reviewer.ui.workbench.timeline.axis import Axis, axis_of, nearest, place_labels
from reviewer.ui.workbench.timeline.chart import TimelineChart
from reviewer.ui.workbench.timeline.page import summary_of
from reviewer.ui.workbench.timeline.rows import date_lines
from tests.ui.workbench.builders import make_case, make_fact, place
from tests.ui.workbench.conftest import OpenTab
from tests.ui.workbench.fakes import FakeWorkspace

Key = Qt.Key


def dated(day: str, page: int = 3, key: str = "", name: str = "决定") -> TimelineDate:
    when = date.fromisoformat(day) if day else None
    standing = Standing.READ if day else Standing.MISSING
    return TimelineDate(name, name, key, when, place(page), standing)


def small() -> Timeline:
    return Timeline((dated("2024-04-10", 3, "decision_date"), dated("2024-04-26", 5)), (), "2004")


def opened(open_tab: OpenTab, of: Timeline) -> CaseTab:
    tab = open_tab(FakeWorkspace(replace(make_case(), timeline=of)))
    tab.perform("case.timeline")
    return tab


def test_days_lie_in_proportion() -> None:
    axis = Axis(date(2024, 1, 1), date(2024, 1, 11), 100, 200)

    assert [axis.x(date(2024, 1, day)) for day in (1, 6, 11)] == [100, 150, 200]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 3, 4), date(2024, 6, 2), ["2024 年 3 月", "4 月", "5 月", "6 月"]),
        (date(2023, 11, 20), date(2024, 2, 2), ["2023 年 12 月", "2024 年 1 月", "2 月"]),
        (date(2023, 12, 1), date(2027, 2, 1), ["2024 年", "2025 年", "2026 年", "2027 年"]),
    ],
    ids=["months", "over the new year", "years"],
)
def test_ticks_thin_out_with_the_span(first: date, last: date, words: list[str]) -> None:
    ticks = Axis(first, last, 0, 400).ticks(74)
    gaps = [b.x - a.x for a, b in pairwise(ticks)]

    assert [tick.word for tick in ticks] == words
    assert min(gaps) >= 74


def test_labels_never_overlap_and_stay_inside() -> None:
    labels = place_labels([(n, 100.0 + n, 60.0) for n in range(5)], 0, 400, 4, 3)

    assert [(label.at, label.lane) for label in labels] == [(0, 0), (1, 1), (2, 2)]
    assert place_labels([(0, 395.0, 60.0)], 0, 400, 4, 1)[0].left == 340


def test_a_point_finds_the_nearest_dot_within_reach() -> None:
    assert nearest([(0, 10.0), (1, 20.0)], 17.0, 9.0) == 1
    assert nearest([(0, 10.0)], 40.0, 9.0) == -1


def test_a_case_of_one_day_still_has_an_axis() -> None:
    axis = axis_of(Timeline((dated("2024-04-10"),)), 0, 100)

    assert axis is not None
    assert axis.first < date(2024, 4, 10) < axis.last
    assert axis_of(Timeline(), 0, 100) is None


def test_years_are_shown_only_where_there_are_two() -> None:
    one = date_lines(Timeline((dated("2024-04-10"),)), None)
    two = date_lines(Timeline((dated("2023-12-31"), dated("2024-01-02"))), None)

    assert (one[0].day, one[0].weekday) == ("04-10", "周三")
    assert [line.day for line in two] == ["2023-12-31", "2024-01-02"]


def test_a_missing_date_is_said_to_be_missing() -> None:
    line = date_lines(Timeline((dated(""),)), None)[0]

    assert (line.day, line.weekday) == ("未识别", "")
    assert "日期未识别" in line.spoken


def test_the_summary_counts_the_limits() -> None:
    assert summary_of(timeline()) == ("2 项疑似问题", "1 项需核实，1 项无法判断，2 项符合")
    assert summary_of(Timeline()) == ("", "没有可以计算的期限")


def test_arrows_and_enter_open_dates_and_limits(qtbot: QtBot, tokens: Tokens) -> None:
    chart = TimelineChart(tokens)
    qtbot.addWidget(chart)
    chart.resize(1200, 400)
    chart.show_timeline(timeline())
    wanted: list[Place] = []
    chosen: list[int] = []
    chart.place_wanted.connect(wanted.append)
    chart.date_chosen.connect(chosen.append)

    QTest.keyClick(chart, Key.Key_Right)
    QTest.keyClick(chart, Key.Key_Return)
    QTest.keyClick(chart, Key.Key_Down)
    QTest.keyClick(chart, Key.Key_Return)

    assert chosen == [0]
    assert [one.page for one in wanted] == [5, 52]
    assert "办案期限" in chart.accessibleDescription()


def test_a_click_on_a_dot_or_on_either_end_of_a_bar_opens_its_page(
    qtbot: QtBot, tokens: Tokens
) -> None:
    chart = TimelineChart(tokens)
    qtbot.addWidget(chart)
    chart.resize(1200, chart.sizeHint().height())
    chart.show_timeline(timeline())
    wanted: list[Place] = []
    chart.place_wanted.connect(wanted.append)
    late = next(n for n, one in enumerate(timeline().dates) if one.verdict is Verdict.PROBLEM)
    scene = chart.scene()
    assert scene.axis is not None
    row = round(scene.row(2).center().y())
    start, end = scene.axis.x(date(2024, 4, 10)), scene.axis.x(date(2024, 4, 26))

    for point in (chart.dot(late), QPoint(round(start) + 2, row), QPoint(round(end) - 2, row)):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=point)

    assert [one.page for one in wanted] == [52, 48, 52]


def test_enter_in_the_list_goes_to_the_page_and_marks_the_place(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    tab = opened(open_tab, small())
    assert tab._places.is_timeline()
    QTest.keyClick(tab._places.timeline.list, Key.Key_Right)
    QTest.keyClick(tab._places.timeline.list, Key.Key_Return)

    assert tab._places.is_bench()
    qtbot.waitUntil(lambda: tab._bench.page.canvas.current == 4)
    assert tab._navigator.finding.places == (place(5),)


def test_e_opens_the_field_of_the_date(open_tab: OpenTab) -> None:
    facts = (make_fact("decision_date", "决定日期", date(2024, 4, 10), "2024-04-10", 3),)
    tab = open_tab(FakeWorkspace(replace(make_case(facts=facts), timeline=small())))
    tab.perform("case.timeline")
    QTest.keyClick(tab._places.timeline.list, Key.Key_E)

    assert tab._places.is_bench()
    field = tab._bench.documents.facts.field
    assert field is not None
    assert field.text() == "2024-04-10"


def test_a_date_that_is_no_fact_says_so(open_tab: OpenTab) -> None:
    tab = opened(open_tab, Timeline((dated("2024-04-26", 5, "", "抄告"),)))
    tab.perform("timeline.correct")

    assert tab._notice.isVisible()
    assert "抄告" in tab._notice._words.text()


def test_escape_and_the_case_bar_lead_back(open_tab: OpenTab) -> None:
    tab = opened(open_tab, small())
    assert tab._bar._timeline_view.isChecked()
    assert "timeline.open" in tab.available_actions()
    assert "item.conforms" not in tab.available_actions()
    QTest.keyClick(tab, Key.Key_Escape)

    assert tab._places.is_bench()
    assert tab._bar._review_view.isChecked()
    assert "timeline.open" not in tab.available_actions()


def test_an_empty_timeline_says_what_to_do(open_tab: OpenTab) -> None:
    page = opened(open_tab, Timeline())._places.timeline

    assert page._nothing.isVisible()
    assert "手工填写" in page._nothing.text()
    assert not page.list.isVisible()


def test_all_dates_are_visible_in_one_or_two_columns(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = opened(open_tab, timeline())
    shown = tab._places.timeline.list
    count = len(timeline().dates)

    def inside() -> bool:
        rects = [shown.visualRect(shown.rows.index(row)) for row in range(count)]
        return all(shown.viewport().rect().contains(rect.center()) for rect in rects)

    qtbot.waitUntil(inside)
    tab.resize(1000, 700)
    qtbot.waitUntil(inside)
    assert shown.columns == 1
