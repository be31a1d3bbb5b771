"""Agreement against published examples, and where there is nothing to compute."""

import pytest

from reviewer.campaign.agreement import (
    NO_CASES,
    NO_VARIANCE,
    NO_VARIETY,
    ONE_RATER,
    TOO_FEW,
    cohen_kappa,
    gwet_ac1,
    icc_agreement,
    icc_consistency,
    percent_agreement,
)
from reviewer.campaign.distributions import f_quantile, t_quantile

COHEN_1960 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
"""Table 2: two judges, 200 cases, three categories."""
GWET = [[118, 5], [2, 0]]
"""125 cases that two raters classified: high agreement, and yet κ below zero."""
SHROUT_FLEISS_1979 = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]
"""Table 2: six subjects, four judges."""
KRIPPENDORFF = (
    "11.1",
    "2232",
    "3333",
    "3333",
    "2222",
    "1234",
    "4444",
    "1121",
    "2222",
    ".555",
    "..11",
    ".3..",
)
"""Twelve units, four coders, some not rated: Gwet 2014, table 2.8."""


ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
"""Two abstractors, 100 cases: cont3x3abstractors of Gwet's own package irrCAC."""


def pairs_of(table: list[list[int]]) -> list[tuple[str, str]]:
    return [
        (str(i), str(j))
        for i, row in enumerate(table)
        for j, count in enumerate(row)
        for _ in range(count)
    ]


def test_kappa_of_cohens_own_example() -> None:
    found = cohen_kappa(pairs_of(COHEN_1960))

    assert found.value == pytest.approx(0.492, abs=0.001)
    assert [found.low, found.high] == pytest.approx([0.384, 0.600], abs=1e-3)
    assert percent_agreement(pairs_of(COHEN_1960)).value == 0.7


def test_kappa_and_ac1_of_gwets_paradox() -> None:
    pairs = pairs_of(GWET)

    assert cohen_kappa(pairs).value == pytest.approx(-0.0234, abs=5e-5)
    assert gwet_ac1(pairs, 2).value == pytest.approx(0.9408, abs=5e-5)
    assert percent_agreement(pairs).value == 0.944


def test_kappa_and_ac1_as_gwets_own_package_prints_them() -> None:
    pairs = pairs_of(ABSTRACTORS)

    assert cohen_kappa(pairs).value == pytest.approx(0.7964, abs=5e-5)
    found = gwet_ac1(pairs, 3)
    assert found.value == pytest.approx(0.8493, abs=5e-5)
    assert [found.low, found.high] == pytest.approx([0.764, 0.935], abs=1e-3)


def test_ac1_with_four_raters_and_missing_ratings() -> None:
    ratings = [[None if one == "." else one for one in row] for row in KRIPPENDORFF]

    found = gwet_ac1(ratings, 5)

    assert found.value == pytest.approx(0.77544, abs=5e-5)
    assert found.low == pytest.approx(0.461, abs=2e-3)


def test_icc_of_shrout_and_fleiss() -> None:
    agreement, consistency = icc_agreement(SHROUT_FLEISS_1979), icc_consistency(SHROUT_FLEISS_1979)

    assert agreement.value == pytest.approx(0.29, abs=0.005)
    assert [agreement.low, agreement.high] == pytest.approx([0.019, 0.761], abs=1e-3)
    assert consistency.value == pytest.approx(0.71, abs=0.005)
    assert [consistency.low, consistency.high] == pytest.approx([0.342, 0.946], abs=1e-3)


def test_raters_who_differ_by_a_constant_are_consistent_but_do_not_agree() -> None:
    scores = [[60.0, 70.0], [70.0, 80.0], [85.0, 95.0]]

    assert icc_consistency(scores).value == 1.0
    agreement = icc_agreement(scores).value
    assert agreement is not None
    assert agreement < 0.8


def test_full_agreement_is_one() -> None:
    assert icc_agreement([[60.0, 60.0], [80.0, 80.0]]).value == 1.0
    assert cohen_kappa([("a", "a"), ("b", "b")]).value == 1.0
    assert gwet_ac1([("a", "a"), ("b", "b")], 2).value == 1.0


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (percent_agreement([]), NO_CASES),
        (percent_agreement([["a", None]]), NO_CASES),
        (cohen_kappa([]), NO_CASES),
        (cohen_kappa([("a", "a")]), TOO_FEW),
        (cohen_kappa([("a", "a"), ("a", "a")]), NO_VARIETY),
        (gwet_ac1([("a", "a")], 2), TOO_FEW),
        (gwet_ac1([("a", "a"), ("a", "a")], 1), NO_VARIETY),
        (icc_agreement([]), NO_CASES),
        (icc_agreement([[80.0, 90.0]]), TOO_FEW),
        (icc_agreement([[80.0], [90.0]]), ONE_RATER),
        (icc_agreement([[80.0, 80.0], [80.0, 80.0]]), NO_VARIANCE),
        (icc_consistency([[80.0, 90.0], [80.0, 90.0]]), NO_VARIANCE),
    ],
)
def test_what_cannot_be_computed_says_why(found: object, reason: str) -> None:
    assert getattr(found, "value", "") is None
    assert getattr(found, "reason", "") == reason


def test_always_the_same_verdict_is_full_agreement_for_ac1() -> None:
    assert gwet_ac1([("a", "a"), ("a", "a")], 2).value == 1.0


@pytest.mark.parametrize(
    ("probability", "first", "second", "expected"),
    [
        (0.95, 5, 10, 3.3258),
        (0.975, 3, 15, 4.1528),
        (0.975, 15, 3, 14.2527),
        (0.95, 1, 1, 161.4476),
    ],
)
def test_f_as_in_printed_tables(
    probability: float, first: float, second: float, expected: float
) -> None:
    assert f_quantile(probability, first, second) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    ("freedom", "expected"), [(1, 12.7062), (2, 4.3027), (9, 2.2622), (30, 2.0423), (1000, 1.9623)]
)
def test_t_as_in_printed_tables(freedom: int, expected: float) -> None:
    assert t_quantile(0.975, freedom) == pytest.approx(expected, rel=1e-4)
