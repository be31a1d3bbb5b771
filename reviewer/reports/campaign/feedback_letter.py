"""反馈意见函: what the review found at one unit, before it is final and open to objection."""

from collections.abc import Sequence
from decimal import Decimal

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
from reviewer.reports.campaign.inputs import CaseResult, FeedbackInput, ProblemLine
from reviewer.reports.campaign.pieces import (
    NOT_FINAL,
    bound,
    contact,
    heading,
    on_day,
    plain_top,
    rounded,
    signature,
    subheading,
)
from reviewer.reports.wording import LAW_NOTE, points

TITLE = "案卷评查反馈意见函"
_SMALL = 10.5


def feedback_letter(source: FeedbackInput) -> Report:
    """Return the letter; a draft while the result of any case is open."""
    blocks: list[Block] = [
        *plain_top(source.official, TITLE),
        Text(_opening(source)),
        heading(1, "评查结果"),
        Text(overall(source.cases)),
        _cases(source.cases),
        heading(2, "发现的问题"),
        *problems(source.problems),
        heading(3, "申辩"),
        Text(_objection(source)),
        contact(source.campaign),
        *signature(source.official),
    ]
    return Report(
        title=f"{TITLE} {source.unit}",
        layout=Layout.LETTER,
        blocks=bound(blocks),
        footer=LAW_NOTE,
        draft=any(not one.complete for one in source.cases),
        draft_note=NOT_FINAL,
    )


def _opening(source: FeedbackInput) -> str:
    names = "、".join(f"《{one.name}》（{one.version}）" for one in source.standards)
    by = f"依照{names}，" if names else ""
    return (
        f"根据{source.campaign.name}的安排，评查组{by}"
        f"对你单位 {len(source.cases)} 卷行政执法案卷进行了评查。现将评查意见反馈如下。"
    )


def overall(cases: Sequence[CaseResult]) -> str:
    """Return one sentence: how many cases, their mean and grades; vetoes are told."""
    if not cases:
        return "本次未评查你单位案卷。"
    mean = sum((one.total for one in cases), Decimal(0)) / len(cases)
    grades: dict[str, int] = {}
    for one in cases:
        grades[one.grade] = grades.get(one.grade, 0) + 1
    counts = "、".join(f"{grade} {count} 卷" for grade, count in grades.items())
    vetoed = sum(1 for one in cases if one.vetoes)
    veto = f"；其中 {vetoed} 卷有一票否决情形" if vetoed else ""
    return f"共评查 {len(cases)} 卷，平均得分 {points(rounded(mean))} 分，{counts}{veto}。"


def _cases(cases: Sequence[CaseResult]) -> Table:
    rows = [head_row("序号", "案卷", "案由", "得分", "等次", "一票否决")]
    for number, one in enumerate(cases, 1):
        grade = one.grade if one.complete else f"暂为{one.grade}"
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(one.case_no),
                Cell(one.cause),
                Cell(points(one.total), Align.CENTRE),
                Cell(grade, Align.CENTRE, Tone.LOST if one.vetoes else Tone.PLAIN),
                Cell("；".join(one.vetoes) or "无", Align.LEFT if one.vetoes else Align.CENTRE),
            )
        )
    return Table((8.5, 29, 21, 10, 11, 20.5), tuple(rows), size=_SMALL)


def result_list(cases: Sequence[CaseResult]) -> Table:
    """Return cases of several units with their results."""
    rows = [head_row("序号", "单位", "案卷", "案由", "得分", "等次")]
    rows += [
        (
            Cell(str(number), Align.CENTRE),
            Cell(one.unit),
            Cell(one.case_no),
            Cell(one.cause),
            Cell(points(one.total), Align.CENTRE),
            Cell(one.grade, Align.CENTRE),
        )
        for number, one in enumerate(cases, 1)
    ]
    return Table((8.5, 27, 29, 17, 9, 9.5), tuple(rows), size=_SMALL)


def problems(lines: Sequence[ProblemLine]) -> list[Block]:
    """Return the problems case by case, each with page and basis."""
    if not lines:
        return [Text("未发现需要整改的问题。")]
    by_case: dict[str, list[ProblemLine]] = {}
    for line in lines:
        by_case.setdefault(line.case_no, []).append(line)
    blocks: list[Block] = []
    for number, (case_no, found) in enumerate(by_case.items(), 1):
        blocks.append(subheading(number, case_no))
        blocks += [Text(f"{at}. {problem_sentence(line)}") for at, line in enumerate(found, 1)]
    return blocks


def problem_sentence(line: ProblemLine) -> str:
    """Return a problem with its page and basis in brackets."""
    notes = []
    # What the machine found names its pages in the sentence.
    if line.pages and "卷内第" not in line.problem:
        numbered = line.pages.replace("、", "").isdigit()
        notes.append(f"卷内第 {line.pages} 页" if numbered else f"见{line.pages}")
    if line.basis:
        notes.append(f"依据：{line.basis}")
    text = line.problem.rstrip("。")
    return text + (f"（{'；'.join(notes)}）。" if notes else "。")


def _objection(source: FeedbackInput) -> str:
    days = source.campaign.objection_days
    until = source.feedback.objection_until
    end = f"，即{on_day(until)}前" if until else ""
    return (
        f"对以上意见有异议的，请自收到本函之日起 {days} 个工作日内{end}"
        "按案卷、按评查项书面提出申辩，说明理由并附相关案卷材料。"
        "逾期未提出的，视为无异议。评查结果以申辩复核后的结果为准。"
    )
