"""From the meeting to the next year: what the organiser does with the results."""

from dataclasses import dataclass
from uuid import UUID

from reviewer.campaign.feedback import ACCEPTED, PARTLY, REJECTED
from reviewer.campaign.rollover import Rollover
from reviewer.model import Choice
from reviewer.model.adjudications import ItemDecision, Side
from reviewer.model.feedback import Objection
from reviewer.progress import Progress
from reviewer.workspace.campaign_demo.judging import looked_at
from reviewer.workspace.campaign_demo.setting import Clock, Days
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.workspace import Workspace

_DECIDED = {
    ACCEPTED: "经复核，申辩所述材料在卷，原扣分不成立。",
    PARTLY: "经复核，所列评查项一部分有卷内材料佐证，原扣分撤销；其余维持原评查意见。",
    REJECTED: "经复核，案卷中未见可以改变原认定的材料，维持原评查意见。",
}
_SIDES = (Side.SECOND, Side.FIRST, Side.SECOND)
_REASONS = {
    Side.FIRST: "经核对卷内材料，评查人甲的认定有相应页码佐证，评查人乙的理由不足以改变该认定。",
    Side.SECOND: "经核对卷内材料，评查人乙的认定与依据相符，评查人甲未注意到有关记载。",
}
_ARGUED = (
    "该项所指材料在卷内，评查时可能未翻到，请予复核。",
    "该情形不属于本项扣分情形，系当地通行做法，请予复核。",
    "该项事实认定与案卷记载不符，已附情况说明，请予复核。",
)


def adjudicate(workspace: Workspace, campaign: UUID, progress: Progress, clock: Clock) -> int:
    """Hold a meeting on every case in the queue; return how many there were."""
    today = clock.go_to(Days.MEETING)
    service = workspace.campaigns.adjudicating
    waiting = service.queue(campaign)
    state = workspace.campaigns.setup.state(campaign)
    for number, one in enumerate(waiting):
        progress.report(number, len(waiting), "正在合议")
        held = service.begin(campaign, one.case, today)
        present = _present(state, one.case)
        service.attend(campaign, held.id, present)
        for at, item in enumerate(service.to_decide(campaign, one.case)):
            side = _SIDES[(number + at) % len(_SIDES)]
            votes: dict[UUID, Side | None] = dict.fromkeys(present, side)
            if at % 2:
                votes[present[-1]] = Side.FIRST if side is Side.SECOND else Side.SECOND
            service.vote(campaign, held.id, item, votes)
            service.decide(campaign, held.id, ItemDecision(item, side, _REASONS[side]))
        service.close(campaign, held.id)
    return len(waiting)


def _present(state: CampaignState, case: UUID) -> tuple[UUID, ...]:
    """Return who comes to the meeting: the leader, the heads of the groups, one who may vote."""
    heads = [one.person for one in state.campaign.members if one.unit is None]
    own = state.row(case).unit
    others = [one for one in state.campaign.members if one.unit not in (None, own)]
    return (*heads, *(one.person for one in others[:1]))


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the feedback."""

    sent: int
    objections: int
    decided: int
    late: int


def tell(workspace: Workspace, campaign: UUID, clock: Clock) -> int:
    """Send the feedback to all units and keep when they received it."""
    service = workspace.campaigns.feedback
    units = [one.unit for one in service.draft(campaign).feedback]
    service.send(campaign, units, clock.go_to(Days.FEEDBACK))
    received = clock.go_to(Days.RECEIPT)
    for unit in units:
        service.receive(campaign, unit, received)
    return len(units)


def object_and_decide(workspace: Workspace, campaign: UUID, clock: Clock) -> Told:
    """Let three units object and a fourth one too late; review and answer all of them."""
    chosen = _disputed(workspace, campaign)
    received = clock.go_to(Days.OBJECTION)
    service = workspace.campaigns.objections
    for (case, items), text in zip(chosen[:3], _ARGUED, strict=False):
        service.add(campaign, case, items, text, received)
    on_time = _open(workspace, campaign)
    decided = sum(
        _decide(workspace, campaign, objection, at, clock) for at, objection in enumerate(on_time)
    )
    late = _late(workspace, campaign, chosen[3:4], clock)
    return Told(len(on_time) + late, len(on_time) + late, decided, late)


def _disputed(workspace: Workspace, campaign: UUID) -> list[tuple[UUID, list[str]]]:
    """Return one case with deductions of each unit, with at most two of its items."""
    found: dict[UUID, tuple[UUID, list[str]]] = {}
    for one in workspace.campaigns.results.final(campaign):
        lost = [score.item for score in one.score.items if score.deducted]
        if lost and one.unit not in found:
            found[one.unit] = (one.case, lost[:2])
    return list(found.values())


def _open(workspace: Workspace, campaign: UUID) -> tuple[Objection, ...]:
    state = workspace.campaigns.setup.state(campaign)
    return tuple(one for told in state.feedback for one in told.objections if not one.outcome)


def _decide(
    workspace: Workspace, campaign: UUID, objection: Objection, at: int, clock: Clock
) -> bool:
    """Review an objection: the first is granted, the second not, of the third the first item."""
    decided_on = clock.go_to(Days.DECISION)
    service = workspace.campaigns.objections
    state = service.take_up(campaign, objection.id)
    review = next(
        one.review
        for told in state.feedback
        for one in told.objections
        if one.id == objection.id and one.review is not None
    )
    granted = (objection.items, (), objection.items[:1])[at % 3]
    reasons = {
        item: _grant(workspace, review, objection.case, item)
        if item in granted
        else _uphold(workspace, review, item)
        for item in objection.items
    }
    workspace.reviews.sign(review)
    outcome = service.suggested(campaign, objection.id)
    service.decide(campaign, objection.id, outcome, _DECIDED[outcome], decided_on, reasons)
    return True


def _grant(workspace: Workspace, review: UUID, case: UUID, item: str) -> str:
    """Take a deduction back for what stands on a page of the file; return why."""
    number = next(at for at, one in enumerate(workspace.reviews.view(review).standard.items)
                  if one.id == item)  # fmt: skip
    workspace.reviews.choose(review, item, Choice.CONFORMS)
    [place, *_] = looked_at(workspace.cases.view(case).reading, number)
    workspace.reviews.add_evidence(review, item, place)
    return f"复核时查阅《{place.quote}》，所载内容可以证明本项符合标准，原扣分撤销"


def _uphold(workspace: Workspace, review: UUID, item: str) -> str:
    """Return why a deduction stays."""
    view = workspace.reviews.view(review)
    texts = {clause.id: clause.text for clause in view.standard.item(item).clauses}
    told = [one.reason or texts[one.clause] for one in view.marks.of(item).occurrences]
    return f"全卷未见申辩所述材料，原认定“{'；'.join(told).rstrip('。；')}”有据，扣分不变"


def _late(
    workspace: Workspace, campaign: UUID, chosen: list[tuple[UUID, list[str]]], clock: Clock
) -> int:
    """Let a unit object after its term; the objection is turned away."""
    day = clock.go_to(Days.LATE_OBJECTION)
    service = workspace.campaigns.objections
    for case, items in chosen:
        service.add(campaign, case, items, "案卷材料已在整理后补充，请重新评定。", day)
        for one in _open(workspace, campaign):
            service.turn_away(campaign, one.id, "超过申辩期限提出，且未说明正当理由", day)
    return len(chosen)


def finalise(workspace: Workspace, campaign: UUID, clock: Clock) -> CampaignState:
    """Make the feedback of every unit final; one that agreed at once was final before."""
    today = clock.go_to(Days.FINAL)
    service = workspace.campaigns.feedback
    state = workspace.campaigns.setup.state(campaign)
    quiet = [told.unit for told in state.feedback if not told.objections]
    for unit in quiet[:1]:
        service.consent(campaign, unit, "来函表示无异议")
    for told in state.feedback:
        if told.unit not in quiet[:1]:
            service.finalise(campaign, told.unit, today)
    return workspace.campaigns.setup.state(campaign)


def roll_over(workspace: Workspace, campaign: UUID, clock: Clock) -> Rollover:
    """Make next year's campaign, which takes over what is still open."""
    begins = clock.go_to(Days.NEXT_YEAR)
    return workspace.campaigns.rollover.roll_over(campaign, begins)
