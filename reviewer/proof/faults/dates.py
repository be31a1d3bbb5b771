"""Faults in the terms and the order of the steps of a penalty case."""

from reviewer.proof.documents.wording import day
from reviewer.proof.documents.wording import signed_day as signed
from reviewer.proof.faults.base import Fault, Proof, areas
from reviewer.proof.story import CaseStory


def _late_decision(story: CaseStory) -> str:
    days = (story.dates.decision - story.dates.approved).days
    return (
        f"{day(story.style, story.dates.approved)}立案，"
        f"{day(story.style, story.dates.decision)}作出决定，共{days}日，超过九十日，未见延期审批。"
    )


def _late_decision_proofs(story: CaseStory) -> tuple[Proof, ...]:
    dates, style = story.dates, story.style
    return (
        ("DT05", day(style, dates.approved)),
        ("DT35", signed(style, dates.decision)),
        ("DT52", day(style, dates.decision)),
    )


def _early_decision(story: CaseStory) -> str:
    return (
        f"通知书{day(story.style, story.dates.notice_served)}送达，听证申请期五个工作日未满，"
        f"{day(story.style, story.dates.decision)}即作出决定，未见放弃听证的声明。"
    )


def _early_decision_proofs(story: CaseStory) -> tuple[Proof, ...]:
    dates, style = story.dates, story.style
    return (
        ("DT37.notice", day(style, dates.notice_served)),
        ("DT35", signed(style, dates.decision)),
        ("DT35", day(style, dates.notice_served)),
    )


def _late_service(story: CaseStory) -> str:
    return (
        f"决定书{day(story.style, story.dates.decision)}作出，"
        f"{day(story.style, story.dates.decision_served)}送达，超过七个工作日。"
    )


def _late_service_proofs(story: CaseStory) -> tuple[Proof, ...]:
    dates, style = story.dates, story.style
    return (
        ("DT35", signed(style, dates.decision)),
        ("DT37.decision", day(style, dates.decision_served)),
        ("DT52", day(style, dates.decision_served)),
    )


def _review_proofs(story: CaseStory) -> tuple[Proof, ...]:
    assert story.dates.reviewed is not None
    return (
        ("DT24", day(story.style, story.dates.reviewed)),
        ("DT35", signed(story.style, story.dates.decision)),
    )


def _discussion_proofs(story: CaseStory) -> tuple[Proof, ...]:
    assert story.dates.discussed is not None
    return (
        ("DT25", day(story.style, story.dates.discussed)),
        ("DT35", signed(story.style, story.dates.decision)),
    )


def _report_proofs(story: CaseStory) -> tuple[Proof, ...]:
    return (
        ("DT23", day(story.style, story.dates.report)),
        ("DT26", signed(story.style, story.dates.notice)),
    )


FAULTS: tuple[Fault, ...] = (
    Fault(
        "T03",
        "T03",
        lambda plan: plan.with_(
            report_wait=48, decision_case_day=101, waiver=False, prolonged=False
        ),
        _late_decision,
        _late_decision_proofs,
        areas=areas("filing", "wait"),
    ),
    Fault(
        "T08",
        "T08",
        lambda plan: plan.with_(decision_wait=3, waiver=False),
        _early_decision,
        _early_decision_proofs,
        also=("V07",),
        areas=areas("wait"),
    ),
    Fault(
        "T08.fifth",
        "T08",
        lambda plan: plan.with_(decision_wait=5, waiver=False),
        _early_decision,
        _early_decision_proofs,
        also=("V07",),
        areas=areas("wait"),
    ),
    Fault(
        "T18",
        "T18",
        lambda plan: plan.with_(served_wait=10),
        _late_service,
        _late_service_proofs,
        areas=areas("service"),
    ),
    Fault(
        "T18.eighth",
        "T18",
        lambda plan: plan.with_(served_wait=8),
        _late_service,
        _late_service_proofs,
        areas=areas("service"),
    ),
    Fault(
        "T42.review",
        "T42",
        lambda plan: plan.with_(review=True, review_after_decision=2),
        lambda _: "法制审核意见书的日期晚于行政处罚决定书。",
        _review_proofs,
        also=("V19", "V09"),
        areas=areas("review"),
    ),
    Fault(
        "T42.discussion",
        "T42",
        lambda plan: plan.with_(discussion=True, discussion_after_decision=1),
        lambda _: "集体讨论的日期晚于行政处罚决定书。",
        _discussion_proofs,
        also=("V19", "V10"),
        areas=areas("discussion"),
    ),
    Fault(
        "T42.report",
        "T42",
        lambda plan: plan.with_(report_after_notice=2, review=False),
        lambda _: "案件调查报告的日期晚于违法行为通知书。",
        _report_proofs,
        also=("V19",),
        areas=areas("report", "notice"),
    ),
)
