"""Marks: what a person decided about each item, with the occurrences that cost points."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from reviewer.model.places import Place


class Choice(StrEnum):
    """The verdict of a person on an item."""

    CONFORMS = "conforms"  # 符合
    FAILS = "fails"  # 不符合
    ABSENT = "absent"  # 不涉及
    PENDING = "pending"  # 待定


class VetoChoice(StrEnum):
    """The verdict of a person on a veto."""

    OPEN = "open"  # awaits a decision
    EXCLUDED = "excluded"  # 排除
    HIT = "hit"  # 命中


@dataclass(frozen=True, slots=True)
class ProposalKey:
    """Identifies a machine proposal over re-checks: rule and subject of one case."""

    rule: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One counted deduction."""

    id: UUID
    clause: str
    count: int
    points: Decimal
    """Points of the clause per count as they were when the occurrence was made."""
    reason: str
    places: tuple[Place, ...] = ()
    proposal: ProposalKey | None = None
    """The machine's proposal that was accepted; None when a person added it."""
    fault: str = ""
    """Names the fault for the exclusive groups: the clause's own or a typed one."""
    ratio: Decimal | None = None
    """For Method.RATIO: the share 0–1 that was reached."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The decision on one item."""

    item: str
    choice: Choice = Choice.PENDING
    absence: str = ""
    """Reason code of 不涉及."""
    note: str = ""
    occurrences: tuple[Occurrence, ...] = ()
    """Kept but not counted while the choice is not 不符合."""
    evidence: tuple[Place, ...] = ()
    """Places that show conformity or were looked at."""


@dataclass(frozen=True, slots=True)
class VetoMark:
    """The decision on one veto; a hit must carry a reason and a place."""

    veto: str
    choice: VetoChoice = VetoChoice.OPEN
    reason: str = ""
    places: tuple[Place, ...] = ()
    proposal: ProposalKey | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """All decisions of one review; items without an entry are 待定."""

    items: Mapping[str, Mark] = field(default_factory=dict)
    vetoes: Mapping[str, VetoMark] = field(default_factory=dict)
    bonuses: Mapping[str, Decimal] = field(default_factory=dict)
    """Bonus id → points awarded."""

    def of(self, item: str) -> Mark:
        """Return the mark of `item`, 待定 when nothing was decided."""
        return self.items.get(item, Mark(item))

    def of_veto(self, veto: str) -> VetoMark:
        """Return the mark of `veto`, open when nothing was decided."""
        return self.vetoes.get(veto, VetoMark(veto))
