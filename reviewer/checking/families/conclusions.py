"""Conclusions (否决项由其他核查结论推出): reported beside what they follow from, never alone.

A conclusion says nothing that its premises do not say: its evidence is theirs, and a premise that
cannot tell leaves the conclusion open.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.registry import CONCLUSIONS
from reviewer.model import Breach, Finding, RuleInfo, Verdict


@CONCLUSIONS.add("conclusions.follows")
def follows(inquiry: Inquiry, rule: RuleInfo, findings: Mapping[str, Finding]) -> Finding:
    """Return a problem when a premise is one, with the premises it follows from.

    Parameters: `from` lists rule codes; `subjects` may say, by rule code, in which of the
    rule's breaches the subject must hold one of the given words; `procedures` as elsewhere.
    """
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, f"不适用{rule.title}")
    premises = {code: findings[code] for code in parameters.texts(rule, "from") if code in findings}
    broken = {
        code: breaches
        for code, one in premises.items()
        if (breaches := tuple(_counting(rule, one, Verdict.PROBLEM)))
    }
    if broken:
        return _follows(rule, broken)
    open_ = [
        code for code, one in premises.items() if any(_counting(rule, one, Verdict.CANNOT_TELL))
    ]
    if open_:
        places = (place for code in open_ for place in premises[code].evidence)
        message = f"{'、'.join(open_)} 无法判断，是否构成{rule.title}请核对"
        return replace(conclude(rule, Verdict.CANNOT_TELL, message, places), because=tuple(open_))
    if all(one.verdict is Verdict.NOT_APPLICABLE for one in premises.values()):
        return not_applicable(rule, f"{'、'.join(premises)} 均不涉及")
    places = (place for one in premises.values() for place in one.evidence)
    return conclude(rule, Verdict.OK, f"{'、'.join(premises)} 未见问题", places)


def _counting(rule: RuleInfo, finding: Finding, verdict: Verdict) -> Iterator[Breach]:
    """Return what in `finding` has `verdict` and concerns this conclusion."""
    words = parameters.table(rule, "subjects").get(finding.rule)
    told = [one for one in finding.breaches if one.verdict is verdict]
    if not told and finding.verdict is verdict:
        told = [Breach("", verdict, finding.message, finding.evidence)]
    for breach in told:
        if not isinstance(words, list) or any(word in breach.subject for word in words):
            yield breach


def _follows(rule: RuleInfo, broken: Mapping[str, tuple[Breach, ...]]) -> Finding:
    told = "；".join(
        breach.message.rstrip("。") for breaches in broken.values() for breach in breaches
    )
    places = (place for breaches in broken.values() for one in breaches for place in one.evidence)
    finding = conclude(rule, Verdict.PROBLEM, f"疑似{rule.title}（{told}）", places)
    return replace(finding, because=tuple(broken))
