"""The made-up reviewer: decides what the machine proposes, each with an own severity.

Two of them differ now and then, as people do, so that some cases come to a meeting.
"""

from collections.abc import Sequence
from random import Random
from uuid import UUID

from reviewer.model import (
    Answer,
    Choice,
    Item,
    Place,
    ProposalState,
    Reading,
    Verdict,
    VetoChoice,
)
from reviewer.workspace.demo import absence_of
from reviewer.workspace.views import ReviewView
from reviewer.workspace.workspace import Workspace

_MILDEST, _STRICTEST = 0.70, 0.96
"""Shares of the machine's problems that reviewers accept."""
_OWN = 0.03
"""Share of the items on which a reviewer sees a fault that nobody proposed."""
_SUGGESTION = "对照问题逐项整改，完善法制审核和案卷归档把关，组织执法人员学习裁量基准和文书规范。"


def decide(workspace: Workspace, review: UUID, case: UUID, name: str, seed: int) -> None:
    """Answer every proposal and decide every item and veto of a review; it is not signed."""
    rng = Random(f"{seed} {name} {workspace.cases.view(case).case.case_no}")
    severity = Random(f"{seed} {name}").uniform(_MILDEST, _STRICTEST)
    reading = workspace.cases.view(case).reading
    reviews = workspace.reviews
    view = reviews.view(review)
    for proposal in view.proposals:
        if proposal.state is ProposalState.OPEN:
            accepted = proposal.verdict is Verdict.PROBLEM and rng.random() < severity
            answer = Answer.ACCEPTED if accepted else Answer.REJECTED
            view = reviews.answer(review, proposal.key, proposal.item, answer)
    view = _items(workspace, view, reading, rng)
    for veto in view.standard.vetoes:
        if view.marks.of_veto(veto.id).choice is VetoChoice.OPEN:
            view = reviews.set_veto(review, veto.id, VetoChoice.EXCLUDED)
    if view.score.grade != view.standard.bands[0].name:
        reviews.set_text(review, "suggestions", _SUGGESTION)


def _items(workspace: Workspace, view: ReviewView, reading: Reading, rng: Random) -> ReviewView:
    reviews, review = workspace.reviews, view.review.id
    for number, item in enumerate(view.standard.items):
        if view.marks.of(item.id).choice is not Choice.PENDING:
            continue
        if rng.random() < _OWN and item.clauses and not _is_award(item):
            clause = item.clauses[0]
            places = looked_at(reading, number)
            view = reviews.add_occurrence(review, item.id, clause.id, 1, clause.text, places)
        else:
            view = reviews.choose(review, item.id, *absence_of(item, view, reading))
    return view


def _is_award(item: Item) -> bool:
    return any(clause.method.value == "award" for clause in item.clauses)


def looked_at(reading: Reading, number: int) -> Sequence[Place]:
    """Return a page behind cover and contents list: a reviewer cites where they looked."""
    papers = reading.documents[2:] or reading.documents
    if not papers:
        return ()
    document = papers[number % len(papers)]
    ref = document.pages[0]
    return (Place(ref.file, ref.page, document.title),)
