"""Tables of people, cases, files and what the machine read in them.

Machine and person are separate columns and tables: `read_…` columns, page texts, readings and
check runs are the machine's; everything `Recorded` is a person's.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reviewer.store.tables_base import (
    Base,
    Hash,
    Json,
    Key,
    Moment,
    Packed,
    Recorded,
    Ref,
    UuidText,
)

_FILE = "files.sha256"


class UnitRow(Recorded, Base):
    __tablename__ = "units"

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(index=True)
    parent_id: Mapped[UUID | None] = mapped_column(UuidText, ForeignKey("units.id"))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class PersonRow(Recorded, Base):
    __tablename__ = "people"

    id: Mapped[Key]
    name: Mapped[str]


class PersonUnitRow(Recorded, Base):
    """The unit a person belongs to, with dates: recusal looks at units left within two years."""

    __tablename__ = "person_units"

    id: Mapped[Key]
    person_id: Mapped[Ref] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("units.id"))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class DesktopRow(Recorded, Base):
    __tablename__ = "desktops"
    # NULLs do not collide, so there is at most one desktop `here`.
    __table_args__ = (UniqueConstraint("here"),)

    id: Mapped[Key]
    name: Mapped[str]
    here: Mapped[bool | None]
    """True for this installation, NULL for desktops known from packages."""
    person_id: Mapped[UUID | None] = mapped_column(UuidText, ForeignKey("people.id"))
    """Who sits here now."""


class CaseRow(Recorded, Base):
    __tablename__ = "cases"

    id: Mapped[Key]
    name: Mapped[str]
    """The name given at import or typed."""
    named: Mapped[bool] = mapped_column(default=False)
    """True when a person typed `name` over the case number."""
    case_no: Mapped[str] = mapped_column(default="")
    unit_id: Mapped[UUID | None] = mapped_column(UuidText, ForeignKey("units.id"))
    party: Mapped[str] = mapped_column(default="")
    cause: Mapped[str] = mapped_column(default="")
    read_case_no: Mapped[str] = mapped_column(default="")
    read_unit: Mapped[str] = mapped_column(default="")
    read_party: Mapped[str] = mapped_column(default="")
    read_cause: Mapped[str] = mapped_column(default="")
    read_procedure: Mapped[str] = mapped_column(default="")
    read_problems: Mapped[Any] = mapped_column(Json, default=list)
    """Rule and subject of each problem of the last check run: the table of cases shows them."""
    paper: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[Moment]
    removed_at: Mapped[datetime | None]


class FileRow(Recorded, Base):
    """A file that was delivered; audio and video are listed only, all others in the vault."""

    __tablename__ = "files"

    sha256: Mapped[Hash] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    size: Mapped[int]
    pages: Mapped[int]
    suffix: Mapped[str] = mapped_column(String(16))


class CaseFileRow(Recorded, Base):
    __tablename__ = "case_files"
    __table_args__ = (
        CheckConstraint("first_page >= 1", name="first_page_from_one"),
        CheckConstraint("last_page = 0 OR last_page >= first_page", name="pages_in_order"),
    )

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    sha256: Mapped[Hash] = mapped_column(ForeignKey(_FILE), index=True)
    path: Mapped[str]
    position: Mapped[int]
    volume: Mapped[str] = mapped_column(String(16))
    first_page: Mapped[int] = mapped_column(default=1)
    last_page: Mapped[int] = mapped_column(default=0)


class FolioRow(Recorded, Base):
    """A typed 卷内页号 of a page; what the machine read stands with the page's text."""

    __tablename__ = "folios"
    __table_args__ = (UniqueConstraint("case_id", "sha256", "page"),)

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"))
    sha256: Mapped[Hash] = mapped_column(ForeignKey(_FILE))
    page: Mapped[int]
    folio: Mapped[str]


class UnreadableFileRow(Recorded, Base):
    """A delivered file that could not be read: a missing document may be in it."""

    __tablename__ = "unreadable_files"

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    path: Mapped[str]
    reason: Mapped[str]


class PageTextRow(Base):
    """The text of one page, of a file whatever cases it belongs to."""

    __tablename__ = "page_texts"
    # The table of cases counts pages; without this it goes through the texts of all of them.
    __table_args__ = (Index("ix_page_texts_done", "sha256", "page", "done"),)

    sha256: Mapped[Hash] = mapped_column(ForeignKey(_FILE, ondelete="CASCADE"), primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(String(16))
    engine: Mapped[str]
    width: Mapped[float]
    height: Mapped[float]
    turned: Mapped[int]
    folio: Mapped[str]
    confidence: Mapped[float]
    done: Mapped[bool]
    reason: Mapped[str] = mapped_column(default="")
    token: Mapped[str] = mapped_column(String(16))
    lines: Mapped[Any] = mapped_column(Packed)


class ReadingCopyRow(Base):
    """The reading copy (阅读版) of a DOCX, laid out once at import."""

    __tablename__ = "reading_copies"

    sha256: Mapped[Hash] = mapped_column(ForeignKey(_FILE, ondelete="CASCADE"), primary_key=True)
    sheets: Mapped[int]
    body: Mapped[bytes] = mapped_column(LargeBinary)


class CheckRunRow(Base):
    """A reading and the findings on it; `key` names everything that went in."""

    __tablename__ = "check_runs"
    __table_args__ = (UniqueConstraint("case_id", "key"),)

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"))
    key: Mapped[Hash]
    made_at: Mapped[Moment]
    versions: Mapped[Any] = mapped_column(Json)
    reading: Mapped[Any] = mapped_column(Packed)
    findings: Mapped[Any] = mapped_column(Packed)


class CaseDigestRow(Base):
    """What rules across cases need to know of a case; made anew when its run is another."""

    __tablename__ = "case_digests"

    case_id: Mapped[Ref] = mapped_column(
        ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[Hash]
    digest: Mapped[Any] = mapped_column(Packed)


class CaseChangeRow(Base):
    """One changed record of one case; what one action changes, in all its cases, shares a step."""

    __tablename__ = "case_changes"
    __table_args__ = (
        UniqueConstraint("case_id", "step", "what"),
        Index("ix_case_changes_step", "step"),
        Index("ix_case_changes_undoes", "undoes"),
    )

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"))
    step: Mapped[int]
    part: Mapped[int]
    what: Mapped[str]
    old: Mapped[Any] = mapped_column(Json, nullable=True)
    new: Mapped[Any] = mapped_column(Json, nullable=True)
    who: Mapped[Ref]
    on: Mapped[Ref]
    at: Mapped[Moment]
    label: Mapped[str]
    undoes: Mapped[UUID | None] = mapped_column(UuidText, ForeignKey("case_changes.id"))


class ImportReportRow(Recorded, Base):
    __tablename__ = "import_reports"

    id: Mapped[Key]
    source: Mapped[str]
    cancelled: Mapped[bool]
    cases: Mapped[Any] = mapped_column(Json)
    rows: Mapped[Any] = mapped_column(Packed)
