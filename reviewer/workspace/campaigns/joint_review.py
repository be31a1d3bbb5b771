"""Writes the review of the round 合议 through the journal and signs it, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from reviewer import scoring
from reviewer.errors import Refused
from reviewer.model import Marks, Standard
from reviewer.model.reviews import Round
from reviewer.store import Author, Session, Store, journal, reviews, standards
from reviewer.store.records import Values
from reviewer.workspace import marking, review_views
from reviewer.workspace.review_ground import Runs


@dataclass(frozen=True, slots=True)
class JointReview:
    """The third review of a case."""

    id: UUID
    case: UUID
    standard: Standard
    marks: Marks


class JointReviews:
    """Prepares the writing of third reviews."""

    def __init__(self, store: Store, runs: Runs) -> None:
        self._store, self._runs = store, runs

    def writing(
        self, joint: JointReview, person: UUID
    ) -> tuple[Callable[[Session, Author], None], UUID]:
        """Return what writes and signs the review within a transaction, and the review's id.

        One of this round that the same person opened before and did not sign is used.

        Raises:
            Refused: the marks lack something, or such a review was signed already.
        """
        ready = scoring.ready_to_sign(joint.standard, joint.marks)
        if not ready.ready:
            raise Refused(f"合议评查表还不能签定：{ready.why_not}", "请补正有关评查项的决定。")
        known = self._known(joint, person)
        # Not inside the transaction: a run that must be made anew is written by itself.
        run = self._runs.of_case(joint.case)
        review = known or joint.id

        def write(session: Session, by: Author) -> None:
            standards.freeze(session, joint.standard, by)
            if known is None:
                content_hash = joint.standard.content_hash
                reviews.add_review(session, joint.case, content_hash, Round.JOINT, by, review)
            journal.apply(session, review, _values(joint), "合议决定", by)
            score = scoring.score(joint.standard, joint.marks)
            reviews.set_result(session, review, review_views.shown_total(score), score.grade)
            reviews.sign(session, review, run.id)

        return write, review

    def _known(self, joint: JointReview, person: UUID) -> UUID | None:
        with self._store.snapshot() as session:
            found = [stand.review for stand in reviews.states_of_case(session, joint.case)]
        wanted = (joint.standard.content_hash, person, Round.JOINT)
        for one in found:
            if (one.content_hash, one.person, one.round) != wanted:
                continue
            if one.is_signed:
                raise Refused(
                    "该案卷已有签定的合议评查表。", "被评查单位有异议的，请在申辩复核中处理。"
                )
            return one.id
        return None


def _values(joint: JointReview) -> Values:
    given, standard = joint.marks, joint.standard
    values: dict[str, object | None] = {}
    for item in standard.items:
        values[journal.mark_key(item.id)] = marking.or_none(given.of(item.id))
    for veto in standard.vetoes:
        values[journal.veto_key(veto.id)] = marking.veto_or_none(given.of_veto(veto.id))
    for bonus in standard.bonuses:
        values[journal.bonus_key(bonus.id)] = given.bonuses.get(bonus.id)
    return values
