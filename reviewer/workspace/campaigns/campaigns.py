"""The services of the annual campaign, one attribute each."""

from collections.abc import Callable
from uuid import UUID

from reviewer.model import Place
from reviewer.store import Store, desktops
from reviewer.workspace.campaigns.adjudicating import Adjudicating
from reviewer.workspace.campaigns.appeal_reviews import AppealReviews
from reviewer.workspace.campaigns.assigning import Assigning
from reviewer.workspace.campaigns.boards import Boards
from reviewer.workspace.campaigns.bulletins import Bulletins
from reviewer.workspace.campaigns.calibrating import Calibrating
from reviewer.workspace.campaigns.counting import Counting
from reviewer.workspace.campaigns.draw import Drawing
from reviewer.workspace.campaigns.evidence import CampaignFiles
from reviewer.workspace.campaigns.feedback import Feedbacks
from reviewer.workspace.campaigns.feedback_looks import FeedbackLooks
from reviewer.workspace.campaigns.filing import Filing
from reviewer.workspace.campaigns.follow_papers import FollowPapers
from reviewer.workspace.campaigns.grouping import Grouping
from reviewer.workspace.campaigns.handing import Handing
from reviewer.workspace.campaigns.joint_review import JointReviews
from reviewer.workspace.campaigns.ledger import Ledgers
from reviewer.workspace.campaigns.meetings import Meetings, Sight
from reviewer.workspace.campaigns.objections import Objections
from reviewer.workspace.campaigns.packages import Packages
from reviewer.workspace.campaigns.papers import Papers
from reviewer.workspace.campaigns.papers.ground import Ground
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.rectification_views import RectificationLooks
from reviewer.workspace.campaigns.rectifying import Rectifying
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.reviewing import Reviewing
from reviewer.workspace.campaigns.rollover import RollingOver
from reviewer.workspace.campaigns.setup import Setup
from reviewer.workspace.campaigns.supposing import Supposing
from reviewer.workspace.campaigns.year_end import YearEnd
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.page_labels import PageLabels
from reviewer.workspace.people import People
from reviewer.workspace.readings import Readings
from reviewer.workspace.report_inputs import ReportInputs
from reviewer.workspace.reviews import Reviews


class Campaigns:
    """Everything that can be asked for around campaigns."""

    def __init__(
        self,
        store: Store,
        readings: Readings,
        knowledge: Knowledge,
        reviews: Reviews,
        labels: Callable[[UUID], PageLabels],
        sight: Sight,
        inputs: ReportInputs,
    ) -> None:
        people, now = People(store), desktops.local_now
        self.records = CampaignRecords(store, readings)
        self.packages = Packages(store, knowledge, reviews.flush)
        self.setup = Setup(self.records, knowledge, people, now)
        self.ledger = Ledgers(self.records, people, now)
        self.draw = Drawing(self.records, people, now)
        self.results = Results(store, self.records)
        self.filing = Filing(store, self.records)
        self.boards = Boards(store, self.records, self.results, people)
        self.statistics = Counting(store, self.records, self.results, people, now)

        def label(case: UUID, place: Place) -> str:
            return labels(case).place(place)

        ground = Ground(store, self.records, self.results, knowledge, label)
        self.papers = Papers(ground, inputs, now)
        self.year_end = YearEnd(ground, self.papers, now)
        self.supposing = Supposing(store, self.records, self.results, knowledge)
        appeals = AppealReviews(store, self.results)
        self.rollover = RollingOver(self.records, knowledge, people, now)
        told = (self.records, self.results, appeals, knowledge, people, now)
        self.feedback = Feedbacks(*told)
        self.objections = Objections(*told)
        self.feedback_looks = FeedbackLooks(*told)
        self.rectifying = Rectifying(store, self.records, self.results, people, label, now)
        self._make_following(store, people)
        self._make_reviewing(store, reviews, people)
        joint = JointReviews(store, readings)
        self.adjudicating = Adjudicating(store, self.records, joint, people, now)
        self.meetings = Meetings(store, self.records, self.adjudicating, people, sight, now)

    def _make_reviewing(self, store: Store, reviews: Reviews, people: People) -> None:
        """Make what gives cases to reviewers, by name or packed, and compares how they read."""
        now = desktops.local_now
        self.assigning = Assigning(store, self.records, people, now)
        self.grouping = Grouping(store, self.records, people, now)
        self.reviewing = Reviewing(store, self.records, reviews, people, now)
        self.packages.when_merged(self.reviewing.catch_up)
        self.setup.when_changed(self.reviewing.catch_up)
        self.handing = Handing(store, self.records, self.packages)
        self.calibrating = Calibrating(store, self.records, people, now)

    def _make_following(self, store: Store, people: People) -> None:
        """Make what the place 整改 asks beside feedback and rectification themselves."""
        self.files = CampaignFiles(store)
        self.rectification_looks = RectificationLooks(self.records, people)
        now = desktops.local_now
        self.bulletins = Bulletins(self.records, self.results, self.papers, people, now)
        self.follow_papers = FollowPapers(self.records, self.papers, self.rectifying)
