"""合议记录 of one case: what the two reviews said of each item, and what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.campaign.disagreement import Reviewed
from reviewer.model import Standard
from reviewer.model.adjudications import Adjudication, Difference, Dispute, DisputedItem
from reviewer.model.campaigns import Campaign
from reviewer.reports.blocks import Report
from reviewer.reports.campaign.inputs import DisputeInput, DisputeSide, MinutesInput, ReviewTotal
from reviewer.reports.campaign.minutes import minutes
from reviewer.workspace.campaigns.papers.ground import Ground, names_of
from reviewer.workspace.campaigns.papers.item_words import ItemWords
from reviewer.workspace.campaigns.review_book import ReviewBook
from reviewer.workspace.campaigns.state import CampaignState


@dataclass(frozen=True, slots=True)
class _Case:
    """The case of one adjudication with its reviews."""

    case: UUID
    standard: Standard
    first: Reviewed
    second: Reviewed
    joint: Reviewed | None
    words: ItemWords


def minutes_of(ground: Ground, state: CampaignState, held: Adjudication) -> Report:
    """Return the record of one adjudication; a draft while it is under way.

    Raises:
        Refused: the case has not two signed reviews.
    """
    book = ground.book(state, [held.case])
    found, row = book.dispute(held.case), state.row(held.case)
    first, second = book.required_pair(held.case)
    names = names_of(state.campaign)
    standard = book.standard(first.review)
    words = ItemWords(standard, lambda place: ground.label(held.case, place))
    joint = book.joint(held.case)
    one = _Case(held.case, standard, first, second, joint, words)
    return minutes(
        MinutesInput(
            campaign=state.campaign,
            adjudication=held,
            case_no=row.case_no,
            unit=row.unit_name,
            cause=ground.cause(state, held.case),
            first=_total(first, names),
            second=_total(second, names),
            gap=found.gap if found else Decimal(0),
            grounds=found.grounds if found else (),
            disputes=tuple(_disputes(book, held, found, one)),
            names=names,
            result=_total(joint, names) if joint else None,
            host=_host(state.campaign, held),
        )
    )


def _disputes(
    book: ReviewBook, held: Adjudication, found: Dispute | None, case: _Case
) -> Iterator[DisputeInput]:
    """Yield what wanted a decision, vetoes too, and what was decided beside that."""
    listed = {one.id: one for one in found.items} if found else {}
    done = [one.item for one in held.decisions]
    for name in dict.fromkeys((*book.to_decide(case.case), *done)):
        first, second = (case.words.given(name, one) for one in (case.first, case.second))
        known = listed.get(name) or DisputedItem(name, Difference.ITEM, first, second, queued=False)
        yield DisputeInput(
            item=name,
            text=case.words.text(name),
            full=case.words.full(name),
            difference=known.difference,
            first=_side(case, name, case.first),
            second=_side(case, name, case.second),
            decided=case.words.given(name, case.joint) if case.joint else None,
        )


def _side(case: _Case, name: str, one: Reviewed) -> DisputeSide:
    return DisputeSide(
        case.words.given(name, one),
        case.words.reason(name, one.marks),
        case.words.pages(name, one.marks),
    )


def _total(one: Reviewed, names: dict[UUID, str]) -> ReviewTotal:
    signed = one.review.signed_at
    return ReviewTotal(
        names.get(one.review.person, "（未登记）"),
        one.score.total,
        one.score.grade,
        signed.astimezone().date() if signed else None,
    )


def _host(campaign: Campaign, held: Adjudication) -> str:
    """Return who leads the meeting: the head of the campaign, else a head of a group."""
    there = [one for one in campaign.members if one.person in held.present]
    there.sort(key=lambda one: (not one.leads_campaign, not one.leads_group))
    leads = (one.name for one in there if one.leads_campaign or one.leads_group)
    return next(leads, "")
