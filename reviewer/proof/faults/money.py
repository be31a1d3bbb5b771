"""Faults in the amounts and the weights of a case."""

from types import MappingProxyType

from reviewer.model import PartyKind
from reviewer.proof.documents.records import scale_valid_until
from reviewer.proof.documents.wording import capitals, day, digits, fine_text
from reviewer.proof.faults.base import (
    SUMMARY,
    Change,
    Fault,
    make_fault,
    says,
)
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Plan

_DECIDED = says("DT35", lambda story: fine_text(story, story.fines.decision, story.fines.words))
_NOTICED = says("DT26", lambda story: fine_text(story, story.fines.notice))
_OVERLOAD = ("offence", "seizure", "fine", "listed")


def _fines(**added: int) -> Change:
    return lambda plan: plan.with_(fines=MappingProxyType(dict(added)))


def _ranged(plan: Plan) -> Plan:
    """Return `plan` with an offence whose fine is not computed."""
    return plan.with_(offence="refit", party=None)


def _overload(*marks: Mark) -> Change:
    return lambda plan: plan.with_(offence="overload", party=None).marked(*marks)


FAULTS: tuple[Fault, ...] = (
    make_fault(
        "K12.words",
        _fines(words=1000),
        lambda story: (
            f"决定书罚款大写{capitals(story.fines.words)}与小写{digits(story.fines.decision)}元不一致。"
        ),
        _DECIDED,
        touches=("fine", "decision"),
    ),
    make_fault(
        "K12.spot",
        _fines(words=100),
        lambda story: (
            f"决定书罚款大写{capitals(story.fines.words)}与小写{digits(story.fines.decision)}元不一致。"
        ),
        says("DT34", lambda story: fine_text(story, story.fines.decision, story.fines.words)),
        touches=("fine", "decision"),
        procedures=SUMMARY,
    ),
    make_fault(
        "K12.raised",
        lambda plan: _fines(decision=1000)(_ranged(plan)),
        lambda story: (
            f"通知书拟罚款{story.fines.notice}元，当事人未申辩，决定书罚款{story.fines.decision}元。"
        ),
        _NOTICED,
        _DECIDED,
        touches=("fine", "decision", "notice", "offence", "seizure", "hearing", "marks", "wait"),
    ),
    make_fault(
        "K12.bill",
        # Paid in parts, no single bill shows the sum.
        lambda plan: _fines(bill=-500)(
            plan.with_(unpaid=None, marks=plan.marks - {Mark.INSTALMENTS})
        ),
        lambda story: f"缴款凭证{story.fines.bill}元与决定书罚款{story.fines.decision}元不一致。",
        says("DT41", lambda story: digits(story.fines.bill)),
        _DECIDED,
        touches=("fine", "payment", "service"),
    ),
    make_fault(
        "V15",
        lambda plan: (
            _fines(decision=1000)(_ranged(plan))
            .with_(waiver=False, hearing=False)
            .marked(Mark.PLEADS)
        ),
        lambda story: (
            f"当事人陈述申辩后，罚款由告知的{story.fines.notice}元加重为{story.fines.decision}元。"
        ),
        _NOTICED,
        _DECIDED,
        touches=("fine", "decision", "notice", "offence", "seizure", "hearing", "marks", "wait"),
    ),
    make_fault(
        "K11.high",
        lambda plan: _ranged(plan).marked(Mark.TOO_HIGH),
        "罚款高于罚则的上限。",
        _DECIDED,
        also=("V06",),
        touches=_OVERLOAD,
    ),
    make_fault(
        "K11.low",
        lambda plan: _ranged(plan).marked(Mark.TOO_LOW),
        "罚款低于罚则的下限，没有减轻处罚的理由。",
        _DECIDED,
        also=("V06",),
        touches=_OVERLOAD,
    ),
    make_fault(
        "K11.no_range",
        lambda plan: plan.with_(offence="spill", party=None).marked(Mark.TOO_HIGH),
        "罚款高于罚则的上限。",
        _DECIDED,
        also=("V06",),
        touches=_OVERLOAD,
    ),
    make_fault(
        "K13",
        _overload(Mark.MISCOUNTED),
        "超限罚款与按超限质量计算的数额不符。",
        _DECIDED,
        _NOTICED,
        says("DT13", lambda story: f"{story.weights[2]}千克"),
        touches=_OVERLOAD,
    ),
    make_fault(
        "K14",
        _overload(Mark.WRONG_LIMIT),
        "六轴汽车列车按43000千克的限值认定超限。",
        says("DT13", lambda story: f"{story.weights[1]}千克"),
        says("DT35", lambda story: f"{story.weights[1]}千克"),
        says("DT06", lambda story: f"{story.weights[1]}千克"),
        says("DT23", lambda story: f"{story.weights[1]}千克"),
        also=("K13",),
        touches=_OVERLOAD,
    ),
    make_fault(
        "K15",
        _overload(Mark.EXPIRED_SCALE),
        "称重设备的检定有效期在检测日以前已经届满。",
        says("DT13", lambda story: day(story.style, scale_valid_until(story))),
        touches=_OVERLOAD,
    ),
    make_fault(
        "T26.person",
        lambda plan: plan.with_(offence="road_damage", party=PartyKind.PERSON, fine=500),
        "对公民当场处以500元罚款，超过二百元。",
        says("DT34", lambda story: fine_text(story, story.fines.decision)),
        touches=("offence", "fine", "spot", "party"),
        procedures=SUMMARY,
    ),
    make_fault(
        "T26.firm",
        lambda plan: plan.with_(offence="spill", party=PartyKind.ORGANISATION, fine=4000),
        "对单位当场处以4000元罚款，超过三千元。",
        says("DT34", lambda story: fine_text(story, story.fines.decision)),
        touches=("offence", "fine", "spot", "party"),
        procedures=SUMMARY,
    ),
)
