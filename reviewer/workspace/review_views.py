"""What the window shows of a review, made from its marks and the check run it sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from reviewer import scoring
from reviewer.model import (
    Answer,
    Choice,
    Marks,
    PageRef,
    ProposalKey,
    ProposalState,
    RuleInfo,
    Score,
    Standard,
    Verdict,
)
from reviewer.scoring import ItemProposal
from reviewer.store import Session, corrections, history, journal, marks, reviews, standards
from reviewer.store.records import KeptRun, ReviewState
from reviewer.workspace.made_up import MadeUpFigures, told
from reviewer.workspace.rule_views import TrackRecord
from reviewer.workspace.views import Proposal, ReviewView, SignOff

_STATES = {
    None: ProposalState.OPEN,
    Answer.ACCEPTED: ProposalState.ACCEPTED,
    Answer.REJECTED: ProposalState.REJECTED,
}
Seen = frozenset[tuple[PageRef, int]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A review as it lies in the store, read in one go."""

    state: ReviewState
    standard: Standard
    marks: Marks
    answers: Mapping[tuple[str, ProposalKey], Answer]
    texts: Mapping[str, str]
    undo: str
    redo: str
    saved_at: datetime | None
    seen: Seen


def load(session: Session, review_id: UUID, frozen: dict[str, Standard]) -> Opened:
    """Read a review; `frozen` keeps the standards that were read before."""
    state = reviews.state(session, review_id)
    content_hash = state.review.content_hash
    if content_hash not in frozen:
        frozen[content_hash] = standards.frozen(session, content_hash)
    standing = history.standing(session, state.review.case, review_id)
    back, again = standing.undo, standing.redo
    last = journal.standing(session, review_id).last
    return Opened(
        state=state,
        standard=frozen[content_hash],
        marks=marks.marks_of(session, review_id),
        answers={
            (given.item, given.key): given.answer
            for given in corrections.answers_of(session, review_id)
        },
        texts=marks.texts_of(session, review_id),
        undo="" if back is None else back.label,
        redo="" if again is None else again.label,
        saved_at=state.review.signed_at or (last.at if last else None),
        seen=reviews.seen(session, review_id),
    )


def view_of(
    opened: Opened,
    kept: KeptRun,
    rules: Mapping[str, RuleInfo],
    unsaved: Seen,
    records: Mapping[str, TrackRecord],
    made_up: MadeUpFigures,
) -> ReviewView:
    """Return the view of a review; `unsaved` pages were seen but not written yet."""
    proposed = scoring.propose(opened.standard, kept.run.findings)
    score = scoring.score(opened.standard, opened.marks)
    still = [one for one in proposed if (one.item, one.key) not in opened.answers]
    if_all = scoring.with_proposals(opened.standard, opened.marks, still)
    return ReviewView(
        review=opened.state.review,
        person=opened.state.person,
        standard=opened.standard,
        marks=opened.marks,
        score=score,
        if_all_accepted=f"{scoring.score(opened.standard, if_all).total:.1f}",
        proposals=tuple(_proposal(one, opened, rules, records, made_up) for one in proposed),
        explanation=scoring.explain(opened.standard, opened.marks, score),
        undo=opened.undo,
        redo=opened.redo,
        saved_at=opened.saved_at,
        seen=opened.seen | unsaved,
        texts=opened.texts,
    )


def shown_total(score: Score) -> str:
    """Return the total as lists show it, a span while something is 待定."""
    if score.complete or score.low == score.high:
        return f"{score.total:.1f}"
    return f"{score.low:.1f}–{score.high:.1f}"


def sign_off_of(view: ReviewView, pages: Sequence[tuple[PageRef, int]]) -> SignOff:
    """Return what stands in the way of signing; `pages` are all pages and sheets of the case."""
    ready = scoring.ready_to_sign(view.standard, view.marks)
    signed = view.review.is_signed
    return SignOff(
        pending=ready.pending,
        open_vetoes=ready.open_vetoes,
        open_proposals=tuple(p for p in view.proposals if _waits(p, view.marks)),
        unseen=tuple(page for page in pages if page not in view.seen),
        missing_reasons=tuple(dict.fromkeys(name for name, _ in ready.faults)),
        may_sign=ready.ready and not signed,
        why_not="本次评查已签定。" if signed else ready.why_not,
    )


def _waits(proposal: Proposal, of: Marks) -> bool:
    """Return whether nobody has dealt with a proposal."""
    if proposal.state is not ProposalState.OPEN:
        return False
    # A decided item answers a hint that asks only for a look; a problem wants an answer.
    decided = of.of(proposal.item).choice is not Choice.PENDING
    return proposal.verdict is Verdict.PROBLEM or not decided


def _proposal(
    one: ItemProposal,
    opened: Opened,
    rules: Mapping[str, RuleInfo],
    records: Mapping[str, TrackRecord],
    made_up: MadeUpFigures,
) -> Proposal:
    rule = rules.get(one.rule)
    return Proposal(
        key=one.key,
        item=one.item,
        clause=one.clause,
        points=_points(one.points),
        verdict=one.verdict,
        title=rule.title if rule else one.rule,
        message=one.message,
        basis=one.basis or (rule.basis if rule else ()),
        method=rule.method if rule else "",
        evidence=one.evidence,
        searched=one.searched,
        state=_STATES[opened.answers.get((one.item, one.key))],
        record=records.get(one.rule, TrackRecord()).sentence,
        made_up=told(made_up.of_rule(one.rule)),
    )


def _points(points: Decimal) -> str:
    if not points:
        return ""
    text = f"{points:.2f}" if points * 10 % 1 else f"{points:.1f}"
    return f"−{text}"
