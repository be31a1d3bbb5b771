"""Running the rules over one case: exactly one finding for every rule that was run.

Conclusions (V rules that follow from other rules) run last, on what the others found.

The family modules are imported one by one, so that what exists can be read here; a rule that
names none of them is refused.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from reviewer.checking import parameters
from reviewer.checking.families import (
    amounts,
    archive,
    bodies,
    certificates,
    circumstances,
    coercive,
    conclusions,
    consistency,
    contents,
    deadlines,
    documents,
    elements,
    enforcing,
    evidence,
    evidence_hold,
    filing,
    fines,
    follow_up,
    forms,
    hearing,
    hearings,
    independence,
    law_applied,
    limitation,
    limits,
    notice,
    numbers,
    on_the_spot,
    opinions,
    order,
    overload,
    paying,
    people,
    preconditions,
    prolonging,
    raised,
    records,
    scales,
    scope,
    seals,
    serving,
    signals,
    suspension,
    telling,
    transferring,
    witnessing,
)
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.penalties import load_penalties
from reviewer.checking.registry import CONCLUSIONS, FAMILIES
from reviewer.checking.withdrawn import relieved
from reviewer.errors import BadData
from reviewer.model import Calendar, CheckRun, Finding, LawBook, Library, Reading, RuleInfo

ENGINE_VERSION = "7"
"""Changes whenever a family concludes differently from the same facts."""

FAMILY_MODULES = (
    amounts,
    archive,
    bodies,
    certificates,
    circumstances,
    conclusions,
    consistency,
    contents,
    deadlines,
    documents,
    enforcing,
    evidence,
    fines,
    forms,
    hearings,
    independence,
    law_applied,
    limits,
    numbers,
    on_the_spot,
    opinions,
    order,
    overload,
    paying,
    people,
    preconditions,
    raised,
    scales,
    scope,
    seals,
    *(filing, notice, hearing, limitation, records, prolonging, suspension),
    *(coercive, elements, evidence_hold, witnessing),
    serving,
    signals,
    transferring,
    *(telling, follow_up),
)


def run_rules(
    reading: Reading,
    rules: Sequence[RuleInfo],
    calendar: Calendar,
    law: LawBook,
    library: Library,
) -> CheckRun:
    """Return one finding for each of `rules`, in their order, and the versions they rest on.

    Raises:
        BadData: a rule names a family that does not exist, or has wrong parameters.
    """
    inquiry = Inquiry(reading, calendar, law, library)
    found: dict[str, Finding] = {}
    concluding: list[RuleInfo] = []
    for rule in (_with_own_days(rule, library) for rule in rules):
        if rule.family in CONCLUSIONS:
            concluding.append(rule)
        elif rule.family in FAMILIES:
            finding = FAMILIES[rule.family](inquiry, rule)
            found[rule.code] = relieved(inquiry, rule, finding)
        else:
            raise BadData(
                f"规则 {rule.code} 的算法“{rule.family}”不存在。",
                "请改正规则文件，或重新安装程序。",
            )
    premises = dict(found)
    for rule in concluding:
        finding = CONCLUSIONS[rule.family](inquiry, rule, premises)
        found[rule.code] = relieved(inquiry, rule, finding)
    versions = {
        "engine": engine_version(reading.engine),
        "rules": knowledge_version(rules),
        "calendar": calendar.version,
        "law": law.version,
        "library": library.version,
    }
    return CheckRun(tuple(found[rule.code] for rule in rules), versions)


def _with_own_days(rule: RuleInfo, library: Library) -> RuleInfo:
    """Return the rule with the days of the unit's own library, where it takes them and has them.

    `own` names the setting of each parameter; only thresholds of the house, and days that a
    notice should give and does not, have one, never a term of law.
    """
    own = {
        name: int(days)
        for name, setting in parameters.table(rule, "own").items()
        if (days := library.settings.get(str(setting), "")).isdecimal()
    }
    if not own:
        return rule
    return replace(rule, parameters=MappingProxyType({**rule.parameters, **own}))


def engine_version(read_by: str) -> str:
    """Return what a run names as its engine; `read_by` is the version of the reading engine."""
    return f"{read_by} checking-{ENGINE_VERSION}".strip()


def knowledge_version(rules: Sequence[RuleInfo]) -> str:
    """Return what a run names as its rules: the version of rules and penalties."""
    return f"{rules_version(rules)} {load_penalties().version}"


def rules_version(rules: Sequence[RuleInfo]) -> str:
    """Return a short hash of the rules' content, equal on every computer."""
    content = "\n".join(
        repr((rule.code, rule.basis, rule.family, dict(rule.parameters), rule.valid_from))
        for rule in rules
    )
    return hashlib.sha256(content.encode()).hexdigest()[:12]
