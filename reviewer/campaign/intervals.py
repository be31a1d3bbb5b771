"""95 % intervals for shares and means, so that small samples are not read as certainties.

All figures here are of samples; floats inside, the callers round.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, stdev, variance

from reviewer.campaign.distributions import t_quantile

CONFIDENCE = 0.95
_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper limit, both included."""

    low: float
    high: float

    def overlaps(self, other: "Interval") -> bool:
        """Return whether the two share a value."""
        return self.low <= other.high and other.low <= self.high


def wilson(count: int, of: int) -> Interval:
    """Return the interval of the share `count` ÷ `of`; `of` is at least 1.

    Source: Wilson 1927, Journal of the American Statistical Association 22, 209–212, without
    correction for continuity; recommended for small samples by Newcombe 1998, Statistics in
    Medicine 17, 857–872 (method 3).
    """
    share, square = count / of, _Z * _Z
    centre = share + square / (2 * of)
    half = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    # At the ends the formula gives 0 and 1 exactly, floats nearly so.
    low = 0.0 if count == 0 else (centre - half) / (1 + square / of)
    high = 1.0 if count == of else (centre + half) / (1 + square / of)
    return Interval(low, high)


def wilson_difference(count: int, of: int, other: int, other_of: int) -> Interval:
    """Return the interval of the difference of two independent shares, first minus other.

    Source: Newcombe 1998, Statistics in Medicine 17, 873–890 (method 10), from two intervals of
    Wilson.
    """
    first, second = count / of, other / other_of
    mine, theirs = wilson(count, of), wilson(other, other_of)
    difference = first - second
    return Interval(
        difference - math.hypot(first - mine.low, theirs.high - second),
        difference + math.hypot(mine.high - first, second - theirs.low),
    )


def t_interval(values: Sequence[float]) -> Interval | None:
    """Return the interval of the mean; None below two values.

    Source: Student 1908, Biometrika 6, 1–25: mean ± t·s/√n with n − 1 degrees of freedom.
    """
    if len(values) < 2:
        return None
    half = (
        t_quantile((1 + CONFIDENCE) / 2, len(values) - 1) * stdev(values) / math.sqrt(len(values))
    )
    return Interval(fmean(values) - half, fmean(values) + half)


def welch_difference(values: Sequence[float], others: Sequence[float]) -> Interval | None:
    """Return the interval of the difference of two means, first minus others.

    Source: Welch 1947, Biometrika 34, 28–35; degrees of freedom by Welch–Satterthwaite.  None when
    one sample has fewer than two values or neither varies.
    """
    if min(len(values), len(others)) < 2:
        return None
    mine, theirs = variance(values) / len(values), variance(others) / len(others)
    if not mine + theirs:
        return None
    freedom = (mine + theirs) ** 2 / (mine**2 / (len(values) - 1) + theirs**2 / (len(others) - 1))
    half = t_quantile((1 + CONFIDENCE) / 2, freedom) * math.sqrt(mine + theirs)
    difference = fmean(values) - fmean(others)
    return Interval(difference - half, difference + half)
