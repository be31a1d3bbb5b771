"""申辩复核决定: what an objection named, before and after its review."""

from collections.abc import Iterator
from uuid import UUID

from reviewer.errors import Refused
from reviewer.model.feedback import Feedback, ItemAnswer, Objection
from reviewer.reports.blocks import Report
from reviewer.reports.campaign.inputs import ObjectionInput, ObjectionItem, Official, ReviewTotal
from reviewer.reports.campaign.objection_decision import objection_decision
from reviewer.store import reviews
from reviewer.workspace.campaigns.papers.ground import Ground
from reviewer.workspace.campaigns.papers.item_words import ItemWords
from reviewer.workspace.campaigns.results import Reviewed
from reviewer.workspace.campaigns.state import CampaignState


def objection_of(state: CampaignState, objection: UUID) -> tuple[Feedback, Objection]:
    """Return an objection with the feedback that it answers.

    Raises:
        Refused: there is none.
    """
    for told in state.feedback:
        for one in told.objections:
            if one.id == objection:
                return told, one
    raise Refused("没有这件申辩，或它已被移除。", "请在申辩列表中重新选择。")


def decision_of(ground: Ground, state: CampaignState, objection_id: UUID, head: Official) -> Report:
    """Return the decision on one objection; a draft until its review is signed.

    Raises:
        Refused: there is no such objection, or its case has no result.
    """
    told, objection = objection_of(state, objection_id)
    before, after = _both(ground, state, objection)
    row = state.row(objection.case)
    return objection_decision(
        ObjectionInput(
            state.campaign,
            head,
            state.campaign.unit(told.unit).name,
            row.case_no,
            ground.cause(state, objection.case),
            objection,
            tuple(_items(ground, objection, before, after)),
            _total(before),
            _total(after) if after is not None else None,
        )
    )


def _both(
    ground: Ground, state: CampaignState, objection: Objection
) -> tuple[Reviewed, Reviewed | None]:
    """Return what held before the objection, and the signed review of it."""
    if objection.review is None:
        for one in ground.final(state):
            if one.case == objection.case:
                return Reviewed(one.standard, one.marks, one.score), None
        raise Refused("本案卷没有已完成的评查结果。", "请先完成评查和合议。")
    with ground.store.snapshot() as session:
        review = reviews.state(session, objection.review).review
    before = ground.results.before(state, review)
    return before, ground.results.reviewed(review) if review.is_signed else None


def _items(
    ground: Ground, objection: Objection, before: Reviewed, after: Reviewed | None
) -> Iterator[ObjectionItem]:
    told = {one.item: f"{_word(one)}：{one.reason}" for one in objection.answers}
    words = ItemWords(before.standard, lambda place: ground.label(objection.case, place))
    for name in objection.items:
        now = after or before
        yield ObjectionItem(
            words.called(name),
            objection.text,
            words.given(name, before),
            words.given(name, now),
            told.get(name) or (words.reason(name, now.marks) if after is not None else ""),
            words.pages(name, now.marks) if after is not None else "",
            words.is_veto(name),
        )


def _word(answer: ItemAnswer) -> str:
    return "变更" if answer.changed else "维持"


def _total(one: Reviewed) -> ReviewTotal:
    return ReviewTotal("", one.score.total, one.score.grade)
