"""The parts of 案卷评查表 that go item by item: vetoes, scores, questions, what is 不涉及.

Groups and totals leave out what is 不涉及, as the score does.
"""

from decimal import Decimal

from reviewer.model import (
    Choice,
    Deduction,
    Item,
    ItemScore,
    Mark,
    Occurrence,
    Question,
    Veto,
    VetoChoice,
)
from reviewer.reports.blocks import Align, Block, Cell, Style, Table, Text, Tone, head_row
from reviewer.reports.inputs import ReviewInput
from reviewer.reports.wording import (
    CHOICES,
    QUESTIONS,
    VETO_CHOICES,
    absence,
    articles,
    lost,
    pages,
    points,
)


def vetoes(source: ReviewInput) -> list[Block]:
    """Return the veto zone: every veto with its decision."""
    if not source.standard.vetoes:
        return []
    rows = [head_row("编号", "一票否决情形", "型", "结论", "理由", "依据", "卷内页号")]
    rows += [_veto_row(source, veto) for veto in source.standard.vetoes]
    return [Text("一、一票否决", Style.HEADING), Table((5, 36, 4, 6, 24, 16, 9), tuple(rows))]


def _veto_row(source: ReviewInput, veto: Veto) -> tuple[Cell, ...]:
    mark = source.marks.of_veto(veto.id)
    hit = mark.choice is VetoChoice.HIT
    tone = Tone.LOST if hit else Tone.PLAIN
    return (
        Cell(veto.id, Align.CENTRE, tone),
        Cell(veto.text, tone=tone),
        Cell(veto.type.value, Align.CENTRE),
        Cell(VETO_CHOICES[mark.choice], Align.CENTRE, tone, strong=hit),
        Cell(mark.reason),
        Cell(articles(veto.basis) if hit else ""),
        Cell(pages(source, mark.places), Align.CENTRE),
    )


def items(source: ReviewInput) -> list[Block]:
    """Return the scored items by group, with sums."""
    scores = {score.item: score for score in source.score.items}
    rows = [
        head_row("编号", "评查内容", "满分", "结论", "扣分", "得分", "扣分情形与原因", "卷内页号")
    ]
    for group in source.standard.groups:
        members = [item for item in source.standard.items if item.group == group.id]
        rows.append(_group_row(group.id, group.name, [scores[item.id] for item in members]))
        rows += [_item_row(source, item, scores[item.id]) for item in members]
    rows.append(_sum_row(source))
    return [
        Text("二、评分", Style.HEADING),
        Table((5, 34, 5, 6, 5, 5, 31, 9), tuple(rows)),
    ]


def _counting(scores: list[ItemScore]) -> list[ItemScore]:
    return [score for score in scores if score.choice is not Choice.ABSENT]


def _group_row(group: str, name: str, scores: list[ItemScore]) -> tuple[Cell, ...]:
    counted = _counting(scores)
    full = sum((score.full for score in counted), Decimal(0))
    awarded = sum((score.awarded for score in counted), Decimal(0))
    return (
        Cell(group, Align.CENTRE, Tone.GROUP),
        Cell(name, tone=Tone.GROUP),
        Cell(points(full), Align.RIGHT, Tone.GROUP),
        Cell("", tone=Tone.GROUP),
        Cell(lost(full - awarded), Align.RIGHT, Tone.GROUP),
        Cell(points(awarded), Align.RIGHT, Tone.GROUP),
        Cell("", tone=Tone.GROUP, span=2),
    )


def _item_row(source: ReviewInput, item: Item, score: ItemScore) -> tuple[Cell, ...]:
    mark = source.marks.of(item.id)
    absent = score.choice is Choice.ABSENT
    tone = Tone.QUIET if absent else Tone.PLAIN
    places = [place for occurrence in mark.occurrences for place in occurrence.places]
    if score.choice is not Choice.FAILS:
        places = list(mark.evidence)
    return (
        Cell(item.id, Align.CENTRE, tone),
        Cell(item.text, tone=tone),
        Cell(points(item.points), Align.RIGHT, tone),
        Cell(CHOICES[score.choice], Align.CENTRE, tone),
        Cell(lost(score.deducted), Align.RIGHT, Tone.LOST if score.deducted else tone),
        Cell("—" if absent else points(score.awarded), Align.RIGHT, tone),
        Cell(_reasons(source, item, mark, score), tone=tone),
        Cell(pages(source, places), Align.CENTRE, tone),
    )


def _reasons(source: ReviewInput, item: Item, mark: Mark, score: ItemScore) -> str:
    if score.choice is Choice.ABSENT:
        return absence(source.standard, mark)
    if score.choice is not Choice.FAILS:
        return mark.note
    clauses = {clause.id: clause.text for clause in item.clauses}
    done = {deduction.occurrence: deduction for deduction in score.deductions}
    lines = [
        _reason(number, occurrence, clauses.get(occurrence.clause, ""), done.get(occurrence.id))
        for number, occurrence in enumerate(mark.occurrences, 1)
    ]
    return "\n".join([*lines, *([mark.note] if mark.note else [])])


def _reason(number: int, occurrence: Occurrence, clause: str, deduction: Deduction | None) -> str:
    count = f"{occurrence.count} × {points(occurrence.points)}" if occurrence.count > 1 else ""
    if deduction is None or deduction.counted:
        asked = deduction.points if deduction else occurrence.points * occurrence.count
        amount = f"扣 {points(asked)} 分" + (f"（{count}）" if count else "")
    else:
        amount = f"不扣分（{deduction.note}）"
    reason = f"：{occurrence.reason}" if occurrence.reason else ""
    return f"{number}. {clause}，{amount}{reason}"


def _sum_row(source: ReviewInput) -> tuple[Cell, ...]:
    score = source.score
    return (
        Cell("合计（不含不涉及的评查项）", Align.CENTRE, Tone.GROUP, span=2),
        Cell(points(score.applicable), Align.RIGHT, Tone.GROUP),
        Cell("", tone=Tone.GROUP),
        Cell(lost(score.applicable - score.awarded), Align.RIGHT, Tone.GROUP),
        Cell(points(score.awarded), Align.RIGHT, Tone.GROUP),
        Cell("", tone=Tone.GROUP, span=2),
    )


def bonuses(source: ReviewInput) -> list[Block]:
    """Return the bonuses given; nothing when there are none."""
    given = [b for b in source.standard.bonuses if source.marks.bonuses.get(b.id)]
    if not given:
        return []
    rows = [head_row("编号", "加分情形", "加分")]
    for bonus in given:
        amount = points(source.marks.bonuses[bonus.id])
        rows.append(
            (
                Cell(bonus.id, Align.CENTRE),
                Cell(bonus.text),
                Cell(f"+{amount}", Align.RIGHT),
            )
        )
    return [Text("加分", Style.SUBHEADING), Table((6, 84, 10), tuple(rows))]


def questions(source: ReviewInput) -> list[Block]:
    """Return the answer to each question that the bureau asks."""
    rows = [head_row("评查方面", "满分", "得分", "结论")]
    for question, name in QUESTIONS.items():
        row = _question_row(source, question, name)
        if row:
            rows.append(row)
    return [Text("三、分方面结论", Style.HEADING), Table((16, 8, 8, 68), tuple(rows))]


def _question_row(source: ReviewInput, question: Question, name: str) -> tuple[Cell, ...] | None:
    mine = {item.id for item in source.standard.items if question in item.questions}
    scores = [score for score in source.score.items if score.item in mine]
    if not scores:
        return None
    hit = [v.id for v in source.standard.vetoes if question in v.questions]
    hit = [veto for veto in hit if veto in source.score.vetoes]
    counted = _counting(scores)
    full = sum((score.full for score in counted), Decimal(0))
    awarded = sum((score.awarded for score in counted), Decimal(0))
    return (
        Cell(name),
        Cell(points(full) if counted else "—", Align.RIGHT),
        Cell(points(awarded) if counted else "—", Align.RIGHT),
        Cell(_answer(scores, hit), tone=Tone.LOST if hit else Tone.PLAIN),
    )


def _answer(scores: list[ItemScore], hit: list[str]) -> str:
    parts = [f"命中一票否决 {'、'.join(hit)}"] if hit else []
    bad = [score.item for score in scores if score.deducted]
    pending = [score.item for score in scores if score.choice is Choice.PENDING]
    if bad:
        parts.append(f"存在扣分：{'、'.join(bad)}")
    if pending:
        parts.append(f"待定：{'、'.join(pending)}")
    if not _counting(scores):
        parts.append("不涉及")
    return "；".join(parts) or "未发现问题"


def absent(source: ReviewInput) -> list[Block]:
    """Return the items that are 不涉及, each with its reason."""
    left_out = [score.item for score in source.score.items if score.choice is Choice.ABSENT]
    heading = Text("四、不涉及的评查项（不计入满分）", Style.HEADING)
    if not left_out:
        return [heading, Text("无。", Style.NOTE)]
    rows = [head_row("编号", "不涉及的评查项", "理由")]
    for item_id in left_out:
        item = source.standard.item(item_id)
        reason = absence(source.standard, source.marks.of(item_id))
        rows.append((Cell(item_id, Align.CENTRE), Cell(item.text), Cell(reason)))
    return [heading, Table((6, 54, 40), tuple(rows))]
