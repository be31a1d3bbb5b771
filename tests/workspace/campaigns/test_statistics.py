"""The statistics of a campaign as the window shows them, copies them and writes them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer.campaign.statistics import statistics
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.statistics_tables import group_table
from reviewer.workspace.campaigns.statistics_view import Part, StatisticsView
from tests.campaign.made_results import with_totals
from tests.workspace.campaigns.assigned_builders import QIAN, Desktop
from tests.workspace.campaigns.statistics_builders import settled_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    folder = tmp_path_factory.mktemp("statistics")
    workspace = Workspace.open(folder / "data", Settings())
    workspace.people.register("周敏", "监督局")
    yield settled_desk(workspace, folder)
    workspace.close()


@pytest.fixture(scope="module")
def view(desk: Desktop) -> StatisticsView:
    return desk.workspace.campaigns.statistics.view(desk.id)


def test_the_head_figures_count_the_cases_that_they_open(view: StatisticsView) -> None:
    settled, mean, _, failing, problems = view.heads

    assert (settled.number, len(settled.cases), settled.caption) == ("8", 8, "另有 1 卷未定")
    assert len(mean.cases) == 8
    assert failing.number == "1"
    assert failing.caption.startswith("一票否决 1 卷 1 处")
    assert set(problems.cases) <= set(settled.cases)


def test_every_count_of_a_table_opens_as_many_cases(view: StatisticsView) -> None:
    for table in (one for tables in view.tables.values() for one in tables):
        for at, head in enumerate(table.heads):
            if head.text in ("卷数", "已签定", "扣分卷数", "涉及卷数"):
                cells = [row.cells[at] for row in table.rows]
                assert [int(cell.text) for cell in cells] == [len(cell.cases) for cell in cells]


def test_units_that_cannot_be_told_apart_are_not_ranked(view: StatisticsView) -> None:
    units = view.tables[Part.UNITS][0]

    assert all(head.text != "名次" for head in units.heads)
    assert "分不出先后，不列名次" in units.note
    assert all(table.heads[0].text != "名次" for table in view.tables[Part.FIELDS])


def test_ranks_that_are_not_certain_are_spans() -> None:
    told = statistics(
        [
            *with_totals([90, 91], "甲队"),
            *with_totals([91, 92], "乙队"),
            *with_totals([50, 51], "丙队"),
        ]
    )

    units = group_table(told.units, "单位", ranked=True)

    assert {row.cells[0].text for row in units.rows} == {"1–2", "3"}
    assert "1–2（并列）" in units.tab_text
    assert "名次写作区间" in units.note


def test_only_the_leader_sees_the_reviewers(desk: Desktop, view: StatisticsView) -> None:
    (table,) = view.tables[Part.REVIEWERS]
    assert [row.cells[0].text for row in table.rows] == ["高工", "钱工", "孙工", "沙工"]

    desk.sit(QIAN)
    assert Part.REVIEWERS not in desk.workspace.campaigns.statistics.view(desk.id).tables


def test_without_last_year_there_is_nothing_to_compare(view: StatisticsView) -> None:
    assert Part.LAST_YEAR not in view.tables
    assert not view.last_year


def test_a_copied_table_is_text_with_tabs_and_a_table(view: StatisticsView) -> None:
    lines = view.heat.tab_text.splitlines()

    assert lines[0].startswith("单位	依据	裁量	文书")
    assert len(lines) == 4
    assert view.heat.html.count("<tr>") == 4


def test_figures_are_numbers_in_a_workbook(
    desk: Desktop, view: StatisticsView, tmp_path: Path
) -> None:
    path = desk.workspace.campaigns.statistics.write_table(
        view.tables[Part.UNITS][0], tmp_path / "单位.xlsx"
    )

    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert rows[1][:3] == ("单位", "卷数", "平均分")
    assert isinstance(rows[2][1], int)
    assert isinstance(rows[2][2], int | float)
    assert 0 < float(str(rows[2][8])) <= 1


def test_this_year_is_compared_with_the_campaign_before(desk: Desktop, tmp_path: Path) -> None:
    later = settled_desk(desk.workspace, tmp_path, each=2, left=0, previous=desk.id)

    view = later.workspace.campaigns.statistics.view(later.id)

    (table,) = view.tables[Part.LAST_YEAR]
    assert [row.cells[0].text for row in table.rows][:2] == ["平均分", "优秀率"]
    assert view.heads[1].caption.startswith("上年 ")
    assert view.last_year
    assert {one.last_year for one in view.spread.bands} != {None}
