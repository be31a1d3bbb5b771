"""The figures of the year against last year's, with the interval of each difference.

Another year draws other cases; a difference whose interval holds zero may be chance and is not
called a rise or a fall.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from reviewer.campaign.figures import to_thousandths
from reviewer.campaign.intervals import Interval, welch_difference, wilson_difference
from reviewer.campaign.results import Result, is_excellent, is_failing, problem_count
from reviewer.model.statistics import Change
from reviewer.scoring.numbers import to_tenths

MEAN = "平均分"
EXCELLENT = "优秀率"
FAILING = "不合格率"
PROBLEMS = "卷均问题数"


def changes(results: Sequence[Result], previous: Sequence[Result]) -> tuple[Change, ...]:
    """Return the head figures and the mean of each unit of both years; empty without last year."""
    if not results or not previous:
        return ()
    names = dict.fromkeys(one.unit_name for one in results)
    known = {one.unit_name for one in previous}
    return (
        _of_numbers(MEAN, results, previous, _total),
        _of_shares(EXCELLENT, results, previous, is_excellent),
        _of_shares(FAILING, results, previous, is_failing),
        _of_numbers(PROBLEMS, results, previous, _problems),
        *(
            _of_numbers(
                f"{name}{MEAN}",
                [one for one in results if one.unit_name == name],
                [one for one in previous if one.unit_name == name],
                _total,
            )
            for name in names
            if name in known
        ),
    )


def _total(result: Result) -> Decimal | None:
    return result.score.total if result.is_scored else None


def _problems(result: Result) -> Decimal | None:
    return Decimal(problem_count(result))


def _of_numbers(
    name: str,
    results: Sequence[Result],
    previous: Sequence[Result],
    number: Callable[[Result], Decimal | None],
) -> Change:
    now = [value for one in results if (value := number(one)) is not None]
    before = [value for one in previous if (value := number(one)) is not None]
    limits = welch_difference([float(one) for one in now], [float(one) for one in before])
    return _change(name, _mean(now), _mean(before), limits, to_tenths)


def _of_shares(
    name: str,
    results: Sequence[Result],
    previous: Sequence[Result],
    holds: Callable[[Result], bool],
) -> Change:
    now, before = sum(map(holds, results)), sum(map(holds, previous))
    limits = wilson_difference(now, len(results), before, len(previous))
    return _change(
        name,
        Decimal(now) / len(results),
        Decimal(before) / len(previous),
        limits,
        to_thousandths,
        is_share=True,
    )


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) / len(values) if values else None


def _change(
    name: str,
    now: Decimal | None,
    before: Decimal | None,
    limits: Interval | None,
    rounded: Callable[[Decimal], Decimal],
    *,
    is_share: bool = False,
) -> Change:
    """Round both figures; the difference is that of the printed ones, so that readers can add."""
    if now is None or before is None:
        return Change(name, _or_none(now, rounded), _or_none(before, rounded), None)
    return Change(
        name=name,
        now=rounded(now),
        before=rounded(before),
        difference=rounded(now) - rounded(before),
        low=rounded(Decimal(limits.low)) if limits else None,
        high=rounded(Decimal(limits.high)) if limits else None,
        is_share=is_share,
    )


def _or_none(value: Decimal | None, rounded: Callable[[Decimal], Decimal]) -> Decimal | None:
    return None if value is None else rounded(value)
