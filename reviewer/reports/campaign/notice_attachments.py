"""The attachments of the notice: 评查标准目录, 案件目录填写说明, 评查表样式."""

from decimal import Decimal

from reviewer.model import Standard
from reviewer.model.campaigns import Campaign
from reviewer.model.ledger_sheets import LEDGER_COLUMNS
from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Style,
    Table,
    Text,
    Tone,
    head_row,
    label,
)
from reviewer.reports.campaign.pieces import fields, sign_table
from reviewer.reports.wording import points

STANDARDS_TITLE = "评查标准目录"
LEDGER_TITLE = "案件目录（台账）填写说明"
FORM_TITLE = "案卷评查表样式"
SELF_TITLE = "案卷自查情况表"
_SMALL = 10.5


def _whole(value: Decimal) -> str:
    return points(value).removesuffix(".0")


def standards_list(campaign: Campaign, standards: tuple[Standard, ...]) -> list[Block]:
    """Return the standards with version and weight, and the groups of each."""
    if not standards:
        return [Text("评查标准另行印发。")]
    kinds: dict[tuple[str, str], list[str]] = {}
    for pin in campaign.standards:
        kinds.setdefault((pin.standard, pin.version), []).append(pin.kind.value)
    head = head_row("序号", "标准名称", "版本", "适用案件类型", "评查项", "否决项", "满分")
    rows = [head]
    for number, one in enumerate(standards, 1):
        used = "、".join(kinds.get((one.id, one.version), [])) or "—"
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(one.name),
                Cell(one.version, Align.CENTRE),
                Cell(used, Align.CENTRE),
                Cell(str(len(one.items)), Align.CENTRE),
                Cell(str(len(one.vetoes)), Align.CENTRE),
                Cell(_whole(sum((g.points for g in one.groups), Decimal(0))), Align.CENTRE),
            )
        )
    blocks: list[Block] = [Table((8, 30, 12, 20, 10, 10, 10), tuple(rows), size=_SMALL)]
    for one in standards:
        bands = "，".join(
            f"{band.name} {_whole(band.from_total)} 分以上"
            if not band.failing
            else f"其余为{band.name}"
            for band in one.bands
        )
        blocks.append(Text(f"{one.name}", Style.SUBHEADING))
        groups = "、".join(f"{g.name} {_whole(g.points)} 分" for g in one.groups)
        blocks.append(Text(f"分值：{groups}。等次：{bands}。"))
    return blocks


def self_review_form(campaign: Campaign) -> list[Block]:
    """Return the form on which a unit reports its own review."""
    figures = (
        "期间内办结案件数",
        "自查案卷数",
        "自评优秀卷数",
        "自评良好卷数",
        "自评合格卷数",
        "自评不合格卷数",
        "自查发现问题数",
        "已经改正问题数",
    )
    top = fields((("填报单位", ""), ("填报日期", "")), 2, (27, 23, 27, 23))
    counts = fields([(name, "") for name in figures], 2, top.widths)
    long = (
        ("自查组织情况", "\n\n\n"),
        ("主要问题", "\n\n\n"),
        ("整改措施", "\n\n\n"),
        ("需要说明的事项", "\n\n"),
    )
    rows = tuple((label(name), Cell(value, span=3)) for name, value in long)
    return [
        Text(f"（{campaign.year} 年度，随案件目录一并报送）", Style.SUBTITLE),
        Table(top.widths, (*top.rows, *counts.rows, *rows), head=0),
        sign_table((("填报人", ""), ("负责人", ""), ("单位", "（盖章）"))),
    ]


def ledger_notes() -> list[Block]:
    """Return what every column of the ledger asks for."""
    rows = [head_row("序号", "栏目", "必填", "填写说明")]
    for number, column in enumerate(LEDGER_COLUMNS, 1):
        notes = [column.note] if column.note else []
        if column.choices:
            notes.append(f"可选：{'、'.join(column.choices)}")
        if not notes:
            notes.append(f"例：{column.example}" if column.example else "")
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(column.title),
                Cell("必填" if column.needed else "", Align.CENTRE),
                Cell("；".join(notes)),
            )
        )
    return [
        Text(
            "案件目录使用随本通知下发的 Excel 模板填写，一案一行，不合并单元格，不更改表头。"
            "同一单位内案号不得重复。"
        ),
        Table((8, 28, 10, 54), tuple(rows), size=_SMALL),
    ]


def form_sample(campaign: Campaign, standard: Standard) -> list[Block]:
    """Return an empty review form under the first standard of the campaign."""
    pairs = [
        (name, "") for name in ("案卷号", "被评查单位", "案由", "决定书文号", "程序", "评查日期")
    ]
    return [
        Text(f"（{campaign.year} 年度，{standard.name}）", Style.SUBTITLE),
        fields(pairs, 2, (18, 32, 18, 32)),
        Text("否决项", Style.HEADING),
        _vetoes(standard),
        Text("评分项", Style.HEADING),
        _items(standard),
        Text("综合意见", Style.HEADING),
        Table(
            (16, 84),
            tuple((label(name), Cell("\n\n")) for name in ("主要问题", "优点", "建议")),
            head=0,
        ),
        sign_table((("评查人", ""), ("评查人", ""), ("组长", ""))),
    ]


def _vetoes(standard: Standard) -> Table:
    rows = [head_row("编号", "否决情形", "命中", "理由", "页码")]
    rows += [
        (Cell(one.id, Align.CENTRE), Cell(one.text), Cell("□", Align.CENTRE), Cell(""), Cell(""))
        for one in standard.vetoes
    ]
    return Table((9, 49, 8, 22, 12), tuple(rows), size=_SMALL)


def _items(standard: Standard) -> Table:
    rows: list[tuple[Cell, ...]] = [head_row("编号", "评查项", "满分", "扣分", "原因", "页码")]
    for group in standard.groups:
        full = points(group.points)
        rows.append(
            (
                Cell(group.id, Align.CENTRE, Tone.GROUP),
                Cell(group.name, Align.LEFT, Tone.GROUP),
                Cell(full, Align.CENTRE, Tone.GROUP),
                *(Cell("", tone=Tone.GROUP) for _ in range(3)),
            )
        )
        rows += [
            (
                Cell(item.id, Align.CENTRE),
                Cell(item.text),
                Cell(points(item.points), Align.CENTRE),
                *(Cell("") for _ in range(3)),
            )
            for item in standard.items
            if item.group == group.id
        ]
    rows.append((label("合计"), Cell("总分：　　　　　等次：　　　　　", span=5)))
    return Table((9, 45, 9, 9, 16, 12), tuple(rows), size=_SMALL)
