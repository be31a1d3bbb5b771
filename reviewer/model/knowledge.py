"""What the bureau knows beyond the case file: calendar, law, its own library.

These are values and protocols; the workspace fills them from the store, the command line from
files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working-day calendar (工作日历): statutory holidays and make-up working days."""

    holidays: frozenset[date]
    """Statutory days off that fall on a weekday."""
    workdays: frozenset[date]
    """Saturdays and Sundays that are working days (调休)."""
    first_year: int
    last_year: int
    """Years for which data is complete; outside them working days cannot be told."""
    version: str = ""

    def covers(self, day: date) -> bool:
        """Return whether the data of the year of `day` is there."""
        return self.first_year <= day.year <= self.last_year


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a law in one version."""

    law: str
    """Short name without 中华人民共和国."""
    number: int
    text: str
    effective: date


class LawBook(Protocol):
    """The statute texts that ship with the program."""

    version: str

    def article(self, law: str, number: int, on: date | None = None) -> Article | None:
        """Return the article in force on `on` (the latest when None); None when not included."""
        ...


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One officer in the roster (执法人员名册)."""

    name: str
    cert: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """The unit's own library (本单位库).  What is not set is computed under every reading."""

    officers: tuple[RosterEntry, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    version: str = ""


class ReadingCache(Protocol):
    """Keeps what OCR read, so that nothing is read twice.

    The key holds engine, models and settings beside the image's SHA-256.
    """

    def get(self, key: str) -> bytes | None:
        """Return what was kept under `key`."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`; writing the same key again is harmless."""
        ...
