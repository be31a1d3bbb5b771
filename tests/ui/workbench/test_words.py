from decimal import Decimal

import pytest

from reviewer import scoring
from reviewer.ui.workbench.words import cited, decimals_of, full_text, minus_text, spans

GENERAL = next(s for s in scoring.load_standards() if s.id == "general")


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], ""), ([5], "5"), ([46, 47, 48], "46–48"), ([52, 46, 47], "46–47、52"), ([3, 3], "3")],
    ids=["none", "one", "a stretch", "two stretches", "the same page twice"],
)
def test_pages_are_written_as_ranges(numbers: list[int], expected: str) -> None:
    assert spans(numbers) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [("2", None, "−2"), ("0.5", None, "−0.5"), ("2", 1, "−2.0"), ("10", None, "−10")],
)
def test_a_deduction_has_a_real_minus(value: str, decimals: int | None, expected: str) -> None:
    assert minus_text(Decimal(value), decimals) == expected


def test_full_points_carry_no_needless_zeros() -> None:
    assert [full_text(Decimal(v)) for v in ("3.0", "2.50", "100")] == ["3", "2.5", "100"]


def test_a_law_is_named_once_in_a_row() -> None:
    articles = ("行政处罚法第五条", "行政处罚法第三十七条", "道路运输条例第七十条")

    assert cited(articles) == "行政处罚法第五条、第三十七条、道路运输条例第七十条"


def test_the_shipped_standard_needs_one_decimal() -> None:
    assert decimals_of(GENERAL) == 1
