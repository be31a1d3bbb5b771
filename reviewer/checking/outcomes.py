"""Putting a finding together: from one verdict, or from the breaches of a rule (每处、每份).

Every place the verdict rests on goes along; messages become sentences here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewer.checking.words import joined
from reviewer.model import Breach, Finding, Place, RuleInfo, Verdict, worst

OLD_LAW = "适用2017年处罚法，未收录"
"""What is said of steps before the law of the shipped statute book was in force."""


def conclude(
    rule: RuleInfo,
    verdict: Verdict,
    message: str,
    evidence: Iterable[Place] = (),
    searched: tuple[str, ...] = (),
    subject: str = "",
) -> Finding:
    """Return the finding of `rule` with one verdict for the whole case.

    What a person has to decide about, a problem or a hint, is one breach of `subject`.
    """
    places, said = tuple(dict.fromkeys(evidence)), f"{message}。"
    decide = verdict in (Verdict.PROBLEM, Verdict.HINT)
    breaches = (Breach(subject, verdict, said, places),) if decide else ()
    return Finding(rule.code, verdict, said, rule.basis, (), places, breaches, searched)


def conclude_each(
    rule: RuleInfo,
    breaches: Sequence[Breach],
    searched: tuple[str, ...] = (),
) -> Finding:
    """Return the finding whose verdict is that of the worst of `breaches` (at least one)."""
    breaches = _told_apart(breaches)
    verdict = worst([breach.verdict for breach in breaches])
    decisive = [breach for breach in breaches if breach.verdict is verdict]
    others = [breach for breach in breaches if breach.verdict is not verdict]
    message = joined([breach.message for breach in (*decisive, *others)])
    places = (place for breach in decisive for place in breach.evidence)
    finding = conclude(rule, verdict, message, places, searched)
    return replace(
        finding,
        breaches=tuple(replace(one, message=f"{one.message}。") for one in (*decisive, *others)),
    )


def not_applicable(rule: RuleInfo, why: str, evidence: Iterable[Place] = ()) -> Finding:
    """Return that `rule` does not concern this case, with the reason."""
    return conclude(rule, Verdict.NOT_APPLICABLE, why, evidence)


def _told_apart(breaches: Sequence[Breach]) -> list[Breach]:
    """Return the breaches with repeated subjects numbered: answers are kept by subject."""
    counts: dict[str, int] = {}
    apart = []
    for breach in breaches:
        counts[breach.subject] = count = counts.get(breach.subject, 0) + 1
        apart.append(breach if count == 1 else replace(breach, subject=f"{breach.subject}~{count}"))
    return apart
