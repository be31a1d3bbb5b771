"""Whether a blind review (盲评) hides a case from who was given it.  Pure."""

from reviewer.campaign import masks
from reviewer.model.casework import CaseState
from reviewer.model.draws import Assignment
from reviewer.workspace.campaigns.review_book import ROUNDS, progress
from reviewer.workspace.campaigns.state import CampaignState

_SETTLED = (CaseState.DECIDED, CaseState.APPEAL, CaseState.FINAL)


def is_hidden(state: CampaignState, given: Assignment) -> bool:
    """Return whether the names of an assigned case are hidden still.

    Until it was adjudicated, or settled without: then who judged it may know whose it is.
    """
    if given.withdrawn or state.campaign.closed_at is not None:
        return False
    closed = any(
        one.case == given.case and one.closed_at is not None for one in state.adjudications
    )
    settled = closed or progress(state, given.case).state in _SETTLED
    return masks.is_blind(state.campaign, ROUNDS[given.duty], adjudicated=settled)
