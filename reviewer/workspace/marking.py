"""Changes of one mark as pure functions: what a click of the reviewer makes of it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from reviewer.errors import Refused
from reviewer.model import (
    Bonus,
    Choice,
    Clause,
    Item,
    Mark,
    Occurrence,
    Place,
    ProposalKey,
    Standard,
    Veto,
    VetoChoice,
    VetoMark,
)
from reviewer.scoring import ItemProposal, likely_fault

_CHANGEABLE = frozenset({"clause", "count", "reason", "places", "ratio", "fault"})


def item_of(standard: Standard, item_id: str) -> Item:
    """Return an item of the standard.

    Raises:
        Refused: it has none of this id.
    """
    found = next((item for item in standard.items if item.id == item_id), None)
    if found is None:
        raise Refused(f"评查标准中没有评查项 {item_id}。", "请从评查表中选择评查项。")
    return found


def veto_of(standard: Standard, veto_id: str) -> Veto | None:
    """Return a veto of the standard; None when the id is not that of a veto."""
    return next((veto for veto in standard.vetoes if veto.id == veto_id), None)


def bonus_of(standard: Standard, bonus_id: str) -> Bonus:
    """Return a bonus of the standard.

    Raises:
        Refused: it has none of this id.
    """
    found = next((bonus for bonus in standard.bonuses if bonus.id == bonus_id), None)
    if found is None:
        raise Refused(f"评查标准中没有加分项 {bonus_id}。", "请从评查表中选择加分项。")
    return found


def with_faults(standard: Standard, mark: Mark) -> Mark:
    """Return the mark with each deduction that a person typed naming the fault it punishes.

    So that the same fault, recorded in two items, costs points in one of them only.
    """
    named = tuple(
        one
        if one.proposal is not None
        else replace(one, fault=likely_fault(standard, mark.item, one.clause, one.reason))
        for one in mark.occurrences
    )
    return replace(mark, occurrences=named)


def choose(item: Item, mark: Mark, choice: Choice, absence: str, note: str) -> Mark:
    """Return the mark with another choice; deductions stay and count again with 不符合.

    Raises:
        Refused: the standard does not allow 不涉及 here.
    """
    if choice is Choice.ABSENT and not item.may_be_absent:
        raise Refused(
            f"{item.id} 不能标不涉及：{item.absent_note or '本项为必评项'}。".replace("。。", "。"),
            "请选符合或不符合。",
        )
    kept = absence if choice is Choice.ABSENT else ""
    return replace(mark, choice=choice, absence=kept, note=note)


def add_occurrence(
    item: Item,
    mark: Mark,
    clause_id: str,
    count: int,
    reason: str,
    places: Sequence[Place],
    proposal: ProposalKey | None,
) -> Mark:
    """Return the mark with one more deduction; the item is 不符合 with it."""
    clause = _clause(item, clause_id)
    occurrence = Occurrence(
        id=uuid4(),
        clause=clause.id,
        count=_count(count),
        points=clause.points,
        reason=reason,
        places=tuple(places),
        proposal=proposal,
        fault=clause.fault,
    )
    return _failing(mark, occurrence)


def change_occurrence(item: Item, mark: Mark, occurrence_id: UUID, **changes: Any) -> Mark:
    """Return the mark with one deduction changed: clause, count, reason, places, ratio or fault."""
    unknown = set(changes) - _CHANGEABLE
    if unknown:
        raise TypeError(unknown)
    if "clause" in changes:
        clause = _clause(item, changes["clause"])
        changes |= {"points": clause.points, "fault": changes.get("fault", clause.fault)}
    if "count" in changes:
        changes["count"] = _count(changes["count"])
    if "places" in changes:
        changes["places"] = tuple(changes["places"])
    occurrences = tuple(
        replace(old, **changes) if old.id == occurrence_id else old for old in mark.occurrences
    )
    return replace(mark, occurrences=occurrences)


def remove_occurrence(mark: Mark, occurrence_id: UUID) -> Mark:
    """Return the mark without one deduction; 不符合 without any is 待定 again."""
    return _kept(mark, [old for old in mark.occurrences if old.id != occurrence_id])


def accept(mark: Mark, proposals: Sequence[ItemProposal]) -> Mark:
    """Return the mark with what the proposals would deduct.

    One without a clause says only that a person looked: its places become evidence.
    """
    for proposal in proposals:
        if not proposal.clause:
            for place in proposal.evidence:
                mark = add_evidence(mark, place)
            continue
        if any(_is_of(old, proposal.key, proposal.clause) for old in mark.occurrences):
            mark = replace(mark, choice=Choice.FAILS)
            continue
        occurrence = Occurrence(
            id=uuid4(),
            clause=proposal.clause,
            count=1,
            points=proposal.each,
            reason=_decided(proposal.message),
            places=proposal.evidence,
            proposal=proposal.key,
            fault=proposal.fault,
        )
        mark = _failing(mark, occurrence)
    return mark


def reject(mark: Mark, key: ProposalKey) -> Mark:
    """Return the mark without what was accepted of a proposal."""
    return _kept(mark, [old for old in mark.occurrences if old.proposal != key])


def hit(veto: str, proposal: ItemProposal) -> VetoMark:
    """Return the mark of a veto that a proposal leads to when a person accepts it."""
    reason = _decided(proposal.message)
    return VetoMark(veto, VetoChoice.HIT, reason, proposal.evidence, proposal.key)


def _decided(message: str) -> str:
    """Return what a machine said as the reason of a person, who no longer only suspects it."""
    return message.removeprefix("疑似")


def add_evidence(mark: Mark, place: Place) -> Mark:
    """Return the mark with one more place that was looked at."""
    if place in mark.evidence:
        return mark
    return replace(mark, evidence=(*mark.evidence, place))


def remove_evidence(mark: Mark, place: Place) -> Mark:
    """Return the mark without a place."""
    return replace(mark, evidence=tuple(old for old in mark.evidence if old != place))


def bonus_points(bonus: Bonus, points: Decimal | None) -> Decimal | None:
    """Return the points for a bonus; 0 is none.

    Raises:
        Refused: it gives fewer.
    """
    if points is not None and not 0 <= points <= bonus.points:
        raise Refused(f"{bonus.id} 加分应在 0 至 {bonus.points} 分之间。", "请改填允许的分值。")
    return points or None


def or_none(mark: Mark) -> Mark | None:
    """Return the mark; None when it says nothing, as before anything was decided."""
    return None if mark == Mark(mark.item) else mark


def veto_or_none(mark: VetoMark) -> VetoMark | None:
    """Return the mark of a veto; None when it says nothing."""
    return None if mark == VetoMark(mark.veto) else mark


def _failing(mark: Mark, occurrence: Occurrence) -> Mark:
    # What was kept from an earlier 不符合 must not come back to life unseen.
    kept = mark.occurrences if mark.choice is Choice.FAILS else ()
    return replace(mark, choice=Choice.FAILS, absence="", occurrences=(*kept, occurrence))


def _kept(mark: Mark, occurrences: Sequence[Occurrence]) -> Mark:
    removed = len(occurrences) < len(mark.occurrences)
    choice = mark.choice
    if removed and not occurrences and choice is Choice.FAILS:
        choice = Choice.PENDING
    return replace(mark, choice=choice, occurrences=tuple(occurrences))


def _clause(item: Item, clause_id: str) -> Clause:
    found = next((clause for clause in item.clauses if clause.id == clause_id), None)
    if found is None:
        raise Refused(f"{item.id} 没有扣分情形 {clause_id}。", "请从该项的扣分情形中选择。")
    return found


def _count(count: int) -> int:
    if count < 1:
        raise Refused("扣分的处数应不小于 1。", "请改填处数，或移除这一条扣分。")
    return count


def _is_of(occurrence: Occurrence, key: ProposalKey, clause: str) -> bool:
    return occurrence.proposal == key and occurrence.clause == clause
