"""Faults in the law applied, the scope of review, discussion and hearing, and what is told."""

from datetime import date

from reviewer.proof.documents.wording import penalty
from reviewer.proof.faults.base import (
    NO_PENALTY,
    SUMMARY,
    Change,
    Fault,
    anywhere,
    dated,
    make_fault,
    says,
    signed,
)
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Plan

_DECIDED = signed("DT35", lambda story: story.dates.decision)
_LISTS = frozenset(
    {Mark.REVIEW_LISTED, Mark.DISCUSSION_LISTED, Mark.HEARING_LISTED, Mark.UNREACHED}
)


def _listed(plan: Plan, mark: Mark) -> Plan:
    return plan.with_(marks=(plan.marks - _LISTS) | {mark}, hearing=False)


def _left_out(key: str) -> Change:
    return lambda plan: plan.telling(**{key: ""})


FAULTS: tuple[Fault, ...] = (
    make_fault(
        "V05.old",
        lambda plan: plan.with_(offence="maintenance", party=None).marked(Mark.OLD_ARTICLE),
        lambda story: f"违法行为在2023年7月20日以后，仍引用修改前的{penalty(story)}。",
        says("DT35", penalty),
        says("DT26", penalty),
        says("DT23", penalty),
        touches=("offence", "seizure", "decision_law"),
    ),
    make_fault(
        "K19",
        lambda plan: plan.with_(
            offence="unfiled", party=None, correction_days=60, prolonged=False
        ).marked(Mark.EARLY_RECHECK),
        "责令改正的期限未满即以拒不改正为由作出处罚。",
        dated("DT19", lambda story: story.dates.correction_deadline),
        dated("DT20", lambda story: story.dates.recheck),
        _DECIDED,
        also=("V05",),
        touches=("offence", "seizure", "recheck"),
    ),
    make_fault(
        "V11",
        lambda plan: plan.with_(offence="monitored", party=None).without("DT58"),
        "以电子技术监控取证，未见法制和技术审核的记录。",
        says("DT35", "电子技术监控"),
        says("DT05", "电子技术监控"),
        says("DT23", "电子技术监控"),
        says("DT13.certificate", "检定"),
        touches=("offence", "seizure"),
    ),
    make_fault(
        "V11.expired",
        lambda plan: plan.with_(offence="monitored", party=None).marked(Mark.EXPIRED_SCALE),
        "电子技术监控设备的检定有效期不覆盖检测日。",
        says("DT13", "检定合格"),
        says("DT13.certificate", "有效期至"),
        says("DT05", "电子技术监控"),
        says("DT35", "电子技术监控"),
        also=("K15",),
        touches=("offence", "seizure"),
    ),
    make_fault(
        "K05",
        lambda plan: _listed(plan, Mark.REVIEW_LISTED).with_(review=False),
        "罚款达到本单位法制审核目录的数额，未见法制审核意见书。",
        says("DT61", "法制审核"),
        says("DT35", "罚款"),
        also=("V09", "M-DT24"),
        touches=("review", "listed", "hearing", "fine", "marks", "wait"),
    ),
    make_fault(
        "M-DT25",
        lambda plan: _listed(plan, Mark.DISCUSSION_LISTED).with_(discussion=False),
        "罚款达到本单位重大案件标准，未见集体讨论记录。",
        also=("V10", "K07", "V18"),
        touches=("discussion", "listed", "hearing", "fine", "marks", "wait"),
    ),
    make_fault(
        "K08",
        lambda plan: (
            _listed(plan, Mark.HEARING_LISTED)
            .with_(waiver=False, decision_wait=8)
            .marked(Mark.PLEADING_ONLY)
        ),
        "拟罚款达到本单位听证标准，通知书没有告知听证权利。",
        says("DT61", "听证"),
        says("DT26", "陈述"),
        touches=("listed", "hearing", "fine", "marks", "wait", "notice"),
        also=("V07",),
    ),
    make_fault(
        "R-D1-01",
        lambda plan: plan.with_(review=True, hearing=False).marked(Mark.REVIEW_REFUSED),
        "法制审核意见不同意，未再次审核即作出决定。",
        says("DT24", "审核"),
        also=("V09",),
        touches=("review", "listed", "hearing"),
    ),
    make_fault(
        "K09",
        lambda plan: plan.marked(Mark.UNTAUGHT),
        "不予行政处罚，未见对当事人进行教育的记载。",
        says("DT36", "不予"),
        touches=("lesson",),
        procedures=NO_PENALTY,
    ),
    make_fault(
        "T36.days",
        lambda plan: plan.telling(redress_days="三十日"),
        "决定书告知的复议期限为三十日，法定为六十日。",
        says("DT35", "三十日内"),
        touches=("redress",),
    ),
    make_fault(
        "T36.suit",
        lambda plan: plan.telling(suit_months="三个月"),
        "决定书告知的起诉期限为三个月，法定为六个月。",
        says("DT35", "三个月内"),
        touches=("redress",),
    ),
    make_fault(
        "T36.no_penalty",
        lambda plan: plan.telling(suit_months="三个月"),
        "不予处罚决定书告知的起诉期限为三个月，法定为六个月。",
        says("DT36", "三个月内"),
        touches=("redress",),
        procedures=NO_PENALTY,
    ),
    make_fault(
        "T36.body",
        # Until the end of 2023 the superior authority could reconsider as well.
        lambda plan: plan.with_(start=max(plan.start, date(2024, 1, 2))).telling(
            redress_body="沙湖省交通运输厅"
        ),
        "决定书告知向上级交通运输主管部门申请复议。",
        says("DT35", "沙湖省交通运输厅"),
        touches=("redress", "late"),
    ),
    make_fault(
        "T36.spot",
        lambda plan: plan.telling(reconsider_first=""),
        "当场处罚决定书没有告知先申请行政复议。",
        says("DT34", "行政复议"),
        touches=("redress", "late"),
        procedures=SUMMARY,
    ),
    *(
        make_fault(
            f"K-F4.{name}",
            _left_out(f"decision_{name}"),
            f"决定书没有载明{what}。",
            anywhere("DT35"),
            touches=("redress", "payment", "decision"),
        )
        for name, what in (
            ("redress", "救济途径和期限"),
            ("payment", "履行方式和期限"),
            ("surcharge", "逾期加处罚款"),
            ("evidence", "证据"),
        )
    ),
)
