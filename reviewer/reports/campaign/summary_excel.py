"""评查结果汇总表 of a campaign as an Excel workbook: a sheet for each way to look at the results.

Numbers are numbers, so that the bureau can go on computing.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.model.standards import QUESTION_NAMES
from reviewer.model.statistics import Change, GroupResult, Overview, Share, Statistics, are_ranked
from reviewer.reports.charts.numbers import half_up
from reviewer.reports.charts.tables import rank
from reviewer.reports.excel import Column, Value, fill_sheet, first_sheet

_POINTS = "0.0"
_PERCENT = "0.0%"
_RANK = 5
"""Which column holds the rank."""
RANKED = "名次写作区间的，区间内分不出先后"
UNRANKED = "各单位平均分的 95% 区间都重叠，分不出先后，不列名次"


def write_campaign_summary(statistics: Statistics, path: Path, title: str) -> None:
    """Write the workbook; `title` stands before the name of each sheet, such as the campaign's."""
    book = Workbook()
    sheet = first_sheet(book, "总览")
    fill_sheet(sheet, f"{title}　总览", _OVERVIEW, _overview(statistics.overview))
    _show_tenths(sheet)
    units = statistics.units
    ranked = are_ranked(units)
    note = RANKED if ranked else UNRANKED if len(units) > 1 else ""
    _groups(book, title, "单位", units, note, ranked=ranked)
    _groups(book, title, "执法门类", statistics.fields)
    _groups(book, title, "案件类型", statistics.kinds)
    if statistics.brigades:
        _groups(book, title, "办案大队", statistics.brigades)
    if statistics.officers:
        _groups(book, title, "承办人", statistics.officers, "一案有几名承办人的，各计一次")
    _dimensions(book, statistics, title)
    _items(book, statistics, title)
    _problems(book, statistics, title)
    _categories(book, statistics, title)
    _bands(book, statistics, title)
    if statistics.changes:
        sheet = book.create_sheet("与上年比较")
        fill_sheet(sheet, f"{title}　与上年比较", _CHANGES, map(_change, statistics.changes))
        _show_tenths(sheet)
    book.save(path)


def _groups(
    book: Workbook,
    title: str,
    head: str,
    groups: Sequence[GroupResult],
    note: str = "",
    *,
    ranked: bool = False,
) -> None:
    """Add the sheet of one way to look at the results; only units are ranked."""
    columns, rows = _group_columns(head, groups), [_group(one) for one in groups]
    if not ranked:
        columns = (*columns[:_RANK], *columns[_RANK + 1 :])
        rows = [(*row[:_RANK], *row[_RANK + 1 :]) for row in rows]
    told = f"（{note}）" if note else ""
    fill_sheet(book.create_sheet(f"按{head}"), f"{title}　按{head}汇总{told}", columns, rows)


def _show_tenths(sheet: Worksheet) -> None:
    """Give points and rates one decimal where counts stand in the same column."""
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            if isinstance(cell.value, Decimal):
                cell.number_format = _POINTS


_OVERVIEW = (
    Column("指标", 24),
    Column("数值", 12, "General"),
    Column("95% 区间下限", 14, "General"),
    Column("95% 区间上限", 14, "General"),
    Column("说明", 48),
)
_CHANGES = (
    Column("指标", 28),
    Column("今年", 10, "General"),
    Column("上年", 10, "General"),
    Column("相差", 10, "General"),
    Column("95% 区间", 20),
    Column("说明", 40),
)


def _overview(one: Overview) -> list[tuple[Value, ...]]:
    vetoes = "；".join(f"{veto.id} {veto.text} {veto.share.count} 卷" for veto in one.vetoes)
    return [
        ("已定案卷", one.mean.count, None, None, "有评定结果的案卷数"),
        ("平均分", one.mean.value, one.mean.low, one.mean.high, "命中 A 类一票否决的按 0 分计"),
        *((f"{grade.grade}（卷）", len(grade.cases), None, None, "") for grade in one.grades),
        ("优秀率（%）", *_in_percent(one.excellent), ""),
        ("不合格率（%）", *_in_percent(one.failing), ""),
        ("问题数", one.problems, None, None, "各处扣分和一票否决合计"),
        ("卷均问题数", one.per_case, None, None, ""),
        ("一票否决卷数", len(one.vetoed), None, None, _of_vetoed(one)),
        ("一票否决处数", sum(veto.share.count for veto in one.vetoes), None, None, vetoes or "无"),
    ]


def _of_vetoed(one: Overview) -> str:
    if not one.vetoed:
        return ""
    failing = len(one.vetoed) - len(one.spared)
    return f"其中不合格 {failing} 卷，不得评为优秀 {len(one.spared)} 卷；一卷可命中几处"


def _in_percent(share: Share) -> tuple[Decimal | None, ...]:
    return tuple(
        None if one is None else half_up(one * 100) for one in (share.value, share.low, share.high)
    )


def _group_columns(head: str, groups: Sequence[GroupResult]) -> tuple[Column, ...]:
    grades = [one.grade for one in groups[0].grades] if groups else []
    return (
        Column(head, 24),
        Column("案卷数", 8, "0"),
        Column("平均分", 8, _POINTS),
        Column("95% 区间下限", 13, _POINTS),
        Column("95% 区间上限", 13, _POINTS),
        Column("名次", 13),
        *(Column(grade, 8, "0") for grade in grades),
        Column("优秀率", 8, _PERCENT),
        Column("否决卷数", 9, "0"),
        Column("问题数", 8, "0"),
        Column("扣分最多的评查项", 48),
    )


def _group(one: GroupResult) -> tuple[Value, ...]:
    heaviest = "；".join(
        f"{item.item} {item.short} −{item.lost.normalize():f}" for item in one.heaviest
    )
    return (
        one.name,
        one.mean.count,
        one.mean.value,
        one.mean.low,
        one.mean.high,
        rank(one),
        *(len(grade.cases) for grade in one.grades),
        one.excellent.value,
        len(one.vetoed),
        one.problems,
        heaviest,
    )


def _dimensions(book: Workbook, statistics: Statistics, title: str) -> None:
    heat = statistics.heat
    columns = (
        Column("单位", 28),
        *(Column(QUESTION_NAMES[question], 14, _PERCENT) for question in heat.columns),
    )
    rows: list[tuple[Value, ...]] = [
        (name, *(rate.value for rate in rates)) for name, rates in heat.rows
    ]
    rows.append(("合计", *(rate.value for _, rate in statistics.dimensions)))
    sheet = book.create_sheet("单位×维度")
    fill_sheet(sheet, f"{title}　各维度得分率（空格为不涉及）", columns, rows)


def _items(book: Workbook, statistics: Statistics, title: str) -> None:
    columns = (
        Column("评查项", 8),
        Column("名称", 26),
        Column("适用卷数", 9, "0"),
        Column("不涉及", 8, "0"),
        Column("得分率", 9, _PERCENT),
        Column("扣分卷数", 9, "0"),
        *_shares("扣分卷占比"),
    )
    rows: Iterable[tuple[Value, ...]] = (
        (
            one.item,
            one.short,
            one.failed.of,
            len(one.absent),
            one.rate.value,
            one.failed.count,
            one.failed.value,
            one.failed.low,
            one.failed.high,
        )
        for one in statistics.items
    )
    fill_sheet(book.create_sheet("按评查项"), f"{title}　按评查项汇总", columns, rows)


def _problems(book: Workbook, statistics: Statistics, title: str) -> None:
    columns = (
        Column("编号", 8),
        Column("问题", 56),
        Column("卷数", 8, "0"),
        Column("适用卷数", 9, "0"),
        *_shares("占比"),
        Column("扣分合计", 10, "0.0#"),
    )
    rows: Iterable[tuple[Value, ...]] = (
        (
            one.id,
            one.text,
            one.share.count,
            one.share.of,
            one.share.value,
            one.share.low,
            one.share.high,
            None if one.is_veto else one.lost,
        )
        for one in statistics.problems
    )
    fill_sheet(book.create_sheet("问题排序"), f"{title}　出现最多的问题", columns, rows)


def _categories(book: Workbook, statistics: Statistics, title: str) -> None:
    columns = (Column("问题类别", 24), Column("问题数", 24, "0"), Column("涉及卷数", 24, "0"))
    rows: Iterable[tuple[Value, ...]] = (
        (one.name, one.problems, len(one.cases)) for one in statistics.categories
    )
    fill_sheet(book.create_sheet("问题类别"), f"{title}　问题类别", columns, rows)


def _shares(head: str) -> tuple[Column, ...]:
    return (
        Column(head, 11, _PERCENT),
        Column("95% 区间下限", 13, _PERCENT),
        Column("95% 区间上限", 13, _PERCENT),
    )


def _bands(book: Workbook, statistics: Statistics, title: str) -> None:
    columns = (Column("分数段", 24), Column("卷数", 24, "0"), Column("上年卷数", 24, "0"))
    rows: Iterable[tuple[Value, ...]] = (
        (one.label, one.count, one.last_year) for one in statistics.bands
    )
    fill_sheet(book.create_sheet("分数分布"), f"{title}　分数分布", columns, rows)


def _change(one: Change) -> tuple[Value, ...]:
    scale, unit = (100, "%") if one.is_share else (1, "")
    figures = [
        None if value is None else half_up(value * scale)
        for value in (one.now, one.before, one.difference, one.low, one.high)
    ]
    now, before, difference, low, high = figures
    limits = "" if low is None or high is None else f"{low} 至 {high}".replace("-", "−")
    name = f"{one.name}（{unit}）" if unit else one.name
    return name, now, before, difference, limits, meaning(one)


def meaning(one: Change) -> str:
    """Return what a difference says, in Chinese."""
    if one.low is None or one.high is None:
        return "案卷太少，不能估计区间"
    if not one.is_clear:
        return "区间含 0，不能说明有变化"
    return "升高" if one.low > 0 else "降低"
