"""What each clause method takes off."""

from decimal import Decimal

import pytest

from reviewer.model import Choice, Clause, Mark, Method, Occurrence
from reviewer.scoring import score
from tests.scoring.builders import clause, fails, item, marks, occurrence, standard

ONE = "A1.1"


def kept(one: Clause, *occurrences: Occurrence, points: str = "3") -> Decimal:
    """Return what an item of `points` keeps when only `one` is broken."""
    tested = standard(item("A1", points, (one,)))
    return score(tested, marks(fails("A1", *occurrences))).items[0].awarded


@pytest.mark.parametrize(
    ("method", "points", "counts", "expected"),
    [
        (Method.PER_OCCURRENCE, "0.5", [3], "1.5"),
        (Method.PER_OCCURRENCE, "0.5", [1, 2], "1.5"),
        (Method.PER_DOCUMENT, "1", [2], "1"),
        (Method.PER_PERSON, "2", [1], "1"),
        (Method.PER_OCCURRENCE, "0.5", [9], "0"),
        (Method.WHOLE_ITEM, "3", [1], "0"),
        (Method.WHOLE_ITEM, "3", [1, 1], "0"),
        (Method.ONCE, "1", [1], "2"),
        (Method.ONCE, "1", [5], "2"),
        (Method.ONCE, "1", [1, 1, 1], "2"),
        (Method.PER_OCCURRENCE, "0.5", [0], "3"),
        (Method.PER_OCCURRENCE, "0.5", [-4], "3"),
    ],
    ids=[
        "per occurrence",
        "per occurrence in two entries",
        "per document",
        "per person",
        "not below zero",
        "whole item",
        "whole item twice",
        "once",
        "once with a count",
        "once in three entries",
        "a count of nothing",
        "a count below nothing",
    ],
)
def test_a_method_takes_off_its_points(
    method: Method, points: str, counts: list[int], expected: str
) -> None:
    given = [occurrence(ONE, count, points) for count in counts]

    assert kept(clause(ONE, method, points), *given) == Decimal(expected)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([1], "3"), ([2], "2.5"), ([1, 1], "2.5"), ([5], "2.5")],
    ids=["below", "reached", "reached together", "far above"],
)
def test_a_threshold_takes_off_once_from_its_number_on(counts: list[int], expected: str) -> None:
    one = clause(ONE, Method.THRESHOLD, "0.5", threshold=2)

    assert kept(one, *(occurrence(ONE, count) for count in counts)) == Decimal(expected)


@pytest.mark.parametrize(
    ("ratios", "expected"),
    [
        (["1"], "3"),
        (["0.8"], "2.4"),
        (["0"], "0"),
        (["0.333"], "1"),
        (["0.8", "0.5"], "1.5"),
        (["7"], "3"),
        (["-1"], "0"),
        ([None], "3"),
    ],
    ids=[
        "all",
        "four fifths",
        "nothing",
        "rounded to hundredths",
        "the lowest counts",
        "above one",
        "below zero",
        "not filled in",
    ],
)
def test_a_ratio_gives_its_share(ratios: list[str | None], expected: str) -> None:
    one = clause(ONE, Method.RATIO, "3")

    assert kept(one, *(occurrence(ONE, points="3", ratio=r) for r in ratios)) == Decimal(expected)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([], "0"), ([1], "1"), ([1, 2], "3"), ([9], "4")],
    ids=["no example", "one", "three in two entries", "at most the item"],
)
def test_an_award_gives_points_for_each_example(counts: list[int], expected: str) -> None:
    one = clause(ONE, Method.AWARD, "1")

    given = [occurrence(ONE, count, "1") for count in counts]

    assert kept(one, *given, points="4") == Decimal(expected)


def test_deductions_are_taken_from_what_examples_earned() -> None:
    tested = standard(item("A1", "4", (clause("A1.1", Method.AWARD, "1"), clause("A1.2"))))

    found = score(tested, marks(fails("A1", occurrence("A1.1", 3, "1"), occurrence("A1.2", 2))))

    assert found.items[0].awarded == Decimal(2)


@pytest.mark.parametrize("choice", [Choice.CONFORMS, Choice.PENDING])
def test_kept_occurrences_do_not_count_under_another_choice(choice: Choice) -> None:
    tested = standard(item("A1"))
    mark = Mark("A1", choice, occurrences=(occurrence("A1.1"),))

    found = score(tested, marks(mark))

    assert (found.items[0].awarded, found.items[0].deductions) == (Decimal(3), ())


def test_an_occurrence_counts_with_the_points_it_was_made_with() -> None:
    assert kept(clause(ONE, points="1"), occurrence(ONE, 2, "0.5")) == Decimal(2)


def test_an_occurrence_of_an_unknown_clause_is_shown_but_not_deducted() -> None:
    tested = standard(item("A1"))

    (found,) = score(tested, marks(fails("A1", occurrence("A1.9")))).items[0].deductions

    assert (found.counted, found.note) == (False, "评查标准中没有这一扣分情形")
