"""Which differences of two reviews send a case to adjudication."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from reviewer.campaign.disagreement import (
    Reviewed,
    dispute,
    grounds_line,
    independent_pair,
    queue,
)
from reviewer.errors import Refused
from reviewer.model import Choice, Mark
from reviewer.model.adjudications import Adjudication, Difference, Dispute
from reviewer.model.campaigns import Disagreement
from reviewer.model.reviews import Round
from tests.campaign.made_reviews import CASE, MORNING, fails, general, make_reviewed

TERMS = Disagreement()


def compare(
    first: Mapping[str, Mark],
    second: Mapping[str, Mark],
    hits: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
    terms: Disagreement = TERMS,
) -> Dispute:
    return dispute(
        general(), make_reviewed(1, first, hits[0]), make_reviewed(2, second, hits[1]), terms
    )


def test_equal_reviews_do_not_differ() -> None:
    marks = {"A2": fails("A2", "A2.1", 2, page=3)}

    found = compare(marks, {"A2": fails("A2", "A2.1", 2, page=3)})

    assert found.gap == 0
    assert found.grounds == ()
    assert found.items == ()
    assert grounds_line(found, TERMS) == ""


@pytest.mark.parametrize(
    ("count", "queued"), [(2, False), (3, True), (4, True)], ids=["below", "half", "above"]
)
def test_half_the_points_of_one_item_are_adjudicated(count: int, queued: bool) -> None:
    # A2 has 3 points; each count of A2.1 costs 0.5.
    found = compare({"A2": fails("A2", "A2.1", count)}, {})

    (item,) = found.items
    assert (item.id, item.difference, item.queued) == ("A2", Difference.ITEM, queued)
    assert (item.first, item.second) == (Decimal(3) - count * Decimal("0.5"), Decimal(3))
    assert found.grounds == ((Difference.ITEM,) if queued else ())


@pytest.mark.parametrize(
    ("gap", "queued"), [("5", False), ("5.1", True)], ids=["five", "more than five"]
)
def test_a_gap_of_more_than_five_points_is_adjudicated(gap: str, queued: bool) -> None:
    first, second = make_reviewed(1), make_reviewed(2)
    second = replace(second, score=replace(second.score, total=Decimal(100) - Decimal(gap)))

    found = dispute(general(), first, second, TERMS)

    assert found.gap == Decimal(gap)
    assert (Difference.SCORE in found.grounds) is queued


def test_a_veto_and_the_grade_it_brings_are_adjudicated() -> None:
    found = compare({}, {}, hits=(("V07",), ()))

    assert found.grounds == (Difference.SCORE, Difference.GRADE, Difference.VETO)
    (veto,) = found.items
    assert (veto.id, veto.first, veto.second, veto.queued) == ("V07", Decimal(1), Decimal(0), True)
    assert grounds_line(found, TERMS) == (
        "两份评查相差 100.0 分，超过 5 分；等次不同；V07 一票否决判断不同。"
    )


def test_thresholds_can_be_set() -> None:
    lax = Disagreement(Decimal(100), Decimal(2), on_veto=False, on_grade=False)

    found = compare({"A2": fails("A2", "A2.1", 6)}, {}, hits=((), ("V07",)), terms=lax)

    assert not found.queued
    assert [one.id for one in found.items] == ["A2", "V07"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (fails("A2", "A2.1", 2), fails("A2", "A2.2", 1, points="1")),
        (fails("A2", "A2.1", page=3), fails("A2", "A2.1", page=9)),
        (Mark("A8", Choice.ABSENT, "not_taken"), Mark("A8", Choice.CONFORMS)),
        (Mark("A8", Choice.ABSENT, "not_taken"), Mark("A8", Choice.ABSENT, "by_law")),
    ],
    ids=["another clause", "another page", "absent or conforming", "absent for another reason"],
)
def test_equal_deductions_for_other_reasons_are_listed_not_queued(
    first: Mark, second: Mark
) -> None:
    found = compare({first.item: first}, {second.item: second})

    (item,) = found.items
    assert (item.difference, item.queued) == (Difference.REASON, False)
    assert not found.queued


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (make_reviewed(1), "同一人"),
        (make_reviewed(2, case=UUID(int=7)), "不是同一案卷"),
        (make_reviewed(2, signed=False), "尚未全部签定"),
    ],
    ids=["same person", "another case", "not signed"],
)
def test_what_cannot_be_compared_is_refused(second: Reviewed, words: str) -> None:
    with pytest.raises(Refused, match=words):
        dispute(general(), make_reviewed(1), second, TERMS)


def test_another_version_of_the_standard_is_refused() -> None:
    second = make_reviewed(2)
    second = replace(second, review=replace(second.review, content_hash="1" * 64))

    with pytest.raises(Refused, match="版本不同"):
        dispute(general(), make_reviewed(1), second, TERMS)


def test_the_queue_has_vetoes_first_and_leaves_out_what_is_closed() -> None:
    small = compare({"A2": fails("A2", "A2.1", 3)}, {})
    veto = compare({}, {}, hits=(("V07",), ()))
    done = compare({"A2": fails("A2", "A2.1", 6)}, {})
    none = compare({}, {})
    closed = Adjudication(uuid4(), CASE, done.first, done.second, uuid4(), closed_at=MORNING)
    held = Adjudication(uuid4(), CASE, veto.first, veto.second, None)

    assert queue([small, done, none, veto], [closed, held]) == (veto, small)


def test_first_and_second_review_make_the_pair() -> None:
    first, second = make_reviewed(1), make_reviewed(2, round_=Round.SECOND)
    joint = make_reviewed(3, round_=Round.JOINT)

    assert independent_pair([second, joint, first], CASE) == (first, second)
    assert independent_pair([joint, first], CASE) is None
    assert independent_pair([first, make_reviewed(1, round_=Round.SECOND)], CASE) is None
