"""What would come of a supposition: before and after, for each case and unit.  Pure."""

from collections.abc import Iterable
from decimal import Decimal

from reviewer.campaign.whatif import IfDecided, IfStandard, Reopening, UnitShift
from reviewer.model.scores import Score
from reviewer.model.statistics import Cases, GroupResult
from reviewer.reports.charts.numbers import NONE, fine_percent, tenths
from reviewer.scoring.diff import StandardDiff
from reviewer.workspace.campaigns.figure_tables import (
    FigureCell,
    FigureHead,
    FigureRow,
    FigureTable,
    row_of,
)
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.suppositions import Flip, Supposed

_SHIFT_HEADS = (
    FigureHead("案卷、单位", 3, right=False),
    FigureHead("指标", right=False),
    FigureHead("现在", 1),
    FigureHead("假如", 1),
    FigureHead("变化", 1),
)


def decided(flip: Flip, found: IfDecided) -> Supposed:
    """Return what another decision on one item would give."""
    before, after = found.before, found.after
    case = flip.case_no
    rows = [
        _numbers((case, "总分"), before.total, after.total, (flip.case,)),
        _words((case, "等次"), before.grade, after.grade),
        *_unit_rows(found.unit),
        *(row for one in found.others for row in _unit_rows(one)),
    ]
    note = "没有列出的，不变"
    table = FigureTable("前后对照", note, _SHIFT_HEADS, tuple(rows))
    return Supposed(_decided_sentence(flip, found), (table,))


def under_standard(state: CampaignState, found: IfStandard, total: int) -> Supposed:
    """Return what another version of a standard would give; `total` counts all results."""
    return Supposed(
        _standard_sentence(found, total),
        (_cases(state, found.cases), _units(found.units), _differences(found.diff)),
    )


def _decided_sentence(flip: Flip, found: IfDecided) -> str:
    before, after = found.before, found.after
    said = f"{flip.item} {flip.name}由“{flip.now}”改为“{flip.told}”"
    if before.total == after.total and before.grade == after.grade:
        return f"{said}，总分和等次都不变。"
    grade = f"，等次由{before.grade}变为{after.grade}" if before.grade != after.grade else ""
    moved = f"，另有 {len(found.others)} 个单位名次变化" if found.others else ""
    return f"{said}，总分由 {before.total} 变为 {after.total}{grade}{moved}。"


def _standard_sentence(found: IfStandard, total: int) -> str:
    if not found.diff.differences:
        return "与现行标准没有差别。"
    reopened = [one for one in found.cases if one.reopened]
    graded = [one for one in found.cases if one.before.grade != one.likely.grade]
    said = f"有 {len(found.diff.differences)} 处不同，适用该标准的 {len(found.cases)} 卷"
    if len(found.cases) != total:
        said += f"（全部 {total} 卷）"
    if reopened:
        said += f"中，{len(reopened)} 卷共 {found.to_decide} 项需重新评定，其余结论和已记扣分保留"
    else:
        said += "都不需要重新评定，结论和已记扣分全部保留"
    grades = f"；照原结论计，{len(graded)} 卷等次会变" if graded else "；照原结论计，等次都不变"
    return f"{said}{grades}。"


def _unit_rows(shift: UnitShift) -> list[FigureRow]:
    before, after = shift.before, shift.after
    ranks = (_rank(before), _rank(after))
    # A span that stays tells nothing, least of all where it holds every unit.
    told = not before.is_tied or ranks[0] != ranks[1]
    return [
        _numbers((before.name, "平均分"), before.mean.value, after.mean.value, before.mean.cases),
        *([_words((before.name, "名次"), *ranks)] if told else []),
        _words(
            (before.name, "优秀率"),
            fine_percent(before.excellent.value),
            fine_percent(after.excellent.value),
        ),
    ]


def _numbers(
    name: tuple[str, str], before: Decimal | None, after: Decimal | None, cases: Cases
) -> FigureRow:
    gap = None if before is None or after is None else after - before
    return row_of(
        "".join(name),
        *name,
        FigureCell(tenths(before), cases),
        FigureCell(tenths(after), cases, strong=bool(gap)),
        _gap(gap),
    )


def _words(name: tuple[str, str], before: str, after: str) -> FigureRow:
    same = before == after
    change = FigureCell("不变", tone="ink2") if same else FigureCell("变化", strong=True)
    return row_of("".join(name), *name, before, FigureCell(after, strong=not same), change)


def _gap(value: Decimal | None) -> FigureCell:
    if value is None:
        return FigureCell(NONE)
    if not value:
        return FigureCell("不变", tone="ink2")
    return FigureCell(f"{value:+.1f}".replace("-", "−"), strong=True)


def _rank(group: GroupResult) -> str:
    if group.mean.value is None:
        return NONE
    return f"{group.best_rank}–{group.worst_rank}" if group.is_tied else str(group.best_rank)


def _cases(state: CampaignState, cases: Iterable[Reopening]) -> FigureTable:
    heads = (
        FigureHead("案卷", 3, right=False),
        FigureHead("单位", 2, right=False),
        FigureHead("现在"),
        FigureHead("等次", right=False),
        FigureHead("照原结论"),
        FigureHead("等次", right=False),
        FigureHead("重评后可能"),
        FigureHead("需重新评定", 3, right=False),
    )
    rows = (_case(state, one) for one in cases)
    note = (
        "照原结论：已有结论都不变，新增的项按满分计；重评后可能：需重新评定的项评完之前的得分范围"
    )
    return FigureTable("各卷变化", note, heads, tuple(rows))


def _case(state: CampaignState, one: Reopening) -> FigureRow:
    row, likely = state.row(one.case), one.likely
    changed = one.before.grade != likely.grade
    items = "、".join(one.reopened)
    if one.dropped:
        items = "；".join(filter(None, (items, f"不再评查 {'、'.join(one.dropped)}")))
    return row_of(
        str(one.review),
        FigureCell(row.case_no, (one.case,)),
        state.campaign.unit(row.unit).name,
        tenths(one.before.total),
        one.before.grade,
        FigureCell(tenths(likely.total), strong=one.before.total != likely.total),
        FigureCell(likely.grade, strong=changed),
        _span(one, likely),
        FigureCell(items or "无", tone="amber" if one.reopened else "ink2"),
    )


def _span(one: Reopening, likely: Score) -> str:
    if one.low == one.high == likely.total:
        return tenths(likely.total)
    return f"{tenths(one.low)}–{tenths(one.high)}"


def _units(shifts: Iterable[UnitShift]) -> FigureTable:
    heads = (
        FigureHead("单位", 3, right=False),
        FigureHead("卷数"),
        FigureHead("现均分", 1),
        FigureHead("假如均分", 1),
        FigureHead("变化", 1),
        FigureHead("现名次", 1),
        FigureHead("假如名次", 1),
        FigureHead("现优秀率", 1),
        FigureHead("假如优秀率", 1),
    )
    rows = []
    for one in shifts:
        before, after = one.before, one.after
        gap = None
        if before.mean.value is not None and after.mean.value is not None:
            gap = after.mean.value - before.mean.value
        ranks, shares = (
            (_rank(before), _rank(after)),
            (fine_percent(before.excellent.value), fine_percent(after.excellent.value)),
        )
        rows.append(
            row_of(
                before.key,
                before.name,
                FigureCell(str(before.mean.count), before.mean.cases),
                tenths(before.mean.value),
                FigureCell(tenths(after.mean.value), strong=bool(gap)),
                _gap(gap),
                ranks[0],
                FigureCell(ranks[1], strong=ranks[0] != ranks[1]),
                shares[0],
                FigureCell(shares[1], strong=shares[0] != shares[1]),
            )
        )
    return FigureTable("各单位变化", "照原结论计；区间重叠的不排先后", heads, tuple(rows))


def _differences(found: StandardDiff) -> FigureTable:
    heads = (
        FigureHead("部分", right=False),
        FigureHead("编号", right=False),
        FigureHead("差别", right=False),
        FigureHead("现行", 3, right=False),
        FigureHead("假如", 3, right=False),
    )
    rows = (
        row_of(
            f"{one.part} {one.id} {one.kind}",
            one.part.value,
            one.id,
            one.kind.value,
            one.before or NONE,
            one.after or NONE,
        )
        for one in found.differences
    )
    return FigureTable("标准差别", "只有改动触及的评查项需要重新评定", heads, tuple(rows))
