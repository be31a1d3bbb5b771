"""Adjudication (合议): where two reviews differ, what was voted and decided."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from reviewer.model.marks import Mark, VetoMark


class Difference(StrEnum):
    """In what two reviews of one case differ."""

    SCORE = "分差"
    GRADE = "等次不同"
    VETO = "一票否决不同"
    ITEM = "评查项扣分不同"
    REASON = "理由不同"
    """Equal deductions for different reasons: listed, never queued."""


@dataclass(frozen=True, slots=True)
class DisputedItem:
    """An item or veto on which two reviews differ."""

    id: str
    """Id of the item or veto."""
    difference: Difference
    first: Decimal
    """Points given by the first review; for a veto 1 when hit, else 0."""
    second: Decimal
    queued: bool
    """Whether it alone sends the case to adjudication."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """How two signed independent reviews of one case differ."""

    case: UUID
    first: UUID
    second: UUID
    """The reviews."""
    gap: Decimal
    grounds: tuple[Difference, ...]
    """Why it is adjudicated; empty when it is not."""
    items: tuple[DisputedItem, ...]

    @property
    def queued(self) -> bool:
        """Return whether the case is to be adjudicated."""
        return bool(self.grounds)


class Side(StrEnum):
    """What is voted for."""

    FIRST = "从甲"
    SECOND = "从乙"
    OTHER = "另定"


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote on one disputed item."""

    person: UUID
    name: str
    side: Side | None
    """None: not voted."""


@dataclass(frozen=True, slots=True)
class ItemDecision:
    """What was decided on one disputed item."""

    item: str
    side: Side
    reason: str
    votes: tuple[Vote, ...] = ()
    mark: Mark | None = None
    """What 另定 gives an item."""
    veto: VetoMark | None = None
    """What 另定 gives a veto."""
    points: Decimal | None = None
    """What 另定 gives a bonus."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes on one item before it is decided."""

    item: str
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True)
class Adjudication:
    """The adjudication of one case; its result is a third review."""

    id: UUID
    case: UUID
    first: UUID
    second: UUID
    review: UUID | None
    """The review of the round 合议 that it writes."""
    held_on: date | None = None
    session: int = 1
    """第 n 次合议."""
    present: tuple[UUID, ...] = ()
    recused: tuple[UUID, ...] = ()
    decisions: tuple[ItemDecision, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    """Votes of items that are not decided yet; a decision takes them along."""
    closed_at: datetime | None = None
