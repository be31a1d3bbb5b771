"""Statistics of a campaign: what was counted, what it came to, and the cases behind each figure.

A number is a door: every figure carries the cases that it counts, and its count is their number.
A case that was reviewed under two standards (强制措施) has two results and stands there twice.
Points and averages are in points of 100 and rounded to one decimal; shares and rates are 0–1 and
rounded when they are printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from reviewer.model.standards import Question

Cases = tuple[UUID, ...]

QUESTION_HEADS = MappingProxyType(
    {
        Question.BASIS: "依据",
        Question.DISCRETION: "裁量",
        Question.DOCUMENTS: "文书",
        Question.LEGAL_REVIEW: "审核",
        Question.NO_FINE_FOR_MANAGEMENT: "罚管",
        Question.PROCEDURE: "程序",
        Question.SERVICE: "送达",
        Question.ARCHIVE: "归档",
    }
)
"""Heads of columns for the dimensions (维度), two characters each."""


class GroupBy(StrEnum):
    """What results are grouped by."""

    UNIT = "单位"
    FIELD = "执法门类"
    KIND = "案件类型"
    BRIGADE = "办案大队"
    OFFICER = "承办人"  # a case counts for each of its officers


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the 95 % interval of Wilson."""

    cases: Cases
    """Those counted."""
    of: int
    value: Decimal | None
    """None when there is nothing to take a share of."""
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def count(self) -> int:
        """Return how many are counted."""
        return len(self.cases)


@dataclass(frozen=True, slots=True)
class Average:
    """A mean of totals with the 95 % interval of Student's t."""

    cases: Cases
    value: Decimal | None
    """One decimal; None without a case."""
    low: Decimal | None = None
    """None below two cases: one file says nothing about the spread."""
    high: Decimal | None = None

    @property
    def count(self) -> int:
        """Return how many are averaged."""
        return len(self.cases)


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many results have a grade."""

    grade: str
    cases: Cases


@dataclass(frozen=True, slots=True)
class GroupResult:
    """The results of one unit, field, kind, brigade or officer."""

    key: str
    """UUID of the unit, else the name, for brigades and officers with the unit's before it."""
    name: str
    mean: Average
    best_rank: int
    """1 + the groups that are clearly above: their intervals lie wholly over this one's."""
    worst_rank: int
    """Groups in all less those clearly below."""
    grades: tuple[GradeCount, ...]
    """All grades of the standards, best first, those without a case, too."""
    excellent: Share
    vetoed: Cases
    """Cases with a veto of type A or B."""
    problems: int
    """Counted deductions and vetoes hit, as 问题清单 lists them."""
    heaviest: tuple["ItemLoss", ...]
    """At most five items that lost most points."""

    @property
    def is_tied(self) -> bool:
        """Return whether the rank is not certain (并列)."""
        return self.best_rank != self.worst_rank


def are_ranked(groups: Sequence[GroupResult]) -> bool:
    """Return whether any of the groups is clearly above another: else a rank tells nothing."""
    return any(one.best_rank > 1 or one.worst_rank < len(groups) for one in groups)


@dataclass(frozen=True, slots=True)
class ItemLoss:
    """Points that one item lost."""

    item: str
    short: str
    lost: Decimal
    cases: Cases


@dataclass(frozen=True, slots=True)
class Rate:
    """A score rate (得分率): points given of the points that apply."""

    awarded: Decimal
    full: Decimal
    cases: Cases
    """Cases with an applicable item."""

    @property
    def value(self) -> Decimal | None:
        """Return the rate 0–1; None when nothing applies."""
        return self.awarded / self.full if self.full else None


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Score rates of groups (rows) × dimensions (columns)."""

    columns: tuple[Question, ...]
    rows: tuple[tuple[str, tuple[Rate, ...]], ...]
    """Name of the group and a rate for each column."""


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What all reviews came to on one item."""

    item: str
    short: str
    rate: Rate
    failed: Share
    """Cases with points lost, of those where the item applies."""
    absent: Cases


@dataclass(frozen=True, slots=True)
class Problem:
    """How often one item, clause or veto was found wanting."""

    id: str
    text: str
    share: Share
    """Of the results whose standard has it and where it applies."""
    lost: Decimal
    """Points lost altogether; 0 for a veto."""
    is_veto: bool = False


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """Problems of one category (问题类别) as 问题清单 names it."""

    name: str
    problems: int
    cases: Cases
    """Cases with at least one of them."""


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """Results with a total from `start` (included) to the next band's start."""

    label: str
    """Such as `60 分以下`, `60—64.9 分`, `90 分以上`."""
    start: Decimal
    cases: Cases
    failing: bool = False
    """Below 合格."""
    last_year: int | None = None
    """Results of last year in this band."""
    expected: Decimal | None = None
    """Last year's share of the band times this year's number of results."""

    @property
    def mark(self) -> str:
        """Return the label as it stands under a bar."""
        return self.label.replace(" 分", "")

    @property
    def count(self) -> int:
        """Return how many results lie in the band."""
        return len(self.cases)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of this year against last year's, with the 95 % interval of the difference."""

    name: str
    now: Decimal | None
    before: Decimal | None
    difference: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    is_share: bool = False
    """A rate 0–1, not points or a number."""

    @property
    def is_clear(self) -> bool:
        """Return whether the interval leaves out zero, so that more than chance is seen."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures at the head of the page."""

    mean: Average
    excellent: Share
    failing: Share
    vetoes: tuple[Problem, ...]
    """Vetoes hit, most frequent first."""
    problems: int
    per_case: Decimal | None
    """Problems per result, one decimal."""
    grades: tuple[GradeCount, ...]

    @property
    def vetoed(self) -> Cases:
        """Return the cases with a veto, each once however many were hit."""
        return tuple(dict.fromkeys(case for one in self.vetoes for case in one.share.cases))

    @property
    def spared(self) -> Cases:
        """Return those of them that do not fail: a veto of type B only forbids 优秀."""
        return tuple(case for case in self.vetoed if case not in self.failing.cases)


@dataclass(frozen=True, slots=True)
class Statistics:
    """All statistics of one campaign."""

    overview: Overview
    units: tuple[GroupResult, ...]
    fields: tuple[GroupResult, ...]
    kinds: tuple[GroupResult, ...]
    heat: HeatMap
    dimensions: tuple[tuple[Question, Rate], ...]
    """Rates of the columns of the heat map, over all units."""
    items: tuple[ItemResult, ...]
    problems: tuple[Problem, ...]
    """By clause, most frequent first."""
    bands: tuple[ScoreBand, ...]
    changes: tuple[Change, ...] = ()
    """Against last year; empty when last year is not known."""
    brigades: tuple[GroupResult, ...] = ()
    officers: tuple[GroupResult, ...] = ()
    """Both empty where the ledger does not tell them."""
    categories: tuple[CategoryCount, ...] = ()
    """In the order of the dimensions, those without a problem left out."""
