"""Bringing a campaign to its end by doing what its board says, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from reviewer.campaign import feedback as told
from reviewer.campaign import rectification as rect
from reviewer.campaign import states
from reviewer.errors import Refused
from reviewer.model.campaigns import Stage, StageState
from reviewer.model.casework import CaseState
from reviewer.model.feedback import FeedbackState, ObjectionState, RectificationState
from reviewer.progress import Silent
from reviewer.workspace.campaigns.board import next_steps
from reviewer.workspace.campaigns.follow_steps import is_final, planned_looks
from reviewer.workspace.campaigns.groups_form import MemberChange
from reviewer.workspace.campaigns.groups_view import candidates
from reviewer.workspace.campaigns.review_book import progress
from reviewer.workspace.campaigns.setup_lines import GROUP_LEADER
from reviewer.workspace.campaigns.views import sampled
from tests.workspace.campaigns.assigned_builders import LEADER, MEMBERS, TERMS
from tests.workspace.campaigns.walk_checks import Watch, stand
from tests.workspace.campaigns.walk_steps import REPORT, Walk

_MOST = 120
"""Rounds after which a campaign that does not end is taken to go in circles."""
_ENDED = (CaseState.FINAL, CaseState.REPLACED, CaseState.DROPPED)


def to_the_end(walk: Walk, watch: Watch) -> None:
    """Follow the board until it names nothing any more; then everything is finished."""
    for _ in range(_MOST):
        before = stand(walk.desk)
        steps = next_steps(walk.state, walk.today)
        for step in steps:
            walk.log.append(f"{walk.today} board: {step.word} {step.sentence}")
            _DEEDS[step.action](walk)
            watch.look(walk.desk)
            if stand(walk.desk) != before:
                break
        else:
            if is_finished(walk):
                return
            assert _time_goes_on(walk), ("dead end", [one.sentence for one in steps])
    raise AssertionError("the board goes in circles")


def is_finished(walk: Walk) -> bool:
    """Return whether nothing is left to be done in the campaign."""
    state = walk.state
    chosen = sampled(state)
    return (
        bool(chosen)
        and is_final(state)
        and all(progress(state, case).state in _ENDED for case in chosen)
        and all(one.state in states.RECTIFICATION.ends for one in state.rectifications)
        and all(state.campaign.stage(one).state is StageState.DONE for one in Stage)
    )


def _time_goes_on(walk: Walk) -> bool:
    """Let units act and days pass, where the campaign waits for that alone."""
    state, moved = walk.state, False
    if ids := [one.id for one in state.rectifications if one.state in rect.WITH_UNIT]:
        walk.desk.workspace.campaigns.rectifying.report(walk.id, ids, REPORT)
        moved = True
    runs = [one.objection_until for one in state.feedback
            if one.state is not FeedbackState.FINAL and one.objection_until]  # fmt: skip
    if any(walk.today <= until for until in runs):
        walk.today = max(runs) + timedelta(days=1)
        moved = True
    if not moved and (looks := planned_looks(state)):
        walk.today = max(walk.today, *looks)
        moved = True
    return moved


def _freeze(walk: Walk) -> None:
    ledger = walk.state.ledger
    if ledger is not None and ledger.frozen_at is None:
        walk.freeze()


def _assign(walk: Walk) -> None:
    """Give out what nobody has, then give what is barred to somebody else."""
    campaigns, terms = walk.desk.workspace.campaigns, replace(TERMS, on=walk.today)
    view = campaigns.grouping.view(walk.id, walk.today)
    if view.missing:
        found = campaigns.assigning.propose(walk.id, terms, Silent())
        campaigns.assigning.accept(walk.id, found, terms)
        return
    for one, _ in campaigns.assigning.barred(walk.id, walk.today):
        state = walk.state
        taken = {other.person for other in walk.given() if other.case == one.case}
        free = candidates(state.campaign, view, state.row(one.case), walk.today)
        person = next(two.person for two in free if not two.why and two.person not in taken)
        campaigns.assigning.change(walk.id, replace(one, person=person), "须回避", terms)


def _review(walk: Walk) -> None:
    for one in walk.waiting():
        walk.review_one(one, 0)


def _adjudicate(walk: Walk) -> None:
    walk.adjudicate(0, 1)


def _deliver(walk: Walk) -> None:
    state = walk.state
    for at, case in enumerate(sampled(state)):
        if progress(state, case).state is CaseState.MISSING:
            walk.move(at, states.DELIVER)


def _feedback(walk: Walk) -> None:
    """Send, sign for, answer and end, unit by unit."""
    service = walk.desk.workspace.campaigns.feedback
    state = service.draft(walk.id)
    waiting = {state.row(c).unit for c in walk.desk.workspace.campaigns.results.waiting(walk.id)}
    drawn = {state.row(case).unit for case in sampled(state)}
    for one in state.feedback:
        if one.state is FeedbackState.DRAFT and one.unit in drawn - waiting:
            service.send(walk.id, [one.unit], walk.today)
        elif one.state is FeedbackState.SENT and one.objection_until is None:
            service.receive(walk.id, one.unit, walk.today)
        elif told.open_objections(one):
            _answer(walk, one.unit)
        elif one.state not in (FeedbackState.FINAL, FeedbackState.DRAFT) and (
            one.objection_until is None or walk.today > one.objection_until
        ):
            service.finalise(walk.id, one.unit, walk.today)


def _answer(walk: Walk, unit: object) -> None:
    for feedback, one in walk.objections():
        if feedback.unit != unit:
            continue
        if one.state is ObjectionState.RECEIVED:
            if feedback.state is FeedbackState.FINAL:
                walk.desk.workspace.campaigns.feedback.reopen(walk.id, feedback.unit, "逾期申辩")
            _take_up(walk, one.id)
            return
        if one.state is ObjectionState.REVIEWING:
            reviews = {r.id: r for r in walk.desk.workspace.reviews.for_case(one.case)}
            if one.review is not None and not reviews[one.review].is_signed:
                walk.review_appeal(one)
            walk.decide(one)
            return


def _take_up(walk: Walk, objection: UUID) -> None:
    """Let the leader review an objection; who reviewed one of the case before is not asked."""
    campaigns = walk.desk.workspace.campaigns
    try:
        campaigns.objections.take_up(walk.id, objection, "经核对")
    except Refused as refused:
        if "指定一名组长" not in refused.remedy:
            raise
        appointed = {one.person for one in walk.state.campaign.members if one.leads_group}
        other = next(one for one in MEMBERS[1:] if one.person not in appointed)
        change = MemberChange(other.person, f"{len(appointed)}组", GROUP_LEADER)
        campaigns.grouping.set_member(walk.id, change)
        walk.desk.sit(other)
        try:
            campaigns.objections.take_up(walk.id, objection, "经核对")
            taken = next(two for _, two in walk.objections() if two.id == objection)
            walk.review_appeal(taken)
        finally:
            walk.desk.sit(LEADER)


def _rectify(walk: Walk) -> None:
    service, state = walk.desk.workspace.campaigns.rectifying, walk.state
    if any(one.state is FeedbackState.FINAL for one in state.feedback):
        state = service.plan(walk.id)
    by_state: dict[RectificationState, list[UUID]] = {}
    for one in state.rectifications:
        by_state.setdefault(one.state, []).append(one.id)
    if ids := by_state.get(RectificationState.OPEN):
        service.notify(walk.id, ids, walk.today)
    if ids := by_state.get(RectificationState.REPORTED):
        service.close(walk.id, ids, walk.today, "已核")
    late = [one.id for one in state.rectifications if one.state in rect.WITH_UNIT
            and one.due and one.due < walk.today]  # fmt: skip
    if late:
        service.report(walk.id, late, REPORT)
    visits = [one.id for one in state.rectifications if one.state is RectificationState.CLOSED
              and one.revisit_due and one.revisit_due <= walk.today]  # fmt: skip
    if visits:
        service.pass_revisit(walk.id, visits)


_DEEDS: dict[str, Callable[[Walk], None]] = {
    "campaign.notice": Walk.notice,
    "ledger.open": _freeze,
    "draw.open": lambda walk: walk.draw(1),
    "groups.open": _assign,
    "files.open": _deliver,
    "tasks.open": _review,
    "adjudication.open": _adjudicate,
    "feedback.open": _feedback,
    "bulletin.open": Walk.bulletin,
    "rectification.open": _rectify,
    "rectification.late": _rectify,
    "rectification.revisit": _rectify,
}
