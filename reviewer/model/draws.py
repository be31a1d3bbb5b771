"""The draw (抽样) of a campaign's cases and who reviews them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from reviewer.model.campaigns import CaseKind


class MustDraw(StrEnum):
    """Why a case must be drawn (必抽)."""

    HEARING = "听证"
    NO_PENALTY = "不予处罚"
    TRANSFER = "移送"
    OVERTURNED = "复议、诉讼被纠错"
    LARGE_AMOUNT = "大额"


@dataclass(frozen=True, slots=True)
class DrawPlan:
    """How many cases are drawn."""

    ratio: Decimal | None = Decimal("0.10")
    """Share of each stratum, at least one case; None when `quota` says it."""
    quota: int | None = None
    """Cases in all, spread over the strata by largest remainder."""
    unit_minimum: int = 2
    musts: tuple[MustDraw, ...] = ()
    large_amount: Decimal | None = None
    """Fine in yuan from which LARGE_AMOUNT holds."""


@dataclass(frozen=True, slots=True, order=True)
class StratumKey:
    """A stratum (层): unit × field × kind."""

    unit: str
    field: str
    kind: CaseKind


@dataclass(frozen=True, slots=True)
class StratumCount:
    """What the certificate shows of one stratum."""

    stratum: StratumKey
    size: int
    wanted: int
    """By ratio or largest remainder."""
    musts: int
    raised: int
    """Added for the minimum of the unit."""
    drawn: int


@dataclass(frozen=True, slots=True)
class DrawnCase:
    """One drawn case, in the order of its stratum."""

    case: UUID
    key: str
    digest: str
    """SHA-256 of `algorithm|seed|ledger hash|row key`, lower-case hex."""
    must: MustDraw | None = None
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw as the certificate (抽取记录) tells it."""

    id: UUID
    campaign: UUID
    ledger: UUID
    ledger_sha256: str
    algorithm: str
    """Name and version."""
    seed: str
    plan: DrawPlan
    drawn_at: datetime
    host: str
    """主持人."""
    witness: str
    """见证人, who named the seed."""
    supervisor: str
    """监督人."""
    counts: tuple[StratumCount, ...]
    cases: tuple[DrawnCase, ...]
    earlier: tuple[UUID, ...] = ()
    """All earlier draws of the campaign, oldest first: each repetition shows."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A drawn case that cannot be delivered gives way to the next of its stratum (调换)."""

    id: UUID
    draw: UUID
    missing: UUID
    taken: UUID | None
    """None when the stratum has no further case."""
    reason: str
    at: datetime


class Duty(StrEnum):
    """What a reviewer is asked to do with a case."""

    FIRST = "初评"
    SECOND = "复评"
    CALIBRATION = "校准"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One case given to one reviewer."""

    id: UUID
    case: UUID
    person: UUID
    duty: Duty
    due: date | None = None
    manual: bool = False
    """Set by a person after the proposal; the journal of the record says why."""
    withdrawn: bool = False
