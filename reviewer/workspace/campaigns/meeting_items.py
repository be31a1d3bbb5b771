"""The items on which two reviews differ, as the place 合议 shows them.  Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from reviewer.model import (
    Bonus,
    Choice,
    Item,
    ItemScore,
    Occurrence,
    ProposalState,
    Score,
    Standard,
    Verdict,
    Veto,
    VetoChoice,
)
from reviewer.model.adjudications import Adjudication, Difference, Dispute, DisputedItem
from reviewer.workspace.campaigns.decision_form import bonus_outcomes, outcomes_of
from reviewer.workspace.campaigns.meeting_views import Judged, MeetingItem
from reviewer.workspace.views import Proposal, ReviewView

_WORDS = {
    Choice.CONFORMS: "符合",
    Choice.FAILS: "不符合",
    Choice.ABSENT: "不涉及",
    Choice.PENDING: "待定",
}
_LOUD = (Verdict.PROBLEM, Verdict.HINT)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all items are made from."""

    sides: tuple[ReviewView, ReviewView]
    wanted: Collection[str]
    adjudication: Adjudication | None
    joint: Score | None

    @property
    def standard(self) -> Standard:
        return self.sides[0].standard


def items_of(
    found: Dispute,
    sides: tuple[ReviewView, ReviewView],
    wanted: Collection[str],
    adjudication: Adjudication | None,
    joint: Score | None,
) -> tuple[MeetingItem, ...]:
    """Return the items, those to decide first; `joint` is the score as far as decided."""
    ground = _Ground(sides, wanted, adjudication, joint)
    standard = ground.standard
    listed = {one.id: one for one in found.items}
    made: list[MeetingItem] = []
    for veto in standard.vetoes:
        if one := listed.get(veto.id):
            made.append(_of_veto(ground, veto, one))
    for item in standard.items:
        if one := listed.get(item.id):
            made.append(_of_item(ground, item, one))
    made += [_of_bonus(ground, one) for one in standard.bonuses if one.id in wanted]
    return tuple(sorted(made, key=lambda item: (not item.wanted, not item.queued)))


def absence_line(proposal: Proposal) -> str:
    """Return what was searched and what is missing."""
    searched = "；".join(proposal.searched)
    if searched in proposal.message:
        return proposal.message
    return f"{'' if searched.startswith('已查') else '已查'}{searched}，{proposal.message}"


def _of_item(ground: _Ground, item: Item, one: DisputedItem) -> MeetingItem:
    first, second = (_judged(side, item) for side in ground.sides)
    return _with_record(
        ground,
        MeetingItem(
            id=item.id,
            short=item.short,
            text=item.text,
            full=item.points,
            basis=item.basis,
            difference=one.difference.value,
            wanted=item.id in ground.wanted,
            queued=one.queued,
            first=first,
            second=second,
            outcomes=outcomes_of(ground.standard, item),
            disputed=one,
        ),
        _awarded(ground.joint, item.id),
    )


def _of_veto(ground: _Ground, veto: Veto, one: DisputedItem) -> MeetingItem:
    first, second = (_judged_veto(side, veto) for side in ground.sides)
    hit = None if ground.joint is None else Decimal(veto.id in ground.joint.vetoes)
    return _with_record(
        ground,
        MeetingItem(
            id=veto.id,
            short=veto.short,
            text=veto.text,
            full=None,
            basis=veto.basis,
            difference=one.difference.value,
            wanted=veto.id in ground.wanted,
            queued=one.queued,
            first=first,
            second=second,
            outcomes=(),
            disputed=one,
        ),
        hit,
    )


def _of_bonus(ground: _Ground, bonus: Bonus) -> MeetingItem:
    first, second = (_judged_bonus(side, bonus) for side in ground.sides)
    return _with_record(
        ground,
        MeetingItem(
            id=bonus.id,
            short="加分项",
            text=bonus.text,
            full=bonus.points,
            basis=(),
            difference="加分不同",
            wanted=True,
            queued=False,
            first=first,
            second=second,
            outcomes=bonus_outcomes(bonus),
        ),
        None,
    )


def _with_record(ground: _Ground, item: MeetingItem, decided: Decimal | None) -> MeetingItem:
    record = ground.adjudication
    if record is None:
        return item
    decision = next((one for one in record.decisions if one.item == item.id), None)
    votes = next((one.votes for one in record.ballots if one.item == item.id), ())
    if decision is None:
        return replace(item, votes=votes)
    if decision.points is not None:
        decided = decision.points
    return replace(item, votes=decision.votes, decision=decision, decided=decided)


def _awarded(score: Score | None, item: str) -> Decimal | None:
    if score is None:
        return None
    return next((one.awarded for one in score.items if one.item == item), None)


def _judged(side: ReviewView, item: Item) -> Judged:
    mark, score = side.marks.of(item.id), _score_of(side.score, item.id)
    counted = mark.occurrences if mark.choice is Choice.FAILS else ()
    costs = {one.occurrence: one for one in score.deductions}
    texts = {clause.id: clause.text for clause in item.clauses}
    reasons = []
    for one in counted:
        cost = costs.get(one.id)
        points = f"　−{cost.points.normalize():f}" if cost is not None and cost.counted else ""
        reasons.append(f"{texts.get(one.clause, one.clause)}{points}：{one.reason}")
    if mark.choice is Choice.ABSENT:
        known = side.standard.absence_reasons
        reasons += [one.text for one in known if one.code == mark.absence]
    if mark.note:
        reasons.append(mark.note)
    places = [place for one in counted for place in one.places]
    return Judged(
        _WORDS[mark.choice],
        mark.choice,
        score.awarded,
        tuple(reasons),
        tuple(dict.fromkeys([*places, *mark.evidence])),
        tuple(_absences(side, item.id, counted)),
    )


def _score_of(score: Score, item: str) -> ItemScore:
    return next(one for one in score.items if one.item == item)


def _absences(side: ReviewView, item: str, counted: tuple[Occurrence, ...]) -> Iterator[str]:
    """Yield what was searched for the deductions that rest on finding nothing."""
    accepted = {one.proposal for one in counted if one.proposal is not None and not one.places}
    for proposal in side.proposals:
        absent = proposal.searched and not proposal.evidence and proposal.verdict in _LOUD
        if proposal.item == item and proposal.key in accepted and absent:
            yield absence_line(proposal)


def _judged_veto(side: ReviewView, veto: Veto) -> Judged:
    mark = side.marks.of_veto(veto.id)
    hit = mark.choice is VetoChoice.HIT
    absences = tuple(
        absence_line(one)
        for one in side.proposals
        if hit
        and one.item == veto.id
        and one.state is ProposalState.ACCEPTED
        and one.searched
        and not one.evidence
    )
    return Judged(
        "命中" if hit else "排除",
        Choice.FAILS if hit else Choice.CONFORMS,
        Decimal(hit),
        (mark.reason,) if mark.reason else (),
        mark.places,
        absences,
    )


def _judged_bonus(side: ReviewView, bonus: Bonus) -> Judged:
    points: Mapping[str, Decimal] = side.marks.bonuses
    given = points.get(bonus.id, Decimal(0))
    return Judged("加分" if given else "不加分", Choice.CONFORMS, given)


def reason_words(found: Dispute) -> str:
    """Return in what the reviews differ where nothing is adjudicated, in Chinese."""
    same = [one.id for one in found.items if one.difference is Difference.REASON]
    other = [one.id for one in found.items if one.difference is not Difference.REASON]
    parts = []
    if other:
        parts.append(f"{'、'.join(other)} 扣分不同，未达合议标准")
    if same:
        parts.append(f"{'、'.join(same)} 扣分相同，理由不同")
    return "；".join(parts)
