"""What the place 统计 shows: head figures, charts and the tables of its parts.  Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from reviewer.campaign.results import Result
from reviewer.campaign.statistics import heat_map, overview
from reviewer.campaign.yearly import MEAN, PROBLEMS
from reviewer.model.standards import GradeBand
from reviewer.model.statistics import Cases, Change, GroupBy, Overview, Statistics
from reviewer.reports.charts import MeansChart, ProblemsChart, SpreadChart
from reviewer.reports.charts.numbers import NONE, fine_percent, half_up, span, tenths
from reviewer.workspace.campaigns.figure_tables import FigureTable
from reviewer.workspace.campaigns.statistics_tables import (
    category_table,
    change_table,
    dimension_table,
    group_table,
    heat_table,
    item_table,
    problem_table,
)


class Part(StrEnum):
    """The parts of the place."""

    OVERVIEW = "总览"
    UNITS = "单位"
    FIELDS = "执法门类"
    KINDS = "程序"
    ITEMS = "评查项"
    REVIEWERS = "评查人"
    WHAT_IF = "假如…"
    LAST_YEAR = "与上年比较"


@dataclass(frozen=True, slots=True)
class HeadFigure:
    """A figure at the head of the page, with the cases that it counts."""

    number: str
    word: str
    caption: str
    cases: Cases
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the reviewing has come."""

    settled: Cases
    waiting: Cases
    """Drawn cases without a result."""
    disputed: Cases
    """Those of them that wait for 合议."""


@dataclass(frozen=True, slots=True)
class SettledView:
    """How the settled cases are distributed, for the board."""

    cases: Cases
    waiting: Cases
    mean: str
    grades: tuple[tuple[str, Cases, bool], ...]
    """Name, cases, and whether it is the failing one; best first."""


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """All that the place shows of one campaign."""

    name: str
    made_at: datetime
    standing: Standing
    standards: str
    """The standards of the results with their versions."""
    statistics: Statistics
    heads: tuple[HeadFigure, ...]
    means: MeansChart
    heat: FigureTable
    problems: ProblemsChart
    spread: SpreadChart
    group_charts: Mapping[Part, MeansChart]
    """Means of the groups of a part."""
    tables: Mapping[Part, tuple[FigureTable, ...]]
    """By part; a part without a table has nothing to show."""
    last_year: str = ""
    """Name of last year's campaign; empty when it has no result here."""

    @property
    def is_empty(self) -> bool:
        """Return whether no case is settled."""
        return not self.standing.settled


def view_of(
    name: str,
    found: Statistics,
    results: Sequence[Result],
    standing: Standing,
    made_at: datetime,
    last_year: str = "",
    reviewers: FigureTable | None = None,
) -> StatisticsView:
    """Return the view; `reviewers` only for the leader."""
    standards = dict.fromkeys(f"{one.standard.name}（{one.standard.version}）" for one in results)
    bands = _bands(results)
    return StatisticsView(
        name=name,
        made_at=made_at,
        standing=standing,
        standards="、".join(standards),
        statistics=found,
        heads=_heads(found, standing) if results else (),
        means=MeansChart(found.units, bands),
        heat=heat_table(found.heat),
        problems=ProblemsChart(found.problems),
        spread=SpreadChart(found.bands),
        group_charts={
            Part.UNITS: MeansChart(found.units, bands),
            Part.FIELDS: MeansChart(found.fields, bands, "各执法门类平均分", ranked=False),
            Part.KINDS: MeansChart(found.kinds, bands, "各程序平均分", ranked=False),
        },
        tables=_tables(found, results, reviewers) if results else {},
        last_year=last_year if found.changes else "",
    )


def settled_of(results: Sequence[Result], standing: Standing) -> SettledView:
    """Return how the settled cases are distributed."""
    failing = {band.name for one in results for band in one.standard.bands if band.failing}
    found = overview(results)
    return SettledView(
        standing.settled,
        standing.waiting,
        tenths(found.mean.value),
        tuple((one.grade, one.cases, one.grade in failing) for one in found.grades),
    )


def _bands(results: Sequence[Result]) -> tuple[GradeBand, ...]:
    """Return the grades, those of the first standard where several differ."""
    return results[0].standard.bands if results else ()


def _tables(
    found: Statistics, results: Sequence[Result], reviewers: FigureTable | None
) -> Mapping[Part, tuple[FigureTable, ...]]:
    units = [group_table(found.units, "单位", ranked=True), heat_table(found.heat)]
    for groups, by in ((found.brigades, "办案大队"), (found.officers, "承办人")):
        if groups:
            units.append(group_table(groups, by, ranked=False))
    tables: dict[Part, tuple[FigureTable, ...]] = {
        Part.UNITS: tuple(units),
        Part.FIELDS: (
            group_table(found.fields, "执法门类", ranked=False),
            heat_table(heat_map(results, GroupBy.FIELD), "执法门类"),
        ),
        Part.KINDS: (
            group_table(found.kinds, "程序", ranked=False),
            heat_table(heat_map(results, GroupBy.KIND), "程序"),
        ),
        Part.ITEMS: (
            item_table(found.items),
            problem_table(found.problems),
            category_table(found.categories),
            dimension_table(found),
        ),
    }
    if reviewers is not None:
        tables[Part.REVIEWERS] = (reviewers,)
    if found.changes:
        tables[Part.LAST_YEAR] = (change_table(found.changes),)
    return tables


def _heads(found: Statistics, standing: Standing) -> tuple[HeadFigure, ...]:
    total = found.overview
    changes = {one.name: one for one in found.changes}
    limits = span(fine_percent(total.excellent.low), fine_percent(total.excellent.high))
    excellent = f"{total.excellent.count} 卷；95% 区间 {limits}"
    return (
        HeadFigure(str(len(standing.settled)), "卷已定", _rest(standing), standing.settled),
        HeadFigure(
            tenths(total.mean.value), "平均分", _against(changes.get(MEAN)) or _mean(total),
            total.mean.cases,
        ),
        HeadFigure(fine_percent(total.excellent.value), "优秀率", excellent, total.excellent.cases),
        HeadFigure(
            str(total.failing.count), "卷不合格", _vetoes(total), total.failing.cases,
            "red" if total.vetoes else "",
        ),
        HeadFigure(
            str(total.problems), "个问题", _per_case(total, changes.get(PROBLEMS)),
            _with_problems(found),
        ),
    )  # fmt: skip


def _rest(standing: Standing) -> str:
    parts = []
    if standing.disputed:
        parts.append(f"{len(standing.disputed)} 卷在合议")
    if others := len(standing.waiting) - len(standing.disputed):
        parts.append(f"{others} 卷未定")
    return f"另有 {'，'.join(parts)}" if parts else "抽中案卷均已定"


def _mean(total: Overview) -> str:
    limits = span(tenths(total.mean.low), tenths(total.mean.high))
    return "案卷太少，不能估计区间" if limits == NONE else f"95% 区间 {limits}"


def _against(change: Change | None) -> str:
    """Return last year's figure; a difference that may be chance is not called one."""
    if change is None or change.before is None or change.difference is None:
        return ""
    before = f"上年 {tenths(change.before)}"
    if not change.is_clear:
        return f"{before}，不能说明有变化"
    word = "高" if change.difference > 0 else "低"
    return f"{before}，{word} {half_up(abs(change.difference))}"


def _vetoes(total: Overview) -> str:
    if not total.vetoes:
        return f"{fine_percent(total.failing.value)}，没有一票否决"
    hit = sum(one.share.count for one in total.vetoes)
    spared = f"，{len(total.spared)} 卷仅不评优" if total.spared else ""
    return f"一票否决 {len(total.vetoed)} 卷 {hit} 处{spared}"


def _per_case(total: Overview, change: Change | None) -> str:
    said = f"每卷 {tenths(total.per_case or Decimal(0))} 个"
    before = change.before if change else None
    return said if before is None else f"{said}，上年 {tenths(before)} 个"


def _with_problems(found: Statistics) -> Cases:
    """Return the cases that have at least one problem, in the order of the results."""
    known = {case for one in found.categories for case in one.cases}
    known |= {case for one in found.overview.vetoes for case in one.share.cases}
    return tuple(dict.fromkeys(case for case in found.overview.mean.cases if case in known))
