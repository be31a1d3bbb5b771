"""The statistics of a campaign as tables of figures, for the parts of the place 统计.  Pure.

Ranks stay spans where they are not certain, and only units are ranked.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reviewer.model.standards import QUESTION_NAMES
from reviewer.model.statistics import (
    QUESTION_HEADS,
    Average,
    Cases,
    CategoryCount,
    Change,
    GroupResult,
    HeatMap,
    ItemLoss,
    ItemResult,
    Problem,
    Rate,
    Share,
    Statistics,
    are_ranked,
)
from reviewer.reports.campaign.summary_excel import meaning
from reviewer.reports.charts import depth, rank
from reviewer.reports.charts.numbers import (
    NONE,
    fine_percent,
    half_up,
    percent,
    span,
    tenths,
    whole_percent,
)
from reviewer.workspace.campaigns.figure_tables import (
    FigureCell,
    FigureHead,
    FigureRow,
    FigureTable,
    row_of,
)

BOLD_BELOW = Decimal("0.75")
"""Rates below stand in bold in the heat map."""
_RANK_NOTE = "区间重叠的不排先后，名次写作区间"
_UNRANKED = "各单位的区间都重叠，分不出先后，不列名次"


def group_table(groups: Sequence[GroupResult], by: str, *, ranked: bool) -> FigureTable:
    """Return the results of units, fields, kinds, brigades or officers."""
    grades = [one.grade for one in groups[0].grades] if groups else []
    told = ranked and are_ranked(groups)
    heads = [
        FigureHead(by, 2, right=False),
        FigureHead("卷数"),
        FigureHead("平均分"),
        FigureHead("95% 区间"),
        *(FigureHead(grade) for grade in grades),
        FigureHead("优秀率"),
        FigureHead("优秀率 95% 区间"),
        FigureHead("否决"),
        FigureHead("问题"),
        FigureHead("扣分最多的评查项", 3, right=False),
    ]
    if told:
        heads.insert(0, FigureHead("名次", right=False))
    note = f"{_RANK_NOTE if told else _UNRANKED}；" if ranked else ""
    return FigureTable(
        f"各{by}评查结果",
        f"{note}案卷少的，区间宽，均分只供参考",
        tuple(heads),
        tuple(_group(one, ranked=told) for one in groups),
    )


def heat_table(heat: HeatMap, by: str = "单位") -> FigureTable:
    """Return the heat map: score rates of groups × dimensions."""
    note = f"颜色越深失分越多，{whole_percent(BOLD_BELOW)} 以下加粗"
    if any(rate.value is None for _, rates in heat.rows for rate in rates):
        note += "；“—”为不涉及"
    heads = (
        FigureHead(by, 3, right=False),
        *(FigureHead(QUESTION_HEADS[one], 1, centre=True) for one in heat.columns),
    )
    rows = []
    for name, rates in heat.rows:
        pairs = zip(heat.columns, rates, strict=True)
        cells = (_heat(f"{name}，{QUESTION_NAMES[one]}", rate) for one, rate in pairs)
        rows.append(row_of(name, name, *cells))
    return FigureTable(f"{by} × 维度得分率（%）", note, heads, tuple(rows))


def dimension_table(statistics: Statistics) -> FigureTable:
    """Return the score rates of the dimensions over all units."""
    heads = (
        FigureHead("维度", 2, right=False),
        FigureHead("得分率", 1),
        FigureHead("失分", 1),
        FigureHead("涉及卷数", 1),
    )
    rows = (
        row_of(
            question.value,
            QUESTION_NAMES[question],
            FigureCell(fine_percent(rate.value), rate.cases, strong=_is_low(rate)),
            _plain(rate.full - rate.awarded),
            _count(rate.cases),
        )
        for question, rate in statistics.dimensions
    )
    note = "一个评查项服务两个维度的，两处都计"
    return FigureTable("各维度得分率", note, heads, tuple(rows))


def item_table(items: Iterable[ItemResult]) -> FigureTable:
    """Return what the reviews came to on each item."""
    heads = (
        FigureHead("编号", right=False),
        FigureHead("评查项", 3, right=False),
        FigureHead("适用"),
        FigureHead("不涉及"),
        FigureHead("得分率", 1),
        FigureHead("扣分卷数", 1),
        FigureHead("占适用案卷", 1),
        FigureHead("95% 区间", 1),
    )
    rows = (
        row_of(
            one.item,
            one.item,
            one.short,
            _count(one.rate.cases),
            _count(one.absent),
            FigureCell(fine_percent(one.rate.value), one.rate.cases, strong=_is_low(one.rate)),
            _count(one.failed.cases, strong=True),
            *_share(one.failed),
        )
        for one in items
    )
    return FigureTable("各评查项得分", "得分率为实得分占应得分的比例", heads, tuple(rows))


def problem_table(problems: Iterable[Problem]) -> FigureTable:
    """Return how often each clause or veto was found, the most frequent first."""
    heads = (
        FigureHead("编号", right=False),
        FigureHead("扣分情形、一票否决", 4, right=False),
        FigureHead("卷数"),
        FigureHead("适用"),
        FigureHead("占比", 1),
        FigureHead("95% 区间", 1),
        FigureHead("扣分合计", 1),
    )
    rows = (
        row_of(
            one.id,
            FigureCell(one.id, tone="red" if one.is_veto else "", strong=one.is_veto),
            FigureCell(one.text, tone="red" if one.is_veto else ""),
            _count(one.share.cases, strong=True),
            str(one.share.of),
            *_share(one.share),
            "一票否决" if one.is_veto else _plain(one.lost),
        )
        for one in problems
    )
    return FigureTable("出现最多的问题", "占适用该项的案卷的比例", heads, tuple(rows))


def category_table(categories: Iterable[CategoryCount]) -> FigureTable:
    """Return the problems by category, as 问题清单 names them."""
    heads = (
        FigureHead("问题类别", 2, right=False),
        FigureHead("问题数", 1),
        FigureHead("涉及卷数", 1),
    )
    rows = (
        row_of(one.name, one.name, FigureCell(str(one.problems), one.cases), _count(one.cases))
        for one in categories
    )
    return FigureTable("问题类别", "一卷有几类问题的，各类都计", heads, tuple(rows))


def change_table(changes: Iterable[Change]) -> FigureTable:
    """Return the figures of this year against last year's."""
    heads = (
        FigureHead("指标", 3, right=False),
        FigureHead("今年", 1),
        FigureHead("上年", 1),
        FigureHead("相差", 1),
        FigureHead("相差的 95% 区间", 2),
        FigureHead("说明", 3, right=False),
    )
    rows = (_change(one) for one in changes)
    note = "两年抽到的案卷不同，区间含 0 的可能出于偶然，不称升降"
    return FigureTable("与上年比较", note, heads, tuple(rows))


def _group(one: GroupResult, *, ranked: bool) -> FigureRow:
    cells: list[FigureCell | str] = [
        one.name,
        _count(one.mean.cases),
        FigureCell(tenths(one.mean.value), one.mean.cases, strong=True),
        limits_of(one.mean),
        *(_count(grade.cases) for grade in one.grades),
        *_share(one.excellent),
        _count(one.vetoed, tone="red"),
        FigureCell(str(one.problems), one.mean.cases),
        FigureCell("；".join(map(_lost, one.heaviest)) or NONE, _of_losses(one.heaviest)),
    ]
    if ranked:
        cells.insert(0, _rank(one))
    return row_of(one.key, *cells)


def _rank(one: GroupResult) -> FigureCell:
    if one.mean.value is None:
        return FigureCell(NONE)
    shown = f"{one.best_rank}–{one.worst_rank}" if one.is_tied else str(one.best_rank)
    hint = f"第 {shown} 名之间不能区分" if one.is_tied else f"第 {shown} 名"
    return FigureCell(shown, hint=hint, full=rank(one))


def limits_of(mean: Average) -> str:
    """Return the interval of a mean; a dash where the cases are too few."""
    return span(tenths(mean.low), tenths(mean.high))


def _count(cases: Cases, *, strong: bool = False, tone: str = "") -> FigureCell:
    if not cases:
        return FigureCell("0")
    return FigureCell(str(len(cases)), cases, strong=strong or bool(tone), tone=tone)


def _share(one: Share) -> tuple[FigureCell, FigureCell]:
    limits = span(fine_percent(one.low), fine_percent(one.high))
    return FigureCell(fine_percent(one.value), one.cases), FigureCell(limits)


def _lost(one: ItemLoss) -> str:
    return f"{one.item} {one.short} −{one.lost.normalize():f}"


def _of_losses(losses: Iterable[ItemLoss]) -> Cases:
    return tuple(dict.fromkeys(case for one in losses for case in one.cases))


def _heat(name: str, rate: Rate) -> FigureCell:
    if rate.value is None:
        return FigureCell(NONE, tone="ink2", hint=f"{name}，不涉及")
    return FigureCell(
        whole_percent(rate.value),
        rate.cases,
        strong=rate.value < BOLD_BELOW,
        level=depth(rate.value),
        hint=f"{name}，得分率 {percent(rate.value)}，{len(rate.cases)} 卷",
        full=fine_percent(rate.value),
    )


def _is_low(rate: Rate) -> bool:
    return rate.value is not None and rate.value < BOLD_BELOW


def _plain(points: Decimal) -> str:
    return f"{points.normalize():f}" if points else "0"


def _change(one: Change) -> FigureRow:
    def told(value: Decimal | None, *, signed: bool = False) -> str:
        if value is None:
            return NONE
        shown = half_up(value * 100) if one.is_share else half_up(value)
        plus = "+" if signed and shown > 0 else ""
        return f"{plus}{shown}{'%' if one.is_share else ''}".replace("-", "−")

    limits = NONE
    if one.low is not None and one.high is not None:
        limits = f"{told(one.low, signed=True)} 至 {told(one.high, signed=True)}"
    return row_of(
        one.name,
        one.name,
        FigureCell(told(one.now), strong=True),
        told(one.before),
        FigureCell(told(one.difference, signed=True), strong=one.is_clear),
        limits,
        FigureCell(meaning(one), tone="" if one.is_clear else "ink2"),
    )
