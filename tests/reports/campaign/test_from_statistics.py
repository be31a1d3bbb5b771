"""Statistics come to the documents with their ranks as uncertain as they are."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from reviewer.model.standards import Question
from reviewer.model.statistics import (
    Average,
    CategoryCount,
    GradeCount,
    GroupResult,
    HeatMap,
    ItemLoss,
    ItemResult,
    Overview,
    Rate,
    Share,
    Statistics,
)
from reviewer.reports.campaign.feedback_letter import problem_sentence
from reviewer.reports.campaign.from_statistics import (
    RANK_NOTE,
    UNRANKED_NOTE,
    category_lines,
    summary_of,
)
from reviewer.reports.campaign.inputs import ProblemLine, ResultLine
from reviewer.reports.campaign.pieces import veto_words
from tests.reports.campaign.made_campaign import campaign
from tests.reports.campaign.made_results import DAY

CASES = tuple(UUID(int=at) for at in range(1, 5))


def _group(name: str, cases: tuple[UUID, ...], mean: str, ranks: tuple[int, int]) -> GroupResult:
    return GroupResult(
        *(name, name, Average(cases, Decimal(mean)), *ranks),
        grades=(GradeCount("优秀", cases[:1]), GradeCount("合格", cases[1:])),
        excellent=Share(cases[:1], len(cases), Decimal("0.5")),
        vetoed=cases[:1],
        problems=3,
        heaviest=(ItemLoss("C6", "时限", Decimal("3.5"), cases),),
    )


def _statistics() -> Statistics:
    rate = Rate(Decimal(8), Decimal(12), CASES)
    full = Rate(Decimal(4), Decimal(4), CASES)
    share = Share(CASES, 4, Decimal(1))
    return Statistics(
        overview=Overview(
            Average(CASES, Decimal("86.5")),
            share,
            Share((), 4, Decimal(0)),
            (),
            *(6, Decimal("1.5")),
            (GradeCount("优秀", CASES[:2]), GradeCount("合格", CASES[2:])),
        ),
        units=(_group("甲", CASES[:2], "90", (1, 2)), _group("乙", CASES[2:], "83", (1, 2))),
        fields=(_group("道路运政", CASES, "86.5", (1, 1)),),
        kinds=(),
        heat=HeatMap((Question.PROCEDURE,), ()),
        dimensions=(),
        items=(
            ItemResult("H1", "目录", full, share, ()),
            ItemResult("C6", "时限", rate, share, ()),
        ),
        problems=(),
        bands=(),
        categories=(CategoryCount("执法程序", 4, (*CASES[:2], CASES[0])),),
    )


def test_units_are_ranked_by_spans_and_nothing_else_is_ranked() -> None:
    told = _statistics()
    first, second = told.units
    third = replace(second, key="3", name="丙队", best_rank=3, worst_rank=3)
    source = summary_of(campaign(), replace(told, units=(first, second, third)), DAY)

    assert [table.dimension for table in source.tables] == ["单位", "执法门类"]
    assert [line.rank for line in source.tables[0].lines] == ["1—2", "1—2", "3"]
    assert source.tables[0].note == RANK_NOTE
    assert [line.rank for line in source.tables[1].lines] == [""]
    assert source.tables[1].note == ""


def test_units_that_cannot_be_told_apart_get_no_rank_but_the_reason() -> None:
    units = summary_of(campaign(), _statistics(), DAY).tables[0]

    assert [line.rank for line in units.lines] == ["", ""]
    assert units.note == UNRANKED_NOTE


def test_the_total_counts_each_case_once() -> None:
    overall = summary_of(campaign(), _statistics(), DAY).overall

    assert (overall.cases, overall.vetoed, overall.grades) == (4, 2, (2, 2))
    assert overall.top == ("C6 时限（扣 4.0 分）",)


def test_categories_count_cases_once_and_take_their_examples() -> None:
    (line,) = category_lines(_statistics(), {"执法程序": ("决定书超期送达",)})

    assert (line.problems, line.cases, line.examples) == (4, 2, ("决定书超期送达",))


def test_vetoed_cases_that_do_not_fail_are_told_apart() -> None:
    line = ResultLine("合计", 60, Decimal(94), (53, 7), 5, spared=4)

    assert veto_words(line).endswith("5 卷，占 8.3%，其中 1 卷不合格、4 卷按标准不得评为优秀")
    assert veto_words(replace(line, spared=0)) == "有一票否决情形的 5 卷，占 8.3%"
    assert veto_words(replace(line, vetoed=0, spared=0)) == "没有一票否决情形"


def test_a_page_that_the_sentence_names_is_not_repeated() -> None:
    line = ProblemLine("甲罚〔2025〕1号", "归档", "逾期归档", "档案法", "9")

    assert problem_sentence(line) == "逾期归档（卷内第 9 页；依据：档案法）。"
    told = replace(line, problem="有回避申请（卷内第9页），未见回避决定。")
    assert problem_sentence(told) == "有回避申请（卷内第9页），未见回避决定（依据：档案法）。"
