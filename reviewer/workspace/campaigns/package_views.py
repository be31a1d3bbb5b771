"""What a window shows of a package between desktops, before and after it is read in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

from reviewer.exchange import PackageKind, Standing

__all__ = [
    "Decision",
    "Merged",
    "PackageKind",
    "PackagePreview",
    "PackageRow",
    "Standing",
    "Written",
]


class Decision(StrEnum):
    """What a person decides about a record that was changed on two desktops."""

    MINE = "保留本机"
    THEIRS = "采用来包"


@dataclass(frozen=True, slots=True)
class PackageRow:
    """One record of a package and how it stands to the one here."""

    id: UUID
    sort: str
    """Chinese: what sort of record, such as 评查 or 分配."""
    name: str
    standing: Standing
    mine: str = ""
    """Chinese: the last change here; only for a conflict."""
    theirs: str = ""
    mine_record: Any = None
    """For a conflict of a campaign record: the record as it is here."""
    theirs_record: Any = None


@dataclass(frozen=True, slots=True)
class PackagePreview:
    """What reading a package in would do."""

    path: Path
    kind: PackageKind
    campaign_id: UUID
    campaign: str
    person: str
    """Who made it."""
    desktop: str
    made_at: datetime
    recipients: tuple[str, ...]
    rows: tuple[PackageRow, ...]
    new_files: int
    """Originals that are not here yet."""
    new_bytes: int
    notices: tuple[str, ...]
    """Chinese: what else the person should know before it is read in."""

    @property
    def counts(self) -> Mapping[Standing, int]:
        """Return the number of records of each standing."""
        return {one: sum(row.standing is one for row in self.rows) for one in Standing}

    @property
    def conflicts(self) -> tuple[PackageRow, ...]:
        """Return the records that a person has to decide about."""
        return tuple(row for row in self.rows if row.standing is Standing.CONFLICT)


@dataclass(frozen=True, slots=True)
class Merged:
    """What reading a package in did."""

    rows: tuple[PackageRow, ...]
    """As they stood before."""
    undecided: tuple[PackageRow, ...]
    """Conflicts without a decision: they are as they were; reading it again shows them again."""
    new_files: int

    @property
    def counts(self) -> Mapping[Standing, int]:
        """Return the number of records of each standing."""
        return {one: sum(row.standing is one for row in self.rows) for one in Standing}


@dataclass(frozen=True, slots=True)
class Written:
    """A package that was written."""

    path: Path
    cases: int
    reviews: int
    files: int
    size: int
    """Bytes of the package."""
