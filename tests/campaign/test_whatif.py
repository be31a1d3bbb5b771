"""What another decision, or another version of the standard, would change."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from reviewer.campaign.whatif import if_decided, if_standard
from reviewer.model.marks import Choice, Mark, VetoChoice, VetoMark
from tests.campaign.made_results import SMALL, make_result, with_totals
from tests.scoring.builders import absent, clause, conforms, fails, hit, occurrence, standard, veto

WRONG = fails("A1", occurrence("A1.1", points="12"))


def test_a_disputed_item_that_flips_changes_score_grade_and_mean_of_the_unit() -> None:
    mine = make_result(WRONG)
    results = [mine, *with_totals([90])]

    found = if_decided(results, mine.review, [conforms("A1")])

    assert (found.before.total, found.before.grade) == (Decimal("88.0"), "良好")
    assert (found.after.total, found.after.grade) == (Decimal("100.0"), "优秀")
    assert found.unit.before.mean.value == Decimal("89.0")
    assert found.unit.after.mean.value == Decimal("95.0")
    assert found.unit.moves


def test_a_veto_that_is_hit_takes_the_unit_down_and_others_up() -> None:
    first = [make_result() for _ in range(3)]
    first[0] = make_result(fails("A1", occurrence("A1.1", points="1")))
    results = [*first, *with_totals([80, 81, 82], "乙队")]

    found = if_decided(results, first[0].review, [VetoMark("V01", VetoChoice.HIT, "属实")])

    assert found.after.total == Decimal("0.0")
    assert (found.unit.before.best_rank, found.unit.after.best_rank) == (1, 1)
    assert found.unit.after.is_tied
    assert [(one.before.name, one.before.best_rank, one.after.best_rank) for one in found.others]
    assert found.others[0].after.is_tied


def test_the_decision_that_stands_changes_nothing() -> None:
    mine = make_result(WRONG)

    found = if_decided([mine, *with_totals([90, 70], "乙队")], mine.review, [WRONG])

    assert found.before == found.after
    assert not found.unit.moves
    assert found.others == ()


def test_a_review_that_is_not_among_the_results_is_refused() -> None:
    with pytest.raises(KeyError):
        if_decided(with_totals([90]), uuid4(), [])


DEARER = replace(
    SMALL,
    version="2",
    items=(
        replace(
            SMALL.items[0],
            clauses=(
                replace(SMALL.items[0].clauses[0], points=Decimal(20)),
                *SMALL.items[0].clauses[1:],
            ),
        ),
        SMALL.items[1],
    ),
)


def test_only_cases_with_the_deduction_have_something_to_decide_again() -> None:
    touched, untouched = make_result(WRONG), make_result()

    found = if_standard([untouched, touched], SMALL, DEARER)

    assert [(one.case, one.reopened) for one in found.cases] == [
        (touched.case, ("A1",)),
        (untouched.case, ()),
    ]
    assert found.to_decide == 1


def test_the_likely_score_takes_the_old_decisions_at_the_new_points() -> None:
    found = if_standard([make_result(WRONG)], SMALL, DEARER).cases[0]

    assert (found.before.total, found.likely.total) == (Decimal("88.0"), Decimal("80.0"))
    assert (found.low, found.high) == (Decimal("40.0"), Decimal("100.0"))


def test_results_under_other_standards_stay_as_they_are() -> None:
    other = standard(*SMALL.items, vetoes=[veto("V01")])
    other = replace(other, id="other")
    results = [make_result(WRONG, under=other, unit="乙队"), make_result(WRONG)]

    found = if_standard(results, SMALL, DEARER)

    assert [one.case for one in found.cases] == [results[1].case]
    assert [one.before.name for one in found.units if one.moves] == ["甲队"]


def test_stricter_bands_change_the_grade_and_reopen_nothing() -> None:
    stricter = replace(
        SMALL,
        version="2",
        bands=(replace(SMALL.bands[0], from_total=Decimal(98)), *SMALL.bands[1:]),
    )

    found = if_standard(
        [make_result(fails("C1", occurrence("C1.1", points="5")))], SMALL, stricter
    ).cases[0]

    assert (found.before.grade, found.likely.grade) == ("优秀", "良好")
    assert found.reopened == ()
    assert found.low == found.high == Decimal("95.0")


def test_items_not_applicable_and_vetoes_keep_their_marks() -> None:
    mine = make_result(absent("C1"), hit("V05"))
    wider = replace(
        SMALL,
        version="2",
        items=(
            replace(SMALL.items[0], clauses=(*SMALL.items[0].clauses, clause("A1.9"))),
            SMALL.items[1],
        ),
    )

    found = if_standard([mine], SMALL, wider).cases[0]

    assert found.reopened == ("A1",)
    assert found.likely.vetoes == ("V05",)
    assert Mark("C1", Choice.ABSENT, "not_taken") == mine.marks.of("C1")
