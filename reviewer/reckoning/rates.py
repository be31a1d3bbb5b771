"""Shares with their uncertainty: the score interval of Wilson (1927)."""

from math import sqrt
from typing import NamedTuple

_Z = 1.959963984540054
"""Quantile of the normal distribution for 95 %."""


class Interval(NamedTuple):
    """A confidence interval of a share, from 0 to 1."""

    low: float
    high: float


def wilson(successes: int, trials: int, z: float = _Z) -> Interval:
    """Return the Wilson score interval, without continuity correction, of successes / trials.

    (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22
    (1927) 209–212.  Unlike p ± 1.96 σ it stays inside 0 and 1 and holds for few trials.

    Raises:
        ValueError: there are no trials, or more successes than trials.
    """
    if trials < 1 or not 0 <= successes <= trials:
        raise ValueError((successes, trials))
    share, square = successes / trials, z * z
    middle = share + square / (2 * trials)
    reach = z * sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    whole = 1 + square / trials
    return Interval(max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole))
