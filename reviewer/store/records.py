"""Who makes a record, and values of the store that the vocabulary does not have.

Values only; nothing here knows SQLAlchemy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from reviewer.model import (
    Answer,
    Case,
    CheckRun,
    PageRef,
    ProposalKey,
    Reading,
    Review,
    TextSource,
)

NOBODY = UUID(int=0)
"""Stands for the person while nobody has registered yet."""


@dataclass(frozen=True, slots=True)
class Author:
    """The person and the desktop that a record is made by."""

    person: UUID
    desktop: UUID


@dataclass(frozen=True, slots=True)
class CaseNames:
    """What a case is called; the machine's names stand in for what nobody typed."""

    case_no: str = ""
    unit: str = ""
    party: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the vault, or an audio or video file that is only listed."""

    sha256: str
    kind: str
    size: int
    pages: int
    suffix: str


@dataclass(frozen=True, slots=True)
class PageHead:
    """What is known of one page without its text."""

    ref: PageRef
    width: float
    height: float
    source: TextSource
    folio: str
    confidence: float
    done: bool
    """True when its text is there or reading it failed."""
    reason: str = ""
    """Chinese: why reading it failed."""
    token: str = ""
    """Changes whenever the stored text does."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A check run as it is kept, with the reading it rests on."""

    id: UUID
    key: str
    reading: Reading
    run: CheckRun


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A review with what lists show of it."""

    review: Review
    person: str
    total: str
    grade: str
    changed_at: datetime
    run: UUID | None
    """The check run that was pinned at sign-off."""


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What the table of cases shows, gathered in a few queries for all cases."""

    case: Case
    """Without its files."""
    pages: int
    pages_read: int
    procedure: str
    problems: tuple[ProposalKey, ...]
    """What the last check run called a problem."""
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the journal: what one action of the reviewer changed."""

    number: int
    label: str
    undoes: int | None
    """The step of the same journal that this one takes back."""
    at: datetime
    of_case: bool = False
    """Whether it stands in the journal of the case, not in that of a review."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a journal stands, or those of a review and of its case together."""

    undo: Step | None
    """What undo would take back."""
    redo: Step | None
    """What redo would take back, labelled with what it would do again."""
    last: Step | None
    """The newest step, whatever it was."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer to a proposal, for one item or veto."""

    key: ProposalKey
    item: str
    answer: Answer


Values = Mapping[str, object | None]
"""New value of each record that a change touches, by its `what`; None removes the record."""

CaseValues = Mapping[tuple[UUID, str], Any]
"""New value, as JSON, of each record by its case and its `what`; None removes the record."""
