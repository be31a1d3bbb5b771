"""The review of an objection: it starts from the final marks, only named items may change."""

from dataclasses import replace
from uuid import UUID

import pytest

from reviewer.campaign.appeals import (
    changed_outside,
    refuse_outside,
    start_appeal,
    suggested_outcome,
)
from reviewer.errors import Refused, UserError
from reviewer.model import Choice, Mark, Marks, Occurrence, VetoChoice, VetoMark
from tests.scoring.builders import clause, item, standard, veto

STANDARD = standard(
    item("A1", clauses=(clause("A1.1", fault="送达"),)),
    item("A2", clauses=(clause("A2.1", fault="送达"),)),
    item("A3", clauses=(clause("A3.1", veto="V07"),)),
    item("A4"),
    vetoes=(veto("V07"),),
)


def fails(item_id: str) -> Mark:
    one = Occurrence(UUID(int=int(item_id[1:])), f"{item_id}.1", 1, STANDARD.items[0].points, "缺")
    return Mark(item_id, Choice.FAILS, occurrences=(one,))


FINAL = Marks(
    {one: fails(one) for one in ("A1", "A2", "A3", "A4")},
    {"V07": VetoMark("V07", VetoChoice.HIT, "未告知")},
)


def test_only_named_items_are_open() -> None:
    start = start_appeal(STANDARD, FINAL, ("A4", "Z9"))

    assert start.open == ("A4",)
    assert start.locked == ("A1", "A2", "A3", "V07")
    assert start.linked == ()


def test_the_marks_are_the_final_ones_with_new_occurrences() -> None:
    start = start_appeal(STANDARD, FINAL, ("A4",))
    old = {one.id for mark in FINAL.items.values() for one in mark.occurrences}
    new = {one.id for mark in start.marks.items.values() for one in mark.occurrences}

    assert not old & new
    assert changed_outside(FINAL, start.marks, ()) == ()


@pytest.mark.parametrize(
    ("named", "linked"),
    [(("A1",), ("A2",)), (("V07",), ("A3",)), (("A1", "A2"), ()), (("A3",), ())],
    ids=["same fault", "clause under the veto", "both named", "veto itself is locked"],
)
def test_items_that_change_with_an_open_one_are_told(
    named: tuple[str, ...], linked: tuple[str, ...]
) -> None:
    assert start_appeal(STANDARD, FINAL, named).linked == linked


def test_an_objection_to_items_of_another_standard_is_refused() -> None:
    with pytest.raises(UserError, match="申辩所列的评查项不在"):
        start_appeal(STANDARD, FINAL, ("Z9",))


def test_a_locked_item_may_not_change() -> None:
    before = start_appeal(STANDARD, FINAL, ("A4",)).marks
    lifted = Mark("A4", Choice.CONFORMS)
    allowed = replace(before, items={**before.items, "A4": lifted})
    forbidden = replace(allowed, items={**allowed.items, "A1": Mark("A1", Choice.CONFORMS)})
    vetoes = replace(before, vetoes={"V07": VetoMark("V07", VetoChoice.EXCLUDED)})

    refuse_outside(before, allowed, ("A4",))
    with pytest.raises(Refused, match="A1 不在申辩范围内") as refused:
        refuse_outside(before, forbidden, ("A4",))
    assert refused.value.remedy == "本次可以修改的是：A4。"
    assert changed_outside(before, vetoes, ("A4",)) == ("V07",)


def test_the_outcome_follows_from_what_changed() -> None:
    lifted = replace(FINAL, items={**FINAL.items, "A4": Mark("A4", Choice.CONFORMS)})

    assert suggested_outcome(FINAL, FINAL, ("A4",)) == "不采纳"
    assert suggested_outcome(FINAL, lifted, ("A4",)) == "采纳"
    assert suggested_outcome(FINAL, lifted, ("A4", "A1")) == "部分采纳"
