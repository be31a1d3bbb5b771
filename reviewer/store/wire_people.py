"""People, desktops, units and standards in packages: what records refer to by id.

Functions take a session and flush, never commit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.model import Person
from reviewer.store import desktops, drawn_cases, wire
from reviewer.store.records import Author
from reviewer.store.tables import DesktopRow, PersonRow, UnitRow
from reviewer.store.tables_reviews import StandardRow

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")


def texts_in(value: Any) -> Iterator[str]:
    """Give every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def ids_in(value: Any) -> set[UUID]:
    """Return every UUID that a JSON value names."""
    return {UUID(text) for text in texts_in(value) if _UUID.fullmatch(text)}


def hashes_in(value: Any) -> set[str]:
    """Return everything in a JSON value that may be the SHA-256 of a file."""
    return {text for text in texts_in(value) if _HASH.fullmatch(text)}


def exported(session: Session, ids: Iterable[UUID]) -> dict[str, Any]:
    """Return the people and desktops among `ids` as JSON data."""
    wanted = set(ids)
    people = [row for row in session.scalars(select(PersonRow)) if row.id in wanted]
    machines = [row for row in session.scalars(select(DesktopRow)) if row.id in wanted]
    return {
        "people": [_exported_person(session, row.id) for row in people],
        "desktops": [{"id": str(row.id), "name": row.name} for row in machines],
    }


def merge(session: Session, raw: Mapping[str, Any], by: Author) -> None:
    """Make the people and desktops of a package known here."""
    for one in raw["people"]:
        person = Person(UUID(one["id"]), one["name"], one["unit"])
        unit = one["unit_id"]
        drawn_cases.know_person(session, person, by, None if unit is None else UUID(unit))
    for one in raw["desktops"]:
        if session.get(DesktopRow, UUID(one["id"])) is None:
            given = {**one, "here": None, "person_id": None}
            wire.add_all(session, DesktopRow, [given], **desktops.stamped(by), revision=1)


def exported_standards(session: Session, hashes: Iterable[str]) -> list[dict[str, Any]]:
    """Return those of the standards that are frozen here as JSON data."""
    rows = session.scalars(select(StandardRow).where(StandardRow.content_hash.in_(set(hashes))))
    return [wire.to_json(row) for row in rows]


def merge_standards(session: Session, raws: Iterable[Mapping[str, Any]]) -> None:
    """Keep the standards of a package that are not frozen here."""
    for raw in raws:
        if session.get(StandardRow, raw["content_hash"]) is None:
            wire.add_all(session, StandardRow, [raw])


def _exported_person(session: Session, person_id: UUID) -> dict[str, Any]:
    person = desktops.person(session, person_id)
    unit = session.scalar(select(UnitRow.id).where(UnitRow.name == person.unit))
    return {
        "id": str(person.id),
        "name": person.name,
        "unit": person.unit,
        "unit_id": None if unit is None else str(unit),
    }
