"""Comparing what the rules found in a made-up case with what was planted in it.

A planted fault counts as found only when its rule says `problem`; `hint` and `cannot_tell` on it
are misses, but a `hint` finds what the rule may only ask to look at.  A `problem` that was neither
planted nor follows from what was planted is a false alarm.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.model import Finding, Verdict
from reviewer.model.figures import RuleScore
from reviewer.proof.faults import Planted


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the faults of one case file."""

    found: tuple[Planted, ...]
    missed: tuple[Planted, ...]
    page_right: tuple[Planted, ...]
    """Of the found ones with pages those with evidence on a page that proves the fault."""
    page_wrong: tuple[Planted, ...]
    false_alarms: tuple[Finding, ...]
    unsure: tuple[Finding, ...]
    """`hint` and `cannot_tell` where nothing was planted."""
    applicable: int
    """Rules that gave any verdict but `not_applicable`."""


Texts = Mapping[tuple[str, int], str]
"""What was read of each page, by file below the case and page, without blanks."""


def compare(
    findings: Sequence[Finding],
    planted: Sequence[Planted],
    names: Mapping[str, str],
    texts: Texts | None = None,
) -> Comparison:
    """Compare the findings of one case with what was planted.

    Args:
        findings: One finding a rule.
        planted: The faults of the case; empty for a case without fault.
        names: The path below the case by SHA-256 of each file.
        texts: Given, a page is right only when the quote of the evidence stands on it.
    """
    by_rule = {finding.rule: finding for finding in findings}
    problems = {rule for rule, f in by_rule.items() if f.verdict is Verdict.PROBLEM}
    hints = {rule for rule, f in by_rule.items() if f.verdict is Verdict.HINT}
    found = tuple(
        one for one in planted if one.rule in problems or (one.hinted and one.rule in hints)
    )
    paged = [one for one in found if one.pages]
    right = tuple(one for one in paged if _on_page(by_rule[one.rule], one, names, texts))
    explained = {rule for one in planted for rule in (one.rule, *one.also)}
    return Comparison(
        found=found,
        missed=tuple(one for one in planted if one not in found),
        page_right=right,
        page_wrong=tuple(one for one in paged if one not in right),
        false_alarms=tuple(f for f in findings if f.rule in problems and f.rule not in explained),
        unsure=tuple(
            f
            for f in findings
            if f.verdict in (Verdict.HINT, Verdict.CANNOT_TELL) and f.rule not in explained
        ),
        applicable=sum(f.verdict is not Verdict.NOT_APPLICABLE for f in findings),
    )


def totals(comparisons: Iterable[Comparison]) -> tuple[RuleScore, ...]:
    """Return the sums of many comparisons, by rule in order of their codes."""
    sums: dict[str, dict[str, int]] = {}

    def count(rule: str, name: str) -> None:
        of_rule = sums.setdefault(rule, {})
        of_rule[name] = of_rule.get(name, 0) + 1

    for one in comparisons:
        for planted in (*one.found, *one.missed):
            count(planted.rule, "planted")
        for planted in one.found:
            count(planted.rule, "found")
        for planted in (*one.page_right, *one.page_wrong):
            count(planted.rule, "paged")
        for planted in one.page_right:
            count(planted.rule, "page_right")
        for finding in one.false_alarms:
            count(finding.rule, "false_alarms")
    return tuple(RuleScore(rule, **of_rule) for rule, of_rule in sorted(sums.items()))


def _on_page(
    finding: Finding, planted: Planted, names: Mapping[str, str], texts: Texts | None
) -> bool:
    places = ((names.get(place.file, ""), place) for place in finding.evidence)
    return any(
        (file, place.page) in planted.pages
        and (texts is None or _stands(place.quote, texts.get((file, place.page), "")))
        for file, place in places
    )


def _stands(quote: str, text: str) -> bool:
    """Return whether `quote` stands in `text`; the cells of a row may lie apart."""
    return "".join(quote.split()) in text or all(part in text for part in quote.split())
