"""The records of a case that its journal reads and writes, each as JSON under its `what`.

Functions take a session and never commit; `write` leaves the flush to its caller.  Only
`case_journal` writes; everybody else builds the new values here and hands them to it.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.store.desktops import now, stamped, unit_id
from reviewer.store.records import Author, CaseValues
from reviewer.store.tables import CaseFileRow, CaseRow, FileRow, FolioRow, UnitRow

NAME, FILE, FOLIOS, REMOVED = "name", "file", "folios", "removed"
"""Kinds of records: a typed name, a file with its place, the typed 卷内页号 of a file, removal."""
_FIELDS = ("case_no", "party", "cause")


def name_values(
    session: Session, case_id: UUID, fields: Mapping[str, str], title: str | None = None
) -> CaseValues:
    """Return the values of typed names; an empty one, and None, let the machine's show again.

    A title is kept with whether it was typed: one that was not is the name given at import.
    """
    values: dict[tuple[UUID, str], Any] = {
        (case_id, f"{NAME}:{field}"): text.strip() or None for field, text in fields.items()
    }
    row = session.get_one(CaseRow, case_id)
    if title is not None and title != title_of(row):
        kept = {"name": title or row.name, "named": bool(title)}
        values[case_id, f"{NAME}:title"] = kept
    return values


def folio_values(
    session: Session, case_id: UUID, sha256: str, folios: Mapping[int, str]
) -> CaseValues:
    """Return the value of typed 卷内页号; an empty one lets the machine's show again."""
    key = (case_id, f"{FOLIOS}:{sha256}")
    new = {**(read(session, *key) or {}), **{str(page): text for page, text in folios.items()}}
    return {key: {page: text for page, text in new.items() if text} or None}


def moving_values(session: Session, case_file_id: UUID, to_case: UUID) -> CaseValues:
    """Return the values that move a file, with its typed 卷内页号, to the end of another case."""
    row = session.get_one(CaseFileRow, case_file_id)
    if row.case_id == to_case:
        return {}
    moved = {**_file_value(row), "position": _next_position(session, to_case)}
    last = row.last_page or session.get_one(FileRow, row.sha256).pages
    return {
        (row.case_id, f"{FILE}:{row.id}"): None,
        (to_case, f"{FILE}:{row.id}"): moved,
        **_folios_over(session, row, to_case, row.first_page, last),
    }


def cutting_values(session: Session, case_file_id: UUID, at_page: int, to_case: UUID) -> CaseValues:
    """Return the values that give the pages of a file from `at_page` on to the case `to_case`.

    Raises:
        Refused: nothing would be left on one side of the cut.
    """
    row = session.get_one(CaseFileRow, case_file_id)
    last = row.last_page or session.get_one(FileRow, row.sha256).pages
    if not row.first_page < at_page <= last:
        raise Refused(
            f"不能从第 {at_page} 页切分。",
            f"请选择第 {row.first_page + 1} 页到第 {last} 页之间的一页。",
        )
    whole = _file_value(row)
    tail = {**whole, "first_page": at_page, "position": _next_position(session, to_case)}
    return {
        (to_case, REMOVED): None,
        (to_case, f"{FILE}:{uuid4()}"): tail,
        (row.case_id, f"{FILE}:{row.id}"): {**whole, "last_page": at_page - 1},
        **_folios_over(session, row, to_case, at_page, last),
    }


def removal_values(case_id: UUID, *, removed: bool) -> CaseValues:
    """Return the value that takes a case out of all lists, or brings it back."""
    return {(case_id, REMOVED): True if removed else None}


def title_of(row: CaseRow) -> str:
    """Return what a case is called."""
    return row.name if row.named else row.case_no or row.read_case_no or row.name


def read(session: Session, case_id: UUID, what: str) -> Any:
    """Return the value of a record; None when there is none."""
    kind, _, name = what.partition(":")
    row = session.get_one(CaseRow, case_id)
    if kind == REMOVED:
        return True if row.removed_at is not None else None
    if kind == NAME:
        return _read_name(session, row, name)
    if kind == FOLIOS:
        return _read_folios(session, case_id, name)
    file = session.get(CaseFileRow, UUID(name))
    return None if file is None or file.case_id != case_id else _file_value(file)


def write(session: Session, case_id: UUID, what: str, value: Any, by: Author) -> None:
    """Give a record its new value."""
    kind, _, name = what.partition(":")
    if kind == REMOVED:
        session.get_one(CaseRow, case_id).removed_at = now() if value else None
    elif kind == NAME:
        _write_name(session, case_id, name, value, by)
    elif kind == FOLIOS:
        _write_folios(session, case_id, name, value or {}, by)
    else:
        _write_file(session, case_id, UUID(name), value, by)


def _folios_over(
    session: Session, row: CaseFileRow, to_case: UUID, first: int, last: int
) -> CaseValues:
    here, there = (row.case_id, f"{FOLIOS}:{row.sha256}"), (to_case, f"{FOLIOS}:{row.sha256}")
    typed = read(session, *here) or {}
    gone = {page: text for page, text in typed.items() if first <= int(page) <= last}
    if not gone:
        return {}
    left = {page: text for page, text in typed.items() if page not in gone}
    return {here: left or None, there: {**(read(session, *there) or {}), **gone}}


def _read_name(session: Session, row: CaseRow, name: str) -> Any:
    if name == "title":
        return {"name": row.name, "named": row.named}
    if name == "unit":
        return session.scalar(select(UnitRow.name).where(UnitRow.id == row.unit_id))
    return getattr(row, _known(name)) or None


def _write_name(session: Session, case_id: UUID, name: str, value: Any, by: Author) -> None:
    row = session.get_one(CaseRow, case_id)
    if name == "title":
        row.name, row.named = value["name"], value["named"]
    elif name == "unit":
        row.unit_id = unit_id(session, value or "", by)
    else:
        setattr(row, _known(name), value or "")


def _known(name: str) -> str:
    if name not in _FIELDS:
        raise KeyError(name)
    return name


def _read_folios(session: Session, case_id: UUID, sha256: str) -> dict[str, str] | None:
    rows = session.scalars(
        select(FolioRow).where(FolioRow.case_id == case_id, FolioRow.sha256 == sha256)
    )
    return {str(row.page): row.folio for row in rows} or None


def _write_folios(
    session: Session, case_id: UUID, sha256: str, folios: Mapping[str, str], by: Author
) -> None:
    session.execute(delete(FolioRow).where(FolioRow.case_id == case_id, FolioRow.sha256 == sha256))
    session.add_all(
        FolioRow(
            id=uuid4(), case_id=case_id, sha256=sha256, page=int(page), folio=text, **stamped(by)
        )
        for page, text in folios.items()
    )


def _file_value(row: CaseFileRow) -> dict[str, Any]:
    return {
        "sha256": row.sha256,
        "path": row.path,
        "position": row.position,
        "volume": row.volume,
        "first_page": row.first_page,
        "last_page": row.last_page,
    }


def _write_file(session: Session, case_id: UUID, file_id: UUID, value: Any, by: Author) -> None:
    row = session.get(CaseFileRow, file_id)
    if value is None:
        if row is not None and row.case_id == case_id:
            session.delete(row)
        return
    if row is None:
        session.add(CaseFileRow(id=file_id, case_id=case_id, **value, **stamped(by)))
        return
    row.case_id = case_id
    for name, part in value.items():
        setattr(row, name, part)


def _next_position(session: Session, case_id: UUID) -> int:
    last = session.scalar(
        select(func.max(CaseFileRow.position)).where(CaseFileRow.case_id == case_id)
    )
    return 0 if last is None else last + 1
