"""Lifted pages of the blind mode (盲评): who looked under the covers of which page, and why."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reviewer.model.places import PageRef


@dataclass(frozen=True, slots=True)
class PageLift:
    """One page whose covers a reviewer lifted (放行), kept for good."""

    id: UUID
    case: UUID
    file: str
    """SHA-256 of the delivered file."""
    page: int
    person: UUID
    reason: str
    at: datetime

    @property
    def ref(self) -> PageRef:
        """Return the page."""
        return PageRef(self.file, self.page)
