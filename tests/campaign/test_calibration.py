"""Calibration files: which items are read differently."""

from decimal import Decimal
from uuid import UUID

from reviewer.campaign.calibration import calibration, totals
from reviewer.model import Choice, Mark
from tests.campaign.made_reviews import CASE, fails, general, make_reviewed

OTHER = UUID(int=1002)


def test_items_read_differently_come_first_with_everybodys_reasons() -> None:
    reviews = [
        make_reviewed(1, {"A2": fails("A2", "A2.1", 2), "B1": fails("B1", "B1.1")}),
        make_reviewed(2, {"B1": fails("B1", "B1.1")}),
        make_reviewed(3, {"A2": fails("A2", "A2.1", 2), "B1": fails("B1", "B1.1")}),
    ]

    first, second, *_ = calibration(general(), reviews)

    assert (first.id, first.is_read_differently, first.spread) == ("A2", True, Decimal(1))
    assert not second.is_read_differently
    assert [one.verdict for one in first.readings] == ["fails", "conforms", "fails"]
    assert first.readings[0].reasons == ("A2.1不规范",)
    assert first.percent.value == 0.3333


def test_the_same_points_for_another_clause_is_another_reading() -> None:
    reviews = [
        make_reviewed(1, {"A2": fails("A2", "A2.1", 2)}),
        make_reviewed(2, {"A2": fails("A2", "A2.2", points="1")}),
    ]

    first, *_ = calibration(general(), reviews)

    assert (first.id, first.is_read_differently, first.spread) == ("A2", True, Decimal(0))
    assert first.percent.value == 1.0


def test_a_veto_that_some_see_comes_before_all_items() -> None:
    reviews = [make_reviewed(1, hits=("V07",)), make_reviewed(2, {"A2": fails("A2", "A2.1")})]

    first, second, *_ = calibration(general(), reviews)

    assert (first.id, first.is_veto) == ("V07", True)
    assert second.id == "A2"


def test_agreement_runs_over_all_files_and_bears_missing_ones() -> None:
    reviews = [
        make_reviewed(1, {"A2": fails("A2", "A2.1")}),
        make_reviewed(2, {"A2": Mark("A2", Choice.PENDING)}),
        make_reviewed(3, {"A2": fails("A2", "A2.1")}),
        make_reviewed(1, case=OTHER),
        make_reviewed(2, case=OTHER),
    ]

    (found,) = (one for one in calibration(general(), reviews) if one.id == "A2")

    assert found.percent.value == 1.0
    assert found.ac1.value == 1.0
    assert len(found.readings) == 4
    assert [(case, len(all_)) for case, all_ in totals(reviews)] == [(CASE, 3), (OTHER, 2)]
