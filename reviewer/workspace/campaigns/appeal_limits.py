"""What may be changed in a review of the round 申辩复核: the items that its objections name."""

from reviewer.campaign.appeals import refuse_outside
from reviewer.model import Marks, Review, Round
from reviewer.model.feedback import Feedback, Objection
from reviewer.store import Session, campaigns


def refuse_locked(session: Session, review: Review, before: Marks, after: Marks) -> None:
    """Refuse a change of an item that no objection under this review names.

    A review that no objection refers to is free: it was opened without a campaign.

    Raises:
        Refused: a locked item was changed.
    """
    if review.round is not Round.APPEAL:
        return
    named = [item for one in objections_of(session, review) for item in one.items]
    if named:
        refuse_outside(before, after, dict.fromkeys(named))


def objections_of(session: Session, review: Review) -> list[Objection]:
    """Return the objections of all campaigns that are reviewed here."""
    return [
        one
        for campaign in campaigns.campaign_ids(session)
        for feedback in campaigns.all_of(session, Feedback, campaign)
        for one in feedback.objections
        if one.review == review.id
    ]
