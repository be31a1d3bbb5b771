"""What the place 合议 shows: the queue, and one case with its two reviews side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from reviewer.model import Box, Choice, Place, Score, Standard
from reviewer.model.adjudications import Adjudication, Dispute, DisputedItem, ItemDecision, Vote
from reviewer.workspace.views import CaseView, ReviewView


class Standing(StrEnum):
    """How far a case of the list has come."""

    WAITING = "待议"
    UNDER_WAY = "正在议"
    SETTLED = "已议"
    LISTED = "不提交"
    """Equal deductions for different reasons, or differences below the threshold."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One case that two people reviewed with different results."""

    case: UUID
    case_no: str
    unit: str
    first: str
    """Name of who reviewed it first."""
    first_total: Decimal
    second: str
    second_total: Decimal
    gap: Decimal
    grounds: str
    """Chinese: why it is adjudicated, or in what it differs."""
    standing: Standing
    decided: int
    to_decide: int


@dataclass(frozen=True, slots=True)
class Queue:
    """All cases with two signed reviews that differ."""

    rows: tuple[QueueRow, ...]
    """Waiting ones first, the gravest on top; then settled ones."""
    listed: tuple[QueueRow, ...]
    """Told apart and not queued: what they differ in needs no decision."""
    equal: int
    """Cases on which both reviewers agree in everything."""

    def count(self, standing: Standing) -> int:
        """Return how many rows stand so."""
        return sum(row.standing is standing for row in self.rows)


@dataclass(frozen=True, slots=True)
class Judged:
    """How one reviewer judged one item, veto or bonus."""

    word: str
    """符合 不符合 不涉及; of a veto 排除 命中."""
    choice: Choice
    """For the disc: a hit veto stands as 不符合, a spared one as 符合."""
    given: Decimal
    """Points; of a veto 1 when hit."""
    reasons: tuple[str, ...] = ()
    """A sentence for each deduction, the clause and what it cost in front."""
    places: tuple[Place, ...] = ()
    absences: tuple[str, ...] = ()
    """What was searched and not found, where a deduction rests on that."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something that 另定 may give an item."""

    key: str
    text: str
    ask: str = ""
    """Word of the number that goes with it; empty when there is none."""
    usual: str = ""


@dataclass(frozen=True, slots=True)
class MeetingItem:
    """One item on which two reviews differ."""

    id: str
    short: str
    text: str
    full: Decimal | None
    """Points of the item; None for a veto."""
    basis: tuple[str, ...]
    difference: str
    wanted: bool
    """Whether the adjudication decides on it; else it is only listed."""
    queued: bool
    """Whether it alone would send the case to adjudication."""
    first: Judged
    second: Judged
    outcomes: tuple[Outcome, ...]
    """What 另定 may choose; none where the two sides are all there is."""
    votes: tuple[Vote, ...] = ()
    decision: ItemDecision | None = None
    decided: Decimal | None = None
    """What the third review gives; None before the decision."""
    disputed: DisputedItem | None = None
    """None for a bonus."""

    @property
    def standing(self) -> str:
        """Return 待议, 已议, or why it is only listed."""
        if not self.wanted:
            return self.difference
        return "已议" if self.decision is not None else "待议"


class Presence(StrEnum):
    """Whether a reviewer takes part in an adjudication."""

    ABSENT = "未到会"
    PRESENT = "到会"
    RECUSED = "回避"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A reviewer of the campaign at an adjudication."""

    person: UUID
    name: str
    role: str
    """负责人, 组长, or empty."""
    unit: str
    group: str
    presence: Presence
    barrier: str
    """Why they must stand back; empty when nothing forbids the vote."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One case on the table."""

    case_id: UUID
    case_no: str
    unit: str
    cause: str
    dispute: Dispute
    grounds: str
    sides: tuple[ReviewView, ReviewView]
    case: CaseView
    boxes: Mapping[Place, tuple[tuple[int, Box], ...]]
    """Where evidence in Word files stands on the sheets."""
    items: tuple[MeetingItem, ...]
    """Those to decide first, in the standard's order."""
    agreed: int
    """Items and vetoes that both judged alike."""
    people: tuple[Attendee, ...]
    adjudication: Adjudication | None
    session: int
    """第 n 次合议."""
    held_on: date
    waiting: int
    """Cases that still wait, this one included."""
    quorum: int
    """Voters at least."""
    lacking: int
    """Voters who are missing for a vote."""
    leads: bool
    """Whether who sits here may record."""
    score: Score | None = None
    """Of the third review as decided; None while an item is open."""

    @property
    def standard(self) -> Standard:
        """Return the edition that both reviews were made under."""
        return self.sides[0].standard

    @property
    def wanted(self) -> tuple[MeetingItem, ...]:
        """Return the items on which a decision is asked."""
        return tuple(item for item in self.items if item.wanted)

    @property
    def is_closed(self) -> bool:
        """Return whether the third review was written."""
        return self.adjudication is not None and self.adjudication.closed_at is not None

    @property
    def voters(self) -> tuple[Attendee, ...]:
        """Return who is there and votes."""
        return tuple(one for one in self.people if one.presence is Presence.PRESENT)

    def item(self, item_id: str) -> MeetingItem:
        """Return an item; raises KeyError when there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def next_open(self, after: str = "") -> str:
        """Return the next item that waits for its decision, around the end; empty when none."""
        ids = [item.id for item in self.wanted]
        start = ids.index(after) + 1 if after in ids else 0
        order = [*self.wanted[start:], *self.wanted[:start]]
        return next((item.id for item in order if item.decision is None), "")
