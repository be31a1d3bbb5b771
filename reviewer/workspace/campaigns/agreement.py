"""How far the reviewers of a campaign agree, and how severe each one is; for the leader.  Pure."""

from collections import defaultdict
from dataclasses import dataclass

from reviewer.campaign.disagreement import Reviewed
from reviewer.campaign.double_review import DoubleReview, double_review
from reviewer.campaign.severity import Scored, Severity, severities
from reviewer.model.draws import Duty
from reviewer.workspace.campaigns.review_book import Pair, ReviewBook


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the double reviews show."""

    double: tuple[DoubleReview, ...]
    """One for each edition of a standard that two reviewers used on one case."""
    severity: tuple[Severity, ...]


def agreement_of(book: ReviewBook) -> Agreement:
    """Return agreement and severity from all signed reviews that were asked for."""
    by_edition: defaultdict[str, list[Pair]] = defaultdict(list)
    for case in book.reviewed:
        if pair := book.pair(case):
            by_edition[pair[0].review.content_hash].append(pair)
    asked = [
        one
        for one in book.state.assignments
        if not one.withdrawn and one.duty is not Duty.CALIBRATION
    ]
    given = [one for each in asked if (one := book.of(each)) is not None]
    joint = {case: one.score.total for case in book.reviewed if (one := book.joint(case))}
    return Agreement(
        tuple(double_review(book.standards[one], pairs) for one, pairs in by_edition.items()),
        severities([scored for each in given if (scored := _scored(each)) is not None], joint),
    )


def _scored(one: Reviewed) -> Scored | None:
    review = one.review
    if review.signed_at is None:
        return None
    return Scored(review.case, review.person, one.score.total, review.signed_at.date())
