"""What a campaign needs among units, people and cases: those that its records name by UUID.

Functions take a session and flush, never commit.  A drawn row of the ledger becomes a case under
the UUID that the row gave it; the files come later, by an import that a person joins to it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.model import Person
from reviewer.model.campaigns import Campaign, CampaignUnit, LedgerRow
from reviewer.store import case_files, case_journal, case_records, cases, reviews
from reviewer.store.desktops import now, stamped
from reviewer.store.records import Author
from reviewer.store.tables import (
    CaseFileRow,
    CaseRow,
    PersonRow,
    PersonUnitRow,
    UnitRow,
)


def know_units(session: Session, units: Iterable[CampaignUnit], by: Author) -> Mapping[UUID, UUID]:
    """Record the units of a campaign; return under which id each one is known here.

    A unit that was entered here before under the same name stays the same unit.
    """
    given = tuple(units)
    ids = {unit.id: _know_unit(session, unit, by) for unit in given}
    for unit in given:
        row = session.get_one(UnitRow, ids[unit.id])
        parent = None if unit.parent is None else ids.get(unit.parent)
        if parent is not None and parent != row.id and row.parent_id != parent:
            row.parent_id = parent
    session.flush()
    return ids


def know_campaign(session: Session, campaign: Campaign, by: Author) -> None:
    """Record units and reviewers of a campaign; a second time is harmless."""
    units = know_units(session, campaign.units, by)
    for member in campaign.members:
        person = Person(member.person, member.name, member.unit_name)
        know_person(session, person, by, member.unit)
        for left in member.left:
            _know_left(session, member.person, units.get(left.unit, left.unit), left.left_on, by)


def know_person(session: Session, person: Person, by: Author, unit_id: UUID | None = None) -> None:
    """Record a person under the id given elsewhere; a second time is harmless."""
    row = session.get(PersonRow, person.id)
    if row is None:
        session.add(PersonRow(id=person.id, name=person.name, **stamped(by)))
        session.flush()
    elif row.name != person.name:
        row.name = person.name
    if person.unit:
        given = CampaignUnit(unit_id or uuid4(), person.unit)
        _belong(session, person.id, _know_unit(session, given, by), by)


def add_drawn(
    session: Session, rows: Iterable[LedgerRow], units: Iterable[CampaignUnit], by: Author
) -> tuple[UUID, ...]:
    """Make the case of each drawn row of the ledger; return those that were not there yet."""
    known = know_units(session, units, by)
    made = []
    for row in rows:
        if session.get(CaseRow, row.case) is not None:
            continue
        unit = known.get(row.unit)
        if unit is None:
            unit = _know_unit(session, CampaignUnit(row.unit, row.unit_name), by)
        session.add(
            CaseRow(
                id=row.case,
                name=row.case_no,
                case_no=row.case_no,
                unit_id=unit,
                party=row.party,
                cause=row.cause,
                changed_at=now(),
                **stamped(by),
            )
        )
        made.append(row.case)
    session.flush()
    return tuple(made)


def join(session: Session, imported: UUID, drawn: UUID, by: Author) -> None:
    """Give all files of an imported case to a drawn one, as one step that can be taken back.

    Raises:
        Refused: one of them was removed, they are the same, or the imported one has reviews.
    """
    old, new = cases.case(session, imported), cases.case(session, drawn)
    if imported == drawn:
        raise Refused("案卷不能并入它自己。", "请另选要并入的案卷。")
    if reviews.states_of_case(session, imported):
        raise Refused(
            f"《{old.title}》已有评查记录，不能并入其他案卷。",
            "请把这些文件重新导入，再并入抽中的案卷。",
        )
    values = _joining_values(session, imported, drawn)
    case_journal.apply(session, values, f"《{old.title}》并入《{new.title}》", by)
    for missing in case_files.unreadable_of(session, imported):
        case_files.add_unreadable(session, drawn, missing.path, missing.reason, by)


def _joining_values(session: Session, imported: UUID, drawn: UUID) -> dict[tuple[UUID, str], Any]:
    rows = session.scalars(
        select(CaseFileRow).where(CaseFileRow.case_id == imported).order_by(CaseFileRow.position)
    ).all()
    values: dict[tuple[UUID, str], Any] = {}
    for number, row in enumerate(rows):
        # Each is told the same next place, because none has moved yet.
        moving = dict(case_records.moving_values(session, row.id, drawn))
        placed = moving[drawn, f"{case_records.FILE}:{row.id}"]
        placed["position"] += number
        values |= {key: value for key, value in moving.items() if not _is_folio(key)}
    for sha256 in {row.sha256 for row in rows}:
        key = f"{case_records.FOLIOS}:{sha256}"
        typed = case_records.read(session, imported, key)
        if typed:
            there = case_records.read(session, drawn, key) or {}
            values |= {(imported, key): None, (drawn, key): {**there, **typed}}
    return values | dict(case_records.removal_values(imported, removed=True))


def _is_folio(key: tuple[UUID, str]) -> bool:
    return key[1].startswith(case_records.FOLIOS)


def _know_unit(session: Session, unit: CampaignUnit, by: Author) -> UUID:
    row = session.get(UnitRow, unit.id)
    if row is None:
        row = session.scalar(select(UnitRow).where(UnitRow.name == unit.name))
    if row is None:
        session.add(UnitRow(id=unit.id, code=unit.code, name=unit.name, **stamped(by)))
        session.flush()
        return unit.id
    if unit.code and row.code != unit.code:
        row.code = unit.code
    if row.id == unit.id and row.name != unit.name:
        row.name = unit.name
    session.flush()
    return row.id


def _belong(session: Session, person: UUID, unit: UUID, by: Author) -> None:
    known = session.scalar(
        select(PersonUnitRow.id).where(
            PersonUnitRow.person_id == person,
            PersonUnitRow.unit_id == unit,
            PersonUnitRow.valid_to.is_(None),
        )
    )
    if known is None:
        session.add(PersonUnitRow(id=uuid4(), person_id=person, unit_id=unit, **stamped(by)))
        session.flush()


def _know_left(session: Session, person: UUID, unit: UUID, left_on: date, by: Author) -> None:
    if session.get(UnitRow, unit) is None:
        return
    known = session.scalar(
        select(PersonUnitRow.id).where(
            PersonUnitRow.person_id == person,
            PersonUnitRow.unit_id == unit,
            PersonUnitRow.valid_to == left_on,
        )
    )
    if known is None:
        session.add(
            PersonUnitRow(
                id=uuid4(), person_id=person, unit_id=unit, valid_to=left_on, **stamped(by)
            )
        )
        session.flush()
