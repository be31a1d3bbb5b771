"""Faults in the terms and the order of the steps up to the decision."""

from reviewer.proof.documents.wording import day
from reviewer.proof.faults.base import Fault, dated, make_fault, says, signed
from reviewer.proof.measures import Mark, ServiceWay
from reviewer.proof.plan import Plan
from reviewer.proof.story import CaseStory

_DECIDED = signed("DT35", lambda story: story.dates.decision)
_NOTICED = dated("DT37.notice", lambda story: story.dates.notice_served)
_TOLD = dated("DT35", lambda story: story.dates.notice_served)
_APPROVED = dated("DT05", lambda story: story.dates.approved)
_WAIT = ("wait", "hearing", "marks")


def _late_decision(story: CaseStory) -> str:
    days = (story.dates.decision - story.dates.approved).days
    return (
        f"{day(story.style, story.dates.approved)}立案，"
        f"{day(story.style, story.dates.decision)}作出决定，共{days}日，超过九十日，未见延期审批。"
    )


def _early_decision(story: CaseStory) -> str:
    return (
        f"通知书{day(story.style, story.dates.notice_served)}送达，听证申请期五个工作日未满，"
        f"{day(story.style, story.dates.decision)}即作出决定，未见放弃听证的声明。"
    )


def _plain(plan: Plan) -> Plan:
    """Return `plan` without anything that changes what must wait for what."""
    marks = plan.marks - {Mark.PLEADS, Mark.PLEADING_ONLY, Mark.UNHEARD}
    return plan.with_(waiver=False, hearing=False, prolonged=False, marks=marks)


FAULTS: tuple[Fault, ...] = (
    make_fault(
        "T02",
        lambda plan: plan.marked(Mark.UNAPPROVED),
        "立案登记表没有负责人的批准签名和日期。",
        says("DT05", "负责人审批意见"),
        touches=("filing",),
    ),
    make_fault(
        "T03",
        lambda plan: _plain(plan).with_(report_wait=48, decision_case_day=101),
        _late_decision,
        _APPROVED,
        _DECIDED,
        dated("DT52", lambda story: story.dates.decision),
        touches=("filing", *_WAIT),
    ),
    make_fault(
        "T03.barely",
        lambda plan: _plain(plan).with_(report_wait=44, decision_case_day=94),
        _late_decision,
        _APPROVED,
        _DECIDED,
        dated("DT52", lambda story: story.dates.decision),
        touches=("filing", *_WAIT),
    ),
    make_fault(
        "T06",
        lambda plan: _plain(plan).with_(notice_served_wait=4, decision_wait=-2, review=False),
        "通知书在作出决定以后才送达。",
        _NOTICED,
        _DECIDED,
        _TOLD,
        also=("V07",),
        touches=("review", "discussion", *_WAIT),
    ),
    make_fault(
        "T06.same",
        lambda plan: _plain(plan).with_(decision_wait=0),
        "通知书送达当日即作出决定，未见放弃权利的声明。",
        _NOTICED,
        _DECIDED,
        _TOLD,
        also=("V07",),
        touches=("review", "discussion", *_WAIT),
    ),
    make_fault(
        "T07",
        lambda plan: _plain(plan).with_(pleads_days=3, decision_wait=2).marked(Mark.PLEADING_ONLY),
        "通知书给予三日陈述申辩，期限未满即作出决定。",
        _NOTICED,
        _DECIDED,
        _TOLD,
        also=("V07",),
        touches=("listed", *_WAIT),
    ),
    make_fault(
        "T08",
        lambda plan: _plain(plan).with_(decision_wait=3),
        _early_decision,
        _NOTICED,
        _DECIDED,
        _TOLD,
        also=("V07",),
        touches=_WAIT,
    ),
    make_fault(
        "T08.fifth",
        lambda plan: _plain(plan).with_(decision_wait=5),
        _early_decision,
        _NOTICED,
        _DECIDED,
        _TOLD,
        also=("V07",),
        touches=_WAIT,
    ),
    make_fault(
        "T09",
        lambda plan: _plain(plan).with_(hearing=True, hearing_lead=5, decision_wait=3),
        "听证会举行前不足七个工作日才通知当事人。",
        dated("DT30", lambda story: story.dates.hearing_notice),
        dated("DT32", lambda story: story.dates.hearing),
        touches=("review", *_WAIT),
    ),
    make_fault(
        "T11",
        lambda plan: _plain(plan).with_(hearing=True, decision_wait=3).marked(Mark.REVIEW_FIRST),
        "法制审核在听证以前，听证后没有再次审核。",
        dated("DT24", lambda story: story.dates.reviewed),
        dated("DT32", lambda story: story.dates.hearing),
        also=("V09",),
        touches=("review", *_WAIT),
    ),
    make_fault(
        "V08",
        lambda plan: _plain(plan).with_(decision_wait=8).marked(Mark.UNHEARD),
        "当事人申请听证，未举行听证即作出处罚决定。",
        dated("DT29", lambda story: story.dates.hearing_asked),
        _DECIDED,
        also=("V18", "M-DT24", "M-DT30", "M-DT32", "M-DT33", "V09", "T09", "T11"),
        touches=("review", *_WAIT),
    ),
    make_fault(
        "V13",
        lambda plan: plan.with_(offence="unlicensed", party=None, past_days=800).marked(
            Mark.LONG_AGO
        ),
        "违法行为发生两年以后才被发现。",
        dated("DT35", lambda story: story.dates.acted),
        dated("DT26", lambda story: story.dates.acted),
        dated("DT23", lambda story: story.dates.acted),
        dated("DT05", lambda story: story.dates.acted),
        also=("T33",),
        touches=("offence", "seizure"),
    ),
    make_fault(
        "T42.review",
        lambda plan: plan.with_(review=True, review_after_decision=2),
        "法制审核意见书的日期晚于行政处罚决定书。",
        dated("DT24", lambda story: story.dates.reviewed),
        _DECIDED,
        also=("V19", "V09"),
        touches=("review", "hearing", "listed"),
    ),
    make_fault(
        "T42.discussion",
        lambda plan: plan.with_(discussion=True, discussion_after_decision=1),
        "集体讨论的日期晚于行政处罚决定书。",
        dated("DT25", lambda story: story.dates.discussed),
        _DECIDED,
        also=("V19", "V10"),
        touches=("discussion", "listed"),
    ),
    make_fault(
        "T42.report",
        lambda plan: plan.with_(report_after_notice=2, review=False),
        "案件调查报告的日期晚于违法行为通知书。",
        dated("DT23", lambda story: story.dates.report),
        signed("DT26", lambda story: story.dates.notice),
        also=("V19",),
        touches=("report", "notice", "review", *_WAIT),
    ),
    make_fault(
        "T42.filing",
        lambda plan: plan.with_(filing_after_report=2, review=False),
        "立案的日期晚于案件调查报告。",
        _APPROVED,
        dated("DT23", lambda story: story.dates.report),
        also=("V19",),
        touches=("filing", "report", "notice", "review"),
    ),
    make_fault(
        "T42.closing",
        lambda plan: plan.with_(served_wait=5, unpaid=None, service=ServiceWay.DIRECT).marked(
            Mark.EARLY_CLOSING
        ),
        "决定书送达以前已经结案。",
        dated("DT52", lambda story: story.dates.closed),
        dated("DT37.decision", lambda story: story.dates.decision_served),
        also=("V19",),
        touches=("service", "closing", "payment"),
    ),
    make_fault(
        "T42.receipt",
        lambda plan: plan.with_(served_wait=-1, service=ServiceWay.DIRECT),
        "送达回证的日期早于行政处罚决定书。",
        dated("DT37.decision", lambda story: story.dates.decision_served),
        _DECIDED,
        also=("V19",),
        touches=("service", "decision", *_WAIT),
    ),
)
