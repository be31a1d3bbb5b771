"""The feedback of each unit as the page 反馈申辩 shows it: terms, objections, what may be done."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewer.campaign import states
from reviewer.model.feedback import Evidence, FeedbackState, ObjectionState
from reviewer.workspace.campaigns.terms import HistoryLine, Term

NOT_DRAFTED = "待拟制"


@dataclass(frozen=True, slots=True)
class ObjectedItem:
    """An item that an objection names, with what its review made of it."""

    id: str
    title: str
    before: str
    """Points of full points, or 命中 and 排除 of a veto."""
    after: str
    """Empty until the review is signed."""
    changed: bool | None
    """None until the review is signed."""
    reason: str
    """As it was decided; before that what the review wrote down."""

    @property
    def outcome(self) -> str:
        """Return 变更 or 维持; empty until the review is signed."""
        return "" if self.changed is None else "变更" if self.changed else "维持"


@dataclass(frozen=True, slots=True)
class ObjectionView:
    """One objection."""

    id: UUID
    case: UUID
    case_no: str
    items: tuple[ObjectedItem, ...]
    text: str
    received_on: date
    in_time: bool | None
    term: Term
    """Until when it has to be decided."""
    state: str
    outcome: str
    suggested: str
    """采纳, 部分采纳 or 不采纳 by what the signed review changed; empty before."""
    reason: str
    decided_on: date | None
    attachments: tuple[Evidence, ...]
    review_open: bool
    """Whether its review is made but not signed."""
    steps: tuple[str, ...]
    """Actions that are possible now for who sits here."""

    @property
    def main_step(self) -> str:
        """Return the step that is next; empty while its review is under way."""
        if self.state == ObjectionState.RECEIVED and self.in_time is not False:
            return states.TAKE_UP
        return states.ANSWER

    @property
    def timing(self) -> str:
        """Return whether it came in time."""
        return {True: "期限内", False: "逾期收到", None: "期限不明"}[self.in_time]


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """An item or veto of a result that a unit may object to."""

    id: str
    title: str
    lost: str
    """Points lost or 命中; empty when nothing was."""


@dataclass(frozen=True, slots=True)
class CaseChoice:
    """A result that a unit may object to."""

    case: UUID
    case_no: str
    standard: str
    total: Decimal
    grade: str
    items: tuple[ItemChoice, ...]
    """Those that cost something first."""


@dataclass(frozen=True, slots=True)
class UnitFeedback:
    """The feedback to one unit."""

    unit: UUID
    name: str
    cases: int
    waiting: int
    """Cases that have no result yet."""
    state: str
    sent_on: date | None
    received_on: date | None
    objection: Term
    """Until when the unit may object."""
    review: Term
    """The earliest last day of its open objections."""
    open: int
    steps: tuple[str, ...]
    objections: tuple[ObjectionView, ...]
    results: tuple[CaseChoice, ...]
    history: tuple[HistoryLine, ...]

    @property
    def main_step(self) -> str:
        """Return the step that is next; empty while objections or the term are waited for."""
        if self.state == FeedbackState.DRAFT:
            return states.SEND
        if self.state == FeedbackState.SENT and self.received_on is None:
            return states.RECEIVE
        over = self.objection.until is not None and self.objection.days_over > 0
        return states.FINALISE if over and not self.open else ""

    @property
    def term(self) -> Term:
        """Return the deadline that counts now: of the open objections, else of objecting."""
        return self.review if self.open else self.objection


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """The feedback to all units of which cases were drawn."""

    units: tuple[UnitFeedback, ...]
    days: int
    """Working days for an objection."""
    drafted: bool
    """Whether every unit has its draft."""
    leads: bool = True
    """Whether who sits here leads a group or the campaign."""

    def unit(self, unit_id: object) -> UnitFeedback | None:
        """Return what belongs to a unit."""
        return next((one for one in self.units if one.unit == unit_id), None)
