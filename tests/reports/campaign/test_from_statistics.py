"""Statistics come to the documents with their ranks as uncertain as they are."""

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
from reviewer.reports.campaign.from_statistics import category_lines, summary_of
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
    source = summary_of(campaign(), _statistics(), DAY)

    assert [table.dimension for table in source.tables] == ["单位", "执法门类"]
    assert [line.rank for line in source.tables[0].lines] == ["1—2", "1—2"]
    assert [line.rank for line in source.tables[1].lines] == [""]


def test_the_total_counts_each_case_once() -> None:
    overall = summary_of(campaign(), _statistics(), DAY).overall

    assert (overall.cases, overall.vetoed, overall.grades) == (4, 2, (2, 2))
    assert overall.top == ("C6 时限（扣 4.0 分）",)


def test_categories_count_cases_once_and_take_their_examples() -> None:
    (line,) = category_lines(_statistics(), {"执法程序": ("决定书超期送达",)})

    assert (line.problems, line.cases, line.examples) == (4, 2, ("决定书超期送达",))
