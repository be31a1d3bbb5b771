"""Statistics of the final results: averages, rates, problems, distribution, last year.

Every figure carries the cases that it counts.  What few cases cannot tell is not told: groups
whose intervals overlap are not ranked apart (并列), and a group without an interval is apart from
none.  Overlap is decided on the rounded limits, so that the printed table shows the reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reviewer.campaign.figures import average, cases_of, exact_mean, share
from reviewer.campaign.problems import categories, problems, vetoes_hit
from reviewer.campaign.results import (
    Result,
    applicable,
    grade_names,
    is_excellent,
    is_failing,
    pass_mark,
    problem_count,
)
from reviewer.campaign.yearly import changes
from reviewer.model.scores import ItemScore
from reviewer.model.standards import Question
from reviewer.model.statistics import (
    QUESTION_HEADS,
    Average,
    GradeCount,
    GroupBy,
    GroupResult,
    HeatMap,
    ItemLoss,
    ItemResult,
    Overview,
    Rate,
    ScoreBand,
    Statistics,
)
from reviewer.scoring.numbers import ZERO, to_tenths

NO_NAME = "（未填写）"
_STARTS = tuple(Decimal(start) for start in (0, 60, 65, 70, 75, 80, 85, 90))
_TENTH = Decimal("0.1")
_HEAVIEST = 5


def statistics(results: Sequence[Result], previous: Sequence[Result] = ()) -> Statistics:
    """Return all statistics of the final results; `previous` are those of last year."""
    return Statistics(
        overview=overview(results),
        units=by_group(results, GroupBy.UNIT),
        fields=by_group(results, GroupBy.FIELD),
        kinds=by_group(results, GroupBy.KIND),
        heat=heat_map(results),
        dimensions=tuple((question, _rate(results, question)) for question in QUESTION_HEADS),
        items=item_results(results),
        problems=problems(results),
        bands=score_bands(results, previous),
        changes=changes(results, previous),
        brigades=by_group(results, GroupBy.BRIGADE),
        officers=by_group(results, GroupBy.OFFICER),
        categories=categories(results),
    )


def overview(results: Sequence[Result]) -> Overview:
    """Return the figures at the head of the page."""
    found = sum(problem_count(one) for one in results)
    return Overview(
        mean=average(results),
        excellent=share(filter(is_excellent, results), len(results)),
        failing=share(filter(is_failing, results), len(results)),
        vetoes=vetoes_hit(results),
        problems=found,
        per_case=to_tenths(Decimal(found) / len(results)) if results else None,
        grades=_grades(results, grade_names(results)),
    )


def by_group(results: Sequence[Result], by: GroupBy) -> tuple[GroupResult, ...]:
    """Return the results of each group, highest mean first.

    Brigades and officers that are not known make no group.
    """
    grouped = _grouped(results, by)
    means = {key: average(members) for key, members in grouped.items()}
    names = grade_names(results)
    found = [
        GroupResult(
            key=key[0],
            name=key[1],
            mean=means[key],
            best_rank=1 + sum(_is_above(other, means[key]) for other in means.values()),
            worst_rank=len(means) - sum(_is_above(means[key], other) for other in means.values()),
            grades=_grades(members, names),
            excellent=share(filter(is_excellent, members), len(members)),
            vetoed=cases_of(one for one in members if one.score.vetoes),
            problems=sum(problem_count(one) for one in members),
            heaviest=_heaviest(members),
        )
        for key, members in grouped.items()
    ]
    exact = {key[0]: exact_mean(members) for key, members in grouped.items()}
    return tuple(sorted(found, key=lambda one: (-exact[one.key], one.name)))


def heat_map(results: Sequence[Result], by: GroupBy = GroupBy.UNIT) -> HeatMap:
    """Return the score rate of each group in each dimension, best group first.

    An item that serves two dimensions counts in both.
    """
    grouped = _grouped(results, by)
    ordered = sorted(grouped, key=lambda key: (-exact_mean(grouped[key]), key[1]))
    return HeatMap(
        tuple(QUESTION_HEADS),
        tuple(
            (key[1], tuple(_rate(grouped[key], question) for question in QUESTION_HEADS))
            for key in ordered
        ),
    )


def item_results(results: Sequence[Result]) -> tuple[ItemResult, ...]:
    """Return what the reviews came to on each item, in the order of the standards."""
    met: dict[tuple[str, str], list[Result]] = {}
    scores: defaultdict[tuple[str, str], list[tuple[Result, ItemScore]]] = defaultdict(list)
    for one in results:
        for item in one.standard.items:
            met.setdefault((item.id, item.short), []).append(one)
        for item, score in applicable(one):
            scores[item.id, item.short].append((one, score))
    return tuple(_item_result(key, met[key], scores[key]) for key in met)


def score_bands(
    results: Sequence[Result], previous: Sequence[Result] = ()
) -> tuple[ScoreBand, ...]:
    """Return how the totals are distributed: below 60, steps of 5, 90 and above."""
    scored = [one for one in results if one.is_scored]
    last = [one.score.total for one in previous if one.is_scored]
    mark = pass_mark(results)
    found = []
    for start, end in zip(_STARTS, (*_STARTS[1:], None), strict=True):
        mine = [one for one in scored if _within(one.score.total, start, end)]
        then = sum(_within(total, start, end) for total in last)
        found.append(
            ScoreBand(
                label=_band_label(start, end),
                start=start,
                cases=cases_of(mine),
                failing=end is not None and end <= mark,
                last_year=then if last else None,
                expected=to_tenths(Decimal(then * len(scored)) / len(last)) if last else None,
            )
        )
    return tuple(found)


def _band_label(start: Decimal, end: Decimal | None) -> str:
    if end is None:
        return f"{start} 分以上"
    return f"{start}—{end - _TENTH} 分" if start else f"{end} 分以下"


def _within(total: Decimal, start: Decimal, end: Decimal | None) -> bool:
    return start <= total and (end is None or total < end)


def _grouped(results: Iterable[Result], by: GroupBy) -> dict[tuple[str, str], list[Result]]:
    grouped: defaultdict[tuple[str, str], list[Result]] = defaultdict(list)
    for one in results:
        for key in _keys(one, by):
            grouped[key].append(one)
    return dict(grouped)


def _keys(result: Result, by: GroupBy) -> list[tuple[str, str]]:
    """Return key and name of each group that the result belongs to."""
    match by:
        case GroupBy.UNIT:
            return [(str(result.unit), result.unit_name)]
        case GroupBy.FIELD:
            name = result.field.strip()
            return [(name, name or NO_NAME)]
        case GroupBy.KIND:
            return [(result.kind.value, result.kind.value)]
        case GroupBy.BRIGADE:
            return _in_unit(result, [result.brigade])
        case GroupBy.OFFICER:
            return _in_unit(result, result.officers)


def _in_unit(result: Result, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the names with their unit: another unit may have a person of the same name."""
    return [
        (f"{result.unit}|{name}", f"{name}（{result.unit_name}）")
        for name in dict.fromkeys(name.strip() for name in names)
        if name
    ]


def _is_above(one: Average, other: Average) -> bool:
    """Return whether the interval of `one` lies wholly above that of `other`."""
    return one.low is not None and other.high is not None and one.low > other.high


def _grades(results: Sequence[Result], names: Iterable[str]) -> tuple[GradeCount, ...]:
    return tuple(
        GradeCount(name, cases_of(one for one in results if one.score.grade == name))
        for name in names
    )


def _rate(results: Iterable[Result], question: Question) -> Rate:
    awarded = full = ZERO
    cases = []
    for one in results:
        scores = [score for item, score in applicable(one) if question in item.questions]
        awarded += sum((score.awarded for score in scores), ZERO)
        full += sum((score.full for score in scores), ZERO)
        if scores:
            cases.append(one.case)
    return Rate(awarded, full, tuple(cases))


def _heaviest(results: Iterable[Result]) -> tuple[ItemLoss, ...]:
    lost: defaultdict[tuple[str, str], list[tuple[Result, Decimal]]] = defaultdict(list)
    for one in results:
        for item, score in applicable(one):
            if score.deducted:
                lost[item.id, item.short].append((one, score.deducted))
    found = (
        ItemLoss(*key, sum((points for _, points in each), ZERO), cases_of(one for one, _ in each))
        for key, each in lost.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.lost, one.item))[:_HEAVIEST])


def _item_result(
    key: tuple[str, str], met: Sequence[Result], scores: Sequence[tuple[Result, ItemScore]]
) -> ItemResult:
    rate = Rate(
        sum((score.awarded for _, score in scores), ZERO),
        sum((score.full for _, score in scores), ZERO),
        cases_of(one for one, _ in scores),
    )
    counted = {one.review for one, _ in scores}
    return ItemResult(
        item=key[0],
        short=key[1],
        rate=rate,
        failed=share((one for one, score in scores if score.deducted), len(scores)),
        absent=cases_of(one for one in met if one.review not in counted),
    )
