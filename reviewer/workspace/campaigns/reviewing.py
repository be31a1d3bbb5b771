"""The review of the drawn cases: what is to be done, under which standard, and how far it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from reviewer.campaign import states
from reviewer.campaign.calibration import ItemCalibration, calibration
from reviewer.campaign.hidden_names import masked_row
from reviewer.campaign.machines import Actor
from reviewer.campaign.progress import CaseFacts, move_case
from reviewer.campaign.volume_numbers import volume_no
from reviewer.errors import Refused, UserError
from reviewer.model import Review
from reviewer.model.campaigns import LedgerRow, StandardPin
from reviewer.model.casework import CaseState
from reviewer.model.draws import Assignment, Duty
from reviewer.model.reviews import Round
from reviewer.store import Store
from reviewer.workspace.campaigns.catching_up import caught_up
from reviewer.workspace.campaigns.hiding import is_hidden
from reviewer.workspace.campaigns.move_checks import require_move
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.review_book import (
    ROUNDS,
    ReviewBook,
    pin_of,
    progress,
    read_book,
)
from reviewer.workspace.campaigns.stages import actor
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.task_offers import TaskOffer
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.people import People
from reviewer.workspace.reviews import Reviews

_SHUT = (CaseState.MISSING, CaseState.REPLACED, CaseState.DROPPED)


@dataclass(frozen=True, slots=True)
class Task:
    """An assigned case as the list of its reviewer shows it."""

    assignment: Assignment
    row: LedgerRow
    """Without names, and by its 卷号, while a blind review (盲评) hides it."""
    pin: StandardPin
    round: Round
    review: Review | None
    """None before it was opened."""
    state: CaseState


class Reviewing:
    """Lets reviewers do what they were assigned."""

    def __init__(
        self,
        store: Store,
        records: CampaignRecords,
        reviews: Reviews,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._records, self._reviews = store, records, reviews
        self._people, self._now = people, now

    def tasks(self, campaign_id: UUID, person: UUID | None = None) -> tuple[Task, ...]:
        """Return what a reviewer has to review, calibration first; None: who sits here."""
        state = self._records.load(campaign_id)
        wanted = person or self._by(state).person
        chosen = set(sampled(state)) or {one.case for one in state.assignments}
        own = [
            one
            for one in state.assignments
            if one.person == wanted and not one.withdrawn and one.case in chosen
        ]
        own.sort(key=lambda one: one.duty is not Duty.CALIBRATION)
        book = read_book(self._store, state, {one.case for one in own})
        return tuple(_task(state, book, one) for one in own)

    def open(self, campaign_id: UUID, assignment: UUID) -> Review:
        """Open the review of an assignment under the pinned standard, or return the open one.

        Raises:
            Refused: it is not theirs who sit here, was withdrawn, or the case is not there.
        """
        state = self._records.load(campaign_id)
        by = self._by(state)
        given = _own(state, assignment, by)
        pin = pin_of(state.campaign, state.row(given.case))
        now = progress(state, given.case)
        if now.state in _SHUT:
            raise Refused(f"该案卷现为“{now.state}”，不能评查。", "请等案卷补到，或者另选案卷。")
        if now.state is CaseState.WAITING and given.duty is not Duty.CALIBRATION:
            facts = read_book(self._store, state, [given.case]).facts(given.case)
            now = move_case(now, states.START, by, facts)
        review = self._reviews.open_pinned(given.case, pin.content_hash, ROUNDS[given.duty])
        if now != progress(state, given.case):
            self._records.save(campaign_id, [now], "开始评查", state)
        return review

    def offer(self, case: UUID) -> TaskOffer | None:
        """Return what who sits here was given to do with a case, one that is not signed first.

        None: nobody sits here, or nothing of this case was given to them.
        """
        person = self._people.current()
        if person is None:
            return None
        found = [
            task
            for campaign in self._records.campaigns()
            if campaign.closed_at is None
            for task in self._offers(self._records.load(campaign.id), case, person.id)
        ]
        return min(found, key=_is_signed, default=None)

    def begin(self, offer: TaskOffer) -> Review:
        """Open the review of an offer under the pinned standard.

        Raises:
            Refused: it is not theirs who sit here, was withdrawn, or the case is not there.
        """
        return self.open(offer.campaign, offer.assignment)

    def follow(self, review: Review) -> None:
        """Move the case of a signed review on in every campaign that reviews it."""
        for campaign in self._records.campaigns():
            state = self._records.load(campaign.id)
            if review.case in sampled(state):
                self._catch_up(campaign.id, [review.case])

    def sign(self, campaign_id: UUID, review: UUID) -> CampaignState:
        """Sign a review off, and move its case on as far as its reviews carry it.

        Raises:
            Refused: something is still missing in the review.
        """
        signed = self._reviews.sign(review).review
        return self._catch_up(campaign_id, [signed.case])

    def catch_up(self, campaign_id: UUID) -> CampaignState:
        """Move all cases on, after results of other desktops came in.

        A desktop without the draw has nothing to move, whoever sits there.
        """
        state = self._records.load(campaign_id)
        wanted = sampled(state)
        return self._catch_up(campaign_id, wanted) if wanted else state

    def move(self, campaign_id: UUID, case: UUID, action: str, note: str = "") -> CampaignState:
        """Take one step of a case, such as 登记缺件 or 退回修改.

        Raises:
            Refused: state, role or reviews of the case do not allow it.
        """
        state = self._records.load(campaign_id)
        book = read_book(self._store, state, [case])
        require_move(book, case, action)
        facts = book.facts(case)
        moved = move_case(progress(state, case), action, self._by(state), facts, note)
        label = f"{action} {state.row(case).case_no}"
        self._records.save(campaign_id, [moved], label, state)
        return self._catch_up(campaign_id, [case])

    def facts(self, state: CampaignState, case: UUID) -> CaseFacts:
        """Return what the reviews of a case say for its steps."""
        return read_book(self._store, state, [case]).facts(case)

    def calibration(self, campaign_id: UUID) -> tuple[tuple[str, ItemCalibration], ...]:
        """Return how the calibration files were read, item by item, with the standard's name."""
        state = self._records.load(campaign_id)
        asked = [
            one for one in state.assignments if one.duty is Duty.CALIBRATION and not one.withdrawn
        ]
        book = read_book(self._store, state, {one.case for one in asked})
        found = [one for given in asked if (one := book.of(given)) is not None]
        used = {one.review.content_hash: book.standard(one.review) for one in found}
        return tuple(
            (standard.name, item)
            for standard in used.values()
            for item in calibration(standard, found)
        )

    def _offers(self, state: CampaignState, case: UUID, person: UUID) -> Iterable[TaskOffer]:
        own = [
            one
            for one in state.assignments
            if (one.case, one.person) == (case, person) and not one.withdrawn
        ]
        if not own:
            return
        book = read_book(self._store, state, [case])
        for one in sorted(own, key=lambda one: one.duty is not Duty.CALIBRATION):
            pin, found = pin_of(state.campaign, state.row(case)), book.of(one)
            yield TaskOffer(
                campaign=state.campaign.id,
                campaign_name=state.campaign.name,
                assignment=one.id,
                round=ROUNDS[one.duty],
                standard_name=self._name_of(pin),
                version=pin.version,
                due=one.due,
                review=None if found is None else found.review,
            )

    def _name_of(self, pin: StandardPin) -> str:
        try:
            return self._reviews.pinned(pin.content_hash).name
        except UserError:
            return pin.standard

    def _catch_up(self, campaign_id: UUID, cases: Iterable[UUID]) -> CampaignState:
        state = self._records.load(campaign_id)
        changed = caught_up(read_book(self._store, state, cases), self._by(state))
        return self._records.save(campaign_id, changed, "评查进度", state) if changed else state

    def _by(self, state: CampaignState) -> Actor:
        now = self._now().replace(microsecond=0)
        return actor(state.campaign, self._people.current(), now)


def _is_signed(offer: TaskOffer) -> bool:
    return offer.review is not None and offer.review.is_signed


def _own(state: CampaignState, assignment: UUID, by: Actor) -> Assignment:
    given = next((one for one in state.assignments if one.id == assignment), None)
    if given is None or given.withdrawn:
        raise Refused("该分配已收回。", "请看最新的评查任务。")
    if given.person != by.person:
        raise Refused("该案卷没有分配给当前使用人。", "请从自己的评查任务中选择。")
    return given


def _task(state: CampaignState, book: ReviewBook, one: Assignment) -> Task:
    row = state.row(one.case)
    found = book.of(one)
    pin = pin_of(state.campaign, row)
    if is_hidden(state, one):
        row = replace(masked_row(row), case_no=volume_no(one.case))
    return Task(
        one,
        row,
        pin,
        ROUNDS[one.duty],
        None if found is None else found.review,
        progress(state, one.case).state,
    )
