"""What follows the review: feedback, objection (申辩) and rectification (整改)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class FeedbackState(StrEnum):
    """How far the feedback to one unit has come."""

    DRAFT = "待送达"
    SENT = "已送达"
    OBJECTED = "已申辩"
    REVIEWING = "复核中"
    DECIDED = "已复核"
    FINAL = "已定"


class RectificationState(StrEnum):
    """How far one problem's rectification has come."""

    OPEN = "待下达"
    NOTIFIED = "整改中"
    REPORTED = "已报告"
    RETURNED = "退回补正"
    CLOSED = "已销号"
    REVISITED = "已回头看"
    REOPENED = "回头看未通过"
    WITHDRAWN = "已撤销"
    ROLLED = "转入下年"


class ObjectionState(StrEnum):
    """How far one objection has come."""

    RECEIVED = "已收到"
    REVIEWING = "复核中"
    DECIDED = "已复核"
    REFUSED = "不予受理"
    WITHDRAWN = "已撤回"


@dataclass(frozen=True, slots=True)
class Transition:
    """One step of a state machine, kept for good."""

    at: datetime
    person: UUID
    name: str
    action: str
    """Chinese name of what was done."""
    before: str
    after: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file of a unit in the vault: evidence of a rectification, or attached to an objection."""

    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """What the review of an objection came to for one item that it names."""

    item: str
    changed: bool
    """变更; otherwise 维持."""
    reason: str


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection of a unit to named items of a case; only these are reopened."""

    id: UUID
    case: UUID
    items: tuple[str, ...]
    """Ids of items and vetoes."""
    text: str
    received_on: date
    in_time: bool | None
    """None when it cannot be told (no date of receipt, no calendar)."""
    attachments: tuple[Evidence, ...] = ()
    review: UUID | None = None
    """The review of the round 申辩复核."""
    outcome: str = ""
    """采纳, 部分采纳 or 不采纳."""
    reason: str = ""
    decided_on: date | None = None
    state: ObjectionState = ObjectionState.RECEIVED
    history: tuple[Transition, ...] = ()
    answers: tuple[ItemAnswer, ...] = ()
    """One for each named item, once it is decided."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """The feedback (反馈意见) to one unit."""

    id: UUID
    campaign: UUID
    unit: UUID
    state: FeedbackState
    sent_on: date | None = None
    received_on: date | None = None
    objection_until: date | None = None
    decide_until: date | None = None
    objections: tuple[Objection, ...] = ()
    history: tuple[Transition, ...] = ()
    listed: bool = False
    """Whether the problems of the unit were listed for 整改 since it became final."""


@dataclass(frozen=True, slots=True)
class Rectification:
    """One problem to be rectified, a row of 整改台账."""

    id: UUID
    campaign: UUID
    unit: UUID
    case: UUID | None
    case_no: str
    item: str
    """Id of the item or veto."""
    problem: str
    basis: str
    pages: str
    category: str
    """问题类别."""
    requirement: str
    state: RectificationState
    due: date | None = None
    measures: str = ""
    responsible: str = ""
    progress: str = ""
    evidence: tuple[Evidence, ...] = ()
    verified_by: str = ""
    closed_on: date | None = None
    revisit_due: date | None = None
    origin: UUID | None = None
    """The same problem in last year's campaign, when it was rolled forward."""
    history: tuple[Transition, ...] = ()
    notified_on: date | None = None
    """The day of the notice (整改通知书), from which the term runs."""
    done_on: date | None = None
    """完成日期 as the unit reports it."""
    evidence_named: str = ""
    """佐证材料 as the unit names them; `evidence` holds those that were delivered."""
