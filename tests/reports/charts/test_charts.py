"""Charts: what stands where, what it opens, how it reads, and that it is painted alike."""

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from reviewer.reports.charts import (
    ON_PAPER,
    Chart,
    Colours,
    HeatChart,
    MeansChart,
    ProblemsChart,
    Sketch,
    SpreadChart,
    lay_out,
    picture,
    png,
    svg,
    table_of,
)
from reviewer.reports.charts.shapes import Bar, Line, Tone, Words, elided
from tests.reports.charts.made_figures import BANDS, bands, cases, group, heat, problem

DARK = Colours("#1E2125", "#E4E2DC", "#A8ADB4", "#525962", "#93BFE8", "#2C669B", "#B83A30")

MEANS = MeansChart(
    (
        group("金积支队", "90.3", ("85.4", "95.2"), 7),
        group("青铜大队", "77.2", ("72.1", "82.3"), 6, first=20),
    ),
    BANDS,
)
HEAT = HeatChart(heat(("金积支队", "0.97"), ("青铜大队", "0.58")))
PROBLEMS = ProblemsChart((problem("E2.1", "责令改正后无复查记录", 31), problem("V07", "未告知")))
SPREAD = SpreadChart(bands((1, 2, 3, 6, 9, 13, 12, 9), (2, 3, 5, 8, 9, 10, 9, 9)))
EVERY = pytest.mark.parametrize(
    "chart", [MEANS, HEAT, PROBLEMS, SPREAD], ids=["means", "heat", "problems", "spread"]
)


def _words(sketch: Sketch) -> list[str]:
    return [shape.text for shape in sketch.shapes if isinstance(shape, Words)]


def _bars(sketch: Sketch, tone: Tone) -> list[Bar]:
    return [shape for shape in sketch.shapes if isinstance(shape, Bar) and shape.tone is tone]


@EVERY
@pytest.mark.parametrize("width", [360, 640, 1200])
def test_nothing_stands_outside_the_chart(chart: Chart, width: int) -> None:
    sketch = lay_out(chart, width)

    for shape in sketch.shapes:
        if isinstance(shape, Bar):
            assert shape.x >= 0
            assert shape.x + shape.width <= width
            assert shape.width >= 0
            assert 0 <= shape.y <= shape.y + shape.height <= sketch.height
        elif isinstance(shape, Line):
            assert 0 <= min(shape.x0, shape.x1) <= max(shape.x0, shape.x1) <= width
            assert 0 <= min(shape.y0, shape.y1) <= max(shape.y0, shape.y1) <= sketch.height
        else:
            assert 0 <= shape.x <= width
            assert 0 < shape.y < sketch.height


def test_a_row_of_the_means_opens_the_cases_of_the_unit() -> None:
    sketch = lay_out(MEANS, 640)
    below = sketch.height - 20

    assert sketch.cases_at(300, below) == cases(6, 20)
    door = sketch.door_at(300, below)
    assert door is not None
    assert door.hint == "青铜大队，6 卷，平均 77.2"
    assert sketch.cases_at(300, 2) == ()


def test_the_grades_have_their_lines_where_their_totals_stand() -> None:
    sketch = lay_out(MEANS, 640)
    heads = {shape.text: shape.x for shape in sketch.shapes if isinstance(shape, Words)}

    first, second, third = heads["合格 60"], heads["良好 80"], heads["优秀 90"]
    assert (second - first) == pytest.approx(2 * (third - second))


def test_heads_of_grades_step_aside_where_it_is_narrow() -> None:
    wide = lay_out(MEANS, 900)
    narrow = lay_out(MEANS, 360)

    def levels(sketch: Sketch) -> set[float]:
        return {
            one.y
            for one in sketch.shapes
            if isinstance(one, Words) and one.text[:2] in {"良好", "优秀"}
        }

    assert len(levels(wide)) == 1
    assert len(levels(narrow)) == 2


def test_the_axis_reaches_down_to_the_lowest_interval() -> None:
    wide = MeansChart((group("甲队", "70.0", ("31.5", "100")),), BANDS)

    assert "30" in _words(lay_out(wide, 640))


def test_a_group_without_an_interval_has_a_dot_and_a_note() -> None:
    chart = MeansChart((group("甲队", "70.0", count=1),), BANDS)

    assert _bars(lay_out(chart, 640), Tone.INTERVAL) == []
    assert "不能估计区间" in chart.note
    assert "不能估计区间" not in MEANS.note


def test_a_rate_below_75_is_bold_and_what_does_not_apply_is_a_dash() -> None:
    shapes = [one for one in lay_out(HEAT, 700).shapes if isinstance(one, Words)]

    assert {one.text for one in shapes if one.strong} == {"58"}
    assert [one.text for one in shapes].count("—") == 2
    assert HEAT.note == "颜色越深失分越多，75 以下加粗；“—”为不涉及"


def test_a_rate_is_rounded_once() -> None:
    exact = ProblemsChart((problem("B1.1", "未体现裁量基准", 14, 55),))

    assert "25%" in _words(lay_out(exact, 640))
    assert table_of(exact).rows[0][4] == "25.5%"


def test_shares_of_different_numbers_of_cases_are_named_so() -> None:
    mixed = ProblemsChart((problem("E2.1", "无复查", 14, 55), problem("J1.1", "不适用", 3, 9)))

    assert PROBLEMS.note == "占已定 55 卷的比例，细线为 95% 区间"
    assert mixed.note == "占适用该项的案卷的比例，细线为 95% 区间"


def test_the_picture_shows_the_most_frequent_problems_and_the_table_all() -> None:
    many = ProblemsChart(tuple(problem(f"A{n}.1", "问题") for n in range(1, 10)))

    assert len(lay_out(many, 640).doors) == 7
    assert len(table_of(many).rows) == 9


def test_bars_are_as_high_as_their_counts_and_the_failing_one_is_red() -> None:
    sketch = lay_out(SPREAD, 600)
    failing, others = _bars(sketch, Tone.FAILING), _bars(sketch, Tone.COUNT)

    assert len(failing) == 1
    assert others[0].height == pytest.approx(2 * failing[0].height)


def test_the_number_of_a_bar_stands_clear_of_last_years_line() -> None:
    sketch = lay_out(SpreadChart(bands((0, 0, 0, 0, 0, 0, 0, 9), (0,) * 7 + (10,))), 600)
    line = next(one for one in sketch.shapes if isinstance(one, Line) and one.width == 2)
    number = next(one for one in sketch.shapes if isinstance(one, Words) and one.text == "9")

    assert number.y < line.y0


def test_another_number_of_cases_last_year_is_said() -> None:
    assert SPREAD.note == "柱为今年，横线为上年，红为不合格"
    fewer = SpreadChart(bands((1,) * 8, (1,) * 7 + (0,)))
    assert fewer.note == "柱为今年，横线为上年（共 7 卷，按今年卷数折算），红为不合格"
    assert SpreadChart(bands((1,) * 8)).note == "红为不合格"


def test_the_table_says_which_ranks_are_not_certain() -> None:
    first, second = MEANS.groups
    apart = replace(second, best_rank=3, worst_rank=3)
    chart = MeansChart((first, second, apart), BANDS)
    table = table_of(chart)

    assert table.head == ("名称", "案卷数", "平均分", "95% 区间", "名次")
    assert table.rows[0] == ("金积支队", "7", "90.3", "85.4–95.2", "1–2（并列）")
    assert table.tab_text.splitlines()[0] == "名称\t案卷数\t平均分\t95% 区间\t名次"
    assert "名次" not in table_of(replace(chart, ranked=False)).head
    assert "名次" not in table_of(MEANS).head


def test_a_long_name_is_cut_and_a_short_one_is_not() -> None:
    assert elided("沙湖支队", 16, 64) == "沙湖支队"
    assert elided("沙湖市交通运输综合执法支队", 16, 80) == "沙湖市交…"


@EVERY
def test_a_chart_is_painted_in_the_size_asked_for(chart: Chart) -> None:
    picture = Image.open(BytesIO(png(chart, 640, scale=1.5)))

    assert picture.width == 960
    assert picture.height == pytest.approx(1.5 * lay_out(chart, 640).height, abs=1.5)


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert png(HEAT, 400, scale=1) == png(HEAT, 400, scale=1)
    assert svg(HEAT, 400) == svg(HEAT, 400)
    assert svg(HEAT, 400).startswith(b"<?xml")


def test_the_program_starts_without_loading_matplotlib() -> None:
    asked = "import sys, reviewer.reports.charts; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_a_picture_for_documents_has_title_and_note_as_its_caption() -> None:
    made = picture(PROBLEMS, number="图3")

    assert made.caption == "图3　出现最多的问题　占已定 55 卷的比例，细线为 95% 区间"
    assert Image.open(BytesIO(made.jpeg)).size == (made.width, made.height)
    assert not picture(PROBLEMS).caption.startswith("　")


def test_an_empty_chart_is_painted_all_the_same() -> None:
    assert png(MeansChart((), BANDS), 300, scale=1)
    assert png(ProblemsChart(()), 300, scale=1)
    assert png(SpreadChart(bands((0,) * 8)), 300, scale=1)


@pytest.mark.parametrize("colours", [ON_PAPER, DARK], ids=["paper", "dark"])
def test_ink_reads_on_the_deepest_cell(colours: Colours) -> None:
    assert _contrast(colours.ink, colours.of(Tone.HEAT, 1)) >= 4.5


@pytest.mark.parametrize("colours", [ON_PAPER, DARK], ids=["paper", "dark"])
def test_the_dot_of_a_mean_is_told_from_its_interval(colours: Colours) -> None:
    assert _contrast(colours.blue, colours.interval) >= 3


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_rates_of_the_table_have_a_tenth_of_a_percent() -> None:
    assert table_of(HEAT).rows[1][1] == "58.0%"
    assert Decimal("0.58") == HEAT.heat.rows[1][1][0].value
