"""评查结果汇总表 of a campaign: the sheets, and that their figures agree."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.campaign.results import Result
from reviewer.campaign.statistics import statistics
from reviewer.reports.campaign.summary_excel import meaning, write_campaign_summary
from tests.campaign.made_results import make_result, with_totals
from tests.scoring.builders import absent, fails, hit, occurrence

TITLE = "2025年度案卷评查"


def _written(folder: Path, results: list[Result], last: list[Result]) -> dict[str, Worksheet]:
    path = folder / "汇总表.xlsx"
    write_campaign_summary(statistics(results, last), path, TITLE)
    book = load_workbook(path)
    return {sheet.title: sheet for sheet in book.worksheets}


def _rows(sheet: Worksheet) -> list[dict[str, object]]:
    """Return the rows under the heads, without the note at the foot."""
    heads = [str(cell.value) for cell in sheet[2]]
    body = list(sheet.iter_rows(min_row=3, values_only=True))[:-1]
    return [dict(zip(heads, row, strict=True)) for row in body]


RESULTS = [
    *with_totals([95, 91], "甲队"),
    make_result(fails("A1", occurrence("A1.2", 2, "5")), absent("C1"), unit="乙队"),
    make_result(hit("V01"), unit="乙队"),
]


def test_there_is_a_sheet_for_each_way_to_look_at_the_results(tmp_path: Path) -> None:
    sheets = _written(tmp_path, RESULTS, with_totals([80, 84]))

    assert list(sheets) == [
        "总览",
        "按单位",
        "按执法门类",
        "按案件类型",
        "单位×维度",
        "按评查项",
        "问题排序",
        "问题类别",
        "分数分布",
        "与上年比较",
    ]
    assert str(sheets["按执法门类"]["A1"].value) == "2025年度案卷评查　按执法门类汇总"


def test_brigades_and_officers_have_sheets_where_they_are_known_and_no_rank(
    tmp_path: Path,
) -> None:
    known = [replace(one, brigade="一大队", officers=("张三", "李四")) for one in RESULTS]

    sheets = _written(tmp_path, known, [])

    assert "名次" not in _rows(sheets["按承办人"])[0]
    assert {row["办案大队"] for row in _rows(sheets["按办案大队"])} == {
        "一大队（甲队）",
        "一大队（乙队）",
    }
    assert "与上年比较" not in sheets


def test_only_units_that_can_be_told_apart_are_ranked(tmp_path: Path) -> None:
    far = [*with_totals([95, 96], "甲队"), *with_totals([50, 51], "乙队")]

    sheets = _written(tmp_path, far, [])
    assert [row["名次"] for row in _rows(sheets["按单位"])] == ["1", "2"]
    for name in ("按执法门类", "按案件类型"):
        assert "名次" not in _rows(sheets[name])[0]

    near = _written(tmp_path, RESULTS, [])["按单位"]
    assert "名次" not in _rows(near)[0]
    assert "分不出先后，不列名次" in str(near["A1"].value)


def test_bands_of_totals_are_written_out(tmp_path: Path) -> None:
    rows = _rows(_written(tmp_path, RESULTS, [])["分数分布"])

    bands = [str(row["分数段"]) for row in rows]
    assert [bands[0], bands[1], bands[-1]] == ["60 分以下", "60—64.9 分", "90 分以上"]


def test_the_units_add_up_to_the_whole(tmp_path: Path) -> None:
    sheets = _written(tmp_path, RESULTS, [])
    units = _rows(sheets["按单位"])
    overview = {str(row["指标"]): row["数值"] for row in _rows(sheets["总览"])}

    assert sum(int(str(row["案卷数"])) for row in units) == overview["已定案卷"] == 4
    assert sum(int(str(row["问题数"])) for row in units) == overview["问题数"] == 4
    assert sum(int(str(row["不合格"])) for row in units) == overview["不合格（卷）"] == 1


def test_numbers_are_numbers_and_rates_percentages(tmp_path: Path) -> None:
    sheets = _written(tmp_path, RESULTS, [])
    unit = next(row for row in _rows(sheets["按单位"]) if row["单位"] == "甲队")

    assert unit["平均分"] == 93
    assert unit["优秀率"] == 1
    assert sheets["按单位"]["C3"].number_format == "0.0"
    rate = _rows(sheets["单位×维度"])[-1]
    assert rate["单位"] == "合计"
    assert rate["送达执行"] is None


def test_an_item_that_does_not_apply_is_counted_apart(tmp_path: Path) -> None:
    item = next(
        row for row in _rows(_written(tmp_path, RESULTS, [])["按评查项"]) if row["评查项"] == "C1"
    )

    assert (item["适用卷数"], item["不涉及"]) == (3, 1)


def test_a_difference_says_whether_it_can_be_chance(tmp_path: Path) -> None:
    now = with_totals([90, 91, 92] * 6)
    changes = statistics(now, with_totals([70, 71, 72] * 6)).changes

    assert meaning(changes[0]) == "升高"
    assert meaning(statistics(now, with_totals([90, 91, 93] * 6)).changes[0]) == (
        "区间含 0，不能说明有变化"
    )
    assert meaning(statistics(now, with_totals([70])).changes[0]) == "案卷太少，不能估计区间"
    assert changes[0].difference == Decimal("20.0")


def test_a_campaign_without_results_gives_empty_sheets(tmp_path: Path) -> None:
    sheets = _written(tmp_path, [], [])

    assert _rows(sheets["按单位"]) == []
