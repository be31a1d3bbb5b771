"""The figures of the rules on made-up case files, as `reviewer prove` measures and keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MADE_UP = "在程序自制案卷上测得，不代表真实案卷"
"""Stands wherever such a figure stands."""


@dataclass(frozen=True, slots=True)
class RuleScore:
    """Sums for one rule over many case files."""

    rule: str
    planted: int = 0
    found: int = 0
    paged: int = 0
    """Found faults that pages prove; a missing document has none."""
    page_right: int = 0
    false_alarms: int = 0

    @property
    def recall(self) -> float | None:
        """Return the share of planted faults that were found; None when none was planted."""
        return self.found / self.planted if self.planted else None

    @property
    def precision(self) -> float | None:
        """Return the share of reported problems that were planted; None without a report."""
        reported = self.found + self.false_alarms
        return self.found / reported if reported else None

    @property
    def page_rate(self) -> float | None:
        """Return the share of found faults with evidence on a page that proves them."""
        return self.page_right / self.paged if self.paged else None


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on the case files of one form of delivery, such as text PDF."""

    form: str
    """`Form` of the made-up cases: word, text_pdf, archive, scan or photos."""
    scanned: bool
    """True where pages had to be recognised; figures of text and scans are told apart."""
    on: date
    seeds: tuple[int, int]
    """First and last seed of the run; the cases of other forms of it lie between them too."""
    reporting: bool
    """True when all seeds are those that nobody writes rules on."""
    cases: int
    clean: int
    """Cases without a fault."""
    clean_alarms: int
    """False alarms in those."""
    clean_unsure: int
    """`hint` and `cannot_tell` in those."""
    clean_applicable: int
    """Findings in those that are not `not_applicable`."""
    engine: str
    """Versions of reading and checking, as a check run pins them."""
    rules_version: str
    """Version of rules and penalties, as a check run pins it."""
    recognition: str
    """Engine and settings of text recognition; empty where nothing was recognised."""
    rules: tuple[RuleScore, ...]
    """By code; a rule without planted fault and without false alarm is not among them."""


def sum_scores(rule: str, scores: Iterable[RuleScore]) -> RuleScore:
    """Return `scores` together, under the name `rule`."""
    every = tuple(scores)
    return RuleScore(
        rule,
        sum(one.planted for one in every),
        sum(one.found for one in every),
        sum(one.paged for one in every),
        sum(one.page_right for one in every),
        sum(one.false_alarms for one in every),
    )
