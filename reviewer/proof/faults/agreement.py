"""Faults of agreement: what one document copies wrongly from the case (K-F5), numbers (K16)."""

from collections.abc import Callable

from reviewer.proof.documents.wording import decision_no
from reviewer.proof.faults.base import GENERAL, Fault, make_fault, says
from reviewer.proof.plan import Plan
from reviewer.proof.story import CaseStory

_WORDS: dict[str, tuple[str, Callable[[CaseStory], str]]] = {
    "party": ("当事人名称", lambda story: story.party.name),
    "number": ("当事人证件号码", lambda story: story.party.number),
    "plate": ("车牌号", lambda story: story.plate),
    "decision_no": ("决定书文号", decision_no),
}


def _copied(key: str, what: str, *touches: str, offence: str = "", reviewed: bool = False) -> Fault:
    title, words = _WORDS[what]

    def change(plan: Plan) -> Plan:
        if offence:
            plan = plan.with_(offence=offence, party=None)
        if reviewed:
            plan = plan.with_(review=True)
        return plan.with_(altered=plan.altered | {f"{key}.{what}"})

    code = key.partition(".")[0]
    own = ("offence", "seizure") if offence else ()
    return make_fault(
        f"K-F5.{code}.{what}",
        change,
        f"{key}的{title}与其他文书不一致。",
        says(key, lambda story: words(story.as_copied(key))),
        also=("V03",),
        touches=("agreement", code, *own, *touches),
    )


FAULTS: tuple[Fault, ...] = (
    _copied("DT23", "party", "report"),
    _copied("DT24", "party", "review", "hearing", "listed", reviewed=True),
    _copied("DT19", "party", offence="refit"),
    _copied("DT37.decision", "party", "service"),
    _copied("DT52", "party", "closing"),
    _copied("DT23", "number", "report"),
    _copied("DT05", "number", "filing"),
    _copied("DT26", "plate", "notice", "wait", offence="refit"),
    _copied("DT06", "plate", offence="maintenance"),
    _copied("DT52", "decision_no", "closing"),
    _copied("DT37.decision", "decision_no", "service"),
    make_fault(
        "K16",
        lambda plan: plan.with_(altered=plan.altered | {"ALL.number"}),
        "当事人的证件号码不符合校验规则。",
        says("DT35", lambda story: story.party.number),
        says("DT05", lambda story: story.party.number),
        says("DT23", lambda story: story.party.number),
        says("DT55", lambda story: story.party.number),
        touches=("agreement", "identity", "party"),
        procedures=GENERAL,
    ),
)
