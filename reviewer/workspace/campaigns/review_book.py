"""The reviews of a campaign's cases with what they came to, and what follows for a case."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewer import scoring
from reviewer.campaign.disagreement import Reviewed, dispute
from reviewer.campaign.joint_marks import to_decide
from reviewer.campaign.progress import CaseFacts
from reviewer.errors import Refused
from reviewer.model import Review, Standard
from reviewer.model.adjudications import Dispute
from reviewer.model.campaigns import Campaign, LedgerRow, StandardPin
from reviewer.model.casework import CaseProgress, progress_of
from reviewer.model.draws import Assignment, Duty
from reviewer.model.reviews import Round
from reviewer.store import Store, marks, reviews, standards
from reviewer.workspace.campaigns.state import CampaignState

ROUNDS: Mapping[Duty, Round] = {
    Duty.FIRST: Round.FIRST,
    Duty.SECOND: Round.SECOND,
    Duty.CALIBRATION: Round.CALIBRATION,
}
"""The round in which each duty is done."""
Pair = tuple[Reviewed, Reviewed]


@dataclass(frozen=True, slots=True)
class ReviewBook:
    """The reviews of some cases, read at one moment."""

    state: CampaignState
    reviewed: Mapping[UUID, tuple[Reviewed, ...]]
    """By case, oldest first."""
    standards: Mapping[str, Standard]
    """By content hash."""

    def of(self, assignment: Assignment) -> Reviewed | None:
        """Return the review that an assignment asked for; None before it was opened."""
        pin = pin_of(self.state.campaign, self.state.row(assignment.case))
        wanted = (assignment.person, ROUNDS[assignment.duty], pin.content_hash)
        for one in self.reviewed.get(assignment.case, ()):
            found = one.review
            if (found.person, found.round, found.content_hash) == wanted:
                return one
        return None

    def pair(self, case: UUID) -> Pair | None:
        """Return the signed 初评 and 复评 that were asked for; None: not both are there."""
        asked = {one.duty: one for one in standing(self.state, case)}
        if Duty.FIRST not in asked or Duty.SECOND not in asked:
            return None
        first, second = self.of(asked[Duty.FIRST]), self.of(asked[Duty.SECOND])
        if first is None or second is None:
            return None
        both = first.review.is_signed and second.review.is_signed
        return (first, second) if both else None

    def standard(self, review: Review) -> Standard:
        """Return the edition that a review was made under."""
        return self.standards[review.content_hash]

    def dispute(self, case: UUID) -> Dispute | None:
        """Return how the two reviews of a case differ; None while there are no two."""
        pair = self.pair(case)
        if pair is None:
            return None
        terms = self.state.campaign.disagreement
        return dispute(self.standard(pair[0].review), *pair, terms)

    def disputes(self) -> tuple[Dispute, ...]:
        """Return how all cases differ that have two signed reviews."""
        return tuple(one for case in self.reviewed if (one := self.dispute(case)) is not None)

    def required_pair(self, case: UUID) -> Pair:
        """Return the two signed reviews; raises Refused when there are not two."""
        pair = self.pair(case)
        if pair is None:
            raise Refused("该案卷没有两份签定的评查表。", "请等初评和复评都签定以后再合议。")
        return pair

    def to_decide(self, case: UUID) -> tuple[str, ...]:
        """Return what an adjudication of the case has to decide."""
        pair, found = self.required_pair(case), self.dispute(case)
        return () if found is None else to_decide(found, pair)

    def joint(self, case: UUID) -> Reviewed | None:
        """Return the signed review that the closed adjudication of a case wrote."""
        written = {
            one.review
            for one in self.state.adjudications
            if one.case == case and one.closed_at is not None
        }
        found = (one for one in self.reviewed.get(case, ()) if one.review.id in written)
        return next((one for one in found if one.review.is_signed), None)

    def facts(self, case: UUID) -> CaseFacts:
        """Return what the steps of a case before the feedback rest on."""
        asked = [one for one in standing(self.state, case) if one.duty is not Duty.CALIBRATION]
        found = [one for given in asked if (one := self.of(given)) is not None]
        differs = self.dispute(case)
        # A 复评 alone gives no result: the 初评 is still to be given to somebody.
        lacks = bool(asked) and all(one.duty is not Duty.FIRST for one in asked)
        return CaseFacts(
            reviewers=len(asked) + lacks,
            finished=sum(self._finished(one) for one in found),
            signed=sum(one.review.is_signed for one in found),
            disputed=differs is not None and differs.queued,
            adjudicated=self.joint(case) is not None,
        )

    def _finished(self, one: Reviewed) -> bool:
        ready = scoring.ready_to_sign(self.standard(one.review), one.marks)
        return not ready.pending and not ready.open_vetoes


def read_book(store: Store, state: CampaignState, cases: Iterable[UUID]) -> ReviewBook:
    """Read the reviews of these cases."""
    found: defaultdict[UUID, list[Reviewed]] = defaultdict(list)
    known: dict[str, Standard] = {}
    with store.snapshot() as session:
        for case in cases:
            for stand in reviews.states_of_case(session, case):
                review = stand.review
                if review.content_hash not in known:
                    known[review.content_hash] = standards.frozen(session, review.content_hash)
                given = marks.marks_of(session, review.id)
                score = scoring.score(known[review.content_hash], given)
                found[case].append(Reviewed(review, given, score))
    return ReviewBook(state, {case: tuple(some) for case, some in found.items()}, known)


def standing(state: CampaignState, case: UUID) -> Sequence[Assignment]:
    """Return the assignments of a case that stand."""
    return [one for one in state.assignments if one.case == case and not one.withdrawn]


def pin_of(campaign: Campaign, row: LedgerRow) -> StandardPin:
    """Return the edition of the standard that a case is reviewed under.

    Raises:
        Refused: the set-up names none for its kind.
    """
    for pin in campaign.standards:
        if pin.kind is row.kind:
            return pin
    raise Refused(
        f"案件类型“{row.kind}”没有选定评查标准。", "请在活动设置中为该类案件选定评查标准。"
    )


def progress(state: CampaignState, case: UUID) -> CaseProgress:
    """Return how far a case has come."""
    found = (one for one in state.progress if one.case == case)
    return next(found, progress_of(state.campaign.id, case))
