"""What the rules find: five verdicts, each with the places it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer.model.places import Place


class Verdict(StrEnum):
    """What a rule concluded; only a person's mark deducts points."""

    PROBLEM = "problem"  # 红: the law is clear and broken
    CANNOT_TELL = "cannot_tell"  # 灰: a date or page is missing, or readings of the law differ
    HINT = "hint"  # 橙: a person should look
    OK = "ok"  # 绿
    NOT_APPLICABLE = "not_applicable"


SEVERITY = (
    Verdict.PROBLEM,
    Verdict.CANNOT_TELL,
    Verdict.HINT,
    Verdict.OK,
    Verdict.NOT_APPLICABLE,
)
"""Worst first: the worst occurrence gives a finding its verdict."""


def worst(verdicts: list[Verdict]) -> Verdict:
    """Return the worst of `verdicts`; NOT_APPLICABLE when there is none."""
    return min(verdicts, key=SEVERITY.index, default=Verdict.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Breach:
    """One occurrence of what a rule looks for."""

    subject: str
    """What it concerns, stable over re-checks: `DT37@案卷.pdf#15`; empty for the whole case."""
    verdict: Verdict
    message: str
    """Chinese: fact, rule, place."""
    evidence: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one rule on one case file; exactly one for every rule that was run."""

    rule: str
    verdict: Verdict
    message: str
    """Chinese: fact, rule, place; says when and why the machine cannot tell."""
    basis: tuple[str, ...] = ()
    """Articles in full, such as 行政处罚法第六十一条."""
    because: tuple[str, ...] = ()
    """For a conclusion (V rules): the rules it follows from."""
    evidence: tuple[Place, ...] = ()
    """Every place the verdict rests on; `ok` carries it too."""
    breaches: tuple[Breach, ...] = ()
    searched: tuple[str, ...] = ()
    """For an absence: what was searched, in Chinese."""


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule (核查规则) as data: what the manual lists and what a reviewer may switch off."""

    code: str
    title: str
    basis: tuple[str, ...]
    reads: tuple[str, ...]
    """Fact keys and DT codes that it reads."""
    method: str
    """One Chinese sentence."""
    family: str
    """Which function family of `checking` runs it."""
    parameters: Mapping[str, object]
    """Data of the rule: from, to, days, working or calendar, exceptions."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Period of validity, by the date of the step that the rule judges; None is open."""


@dataclass(frozen=True, slots=True)
class CheckRun:
    """One run of all rules, with the versions it pins."""

    findings: tuple[Finding, ...]
    versions: Mapping[str, str]
    """Versions of engine, rules, calendar, law, library."""
