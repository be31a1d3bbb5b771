"""Drawing the plans of many different cases from a seed.

A lawful case may hold a trap: a last day used to the full, a holiday inside a term, an allowed
early step.  Whoever reports figures takes other seeds than those used while writing rules.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

from reviewer.proof.causes import OFFENCES
from reviewer.proof.faults import FAULTS, Fault
from reviewer.proof.plan import DateStyle, Layout, Plan, Style
from reviewer.proof.seeds import usable

Trap = Callable[[Plan], Plan]

TRAPS: dict[str, Trap] = {
    # Without a trap a case is plain; each of these is lawful and looks unlawful to a careless rule.
    "none": lambda plan: plan,
    "service on the last day": lambda plan: plan.with_(served_wait=7),
    "payment on the last day": lambda plan: plan.with_(pay_on_last_day=True),
    "decision on the ninetieth day": lambda plan: plan.with_(report_wait=40, decision_case_day=90),
    "decision on the first lawful day": lambda plan: plan.with_(decision_wait=6),
    "inspection before the filing": lambda plan: plan.with_(accept_wait=3),
    "decision on the day after a waiver": lambda plan: plan.with_(waiver=True, decision_wait=1),
    "approved prolongation": lambda plan: plan.with_(
        report_wait=55, prolonged=True, decision_case_day=110
    ),
    "hearing": lambda plan: plan.with_(hearing=True, decision_wait=3),
    "holiday in the term of service": lambda plan: plan.with_(
        start=date(plan.start.year, 9, 9), served_wait=6
    ),
}


def draw_plan(seed: int, trap: str | None = None) -> Plan:
    """Return the plan of a lawful case; `trap` None draws one of `TRAPS`."""
    rng = Random(usable(seed))
    offence = rng.choice(OFFENCES)
    plan = Plan(
        seed=seed,
        offence=offence.key,
        party=rng.choice(offence.parties),
        start=date(2023, 9, 1) + timedelta(days=rng.randint(0, 640)),
        style=Style(
            layout=rng.choice(tuple(Layout)),
            dates=rng.choice(tuple(DateStyle)),
            brackets=rng.choice(("〔〕", "[]", "〔〕", "（）")),
            wording=rng.randint(0, 5),
        ),
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
    return TRAPS[trap or rng.choice(tuple(TRAPS))](plan)


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
    if one.name == "K12.raised" and plan.offence == "overload":
        return False  # the fine for overload is computed, so that a higher one is also K13
    return not any(one.rule == other.rule or one.areas & other.areas for other in chosen)
