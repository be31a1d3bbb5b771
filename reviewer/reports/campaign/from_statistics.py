"""The campaign's statistics as the summary and the bulletin print them: only names are chosen here.

Ranks stay spans where they are not certain; only units are ranked.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from reviewer.model.campaigns import Campaign
from reviewer.model.statistics import GroupBy, GroupResult, ItemLoss, Statistics, are_ranked
from reviewer.reports.campaign.inputs import CategoryLine, ResultLine, ResultTable, SummaryInput
from reviewer.reports.campaign.pieces import rounded
from reviewer.reports.wording import points

_SHOWN = 5
RANK_NOTE = "名次写作区间的，表示因案卷数少，这几个名次之间不能区分。"
UNRANKED_NOTE = "各单位平均分的 95% 区间都重叠，分不出先后，不列名次。"


def summary_of(
    campaign: Campaign, statistics: Statistics, made_on: date, pending: int = 0
) -> SummaryInput:
    """Return the values of 评查结果汇总表; dimensions without a group are left out."""
    dimensions = (
        (GroupBy.UNIT, statistics.units),
        (GroupBy.FIELD, statistics.fields),
        (GroupBy.KIND, statistics.kinds),
        (GroupBy.BRIGADE, statistics.brigades),
        (GroupBy.OFFICER, statistics.officers),
    )
    tables = tuple(_table(by, groups) for by, groups in dimensions if groups)
    return SummaryInput(
        campaign,
        tuple(one.grade for one in statistics.overview.grades),
        tables,
        _overall(statistics),
        made_on,
        pending,
    )


def category_lines(
    statistics: Statistics, examples: Mapping[str, Sequence[str]] | None = None
) -> tuple[CategoryLine, ...]:
    """Return the problems by category, with examples by the category's name."""
    told = examples or {}
    return tuple(
        CategoryLine(one.name, one.problems, len(set(one.cases)), tuple(told.get(one.name, ())))
        for one in statistics.categories
    )


def _table(by: GroupBy, groups: Sequence[GroupResult]) -> ResultTable:
    """Return one table; only units are ranked, where they can be told apart."""
    if by is not GroupBy.UNIT:
        return ResultTable(by.value, tuple(_line(one, ranked=False) for one in groups))
    ranked = are_ranked(groups)
    note = RANK_NOTE if ranked else UNRANKED_NOTE if len(groups) > 1 else ""
    return ResultTable(by.value, tuple(_line(one, ranked=ranked) for one in groups), note)


def _line(group: GroupResult, *, ranked: bool) -> ResultLine:
    rank = ""
    if ranked and group.mean.value is not None:
        span = (group.best_rank, group.worst_rank)
        rank = f"{span[0]}—{span[1]}" if group.is_tied else str(span[0])
    return ResultLine(
        group.name,
        group.mean.count,
        group.mean.value,
        tuple(len(one.cases) for one in group.grades),
        len(set(group.vetoed)),
        tuple(map(_lost, group.heaviest[:_SHOWN])),
        rank,
    )


def _overall(statistics: Statistics) -> ResultLine:
    view = statistics.overview
    losses = sorted(
        (
            ItemLoss(one.item, one.short, one.rate.full - one.rate.awarded, one.failed.cases)
            for one in statistics.items
        ),
        key=lambda one: -one.lost,
    )
    return ResultLine(
        "合计",
        view.mean.count,
        view.mean.value,
        tuple(len(one.cases) for one in view.grades),
        len({case for unit in statistics.units for case in unit.vetoed}),
        tuple(_lost(one) for one in losses[:_SHOWN] if one.lost),
        spared=len(view.spared),
    )


def _lost(one: ItemLoss) -> str:
    return f"{one.item} {one.short}（扣 {points(rounded(one.lost))} 分）"
