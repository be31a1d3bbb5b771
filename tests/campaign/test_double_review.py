"""Agreement over the cases that were reviewed twice."""

from uuid import UUID

from reviewer.campaign.agreement import NO_CASES, NO_VARIETY
from reviewer.campaign.disagreement import Reviewed
from reviewer.campaign.double_review import double_review
from tests.campaign.made_reviews import fails, general, make_reviewed

BAD = {"A2": fails("A2", "A2.1", 2)}


def make_pair(case: int, first: bool, second: bool) -> tuple[Reviewed, Reviewed]:
    return (
        make_reviewed(1, BAD if first else {}, case=UUID(int=case)),
        make_reviewed(2, BAD if second else {}, case=UUID(int=case)),
    )


def test_each_item_has_its_figures() -> None:
    # Two agree on 不符合, one on 符合, one differs: p_o = 0.75, p_e = 0.5, κ = 0.5.
    pairs = [
        make_pair(1, True, True),
        make_pair(2, True, True),
        make_pair(3, False, False),
        make_pair(4, True, False),
    ]

    found = double_review(general(), pairs)

    items = {one.id: one for one in found.items}
    assert items["A2"].percent.value == 0.75
    assert items["A2"].kappa.value == 0.5
    assert items["B1"].percent.value == 1.0
    assert (items["B1"].kappa.value, items["B1"].kappa.reason) == (None, NO_VARIETY)
    assert items["B1"].ac1.value == 1.0
    assert found.items[0].id == "V01"
    assert found.grades.value == 1.0
    assert found.agreement.value is not None


def test_without_double_reviews_there_is_nothing_to_show() -> None:
    found = double_review(general(), [])

    assert found.agreement.reason == NO_CASES
    assert {one.percent.reason for one in found.items} == {NO_CASES}
