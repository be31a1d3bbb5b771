"""The figures of `reviewer prove` as aligned Chinese tables."""

import unicodedata
from collections.abc import Iterator, Sequence

from reviewer.model import Verdict
from reviewer.model.figures import MADE_UP
from reviewer.proof import Figures, Form, FormFigures, Planted, Proven, Request, RuleScore

_FORMS = {
    Form.WORD: "Word 文件夹",
    Form.TEXT_PDF: "文字 PDF",
    Form.SCAN: "扫描 PDF（200dpi）",
    Form.PHOTOS: "手机照片加 Word",
    Form.ARCHIVE: "ZIP（文字 PDF）",
}
_VERDICTS = {
    Verdict.PROBLEM: "疑似问题",
    Verdict.HINT: "需核实",
    Verdict.CANNOT_TELL: "无法判断",
    Verdict.OK: "符合",
    Verdict.NOT_APPLICABLE: "不适用",
}
_NONE = "—"
# fmt: off
_FORM_HEAD = (
    "案卷形式", "案卷", "设置", "查出", "查全率", "查准率", "页码命中", "误报", "无问题案卷误报",
    "无法判断和提示", "识别页每分钟",
)
# fmt: on


def figures_text(figures: Figures, request: Request, own: str = "") -> Iterator[str]:
    """Return the lines of all tables; `own` is the rate of the reviewers' own answers, if any."""
    yield f"{MADE_UP}。案卷 {request.cases} 个，种子 {request.seed} 起。"
    if own:
        yield f"{own}。"
    yield ""
    yield from _table(
        _FORM_HEAD,
        [_of_form(one) for one in figures.forms],
    )
    yield ""
    head = ("规则", "设置", "查出", "查全率", "误报", "查准率", "页码命中")
    by_form = [(form, {one.rule: one for one in rules}) for form, rules in figures.rules_by_form]
    several = by_form if len(by_form) > 1 else []
    yield from _table(
        (*head, *(f"{_FORMS[form]}查全率" for form, _ in several)),
        [
            (*_of_rule(one), *(_recall(rules.get(one.rule)) for _, rules in several))
            for one in figures.rules
        ],
    )
    if figures.unsure:
        yield ""
        rules = "、".join(f"{rule} {count}" for rule, count in figures.unsure)
        yield f"无问题案卷中无法判断和提示的规则：{rules}。"


def misses_text(one: Proven) -> Iterator[str]:
    """Return what went wrong in one case: misses, wrong pages, false alarms, unsure on clean."""
    by_rule = {finding.rule: finding for finding in one.findings}
    where = f"种子{one.drawn.seed} {one.drawn.form.value}"
    for planted in one.comparison.missed:
        finding = by_rule.get(planted.rule)
        verdict = _VERDICTS[finding.verdict] if finding else "没有这条规则"
        message = finding.message if finding else ""
        yield f"漏查 {planted.rule} {planted.fault} {where} [{verdict}] {planted.what} ← {message}"
    for planted in one.comparison.page_wrong:
        places = [f"{p.page}“{p.quote}”" for p in by_rule[planted.rule].evidence]
        yield f"页码 {planted.rule} {planted.fault} {where} {_pages(planted)} ← {places}"
    for finding in one.comparison.false_alarms:
        faults = ",".join(fault.name for fault in one.drawn.faults) or "无问题"
        yield f"误报 {finding.rule} {where} ({faults}) {finding.message}"
    if one.clean:
        for finding in one.comparison.unsure:
            yield f"不定 {finding.rule} {where} [{_VERDICTS[finding.verdict]}] {finding.message}"
    for failed in one.unreadable:
        yield f"读取 {where} {failed.path} {failed.reason}"


def _pages(planted: Planted) -> str:
    return "、".join(f"{file}#{page}" for file, page in planted.pages)


def _of_form(one: FormFigures) -> tuple[str, ...]:
    speed = one.pages_a_minute
    return (
        _FORMS[one.form] if one.form else "合计",
        str(one.cases),
        str(one.planted),
        str(one.found),
        _percent(one.recall),
        _percent(one.precision),
        _percent(one.page_rate),
        str(one.false_alarms),
        f"{one.clean_false_alarms}/{one.clean}",
        _percent(one.unsure_rate),
        f"{speed:.1f}" if speed is not None else _NONE,
    )


def _of_rule(one: RuleScore) -> tuple[str, ...]:
    return (
        one.rule,
        str(one.planted),
        str(one.found),
        _percent(one.recall),
        str(one.false_alarms),
        _percent(one.precision),
        _percent(one.page_rate),
    )


def _recall(one: RuleScore | None) -> str:
    return _percent(one.recall if one else None)


def _percent(share: float | None) -> str:
    return _NONE if share is None else f"{share * 100:.1f}%"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Return lines whose columns are aligned; a Chinese character takes two places."""
    widths = [max(map(_width, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = (
            _padded(text, width, right=bool(column))
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def _padded(text: str, width: int, right: bool) -> str:
    gap = " " * (width - _width(text))
    return gap + text if right else text + gap


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "FWA" else 1 for char in text)
