"""Digests: the little that rules across cases need to know of each case file.

A digest is small and self-contained, so that comparing thousands of cases opens none of them and
a digest can travel without its case.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from reviewer.model.documents import Procedure
from reviewer.model.fact_values import PartyKind
from reviewer.model.places import Place


@dataclass(frozen=True, slots=True)
class Presence:
    """An officer (执法人员) at a place for a time, as one record tells."""

    officer: str
    """Key: the certificate number; without one the name."""
    name: str
    spot: str
    """Where it was, as printed; empty when the record does not say."""
    start: datetime
    end: datetime
    place: Place


@dataclass(frozen=True, slots=True)
class InterviewSketch:
    """What the answers of one interview record (询问笔录) are alike to."""

    sketch: tuple[int, ...]
    """MinHash of the answers without names, dates and numbers."""
    length: int
    """Characters of the answers."""
    place: Place


@dataclass(frozen=True, slots=True)
class PictureSketch:
    """What a photo is alike to."""

    bits: int
    """Perceptual hash of 64 bits."""
    place: Place


@dataclass(frozen=True, slots=True)
class CaseDigest:
    """One case as rules across cases see it."""

    case: UUID
    label: str
    """Case number, or else the name of the case."""
    unit: str
    procedure: Procedure
    parties: tuple[str, ...] = ()
    """Keys of the party: number of its paper, and name."""
    plates: tuple[str, ...] = ()
    cause: str = ""
    offence_dates: tuple[date, ...] = ()
    articles: tuple[str, ...] = ()
    """Articles that the decision cites, such as 道路运输条例69."""
    band: str = ""
    """裁量档次 as the file names it: 轻微 较轻 一般 较重 严重."""
    fine: Decimal | None = None
    """Yuan; None when no fine was read."""
    fine_place: Place | None = None
    decided_on: date | None = None
    decided: bool = False
    """Whether a decision is in the file, one not to punish too."""
    ordered: bool = False
    """Whether a document orders to correct (责令改正)."""
    rechecked: bool = False
    """Whether a recheck (复查) is in the file."""
    presences: tuple[Presence, ...] = ()
    interviews: tuple[InterviewSketch, ...] = ()
    pictures: tuple[PictureSketch, ...] = ()
    party_kind: PartyKind | None = None
    discussed: bool = False
    """Whether minutes of a joint discussion (集体讨论记录) are in the file."""
    least: Decimal | None = None
    """The least fine in yuan of the one provision that the decision applies; None without one."""
    held_days: int | None = None
    """For how many days goods were seized; None when a date is not read."""
    held_longer: bool = False
    """Whether the seizure was prolonged."""


@dataclass(frozen=True, slots=True)
class SignalSide:
    """One case in a signal."""

    case: UUID
    said: str
    """What the case tells, in Chinese."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """A hint (线索) that several cases give together; never a deduction."""

    code: str
    title: str
    message: str
    sides: tuple[SignalSide, ...]


@dataclass(frozen=True, slots=True)
class SignalGroup:
    """What one rule across cases found, and how far it could look."""

    code: str
    title: str
    method: str
    """One Chinese sentence."""
    signals: tuple[Signal, ...]
    compared: tuple[UUID, ...]
    """Cases that told enough to be compared."""
    not_compared: tuple[UUID, ...]
