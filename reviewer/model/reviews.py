"""Reviews: one person's work on one case under one standard, and every change made in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reviewer.model.marks import ProposalKey


class Round(StrEnum):
    """The round of a review (评查轮次)."""

    SELF = "自评"
    FIRST = "初评"
    SECOND = "复评"
    JOINT = "合议"
    APPEAL = "申辩复核"
    FINAL = "终评"
    CALIBRATION = "校准"
    """All reviewers of a campaign score the same file; it never becomes the result of a case."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review: case × standard version × person × round."""

    id: UUID
    case: UUID
    standard: str
    version: str
    content_hash: str
    """Of the standard, pinned when the review was opened."""
    person: UUID
    round: Round
    opened_at: datetime
    signed_at: datetime | None = None

    @property
    def is_signed(self) -> bool:
        """Return whether the review was signed off (签定)."""
        return self.signed_at is not None


class Answer(StrEnum):
    """A person's answer to a machine proposal."""

    ACCEPTED = "accepted"  # 采纳
    REJECTED = "rejected"  # 不采纳


class ProposalState(StrEnum):
    """How a proposal stands in one review."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Change:
    """One change as a value; undo and redo apply its inverse as a new change."""

    id: UUID
    review: UUID
    what: str
    """`mark:A7`, `veto:V05`, `bonus:JF1`, `answer:T18|DT37@…`, `correction:<id>`, `text:merits`…"""
    old: str | None
    """JSON of the value before; None when there was none."""
    new: str | None
    who: UUID
    on: UUID
    at: datetime
    label: str
    """Chinese, for 撤销 and the journal."""
    undoes: UUID | None = None
    """The change that this one takes back."""


@dataclass(frozen=True, slots=True)
class AnsweredProposal:
    """A proposal together with its answer."""

    key: ProposalKey
    answer: Answer
