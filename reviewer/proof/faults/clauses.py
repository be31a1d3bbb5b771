"""Faults of single clauses: who bears costs, what papers leave out, time and place of the act."""

from collections.abc import Callable

from reviewer.model import Procedure
from reviewer.proof.documents.wording import moment
from reviewer.proof.faults.base import COERCIVE, GENERAL, Fault, anywhere, make_fault, says
from reviewer.proof.faults.documents import seized
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Plan
from reviewer.proof.story import CaseStory

_STORED = "车辆存放于指定停车场，扣押期间的车辆保管费由你（单位）承担。"


def _telling(**words: str) -> Callable[[Plan], Plan]:
    return lambda plan: seized(plan).telling(**words)


def _charged(rule: str, procedures: frozenset[Procedure]) -> Fault:
    return make_fault(
        rule,
        _telling(storage=_STORED),
        "强制措施决定书要求当事人承担扣押车辆的保管费。",
        says("DT15", "保管费"),
        touches=("offence", "seizure"),
        procedures=procedures,
    )


def _copied(what: str, said: str, words: Callable[[CaseStory], str]) -> Fault:
    return make_fault(
        f"K-F5.DT26.{what}",
        lambda plan: plan.with_(altered=plan.altered | {f"DT26.{what}"}),
        f"违法行为通知书所写的{said}与其他文书不一致。",
        says("DT26", lambda story: words(story.as_copied("DT26"))),
        touches=("agreement", "notice", "wait"),
        hinted=True,
    )


FAULTS: tuple[Fault, ...] = (_charged("R-Q10-01", COERCIVE), _charged("R-C5-02", GENERAL))
HINTED: tuple[Fault, ...] = (
    _copied("place", "违法行为地点", lambda story: story.place.split("线", 1)[-1]),
    _copied("time", "违法行为时间", lambda story: moment(story.style, story.found_at)),
    make_fault(
        "R-E4-01",
        lambda plan: plan.with_(offence="overload", party=None).telling(source="特此抄告。"),
        "当事人说明了货物的装载单位，没有倒查源头、移送线索的记载。",
        anywhere("DT07"),
        touches=("offence", "seizure", "copied", "agreement"),
        hinted=True,
    ),
    make_fault(
        "R-E2-01",
        lambda plan: plan.with_(offence="refit", party=None).marked(Mark.UNSIGNED_RECHECK),
        "整改复查记录没有写明复查人员。",
        anywhere("DT20"),
        touches=("offence", "seizure", "recheck"),
        hinted=True,
    ),
    make_fault(
        "R-D3-02",
        lambda plan: plan.with_(review=True).marked(Mark.FEW_MATTERS),
        "法制审核意见书没有写明对法律适用、裁量、程序等的审核。",
        anywhere("DT24"),
        touches=("review", "hearing", "listed"),
        hinted=True,
    ),
)
"""What the law or the standard lets the machine only ask about."""
