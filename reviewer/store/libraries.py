"""The unit's library and its years of the calendar.

Functions take a session and flush, never commit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from reviewer.model import CalendarYear, Library
from reviewer.store.codec import decode, encode
from reviewer.store.desktops import stamped
from reviewer.store.records import Author
from reviewer.store.tables_library import CalendarYearRow, LibraryRow


@dataclass(frozen=True, slots=True)
class KeptLibrary:
    """The library that counts now, and where it is from."""

    library: Library
    source: str
    """Name of the workbook."""
    at: datetime | None
    """When it was imported; None when nothing was."""


def current(session: Session) -> KeptLibrary:
    """Return the library that counts now; an empty one when none was imported."""
    row = session.scalar(select(LibraryRow).order_by(LibraryRow.number.desc()).limit(1))
    if row is None:
        return KeptLibrary(Library(), "", None)
    return KeptLibrary(decode(Library, row.body), row.source, row.made_at)


def put(session: Session, library: Library, source: str, by: Author) -> None:
    """Keep `library` as the one that counts from now on; earlier ones stay."""
    last = session.scalar(select(func.max(LibraryRow.number))) or 0
    session.add(
        LibraryRow(
            id=uuid4(),
            number=last + 1,
            version=library.version,
            source=source,
            body=encode(library),
            **stamped(by),
        )
    )
    session.flush()


def years(session: Session) -> tuple[CalendarYear, ...]:
    """Return the imported years of the calendar, sorted."""
    rows = session.scalars(select(CalendarYearRow).order_by(CalendarYearRow.year))
    return tuple(
        CalendarYear(row.year, _days(row.days_off), _days(row.working_weekends)) for row in rows
    )


def put_years(session: Session, given: Iterable[CalendarYear], by: Author) -> None:
    """Keep each of `given` in place of what was kept of its year."""
    for one in given:
        drop_year(session, one.year)
        session.add(
            CalendarYearRow(
                year=one.year,
                days_off=encode(one.days_off),
                working_weekends=encode(one.working_weekends),
                **stamped(by),
            )
        )
        session.flush()


def drop_year(session: Session, year: int) -> None:
    """Keep nothing of `year`: what ships counts again."""
    session.execute(delete(CalendarYearRow).where(CalendarYearRow.year == year))
    session.flush()


def _days(raw: list[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in raw)
