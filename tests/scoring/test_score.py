"""From item scores to total, span and grade."""

from decimal import Decimal

import pytest

from reviewer.model import Bonus, Choice, Method, Score, VetoType
from reviewer.scoring import score
from tests.scoring.builders import (
    absent,
    clause,
    conforms,
    fails,
    hit,
    item,
    marks,
    occurrence,
    standard,
    veto,
)


def of_parts(lost: str, full: str) -> Score:
    """Return the score of one item of `full` points that loses `lost`."""
    tested = standard(item("A1", full, (clause("A1.1", Method.ONCE, lost),)))
    if Decimal(lost) == 0:
        return score(tested, marks(conforms("A1")))
    return score(tested, marks(fails("A1", occurrence("A1.1", points=lost))))


@pytest.mark.parametrize(
    ("lost", "full", "expected"),
    [
        ("0", "100", "100.0"),
        ("0.05", "100", "100.0"),
        ("0.06", "100", "99.9"),
        ("10.05", "100", "90.0"),
        ("10.06", "100", "89.9"),
        ("1", "3", "66.7"),
        ("2", "3", "33.3"),
        ("1", "8", "87.5"),
        ("0.35", "8", "95.6"),
        ("0.25", "200", "99.9"),
        ("0.1", "200", "100.0"),
    ],
)
def test_totals_round_half_up_to_one_decimal(lost: str, full: str, expected: str) -> None:
    assert str(of_parts(lost, full).total) == expected


@pytest.mark.parametrize(
    ("lost", "grade"),
    [
        ("10.05", "优秀"),
        ("10.06", "良好"),
        ("20.05", "良好"),
        ("20.06", "合格"),
        ("40.05", "合格"),
        ("40.06", "不合格"),
        ("100", "不合格"),
    ],
)
def test_the_grade_comes_from_the_rounded_total(lost: str, grade: str) -> None:
    assert of_parts(lost, "100").grade == grade


def test_what_does_not_apply_leaves_the_denominator() -> None:
    tested = standard(item("A1", "3"), item("A2", "1"), item("B1", "4"))

    found = score(tested, marks(fails("A1", occurrence("A1.1", 2)), absent("A2"), absent("B1")))

    assert (found.applicable, found.awarded, found.total) == (
        Decimal(3),
        Decimal(2),
        Decimal("66.7"),
    )


def test_a_forbidden_absence_leaves_the_item_open() -> None:
    tested = standard(item("A1", may_be_absent=False), item("A2"))

    found = score(tested, marks(absent("A1"), conforms("A2")))

    assert (found.pending, found.items[0].choice) == (("A1",), Choice.PENDING)


def test_nothing_left_to_score_gives_no_grade() -> None:
    found = score(standard(item("A1"), item("A2")), marks(absent("A1"), absent("A2")))

    assert (found.total, found.grade) == (Decimal(0), "不评定")
    assert "均不涉及" in found.grade_note


def test_pending_counts_in_full_and_spans_down_to_nothing() -> None:
    tested = standard(item("A1", "6"), item("A2", "4"))

    found = score(tested, marks(fails("A1", occurrence("A1.1", 2))))

    assert (found.total, found.low, found.high) == (
        Decimal("90.0"),
        Decimal("50.0"),
        Decimal("90.0"),
    )
    assert found.pending == ("A2",)
    assert not found.complete


def test_a_review_without_any_mark_spans_everything() -> None:
    found = score(standard(item("A1"), item("A2")), marks())

    assert (found.low, found.high) == (Decimal(0), Decimal(100))


def test_an_open_veto_keeps_the_score_from_being_complete() -> None:
    found = score(standard(item("A1"), vetoes=[veto("V01")]), marks(conforms("A1")))

    assert found.open_vetoes == ("V01",)
    assert not found.complete
    assert found.total == 100


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"JF1": "2"}, "92.0"),
        ({"JF1": "9"}, "92.0"),
        ({"JF1": "-3"}, "90.0"),
        ({"JF1": "2", "JF2": "4"}, "95.0"),
        ({"JF9": "4"}, "90.0"),
        ({"JF1": "0.25"}, "90.3"),
    ],
    ids=["given", "at most its own", "never below", "at most five", "unknown", "rounded"],
)
def test_bonus_points_are_limited(given: dict[str, str], expected: str) -> None:
    bonuses = [Bonus("JF1", "加分", Decimal(2)), Bonus("JF2", "加分", Decimal(4))]
    tested = standard(item("A1", "10", (clause("A1.1", points="1"),)), bonuses=bonuses)

    found = score(tested, marks(fails("A1", occurrence("A1.1", points="1")), **given))

    assert str(found.total) == expected


def test_a_bonus_never_lifts_the_total_above_a_hundred() -> None:
    tested = standard(item("A1"), bonuses=[Bonus("JF1", "加分", Decimal(2))])

    assert score(tested, marks(conforms("A1"), JF1="2")).total == 100


def test_an_a_veto_gives_nothing_and_keeps_the_score_before_it() -> None:
    tested = standard(item("A1", "4"), vetoes=[veto("V01")])

    found = score(tested, marks(fails("A1", occurrence("A1.1", 2)), hit("V01")))

    assert (found.total, found.low, found.high) == (Decimal(0), Decimal(0), Decimal(0))
    assert (found.before_veto, found.grade) == (Decimal("75.0"), "不合格")
    assert found.vetoes == ("V01",)
    assert "V01" in found.grade_note


def test_a_b_veto_gives_the_best_grade_that_is_not_excellent() -> None:
    tested = standard(item("A1"), vetoes=[veto("V19", VetoType.B)])

    found = score(tested, marks(conforms("A1"), hit("V19")))

    assert (found.total, found.grade) == (Decimal(100), "良好")
    assert found.grade_note == "命中 V19，不得评优秀，最高良好"


def test_a_b_veto_leaves_a_lower_grade_alone() -> None:
    tested = standard(
        item("A1", "10", (clause("A1.1", points="3"),)), vetoes=[veto("V19", VetoType.B)]
    )

    found = score(tested, marks(fails("A1", occurrence("A1.1", points="3")), hit("V19")))

    assert (found.grade, found.grade_note) == ("合格", "")


def test_a_clause_is_not_deducted_beside_the_veto_that_punishes_the_same() -> None:
    one = clause("A1.1", points="1", veto="V19")
    tested = standard(item("A1", "4", (one,)), vetoes=[veto("V19", VetoType.B)])

    found = score(tested, marks(fails("A1", occurrence("A1.1", points="1")), hit("V19")))

    assert (found.total, found.before_veto) == (Decimal("100.0"), Decimal("75.0"))
    assert (found.items[0].awarded, found.items[0].before_veto) == (Decimal(4), Decimal(3))
    assert found.items[0].deductions[0].note == "已按 V19 一票否决，不再扣分"


def test_an_excluded_veto_lifts_nothing() -> None:
    one = clause("A1.1", points="1", veto="V19")
    tested = standard(item("A1", "4", (one,)), vetoes=[veto("V19", VetoType.B)])

    found = score(tested, marks(fails("A1", occurrence("A1.1", points="1"))))

    assert found.total == Decimal("75.0")
