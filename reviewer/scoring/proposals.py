"""What findings propose: a deduction by a clause, a veto, or just a look.

A standard lists the rules of each item and veto; rules know no items.  A proposal never changes
a score: it waits for a person, and only one of verdict `problem` suggests points.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from reviewer.model import (
    Breach,
    Choice,
    Clause,
    Finding,
    Item,
    Mark,
    Marks,
    Method,
    Occurrence,
    Place,
    ProposalKey,
    RuleLink,
    Standard,
    Verdict,
    Veto,
    VetoChoice,
    VetoMark,
)
from reviewer.scoring.numbers import ZERO

_PROPOSING = (Verdict.PROBLEM, Verdict.HINT)


@dataclass(frozen=True, slots=True)
class ItemProposal:
    """What one breach proposes for one item or veto."""

    item: str
    """Item id, or veto id when `veto`."""
    clause: str
    """Clause that accepting deducts by; empty for a veto, or when a person must choose."""
    points: Decimal
    """Points that accepting takes off before the floor of the item; 0 for hints and vetoes."""
    each: Decimal
    """Points of the clause per count, for the occurrence; 0 without a clause."""
    key: ProposalKey
    verdict: Verdict
    message: str
    basis: tuple[str, ...]
    evidence: tuple[Place, ...]
    searched: tuple[str, ...]
    because: tuple[str, ...]
    fault: str = ""
    """Fault for the exclusive groups."""
    veto: bool = False

    @property
    def rule(self) -> str:
        """Return the code of the rule."""
        return self.key.rule

    @property
    def subject(self) -> str:
        """Return what the breach concerns."""
        return self.key.subject


def items_of_rule(standard: Standard, rule: str) -> tuple[str, ...]:
    """Return the ids of the items whose rules include `rule`, in order of the standard."""
    return tuple(item.id for item in standard.items if rule in item.rules)


def propose(standard: Standard, findings: Sequence[Finding]) -> tuple[ItemProposal, ...]:
    """Return what the findings of verdict problem and hint propose, one for each breach.

    A breach goes to the items whose links name its subject; only when none does, to those that
    take any subject.  A veto that has a conclusion of its own (V rules) among the findings
    listens to that alone, because the conclusion has weighed what it follows from; without it a
    hint is too little for a veto, except for one that is never more than a hint.
    """
    ran = {finding.rule for finding in findings}
    items: list[_Target] = [(item, link) for item in standard.items for link in item.links]
    vetoes: list[_Target] = [
        (veto, link)
        for veto in standard.vetoes
        for link in veto.links
        if _is_conclusion(link) or not _has_conclusion(veto, ran)
    ]
    proposals = [
        _proposal(standard, target, link, finding, breach)
        for finding in findings
        for breach in _breaches(finding)
        for target, link in (
            *_most_named(_fitting(items, finding.rule, breach)),
            *_grave(_fitting(vetoes, finding.rule, breach), breach),
        )
    ]
    # Two links may name the same clause (K-F4@代收, K-F4@加处): the breach still counts once.
    return tuple({(one.item, one.clause, one.key): one for one in proposals}.values())


def with_proposals(standard: Standard, marks: Marks, proposals: Iterable[ItemProposal]) -> Marks:
    """Return `marks` as they would be if the proposals of verdict problem were accepted.

    Hints are left out: accepting one means that a person looked and decides what it costs.
    What was accepted before is not added a second time, and what belongs to another standard
    of the same case changes nothing.
    """
    known = {item.id for item in standard.items} | {veto.id for veto in standard.vetoes}
    items = dict(marks.items)
    vetoes = dict(marks.vetoes)
    for proposal in proposals:
        if proposal.verdict is not Verdict.PROBLEM or proposal.item not in known:
            continue
        if proposal.veto:
            vetoes[proposal.item] = VetoMark(
                proposal.item, VetoChoice.HIT, proposal.message, proposal.evidence, proposal.key
            )
        elif proposal.clause:
            items[proposal.item] = _accepted(marks, items, proposal)
    return replace(marks, items=items, vetoes=vetoes)


def _accepted(marks: Marks, items: Mapping[str, Mark], proposal: ItemProposal) -> Mark:
    mark = items.get(proposal.item) or marks.of(proposal.item)
    # What was kept from an earlier 不符合 must not come back to life.
    kept = mark.occurrences if mark.choice is Choice.FAILS else ()
    if any(o.proposal == proposal.key and o.clause == proposal.clause for o in kept):
        return mark
    name = "|".join((proposal.item, proposal.clause, proposal.rule, proposal.subject))
    occurrence = Occurrence(
        id=uuid5(NAMESPACE_URL, name),
        clause=proposal.clause,
        count=1,
        points=proposal.each,
        reason=proposal.message,
        places=proposal.evidence,
        proposal=proposal.key,
        fault=proposal.fault,
    )
    return replace(mark, choice=Choice.FAILS, occurrences=(*kept, occurrence))


def _breaches(finding: Finding) -> Iterator[Breach]:
    """Return what is to be proposed; a finding without breaches speaks for the whole case."""
    if finding.breaches:
        yield from (breach for breach in finding.breaches if breach.verdict in _PROPOSING)
    elif finding.verdict in _PROPOSING:
        yield Breach("", finding.verdict, finding.message, finding.evidence)


_Target = tuple[Item | Veto, RuleLink]


def _fitting(targets: Sequence[_Target], rule: str, breach: Breach) -> list[_Target]:
    # Before the @ stands what it concerns, after it a file name that may hold any text.
    kind = breach.subject.partition("@")[0]
    return [
        (target, link) for target, link in targets if link.rule == rule and link.subject in kind
    ]


def _most_named(fitting: list[_Target]) -> list[_Target]:
    """Keep the links that name the subject; where none does, those that take any."""
    return [(target, link) for target, link in fitting if link.subject] or fitting


def _grave(fitting: list[_Target], breach: Breach) -> list[_Target]:
    """Leave out the vetoes that a hint of a rule that is no conclusion must not propose."""
    return [
        (target, link)
        for target, link in fitting
        if breach.verdict is Verdict.PROBLEM or _is_conclusion(link) or _hints_only(target)
    ]


def _hints_only(target: Item | Veto) -> bool:
    return isinstance(target, Veto) and target.hint_only


def _is_conclusion(link: RuleLink) -> bool:
    return link.rule.startswith("V")


def _has_conclusion(veto: Veto, ran: set[str]) -> bool:
    return any(_is_conclusion(link) and link.rule in ran for link in veto.links)


def _proposal(
    standard: Standard,
    target: Item | Veto,
    link: RuleLink,
    finding: Finding,
    breach: Breach,
) -> ItemProposal:
    clause = None
    if isinstance(target, Item):
        clause = next((one for one in target.clauses if one.id == link.clause), None)
    verdict = Verdict.HINT if _hints_only(target) else breach.verdict
    problem = verdict is Verdict.PROBLEM
    return ItemProposal(
        item=target.id,
        clause=clause.id if clause else "",
        points=_points(clause) if clause and problem else ZERO,
        each=clause.points if clause else ZERO,
        key=ProposalKey(finding.rule, breach.subject),
        verdict=verdict,
        message=breach.message or finding.message,
        basis=finding.basis,
        evidence=breach.evidence,
        searched=finding.searched,
        because=finding.because,
        fault=_fault(standard, target.id, clause, finding.rule) if clause else "",
        veto=isinstance(target, Veto),
    )


def _points(clause: Clause) -> Decimal:
    """Return what one occurrence of `clause` takes off by itself."""
    if clause.method in (Method.RATIO, Method.AWARD) or clause.threshold > 1:
        return ZERO
    return clause.points


def _fault(standard: Standard, item: str, clause: Clause, rule: str) -> str:
    """Return the clause's fault; a missing document (M-DT28) names its own (missing_DT28)."""
    missing = "missing_" + rule.removeprefix("M-")
    if not clause.fault and any(
        group.fault == missing and item in group.items for group in standard.exclusive
    ):
        return missing
    return clause.fault
