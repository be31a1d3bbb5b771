"""Drawing the plans of many different cases from a seed.

A lawful case may hold a trap: a last day used to the full, a holiday inside a term, an allowed
early step.  Whoever reports figures takes other seeds than those used while writing rules.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

from reviewer.model import PartyKind, Procedure
from reviewer.proof.bureaus import BUREAUS
from reviewer.proof.faults import FAULTS, Fault
from reviewer.proof.measures import Filed, Hold, Mark, Seizure, ServiceWay, Transfer, Unpaid
from reviewer.proof.offences import OFFENCES
from reviewer.proof.plan import DateStyle, Layout, Numbering, Plan, Style
from reviewer.proof.seeds import usable

Trap = Callable[[Plan], Plan]


def _seized(plan: Plan, seizure: Seizure) -> Plan:
    return plan.with_(offence="unlicensed", party=None, seizure=seizure)


TRAPS: dict[str, Trap] = {
    # Without a trap a case is plain; each of these is lawful and looks unlawful to a careless rule.
    "none": lambda plan: plan,
    "service on the last day": lambda plan: plan.with_(served_wait=7),
    "payment on the last day": lambda plan: plan.with_(pay_on_last_day=True),
    "decision on the ninetieth day": lambda plan: plan.with_(report_wait=40, decision_case_day=90),
    "decision on the first lawful day": lambda plan: plan.with_(decision_wait=6),
    "inspection before the filing": lambda plan: plan.with_(accept_wait=3),
    "decision on the day after a waiver": lambda plan: plan.with_(waiver=True, decision_wait=1),
    "decision on the day of a waiver": lambda plan: plan.with_(
        waiver=True, decision_wait=0, discussion=False
    ),
    "approved prolongation": lambda plan: plan.with_(
        report_wait=55, prolonged=True, decision_case_day=110
    ),
    "hearing": lambda plan: plan.with_(hearing=True, decision_wait=3),
    "hearing eight working days after its notice": lambda plan: plan.with_(
        hearing=True, hearing_lead=8, decision_wait=1
    ),
    "holiday in the term of service": lambda plan: plan.with_(
        start=date(plan.start.year, 9, 9), served_wait=6
    ),
    "three days to plead and no hearing": lambda plan: plan.with_(
        pleads_days=3, decision_wait=4
    ).marked(Mark.PLEADING_ONLY),
    "evidence held to the last day": lambda plan: plan.with_(hold=Hold(7)),
    "seized to the last day": lambda plan: _seized(plan, Seizure(released_day=30)),
    "seized and prolonged": lambda plan: _seized(plan, Seizure(extended_day=27, released_day=58)),
    "seized in an emergency": lambda plan: _seized(
        plan, Seizure(urgent=True, approved_minutes=1300)
    ),
    "reminder ten working days before the court": lambda plan: plan.with_(
        unpaid=Unpaid(applied_wait=11)
    ),
    "served by announcement": lambda plan: plan.with_(service=ServiceWay.ANNOUNCED),
    "left with a witness": lambda plan: plan.with_(service=ServiceWay.LEFT, served_wait=2),
    "served electronically": lambda plan: plan.with_(service=ServiceWay.ELECTRONIC),
    "served by post": lambda plan: plan.with_(service=ServiceWay.POST, served_wait=4),
    "paid in parts": lambda plan: plan.marked(Mark.INSTALMENTS),
    "recusal refused": lambda plan: plan.marked(Mark.RECUSAL),
    "pleading looked at": lambda plan: plan.with_(review=True).marked(Mark.PLEADS),
    "performed four working days after the reminder": lambda plan: plan.with_(
        offence="road_damage", party=None, perform_wait=4
    ).marked(Mark.PERFORMED),
    "publication taken back": lambda plan: plan.with_(unpaid=None, withdraw_wait=3).marked(
        Mark.WITHDRAWN
    ),
    "lead to the police": lambda plan: plan.with_(transfer=Transfer()).marked(Mark.TRANSFER),
    "published on the last day": lambda plan: plan.with_(publish_wait=7),
    "copied on the last day": lambda plan: plan.with_(offence="overload", party=None, copy_wait=7),
    "act nearly two years ago": lambda plan: plan.with_(
        offence="unlicensed", party=None, past_days=700
    ).marked(Mark.LONG_AGO),
    "below the unit's amount for a review": lambda plan: plan.with_(review=False).marked(
        Mark.REVIEW_LISTED, Mark.UNREACHED
    ),
    "reviewed as the unit's list wants": lambda plan: plan.with_(review=True).marked(
        Mark.REVIEW_LISTED
    ),
    "discussed as the unit's list wants": lambda plan: plan.with_(discussion=True).marked(
        Mark.DISCUSSION_LISTED
    ),
    "hearing told as the unit's list wants": lambda plan: plan.marked(Mark.HEARING_LISTED),
}

_SUMMARY_TRAPS: dict[str, Trap] = {
    "none": lambda plan: plan,
    "filed on the last day": lambda plan: plan.with_(filed=Filed(filed_wait=5)),
    "collected on the spot": lambda plan: plan.with_(
        fine=100, filed=Filed(surrendered_wait=2, banked_wait=2)
    ).marked(Mark.SPOT_MONEY),
    "collected with a reason": lambda plan: plan.with_(fine=200).marked(Mark.SPOT_MONEY),
}


def draw_plan(
    seed: int, trap: str | None = None, procedures: frozenset[Procedure] | None = None
) -> Plan:
    """Return the plan of a lawful case; `trap` None draws one of `TRAPS`.

    The procedure is one of `procedures`; None takes the general one, as most cases do, for a
    named trap, and draws among all without.
    """
    rng = Random(usable(seed))
    offence = rng.choice(OFFENCES)
    plan = Plan(
        seed=seed,
        offence=offence.key,
        party=rng.choice(offence.parties),
        start=date(2023, 9, 1) + timedelta(days=rng.randint(0, 640)),
        style=_style(rng),
        approve_wait=rng.randint(0, 2),
        inquiry_wait=rng.randint(0, 2),
        report_wait=rng.randint(2, 8),
        notice_served_wait=rng.randint(0, 1),
        decision_wait=rng.randint(6, 10),
        served_wait=rng.randint(0, 5),
        pay_wait=rng.randint(0, 7),
        discussion=rng.random() < 0.4,
        review=rng.random() < 0.7,
    )
    procedure = _procedure(rng, trap, procedures)
    if procedure is Procedure.SUMMARY:
        return _SUMMARY_TRAPS[rng.choice(tuple(_SUMMARY_TRAPS))](_summary(rng, plan))
    if procedure is Procedure.NO_PENALTY:
        return _no_penalty(rng, plan)
    if procedure is Procedure.COERCIVE:
        return _seized(plan, Seizure(released_day=rng.randint(5, 30))).with_(procedure=procedure)
    plan = _with_measures(rng, plan)
    return TRAPS[trap or rng.choice(tuple(TRAPS))](plan)


def _procedure(rng: Random, trap: str | None, procedures: frozenset[Procedure] | None) -> Procedure:
    if procedures is not None:
        return Procedure.GENERAL if Procedure.GENERAL in procedures else min(procedures)
    if trap is not None:
        return Procedure.GENERAL
    drawn = rng.random()
    if drawn < 0.1:
        return Procedure.SUMMARY
    if drawn < 0.2:
        return Procedure.NO_PENALTY
    return Procedure.COERCIVE if drawn < 0.25 else Procedure.GENERAL


def _style(rng: Random) -> Style:
    return Style(
        layout=rng.choice(tuple(Layout)),
        dates=rng.choice(tuple(DateStyle)),
        brackets=rng.choice(("〔〕", "[]", "〔〕", "（）")),
        wording=rng.randint(0, 9),
        numbering=rng.choice(tuple(Numbering)),
        bureau=rng.randrange(len(BUREAUS)),
    )


def _summary(rng: Random, plan: Plan) -> Plan:
    offence = rng.choice([one for one in OFFENCES if one.small])
    kinds = [kind for kind in offence.parties if kind is not PartyKind.INDIVIDUAL_BUSINESS]
    return plan.with_(
        procedure=Procedure.SUMMARY, offence=offence.key, party=rng.choice(kinds), review=False
    )


def _no_penalty(rng: Random, plan: Plan) -> Plan:
    key = rng.choice(("refit", "maintenance", "spill"))
    return plan.with_(
        procedure=Procedure.NO_PENALTY, offence=key, party=None, waiver=False, discussion=False
    )


def _with_measures(rng: Random, plan: Plan) -> Plan:
    """Return `plan` with measures that a case may have beside its trap or its faults."""
    if rng.random() < 0.15:
        plan = plan.with_(hold=Hold(rng.randint(1, 7)))
    if plan.offence == "unlicensed" and rng.random() < 0.4:
        plan = plan.with_(seizure=Seizure(released_day=rng.randint(8, 30)))
    if rng.random() < 0.1:
        plan = plan.marked(Mark.RECUSAL)
    if rng.random() < 0.08:
        plan = plan.marked(Mark.TRANSFER)
    drawn = rng.random()
    if drawn < 0.06:
        return plan.with_(unpaid=Unpaid(applied_wait=rng.randint(11, 25)))
    if drawn < 0.12:
        return plan.marked(Mark.INSTALMENTS)
    return plan


def draw_faults(
    plan: Plan, count: int, first: Fault | None = None, pool: Sequence[Fault] = FAULTS
) -> tuple[Fault, ...]:
    """Return up to `count` faults of different rules that stand side by side in `plan`.

    The plan must hold no trap: a fault and a trap may use the same term.  `first` is one of them.
    """
    rng = Random(plan.seed * 31 + count)
    chosen: list[Fault] = [first] if first else []
    for one in rng.sample(pool, len(pool)):
        if len(chosen) < count and _fits(one, chosen, plan):
            chosen.append(one)
    return tuple(chosen)


def _fits(one: Fault, chosen: list[Fault], plan: Plan) -> bool:
    if plan.procedure not in one.procedures:
        return False
    return not any(one.rule == other.rule or one.areas & other.areas for other in chosen)
