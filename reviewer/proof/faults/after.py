"""Faults in what follows the decision: service, payment, court, publication, archive."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from reviewer.model import Procedure
from reviewer.proof.documents.enforcement import surcharge
from reviewer.proof.documents.wording import day, moment, table_day
from reviewer.proof.faults.base import (
    GENERAL,
    NO_PENALTY,
    SUMMARY,
    Change,
    Fault,
    Proof,
    dated,
    make_fault,
    says,
    signed,
)
from reviewer.proof.measures import Filed, Mark, ServiceWay, Transfer, Unpaid
from reviewer.proof.steps import PerformSteps, TransferSteps, UnpaidSteps, WithdrawnSteps
from reviewer.proof.story import CaseStory

_DECIDED = signed("DT35", lambda story: story.dates.decision)
_SERVED = dated("DT37.decision", lambda story: story.dates.decision_served)
_URGED = dated("DT43", lambda story: _unpaid(story).urged)
_APPLIED = signed("DT44", lambda story: _unpaid(story).applied)
_SPOT = dated("DT34", lambda story: story.dates.decision)
_BOTH = GENERAL | NO_PENALTY


def _unpaid(story: CaseStory) -> UnpaidSteps:
    assert story.steps.unpaid is not None
    return story.steps.unpaid


def _transfer(story: CaseStory) -> TransferSteps:
    assert story.steps.transfer is not None
    return story.steps.transfer


def _performing(story: CaseStory) -> PerformSteps:
    assert story.steps.performing is not None
    return story.steps.performing


def _withdrawing(story: CaseStory) -> WithdrawnSteps:
    assert story.steps.withdrawing is not None
    return story.steps.withdrawing


def _late_service(story: CaseStory) -> str:
    return (
        f"决定书{day(story.style, story.dates.decision)}作出，"
        f"{day(story.style, story.dates.decision_served)}送达，超过七个工作日。"
    )


def _unpaid_with(**changes: Any) -> Change:
    return lambda plan: plan.with_(
        unpaid=replace(Unpaid(), **changes), service=ServiceWay.DIRECT, pay_on_last_day=False
    ).with_(marks=plan.marks - {Mark.INSTALMENTS})


def _served_by(way: ServiceWay, **changes: Any) -> Change:
    return lambda plan: plan.with_(service=way, unpaid=None, **changes)


def _spot_money(fine: int, *marks: Mark, **filed: int) -> Change:
    return lambda plan: plan.with_(fine=fine, filed=replace(Filed(), **filed)).marked(
        Mark.SPOT_MONEY, *marks
    )


def _late_table(
    key: str, when: Callable[[CaseStory], date]
) -> Callable[[CaseStory], tuple[str, str]]:
    return says(key, lambda story: table_day(story.style, when(story)))


def _late(
    name: str,
    wait: int,
    decided: Callable[[CaseStory], Proof],
    procedures: frozenset[Procedure] = GENERAL,
) -> Fault:
    return make_fault(
        name,
        _served_by(ServiceWay.DIRECT, served_wait=wait),
        _late_service,
        decided,
        _SERVED,
        dated("DT52", lambda story: story.dates.decision_served),
        touches=_SERVICE,
        procedures=procedures,
    )


_SERVICE = ("service", "payment")

FAULTS: tuple[Fault, ...] = (
    _late("T18", 10, _DECIDED),
    _late("T18.eighth", 8, _DECIDED),
    _late("T18.no_penalty", 9, signed("DT36", lambda story: story.dates.decision), NO_PENALTY),
    make_fault(
        "T19",
        _served_by(ServiceWay.ANNOUNCED, announced_days=20),
        "公告送达只公告二十日，不足法定期限。",
        signed("DT39", lambda story: story.steps.announced),
        dated("DT39", lambda story: story.steps.announced),
        _SERVED,
        touches=_SERVICE,
    ),
    make_fault(
        "T20",
        lambda plan: _served_by(ServiceWay.ELECTRONIC)(plan).without("DT38"),
        "决定书以电子方式送达，未见当事人同意的确认书。",
        says("DT37.decision", "电子送达"),
        touches=_SERVICE,
    ),
    make_fault(
        "K03",
        lambda plan: _served_by(ServiceWay.LEFT)(plan).marked(Mark.UNWITNESSED),
        "留置送达没有见证人，也没有拍照、录像的记载。",
        says("DT37.decision", "留置送达"),
        touches=_SERVICE,
    ),
    make_fault(
        "T21",
        lambda plan: plan.telling(pay_days="三十"),
        "决定书给予三十日缴款期限，法定为十五日。",
        says("DT35", "三十日内"),
        touches=("payment",),
    ),
    make_fault(
        "T21.short",
        lambda plan: plan.telling(pay_days="十"),
        "决定书给予十日缴款期限，法定为十五日。",
        says("DT35", "十日内"),
        touches=("payment",),
    ),
    make_fault(
        "T22",
        _unpaid_with(surcharge=1.5),
        "加处罚款超出罚款本金。",
        says("DT43", surcharge),
        says("DT44", surcharge),
        touches=("fine", *_SERVICE),
    ),
    make_fault(
        "T23",
        lambda plan: plan.with_(unpaid=None).marked(Mark.INSTALMENTS, Mark.UNASKED),
        "分期缴纳罚款没有当事人的申请和机关的批准。",
        says("DT40", "第二期"),
        touches=_SERVICE,
    ),
    make_fault(
        "T24",
        _spot_money(200, Mark.UNREASONED),
        "当场收缴罚款超过一百元，没有载明事后难以执行等理由。",
        says("DT34", "当场收缴"),
        touches=("fine", "spot"),
        procedures=SUMMARY,
    ),
    make_fault(
        "T25",
        _spot_money(100, surrendered_wait=5),
        "当场收缴的罚款超过二个工作日才交至机关。",
        dated("DT42", lambda story: story.steps.filed.surrendered),
        touches=("fine", "spot"),
        procedures=SUMMARY,
    ),
    make_fault(
        "T25.bank",
        _spot_money(100, banked_wait=5),
        "机关超过二个工作日才将当场收缴的罚款缴付银行。",
        dated("DT42", lambda story: story.steps.filed.banked),
        touches=("fine", "spot"),
        procedures=SUMMARY,
    ),
    make_fault(
        "T27",
        lambda plan: plan.with_(filed=Filed(filed_wait=9)),
        "当场处罚决定超过五个工作日才备案。",
        dated("DT62", lambda story: story.steps.filed.filed),
        _SPOT,
        touches=("filed", "spot"),
        procedures=SUMMARY,
    ),
    make_fault(
        "T28",
        _unpaid_with(applied_wait=8),
        "催告书送达未满十个工作日即申请法院强制执行。",
        _URGED,
        _APPLIED,
        touches=_SERVICE,
    ),
    make_fault(
        "T28.none",
        lambda plan: _unpaid_with()(plan).without("DT43"),
        "申请法院强制执行以前没有催告。",
        _APPLIED,
        also=("T30",),
        touches=_SERVICE,
    ),
    make_fault(
        "T29",
        _unpaid_with(applied_wait=75),
        "起诉期限届满三个月以后才申请法院强制执行。",
        _APPLIED,
        touches=_SERVICE,
    ),
    make_fault(
        "T31",
        lambda plan: plan.with_(offence="road_damage", party=None, perform_wait=2).marked(
            Mark.PERFORMED
        ),
        "催告不足三个工作日即实施代履行。",
        dated("DT43.performance", lambda story: _performing(story).urged),
        dated("DT46", lambda story: _performing(story).performed),
        touches=("offence", "seizure", "recheck"),
    ),
    make_fault(
        "T35",
        lambda plan: plan.with_(transfer=Transfer(handed_wait=6)).marked(Mark.TRANSFER),
        "接到公安机关立案通知书后超过三日才移交涉案物品和材料。",
        dated("DT50.receipt", lambda story: _transfer(story).police_filed),
        dated("DT50.receipt", lambda story: _transfer(story).handed),
        touches=("transfer",),
    ),
    make_fault(
        "T37",
        lambda plan: plan.with_(unpaid=None, withdraw_wait=7).marked(Mark.WITHDRAWN),
        "处罚决定被变更后超过三个工作日才撤回公示。",
        dated("DT53.withdrawn", lambda story: _withdrawing(story).revoked),
        dated("DT53.withdrawn", lambda story: _withdrawing(story).withdrawn),
        touches=("publication", "service"),
    ),
    make_fault(
        "T34.approved",
        lambda plan: plan.with_(transfer=Transfer(approved_wait=6)).marked(Mark.TRANSFER),
        "接到移送报告超过三日才决定。",
        dated("DT50.approval", lambda story: _transfer(story).reported),
        says("DT50.approval", lambda story: moment(story.style, _transfer(story).approved)),
        touches=("transfer",),
    ),
    make_fault(
        "T34.sent",
        lambda plan: plan.with_(transfer=Transfer(sent_hours=55)).marked(Mark.TRANSFER),
        "批准移送后超过二十四小时才移送。",
        says("DT50.approval", lambda story: moment(story.style, _transfer(story).approved)),
        says("DT50", lambda story: moment(story.style, _transfer(story).sent)),
        touches=("transfer",),
    ),
    make_fault(
        "T38",
        lambda plan: plan.with_(publish_wait=11),
        "处罚决定作出后超过七个工作日才公示。",
        _late_table("DT53", lambda story: story.dates.published),
        _DECIDED,
        touches=("publication",),
    ),
    make_fault(
        "T39",
        lambda plan: plan.with_(offence="overload", party=None, copy_wait=11),
        "超限案件结案后超过七个工作日才抄告。",
        signed("DT51", lambda story: story.dates.copied),
        dated("DT52", lambda story: story.dates.closed),
        touches=("offence", "seizure", "copied"),
    ),
    make_fault(
        "T42.archive",
        lambda plan: plan.with_(archive_wait=-3),
        "归档的日期早于结案的日期。",
        dated("DT03", lambda story: story.dates.archived),
        dated("DT01", lambda story: story.dates.archived),
        dated("DT52", lambda story: story.dates.closed),
        also=("V19",),
        touches=("closing", "archive"),
        procedures=_BOTH,
    ),
)
