"""The final result of each case: which round holds, and when there is none yet."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from reviewer.model import Choice, Round, VetoChoice
from reviewer.model.adjudications import Adjudication
from reviewer.model.draws import Assignment, Duty
from reviewer.workspace.people import People
from tests.workspace.campaigns.builders import ZHAO, Desk
from tests.workspace.campaigns.results_builders import (
    CAMPAIGN,
    FIRST,
    NOW,
    SECOND,
    UNIT,
    review,
    served,
)


def test_a_signed_first_review_is_the_result(leader: Desk) -> None:
    made = served(leader)
    signed = review(leader, FIRST, "G1")
    leader.open_review(SECOND)

    (result,) = made.results.final(CAMPAIGN.id)

    assert (result.case, result.review, result.unit) == (FIRST, signed, UNIT)
    assert result.score.total == Decimal("98.5")
    assert made.results.waiting(CAMPAIGN.id) == (SECOND,)


def test_a_second_review_that_was_given_out_is_waited_for(leader: Desk) -> None:
    made = served(leader)
    first = review(leader, FIRST)
    duty = Assignment(UUID(int=4100), FIRST, ZHAO.person, Duty.SECOND)
    leader.records.save(CAMPAIGN.id, [duty], "分配案卷")

    assert made.results.final(CAMPAIGN.id) == ()
    leader.records.save(CAMPAIGN.id, [replace(duty, withdrawn=True)], "撤回分配")
    assert [one.review for one in made.results.final(CAMPAIGN.id)] == [first]


def test_a_case_under_adjudication_has_no_result_until_it_is_closed(leader: Desk) -> None:
    made = served(leader)
    first = review(leader, FIRST, "G1")
    joint = review(leader, FIRST, round_=Round.JOINT)
    held = Adjudication(UUID(int=5), FIRST, first, first, joint)
    leader.records.save(CAMPAIGN.id, [held], "合议")

    assert made.results.final(CAMPAIGN.id) == ()
    leader.records.save(CAMPAIGN.id, [replace(held, closed_at=NOW)], "合议结束")
    assert [one.review for one in made.results.final(CAMPAIGN.id)] == [joint]


def test_two_reviews_far_apart_wait_for_their_adjudication(leader: Desk) -> None:
    made = served(leader)
    review(leader, FIRST)
    People(leader.store).register("孙工", "外聘")
    second = leader.open_review(FIRST, Round.SECOND).id
    for item in ("A1", "G2"):
        leader.reviews.choose(second, item, Choice.CONFORMS)
    leader.reviews.add_occurrence(second, "G1", "G1.2", reason="整项不符合")
    leader.reviews.set_veto(second, "V05", VetoChoice.EXCLUDED, "引用的条款仍然有效")
    assert len(made.results.final(CAMPAIGN.id)) == 1

    leader.reviews.sign(second)

    assert made.results.final(CAMPAIGN.id) == ()
    assert FIRST in made.results.waiting(CAMPAIGN.id)


def test_statistics_are_those_of_the_final_results(leader: Desk) -> None:
    made = served(leader)
    review(leader, FIRST)
    review(leader, SECOND, "G1")

    found = made.results.statistics(CAMPAIGN.id)

    assert set(found.overview.mean.cases) == {FIRST, SECOND}
