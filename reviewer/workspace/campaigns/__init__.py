"""The annual campaign (年度案卷评查活动): one small service per part of it."""

from reviewer.workspace.campaigns.campaigns import Campaigns
from reviewer.workspace.campaigns.state import CampaignState

__all__ = ["CampaignState", "Campaigns"]
