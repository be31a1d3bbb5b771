"""The table twin of each chart: what 复制 puts on the clipboard and Excel shows."""

from dataclasses import dataclass

from reviewer.model.standards import QUESTION_NAMES
from reviewer.model.statistics import GroupResult, Problem, ScoreBand, are_ranked
from reviewer.reports.charts.numbers import fine_percent, span, tenths
from reviewer.reports.charts.values import (
    Chart,
    HeatChart,
    MeansChart,
    ProblemsChart,
    SpreadChart,
)


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A table of texts."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def tab_text(self) -> str:
        """Return head and rows with tabs between the cells, as WPS and Excel paste them."""
        return "\n".join("\t".join(row) for row in (self.head, *self.rows))


def table_of(chart: Chart) -> ChartTable:
    """Return the figures of the chart, with all that the picture leaves out."""
    match chart:
        case MeansChart():
            ranked = chart.ranked and are_ranked(chart.groups)
            head: tuple[str, ...] = ("名称", "案卷数", "平均分", "95% 区间")
            head = (*head, "名次") if ranked else head
            rows = [_group(one, ranked=ranked) for one in chart.groups]
        case HeatChart():
            head = ("名称", *(QUESTION_NAMES[one] for one in chart.heat.columns))
            rows = [
                (name, *(fine_percent(rate.value) for rate in rates))
                for name, rates in chart.heat.rows
            ]
        case ProblemsChart():
            head = ("编号", "问题", "卷数", "适用卷数", "占比", "95% 区间")
            rows = [_problem(one) for one in chart.problems]
        case SpreadChart():
            head = ("分数段", "卷数", "上年卷数")
            rows = [_band(one) for one in chart.bands]
    return ChartTable(chart.title, chart.note, head, tuple(rows))


def rank(group: GroupResult) -> str:
    """Return the rank as far as it is certain: `3`, or `2–5（并列）`."""
    if not group.is_tied:
        return str(group.best_rank)
    return f"{group.best_rank}–{group.worst_rank}（并列）"


def _group(one: GroupResult, *, ranked: bool) -> tuple[str, ...]:
    mean = one.mean
    limits = span(tenths(mean.low), tenths(mean.high))
    cells = (one.name, str(mean.count), tenths(mean.value), limits)
    return (*cells, rank(one)) if ranked else cells


def _problem(one: Problem) -> tuple[str, ...]:
    part = one.share
    limits = span(fine_percent(part.low), fine_percent(part.high))
    return one.id, one.text, str(part.count), str(part.of), fine_percent(part.value), limits


def _band(one: ScoreBand) -> tuple[str, ...]:
    last = "" if one.last_year is None else str(one.last_year)
    return one.label, str(one.count), last
