"""Intervals against the figures that their sources publish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.campaign.intervals import (
    Interval,
    t_interval,
    welch_difference,
    wilson,
    wilson_difference,
)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_published_intervals(count: int, of: int, low: float, high: float) -> None:
    found = wilson(count, of)

    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


@pytest.mark.parametrize(
    ("count", "of", "other", "other_of", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10.
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (10, 10, 0, 10, 0.6075, 1.0),
    ],
)
def test_the_difference_of_shares_gives_the_published_intervals(
    count: int, of: int, other: int, other_of: int, low: float, high: float
) -> None:
    found = wilson_difference(count, of, other, other_of)

    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


FIRST_DRUG = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
SECOND_DRUG = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
"""Hours of sleep gained: Cushny & Peebles 1905, the data of Student 1908."""


def test_the_t_interval_of_students_own_data_is_the_published_one() -> None:
    gained = [b - a for a, b in zip(FIRST_DRUG, SECOND_DRUG, strict=True)]

    found = t_interval(gained)

    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.7001142, 2.4598858), abs=1e-6)


def test_the_difference_of_means_is_that_of_welch() -> None:
    found = welch_difference(FIRST_DRUG, SECOND_DRUG)

    assert found is not None
    assert (found.low, found.high) == pytest.approx((-3.3654832, 0.2054832), abs=1e-6)


def test_one_value_says_nothing_of_the_spread() -> None:
    assert t_interval([80.0]) is None
    assert welch_difference([80.0], [70.0, 71.0]) is None


def test_two_samples_that_do_not_vary_have_no_interval() -> None:
    assert welch_difference([80.0, 80.0], [70.0, 70.0]) is None


def test_intervals_that_touch_overlap() -> None:
    assert Interval(70, 80).overlaps(Interval(80, 90))
    assert not Interval(70, 79.9).overlaps(Interval(80, 90))


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval_and_the_interval_between_0_and_1(
    sample: tuple[int, int],
) -> None:
    count, of = sample

    found = wilson(count, of)

    assert 0 <= found.low <= count / of <= found.high <= 1
