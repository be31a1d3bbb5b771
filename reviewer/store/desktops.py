"""Desktops, people and units: who works here.

Functions take a session and flush, never commit.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.model import Desktop, Person
from reviewer.store.records import NOBODY, Author
from reviewer.store.tables import DesktopRow, PersonRow, PersonUnitRow, UnitRow

_CLOCK: ContextVar[Callable[[], datetime]] = ContextVar("clock", default=lambda: datetime.now(UTC))


def now() -> datetime:
    """Return the time in UTC, as every record carries it."""
    return _CLOCK.get()().astimezone(UTC)


def local_now() -> datetime:
    """Return the same time as clocks here show it, without a zone: days of law are plain days."""
    return now().astimezone().replace(tzinfo=None)


@contextmanager
def telling(clock: Callable[[], datetime]) -> Iterator[None]:
    """Let records within, on this thread, carry the times of `clock`.

    A demonstration plays a year in minutes; its records have to say when each step would be.
    """
    token = _CLOCK.set(clock)
    try:
        yield
    finally:
        _CLOCK.reset(token)


def stamped(by: Author) -> dict[str, Any]:
    """Return the columns that say who makes a record now."""
    return {"made_by": by.person, "made_on": by.desktop, "made_at": now()}


def register_here(session: Session, desktop: UUID, name: str) -> Desktop:
    """Return this desktop, made with the id `desktop` when the database is new."""
    row = session.scalar(select(DesktopRow).where(DesktopRow.here.is_(True)))
    if row is None:
        by = Author(NOBODY, desktop)
        row = DesktopRow(id=desktop, name=name, here=True, person_id=None, **stamped(by))
        session.add(row)
        session.flush()
    return Desktop(row.id, row.name)


def author(session: Session) -> Author:
    """Return who sits here, for the stamp of a record."""
    row = _here(session)
    return Author(row.person_id or NOBODY, row.id)


def current_person(session: Session) -> Person | None:
    """Return who sits here; None before the first start was finished."""
    person_id = _here(session).person_id
    return None if person_id is None else person(session, person_id)


def person(session: Session, person_id: UUID) -> Person:
    """Return the person; raises NoResultFound when there is none."""
    row = session.get_one(PersonRow, person_id)
    return Person(row.id, row.name, _unit_of(session, person_id))


def people(session: Session) -> tuple[Person, ...]:
    """Return all people by name."""
    ids = session.scalars(select(PersonRow.id).order_by(PersonRow.name, PersonRow.made_at))
    return tuple(person(session, person_id) for person_id in ids.all())


def seat(session: Session, name: str, unit: str) -> Person:
    """Let the person of this name and unit sit here, making the record when there is none."""
    desktop = _here(session)
    known = next((p for p in people(session) if (p.name, p.unit) == (name, unit)), None)
    if known is None:
        new = uuid4()
        known = _add_person(session, Person(new, name, unit), Author(new, desktop.id))
    desktop.person_id = known.id
    session.flush()
    return known


def seat_as(session: Session, person_id: UUID) -> None:
    """Let a person who is known here sit here."""
    _here(session).person_id = person_id
    session.flush()


def here(session: Session) -> Desktop:
    """Return this desktop."""
    row = _here(session)
    return Desktop(row.id, row.name)


def unit_id(session: Session, name: str, by: Author) -> UUID | None:
    """Return the id of the unit of this name, made when there is none; None for no name."""
    if not name:
        return None
    found = session.scalar(select(UnitRow.id).where(UnitRow.name == name))
    if found is not None:
        return found
    row = UnitRow(id=uuid4(), code="", name=name, parent_id=None, **stamped(by))
    session.add(row)
    session.flush()
    return row.id


def _add_person(session: Session, new: Person, by: Author) -> Person:
    session.add(PersonRow(id=new.id, name=new.name, **stamped(by)))
    session.flush()
    unit = unit_id(session, new.unit, by)
    if unit is not None:
        session.add(PersonUnitRow(id=uuid4(), person_id=new.id, unit_id=unit, **stamped(by)))
        session.flush()
    return new


def _unit_of(session: Session, person_id: UUID) -> str:
    name = session.scalar(
        select(UnitRow.name)
        .join(PersonUnitRow, PersonUnitRow.unit_id == UnitRow.id)
        .where(PersonUnitRow.person_id == person_id, PersonUnitRow.valid_to.is_(None))
        .order_by(PersonUnitRow.made_at.desc())
        .limit(1)
    )
    return name or ""


def _here(session: Session) -> DesktopRow:
    return session.scalars(select(DesktopRow).where(DesktopRow.here.is_(True))).one()
