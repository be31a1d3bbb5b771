"""What an adjudication (合议) makes of two reviews: the marks of the third one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from reviewer.campaign.disagreement import Reviewed
from reviewer.errors import Refused
from reviewer.model.adjudications import Difference, Dispute, ItemDecision, Side
from reviewer.model.marks import Mark, Marks, VetoMark
from reviewer.model.standards import Standard

Pair = tuple[Reviewed, Reviewed]
_GIVEN = "请填写另定的结论后再作决定。"


def to_decide(found: Dispute, pair: Pair) -> tuple[str, ...]:
    """Return the items, vetoes and bonuses on which the adjudication has to decide.

    Beside the queued ones these are all others that the two reviews answer differently: the third
    review cannot hold both.  Equal verdicts for different reasons follow the first review.
    """
    first, second = (side.marks for side in pair)
    needed = [
        one.id
        for one in found.items
        if one.difference is not Difference.REASON
        or first.of(one.id).choice is not second.of(one.id).choice
    ]
    bonuses = sorted({*first.bonuses, *second.bonuses})
    return (*needed, *(one for one in bonuses if _bonus(first, one) != _bonus(second, one)))


def require_given(standard: Standard, decision: ItemDecision) -> None:
    """Raise Refused when a decision has no reason, or 另定 without what it gives."""
    if not decision.reason.strip():
        raise Refused(f"{decision.item} 没有填写合议的理由。", "请写明理由，合议记录会印出。")
    if decision.side is not Side.OTHER:
        return
    if any(one.id == decision.item for one in standard.vetoes):
        given = decision.veto is not None and decision.veto.veto == decision.item
    elif any(one.id == decision.item for one in standard.bonuses):
        given = decision.points is not None
    else:
        given = decision.mark is not None and decision.mark.item == decision.item
    if not given:
        raise Refused(f"{decision.item} 选了“另定”，没有填写另定的结论。", _GIVEN)


def joint_marks(standard: Standard, pair: Pair, decisions: Sequence[ItemDecision]) -> Marks:
    """Return the marks of the third review: as decided, else those of the first one."""
    by_id = {one.item: one for one in decisions}
    items = {one.id: _mark(one.id, pair, by_id.get(one.id)) for one in standard.items}
    vetoes = {one.id: _veto(one.id, pair, by_id.get(one.id)) for one in standard.vetoes}
    bonuses = {one.id: _points(one.id, pair, by_id.get(one.id)) for one in standard.bonuses}
    return Marks(items, vetoes, {name: points for name, points in bonuses.items() if points})


def _mark(item: str, pair: Pair, decision: ItemDecision | None) -> Mark:
    if decision is not None and decision.side is Side.OTHER and decision.mark is not None:
        found = decision.mark
    else:
        found = _followed(pair, decision).of(item)
    # An occurrence is a record of its own review, so a copy has an id of its own.
    return replace(found, occurrences=tuple(replace(old, id=uuid4()) for old in found.occurrences))


def _veto(veto: str, pair: Pair, decision: ItemDecision | None) -> VetoMark:
    if decision is not None and decision.side is Side.OTHER and decision.veto is not None:
        return decision.veto
    return _followed(pair, decision).of_veto(veto)


def _points(bonus: str, pair: Pair, decision: ItemDecision | None) -> Decimal:
    if decision is not None and decision.side is Side.OTHER and decision.points is not None:
        return decision.points
    return _bonus(_followed(pair, decision), bonus)


def _followed(pair: Pair, decision: ItemDecision | None) -> Marks:
    second = decision is not None and decision.side is Side.SECOND
    return pair[1 if second else 0].marks


def _bonus(marks: Marks, bonus: str) -> Decimal:
    points: Mapping[str, Decimal] = marks.bonuses
    return points.get(bonus, Decimal(0))
