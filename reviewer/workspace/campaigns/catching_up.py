"""How far finished and signed reviews alone carry a case, and what takes it back to its review.

Pure.
"""

from collections.abc import Iterable

from reviewer.campaign import states
from reviewer.campaign.machines import LEADERS, Actor
from reviewer.campaign.progress import CaseFacts, move_case
from reviewer.errors import Refused
from reviewer.model.casework import CaseProgress, CaseState
from reviewer.model.draws import Assignment, Duty
from reviewer.workspace.campaigns.review_book import ReviewBook, progress
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import told_units

_SETTLED = frozenset({CaseState.TO_SIGN, CaseState.DECIDED, CaseState.DISPUTED})
_CHANGED = "按调整后的合议条件"


def caught_up(book: ReviewBook, by: Actor) -> list[CaseProgress]:
    """Return the cases of a book that their reviews carry on."""
    state = book.state
    # Without the draw this is a reviewer's desktop: it knows only its own assignments, and
    # cannot tell whether somebody else still reviews the case.
    whole = bool(state.draws)
    before = [progress(state, case) for case in book.reviewed]
    after = [advanced(now, by, book.facts(now.case), whole=whole) for now in before]
    return [new for old, new in zip(before, after, strict=True) if new != old]


def advanced(now: CaseProgress, by: Actor, facts: CaseFacts, *, whole: bool = True) -> CaseProgress:
    """Return the progress as far as finished and signed reviews alone carry it.

    Where not the `whole` of the assignments is known, the review is begun and no more.
    """
    if now.state is CaseState.WAITING and facts.signed:
        now = move_case(now, states.START, by, facts)
    if not whole:
        return now
    if now.state is CaseState.REVIEWING and 0 < facts.reviewers <= facts.finished:
        now = move_case(now, states.COMPLETE, by, facts)
    differs = facts.disputed and not facts.adjudicated
    if now.state is CaseState.TO_SIGN and 0 < facts.reviewers <= facts.signed:
        now = move_case(now, states.DISPUTE if differs else states.SIGN, by, facts)
    if now.state is CaseState.DECIDED and differs and by.roles & LEADERS:
        # The reviews did not change: what counts as a disagreement did.
        now = move_case(now, states.DISPUTE, by, facts, _CHANGED)
    return now


def reviewed_again(
    state: CampaignState, given: Iterable[Assignment], by: Actor, why: str
) -> list[CaseProgress]:
    """Return the cases that go back to their review because somebody new reviews them."""
    cases = dict.fromkeys(
        one.case for one in given if not one.withdrawn and one.duty is not Duty.CALIBRATION
    )
    known = (progress(state, case) for case in cases)
    return [
        move_case(one, states.REVIEW_AGAIN, by, CaseFacts(), why)
        for one in known
        if one.state in _SETTLED
    ]


def refuse_told(state: CampaignState, what: str) -> None:
    """Raise Refused when a unit was told its results, which `what` would change."""
    if told := told_units(state):
        names = [one.name for one in state.campaign.units if one.id in told]
        more = f"等 {len(names)} 个单位" if len(names) > 1 else ""
        raise Refused(
            f"{names[0]}{more}的反馈意见已经送达，不能{what}。",
            "有异议的在申辩复核中处理；送达有误的，请先收回反馈意见。",
        )
