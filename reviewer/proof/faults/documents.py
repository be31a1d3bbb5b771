"""Faults of completeness: documents that a case must have and this one has not (M-DT)."""

from reviewer.proof.faults.base import Fault, areas, no_proofs


def _missing(rule: str, title: str, *keys: str, name: str = "", also: str = "") -> Fault:
    return Fault(
        name=name or rule,
        rule=rule,
        change=lambda plan: plan.without(*keys),
        what=lambda _: f"卷内未见{title}。",
        proofs=no_proofs,
        also=("V18", also) if also else ("V18",),
        areas=areas(*_AREAS.get(name or rule, ()), rule),
    )


_AREAS = {
    "M-DT05": ("filing",),
    "M-DT23": ("report",),
    "M-DT26": ("wait", "notice"),
    "M-DT37.notice": ("wait",),
    "M-DT37.decision": ("service",),
}

FAULTS: tuple[Fault, ...] = (
    _missing("M-DT05", "立案登记表", "DT05"),
    _missing("M-DT07", "询问笔录", "DT07"),
    _missing("M-DT23", "案件调查报告", "DT23"),
    _missing("M-DT26", "违法行为通知书", "DT26", "DT37.notice", "DT27", also="V07"),
    _missing("M-DT37", "通知书的送达回证", "DT37.notice", name="M-DT37.notice"),
    _missing("M-DT37", "决定书的送达回证", "DT37.decision", name="M-DT37.decision"),
    _missing("M-DT52", "结案报告", "DT52"),
)
