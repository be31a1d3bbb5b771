"""The adjudication (合议) of cases whose two reviews differ: queue, meeting, third review."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from reviewer.campaign import states
from reviewer.campaign.disagreement import queue
from reviewer.campaign.joint_marks import joint_marks, require_given
from reviewer.campaign.machines import Role
from reviewer.campaign.progress import move_case
from reviewer.errors import Refused
from reviewer.model.adjudications import Adjudication, Ballot, Dispute, ItemDecision, Side, Vote
from reviewer.model.casework import CaseState
from reviewer.store import Store
from reviewer.workspace.campaigns.adjudication_checks import (
    next_session,
    open_one,
    require_attendance,
    require_decided,
    require_quorum,
    require_votes,
)
from reviewer.workspace.campaigns.agreement import Agreement, agreement_of
from reviewer.workspace.campaigns.joint_review import JointReview, JointReviews
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.review_book import Pair, ReviewBook, progress, read_book
from reviewer.workspace.campaigns.stages import actor, require_leaders
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.people import People


class Adjudicating:
    """Holds adjudications; the two original reviews are read and never changed."""

    def __init__(
        self,
        store: Store,
        records: CampaignRecords,
        joint: JointReviews,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._records, self._joint = store, records, joint
        self._people, self._now = people, now

    def disputes(self, campaign_id: UUID) -> tuple[Dispute, ...]:
        """Return how all cases differ that have two signed reviews, also those not queued."""
        return self._book(self._records.load(campaign_id)).disputes()

    def queue(self, campaign_id: UUID) -> tuple[Dispute, ...]:
        """Return what is still to be adjudicated, the gravest first."""
        state = self._records.load(campaign_id)
        return queue(self._book(state).disputes(), state.adjudications)

    def pair(self, campaign_id: UUID, case: UUID) -> Pair:
        """Return the two signed reviews of a case, to be shown side by side.

        Raises:
            Refused: there are not two.
        """
        return self._book(self._records.load(campaign_id), [case]).required_pair(case)

    def to_decide(self, campaign_id: UUID, case: UUID) -> tuple[str, ...]:
        """Return the items, vetoes and bonuses of a case that want a decision."""
        return self._book(self._records.load(campaign_id), [case]).to_decide(case)

    def begin(self, campaign_id: UUID, case: UUID, held_on: date) -> Adjudication:
        """Begin the adjudication of a case, or return the one that is under way.

        Raises:
            Refused: the case is not 待合议, was adjudicated, or who sits here does not lead.
        """
        state = self._led(campaign_id)
        mine = [one for one in state.adjudications if one.case == case]
        if any(one.closed_at is not None for one in mine):
            raise Refused("该案卷已经合议。", "被评查单位有异议的，请在申辩复核中处理。")
        now = progress(state, case).state
        if now is not CaseState.DISPUTED:
            raise Refused(f"该案卷现为“{now}”，不能合议。", "请先签定两份评查表，再提交合议。")
        first, second = self._book(state, [case]).required_pair(case)
        if mine:
            return self._renewed(state, mine[-1], (first.review.id, second.review.id))
        made = Adjudication(
            uuid4(),
            case,
            first.review.id,
            second.review.id,
            None,
            held_on,
            next_session(state, held_on),
        )
        self._save(state, made, f"开始合议 {state.row(case).case_no}")
        return made

    def attend(
        self,
        campaign_id: UUID,
        adjudication: UUID,
        present: Iterable[UUID],
        recused: Iterable[UUID] = (),
    ) -> Adjudication:
        """Keep who is there and who of them stands back (回避) and does not vote.

        Raises:
            Refused: somebody is no reviewer here, or must stand back and does not.
        """
        state = self._led(campaign_id)
        old = open_one(state, adjudication)
        held = old.held_on or self._now().date()
        made = replace(old, present=tuple(present), recused=tuple(recused), held_on=held)
        require_attendance(state, made)
        return self._save(state, made, "登记合议到会人员")

    def vote(
        self, campaign_id: UUID, adjudication: UUID, item: str, votes: dict[UUID, Side | None]
    ) -> Adjudication:
        """Keep the votes on one item.

        Raises:
            Refused: below quorum, not a voter, or the item is not in dispute.
        """
        state = self._led(campaign_id)
        old = open_one(state, adjudication)
        require_votes(state, old, item, votes, self._disputed(state, old))
        cast = tuple(
            Vote(person, state.campaign.member(person).name, side) for person, side in votes.items()
        )
        left = tuple(one for one in old.ballots if one.item != item)
        made = replace(old, ballots=(*left, Ballot(item, cast)))
        return self._save(state, made, f"{item} 表决")

    def decide(self, campaign_id: UUID, adjudication: UUID, decision: ItemDecision) -> Adjudication:
        """Keep the decision on one item; votes that were cast before go with it.

        Raises:
            Refused: below quorum, no reason, 另定 without a result, or not in dispute.
        """
        state = self._led(campaign_id)
        old = open_one(state, adjudication)
        require_quorum(old)
        book = self._book(state, [old.case])
        pair = book.required_pair(old.case)
        require_given(book.standard(pair[0].review), decision)
        votes = {one.person: one.side for one in decision.votes}
        require_votes(state, old, decision.item, votes, self._disputed(state, old))
        cast = next((one.votes for one in old.ballots if one.item == decision.item), ())
        decision = replace(decision, votes=decision.votes or cast)
        others = tuple(one for one in old.decisions if one.item != decision.item)
        ballots = tuple(one for one in old.ballots if one.item != decision.item)
        made = replace(old, decisions=(*others, decision), ballots=ballots)
        return self._save(state, made, f"{decision.item} {decision.side}")

    def close(self, campaign_id: UUID, adjudication: UUID) -> Adjudication:
        """End the adjudication: write and sign the third review, and settle the case.

        Record, review and progress are kept together or not at all.

        Raises:
            Refused: below quorum, an item is not decided, or the review lacks something.
        """
        state = self._led(campaign_id)
        old = open_one(state, adjudication)
        require_quorum(old)
        book = self._book(state, [old.case])
        require_decided(old, book.to_decide(old.case))
        pair = book.required_pair(old.case)
        standard = book.standard(pair[0].review)
        marks = joint_marks(standard, pair, old.decisions)
        joint = JointReview(uuid4(), old.case, standard, marks)
        by = actor(state.campaign, self._people.current(), self._now().replace(microsecond=0))
        write, review = self._joint.writing(joint, by.person)
        made = replace(old, review=review, closed_at=by.at, ballots=())
        facts = replace(book.facts(old.case), adjudicated=True)
        moved = move_case(progress(state, old.case), states.ADJUDICATE, by, facts)
        label = f"合议决定 {state.row(old.case).case_no}"
        self._records.save(campaign_id, [made, moved], label, state, write)
        return made

    def agreement(self, campaign_id: UUID) -> Agreement:
        """Return agreement of the double reviews and severity per reviewer, for the leader.

        Raises:
            Refused: who sits here does not lead the campaign.
        """
        state = self._records.load(campaign_id)
        by = actor(state.campaign, self._people.current(), self._now())
        if Role.LEADER not in by.roles:
            raise Refused("一致性统计由评查活动负责人查看。", "请由负责人登录后查看。")
        return agreement_of(self._book(state))

    def _renewed(
        self, state: CampaignState, old: Adjudication, pair: tuple[UUID, UUID]
    ) -> Adjudication:
        """Return one that is under way; what was said of a review that was changed goes."""
        if (old.first, old.second) == pair:
            return old
        made = replace(old, first=pair[0], second=pair[1], decisions=(), ballots=())
        return self._save(state, made, f"换人复评，重新合议 {state.row(old.case).case_no}")

    def _led(self, campaign_id: UUID) -> CampaignState:
        state = self._records.load(campaign_id)
        require_leaders(actor(state.campaign, self._people.current(), self._now()), "合议")
        return state

    def _book(self, state: CampaignState, cases: Iterable[UUID] | None = None) -> ReviewBook:
        return read_book(self._store, state, sampled(state) if cases is None else cases)

    def _disputed(self, state: CampaignState, one: Adjudication) -> frozenset[str]:
        book = self._book(state, [one.case])
        found = book.dispute(one.case)
        listed = {item.id for item in found.items} if found is not None else set()
        return frozenset({*listed, *book.to_decide(one.case)})

    def _save(self, state: CampaignState, made: Adjudication, label: str) -> Adjudication:
        self._records.save(state.campaign.id, [made], label, state)
        return made
