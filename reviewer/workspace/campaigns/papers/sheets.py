"""What is written for each case and each unit from its reviews: 评查表 and 案卷评查意见书."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from reviewer.model import Round
from reviewer.reports.blocks import Report
from reviewer.reports.inputs import LetterInput
from reviewer.reports.letter import opinion
from reviewer.reports.sheet import review_sheet
from reviewer.store import reviews
from reviewer.workspace.campaigns.papers.ground import Ground, names_of
from reviewer.workspace.campaigns.papers.outcomes import rectify_by
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.report_inputs import ReportInputs


def signed_reviews(ground: Ground, state: CampaignState) -> Iterator[tuple[UUID, str]]:
    """Yield the signed reviews of the drawn cases with what their sheets are called.

    Each reviewer's sheet is filed, beside the one that 合议 or 申辩复核 wrote; calibration is not.
    """
    with ground.store.snapshot() as session:
        known = reviews.states_by_case(session)
    names = names_of(state.campaign)
    for case in sampled(state):
        for one in known.get(case, ()):
            review = one.review
            if review.is_signed and review.round is not Round.CALIBRATION:
                who = names.get(review.person, "")
                case_no = state.row(case).case_no
                yield review.id, "_".join(filter(None, (case_no, review.round.value, who)))


def sheet_of(inputs: ReportInputs, review: UUID) -> Report:
    """Return 评查表 of one review; a draft while something is 待定."""
    return review_sheet(inputs.of(review, pictures=True))


def opinion_of(
    ground: Ground, inputs: ReportInputs, state: CampaignState, unit: UUID, written_on: date
) -> Report:
    """Return 案卷评查意见书 to a unit on all its cases, as their results hold."""
    campaign = state.campaign
    found = [inputs.of(one.review, pictures=False) for one in ground.final(state, unit)]
    letter = LetterInput(
        campaign.unit(unit).name,
        campaign.organiser,
        written_on,
        rectify_by(state, written_on),
        campaign.contact,
        campaign.phone,
    )
    return opinion(letter, found)
