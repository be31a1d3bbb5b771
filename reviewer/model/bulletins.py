"""What people write for 评查情况通报; everything else of it follows from the records."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The words of a campaign's bulletin."""

    id: UUID
    campaign: UUID
    number: str = ""
    """发文字号; empty for a blank."""
    to: str = ""
    """主送; empty: all units."""
    copies: str = ""
    """抄送."""
    practices: tuple[str, ...] = ()
    """主要做法和亮点, one paragraph each."""
    requirements: tuple[str, ...] = ()
    """整改要求 beyond the general ones."""
