"""The rows of the checklist, from a review: groups and items with state, hint, pages, points.

Pure: a `ReviewView` goes in, frozen rows come out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from reviewer.model import (
    SEVERITY,
    Breach,
    Choice,
    Finding,
    Item,
    ItemScore,
    Mark,
    Place,
    ProposalState,
    Verdict,
    Veto,
)
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.words import decimals_of, full_text, item_sentence, points_text
from reviewer.workspace.views import Proposal, ReviewView

_ZERO = Decimal(0)
NAMED = "名"
"""Id of the group of a blind review whose items are marked last."""
LOUD = (Verdict.PROBLEM, Verdict.HINT, Verdict.CANNOT_TELL)
"""Verdicts that lists show; 符合 and 不适用 are shown in the item only."""


class Filter(Enum):
    """What the list shows."""

    ALL = "全部"
    PENDING = "待定"
    HINTED = "疑似"
    LOST = "扣分"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of a group."""

    id: str
    name: str
    decided: int
    count: int
    awarded: str
    full: str
    folded: bool

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        return f"{self.id} {self.name}，已评 {self.decided}/{self.count}，得 {self.awarded} 分"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item."""

    id: str
    title: str
    choice: Choice
    verdict: Verdict | None
    """Of the gravest machine hint; None when there is nothing to show."""
    word: str
    """已采纳, 已核实 or 不采纳 once the item is decided; empty while the hint is open."""
    pages: tuple[str, ...]
    awarded: str
    full: str
    lost: bool
    spoken: str


Row = GroupRow | ItemRow


def proposals_of(view: ReviewView, item: str) -> tuple[Proposal, ...]:
    """Return the proposals for an item or veto, gravest first."""
    own = [p for p in view.proposals if p.item == item]
    return tuple(sorted(own, key=lambda p: SEVERITY.index(p.verdict)))


def open_hints(view: ReviewView, item: str) -> tuple[Proposal, ...]:
    """Return the proposals of an item that await an answer."""
    return tuple(
        p for p in proposals_of(view, item) if p.state is ProposalState.OPEN and p.verdict in LOUD
    )


@dataclass(frozen=True, slots=True)
class Unsure:
    """What a rule could not tell about an item or veto."""

    rule: str
    message: str
    evidence: tuple[Place, ...]


def unsure_about(index: CaseIndex, target: Item | Veto) -> tuple[Unsure, ...]:
    """Return what the rules of an item or veto could not tell, each reason once."""
    found: dict[tuple[str, str], Unsure] = {}
    for finding in index.view.findings:
        if finding.rule not in target.rules:
            continue
        own = [
            breach
            for breach in finding.breaches
            if breach.verdict is Verdict.CANNOT_TELL and _concerns(target, finding.rule, breach)
        ]
        doubts = [Unsure(finding.rule, b.message or finding.message, b.evidence) for b in own]
        if finding.verdict is Verdict.CANNOT_TELL and not finding.breaches:
            doubts = [Unsure(finding.rule, finding.message, finding.evidence)]
        for doubt in doubts:
            found.setdefault((doubt.rule, doubt.message), doubt)
    return tuple(found.values())


def _concerns(target: Item | Veto, rule: str, breach: Breach) -> bool:
    """Return whether a breach is about what the links of `target` limit the rule to."""
    kind = breach.subject.partition("@")[0]
    links = [link for link in target.links if link.rule == rule]
    return not links or any(link.subject in kind for link in links)


def places_of(mark: Mark) -> tuple[Place, ...]:
    """Return every place that a mark rests on, occurrences first."""
    found = [place for occurrence in mark.occurrences for place in occurrence.places]
    return (*found, *mark.evidence)


def score_of(view: ReviewView, item: str) -> ItemScore:
    """Return the score of an item; raises KeyError when the standard has none such."""
    for score in view.score.items:
        if score.item == item:
            return score
    raise KeyError(item)


def build_rows(
    view: ReviewView, index: CaseIndex, which: Filter, folded: frozenset[str]
) -> tuple[Row, ...]:
    """Return the rows that the list shows under a filter."""
    rows: list[Row] = []
    scores = {score.item: score for score in view.score.items}
    for group in view.standard.groups:
        items = [item for item in view.standard.items if item.group == group.id]
        items = [item for item in items if item.id not in index.view.named]
        shown = [item for item in items if keeps(view, scores[item.id], which)]
        if not shown and (which is not Filter.ALL or not items):
            continue
        rows.append(_group_row(view, group.id, items, scores, group.id in folded))
        if group.id not in folded:
            rows.extend(_item_row(view, index, item, scores[item.id]) for item in shown)
    return (*rows, *_named_rows(view, index, which, folded))


def in_order(view: ReviewView, index: CaseIndex) -> tuple[str, ...]:
    """Return the items in the order of work: in a blind review those that need names last."""
    ids = [item.id for item in view.standard.items]
    return tuple(sorted(ids, key=lambda one: one in index.view.named))


def _named_rows(
    view: ReviewView, index: CaseIndex, which: Filter, folded: frozenset[str]
) -> tuple[Row, ...]:
    scores = {score.item: score for score in view.score.items}
    items = [item for item in view.standard.items if item.id in index.view.named]
    shown = [item for item in items if keeps(view, scores[item.id], which)]
    if not shown:
        return ()
    head = _head(view, NAMED, "须核对名称，最后评", items, scores, NAMED in folded)
    if NAMED in folded:
        return (head,)
    return (head, *(_item_row(view, index, item, scores[item.id]) for item in shown))


def keeps(view: ReviewView, score: ItemScore, which: Filter) -> bool:
    """Return whether the filter `which` shows the item of `score`."""
    if which is Filter.PENDING:
        return score.choice is Choice.PENDING
    if which is Filter.HINTED:
        return bool(open_hints(view, score.item))
    if which is Filter.LOST:
        return score.deducted > 0
    return True


def counts(view: ReviewView) -> dict[Filter, int]:
    """Return how many items each filter shows."""
    return {which: sum(keeps(view, s, which) for s in view.score.items) for which in Filter}


def _group_row(
    view: ReviewView, group: str, items: list[Item], scores: dict[str, ItemScore], folded: bool
) -> GroupRow:
    name = next(g.name for g in view.standard.groups if g.id == group)
    return _head(view, group, name, items, scores, folded)


def _head(
    view: ReviewView,
    id_: str,
    name: str,
    items: list[Item],
    scores: dict[str, ItemScore],
    folded: bool,
) -> GroupRow:
    own = [scores[item.id] for item in items]
    counted = [score for score in own if score.choice is not Choice.ABSENT]
    return GroupRow(
        id=id_,
        name=name,
        decided=sum(score.choice is not Choice.PENDING for score in own),
        count=len(own),
        awarded=points_text(sum((s.awarded for s in counted), _ZERO), decimals_of(view.standard)),
        full=full_text(sum((s.full for s in own), _ZERO)),
        folded=folded,
    )


def _item_row(view: ReviewView, index: CaseIndex, item: Item, score: ItemScore) -> ItemRow:
    mark = view.marks.of(item.id)
    hints = open_hints(view, item.id)
    verdict, word = _hint(view, item.id, score.choice, hints)
    unsure = unsure_about(index, item) if score.choice is Choice.PENDING else ()
    if unsure and not hints:
        verdict = Verdict.CANNOT_TELL
    shown = [*(hint.evidence for hint in hints), *(one.evidence for one in unsure)]
    places = places_of(mark) or tuple(place for places in shown for place in places)
    spoken = item_sentence(f"{item.id} {item.short}", score, len(hints), len(places))
    absent = score.choice is Choice.ABSENT
    return ItemRow(
        id=item.id,
        title=item.short,
        choice=score.choice,
        verdict=verdict,
        word=word,
        pages=index.labels(places),
        awarded="—" if absent else _awarded(view, score),
        full=full_text(item.points),
        lost=score.deducted > 0 and score.choice is Choice.FAILS,
        spoken=spoken + ("，机器无法判断" if unsure else ""),
    )


def _awarded(view: ReviewView, score: ItemScore) -> str:
    if score.choice is Choice.PENDING:
        return ""
    return points_text(score.awarded, decimals_of(view.standard))


def _hint(
    view: ReviewView, item: str, choice: Choice, hints: tuple[Proposal, ...]
) -> tuple[Verdict | None, str]:
    loud = [p for p in proposals_of(view, item) if p.verdict in LOUD]
    if choice is Choice.PENDING:
        return (hints[0].verdict, "") if hints else (None, "")
    if not loud:
        return None, ""
    states = {p.state for p in loud}
    if ProposalState.ACCEPTED in states:
        gravest = next(p for p in loud if p.state is ProposalState.ACCEPTED)
        return gravest.verdict, "已采纳" if choice is Choice.FAILS else "已核实"
    if ProposalState.REJECTED in states and ProposalState.OPEN not in states:
        return loud[0].verdict, "不采纳"
    return loud[0].verdict, "已核实"


def all_places(view: ReviewView) -> Iterable[Place]:
    """Yield every place of a review: marks, vetoes and proposals."""
    for mark in view.marks.items.values():
        yield from places_of(mark)
    for veto in view.marks.vetoes.values():
        yield from veto.places
    for proposal in view.proposals:
        yield from proposal.evidence


def doubtful(finding: Finding) -> Iterable[Place]:
    """Yield the places of what a finding could not tell."""
    if finding.verdict is Verdict.CANNOT_TELL:
        yield from finding.evidence
    for breach in finding.breaches:
        if breach.verdict is Verdict.CANNOT_TELL:
            yield from breach.evidence
