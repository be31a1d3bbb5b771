"""The reviewers of a campaign as a table: how much each signed, and how severe; leader only.  Pure.

Severity is told with its interval and called by a word only where the interval leaves out zero.
"""

from collections import defaultdict
from decimal import Decimal
from uuid import UUID

from reviewer.campaign.severity import Severity
from reviewer.model.draws import Assignment, Duty
from reviewer.model.statistics import Cases
from reviewer.reports.charts.numbers import NONE
from reviewer.workspace.campaigns.agreement import agreement_of
from reviewer.workspace.campaigns.figure_tables import (
    FigureCell,
    FigureHead,
    FigureRow,
    FigureTable,
    row_of,
)
from reviewer.workspace.campaigns.review_book import ReviewBook

_HEADS = (
    FigureHead("评查人", 1, right=False),
    FigureHead("评查组", 1, right=False),
    FigureHead("承担"),
    FigureHead("已签定"),
    FigureHead("均分"),
    FigureHead("共同评查"),
    FigureHead("偏差"),
    FigureHead("95% 区间"),
    FigureHead("每天变化"),
    FigureHead("变化 95% 区间"),
    FigureHead("说明", 3, right=False),
)
_NOTE = (
    "只有活动负责人可以看到。偏差为本人评分减去参照分（有合议的取合议分，否则取他人均分），"
    "负数偏严；算法见 Bland、Altman 1986"
)


def reviewer_table(book: ReviewBook) -> FigureTable:
    """Return a row for each reviewer, in the order of the set-up."""
    severity = {one.person: one for one in agreement_of(book).severity}
    given: defaultdict[UUID, list[Assignment]] = defaultdict(list)
    for one in book.state.assignments:
        if not one.withdrawn and one.duty is not Duty.CALIBRATION:
            given[one.person].append(one)
    rows = (
        _row(member.person, member.name, member.group, given[member.person], book, severity)
        for member in book.state.campaign.members
    )
    return FigureTable("评查人评分情况", _NOTE, _HEADS, tuple(rows))


def _row(
    person: UUID,
    name: str,
    group: str,
    given: list[Assignment],
    book: ReviewBook,
    severity: dict[UUID, Severity],
) -> FigureRow:
    found = [one for each in given if (one := book.of(each)) is not None]
    signed = [one for one in found if one.review.is_signed]
    totals = [one.score.total for one in signed]
    cases = tuple(one.review.case for one in signed)
    own = severity.get(person)
    return row_of(
        str(person),
        FigureCell(name, strong=True),
        group or NONE,
        _count(tuple(one.case for one in given)),
        _count(cases),
        FigureCell(f"{sum(totals, Decimal(0)) / len(totals):.1f}" if totals else NONE, cases),
        *_severity(own),
    )


def _severity(one: Severity | None) -> tuple[FigureCell | str, ...]:
    if one is None:
        return ("0", NONE, NONE, NONE, NONE, FigureCell("还没有签定的评查", tone="ink2"))
    clear = one.is_clear
    word = ""
    if one.mean is not None:
        word = "区间含 0，看不出偏严偏宽"
        if clear:
            word = "偏严" if one.mean < 0 else "偏宽"
    said = "；".join(filter(None, (word, one.reason.rstrip("。"))))
    return (
        str(one.cases),
        FigureCell(_signed(one.mean), strong=clear),
        _span(one.low, one.high),
        _signed(one.drift),
        _span(one.drift_low, one.drift_high),
        FigureCell(said, tone="amber" if clear else "ink2"),
    )


def _count(cases: Cases) -> FigureCell:
    return FigureCell(str(len(cases)), cases)


def _signed(value: float | None) -> str:
    return NONE if value is None else f"{value:+.2f}".replace("-", "−")


def _span(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return NONE
    return f"{_signed(low)} 至 {_signed(high)}"
