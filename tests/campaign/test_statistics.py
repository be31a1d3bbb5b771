"""Statistics of small sets of results whose figures can be reckoned by hand."""

from dataclasses import replace
from decimal import Decimal
from itertools import chain
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from reviewer.campaign.problems import NO_CATEGORY
from reviewer.campaign.results import Result
from reviewer.campaign.statistics import (
    NO_NAME,
    by_group,
    heat_map,
    item_results,
    overview,
    score_bands,
    statistics,
)
from reviewer.campaign.yearly import EXCELLENT, MEAN
from reviewer.model.campaigns import CaseKind
from reviewer.model.standards import Question
from reviewer.model.statistics import GroupBy, GroupResult
from tests.campaign.made_results import SMALL, make_result, with_total, with_totals
from tests.scoring.builders import absent, fails, hit, item, occurrence, standard


def _named(groups: tuple[GroupResult, ...], name: str) -> GroupResult:
    return next(one for one in groups if one.name == name)


def test_the_mean_counts_a_vetoed_case_with_its_total_of_0() -> None:
    found = overview([*with_totals([90, 80]), make_result(hit("V01"))])

    assert found.mean.value == Decimal("56.7")
    assert found.failing.count == 1
    assert [(one.id, one.share.count) for one in found.vetoes] == [("V01", 1)]


def test_a_case_with_a_b_veto_is_not_excellent() -> None:
    found = overview([make_result(hit("V05")), with_total(95)])

    assert found.excellent.count == 1
    assert found.excellent.of == 2


def test_grades_are_all_listed_best_first_those_without_a_case_too() -> None:
    found = overview(with_totals([95, 85, 84, 50]))

    assert [(one.grade, len(one.cases)) for one in found.grades] == [
        ("优秀", 1),
        ("良好", 2),
        ("合格", 0),
        ("不合格", 1),
    ]


def test_groups_whose_intervals_overlap_share_their_rank() -> None:
    results = [
        *with_totals([95, 94, 96, 95], "甲队"),
        *with_totals([93, 95, 94, 96], "乙队"),
        *with_totals([70, 71, 69, 70], "丙队"),
    ]

    found = by_group(results, GroupBy.UNIT)

    assert [one.name for one in found] == ["甲队", "乙队", "丙队"]
    assert [(one.best_rank, one.worst_rank, one.is_tied) for one in found] == [
        (1, 2, True),
        (1, 2, True),
        (3, 3, False),
    ]


def test_a_unit_with_one_case_has_no_interval_and_is_ranked_apart_from_none() -> None:
    results = [*with_totals([95, 94, 96]), with_total(61, "乙队")]

    found = _named(by_group(results, GroupBy.UNIT), "乙队")

    assert (found.mean.value, found.mean.low) == (Decimal("61.0"), None)
    assert (found.best_rank, found.worst_rank) == (1, 2)


def test_two_equal_totals_do_not_prove_that_all_cases_are_equal() -> None:
    found = _named(by_group(with_totals([80, 80]), GroupBy.UNIT), "甲队")

    assert found.mean.low is None


def test_an_interval_ends_at_100_points() -> None:
    found = _named(by_group(with_totals([100, 90]), GroupBy.UNIT), "甲队")

    assert found.mean.high == Decimal(100)
    assert found.mean.low == Decimal("31.5")


def test_results_without_a_field_are_a_group_of_their_own() -> None:
    results = [with_total(90, field="公路"), with_total(80, field=" ")]

    assert [one.name for one in by_group(results, GroupBy.FIELD)] == ["公路", NO_NAME]


def test_kinds_are_grouped_by_the_kind_of_the_ledger() -> None:
    results = [with_total(90), make_result(kind=CaseKind.SUMMARY)]

    assert [one.name for one in by_group(results, GroupBy.KIND)] == ["简易", "普通"]


def test_a_case_counts_for_each_of_its_officers() -> None:
    both = replace(make_result(), officers=("张三", "李四"), brigade="一大队")
    one = replace(with_total(80), officers=("张三",))

    found = statistics([both, one])

    assert [(each.name, each.mean.value) for each in found.officers] == [
        ("李四（甲队）", Decimal("100.0")),
        ("张三（甲队）", Decimal("90.0")),
    ]
    assert [each.mean.cases for each in found.brigades] == [(both.case,)]


def test_people_of_one_name_in_two_units_are_two() -> None:
    results = [replace(with_total(80, unit), officers=("张三",)) for unit in ("甲队", "乙队")]

    assert len(statistics(results).officers) == 2


def test_where_officers_are_not_known_there_is_no_group() -> None:
    assert by_group(with_totals([80]), GroupBy.OFFICER) == ()
    assert by_group(with_totals([80]), GroupBy.BRIGADE) == ()


def test_a_score_rate_is_points_given_of_points_that_apply() -> None:
    lost = fails("A1", occurrence("A1.1", points="15"))
    results = [make_result(lost), make_result(lost, absent("C1"))]

    rates = heat_map(results).rows[0][1]

    by_question = dict(zip(heat_map(results).columns, rates, strict=True))
    assert by_question[Question.BASIS].value == Decimal("0.75")
    assert by_question[Question.PROCEDURE].value == Decimal(1)
    assert by_question[Question.PROCEDURE].cases == (results[0].case,)
    assert by_question[Question.SERVICE].value is None


def test_a_problem_counts_a_case_once_however_often_it_occurs_there() -> None:
    thrice = fails("A1", occurrence("A1.1", 3, "1"), occurrence("A1.1", 1, "1"))
    results = [make_result(thrice), make_result()]

    found = statistics(results).problems

    assert [(one.id, one.share.count, one.share.of) for one in found] == [("A1.1", 1, 2)]
    assert found[0].lost == Decimal(4)
    assert found[0].share.cases == (results[0].case,)


def test_the_share_of_a_problem_leaves_out_cases_where_the_item_is_not_applicable() -> None:
    wrong = fails("C1", occurrence("C1.1", points="2"))
    results = [make_result(wrong), make_result(), make_result(absent("C1"))]

    found = statistics(results).problems[0]

    assert (found.share.count, found.share.of) == (1, 2)
    assert found.share.value == Decimal("0.500")


def test_one_id_with_another_meaning_in_another_standard_is_another_problem() -> None:
    other = standard(replace(item("A1", "100"), short="另一项"))
    wrong = fails("A1", occurrence("A1.1", points="2"))
    results = [make_result(wrong), make_result(wrong), make_result(wrong, under=other)]

    found = statistics(results).problems

    assert [(one.id, one.share.count, one.share.of) for one in found] == [
        ("A1.1", 2, 2),
        ("A1.1", 1, 1),
    ]


def test_a_veto_that_was_hit_is_among_the_problems() -> None:
    found = statistics([make_result(hit("V01")), make_result()]).problems

    assert [(one.id, one.is_veto, one.share.count) for one in found] == [("V01", True, 1)]


def test_problems_are_counted_in_one_category_each_and_add_up() -> None:
    wrong = [fails("A1", occurrence("A1.1")), fails("C1", occurrence("C1.1"), occurrence("C1.1"))]
    results = [make_result(*wrong), make_result(wrong[1], hit("V01"))]

    found = statistics(results)

    assert [(one.name, one.problems, len(one.cases)) for one in found.categories] == [
        ("执法依据合法", 1, 1),
        ("程序时限", 4, 2),
        (NO_CATEGORY, 1, 1),
    ]
    assert sum(one.problems for one in found.categories) == found.overview.problems


def test_items_count_those_not_applicable_apart() -> None:
    wrong = fails("C1", occurrence("C1.1", points="10"))
    results = [make_result(wrong), make_result(absent("C1"))]

    found = item_results(results)[1]

    assert (found.item, found.failed.count, found.failed.of) == ("C1", 1, 1)
    assert found.rate.value == Decimal("0.75")
    assert found.absent == (results[1].case,)


def test_a_total_on_the_border_belongs_to_the_band_that_begins_there() -> None:
    found = score_bands(with_totals(["59.9", "60", "64.9", "90", "100"]))

    assert [(one.label, one.count) for one in found if one.count] == [
        ("60 分以下", 1),
        ("60—64.9 分", 2),
        ("90 分以上", 2),
    ]
    assert [one.label for one in found if one.failing] == ["60 分以下"]


def test_last_year_is_shown_on_the_scale_of_this_years_number() -> None:
    found = score_bands(with_totals([95, 85]), with_totals([95, 95, 95, 70]))

    assert (found[-1].last_year, found[-1].expected) == (3, Decimal("1.5"))


def test_without_last_year_nothing_is_compared() -> None:
    found = statistics(with_totals([95, 85]))

    assert found.changes == ()
    assert all(one.last_year is None for one in found.bands)


def test_a_difference_within_chance_is_not_clear() -> None:
    found = {
        one.name: one
        for one in statistics(with_totals([80, 90, 85]), with_totals([79, 91, 82])).changes
    }

    assert found[MEAN].difference == Decimal("1.0")
    assert not found[MEAN].is_clear
    assert not found[EXCELLENT].is_clear


def test_a_rise_beyond_chance_is_clear() -> None:
    now = with_totals([90, 91, 92, 90, 91, 92] * 3)
    before = with_totals([70, 71, 72, 70, 71, 72] * 3)

    found = {one.name: one for one in statistics(now, before).changes}

    assert found[MEAN].is_clear
    assert found[EXCELLENT].is_clear
    assert found[f"甲队{MEAN}"].difference == Decimal("20.0")


def test_nothing_decided_gives_empty_statistics() -> None:
    found = statistics(())

    assert found.overview.mean.value is None
    assert found.overview.excellent.value is None
    assert (found.units, found.problems, found.items) == ((), (), ())


def test_a_case_whose_items_are_all_not_applicable_has_no_total() -> None:
    nothing = make_result(absent("A1"), absent("C1"))

    found = overview([nothing, with_total(80)])

    assert found.mean.value == Decimal("80.0")
    assert found.grades[-1].cases == (nothing.case,)
    assert sum(one.count for one in score_bands([nothing, with_total(80)])) == 1


_RESULTS = st.lists(
    st.tuples(
        st.integers(0, 100),
        st.sampled_from(["甲队", "乙队", "丙队"]),
        st.sampled_from(["公路", "水路", ""]),
    ),
    max_size=14,
).map(lambda rows: [with_total(total, unit, field) for total, unit, field in rows])


@given(_RESULTS)
def test_totals_agree_and_shares_lie_between_0_and_1(results: list[Result]) -> None:
    found = statistics(results)
    cases = sorted(one.case for one in results)

    for groups in (found.units, found.fields, found.kinds):
        assert sorted(chain.from_iterable(one.mean.cases for one in groups)) == cases
        assert sum(one.problems for one in groups) == found.overview.problems
        assert sum(one.excellent.count for one in groups) == found.overview.excellent.count
        for one in groups:
            assert sum(len(grade.cases) for grade in one.grades) == one.mean.count
            assert 1 <= one.best_rank <= one.worst_rank <= len(groups)
    assert sorted(chain.from_iterable(one.cases for one in found.bands)) == cases
    shares = [found.overview.excellent, found.overview.failing]
    shares += [one.share for one in found.problems] + [one.failed for one in found.items]
    for share in shares:
        assert share.count <= share.of
        if share.value is not None and share.low is not None and share.high is not None:
            assert 0 <= share.low <= share.value <= share.high <= 1
    for _, rates in found.heat.rows:
        assert all(rate.value is None or 0 <= rate.value <= 1 for rate in rates)


@given(_RESULTS)
def test_the_order_of_results_changes_no_figure(results: list[Result]) -> None:
    forth, back = by_group(results, GroupBy.UNIT), by_group(results[::-1], GroupBy.UNIT)

    assert [(one.name, one.mean.value, one.best_rank) for one in forth] == [
        (one.name, one.mean.value, one.best_rank) for one in back
    ]


def test_a_case_reviewed_under_two_standards_is_counted_with_both_results() -> None:
    case = uuid4()
    results = [
        make_result(case=case),
        make_result(case=case, under=standard(item("Q1", "100")), kind=CaseKind.COERCIVE),
    ]

    assert statistics(results).overview.mean.cases == (case, case)
    assert [one.mean.cases for one in by_group(results, GroupBy.KIND)] == [(case,), (case,)]


def test_the_small_standard_makes_points_lost_points_of_the_total() -> None:
    assert SMALL.total == 100
    assert with_total("33.5").score.total == Decimal("33.5")
