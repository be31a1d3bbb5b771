"""Faults in the amounts of a case."""

from collections.abc import Callable
from types import MappingProxyType

from reviewer.proof.documents.wording import capitals, digits, fine_text
from reviewer.proof.faults.base import Fault, areas
from reviewer.proof.plan import Plan


def _fines(**added: int) -> Callable[[Plan], Plan]:
    return lambda plan: plan.with_(fines=MappingProxyType(dict(added)))


FAULTS: tuple[Fault, ...] = (
    Fault(
        "K12.words",
        "K12",
        _fines(words=1000),
        lambda story: (
            f"决定书罚款大写{capitals(story.fines.words)}与小写{digits(story.fines.decision)}元不一致。"
        ),
        lambda story: (("DT35", fine_text(story.fines.decision, story.fines.words)),),
        areas=areas("fine"),
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
        areas=areas("fine", "notice"),
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
        areas=areas("fine"),
    ),
)
