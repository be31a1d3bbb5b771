"""三项制度自查评估报告 (three-year plan, item 9), from a review under that standard."""

from reviewer.model import Choice, Item
from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Layout,
    Report,
    Table,
    Text,
    Tone,
    head_row,
)
from reviewer.reports.campaign.pieces import (
    attachment,
    attachment_list,
    bound,
    heading,
    imprint,
    numbered,
    red_top,
    sentence,
    signature,
    subheading,
)
from reviewer.reports.campaign.year_inputs import SelfCheckInput
from reviewer.reports.inputs import ReviewInput
from reviewer.reports.wording import CHOICES, LAW_NOTE, absence, articles, lost, pages, points

TABLE_TITLE = "行政执法三项制度自查评估表"
_SMALL = 9.0


def self_check(source: SelfCheckInput) -> Report:
    """Return the report with the assessment table; a draft while an item is 待定."""
    title = f"关于{source.year}年度行政执法三项制度自查评估情况的报告"
    review = source.source
    blocks: list[Block] = [
        *red_top(source.official, title),
        Text(
            "按照提升交通运输行政执法质量三年行动实施方案关于组织开展行政执法公示制度、"
            "执法全过程记录制度、重大执法决定法制审核制度自查评估的要求，"
            f"{source.unit}依照《{review.standard.name}》（{review.standard.version}）"
            "开展了自查评估。现将有关情况报告如下。"
        ),
        heading(1, "评估结果"),
        Text(_result(review)),
        _groups(review),
        heading(2, "各部分情况"),
        *_parts(review),
        heading(3, "存在的问题"),
        *_problems(review),
        heading(4, "整改措施和下一步安排"),
        *_measures(source),
        *attachment_list([TABLE_TITLE]),
        *signature(source.official),
        *attachment(None, TABLE_TITLE),
        _table(source),
        imprint(source.official),
    ]
    return Report(
        title, Layout.LETTER, bound(blocks), LAW_NOTE, review.draft, "尚有待定指标，不得报送"
    )


def _result(review: ReviewInput) -> str:
    score = review.score
    if not score.complete:
        span = f"{points(score.low)}～{points(score.high)}"
        return f"尚有 {len(score.pending)} 项指标待定，得分在 {span} 分之间。"
    absent = sum(1 for one in score.items if one.choice is Choice.ABSENT)
    left = f"有 {absent} 项指标不涉及，不计入应得分，按比例折算为百分制。" if absent else ""
    return (
        f"共评估 {len(review.standard.items)} 项指标，总分 {points(score.total)} 分，"
        f"等次为{score.grade}。{left}"
    )


def _groups(review: ReviewInput) -> Table:
    rows = [head_row("部分", "满分", "应得分", "实得分", "扣分指标")]
    for group in review.standard.groups:
        ids = {item.id for item in review.standard.items if item.group == group.id}
        scores = [one for one in review.score.items if one.item in ids]
        counted = [one for one in scores if one.choice is not Choice.ABSENT]
        full = sum((one.full for one in counted), start=group.points * 0)
        got = sum((one.awarded for one in counted), start=group.points * 0)
        cut = [review.standard.item(one.item).short for one in scores if one.deducted]
        rows.append(
            (
                Cell(group.name, Align.CENTRE),
                Cell(points(group.points), Align.CENTRE),
                Cell(points(full), Align.CENTRE),
                Cell(points(got), Align.CENTRE),
                Cell("、".join(cut) or "无"),
            )
        )
    return Table((20, 12, 12, 12, 44), tuple(rows), size=10.5)


def _parts(review: ReviewInput) -> list[Block]:
    blocks: list[Block] = []
    for number, group in enumerate(review.standard.groups, 1):
        items = [item for item in review.standard.items if item.group == group.id]
        choices = [review.marks.of(item.id).choice for item in items]
        counts = "，".join(
            f"{CHOICES[choice]} {choices.count(choice)} 项"
            for choice in Choice
            if choice in choices
        )
        blocks.append(subheading(number, group.name))
        blocks.append(Text(f"共 {len(items)} 项指标，{counts}。"))
    return blocks


def _problems(review: ReviewInput) -> list[Block]:
    lines = []
    for one in review.score.items:
        if not one.deducted:
            continue
        item = review.standard.item(one.item)
        reason = _reasons(review, one.item) or "未记载原因"
        basis = articles(item.basis)
        lines.append(
            f"{item.short}（扣 {points(one.deducted)} 分）：{reason}"
            + (f"（依据：{basis}）。" if basis else "。")
        )
    return numbered(lines) if lines else [Text("自查评估未发现扣分的指标。")]


def _reasons(review: ReviewInput, item: str) -> str:
    clauses = {clause.id: clause.text for clause in review.standard.item(item).clauses}
    texts = [
        entry.reason or clauses.get(entry.clause, "") for entry in review.marks.of(item).occurrences
    ]
    return "；".join(dict.fromkeys(text.rstrip("。") for text in texts if text))


def _measures(source: SelfCheckInput) -> list[Block]:
    if source.measures:
        return numbered(map(sentence, source.measures))
    own = source.source.texts.get("suggestions", "").splitlines()
    lines = [sentence(line) for line in own if line.strip()]
    return numbered(lines) if lines else [Text("＿＿＿＿＿＿＿＿＿＿＿＿")]


def _table(source: SelfCheckInput) -> Table:
    review = source.source
    rows: list[tuple[Cell, ...]] = [
        head_row("序号", "指标", "满分", "结论", "扣分", "原因", "佐证")
    ]
    scores = {one.item: one for one in review.score.items}
    for group in review.standard.groups:
        rows.append((Cell(f"{group.name}（{points(group.points)} 分）", tone=Tone.GROUP, span=7),))
        for item in review.standard.items:
            if item.group != group.id:
                continue
            mark, score = review.marks.of(item.id), scores.get(item.id)
            deducted = score.deducted if score else item.points * 0
            absent = mark.choice is Choice.ABSENT
            reason = absence(review.standard, mark) if absent else _reasons(review, item.id)
            rows.append(
                (
                    Cell(item.id.removeprefix("Z"), Align.CENTRE),
                    Cell(item.text),
                    Cell(points(item.points), Align.CENTRE),
                    Cell(CHOICES[mark.choice], Align.CENTRE),
                    Cell(lost(deducted), Align.CENTRE, Tone.LOST),
                    Cell(reason),
                    Cell(_shown_by(source, item)),
                )
            )
    return Table((7, 32, 9, 10, 9, 19, 14), tuple(rows), size=_SMALL)


def _shown_by(source: SelfCheckInput, item: Item) -> str:
    """Return what shows an item, as people wrote it, else the materials that it asks for."""
    cited = pages(source.source, source.source.marks.of(item.id).evidence)
    return source.evidence.get(item.id) or cited or "、".join(item.materials)
