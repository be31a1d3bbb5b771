"""评查组名单, 回避登记表, 案卷分配表, 保密承诺书 and 培训签到表: the papers of a review group."""

from reviewer.model.campaigns import Campaign, Conflict, Member
from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Layout,
    PageBreak,
    Report,
    Style,
    Table,
    Text,
    head_row,
)
from reviewer.reports.campaign.inputs import GroupsInput
from reviewer.reports.campaign.pieces import iso, numbered, shown_day
from reviewer.reports.wording import LAW_NOTE

TITLE = "评查组名单及回避、保密材料"
_PLEDGES = (
    "不向无关人员泄露评查案卷的内容、当事人的个人信息和商业秘密。",
    "未经批准不复制、拍摄、转存案卷材料；评查结束后按要求清退、删除。",
    "评查结果公布前，不向被评查单位和其他人员透露评分、评查意见和合议情况。",
    "发现与本人有回避情形的，及时主动报告，不评查有关案卷。",
    "不接受被评查单位的请托，不利用评查工作谋取利益。",
)


def groups(source: GroupsInput) -> Report:
    """Return list, conflicts, pledge and attendance sheet, each on a page of its own."""
    campaign = source.campaign
    blocks: list[Block] = [
        Text("评查组名单", Style.TITLE),
        Text(campaign.name, Style.SUBTITLE),
        _members(campaign),
        Text(_remark(campaign)),
        *_sheet("回避登记表", campaign),
        *_conflicts(source),
        *_assigned(source),
        *_sheet("保密承诺书", campaign),
        *_pledge(source),
        *_sheet("培训签到表", campaign),
        *_attendance(campaign),
    ]
    return Report(f"{TITLE} {campaign.name}", Layout.RECORD, tuple(blocks), LAW_NOTE)


def _sheet(title: str, campaign: Campaign) -> list[Block]:
    return [PageBreak(), Text(title, Style.TITLE), Text(campaign.name, Style.SUBTITLE)]


def _members(campaign: Campaign) -> Table:
    rows = [head_row("序号", "评查组", "职责", "姓名", "所在单位")]
    for number, member in enumerate(_by_group(campaign), 1):
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(member.group or "未分组", Align.CENTRE),
                Cell(_role(member), Align.CENTRE),
                Cell(member.name, Align.CENTRE),
                Cell(_unit(member)),
            )
        )
    return Table((8, 18, 16, 16, 42), tuple(rows))


def _by_group(campaign: Campaign) -> list[Member]:
    """Return members group by group in the order in which the groups were set up."""
    order = list(dict.fromkeys(member.group for member in campaign.members))
    return sorted(campaign.members, key=lambda one: (order.index(one.group), not one.leads_group))


def _role(member: Member) -> str:
    roles = (("活动负责人", member.leads_campaign), ("组长", member.leads_group))
    return "、".join(name for name, holds in roles if holds) or "评查人"


def _unit(member: Member) -> str:
    return member.unit_name or "组织单位"


def _remark(campaign: Campaign) -> str:
    count = len({member.group for member in campaign.members if member.group})
    grouped = f"{count} 个评查组、" if count else ""
    return (
        f"共 {grouped}{len(campaign.members)} 名评查人员。"
        "评查人员不评查本单位（包括上级、下级单位和两年内离开的单位）的案卷。"
    )


def _conflicts(source: GroupsInput) -> list[Block]:
    campaign = source.campaign
    rule = Text(
        "评查人员与被评查单位、案件当事人有利害关系，或者参与过案件办理、审核、听证、复议、诉讼代理，"
        "可能影响公正评查的，应当回避。"
    )
    if not campaign.conflicts:
        return [rule, Text("截至打印时没有登记回避事项。")]
    names = {member.person: member.name for member in campaign.members}
    rows = [
        head_row("序号", "评查人", "回避的单位、案卷或者当事人", "原因", "登记日期", "本人签名")
    ]
    for number, one in enumerate(campaign.conflicts, 1):
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(names.get(one.person, "—"), Align.CENTRE),
                Cell(_what(source, one)),
                Cell(one.reason),
                Cell(iso(one.declared_on), Align.CENTRE),
                Cell("\n"),
            )
        )
    return [rule, Table((7, 12, 31, 22, 15, 13), tuple(rows))]


def _what(source: GroupsInput, one: Conflict) -> str:
    if one.row:
        row = source.rows.get(one.row)
        return f"案卷：{row.unit_name} {row.case_no}" if row else "案卷（台账中未见）"
    if one.unit:
        units = {unit.id: unit.name for unit in source.campaign.units}
        return f"单位：{units.get(one.unit, '（不在被评查单位中）')}"
    return f"当事人：{one.party}"


def _assigned(source: GroupsInput) -> list[Block]:
    if not source.assigned:
        return []
    rows = [head_row("序号", "被评查单位", "案号", "类型", "页数", "初评", "复评")]
    for number, one in enumerate(source.assigned, 1):
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(one.unit),
                Cell(one.case_no),
                Cell(one.kind, Align.CENTRE),
                Cell(str(one.pages or "—"), Align.RIGHT),
                Cell(one.first or "—", Align.CENTRE),
                Cell(one.second or "—", Align.CENTRE),
            )
        )
    said = Text("双评案卷由两人分别独立评查；列有复评的为双评案卷。")
    return [
        *_sheet("案卷分配表", source.campaign),
        Table((7, 22, 27, 10, 8, 13, 13), tuple(rows)),
        said,
    ]


def _pledge(source: GroupsInput) -> list[Block]:
    until = source.pledge_until or "本承诺在评查活动结束后继续有效"
    rows = [head_row("序号", "姓名", "所在单位", "承诺人签名", "日期")]
    rows += [
        (
            Cell(str(number), Align.CENTRE),
            Cell(member.name, Align.CENTRE),
            Cell(_unit(member)),
            Cell("\n"),
            Cell(""),
        )
        for number, member in enumerate(_by_group(source.campaign), 1)
    ]
    return [
        Text(f"本人参加{source.campaign.name}，郑重承诺："),
        *numbered(_PLEDGES),
        Text(f"{until}。违反承诺的，依照有关规定承担责任。"),
        Table((8, 16, 40, 22, 14), tuple(rows)),
    ]


def _attendance(campaign: Campaign) -> list[Block]:
    rows = [head_row("序号", "姓名", "所在单位", "签到", "备注")]
    rows += [
        (
            Cell(str(number), Align.CENTRE),
            Cell(member.name, Align.CENTRE),
            Cell(_unit(member)),
            Cell("\n"),
            Cell(""),
        )
        for number, member in enumerate(_by_group(campaign), 1)
    ]
    return [
        Text(f"培训时间：{shown_day(None)}　　培训地点：＿＿＿＿＿＿＿＿", Style.FLUSH),
        Text("培训内容：评查标准、评查方法、回避和保密要求、软件操作。", Style.FLUSH),
        Table((8, 16, 40, 22, 14), tuple(rows)),
    ]
