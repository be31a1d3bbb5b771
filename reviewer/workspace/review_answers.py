"""What a reviewer answers to the proposals of the machine, for items and for vetoes (否决项)."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from reviewer import scoring
from reviewer.errors import Refused
from reviewer.model import Answer, Marks, Place, ProposalKey, VetoChoice, VetoMark
from reviewer.scoring import ItemProposal
from reviewer.store import journal
from reviewer.store.records import Values
from reviewer.workspace import change_labels, marking
from reviewer.workspace.review_ground import ReviewGround
from reviewer.workspace.review_views import Opened
from reviewer.workspace.views import ReviewView

_ANSWERS = {
    VetoChoice.HIT: Answer.ACCEPTED,
    VetoChoice.EXCLUDED: Answer.REJECTED,
    VetoChoice.OPEN: None,
}
"""What deciding about a veto answers to its proposals."""


class ReviewAnswers(ReviewGround):
    """Answers to proposals, and decisions about vetoes, which answer them too."""

    def answer(self, review_id: UUID, key: ProposalKey, item: str, answer: Answer) -> ReviewView:
        """Accept or reject what the machine proposes for an item or veto.

        Accepting adds the deduction (or hits the veto) with the machine's reason and places;
        rejecting takes away what an earlier acceptance added.

        Raises:
            Refused: a re-check has dropped the proposal.
        """
        proposed = self._proposed(review_id, key, item)

        def edit(opened: Opened) -> Values:
            values = _answered(opened.marks, proposed, answer)
            return {journal.answer_key(item, key): answer, **values}

        return self._change(review_id, edit, change_labels.answered(item, key, answer))

    def set_veto(
        self,
        review_id: UUID,
        veto: str,
        choice: VetoChoice,
        reason: str = "",
        places: Sequence[Place] = (),
    ) -> ReviewView:
        """Decide about a veto; that answers what the machine proposed for it."""
        proposed = self._proposals(review_id, veto)

        def edit(opened: Opened) -> Values:
            if marking.veto_of(opened.standard, veto) is None:
                raise Refused(f"评查标准中没有否决项 {veto}。", "请从否决项中选择。")
            old = opened.marks.of_veto(veto)
            proposal = old.proposal if choice is old.choice else None
            mark = VetoMark(veto, choice, reason, tuple(places), proposal)
            answers = {journal.answer_key(veto, one.key): _ANSWERS[choice] for one in proposed}
            return {journal.veto_key(veto): marking.veto_or_none(mark), **answers}

        return self._change(review_id, edit, change_labels.vetoed(veto, choice))

    def exclude_open_vetoes(self, review_id: UUID) -> ReviewView:
        """Exclude every veto that is open and has no unanswered proposal, as one step."""
        proposed = self._all_proposals(review_id)

        def edit(opened: Opened) -> Values:
            waiting = {one.item for one in proposed if (one.item, one.key) not in opened.answers}
            marks = (opened.marks.of_veto(veto.id) for veto in opened.standard.vetoes)
            return {
                journal.veto_key(mark.veto): replace(mark, choice=VetoChoice.EXCLUDED)
                for mark in marks
                if mark.choice is VetoChoice.OPEN and mark.veto not in waiting
            }

        return self._change(review_id, edit, "其余否决项均排除")

    def _proposed(self, review_id: UUID, key: ProposalKey, item: str) -> tuple[ItemProposal, ...]:
        proposed = tuple(one for one in self._proposals(review_id, item) if one.key == key)
        if not proposed:
            raise Refused("该提示在重新核查后已不存在。", "请看最新的提示。")
        return proposed

    def _proposals(self, review_id: UUID, item: str) -> tuple[ItemProposal, ...]:
        """Return what is proposed for an item or veto; not inside a transaction."""
        return tuple(one for one in self._all_proposals(review_id) if one.item == item)

    def _all_proposals(self, review_id: UUID) -> tuple[ItemProposal, ...]:
        with self._store.snapshot() as session:
            opened = self._load(session, review_id)
        run = self._runs.of_review(opened.state.review).run
        return scoring.propose(opened.standard, run.findings)


def _answered(marks: Marks, proposed: Sequence[ItemProposal], answer: Answer) -> Values:
    first = proposed[0]
    accepted = answer is Answer.ACCEPTED
    if first.veto:
        if accepted:
            return {journal.veto_key(first.item): marking.hit(first.item, first)}
        came_from_it = marks.of_veto(first.item).proposal == first.key
        return {journal.veto_key(first.item): None} if came_from_it else {}
    old = marks.of(first.item)
    new = marking.accept(old, proposed) if accepted else marking.reject(old, first.key)
    return {journal.mark_key(first.item): marking.or_none(new)}
