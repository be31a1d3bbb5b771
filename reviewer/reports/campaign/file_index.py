"""评查卷宗卷内目录 with 备考表: the papers of a campaign in the order of its stages."""

from reviewer.model.campaigns import Stage
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
from reviewer.reports.campaign.pieces import fields, iso, shown_day, sign_table
from reviewer.reports.campaign.year_inputs import FiledPaper, FileIndexInput

TITLE = "评查卷宗卷内目录"


def file_index(source: FileIndexInput) -> Report:
    """Return the index; pages run on from paper to paper as long as their numbers are known."""
    campaign = source.campaign
    blocks: list[Block] = [
        Text(TITLE, Style.TITLE),
        Text(campaign.name, Style.SUBTITLE),
        _table(source),
        PageBreak(),
        Text("备考表", Style.TITLE),
        _remarks(source),
        sign_table((("立卷人", ""), ("检查人", ""), ("日期", ""))),
    ]
    return Report(f"{TITLE} {campaign.name}", Layout.RECORD, tuple(blocks), TITLE)


def _table(source: FileIndexInput) -> Table:
    rows = [head_row("序号", "阶段", "材料名称", "文号或编号", "日期", "页次", "备注")]
    order = list(Stage)
    papers = sorted(source.papers, key=lambda one: order.index(one.stage))
    at: int | None = 1
    for number, one in enumerate(papers, 1):
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(one.stage.value, Align.CENTRE),
                Cell(one.name),
                Cell(one.number),
                Cell(iso(one.dated), Align.CENTRE),
                Cell(_span(at, one), Align.CENTRE),
                Cell(one.note),
            )
        )
        at = at + one.sheets if at is not None and one.sheets is not None else None
    return Table((7, 11, 26, 25, 13, 9, 9), tuple(rows), size=9.5)


def _span(at: int | None, paper: FiledPaper) -> str:
    if at is None:
        return ""
    if paper.sheets is None or paper.sheets <= 1:
        return str(at)
    return f"{at}—{at + paper.sheets - 1}"


def _remarks(source: FileIndexInput) -> Table:
    counts = [one.sheets for one in source.papers]
    known = [count for count in counts if count is not None]
    pages = f"{sum(known)} 页" if len(known) == len(counts) else "＿＿＿＿页"
    pairs = (
        ("卷宗名称", source.campaign.name),
        ("立卷单位", source.campaign.organiser),
        ("材料份数", f"{len(counts)} 份"),
        ("总页数", pages),
        ("保管期限", source.kept_for or "＿＿＿＿"),
        ("归档日期", shown_day(source.filed_on)),
        ("需要说明的情况", "\n\n\n"),
    )
    return fields(pairs, 1, (25, 75))
