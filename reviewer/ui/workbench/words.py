"""Numbers and states in the words of the reviewer.

Pure functions: minus is U+2212, ranges use an en dash, points have one decimal unless the
standard needs two.
"""

from collections.abc import Iterable
from decimal import Decimal

from reviewer.model import Choice, ItemScore, Procedure, Standard, Verdict, VetoChoice

CHOICE_WORDS = {
    Choice.CONFORMS: "符合",
    Choice.FAILS: "不符合",
    Choice.ABSENT: "不涉及",
    Choice.PENDING: "待定",
}
VETO_WORDS = {VetoChoice.OPEN: "待定", VetoChoice.EXCLUDED: "排除", VetoChoice.HIT: "命中"}
VERDICT_WORDS = {
    Verdict.PROBLEM: "疑似问题",
    Verdict.HINT: "需核实",
    Verdict.CANNOT_TELL: "无法判断",
    Verdict.OK: "符合",
    Verdict.NOT_APPLICABLE: "不适用",
}
PROCEDURE_WORDS = {
    Procedure.GENERAL: "普通程序",
    Procedure.SUMMARY: "简易程序",
    Procedure.NO_PENALTY: "不予处罚",
    Procedure.COERCIVE: "行政强制措施",
    Procedure.INSPECTION: "行政检查",
    Procedure.UNKNOWN: "",
}
GAP = "　"
"""Separates facts in a caption line."""


def decimals_of(standard: Standard) -> int:
    """Return how many decimals the points of `standard` need: 1 or 2."""
    values = [clause.points for item in standard.items for clause in item.clauses]
    values += [item.points for item in standard.items]
    return 2 if any(value != round(value, 1) for value in values) else 1


def points_text(value: Decimal, decimals: int = 1) -> str:
    """Return points as lists show them, such as 3.0."""
    return f"{value:.{decimals}f}"


def full_text(value: Decimal) -> str:
    """Return full points without needless zeros, such as 3 or 2.5."""
    return f"{value.normalize():f}"


def minus_text(value: Decimal, decimals: int | None = None) -> str:
    """Return a deduction such as −2.0; without `decimals` as short as it goes, such as −2."""
    return "−" + (full_text(value) if decimals is None else points_text(value, decimals))


def spans(numbers: Iterable[int]) -> str:
    """Return page numbers as ranges, such as 46–48、52."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def cited(articles: Iterable[str]) -> str:
    """Return articles joined, the name of a law only once in a row: 某法第五条、第三十七条."""
    words: list[str] = []
    last = ""
    for article in articles:
        law, mark, rest = article.partition("第")
        words.append(mark + rest if law and law == last else article)
        last = law
    return "、".join(words)


def clean_points(text: str) -> str:
    """Return `text`, points from the workspace, with a real minus sign."""
    return text.replace("-", "−")


def item_sentence(title: str, score: ItemScore, hints: int, evidence: int) -> str:
    """Return the state of an item for screen readers."""
    words = f"{title}，{CHOICE_WORDS[score.choice]}"
    if score.choice is not Choice.ABSENT:
        words += f"，得 {full_text(score.awarded)} 分，满分 {full_text(score.full)} 分"
    if evidence:
        words += f"，{evidence} 条证据"
    return words + (f"，{hints} 条机器提示待处理" if hints else "")
