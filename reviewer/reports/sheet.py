"""案卷评查表: one case, one sheet.

Everything that anyone needs to recompute the total by hand stands on it: each deduction with
clause, count, points and page, what was left out and why, and the formula.
"""

from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Layout,
    PageBreak,
    Pictures,
    Report,
    Style,
    Table,
    Text,
    head_row,
    label,
)
from reviewer.reports.inputs import ReviewInput
from reviewer.reports.sheet_items import absent, bonuses, items, questions, vetoes
from reviewer.reports.wording import LAW_NOTE, MACHINE_NOTE, day, lost, points

TITLE = "交通运输行政执法案卷评查表"


def review_sheet(source: ReviewInput) -> Report:
    """Return the review sheet of one review; a draft while anything is 待定."""
    blocks: list[Block] = [
        Text(TITLE, Style.TITLE),
        Text(f"{source.standard.name}　{source.standard.version}", Style.SUBTITLE),
        _head(source),
        _result(source),
        *vetoes(source),
        *items(source),
        *bonuses(source),
        *questions(source),
        *absent(source),
        *_corrected(source),
        *_opinions(source),
        *_formula(source),
        _signatures(source),
        *_pictures(source),
    ]
    return Report(
        title=f"{TITLE} {source.case.title}",
        layout=Layout.FORM,
        blocks=tuple(blocks),
        footer=f"{source.case.title}　{source.standard.name} {source.standard.version}",
        draft=source.draft,
    )


def _head(source: ReviewInput) -> Table:
    case, review = source.case, source.review
    fields = (
        ("案卷", case.title),
        ("被评查单位", case.unit),
        ("案由", case.cause),
        ("当事人", case.party),
        ("决定书文号", source.decision_no),
        ("程序", source.procedure),
        ("页数", f"{case.page_count} 页" if case.page_count else "纸质评查"),
        ("评查轮次", review.round.value),
        ("评查日期", day(source.reviewed_on)),
    )
    rows = tuple(
        tuple(cell for name, value in fields[at : at + 3] for cell in (label(name), Cell(value)))
        for at in range(0, len(fields), 3)
    )
    return Table((9, 24, 9, 24, 9, 24), rows, head=0)


def _result(source: ReviewInput) -> Table:
    score = source.score
    total = points(score.total)
    if not score.complete:
        total = f"{points(score.low)}～{points(score.high)}（有待定项）"
    grade = score.grade if score.complete else f"暂为{score.grade}"
    note = score.grade_note or "—"
    row = (
        label("总分"),
        Cell(total, Align.CENTRE, strong=True),
        label("等次"),
        Cell(grade, Align.CENTRE, strong=True),
        label("否决前得分"),
        Cell(points(score.before_veto), Align.CENTRE),
        label("等次说明"),
        Cell(note),
    )
    return Table((9, 15, 9, 15, 9, 9, 9, 24), (row,), head=0)


def _corrected(source: ReviewInput) -> list[Block]:
    if not source.corrected:
        return []
    rows = [head_row("要素", "原识别", "评查人更正为", "卷内页号")]
    rows += [
        (
            Cell(fact.label),
            Cell(fact.machine or "未读出"),
            Cell(fact.person),
            Cell(fact.page, Align.CENTRE),
        )
        for fact in source.corrected
    ]
    return [
        Text("扣分所依据、经评查人更正的要素", Style.SUBHEADING),
        Table((25, 30, 30, 15), tuple(rows)),
    ]


def _opinions(source: ReviewInput) -> list[Block]:
    problems = source.texts.get("problems", "") or _problems(source)
    rows = (
        (label("优点"), Cell(source.texts.get("merits", "") or "—")),
        (label("主要问题"), Cell(problems or "未发现问题")),
        (label("建议"), Cell(source.texts.get("suggestions", "") or "—")),
    )
    return [Text("五、综合意见", Style.HEADING), Table((12, 88), rows, head=0)]


def _problems(source: ReviewInput) -> str:
    """Return the deductions and vetoes as a list, for a reviewer who wrote nothing else."""
    lines = [f"{veto}：{source.marks.of_veto(veto).reason}" for veto in source.score.vetoes]
    for score in source.score.items:
        if score.deducted:
            occurrences = source.marks.of(score.item).occurrences
            reasons = "；".join(filter(None, (entry.reason for entry in occurrences)))
            short = source.standard.item(score.item).short
            lines.append(f"{score.item} {short}（{lost(score.deducted)}）：{reasons}".rstrip("："))
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _formula(source: ReviewInput) -> list[Block]:
    lines = [line.text for line in source.explanation if line.level == 0]
    texts = [Text("六、计分过程", Style.HEADING)]
    texts += [Text(line, Style.NOTE) for line in (*lines, MACHINE_NOTE, LAW_NOTE)]
    return [*texts]


def _signatures(source: ReviewInput) -> Table:
    names = (
        ("评查人", source.reviewer),
        ("评查人", source.second_reviewer),
        ("组长", source.leader),
        ("被评查单位\n确认人", ""),
        ("日期", ""),
    )
    # The names are typed, the room under them is for the signature.
    row = tuple(
        cell for title, name in names for cell in (label(title), Cell(f"{name}\n", Align.CENTRE))
    )
    return Table((8, 13, 8, 13, 8, 13, 10, 13, 6, 12), (row,), head=0)


def _pictures(source: ReviewInput) -> list[Block]:
    if not source.pictures:
        return []
    return [PageBreak(), Text("附：证据图片", Style.HEADING), Pictures(source.pictures)]
