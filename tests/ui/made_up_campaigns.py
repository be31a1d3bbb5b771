"""A data folder without any campaign; windows on campaigns are tested on real ones."""

from typing import Any, cast

from reviewer.model.campaigns import Campaign
from reviewer.ui.campaign import follow_ports, package_ports
from reviewer.ui.campaign.filing_port import FilingPort
from reviewer.ui.campaign.statistics.ports import (
    CampaignStatistics,
    CampaignSupposing,
    CampaignYearEnd,
)
from reviewer.ui.meeting.ports import (
    AdjudicatingPort,
    CalibratingPort,
    MeetingsPort,
    ReviewingPort,
)
from reviewer.ui.services import (
    CampaignAssigning,
    CampaignBoards,
    CampaignDraw,
    CampaignGrouping,
    CampaignLedger,
    CampaignPapers,
    CampaignRollover,
    CampaignSetup,
)


class _NoSetup:
    def all(self) -> tuple[Campaign, ...]:
        return ()


class MadeCampaigns:
    """The services of campaigns, as far as a window without one asks."""

    def __init__(self) -> None:
        nothing: Any = _NoSetup()
        self.filing = cast(FilingPort, nothing)
        self.boards = cast(CampaignBoards, nothing)
        self.setup = cast(CampaignSetup, nothing)
        self.ledger = cast(CampaignLedger, nothing)
        self.draw = cast(CampaignDraw, nothing)
        self.statistics = cast(CampaignStatistics, nothing)
        self.assigning = cast(CampaignAssigning, nothing)
        self.grouping = cast(CampaignGrouping, nothing)
        self.papers = cast(CampaignPapers, nothing)
        self.year_end = cast(CampaignYearEnd, nothing)
        self.supposing = cast(CampaignSupposing, nothing)
        self.bulletins = cast(follow_ports.Bulletins, nothing)
        self.feedback = cast(follow_ports.Feedbacks, nothing)
        self.feedback_looks = cast(follow_ports.FeedbackLooks, nothing)
        self.objections = cast(follow_ports.Objections, nothing)
        self.files = cast(follow_ports.CampaignFiles, nothing)
        self.rectifying = cast(follow_ports.Rectifying, nothing)
        self.rectification_looks = cast(follow_ports.RectificationLooks, nothing)
        self.follow_papers = cast(follow_ports.FollowPapers, nothing)
        self.packages = cast(package_ports.Packages, nothing)
        self.handing = cast(package_ports.Handing, nothing)
        self.meetings = cast(MeetingsPort, nothing)
        self.reviewing = cast(ReviewingPort, nothing)
        self.calibrating = cast(CalibratingPort, nothing)
        self.adjudicating = cast(AdjudicatingPort, nothing)
        self.rollover = cast(CampaignRollover, nothing)
