"""How far reviewers agree: percent, Cohen's κ, Gwet's AC1, intraclass correlation of scores.

Every figure comes with the number of cases and, where it cannot be computed, with the reason; none
is shown as zero instead.  Figures are rounded to four places.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import NormalDist, fmean

from reviewer.campaign.distributions import f_quantile, t_quantile

CONFIDENCE = 0.95

NO_CASES = "没有共同评查的案卷。"
TOO_FEW = "共同评查的案卷少于两件，不能计算。"
NO_VARIETY = "各方自始至终只用了同一种结论，除去巧合以后没有可比的，不能计算。"
NO_VARIANCE = "各案卷、各评查人的得分完全相同，没有差异可比，不能计算。"
ONE_RATER = "评查人少于两名，不能计算。"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of agreement with its 95 % interval."""

    value: float | None
    """None when it cannot be computed; `reason` says why."""
    cases: int
    low: float | None = None
    high: float | None = None
    reason: str = ""
    """Chinese."""


def percent_agreement(ratings: Sequence[Sequence[str | None]]) -> Figure:
    """Return the share of pairs of ratings that agree; one row a case, None: not rated.

    With two raters it is p_o of Cohen 1960; with more the mean over cases of the share of agreeing
    pairs (Fleiss 1971, Psychological Bulletin 76, 378–382, formula 2), as a fraction 0–1.
    """
    rows = _rated_twice(ratings)
    if not rows:
        return Figure(None, 0, reason=NO_CASES)
    return Figure(round(fmean(_pairs_agreeing(row) for row in rows), 4), len(rows))


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> Figure:
    """Return κ = (p_o − p_e) / (1 − p_e) of two ratings of each case.

    Cohen 1960, A coefficient of agreement for nominal scales, Educational and Psychological
    Measurement 20, 37–46, formula 1; standard error by his formula 7 (large samples):
    √(p_o (1 − p_o) / (n (1 − p_e)²)).
    """
    n = len(pairs)
    if n < 2:
        return Figure(None, n, reason=TOO_FEW if n else NO_CASES)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(a == b for a, b in pairs) / n
    chance = sum(first[one] * second[one] for one in first) / n**2
    if math.isclose(chance, 1):
        return Figure(None, n, reason=NO_VARIETY)
    value = (seen - chance) / (1 - chance)
    error = math.sqrt(seen * (1 - seen) / n) / (1 - chance)
    return _with_interval(value, error * NormalDist().inv_cdf((1 + CONFIDENCE) / 2), n)


def gwet_ac1(ratings: Sequence[Sequence[str | None]], categories: int) -> Figure:
    """Return AC1 of any number of raters on a scale of `categories`; None: not rated.

    Gwet 2008, Computing inter-rater reliability and its variance in the presence of high agreement,
    British Journal of Mathematical and Statistical Psychology 61, 29–48: chance agreement is
    p_e = Σ π_k (1 − π_k) / (q − 1), π_k the mean share of category k.  Variance and missing ratings
    as in Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition, chapters 5 and 6: cases are a
    sample, the interval is by Student's t with n − 1 degrees of freedom.
    """
    rated = [[one for one in row if one is not None] for row in ratings]
    rated = [row for row in rated if row]
    twice = [row for row in rated if len(row) > 1]
    n = len(rated)
    if len(twice) < 2:
        return Figure(None, len(twice), reason=TOO_FEW if twice else NO_CASES)
    if categories < 2:
        return Figure(None, len(twice), reason=NO_VARIETY)
    shares = {
        one: fmean(row.count(one) / len(row) for row in rated)
        for one in sorted({one for row in rated for one in row})
    }
    chance = sum(one * (1 - one) for one in shares.values()) / (categories - 1)
    seen = fmean(_pairs_agreeing(row) for row in twice)
    value = (seen - chance) / (1 - chance)
    factor = n / len(twice)
    parts = []
    for row in rated:
        own = factor * (_pairs_agreeing(row) - chance) / (1 - chance) if len(row) > 1 else 0.0
        by_chance = sum((1 - shares[one]) / len(row) for one in row) / (categories - 1)
        parts.append(own - 2 * (1 - value) * (by_chance - chance) / (1 - chance))
    error = math.sqrt(sum((part - value) ** 2 for part in parts) / (n * (n - 1)))
    return _with_interval(value, error * t_quantile((1 + CONFIDENCE) / 2, n - 1), len(twice))


def icc_agreement(scores: Sequence[Sequence[float]]) -> Figure:
    """Return the absolute agreement of single scores; one row a case, one column a rater.

    ICC(2,1) of Shrout & Fleiss 1979, Intraclass correlations: uses in assessing rater reliability,
    Psychological Bulletin 86, 420–428, which is ICC(A,1) of McGraw & Wong 1996, Forming inferences
    about some intraclass correlation coefficients, Psychological Methods 1, 30–46:
    (MSR − MSE) / (MSR + (k − 1) MSE + k (MSC − MSE) / n).  Interval as in their table 7 (by
    Satterthwaite's degrees of freedom).
    """
    squares = _mean_squares(scores)
    if isinstance(squares, Figure):
        return squares
    n, k = len(scores), len(scores[0])
    rows, columns, error = squares
    value = (rows - error) / (rows + (k - 1) * error + k * (columns - error) / n)
    if value == 1:
        return Figure(1.0, n, 1.0, 1.0)
    a = k * value / (n * (1 - value))
    b = 1 + k * value * (n - 1) / (n * (1 - value))
    spread = (a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1))
    if not spread:
        return Figure(round(value, 4), n)
    freedom = (a * columns + b * error) ** 2 / spread
    upper = (1 + CONFIDENCE) / 2
    wide = k * columns + (k * n - k - n) * error
    f_low, f_high = f_quantile(upper, n - 1, freedom), f_quantile(upper, freedom, n - 1)
    low = n * (rows - f_low * error) / (f_low * wide + n * rows)
    high = n * (f_high * rows - error) / (wide + n * f_high * rows)
    return Figure(round(value, 4), n, _bounded(low), _bounded(high))


def icc_consistency(scores: Sequence[Sequence[float]]) -> Figure:
    """Return the consistency of single scores: severity of a rater as such does not count.

    ICC(3,1) of Shrout & Fleiss 1979, which is ICC(C,1) of McGraw & Wong 1996:
    (MSR − MSE) / (MSR + (k − 1) MSE); interval from F = MSR / MSE with n − 1 and (n − 1)(k − 1)
    degrees of freedom.  Much above `icc_agreement`: the raters order alike but differ in severity.
    """
    squares = _mean_squares(scores)
    if isinstance(squares, Figure):
        return squares
    n, k = len(scores), len(scores[0])
    rows, _, error = squares
    if not rows + error:
        return Figure(None, n, reason=NO_VARIANCE)
    value = (rows - error) / (rows + (k - 1) * error)
    if not error:
        return Figure(round(value, 4), n, 1.0, 1.0)
    upper, ratio = (1 + CONFIDENCE) / 2, rows / error
    low = ratio / f_quantile(upper, n - 1, (n - 1) * (k - 1))
    high = ratio * f_quantile(upper, (n - 1) * (k - 1), n - 1)
    bounds = [(one - 1) / (one + k - 1) for one in (low, high)]
    return Figure(round(value, 4), n, _bounded(bounds[0]), _bounded(bounds[1]))


def _mean_squares(scores: Sequence[Sequence[float]]) -> tuple[float, float, float] | Figure:
    """Return mean squares between rows, between columns and of the error, or why there are none."""
    n = len(scores)
    if n < 2:
        return Figure(None, n, reason=TOO_FEW if n else NO_CASES)
    k = len(scores[0])
    if k < 2:
        return Figure(None, n, reason=ONE_RATER)
    if len({one for row in scores for one in row}) == 1:
        return Figure(None, n, reason=NO_VARIANCE)
    mean = fmean(one for row in scores for one in row)
    means = [fmean(row) for row in scores]
    by_rater = [fmean(column) for column in zip(*scores, strict=True)]
    rows = k * math.fsum((one - mean) ** 2 for one in means) / (n - 1)
    columns = n * math.fsum((one - mean) ** 2 for one in by_rater) / (k - 1)
    error = math.fsum(
        (one - means[i] - by_rater[j] + mean) ** 2
        for i, row in enumerate(scores)
        for j, one in enumerate(row)
    ) / ((n - 1) * (k - 1))
    # What is left of exact zeros by rounding must not become a denominator.
    return rows, columns, error if error > 1e-12 else 0.0


def _rated_twice(ratings: Sequence[Sequence[str | None]]) -> list[list[str]]:
    rows = [[one for one in row if one is not None] for row in ratings]
    return [row for row in rows if len(row) > 1]


def _pairs_agreeing(row: Sequence[str]) -> float:
    pairs = list(combinations(row, 2))
    return sum(a == b for a, b in pairs) / len(pairs)


def _with_interval(value: float, half: float, cases: int) -> Figure:
    return Figure(round(value, 4), cases, _bounded(value - half), _bounded(value + half))


def _bounded(value: float) -> float:
    return round(max(-1.0, min(1.0, value)), 4)
