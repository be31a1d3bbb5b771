"""Cases, their files, and the people and desktops that work on them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from reviewer.model.files import FileKind


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made a record, on which desktop, when, and how often it was changed since."""

    made_by: UUID
    made_on: UUID
    made_at: datetime
    """UTC, with time zone."""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit (单位), with the validity of its name."""

    id: UUID
    name: str
    code: str = ""
    parent: UUID | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person who reviews."""

    id: UUID
    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Desktop:
    """One installation of the program."""

    id: UUID
    name: str


class Volume(StrEnum):
    """The volume (卷) that a file belongs to."""

    MAIN = "正卷"
    SIDE = "副卷"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One delivered file of a case, or a page range of it when it was cut into two cases."""

    id: UUID
    sha256: str
    path: str
    kind: FileKind
    size: int
    pages: int
    order: int
    volume: Volume = Volume.MAIN
    first_page: int = 1
    last_page: int = 0
    """Pages of the file that belong to this case; 0 means to its end."""
    sheets: int = 0
    """Sheets of the reading copy of a DOCX; 0 for every other file."""

    @property
    def shown_pages(self) -> int:
        """Return how many pages or sheets a person can open."""
        own = (self.last_page or self.pages) - self.first_page + 1 if self.pages else 0
        return self.sheets or own

    def holds(self, page: int) -> bool:
        """Return whether `page` of the file belongs to the case."""
        return self.first_page <= page and (not self.last_page or page <= self.last_page)


@dataclass(frozen=True, slots=True)
class Case:
    """A case (案卷)."""

    id: UUID
    title: str
    """What lists show: the case number, or the name given at import."""
    case_no: str = ""
    unit: str = ""
    party: str = ""
    cause: str = ""
    paper: bool = False
    """True when there are no files: pages are typed as 卷内页号."""
    files: tuple[CaseFile, ...] = ()
    stamp: Stamp | None = None

    @property
    def page_count(self) -> int:
        """Return the number of pages of the case, sheets of reading copies counted singly."""
        return sum(file.shown_pages for file in self.files)
