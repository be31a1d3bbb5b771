"""Counting how the rules fared with the reviewers on this computer (本机记录).

Machine and person stay apart: a proposal is the machine's, its answer a person's, and what a
person found without any proposal is the person's alone.  Answers count as they stand, also in
reviews that are still open (an undone answer is none); what a rule missed is counted in signed
reviews only, because only there is a mark final and the check run pinned.
"""

from collections.abc import Iterable, Mapping
from threading import Lock
from uuid import UUID

from reviewer.model import Choice, Item, Marks, RuleLink, Standard, Verdict, Veto, VetoChoice
from reviewer.store import Session, Store, checks, marks, reviews, rule_records, standards
from reviewer.workspace.rule_views import TrackRecord


def missed_rules(
    standard: Standard, given: Marks, verdicts: Mapping[str, Verdict]
) -> frozenset[str]:
    """Return the rules that found 符合 where a person marked a fault without any proposal.

    A fault is of the rule that the standard links to its very clause; without such a link, or
    without a clause, only when one rule alone serves the item, since otherwise nobody could say
    which should have seen it.
    """
    found: set[str] = set()
    for item in standard.items:
        mark = given.of(item.id)
        if mark.choice is Choice.FAILS:
            if not mark.occurrences:
                found |= _responsible(item, "")
            for one in mark.occurrences:
                if one.proposal is None:
                    found |= _responsible(item, one.clause)
    for veto in standard.vetoes:
        hit = given.of_veto(veto.id)
        if hit.choice is VetoChoice.HIT and hit.proposal is None:
            found |= _responsible(veto, "")
    return frozenset(rule for rule in found if verdicts.get(rule) is Verdict.OK)


def _responsible(target: Item | Veto, clause: str) -> set[str]:
    links: tuple[RuleLink, ...] = target.links
    exact = {link.rule for link in links if clause and link.clause == clause}
    served = {link.rule for link in links}
    return exact or (served if len(served) == 1 else set())


class TrackRecords:
    """Counts the answers of the data folder, by rule."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._missed: dict[UUID, frozenset[str]] = {}
        self._lock = Lock()

    def answered(self) -> Mapping[str, TrackRecord]:
        """Return accepted and rejected by rule; what was missed is left at 0."""
        with self._store.snapshot() as session:
            counts = rule_records.answers_by_rule(session)
        return {rule: TrackRecord(*pair) for rule, pair in counts.items()}

    def all(self) -> Mapping[str, TrackRecord]:
        """Return the whole records by rule; each signed review is opened once and remembered.

        What a rule missed counts once for each person and case, as an answer does: a later round
        takes the marks of the earlier one over.
        """
        records = dict(self.answered())
        for _, _, rule in sorted({*self._missed_faults()}, key=str):
            records[rule] = records.get(rule, TrackRecord()) + TrackRecord(missed=1)
        return records

    def _missed_faults(self) -> Iterable[tuple[UUID, UUID, str]]:
        """Yield case, person and rule; the same more than once after several rounds."""
        with self._store.snapshot() as session:
            for one in rule_records.signed_reviews(session):
                with self._lock:
                    known = self._missed.get(one.review)
                if known is None:
                    known = _missed_in(session, one)
                    with self._lock:
                        self._missed[one.review] = known
                for rule in known:
                    yield one.case, one.person, rule


def _missed_in(session: Session, signed: rule_records.Signed) -> frozenset[str]:
    state = reviews.state(session, signed.review)
    standard = standards.frozen(session, state.review.content_hash)
    findings = checks.pinned_run(session, signed.run).run.findings
    verdicts = {finding.rule: finding.verdict for finding in findings}
    return missed_rules(standard, marks.marks_of(session, signed.review), verdicts)
