"""The final result of one case, and what statistics ask of it one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.model.campaigns import CaseKind
from reviewer.model.marks import Choice, Marks
from reviewer.model.scores import Deduction, ItemScore, Score
from reviewer.model.standards import Clause, Item, Method, Standard
from reviewer.scoring.score import NO_GRADE


@dataclass(frozen=True, slots=True)
class Result:
    """The last closed review of one case under one standard."""

    case: UUID
    review: UUID
    unit: UUID
    unit_name: str
    field: str
    """执法门类."""
    kind: CaseKind
    standard: Standard
    """The version that the review was made under."""
    marks: Marks
    score: Score
    brigade: str = ""
    """办案大队, where it is known."""
    officers: tuple[str, ...] = ()
    """Names of 承办人."""

    @property
    def is_scored(self) -> bool:
        """Return whether there is a total; not when every item is 不涉及."""
        return self.score.grade != NO_GRADE


@dataclass(frozen=True, slots=True)
class Fault:
    """One counted deduction."""

    item: Item
    clause: Clause
    deduction: Deduction


def applicable(result: Result) -> Iterator[tuple[Item, ItemScore]]:
    """Yield the items that count (all but 不涉及) with their scores."""
    scores = {one.item: one for one in result.score.items}
    for item in result.standard.items:
        score = scores.get(item.id)
        if score is not None and score.choice is not Choice.ABSENT:
            yield item, score


def faults(result: Result) -> Iterator[Fault]:
    """Yield what was deducted; examples that earn points (每例给分) are no faults."""
    for item, score in applicable(result):
        clauses = {clause.id: clause for clause in item.clauses}
        for deduction in score.deductions:
            clause = clauses.get(deduction.clause)
            if clause and deduction.counted and clause.method is not Method.AWARD:
                yield Fault(item, clause, deduction)


def problem_count(result: Result) -> int:
    """Return counted deductions and vetoes hit, one row each in 问题清单."""
    return sum(1 for _ in faults(result)) + len(result.score.vetoes)


def is_excellent(result: Result) -> bool:
    """Return whether the grade is one that a B veto forbids (优秀)."""
    return any(band.name == result.score.grade and band.excellent for band in result.standard.bands)


def is_failing(result: Result) -> bool:
    """Return whether the grade is the failing one (不合格)."""
    return any(band.name == result.score.grade and band.failing for band in result.standard.bands)


def grade_names(results: Sequence[Result]) -> tuple[str, ...]:
    """Return the grades of all standards, best first, and 不评定 when a result has it."""
    bands = {(-band.from_total, band.name) for one in results for band in one.standard.bands}
    names = dict.fromkeys(name for _, name in sorted(bands))
    if any(not one.is_scored for one in results):
        names[NO_GRADE] = None
    return tuple(names)


def pass_mark(results: Sequence[Result]) -> Decimal:
    """Return the lowest total that any of the standards still passes; 60 without results."""
    passing = (
        band.from_total for one in results for band in one.standard.bands if not band.failing
    )
    return min(passing, default=Decimal(60))
