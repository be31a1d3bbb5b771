"""合议记录 of one case: both views with their pages, votes, decision and reason.

The two reviews stand as they were signed; what was decided is a third one.
"""

from decimal import Decimal

from reviewer.model.adjudications import ItemDecision, Side
from reviewer.reports.blocks import Align, Block, Cell, Layout, Report, Style, Table, Text, head_row
from reviewer.reports.blocks import label as head
from reviewer.reports.campaign.inputs import DisputeInput, DisputeSide, MinutesInput
from reviewer.reports.campaign.pieces import fields, heading, shown_day, sign_table, signing
from reviewer.reports.wording import LAW_NOTE, points

TITLE = "案卷评查合议记录"
_SIDES = {Side.FIRST: "从评查人甲", Side.SECOND: "从评查人乙", Side.OTHER: "另定"}


def minutes(source: MinutesInput) -> Report:
    """Return the record; a draft while an item is undecided or the third review is missing."""
    done = {one.item for one in source.adjudication.decisions}
    open_items = [one.item for one in source.disputes if one.item not in done]
    blocks: list[Block] = [
        Text(TITLE, Style.TITLE),
        Text(source.campaign.name, Style.SUBTITLE),
        _facts(source),
        heading(1, "两份评查结果"),
        _totals(source),
        Text(_grounds(source)),
        heading(2, "争议事项"),
        *_disputes(source),
        heading(3, "合议结果"),
        Text(_result(source, len(open_items))),
        signing(4),
        sign_table(_signers(source)),
    ]
    return Report(
        title=f"{TITLE} {source.case_no}",
        layout=Layout.RECORD,
        blocks=tuple(blocks),
        footer=LAW_NOTE,
        draft=bool(open_items) or source.result is None,
        draft_note="尚有未议定事项，不作为评查结果",
    )


def _facts(source: MinutesInput) -> Table:
    record = source.adjudication
    short = fields(
        (
            ("案卷", source.case_no),
            ("被评查单位", source.unit),
            ("合议日期", shown_day(record.held_on)),
            ("合议次数", f"第 {record.session} 次合议"),
            ("地点", source.place or "＿＿＿＿＿＿"),
            ("主持人", source.host or "＿＿＿＿"),
        ),
        2,
        (14, 36, 14, 36),
    )
    wide = (
        ("案由", source.cause or "—"),
        ("参加人", _names(source, record.present)),
        ("回避人员", _names(source, record.recused)),
        ("记录人", source.recorder or "＿＿＿＿"),
    )
    rows = tuple((head(name), Cell(value, span=3)) for name, value in wide)
    return Table(short.widths, (*short.rows, *rows), head=0)


def _names(source: MinutesInput, people: tuple[object, ...]) -> str:
    known = {str(person): name for person, name in source.names.items()}
    return "、".join(known.get(str(person), "（未登记）") for person in people) or "无"


def _totals(source: MinutesInput) -> Table:
    rows = [head_row("评查", "评查人", "总分", "等次", "签署日期")]
    for name, one in (("评查人甲", source.first), ("评查人乙", source.second)):
        rows.append(
            (
                Cell(name, Align.CENTRE),
                Cell(one.label, Align.CENTRE),
                Cell(points(one.total), Align.CENTRE),
                Cell(one.grade, Align.CENTRE),
                Cell(shown_day(one.signed_on) if one.signed_on else "—", Align.CENTRE),
            )
        )
    return Table((18, 20, 16, 18, 28), tuple(rows))


def _grounds(source: MinutesInput) -> str:
    grounds = "、".join(one.value for one in source.grounds) or "评查组认为需要合议"
    return f"两份评查结果相差 {points(source.gap)} 分。提交合议的原因：{grounds}。"


def _disputes(source: MinutesInput) -> list[Block]:
    decisions = {one.item: one for one in source.adjudication.decisions}
    blocks: list[Block] = []
    for number, one in enumerate(source.disputes, 1):
        full = f"，{points(one.full)} 分" if one.full is not None else "，一票否决"
        text = f"{number}. {one.item} {one.text}（{one.difference.value}{full}）"
        blocks += [Text(text, Style.SUBHEADING), _dispute(one, decisions.get(one.item))]
    return blocks or [Text("没有逐项争议。")]


def _dispute(one: DisputeInput, decision: ItemDecision | None) -> Table:
    veto = one.full is None
    rows: list[tuple[Cell, ...]] = [
        head_row("", "认定" if veto else "得分", "理由", "页码"),
        _view("评查人甲", one.first, veto=veto),
        _view("评查人乙", one.second, veto=veto),
        (head("表决"), Cell(_votes(decision), span=3)),
        (head("决定"), Cell(_decided(one, decision), span=3)),
        (head("理由"), Cell(decision.reason if decision else "\n", span=3)),
    ]
    return Table((14, 12, 58, 16), tuple(rows))


def _view(name: str, side: DisputeSide, *, veto: bool) -> tuple[Cell, ...]:
    return (
        head(name),
        Cell(_given(side.given, veto=veto), Align.CENTRE),
        Cell(side.reason or "未记载理由"),
        Cell(side.pages or "—", Align.CENTRE),
    )


def _given(value: Decimal, *, veto: bool) -> str:
    if veto:
        return "命中" if value else "排除"
    return points(value)


def _votes(decision: ItemDecision | None) -> str:
    if decision is None:
        return "未表决"
    if not decision.votes:
        return "协商一致，未逐人表决"
    parts = []
    for side in Side:
        names = [vote.name for vote in decision.votes if vote.side is side]
        if names:
            parts.append(f"{_SIDES[side]} {len(names)} 票（{'、'.join(names)}）")
    none = [vote.name for vote in decision.votes if vote.side is None]
    if none:
        parts.append(f"未表决 {len(none)} 人（{'、'.join(none)}）")
    return "；".join(parts)


def _decided(one: DisputeInput, decision: ItemDecision | None) -> str:
    if decision is None:
        return "未议定"
    text = _SIDES[decision.side]
    if one.decided is None:
        return text
    veto = one.full is None
    value = _given(one.decided, veto=veto)
    return f"{text}，{'认定为' + value if veto else '得 ' + value + ' 分'}"


def _result(source: MinutesInput, undecided: int) -> str:
    if undecided:
        return f"尚有 {undecided} 项未议定，合议后另行记录总分和等次。"
    if source.result is None:
        return "各争议事项已议定，合议评查表尚未签署。"
    total = points(source.result.total)
    return (
        f"各争议事项已议定。合议总分 {total} 分，等次为{source.result.grade}。"
        "两份原评查表保持不变，合议结果另列评查表，作为本案卷的评查结果。"
    )


def _signers(source: MinutesInput) -> list[tuple[str, str]]:
    signers = [("主持人", source.host), ("记录人", source.recorder)]
    for person in source.adjudication.present:
        name = source.names.get(person, "")
        if name and name not in {source.host, source.recorder}:
            signers.append(("参加人", name))
    return signers
