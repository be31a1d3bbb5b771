"""案卷评查意见书: the letter that tells a unit what was found in its case files.

It reports the supervision inside the trade (行业层级监督) and so is an opinion (意见书), never a
decision of administrative-enforcement supervision.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from reviewer.model import Place
from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Gap,
    Layout,
    Report,
    Style,
    Table,
    Text,
    Tone,
    head_row,
)
from reviewer.reports.inputs import LetterInput, ReviewInput
from reviewer.reports.wording import LAW_NOTE, articles, day, numeral, pages, points

TITLE = "交通运输行政执法案卷评查意见书"


def opinion(letter: LetterInput, sources: Sequence[ReviewInput]) -> Report:
    """Return the opinion to one unit on its reviewed case files; a draft if any review is."""
    blocks: list[Block] = [
        Text(TITLE, Style.TITLE),
        Text("＿＿＿＿〔＿＿＿＿〕＿＿号", Style.SUBTITLE),
        Text(f"{letter.unit or '＿＿＿＿＿＿'}：", Style.FLUSH),
        Text(_opening(sources)),
        Text("一、评查案卷", Style.HEADING),
        _cases(sources),
        Text("二、总体评价", Style.HEADING),
        *_overall(sources),
        Text("三、存在问题", Style.HEADING),
        *_problems(sources),
        Text("四、整改要求", Style.HEADING),
        *_requirements(letter, sources),
        Text(
            f"联系人：{letter.contact or '＿＿＿＿＿＿'}，"
            f"联系电话：{letter.phone or '＿＿＿＿＿＿＿＿'}。"
        ),
        Gap(2),
        Text(letter.organiser or "（组织单位）", Style.SIGNATURE),
        Text(day(letter.written_on), Style.SIGNATURE),
    ]
    return Report(
        title=f"{TITLE} {letter.unit}".strip(),
        layout=Layout.LETTER,
        blocks=tuple(blocks),
        footer=LAW_NOTE,
        draft=any(source.draft for source in sources),
    )


def _opening(sources: Sequence[ReviewInput]) -> str:
    standards = dict.fromkeys(f"《{s.standard.name}》（{s.standard.version}）" for s in sources)
    return (
        "根据《中华人民共和国行政处罚法》第七十五条关于行政处罚监督制度的规定和行政执法评议考核的要求，"
        f"依照{'、'.join(standards)}，对你单位 {len(sources)} 卷行政执法案卷进行了评查。"
        "现将评查意见反馈如下。"
    )


def _cases(sources: Sequence[ReviewInput]) -> Table:
    rows = [head_row("序号", "案卷", "案由", "程序", "得分", "等次")]
    for number, source in enumerate(sources, 1):
        score = source.score
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(source.case.title),
                Cell(source.case.cause),
                Cell(source.procedure, Align.CENTRE),
                Cell(points(score.total), Align.RIGHT),
                Cell(score.grade, Align.CENTRE, Tone.LOST if score.vetoes else Tone.PLAIN),
            )
        )
    return Table((8, 28, 27, 14, 10, 13), tuple(rows))


def _overall(sources: Sequence[ReviewInput]) -> list[Block]:
    grades: dict[str, int] = {}
    for source in sources:
        grades[source.score.grade] = grades.get(source.score.grade, 0) + 1
    counts = "、".join(f"{grade} {count} 卷" for grade, count in grades.items())
    average = sum((s.score.total for s in sources), Decimal(0)) / max(1, len(sources))
    mean = points(average.quantize(Decimal("0.1"), ROUND_HALF_UP))
    sentence = f"本次评查 {len(sources)} 卷，平均得分 {mean} 分，其中{counts}。"
    merits = dict.fromkeys(filter(None, (s.texts.get("merits", "") for s in sources)))
    return [Text(sentence), *(Text(merit) for merit in merits)]


def _problems(sources: Sequence[ReviewInput]) -> list[Block]:
    blocks: list[Block] = []
    for number, source in enumerate(sources, 1):
        mark = numeral(number)
        blocks.append(Text(f"（{mark}）{source.case.title}", Style.SUBHEADING))
        found = _found(source)
        blocks += [Text(f"{at}. {line}") for at, line in enumerate(found, 1)]
        if not found:
            blocks.append(Text("未发现需要整改的问题。"))
    return blocks


@dataclass(slots=True)
class _Problem:
    """One problem, with all that it rests on; several items may deduct for it."""

    basis: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


def _found(source: ReviewInput) -> list[str]:
    """Return every hit veto and every counted deduction as a sentence with basis and page.

    The same problem may hit a veto and cost points in two items; it is told once.
    """
    problems: dict[str, _Problem] = {}

    def add(text: str, basis: Iterable[str], places: Iterable[Place]) -> None:
        problem = problems.setdefault(text.rstrip("。"), _Problem())
        problem.basis += basis
        problem.places += places

    for veto in source.standard.vetoes:
        if veto.id in source.score.vetoes:
            mark = source.marks.of_veto(veto.id)
            add(mark.reason or veto.text, veto.basis, mark.places)
    for score in source.score.items:
        counted = {entry.occurrence for entry in score.deductions if entry.counted}
        item = source.standard.item(score.item)
        clauses = {clause.id: clause.text for clause in item.clauses}
        for occurrence in source.marks.of(item.id).occurrences:
            if occurrence.id in counted:
                text = occurrence.reason or clauses.get(occurrence.clause, item.short)
                add(text, item.basis, occurrence.places)
    return [
        _sentence(text, articles(problem.basis), pages(source, problem.places))
        for text, problem in problems.items()
    ]


def _sentence(text: str, basis: str, where: str) -> str:
    notes = []
    # What the machine found names its pages in the sentence.
    if where and "卷内第" not in text:
        numbered = where.replace("、", "").isdigit()
        notes.append(f"卷内第 {where} 页" if numbered else f"见{where}")
    if basis:
        notes.append(f"依据：{basis}")
    return text + (f"（{'；'.join(notes)}）。" if notes else "。")


def _requirements(letter: LetterInput, sources: Sequence[ReviewInput]) -> list[Block]:
    deadline = f" {day(letter.rectify_by)}" if letter.rectify_by else "＿＿＿＿年＿＿月＿＿日"
    own = dict.fromkeys(filter(None, (s.texts.get("suggestions", "") for s in sources)))
    return [
        *(Text(text) for text in own),
        Text(
            f"请你单位对照上述问题逐项整改，于{deadline}前将整改情况书面报送。"
            "对评查意见有异议的，可以在规定期限内书面提出申辩，并附相关案卷材料。"
        ),
    ]
