"""What people wrote for 评查情况通报, and the head that follows from it.  Pure."""

from dataclasses import replace
from datetime import date
from uuid import uuid5

from reviewer.model.bulletins import Bulletin
from reviewer.model.campaigns import Stage
from reviewer.reports.campaign.inputs import Official
from reviewer.workspace.campaigns.papers.ground import official
from reviewer.workspace.campaigns.state import CampaignState


def bulletin_of(state: CampaignState) -> Bulletin:
    """Return the words of the bulletin; empty ones before anybody wrote."""
    campaign = state.campaign.id
    blank = Bulletin(uuid5(campaign, "bulletin"), campaign)
    return next(iter(state.of(Bulletin)), blank)


def bulletin_head(state: CampaignState, made_on: date) -> Official:
    """Return head and foot as they were written, with the day on which it was issued."""
    kept, issued = bulletin_of(state), state.campaign.stage(Stage.BULLETIN).done
    head = official(state.campaign, issued or made_on)
    return replace(head, number=kept.number, copies=kept.copies, to=kept.to or head.to)
