"""How severe a reviewer is, and whether that drifts over the days; for the campaign's leader only.

Severity is the mean of (own total − reference) over cases that others scored, too: negative is
severe.  The reference is the adjudicated total where there is one, else the mean of the others.
Few common cases give a wide interval, which is shown with the figure.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import fmean, stdev
from uuid import UUID

from reviewer.campaign.distributions import t_quantile

CONFIDENCE = 0.95
LEAST_FOR_DRIFT = 4
"""Fewer cases say nothing of a trend."""

NO_COMMON = "没有与他人共同评查的案卷，无从比较。"
ONE_COMMON = "与他人共同评查的案卷只有一件，不能估计范围。"
TOO_FEW_DAYS = "共同评查的案卷不足四件，或者都在同一天，看不出变化。"


@dataclass(frozen=True, slots=True)
class Scored:
    """One signed review of one case."""

    case: UUID
    person: UUID
    total: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class Severity:
    """How one reviewer's totals lie to those of others, in points."""

    person: UUID
    cases: int
    mean: float | None
    """Own total minus reference; negative: more severe than the others."""
    low: float | None
    high: float | None
    """95 % interval of the mean."""
    drift: float | None
    """Change of that difference per day, in points; negative: growing more severe."""
    drift_low: float | None
    drift_high: float | None
    reason: str
    """Chinese: what could not be computed, and why."""
    leader_only: bool = True
    """Shown to the leader of the campaign alone, and in no export to others."""

    @property
    def is_clear(self) -> bool:
        """Return whether the interval leaves out zero, so that more than chance is seen."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def severities(
    scored: Iterable[Scored], adjudicated: Mapping[UUID, Decimal]
) -> tuple[Severity, ...]:
    """Return the severity of every reviewer, most severe first, those without figures last.

    `adjudicated` is the total of the adjudicated review by case.  Source: mean of differences with
    the interval mean ± t·s/√n and n − 1 degrees of freedom (Bland & Altman 1986, Lancet 327,
    307–310); drift: slope of least squares of the difference on the day, interval by t with n − 2.
    """
    by_case: defaultdict[UUID, list[Scored]] = defaultdict(list)
    for one in scored:
        by_case[one.case].append(one)
    differences: defaultdict[UUID, list[tuple[date, float]]] = defaultdict(list)
    for case, reviews in by_case.items():
        for one in reviews:
            points = differences[one.person]
            reference = _reference(one, reviews, adjudicated.get(case))
            if reference is not None:
                points.append((one.day, float(one.total - reference)))
    found = [_severity(person, points) for person, points in differences.items()]
    return tuple(
        sorted(found, key=lambda one: (one.mean is None, one.mean or 0.0, str(one.person)))
    )


def _reference(
    own: Scored, reviews: Sequence[Scored], adjudicated: Decimal | None
) -> Decimal | None:
    if adjudicated is not None:
        return adjudicated
    others = [one.total for one in reviews if one.person != own.person]
    return sum(others, Decimal(0)) / len(others) if others else None


def _severity(person: UUID, points: Sequence[tuple[date, float]]) -> Severity:
    n = len(points)
    values = [value for _, value in points]
    mean = round(fmean(values), 2) if values else None
    low = high = None
    if n > 1:
        half = t_quantile((1 + CONFIDENCE) / 2, n - 1) * stdev(values) / math.sqrt(n)
        low, high = round(fmean(values) - half, 2), round(fmean(values) + half, 2)
    drift, drift_low, drift_high = _drift(points)
    reason = NO_COMMON if not n else ONE_COMMON if n == 1 else TOO_FEW_DAYS
    return Severity(
        person,
        n,
        mean,
        low,
        high,
        drift,
        drift_low,
        drift_high,
        "" if drift is not None else reason,
    )


def _drift(
    points: Sequence[tuple[date, float]],
) -> tuple[float, float, float] | tuple[None, None, None]:
    n = len(points)
    days = [float(day.toordinal()) for day, _ in points]
    if n < LEAST_FOR_DRIFT or len(set(days)) == 1:
        return None, None, None
    values = [value for _, value in points]
    centre, mean = fmean(days), fmean(values)
    width = math.fsum((day - centre) ** 2 for day in days)
    slope = math.fsum((d - centre) * (v - mean) for d, v in zip(days, values, strict=True)) / width
    rest = math.fsum(
        (v - mean - slope * (d - centre)) ** 2 for d, v in zip(days, values, strict=True)
    )
    half = t_quantile((1 + CONFIDENCE) / 2, n - 2) * math.sqrt(rest / (n - 2) / width)
    return round(slope, 3), round(slope - half, 3), round(slope + half, 3)
