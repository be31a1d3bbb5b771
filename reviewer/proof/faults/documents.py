"""Faults of completeness: documents that a case must have and this one has not (M-DT)."""

from reviewer.model import Procedure
from reviewer.proof.faults.base import (
    GENERAL,
    NO_PENALTY,
    SUMMARY,
    Change,
    Fault,
    make_fault,
)
from reviewer.proof.measures import Mark, Seizure
from reviewer.proof.plan import Plan

_ALL = GENERAL | NO_PENALTY | SUMMARY
_BOTH = GENERAL | NO_PENALTY


def _missing(
    name: str,
    title: str,
    *keys: str,
    first: Change | None = None,
    also: tuple[str, ...] = (),
    touches: tuple[str, ...] = (),
    procedures: frozenset[Procedure] = GENERAL,
) -> Fault:
    def change(plan: Plan) -> Plan:
        return (first(plan) if first else plan).without(*keys)

    return make_fault(
        name,
        change,
        f"卷内未见{title}。",
        also=("V18", *also),
        touches=(name.partition(".")[0], *touches),
        procedures=procedures,
    )


def _heard(plan: Plan) -> Plan:
    return plan.with_(hearing=True, waiver=False, decision_wait=3).with_(
        marks=plan.marks - {Mark.PLEADING_ONLY, Mark.PLEADS}
    )


def _paid_at_once(plan: Plan) -> Plan:
    return plan.with_(unpaid=None, marks=plan.marks - {Mark.INSTALMENTS, Mark.SPOT_MONEY})


def seized(plan: Plan) -> Plan:
    """Return `plan` with a seizure, which only the offence without a permit allows."""
    return plan.with_(offence="unlicensed", party=None, seizure=plan.seizure or Seizure())


_HEARING = ("wait", "hearing", "marks", "review")
_SEIZURE = ("offence", "seizure")

FAULTS: tuple[Fault, ...] = (
    _missing("M-DT05", "立案登记表", "DT05", touches=("filing",), procedures=_BOTH),
    _missing(
        "M-DT06",
        "现场笔录",
        "DT06",
        first=lambda plan: plan.with_(offence="maintenance", party=None),
        touches=("offence",),
        procedures=GENERAL,
    ),
    _missing("M-DT07", "询问笔录", "DT07", procedures=_BOTH),
    _missing(
        "M-DT19",
        "责令改正的文书",
        "DT19",
        "DT20",
        first=lambda plan: plan.marked(Mark.UNORDERED),
        also=("M-DT20",),
        touches=("recheck", "report", "DT19"),
        procedures=NO_PENALTY,
    ),
    _missing(
        "M-DT20",
        "整改复查记录",
        "DT20",
        touches=("recheck",),
        procedures=_BOTH,
        also=("K19", "V05"),
    ),
    _missing("M-DT23", "案件调查报告", "DT23", touches=("report",), procedures=_BOTH),
    _missing(
        "M-DT24",
        "法制审核意见书（已经听证）",
        "DT24",
        first=_heard,
        also=("V09", "T11", "K05"),
        touches=_HEARING,
    ),
    _missing(
        "M-DT26",
        "违法行为通知书",
        "DT26",
        "DT37.notice",
        "DT27",
        also=("V07",),
        touches=("wait", "notice", "hearing"),
    ),
    _missing(
        "M-DT28",
        "陈述申辩复核意见",
        "DT28",
        first=lambda plan: plan.with_(waiver=False).marked(Mark.PLEADS),
        touches=("wait", "marks", "hearing"),
    ),
    _missing("M-DT29", "听证申请书", "DT29", first=_heard, touches=_HEARING),
    _missing(
        "M-DT30",
        "听证通知书",
        "DT30",
        first=_heard,
        also=("T09",),
        touches=_HEARING,
    ),
    _missing(
        "M-DT32",
        "听证笔录",
        "DT32",
        first=_heard,
        also=("V08", "T11"),
        touches=_HEARING,
    ),
    _missing("M-DT33", "听证报告", "DT33", first=_heard, touches=_HEARING),
    _missing(
        "M-DT35",
        "行政处罚决定书",
        "DT35",
        touches=("decision", "fine", "wait", "service", "publication", "review", "discussion"),
    ),
    _missing("M-DT37.notice", "通知书的送达回证", "DT37.notice", touches=("wait", "hearing")),
    _missing(
        "M-DT37.decision",
        "决定书的送达回证",
        "DT37.decision",
        touches=("service",),
        procedures=_BOTH,
    ),
    _missing("M-DT14", "行政强制措施审批表", "DT14", first=seized, touches=_SEIZURE),
    _missing("M-DT16", "扣押清单", "DT16", first=seized, touches=_SEIZURE),
    _missing("M-DT18", "解除行政强制措施决定书", "DT18", first=seized, touches=_SEIZURE),
    _missing(
        "M-DT41",
        "罚没票据",
        "DT41",
        first=_paid_at_once,
        touches=("payment", "service", "fine"),
        procedures=GENERAL | SUMMARY,
    ),
    _missing("M-DT52", "结案报告", "DT52", touches=("closing",), procedures=_ALL),
    _missing(
        "M-DT55", "当事人身份证明", "DT55", also=("V20",), touches=("identity",), procedures=_ALL
    ),
)
