"""Quantiles of Student's t and of F, which the standard library does not have.

By the regularised incomplete beta function (Abramowitz & Stegun 1964, 26.5.8, 26.6.2, 26.7.1), its
continued fraction evaluated by the method of Lentz, and bisection.
"""

import math
from collections.abc import Callable

_TINY = 1e-300
_STEPS = 500
_EXACT = 1e-14


def t_quantile(probability: float, freedom: float) -> float:
    """Return the t that is not exceeded with `probability` (0.5 ≤ p < 1)."""
    # t² follows F(1, freedom); two-sided.
    return math.sqrt(f_quantile(2 * probability - 1, 1, freedom)) if probability > 0.5 else 0.0


def f_quantile(probability: float, first: float, second: float) -> float:
    """Return the F(first, second) that is not exceeded with `probability` (0 < p < 1)."""

    def below(share: float) -> float:
        return incomplete_beta(share, first / 2, second / 2)

    share = _bisect(below, probability)
    return second * share / (first * (1 - share))


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away(1 + term * d)
            c = _away(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < _EXACT:
            break
    return value


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _bisect(function: Callable[[float], float], wanted: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        if function(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2
