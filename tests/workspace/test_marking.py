"""What a click makes of a mark, with the standard that ships."""

from dataclasses import replace

from reviewer.model import Mark, Marks, Place, ProposalKey, Standard
from reviewer.scoring import load_standards, score
from reviewer.workspace import marking

GENERAL = next(one for one in load_standards() if one.id == "general")


def _typed(standard: Standard, item: str, clause: str, reason: str) -> Mark:
    entry = marking.item_of(standard, item)
    mark = marking.add_occurrence(entry, Mark(item), clause, 1, reason, (), None)
    return marking.with_faults(standard, mark)


def _lost(*marks: Mark) -> list[str]:
    result = score(GENERAL, Marks({mark.item: mark for mark in marks}))
    return [f"{one.item} {one.deducted}" for one in result.items if one.deducted]


def test_a_fault_typed_in_two_items_costs_points_in_one() -> None:
    recheck = _typed(GENERAL, "E2", "E2.1", "责令限期改正，未见整改复查记录")
    missing = _typed(GENERAL, "F1", "F1.1", "缺整改复查记录")

    assert _lost(recheck, missing) == ["E2 3"]


def test_two_faults_cost_points_in_both_items() -> None:
    recheck = _typed(GENERAL, "E2", "E2.1", "责令限期改正，未见整改复查记录")
    missing = _typed(GENERAL, "F1", "F1.1", "缺现场笔录")

    assert _lost(recheck, missing) == ["E2 3", "F1 2"]


def test_the_fault_follows_the_reason_when_it_is_changed() -> None:
    mark = _typed(GENERAL, "F1", "F1.1", "缺现场笔录")
    entry = marking.item_of(GENERAL, "F1")
    one = mark.occurrences[0].id

    changed = marking.change_occurrence(entry, mark, one, reason="缺整改复查记录")

    assert marking.with_faults(GENERAL, changed).occurrences[0].fault == "missing_DT20"


def test_the_fault_of_an_accepted_proposal_stays() -> None:
    mark = _typed(GENERAL, "F1", "F1.1", "缺整改复查记录")
    accepted = replace(
        mark.occurrences[0], proposal=ProposalKey("M-DT05"), fault="", places=(Place("", 0, ""),)
    )

    told = marking.with_faults(GENERAL, replace(mark, occurrences=(accepted,)))

    assert told.occurrences[0].fault == ""
