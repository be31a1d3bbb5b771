"""The place 合议: the queue, and one case on the table with both reviews."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reviewer import scoring
from reviewer.campaign.disagreement import grounds_line, queue
from reviewer.campaign.joint_marks import joint_marks
from reviewer.campaign.machines import LEADERS
from reviewer.campaign.ownership import barriers
from reviewer.errors import Refused
from reviewer.model import Box, PageRef, Place, Score, Standard
from reviewer.model.adjudications import Adjudication, Dispute
from reviewer.model.campaigns import Member
from reviewer.model.casework import CaseState
from reviewer.store import Store
from reviewer.workspace.campaigns.adjudicating import Adjudicating
from reviewer.workspace.campaigns.adjudication_checks import QUORUM, next_session, voters
from reviewer.workspace.campaigns.meeting_items import items_of, reason_words
from reviewer.workspace.campaigns.meeting_views import (
    Attendee,
    Meeting,
    Presence,
    Queue,
    QueueRow,
    Standing,
)
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.review_book import Pair, ReviewBook, read_book
from reviewer.workspace.campaigns.stages import actor
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.people import People
from reviewer.workspace.views import CaseView, PageImage, ReviewView

Boxes = tuple[tuple[int, Box], ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """How reviews, cases and places are shown: what the workbench asks, too."""

    review: Callable[[UUID], ReviewView]
    case: Callable[[UUID, UUID | None], CaseView]
    boxes: Callable[[UUID, Place], Boxes]
    picture: Callable[[UUID, PageRef, int, int], PageImage]


class Meetings:
    """Shows adjudications; `Adjudicating` changes them."""

    def __init__(
        self,
        store: Store,
        records: CampaignRecords,
        adjudicating: Adjudicating,
        people: People,
        sight: Sight,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._records, self._adjudicating = store, records, adjudicating
        self._people, self._sight, self._now = people, sight, now

    def queue(self, campaign_id: UUID) -> Queue:
        """Return all cases with two signed reviews, told apart by what is to be done."""
        state = self._records.load(campaign_id)
        book = read_book(self._store, state, sampled(state))
        found = book.disputes()
        waiting = queue(found, state.adjudications)
        order = {one.case: at for at, one in enumerate(waiting)}
        queued = [one for one in found if one.queued]
        queued.sort(key=lambda one: (one.case not in order, order.get(one.case, 0)))
        others = [one for one in found if not one.queued]
        return Queue(
            tuple(_row(book, one) for one in queued),
            tuple(_row(book, one) for one in others if one.items),
            sum(not one.items for one in others),
        )

    def show(self, campaign_id: UUID, case: UUID) -> Meeting:
        """Return a case with its two reviews, their evidence, the votes and decisions.

        Raises:
            Refused: it has no two signed reviews.
        """
        state = self._records.load(campaign_id)
        book = read_book(self._store, state, [case])
        pair, found = book.required_pair(case), book.dispute(case)
        if found is None:
            raise Refused("该案卷没有两份签定的评查表。", "请等初评和复评都签定以后再合议。")
        record, wanted = _record(state, case), book.to_decide(case)
        sides = (self._sight.review(pair[0].review.id), self._sight.review(pair[1].review.id))
        view = self._sight.case(case, pair[0].review.id)
        score = _score(sides[0].standard, pair, record)
        items = items_of(found, sides, wanted, record, score)
        held = record.held_on if record is not None and record.held_on else self._now().date()
        row = state.row(case)
        return Meeting(
            case_id=case,
            case_no=row.case_no,
            unit=row.unit_name,
            cause=row.cause or view.case.cause,
            dispute=found,
            grounds=grounds_line(found, state.campaign.disagreement) or reason_words(found),
            sides=sides,
            case=view,
            boxes=self._boxes(case, sides),
            items=items,
            agreed=len(sides[0].standard.items) - sum(one.full is not None for one in items),
            people=tuple(_attendees(state, case, record, held)),
            adjudication=record,
            session=record.session if record is not None else next_session(state, held),
            held_on=held,
            waiting=sum(one.state is CaseState.DISPUTED for one in state.progress),
            quorum=QUORUM,
            lacking=max(0, QUORUM - (len(voters(record)) if record is not None else 0)),
            leads=self._leads(state),
            score=_decided(score, wanted, record),
        )

    def picture(self, case: UUID, ref: PageRef, sheet: int, width: int) -> PageImage:
        """Return the picture of a page of a case.

        Raises:
            UnreadableFile: the page is damaged or its original is gone.
        """
        return self._sight.picture(case, ref, sheet, width)

    def attend(
        self, campaign_id: UUID, case: UUID, presence: Mapping[UUID, Presence]
    ) -> Adjudication:
        """Keep who is there, beginning the adjudication where it was not begun.

        Raises:
            Refused: the case is not 待合议, or somebody must stand back and does not.
        """
        begun = self._adjudicating.begin(campaign_id, case, self._now().date())
        recused = [one for one, now in presence.items() if now is Presence.RECUSED]
        present = [one for one, now in presence.items() if now is not Presence.ABSENT]
        return self._adjudicating.attend(campaign_id, begun.id, present, recused)

    def _boxes(self, case: UUID, sides: Iterable[ReviewView]) -> dict[Place, Boxes]:
        places = {
            place: None
            for side in sides
            for mark in side.marks.items.values()
            for place in (*mark.evidence, *(p for one in mark.occurrences for p in one.places))
        }
        places |= {p: None for side in sides for v in side.marks.vetoes.values() for p in v.places}
        return {
            place: self._sight.boxes(case, place)
            for place in places
            if place.block is not None and place.file
        }

    def _leads(self, state: CampaignState) -> bool:
        person = self._people.current()
        return person is not None and bool(
            actor(state.campaign, person, self._now()).roles & LEADERS
        )


def _record(state: CampaignState, case: UUID) -> Adjudication | None:
    return next((one for one in reversed(state.adjudications) if one.case == case), None)


def _score(standard: Standard, pair: Pair, record: Adjudication | None) -> Score:
    """Return the score of both reviews with what was decided so far."""
    decisions = record.decisions if record is not None else ()
    return scoring.score(standard, joint_marks(standard, pair, decisions))


def _decided(score: Score, wanted: tuple[str, ...], record: Adjudication | None) -> Score | None:
    done = {one.item for one in record.decisions} if record is not None else set()
    return score if set(wanted) <= done else None


def _row(book: ReviewBook, found: Dispute) -> QueueRow:
    state = book.state
    first, second = book.required_pair(found.case)
    record, row = _record(state, found.case), state.row(found.case)
    wanted = book.to_decide(found.case) if found.queued else ()
    decided = len({one.item for one in record.decisions} & set(wanted)) if record else 0
    standing = Standing.LISTED
    if found.queued:
        standing = Standing.WAITING if record is None else Standing.UNDER_WAY
        if record is not None and record.closed_at is not None:
            standing = Standing.SETTLED
    return QueueRow(
        case=found.case,
        case_no=row.case_no,
        unit=row.unit_name,
        first=_name(state, first.review.person),
        first_total=first.score.total,
        second=_name(state, second.review.person),
        second_total=second.score.total,
        gap=found.gap,
        grounds=grounds_line(found, state.campaign.disagreement) or reason_words(found),
        standing=standing,
        decided=decided,
        to_decide=len(wanted),
    )


def _name(state: CampaignState, person: UUID) -> str:
    known = {one.person: one.name for one in state.campaign.members}
    return known.get(person, "未登记的评查人")


def _attendees(
    state: CampaignState, case: UUID, record: Adjudication | None, on: date
) -> Iterable[Attendee]:
    """Yield all reviewers; a case that was not begun takes over who was there last that day."""
    source = record or next(
        (one for one in reversed(state.adjudications) if one.held_on == on and one.present), None
    )
    present = set(source.present) if source is not None else set()
    recused = set(record.recused) if record is not None else set()
    for one in state.campaign.members:
        found = barriers(state.campaign, one, state.row(case), on)
        here = one.person in present
        stands_back = one.person in recused or (here and record is None and bool(found))
        presence = Presence.PRESENT if here else Presence.ABSENT
        yield Attendee(
            person=one.person,
            name=one.name,
            role=_role(one),
            unit=one.unit_name,
            group=one.group,
            presence=Presence.RECUSED if here and stands_back else presence,
            barrier=found[0].reason if found else "",
        )


def _role(member: Member) -> str:
    if member.leads_campaign:
        return "负责人"
    return "组长" if member.leads_group else ""
