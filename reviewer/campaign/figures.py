"""From cases to one rounded figure with its interval."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from reviewer.campaign.intervals import t_interval, wilson
from reviewer.campaign.results import Result
from reviewer.model.statistics import Average, Cases, Share
from reviewer.scoring.numbers import ZERO, to_tenths

_FULL = Decimal(100)
_THOUSANDTH = Decimal("0.001")
_MILLIONTH = Decimal("0.000001")


def to_thousandths(value: Decimal) -> Decimal:
    """Round a share half up to a tenth of a percent."""
    return value.quantize(_THOUSANDTH, ROUND_HALF_UP)


def _fine(value: Decimal) -> Decimal:
    """Round so finely that rounding again for print gives what rounding once would."""
    return value.quantize(_MILLIONTH, ROUND_HALF_UP)


def cases_of(results: Iterable[Result]) -> Cases:
    """Return the case of each result, in their order."""
    return tuple(one.case for one in results)


def share(counted: Iterable[Result], of: int) -> Share:
    """Return the counted results as a share of `of`, which includes them."""
    cases = cases_of(counted)
    if not of:
        return Share(cases, 0, None)
    limits = wilson(len(cases), of)
    return Share(
        cases,
        of,
        _fine(Decimal(len(cases)) / of),
        _fine(Decimal(limits.low)),
        _fine(Decimal(limits.high)),
    )


def average(results: Sequence[Result]) -> Average:
    """Return the mean of the totals, an A veto with 0 as the standard says.

    No interval when the totals do not vary: two equal files do not prove that all are equal.
    """
    scored = [one for one in results if one.is_scored]
    if not scored:
        return Average((), None)
    totals = [one.score.total for one in scored]
    mean = to_tenths(exact_mean(results))
    limits = t_interval([float(total) for total in totals]) if len(set(totals)) > 1 else None
    if limits is None:
        return Average(cases_of(scored), mean)
    low, high = to_tenths(Decimal(limits.low)), to_tenths(Decimal(limits.high))
    return Average(cases_of(scored), mean, max(ZERO, low), min(_FULL, high))


def exact_mean(results: Iterable[Result]) -> Decimal:
    """Return the unrounded mean of the totals, for sorting; below all when there is none."""
    totals = [one.score.total for one in results if one.is_scored]
    return sum(totals, ZERO) / len(totals) if totals else Decimal(-1)
