"""The result of `reviewer check` for a person at a console: documents, then findings by verdict."""

from collections.abc import Iterator, Mapping

from reviewer.checking.words import page_list
from reviewer.model import CheckRun, Finding, Procedure, Reading, RuleInfo, Verdict

_PROCEDURES = {
    Procedure.GENERAL: "普通程序",
    Procedure.SUMMARY: "简易程序",
    Procedure.NO_PENALTY: "不予处罚",
    Procedure.COERCIVE: "行政强制措施",
    Procedure.INSPECTION: "行政检查",
    Procedure.UNKNOWN: "程序未能判定",
}
_VERDICTS = {
    Verdict.PROBLEM: "疑似问题",
    Verdict.HINT: "需核实",
    Verdict.CANNOT_TELL: "无法判断",
    Verdict.OK: "符合",
    Verdict.NOT_APPLICABLE: "不适用",
}


def as_text(name: str, reading: Reading, run: CheckRun, rules: Mapping[str, RuleInfo]) -> str:
    """Return the result of the case `name` in Chinese, several lines."""
    return "\n".join(_lines(name, reading, run, rules))


def _lines(
    name: str, reading: Reading, run: CheckRun, rules: Mapping[str, RuleInfo]
) -> Iterator[str]:
    yield f"案卷：{name}（{_PROCEDURES[reading.procedure]}，{len(reading.pages)} 页）"
    yield ""
    yield f"文书 {len(reading.documents)} 份"
    for document in reading.documents:
        yield f"  {document.type}  {document.title}  {page_list(reading.paths, document.pages)}"
    if reading.unclassified:
        yield f"  另有 {len(reading.unclassified)} 页未归类"
    for failed in reading.unreadable:
        yield f"  未能读取：{failed.path}，{failed.reason}"
    for verdict, title in _VERDICTS.items():
        found = [one for one in run.findings if one.verdict is verdict]
        if found:
            yield ""
            yield f"{title} {len(found)} 项"
            for one in found:
                yield from _finding(reading, one, rules)


def _finding(reading: Reading, finding: Finding, rules: Mapping[str, RuleInfo]) -> Iterator[str]:
    rule = rules.get(finding.rule)
    yield f"  {finding.rule} {rule.title if rule else ''}".rstrip()
    yield f"      {finding.message}"
    if finding.verdict in (Verdict.PROBLEM, Verdict.HINT):
        if finding.basis:
            yield f"      依据：{'、'.join(finding.basis)}"
        for place in finding.evidence:
            yield f"      {page_list(reading.paths, [place.ref])}：“{place.quote}”"
