"""Faults in the measures: evidence held (T12), vehicles seized (T13 to T16)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from reviewer.proof.documents.wording import moment
from reviewer.proof.faults.base import (
    COERCIVE,
    GENERAL,
    Change,
    Fault,
    dated,
    make_fault,
    says,
)
from reviewer.proof.faults.documents import seized
from reviewer.proof.measures import Hold, Seizure
from reviewer.proof.plan import Plan
from reviewer.proof.steps import HoldSteps, SeizureSteps
from reviewer.proof.story import CaseStory

_SEIZURE = ("offence", "seizure")
_BOTH = GENERAL | COERCIVE


def _hold(plan: Plan, wait: int) -> Plan:
    return plan.with_(hold=Hold(wait))


def _seizure(**changes: Any) -> Change:
    def change(plan: Plan) -> Plan:
        plan = seized(plan)
        return plan.with_(seizure=replace(Seizure(), **changes))

    return change


def _held(of: Callable[[HoldSteps], date]) -> Callable[[CaseStory], date]:
    def get(story: CaseStory) -> date:
        assert story.steps.hold is not None
        return of(story.steps.hold)

    return get


def _of(story: CaseStory) -> SeizureSteps:
    assert story.steps.seizure is not None
    return story.steps.seizure


_START = dated("DT15", lambda story: _of(story).start.date())
_RELEASED = dated("DT18", lambda story: _of(story).released)
_STARTED_AT = says("DT15", lambda story: moment(story.style, _of(story).start))
_APPROVED_AT = says("DT14", lambda story: moment(story.style, _of(story).approved))
_EXTENDED = dated("DT14.extension", lambda story: _of(story).extended)
_HELD = dated("DT10", _held(lambda hold: hold.held))
_HANDLED = dated("DT11", _held(lambda hold: hold.handled))

FAULTS: tuple[Fault, ...] = (
    make_fault(
        "T12.eighth",
        lambda plan: _hold(plan, 8),
        "先行登记保存的证据第八个工作日才作出处理决定。",
        _HELD,
        _HANDLED,
        touches=("hold",),
    ),
    make_fault(
        "T12.late",
        lambda plan: _hold(plan, 12),
        "先行登记保存的证据超过七个工作日才作出处理决定。",
        _HELD,
        _HANDLED,
        touches=("hold",),
    ),
    make_fault(
        "T12.none",
        # A seizure may be what became of the evidence held, so there is none beside it.
        lambda plan: _hold(plan.with_(seizure=None), 5).without("DT11"),
        "先行登记保存证据后未见处理决定。",
        _HELD,
        also=("V18",),
        touches=("hold", "seizure"),
    ),
    make_fault(
        "T13.after",
        _seizure(approved_minutes=95),
        "扣押在先，批准在后，未载明情况紧急。",
        _STARTED_AT,
        _APPROVED_AT,
        touches=_SEIZURE,
        procedures=_BOTH,
    ),
    make_fault(
        "T13.urgent",
        _seizure(urgent=True, approved_minutes=1440 + 150),
        "情况紧急当场扣押，超过二十四小时才补办批准手续。",
        _STARTED_AT,
        _APPROVED_AT,
        touches=_SEIZURE,
        procedures=_BOTH,
    ),
    make_fault(
        "T14.late",
        _seizure(released_day=44),
        "扣押超过三十日才解除，未见延期。",
        _START,
        _RELEASED,
        touches=_SEIZURE,
        procedures=_BOTH,
    ),
    make_fault(
        "T14.extended",
        _seizure(extended_day=26, released_day=70),
        "扣押延期后仍超过六十日。",
        _START,
        _RELEASED,
        touches=_SEIZURE,
        procedures=_BOTH,
    ),
    make_fault(
        "T14.approval",
        _seizure(extended_day=36, released_day=52),
        "扣押三十日届满以后才批准延期。",
        _START,
        _RELEASED,
        _EXTENDED,
        touches=_SEIZURE,
        procedures=_BOTH,
    ),
    make_fault(
        "T15",
        lambda plan: _seizure(extended_day=26, released_day=50)(plan).without("DT17"),
        "延长扣押期限已经批准，未见《延长行政强制措施期限通知书》。",
        _EXTENDED,
        touches=_SEIZURE,
        procedures=_BOTH,
    ),
    make_fault(
        "T16",
        lambda plan: _seizure(released_day=25)(plan).without("DT18"),
        "扣押期限届满，卷内未见解除或者处理文书。",
        _START,
        also=("V18",),
        touches=_SEIZURE,
        procedures=COERCIVE,
    ),
)
