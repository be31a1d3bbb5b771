"""申辩复核决定: what became of each item that a unit objected to, and why."""

from decimal import Decimal

from reviewer.model.feedback import ObjectionState
from reviewer.reports.blocks import Align, Block, Cell, Layout, Report, Table, Text, head_row
from reviewer.reports.campaign.inputs import ObjectionInput, ObjectionItem
from reviewer.reports.campaign.pieces import bound, heading, on_day, plain_top, sentence, signature
from reviewer.reports.wording import LAW_NOTE, points

TITLE = "案卷评查申辩复核决定"
_SMALL = 10.5


def objection_decision(source: ObjectionInput) -> Report:
    """Return the decision; a draft until it is decided and the review of it is signed."""
    objection = source.objection
    refused = objection.state is ObjectionState.REFUSED
    blocks: list[Block] = [
        *plain_top(source.official, TITLE),
        Text(
            f"你单位对{source.campaign.name}中案卷 {source.case_no}"
            f"（{source.cause or '案由未记载'}）评查意见的申辩，"
            f"于{on_day(objection.received_on)}收到。{_time(objection.in_time)}"
        ),
    ]
    if refused:
        blocks += [heading(1, "决定"), Text("经审查，对该申辩不予受理，原评查结果不变。")]
        blocks.append(Text(f"理由：{sentence(objection.reason) or '＿＿＿＿＿＿'}"))
    else:
        blocks += _decided(source)
    blocks += signature(source.official)
    return Report(
        title=f"{TITLE} {source.case_no}",
        layout=Layout.LETTER,
        blocks=bound(blocks),
        footer=LAW_NOTE,
        draft=not refused and (source.after is None or not objection.outcome),
        draft_note="尚未复核完毕，不作为评查结果",
    )


def _time(in_time: bool | None) -> str:
    if in_time is None:
        return "申辩是否在期限内提出，请核对送达日期。"
    return "申辩在期限内提出。" if in_time else "申辩超过期限提出。"


def _decided(source: ObjectionInput) -> list[Block]:
    objection = source.objection
    return [
        heading(1, "申辩意见"),
        Text(sentence(objection.text)),
        heading(2, "复核情况"),
        Text(f"对申辩涉及的 {len(source.items)} 个评查项逐项复核，其他评查项不作变更。"),
        _items(source.items),
        heading(3, "复核决定"),
        Text(_outcome(source)),
    ]


def _items(items: tuple[ObjectionItem, ...]) -> Table:
    rows = [head_row("序号", "评查项", "申辩要点", "原得分", "复核得分", "复核理由和页码")]
    for number, one in enumerate(items, 1):
        page = f"（{_where(one.pages)}）" if one.pages else ""
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(one.name),
                Cell(one.argued),
                Cell(_given(one, one.before), Align.CENTRE),
                Cell(_given(one, one.after), Align.CENTRE),
                Cell(f"{one.reason}{page}"),
            )
        )
    return Table((8, 22, 24, 10, 10, 26), tuple(rows), size=_SMALL)


def _where(pages: str) -> str:
    return f"卷内第 {pages} 页" if pages.replace("、", "").isdigit() else pages


def _given(one: ObjectionItem, value: Decimal) -> str:
    if one.is_veto:
        return "命中" if value else "排除"
    return points(value)


_SPOKEN = {"采纳": "予以采纳", "不采纳": "不予采纳"}
"""Outcomes as a sentence says them; the others stand as they are."""


def _outcome(source: ObjectionInput) -> str:
    outcome = source.objection.outcome or "＿＿＿＿"
    outcome = _SPOKEN.get(outcome, outcome)
    reason = sentence(source.objection.reason)
    before = f"{points(source.before.total)} 分、{source.before.grade}"
    if source.after is None:
        return f"对申辩意见{outcome}。{reason}该案卷原评查结果为 {before}，复核结果待定。"
    after = f"{points(source.after.total)} 分、{source.after.grade}"
    same = (source.after.total, source.after.grade) == (source.before.total, source.before.grade)
    end = f"该案卷评查结果仍为 {after}" if same else f"该案卷评查结果由 {before}变更为 {after}"
    return f"对申辩意见{outcome}。{reason}{end}。本决定为本次评查活动的最终结果。"
