"""The faults that are planted, each as a change of the plan of a case.

A fault says which rule it breaks, what a reviewer would write about it, where it can be seen, and
which other rules follow from it (`also`): these are no false alarms.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from reviewer.proof.documents.wording import capitals, day, digits, fine_text
from reviewer.proof.documents.wording import signed_day as signed
from reviewer.proof.plan import Plan
from reviewer.proof.story import CaseStory

Proof = tuple[str, str]
"""Key of a document and the words in it that prove the fault."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to break one rule."""

    name: str
    """Unique: the rule, with a suffix when it can be broken in several ways."""
    rule: str
    change: Callable[[Plan], Plan]
    what: Callable[[CaseStory], str]
    """One Chinese sentence."""
    proofs: Callable[[CaseStory], tuple[Proof, ...]]
    """Empty for a missing document: nothing shows it."""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault as it lies in the delivered files."""

    rule: str
    what: str
    pages: tuple[tuple[str, int], ...]
    """File below the path of the case and page in it; empty for a missing document."""
    also: tuple[str, ...] = ()
    fault: str = ""


def _missing(rule: str, title: str, *keys: str, name: str = "", also: str = "") -> Fault:
    return Fault(
        name=name or rule,
        rule=rule,
        change=lambda plan: plan.without(*keys),
        what=lambda _: f"卷内未见{title}。",
        proofs=lambda _: (),
        also=("V18", also) if also else ("V18",),
    )


def _fines(**added: int) -> Callable[[Plan], Plan]:
    return lambda plan: plan.with_(fines=MappingProxyType(dict(added)))


def _lone(code: str) -> Fault:
    title = {"DT06": "现场笔录", "DT07": "询问笔录"}[code]
    return Fault(
        name=f"K01.{code}",
        rule="K01",
        change=lambda plan: plan.with_(lone_officer=frozenset({code})),
        what=lambda story: f"{title}只有1名执法人员{story.officers[0].name}。",
        proofs=lambda story: ((code, story.officers[0].name),),
        also=("V02",),
    )


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
    _missing("M-DT05", "立案登记表", "DT05"),
    _missing("M-DT07", "询问笔录", "DT07"),
    _missing("M-DT23", "案件调查报告", "DT23"),
    _missing("M-DT26", "违法行为通知书", "DT26", "DT37.notice", "DT27", also="V07"),
    _missing("M-DT37", "通知书的送达回证", "DT37.notice", name="M-DT37.notice"),
    _missing("M-DT37", "决定书的送达回证", "DT37.decision", name="M-DT37.decision"),
    _missing("M-DT52", "结案报告", "DT52"),
    Fault(
        "T03",
        "T03",
        lambda plan: plan.with_(
            report_wait=48, decision_case_day=101, waiver=False, prolonged=False
        ),
        _late_decision,
        _late_decision_proofs,
    ),
    Fault(
        "T08",
        "T08",
        lambda plan: plan.with_(decision_wait=3, waiver=False),
        _early_decision,
        _early_decision_proofs,
        also=("V07",),
    ),
    Fault(
        "T08.fifth",
        "T08",
        lambda plan: plan.with_(decision_wait=5, waiver=False),
        _early_decision,
        _early_decision_proofs,
        also=("V07",),
    ),
    Fault(
        "T18",
        "T18",
        lambda plan: plan.with_(served_wait=10),
        _late_service,
        _late_service_proofs,
    ),
    Fault(
        "T18.eighth",
        "T18",
        lambda plan: plan.with_(served_wait=8),
        _late_service,
        _late_service_proofs,
    ),
    Fault(
        "T42.review",
        "T42",
        lambda plan: plan.with_(review=True, review_after_decision=2),
        lambda _: "法制审核意见书的日期晚于行政处罚决定书。",
        _review_proofs,
        also=("V19", "V09"),
    ),
    Fault(
        "T42.discussion",
        "T42",
        lambda plan: plan.with_(discussion=True, discussion_after_decision=1),
        lambda _: "集体讨论的日期晚于行政处罚决定书。",
        _discussion_proofs,
        also=("V19", "V10"),
    ),
    Fault(
        "T42.report",
        "T42",
        lambda plan: plan.with_(report_after_notice=2, review=False),
        lambda _: "案件调查报告的日期晚于违法行为通知书。",
        _report_proofs,
        also=("V19",),
    ),
    _lone("DT06"),
    _lone("DT07"),
    Fault(
        "K12.words",
        "K12",
        _fines(words=1000),
        lambda story: (
            f"决定书罚款大写{capitals(story.fines.words)}与小写{digits(story.fines.decision)}元不一致。"
        ),
        lambda story: (("DT35", fine_text(story.fines.decision, story.fines.words)),),
    ),
    Fault(
        "K12.raised",
        "K12",
        _fines(decision=1000),
        lambda story: (
            f"通知书拟罚款{story.fines.notice}元，当事人未申辩，决定书罚款{story.fines.decision}元。"
        ),
        lambda story: (
            ("DT26", fine_text(story.fines.notice)),
            ("DT35", fine_text(story.fines.decision)),
        ),
    ),
    Fault(
        "K12.bill",
        "K12",
        _fines(bill=-500),
        lambda story: f"缴款凭证{story.fines.bill}元与决定书罚款{story.fines.decision}元不一致。",
        lambda story: (
            ("DT41", digits(story.fines.bill)),
            ("DT35", fine_text(story.fines.decision)),
        ),
    ),
)
"""Every fault that can be planted; those of one case must concern different rules."""


def fault(name: str) -> Fault:
    """Return the fault of this name."""
    return next(one for one in FAULTS if one.name == name)
