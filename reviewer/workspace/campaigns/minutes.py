"""What the 合议记录 of one case is made from.  Pure."""

from collections.abc import Callable
from decimal import Decimal

from reviewer.model import Place
from reviewer.model.adjudications import Difference
from reviewer.reports.campaign.inputs import (
    DisputeInput,
    DisputeSide,
    MinutesInput,
    ReviewTotal,
)
from reviewer.workspace.campaigns.meeting_views import Judged, Meeting, MeetingItem
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.views import ReviewView

Label = Callable[[Place], str]


def minutes_input(state: CampaignState, meeting: Meeting, label: Label) -> MinutesInput:
    """Return the values of the record of a case whose adjudication was begun."""
    record = meeting.adjudication
    assert record is not None
    first, second = meeting.sides
    members = state.campaign.members
    there = [one for one in members if one.person in record.present]
    leaders = [one.name for one in there if one.leads_campaign or one.leads_group]
    return MinutesInput(
        campaign=state.campaign,
        adjudication=record,
        case_no=meeting.case_no,
        unit=meeting.unit,
        cause=meeting.cause,
        first=_total(first),
        second=_total(second),
        gap=meeting.dispute.gap,
        grounds=meeting.dispute.grounds,
        disputes=tuple(_dispute(one, label) for one in meeting.wanted),
        names={one.person: one.name for one in members},
        result=_result(meeting),
        host=leaders[0] if leaders else "",
    )


def _total(side: ReviewView) -> ReviewTotal:
    signed = side.review.signed_at
    day = signed.date() if signed is not None else None
    return ReviewTotal(side.person, side.score.total, side.score.grade, day)


def _result(meeting: Meeting) -> ReviewTotal | None:
    record = meeting.adjudication
    if record is None or record.closed_at is None or meeting.score is None:
        return None
    score = meeting.score
    return ReviewTotal("合议", score.total, score.grade, record.closed_at.date())


def _dispute(item: MeetingItem, label: Label) -> DisputeInput:
    known = item.disputed
    return DisputeInput(
        item=item.id,
        text=item.text,
        full=item.full,
        difference=known.difference if known is not None else Difference.ITEM,
        first=_side(item.first, label),
        second=_side(item.second, label),
        decided=item.decided if item.decision is not None else None,
    )


def _side(judged: Judged, label: Label) -> DisputeSide:
    reasons = "；".join((*judged.reasons, *judged.absences)) or judged.word
    pages = "、".join(dict.fromkeys(filter(None, map(label, judged.places))))
    return DisputeSide(Decimal(judged.given), reasons, pages)
