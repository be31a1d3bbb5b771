"""What the case tab offers of a campaign; the window loads it before the workspace."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewer.model import Review, Round


@dataclass(frozen=True, slots=True)
class TaskOffer:
    """What who sits here was given to do with a case."""

    campaign: UUID
    campaign_name: str
    assignment: UUID
    round: Round
    standard_name: str
    """Of the pinned edition; its id where this computer has another edition only."""
    version: str
    due: date | None
    review: Review | None
    """The own one; None before it was opened."""
