"""抽取记录: the certificate of a draw, which anyone can recompute by hand.

Everything that decides who was drawn stands on it: hash of the frozen ledger, algorithm, seed,
plan and the count of every stratum; earlier draws and replacements are told as well.
"""

from collections.abc import Sequence
from uuid import UUID

from reviewer.model.draws import Draw, DrawnCase, DrawPlan, StratumCount
from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Layout,
    Report,
    Style,
    Table,
    Text,
    Tone,
    head_row,
)
from reviewer.reports.campaign.inputs import DrawInput
from reviewer.reports.campaign.pieces import fields, heading, moment, numbered, sign_table, signing

TITLE = "案卷抽取记录"
DIGEST_SHOWN = 16
"""Hex digits of a digest that the list shows."""
_SMALL = 9.0


def draw_record(source: DrawInput) -> Report:
    """Return the certificate of one draw."""
    draw = source.draw
    blocks: list[Block] = [
        Text(TITLE, Style.TITLE),
        Text(source.campaign.name, Style.SUBTITLE),
        heading(1, "抽取事项"),
        _facts(source),
        heading(2, "抽取方案"),
        *(Text(line) for line in _plan(draw.plan)),
        heading(3, "各层案件数和抽取数"),
        _counts(draw.counts),
        heading(4, f"抽中名单（共 {len(draw.cases)} 卷）"),
        _list(source),
        heading(5, "此前的抽取"),
        *_earlier(source),
        heading(6, "调换"),
        *_replacements(source),
        heading(7, "核验方法"),
        *_verifying(source),
        signing(8),
        sign_table((("主持人", draw.host), ("见证人", draw.witness), ("监督人", draw.supervisor))),
    ]
    return Report(
        title=f"{TITLE} {source.campaign.name}",
        layout=Layout.RECORD,
        blocks=tuple(blocks),
        footer=f"{TITLE}　校验值 {source.certificate_sha256[:DIGEST_SHOWN]}",
    )


def _facts(source: DrawInput) -> Table:
    draw = source.draw
    pairs = [
        ("组织单位", source.campaign.organiser),
        ("抽取时间", moment(draw.drawn_at)),
        ("台账案件数", f"{source.ledger_rows} 件"),
        ("台账冻结时间", moment(source.frozen_at)),
        ("主持人", draw.host),
        ("见证人", draw.witness),
        ("监督人", draw.supervisor),
        ("第几次抽取", f"第 {len(draw.earlier) + 1} 次"),
        ("算法和版本", draw.algorithm),
        ("种子", draw.seed),
        ("台账文件", "、".join(source.sources) or "—"),
        ("台账校验值\n（SHA-256）", draw.ledger_sha256),
        ("本记录校验值\n（SHA-256）", source.certificate_sha256),
    ]
    table = fields(pairs[:10], 2, (17, 33, 17, 33))
    wide = fields(pairs[10:], 1, (17, 83))
    # One table of four columns: the long values stretch over three of them.
    stretched = tuple((row[0], Cell(row[1].text, span=3)) for row in wide.rows)
    return Table(table.widths, (*table.rows, *stretched), head=0)


def _plan(plan: DrawPlan) -> list[str]:
    if plan.ratio is not None:
        amount = f"每层抽取该层案件数的 {(plan.ratio * 100).normalize():f}%，不少于 1 卷"
    else:
        amount = f"共抽取 {plan.quota or 0} 卷，按最大余数法分配到各层，余数相同的按层名排序"
    musts = "、".join(one.value for one in plan.musts) or "无"
    if plan.large_amount is not None:
        musts += f"（大额指罚款 {plan.large_amount:,f} 元以上）"
    return [
        f"分层：单位、执法门类、案件类型。{amount}。",
        f"必抽情形：{musts}。必抽案件先抽取，计入该层应抽数。",
        f"每个单位不少于 {plan.unit_minimum} 卷，不足的补足到该数。",
    ]


def _counts(counts: Sequence[StratumCount]) -> Table:
    titles = ("单位", "执法门类", "案件类型", "案件数", "应抽", "其中必抽", "补足", "实抽")
    rows = [head_row(*titles)]
    for one in counts:
        key = one.stratum
        figures = (one.size, one.wanted, one.musts, one.raised, one.drawn)
        rows.append(
            (
                Cell(key.unit),
                Cell(key.field or "—", Align.CENTRE),
                Cell(key.kind.value, Align.CENTRE),
                *(Cell(str(figure), Align.CENTRE) for figure in figures),
            )
        )
    sums = [
        sum(getattr(one, name) for one in counts)
        for name in ("size", "wanted", "musts", "raised", "drawn")
    ]
    rows.append(
        (
            Cell("合计", Align.CENTRE, Tone.GROUP, 3),
            *(Cell(str(figure), Align.CENTRE, Tone.GROUP) for figure in sums),
        )
    )
    return Table((38, 12, 11, 8, 7, 10, 7, 7), tuple(rows), size=_SMALL)


def _list(source: DrawInput) -> Table:
    rows = [head_row("序号", "单位", "案号或决定书文号", "案件类型", "抽取原因", "摘要值前 16 位")]
    for number, case in enumerate(source.draw.cases, 1):
        unit, case_no = _named(source, case.case, case.key)
        row = source.rows.get(case.case)
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(unit),
                Cell(case_no),
                Cell(row.kind.value if row else "—", Align.CENTRE),
                Cell(_why(case), Align.CENTRE),
                Cell(case.digest[:DIGEST_SHOWN], Align.CENTRE),
            )
        )
    return Table((6.3, 26, 23, 10.7, 16, 18), tuple(rows), size=_SMALL)


def _why(case: DrawnCase) -> str:
    if case.must:
        return f"必抽：{case.must.value}"
    return "补足" if case.raised else "随机"


def _named(source: DrawInput, case: UUID, key: str = "") -> tuple[str, str]:
    row = source.rows.get(case)
    if row:
        return row.unit_name, row.case_no
    unit, _, case_no = key.partition("|")
    return unit or "—", case_no or "—"


def _earlier(source: DrawInput) -> list[Block]:
    if not source.draw.earlier:
        return [Text("本次为该活动第一次抽取，此前没有抽取。")]
    known: dict[UUID, Draw] = {one.id: one for one in source.earlier}
    rows = [head_row("次序", "抽取时间", "种子", "台账校验值前 16 位", "抽中卷数", "见证人")]
    for number, draw_id in enumerate(source.draw.earlier, 1):
        draw = known.get(draw_id)
        values = (
            (
                moment(draw.drawn_at),
                draw.seed,
                draw.ledger_sha256[:DIGEST_SHOWN],
                str(len(draw.cases)),
                draw.witness,
            )
            if draw
            else ("未见记录", "—", "—", "—", "—")
        )
        cells = (Cell(value, Align.CENTRE) for value in values)
        rows.append((Cell(str(number), Align.CENTRE), *cells))
    return [Table((8, 26, 16, 24, 12, 14), tuple(rows), size=_SMALL)]


def _replacements(source: DrawInput) -> list[Block]:
    if not source.replacements:
        return [Text("截至打印时没有调换。")]
    keys = {case.case: case.key for case in source.draw.cases}
    rows = [head_row("序号", "单位", "不能提供的案卷", "递补的案卷", "原因", "时间")]
    for number, one in enumerate(source.replacements, 1):
        unit, missing = _named(source, one.missing, keys.get(one.missing, ""))
        taken = _named(source, one.taken)[1] if one.taken else "该层无其他案卷"
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(unit),
                Cell(missing),
                Cell(taken),
                Cell(one.reason),
                Cell(moment(one.at), Align.CENTRE),
            )
        )
    return [Table((6.5, 20, 23, 23, 15.5, 12), tuple(rows), size=_SMALL)]


def _verifying(source: DrawInput) -> list[Block]:
    draw = source.draw
    steps = [
        "取冻结的台账，核对其 SHA-256 与本记录的台账校验值一致。",
        "对每一案件，将算法和版本、种子、台账校验值、单位名称、案号以“|”连接（UTF-8 编码），"
        "计算 SHA-256，即为该案件的摘要值。",
        "每层先取必抽案件，其余按摘要值从小到大依次抽取，到该层实抽数为止，名单应与本记录一致。",
        "也可以在另一台安装本软件的计算机上导入台账和抽取记录文件，由软件重新抽取并比对；"
        "抽取记录文件的校验值应与本记录校验值一致。",
    ]
    blocks = numbered(steps)
    if draw.cases:
        first = draw.cases[0]
        text = f"{draw.algorithm}|{draw.seed}|{draw.ledger_sha256}|{first.key}"
        blocks.append(Text("示例：名单第 1 卷参与计算的文字和摘要值如下。"))
        rows = (("参与计算的文字", text), ("摘要值", first.digest))
        blocks.append(fields(rows, 1, (17, 83)))
    return blocks
