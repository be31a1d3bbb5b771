"""Severity and drift of reviewers."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from reviewer.campaign.severity import NO_COMMON, ONE_COMMON, TOO_FEW_DAYS, Scored, severities

STRICT, MILD, ALONE = UUID(int=1), UUID(int=2), UUID(int=3)


def make_scored(case: int, person: UUID, total: str, day: int = 1) -> Scored:
    return Scored(UUID(int=1000 + case), person, Decimal(total), date(2026, 11, day))


def pairs(*totals: tuple[str, str]) -> list[Scored]:
    return [
        one
        for case, (strict, mild) in enumerate(totals)
        for one in (
            make_scored(case, STRICT, strict, case + 1),
            make_scored(case, MILD, mild, case + 1),
        )
    ]


def test_severity_is_the_mean_difference_with_students_interval() -> None:
    # Differences −2, −4, −6: mean −4, s = 2, half = 4.3027 · 2 / √3.
    strict, mild = severities(pairs(("80", "82"), ("80", "84"), ("80", "86")), {})

    assert (strict.person, strict.mean, strict.cases) == (STRICT, -4.0, 3)
    assert [strict.low, strict.high] == pytest.approx([-8.97, 0.97], abs=0.01)
    assert not strict.is_clear
    assert mild.mean == 4.0
    assert strict.leader_only


def test_the_adjudicated_total_is_the_reference_where_there_is_one() -> None:
    found = severities(pairs(("80", "84"), ("80", "84")), {UUID(int=1000): Decimal(84)})

    assert {one.person: one.mean for one in found} == {STRICT: -4.0, MILD: 2.0}


def test_drift_is_the_slope_over_the_days() -> None:
    strict, mild = severities(pairs(("80", "80"), ("80", "81"), ("80", "82"), ("80", "83")), {})

    assert strict.drift == -1.0
    assert mild.drift == 1.0
    assert (strict.drift_low, strict.drift_high) == (-1.0, -1.0)
    assert strict.reason == ""


def test_what_cannot_be_computed_says_why() -> None:
    few = severities([*pairs(("80", "84")), make_scored(9, ALONE, "70")], {})

    assert [one.reason for one in few] == [ONE_COMMON, ONE_COMMON, NO_COMMON]
    assert few[2].mean is None
    assert few[0].low is None
    assert severities(pairs(("80", "84"), ("81", "84")), {})[0].reason == TOO_FEW_DAYS
