"""Faults in who took part, and in whose name."""

from reviewer.model import PartyKind, Procedure
from reviewer.proof.faults.base import (
    COERCIVE,
    GENERAL,
    NO_PENALTY,
    SUMMARY,
    Change,
    Fault,
    make_fault,
    says,
)
from reviewer.proof.faults.documents import seized
from reviewer.proof.measures import Mark, ServiceWay
from reviewer.proof.plan import Plan

_TITLES = {
    "DT06": "现场笔录",
    "DT07": "询问笔录",
    "DT15": "扣押决定书",
    "DT20": "复查记录",
    "DT34": "当场处罚决定书",
    "DT37.decision": "留置送达的送达回证",
}


def _lone(
    key: str,
    first: Change = lambda plan: plan,
    procedures: frozenset[Procedure] = GENERAL,
    touches: tuple[str, ...] = (),
) -> Fault:
    code = key.partition(".")[0]
    return make_fault(
        f"K01.{code}",
        lambda plan: first(plan).with_(lone_officer=frozenset({key})),
        lambda story: f"{_TITLES[key]}只有1名执法人员{story.officers[0].name}。",
        says(key, lambda story: story.officers[0].name),
        also=("V02",),
        touches=(f"M-{code}", *touches),
        procedures=procedures,
    )


def _site(plan: Plan) -> Plan:
    return plan.with_(offence="refit", party=None)


def _heard(plan: Plan) -> Plan:
    marks = plan.marks - {Mark.PLEADING_ONLY, Mark.PLEADS}
    return plan.with_(hearing=True, waiver=False, decision_wait=3, marks=marks)


FAULTS: tuple[Fault, ...] = (
    _lone("DT06", _site, touches=("offence", "seizure")),
    _lone("DT07", procedures=GENERAL | NO_PENALTY),
    _lone("DT20", procedures=GENERAL | NO_PENALTY, touches=("recheck",)),
    _lone("DT34", procedures=SUMMARY),
    _lone(
        "DT37.decision",
        lambda plan: plan.with_(service=ServiceWay.LEFT, unpaid=None),
        touches=("service", "payment"),
    ),
    _lone("DT15", seized, GENERAL | COERCIVE, ("offence", "seizure")),
    make_fault(
        "K02.certless",
        lambda plan: _site(plan).marked(Mark.CERTLESS),
        "现场笔录有一名执法人员没有记录执法证号。",
        says("DT06", lambda story: story.officers[1].name),
        also=("V02",),
        touches=("offence", "seizure", "M-DT06"),
    ),
    make_fault(
        "K02.second",
        lambda plan: plan.marked(Mark.SECOND_CERT),
        "同一执法人员在询问笔录中的执法证号与其他文书不同。",
        says("DT07", lambda story: story.crew("DT07")[0].cert),
        says("DT06", lambda story: story.officers[0].cert),
        says("DT05", lambda story: story.officers[0].cert),
        also=("V02",),
        touches=("M-DT07", "certs"),
    ),
    make_fault(
        "K02.shared",
        lambda plan: _site(plan).marked(Mark.SHARED_CERT),
        "两名执法人员的执法证号相同。",
        *(
            says(key, lambda story: story.officers[0].cert)
            for key in ("DT06", "DT07", "DT05", "DT23")
        ),
        also=("V02",),
        touches=("offence", "seizure", "certs"),
    ),
    make_fault(
        "K04",
        lambda plan: plan.marked(Mark.RECUSAL).without("DT22"),
        "当事人申请执法人员回避，未见回避决定。",
        says("DT22.request", "回避"),
        touches=("recusal",),
        procedures=GENERAL | NO_PENALTY,
    ),
    make_fault(
        "K06",
        lambda plan: plan.with_(review=True).marked(Mark.OWN_REVIEWER),
        "承办人同时是法制审核人。",
        says("DT24", lambda story: story.officers[0].name),
        touches=("review", "certs"),
    ),
    make_fault(
        "T10",
        lambda plan: _heard(plan).marked(Mark.OWN_CHAIR),
        "本案调查人员主持听证。",
        says("DT32", lambda story: story.officers[0].name),
        says("DT30", lambda story: story.officers[0].name),
        touches=("wait", "hearing", "review", "marks", "certs"),
    ),
    make_fault(
        "V01",
        lambda plan: plan.marked(Mark.BRIGADE_SIGNS),
        lambda story: f"决定书以{story.bureau.brigade}的名义作出。",
        says("DT35", lambda story: story.bureau.brigade),
        touches=("decision",),
    ),
    make_fault(
        "K20",
        lambda plan: plan.with_(offence="driver", party=PartyKind.ORGANISATION),
        "罚则只处罚驾驶人员，当事人是单位。",
        says("DT35", lambda story: story.party.name),
        touches=("offence", "seizure", "party"),
    ),
    make_fault(
        "K10",
        lambda plan: plan.with_(offence="road_damage", party=PartyKind.PERSON, age=12),
        "当事人不满十四周岁。",
        says("DT35", lambda story: story.party.number),
        says("DT55", lambda story: story.party.number),
        says("DT07", lambda story: story.party.number),
        touches=("offence", "seizure", "party"),
    ),
)
