"""What stands under an item: deductions, proposals, evidence, each as a frozen line.

Pure.  The key of a line stays the same when a proposal is accepted, so that the row turns solid
in its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.model import Choice, Clause, Deduction, Item, Method, Occurrence, Place, ProposalState
from reviewer.ui.workbench.case_index import CaseIndex, chip_text
from reviewer.ui.workbench.item_rows import proposals_of, score_of, unsure_about
from reviewer.ui.workbench.words import decimals_of, minus_text
from reviewer.workspace.views import Proposal, ReviewView

Chips = tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class OccurrenceLine:
    """A deduction that a person set or accepted."""

    key: str
    id: UUID
    title: str
    who: str
    reason: str
    cost: str
    struck: bool
    note: str
    """Why it is not counted, in Chinese."""
    count: int
    unit: str
    """处 份 人 例, or empty where a count means nothing."""
    ratio: Decimal | None
    """Share reached 0–1, for clauses that give points by a ratio."""
    by_ratio: bool
    chips: Chips


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A machine proposal."""

    key: str
    proposal: Proposal
    chips: Chips


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """The evidence of the item itself."""

    key: str
    chips: Chips
    paper: bool
    """True when pages are typed as 卷内页号."""


@dataclass(frozen=True, slots=True)
class UnsureLine:
    """What a rule of the item could not tell, and why."""

    key: str
    rule: str
    message: str
    chips: Chips


Line = OccurrenceLine | ProposalLine | UnsureLine | EvidenceLine


def lines_of(view: ReviewView, index: CaseIndex, item: Item) -> tuple[Line, ...]:
    """Return the lines of an item: deductions, open proposals, the rest, doubts, evidence."""
    mark = view.marks.of(item.id)
    score = score_of(view, item.id)
    came = {deduction.occurrence: deduction for deduction in score.deductions}
    clauses = {clause.id: clause for clause in item.clauses}
    decimals = decimals_of(view.standard)
    lines: list[Line] = []
    for occurrence in mark.occurrences:
        clause = clauses.get(occurrence.clause)
        fails = mark.choice is Choice.FAILS
        deduction = came.get(occurrence.id)
        lines.append(_occurrence(occurrence, clause, deduction, fails, index, decimals))
    shown = {line.key for line in lines}
    proposals = [p for p in proposals_of(view, item.id) if proposal_key(p) not in shown]
    proposals.sort(key=lambda p: p.state is not ProposalState.OPEN)
    lines += [ProposalLine(proposal_key(p), p, chips(index, p.evidence)) for p in proposals]
    for unsure in unsure_about(index, item):
        key = f"u|{unsure.rule}|{unsure.message}"
        lines.append(UnsureLine(key, unsure.rule, unsure.message, chips(index, unsure.evidence)))
    paper = index.view.case.paper
    if mark.evidence or paper:
        lines.append(EvidenceLine("evidence", chips(index, mark.evidence), paper))
    return tuple(lines)


def kept_order(lines: tuple[Line, ...], known: tuple[str, ...]) -> tuple[Line, ...]:
    """Return `lines` with those of `known` in their old order, new ones after them."""
    place = {key: i for i, key in enumerate(known)}
    old = sorted((line for line in lines if line.key in place), key=lambda ln: place[ln.key])
    new = [line for line in lines if line.key not in place]
    whole = [*old, *new]
    return tuple(sorted(whole, key=lambda line: isinstance(line, EvidenceLine)))


def proposal_key(proposal: Proposal) -> str:
    """Return what a proposal and the deduction made from it have in common."""
    return f"p|{proposal.key.rule}|{proposal.key.subject}|{proposal.clause}"


def chips(index: CaseIndex, places: Iterable[Place]) -> Chips:
    """Return page chips, one for each page."""
    found: dict[str, Place] = {}
    for place in places:
        if name := index.label(place):
            found.setdefault(chip_text(name), place)
    return tuple(found.items())


def _occurrence(
    occurrence: Occurrence,
    clause: Clause | None,
    deduction: Deduction | None,
    fails: bool,
    index: CaseIndex,
    decimals: int,
) -> OccurrenceLine:
    counts = fails and (deduction is None or deduction.counted)
    points = deduction.points if deduction else occurrence.points * occurrence.count
    key = f"o|{occurrence.id}"
    if occurrence.proposal:
        asked = occurrence.proposal
        key = f"p|{asked.rule}|{asked.subject}|{occurrence.clause}"
    return OccurrenceLine(
        key=key,
        id=occurrence.id,
        title=clause.text if clause else occurrence.clause,
        who=("机器提示，已采纳" if occurrence.proposal else "评查人添加")
        + ("" if counts else "，不计分"),
        reason=occurrence.reason,
        cost=minus_text(points, decimals),
        struck=not counts,
        note=deduction.note if deduction and not deduction.counted else "",
        count=occurrence.count,
        unit=_UNITS.get(clause.method, "") if clause else "",
        ratio=occurrence.ratio,
        by_ratio=clause is not None and clause.method is Method.RATIO,
        chips=chips(index, occurrence.places),
    )


_UNITS = {
    Method.PER_OCCURRENCE: "处",
    Method.PER_DOCUMENT: "份",
    Method.PER_PERSON: "人",
    Method.THRESHOLD: "处",
    Method.AWARD: "例",
}
