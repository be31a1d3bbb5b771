"""The places of a campaign in the home tab: one part for each step."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.ui.campaign.adjudication_flow import AdjudicationFlow
from reviewer.ui.campaign.agreement_flow import AgreementFlow
from reviewer.ui.campaign.bulletin_flow import BulletinFlow
from reviewer.ui.campaign.draw_flow import DrawFlow
from reviewer.ui.campaign.feedback_flow import FeedbackFlow
from reviewer.ui.campaign.files_flow import FilesFlow
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.groups_flow import GroupsFlow
from reviewer.ui.campaign.ledger_flow import LedgerFlow
from reviewer.ui.campaign.package_flow import PackageFlow
from reviewer.ui.campaign.papers_flow import PapersFlow
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.rectify_flow import RectifyFlow
from reviewer.ui.campaign.setup_flow import SetupFlow
from reviewer.ui.campaign.statistics.statistics_flow import StatisticsFlow
from reviewer.ui.campaign.tasks_flow import TasksFlow
from reviewer.ui.campaign.year_end.year_end_flow import YearEndFlow
from reviewer.ui.jobs import Jobs
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens


class CampaignPlaces(QObject):
    """Holds the parts and joins them to each other."""

    shown = Signal(QWidget)
    said = Signal(str)
    failed = Signal(Exception)
    changed = Signal()  # another campaign, or another state of it

    def __init__(self, services: Campaigns, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self.campaign = CampaignFlow(services, jobs, tokens, self)
        self.ledger = LedgerFlow(services, jobs, tokens, self.campaign)
        self.draw = DrawFlow(services, jobs, tokens, self.campaign, self.ledger.show)
        self.setup = SetupFlow(services, jobs, tokens, self.campaign)
        self.groups = GroupsFlow(services, jobs, tokens, self.campaign)
        self.tasks = TasksFlow(services, jobs, tokens, self.campaign)
        self.adjudication = queue = AdjudicationFlow(services, jobs, tokens, self.campaign)
        self.agreement = AgreementFlow(services, jobs, tokens, self.campaign, queue.show)
        queue.page.agreement_asked.connect(self.agreement.show)
        self._make_telling(services, jobs, tokens)
        self.files = FilesFlow(services.filing, jobs, tokens, self.campaign, self.draw.show_page)
        self.packages = PackageFlow(services, jobs, tokens, self.campaign)
        self.packages.page.groups_asked.connect(self.groups.show)
        self._make_following(services, jobs, tokens)
        # What the rail opens is the last part of its entry: the board comes after its other pages.
        self.parts: tuple[CampaignPart, ...] = (
            self.setup,
            self.groups,
            self.tasks,
            self.papers,
            self.packages,
            self.campaign,
            self.ledger,
            self.files,
            self.draw,
            self.agreement,
            self.adjudication,
            self.year_end,
            self.statistics,
            self.feedback,
            self.bulletin,
            self.rectify,
        )
        for part in self.parts:
            part.shown.connect(self.shown)
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        self.campaign.changed.connect(self.changed)

    def _make_telling(self, services: Campaigns, jobs: Jobs, tokens: Tokens) -> None:
        """Make what tells of the campaign: documents, figures, the end of the year."""
        self.papers = PapersFlow(services, jobs, tokens, self.campaign)
        self.statistics = StatisticsFlow(services, jobs, tokens, self.campaign)
        self.statistics.asked.connect(self.campaign.asked)
        back = self.statistics.show
        self.year_end = YearEndFlow(services, jobs, tokens, self.campaign, back)

    def _make_following(self, services: Campaigns, jobs: Jobs, tokens: Tokens) -> None:
        """Make the three sides of the place 整改."""
        self.feedback = FeedbackFlow(services, jobs, tokens, self.campaign)
        self.bulletin = BulletinFlow(services, jobs, tokens, self.campaign)
        self.rectify = RectifyFlow(services, jobs, tokens, self.campaign, self.feedback.show)
        for bar in (self.feedback.page.bar, self.bulletin.page.bar, self.rectify.page.bar):
            bar.side_chosen.connect(self._on_side)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the places of all parts."""
        return tuple(place for part in self.parts for place in part.places())

    def entry_of(self, place: str) -> str | None:
        """Return the entry of the rail for a place; None when it is not of a campaign."""
        return next((one.entry for one in self.parts if self._has(one, place)), None)

    def entries(self) -> Mapping[str, bool]:
        """Return the entries of the rail with whether their step exists."""
        found: dict[str, bool] = {}
        for part in self.parts:
            found[part.entry] = found.get(part.entry, False) or part.exists()
        return found

    def go(self, entry: str) -> None:
        """Go to what an entry of the rail opens: the last of its parts leads."""
        [*_, part] = (one for one in self.parts if one.entry == entry)
        part.show()

    def follow(self, place: str) -> None:
        """Let the part whose place is seen follow the state of the campaign."""
        for part in self.parts:
            if self._has(part, place):
                part.refresh()

    def actions(self) -> frozenset[str]:
        """Return the ids of what can be done with the campaign that is seen."""
        return frozenset().union(*(part.actions() for part in self.parts))

    def deeds(self) -> Mapping[str, Deed]:
        """Return what each action does."""
        return {name: deed for part in self.parts for name, deed in part.deeds().items()}

    def _on_side(self, side: str) -> None:
        shows = {
            "feedback": self.feedback.show,
            "bulletin": self.bulletin.show,
            "rectify": self.rectify.show_page,
        }
        shows[side]()

    @staticmethod
    def _has(part: CampaignPart, place: str) -> bool:
        return any(one.name == place for one in part.places())
