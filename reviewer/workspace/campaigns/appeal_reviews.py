"""The review of an objection (申辩复核): opened from the final marks, and what came of it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from reviewer import scoring
from reviewer.campaign.appeals import (
    changed_items,
    refuse_outside,
    start_appeal,
    suggested_outcome,
)
from reviewer.campaign.results import Result
from reviewer.errors import Refused
from reviewer.model import Marks, Review, Round
from reviewer.model.feedback import Objection
from reviewer.store import Author, Session, Store, desktops, journal, reviews
from reviewer.store.records import Values
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.review_views import shown_total


class AppealReviews:
    """Opens and reads reviews of the round 申辩复核."""

    def __init__(self, store: Store, results: Results) -> None:
        self._store, self._results = store, results

    def under(self, state: CampaignState, case: UUID, items: Iterable[str]) -> Result:
        """Return the final result whose standard has the items.

        Raises:
            Refused: there is none, or the items are of several standards.
        """
        named = set(items)
        for one in self._results.final_of(state):
            known = {item.id for item in one.standard.items}
            if one.case == case and named <= known | {veto.id for veto in one.standard.vetoes}:
                return one
        raise Refused(
            "申辩所列的评查项不在本案卷同一份评查结果内。",
            "请核对评查项；按两个评查标准评查的，分开登记申辩。",
        )

    def open(self, final: Result, items: Sequence[str]) -> UUID:
        """Return the review of the objection, made with the final marks unless it is open.

        Raises:
            Refused: who sits here has signed one for this case already.
        """
        start = start_appeal(final.standard, final.marks, items)
        key = final.standard.content_hash
        with self._store.session() as session:
            by = desktops.author(session)
            for one in _appeals(session, final.case, key):
                if not one.is_signed:
                    return one.id
                if one.person == by.person:
                    raise Refused(
                        "本人已签定过本案卷的申辩复核，不能再次复核。",
                        "请由另一名组长或者负责人登录后受理；没有的，"
                        "请先在“分组与回避”中指定一名组长。",
                    )
            review = reviews.add_review(session, final.case, key, Round.APPEAL, by)
            _fill(session, review, start.marks, by)
            score = scoring.score(final.standard, start.marks)
            reviews.set_result(session, review, shown_total(score), score.grade)
            return review

    def suggested(self, state: CampaignState, objection: Objection) -> str:
        """Return 采纳, 部分采纳 or 不采纳 by what the signed review changed.

        Raises:
            Refused: it is not signed, or changed what no objection names.
        """
        review = self.review_of(objection)
        if review is None or not review.is_signed:
            raise Refused("申辩复核的评查表没有签定。", "请先完成复核并签定，再作出复核决定。")
        before = self._results.before(state, review)
        after = self._results.reviewed(review).marks
        every = (one for told in state.feedback for one in told.objections)
        opened = [item for one in every if one.review == review.id for item in one.items]
        refuse_outside(before.marks, after, opened)
        return suggested_outcome(before.marks, after, objection.items)

    def changed(self, state: CampaignState, objection: Objection) -> tuple[str, ...]:
        """Return the named items whose marks the signed review changed; none before it is."""
        review = self.review_of(objection)
        if review is None or not review.is_signed:
            return ()
        before = self._results.before(state, review).marks
        return changed_items(before, self._results.reviewed(review).marks, objection.items)

    def review_of(self, objection: Objection) -> Review | None:
        """Return the review of the round 申辩复核; None before the objection was taken up."""
        if objection.review is None:
            return None
        with self._store.snapshot() as session:
            return reviews.state(session, objection.review).review


def _appeals(session: Session, case: UUID, content_hash: str) -> list[Review]:
    known = (one.review for one in reviews.states_of_case(session, case))
    return [one for one in known if (one.round, one.content_hash) == (Round.APPEAL, content_hash)]


def _fill(session: Session, review: UUID, given: Marks, by: Author) -> None:
    values: dict[str, object | None] = {}
    values |= {journal.mark_key(item): mark for item, mark in given.items.items()}
    values |= {journal.veto_key(veto): mark for veto, mark in given.vetoes.items()}
    values |= {journal.bonus_key(name): points for name, points in given.bonuses.items()}
    filled: Values = values
    journal.apply(session, review, filled, "承接评查结果", by)
