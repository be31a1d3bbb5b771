"""Which review of a case holds: that of the last round which is closed.  Pure."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from reviewer.model import Review, Round
from reviewer.model.adjudications import Adjudication
from reviewer.model.casework import CaseState
from reviewer.model.draws import Duty
from reviewer.model.feedback import ObjectionState
from reviewer.workspace.campaigns.state import CampaignState

_LATER = (Round.FINAL, Round.APPEAL, Round.JOINT)
_WITHOUT = (CaseState.DISPUTED, CaseState.MISSING)


def final_review(state: CampaignState, reviews: Iterable[Review]) -> Review | None:
    """Return which of the reviews of one case under one standard holds; None: no round is closed.

    合议 is closed with its adjudication, 申辩复核 with the decision of an objection.  The 初评
    is closed when it and the 复评 that was given out are signed and no 合议 is held; a 复评 never
    takes its place.  A case that waits for its 合议 (待合议) or whose
    file is missing (缺件) has no result.
    """
    reviews = tuple(reviews)
    cases = {one.case for one in reviews}
    if any(one.case in cases and one.state in _WITHOUT for one in state.progress):
        return None
    signed = sorted((one for one in reviews if one.is_signed), key=_signed_at)
    for round_ in _LATER:
        closed = [one for one in signed if one.round is round_ and _is_closed(state, one)]
        if closed:
            return closed[-1]
    return _independent(state, signed)


def pair_of(first: Review, reviews: Iterable[Review]) -> Review | None:
    """Return the signed 复评 of somebody else that `first` is compared with."""
    seconds = (
        one
        for one in reviews
        if one.round is Round.SECOND
        and one.is_signed
        and one.person != first.person
        and one.content_hash == first.content_hash
    )
    return min(seconds, key=lambda one: (one.opened_at, str(one.id)), default=None)


def _is_closed(state: CampaignState, review: Review) -> bool:
    if review.round is Round.APPEAL:
        objections = [one for told in state.feedback for one in told.objections]
        own = [one for one in objections if one.review == review.id]
        return any(one.state is ObjectionState.DECIDED for one in own)
    if review.round is Round.JOINT:
        held = [one for one in state.adjudications if one.review == review.id]
        return all(one.closed_at is not None for one in held)
    return True


def _independent(state: CampaignState, signed: Sequence[Review]) -> Review | None:
    cases = {one.case for one in signed}
    asked = {
        (one.person, one.duty)
        for one in state.assignments
        if one.case in cases and not one.withdrawn
    }
    held = [one for one in state.adjudications if one.case in cases]
    if any(_holds(one, signed, {person for person, _ in asked}) for one in held):
        return None
    people: dict[Round, set[UUID]] = {
        Round.FIRST: {person for person, duty in asked if duty is Duty.FIRST},
        Round.SECOND: {person for person, duty in asked if duty is Duty.SECOND},
    }
    done = {(one.person, one.round) for one in signed}
    if any((who, round_) not in done for round_, some in people.items() for who in some):
        return None
    own = people[Round.FIRST]
    firsts = [one for one in signed if one.round is Round.FIRST and (not own or one.person in own)]
    return firsts[-1] if firsts else None


def _holds(one: Adjudication, signed: Iterable[Review], asked: Collection[UUID]) -> bool:
    """Return whether an adjudication stands in the place of the reviews.

    One that was begun does no more when one of its two reviewers was changed.
    """
    if one.closed_at is not None or not asked:
        return True
    pair = [review for review in signed if review.id in (one.first, one.second)]
    return all(review.person in asked for review in pair)


def _signed_at(review: Review) -> datetime:
    return review.signed_at or review.opened_at
