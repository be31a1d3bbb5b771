"""What the jobs of a case tab read from the workspace, on their worker threads."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from reviewer.model import Box, Place, Review, Round, Standard
from reviewer.progress import Progress
from reviewer.ui.workbench.case_index import unresolved
from reviewer.ui.workbench.item_rows import all_places, doubtful
from reviewer.ui.workbench.ports import WorkbenchPort
from reviewer.workspace.campaigns.task_offers import TaskOffer
from reviewer.workspace.views import CaseView, ReviewView

_LATER = (Round.JOINT, Round.APPEAL, Round.FINAL)
Boxes = dict[Place, tuple[tuple[int, Box], ...]]


@dataclass(frozen=True, slots=True)
class Start:
    """What is needed to open a review: the standards and the one that is suggested."""

    standards: tuple[Standard, ...]
    suggested: str
    earlier: tuple[Review, ...] = ()
    offer: TaskOffer | None = None
    """What a campaign asks of who sits here; then nothing is chosen."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a job brings home; None leaves what is there."""

    case: CaseView | None = None
    review: ReviewView | None = None
    start: Start | None = None
    boxes: Boxes = field(default_factory=dict)
    changed: bool = False
    signed: bool = False
    """True when the case has a signed review."""
    said: str = ""
    """What was done to the case, for the status row."""


class Fetching:
    """Reads one case."""

    def __init__(self, workspace: WorkbenchPort, case_id: UUID) -> None:
        self._workspace, self._case_id = workspace, case_id

    def load(self, _progress: Progress) -> Fetched:
        """Read the case with the review to show, or what is needed to open one."""
        reviews = self._workspace.reviews.for_case(self._case_id)
        offer = self._workspace.tasks.offer(self._case_id)
        current = pick(reviews) if offer is None else pick_own(reviews, offer)
        if current is None:
            case = self._workspace.cases.view(self._case_id, None)
            home = self.fetched(case, None, {})
            start = self._make_start(()) if offer is None else Start((), "", (), offer)
            return Fetched(case, None, start, home.boxes)
        case = self._workspace.cases.view(self._case_id, current.id)
        home = self.fetched(case, self._workspace.reviews.view(current.id), {})
        return replace(home, signed=any(review.is_signed for review in reviews))

    def start(self, _progress: Progress) -> Fetched:
        """Read what is needed to open another round."""
        return Fetched(start=self._make_start(self._workspace.reviews.for_case(self._case_id)))

    def _make_start(self, earlier: tuple[Review, ...]) -> Start:
        reviews = self._workspace.reviews
        standards = tuple(s for s in reviews.standards() if s.subject == "case")
        return Start(standards, reviews.suggested_standard(self._case_id), earlier)

    def fetched(self, case: CaseView | None, review: ReviewView | None, known: Boxes) -> Fetched:
        """Return case and review with the boxes of their places that are not `known` yet."""
        places: list[Place] = list(all_places(review)) if review else []
        if case:
            places += [row.fact.place for row in case.facts if row.fact]
            places += [place for finding in case.findings for place in doubtful(finding)]
        pages = self._workspace.pages
        boxes = {p: pages.boxes_of(self._case_id, p) for p in unresolved(places, known)}
        return Fetched(case, review, None, boxes)


def pick_own(reviews: tuple[Review, ...], offer: TaskOffer) -> Review | None:
    """Return what to show to who was given the case: their own review, until it is signed.

    What others judged is not seen before; then a later round stands over it.
    """
    own = offer.review
    if own is None or not own.is_signed:
        return own
    return pick(tuple(one for one in reviews if one.round in _LATER)) or own


def pick(reviews: tuple[Review, ...]) -> Review | None:
    """Return the review to show: the latest that is not signed, else the latest."""
    unsigned = [review for review in reviews if not review.is_signed]
    return max(unsigned or reviews, key=lambda review: review.opened_at, default=None)
