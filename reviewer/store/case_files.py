"""The files of a case: which, in which order, which pages of them, and typed 卷内页号.

Functions take a session and flush, never commit.  What moves a file, cuts it or types 卷内页号
goes through `case_journal`.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath
from uuid import UUID, uuid4

from sqlalchemy import case as sql_case
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from reviewer.model import CaseFile, FileKind, SourceFile, Unreadable, Volume
from reviewer.store.desktops import now, stamped
from reviewer.store.records import Author, StoredFile
from reviewer.store.tables import (
    CaseFileRow,
    CaseRow,
    FileRow,
    FolioRow,
    ReadingCopyRow,
    UnreadableFileRow,
)


def add_file(session: Session, file: SourceFile, suffix: str, by: Author) -> None:
    """Record a file that lies in the vault, or that is only listed; a second time is harmless."""
    if session.get(FileRow, file.sha256) is None:
        session.add(
            FileRow(
                sha256=file.sha256,
                kind=file.kind.value,
                size=file.size,
                pages=file.pages,
                suffix=suffix,
                **stamped(by),
            )
        )
        session.flush()


def stored_file(session: Session, sha256: str) -> StoredFile | None:
    """Return the file of this hash; None when it was never delivered."""
    row = session.get(FileRow, sha256)
    if row is None:
        return None
    return StoredFile(row.sha256, row.kind, row.size, row.pages, row.suffix)


def add_case_file(session: Session, case_id: UUID, sha256: str, path: str, by: Author) -> UUID:
    """Put a stored file at the end of a case."""
    row = CaseFileRow(
        id=uuid4(),
        case_id=case_id,
        sha256=sha256,
        path=path,
        position=_next_position(session, case_id),
        volume=Volume.MAIN.value,
        **stamped(by),
    )
    session.add(row)
    _touch(session, case_id)
    session.flush()
    return row.id


def files_of(session: Session, case_id: UUID) -> tuple[CaseFile, ...]:
    """Return the files of a case in its order."""
    rows = session.execute(
        select(CaseFileRow, FileRow, ReadingCopyRow.sheets)
        .join(FileRow, FileRow.sha256 == CaseFileRow.sha256)
        .outerjoin(ReadingCopyRow, ReadingCopyRow.sha256 == CaseFileRow.sha256)
        .where(CaseFileRow.case_id == case_id)
        .order_by(CaseFileRow.position)
    )
    return tuple(_case_file(row, file, sheets or 0) for row, file, sheets in rows)


def holds(session: Session, case_id: UUID, sha256: str) -> bool:
    """Return whether the case has a file of this content."""
    own = select(CaseFileRow.id).where(CaseFileRow.case_id == case_id, CaseFileRow.sha256 == sha256)
    return session.scalar(own.limit(1)) is not None


def page_counts(session: Session) -> dict[UUID, int]:
    """Return the number of pages of every case that has files, sheets counted singly."""
    last = sql_case((CaseFileRow.last_page == 0, FileRow.pages), else_=CaseFileRow.last_page)
    own = last - CaseFileRow.first_page + 1
    counted = session.execute(
        select(CaseFileRow.case_id, func.sum(func.coalesce(ReadingCopyRow.sheets, own)))
        .join(FileRow, FileRow.sha256 == CaseFileRow.sha256)
        .outerjoin(ReadingCopyRow, ReadingCopyRow.sha256 == CaseFileRow.sha256)
        .where(FileRow.pages > 0)
        .group_by(CaseFileRow.case_id)
    )
    return {case_id: count for case_id, count in counted}  # noqa: C416  rows are no tuples to mypy


def case_of_file(session: Session, case_file_id: UUID) -> UUID:
    """Return the case that the file lies in."""
    return session.get_one(CaseFileRow, case_file_id).case_id


def titles_holding(session: Session, sha256: str) -> tuple[str, ...]:
    """Return the names of the cases that hold the file."""
    names = session.scalars(
        select(CaseRow.name)
        .join(CaseFileRow, CaseFileRow.case_id == CaseRow.id)
        .where(CaseFileRow.sha256 == sha256, CaseRow.removed_at.is_(None))
        .distinct()
    )
    return tuple(names)


def add_unreadable(session: Session, case_id: UUID, path: str, reason: str, by: Author) -> UUID:
    """Record a delivered file of a case that could not be read, or is still to come."""
    row = UnreadableFileRow(id=uuid4(), case_id=case_id, path=path, reason=reason, **stamped(by))
    session.add(row)
    session.flush()
    return row.id


def expect_files(
    session: Session, case_id: UUID, paths: Iterable[str], reason: str, by: Author
) -> dict[str, UUID]:
    """Record files that an import is about to store; `reason` shows when it never comes to them.

    The result names each file's record for `settle_file`.
    """
    rows = {path: uuid4() for path in paths}
    session.add_all(
        UnreadableFileRow(id=id_, case_id=case_id, path=path, reason=reason, **stamped(by))
        for path, id_ in rows.items()
    )
    session.flush()
    return rows


def settle_file(session: Session, expected: UUID, reason: str = "") -> None:
    """Take back that a file is expected, because it is stored, or say why it cannot be."""
    row = session.get_one(UnreadableFileRow, expected)
    if reason:
        row.reason = reason
    else:
        session.delete(row)
    session.flush()


def forget_unreadable(session: Session, case_id: UUID, path: str) -> None:
    """Take back that a file could not be read: another stands for it now."""
    session.execute(
        delete(UnreadableFileRow).where(
            UnreadableFileRow.case_id == case_id, UnreadableFileRow.path == path
        )
    )
    _touch(session, case_id)


def unreadable_of(session: Session, case_id: UUID) -> tuple[Unreadable, ...]:
    """Return the files of a case that could not be read, by path.

    One that was converted and came later under the same name with another suffix is left out.
    """
    rows = session.execute(
        select(UnreadableFileRow.path, UnreadableFileRow.reason)
        .where(UnreadableFileRow.case_id == case_id)
        .order_by(UnreadableFileRow.path)
    ).all()
    if not rows:
        return ()
    came = {_without_suffix(file.path) for file in files_of(session, case_id)}
    ends = {end for path in came for end in _ends(path)}
    return tuple(
        Unreadable(path, reason)
        for path, reason in rows
        # Delivered alone, a file comes without the folders that it lay in, or the other way round.
        if (wanted := _without_suffix(path)) not in ends and came.isdisjoint(_ends(wanted))
    )


def typed_folios(session: Session, case_id: UUID) -> dict[tuple[str, int], str]:
    """Return the typed 卷内页号 by file and page."""
    rows = session.scalars(select(FolioRow).where(FolioRow.case_id == case_id))
    return {(row.sha256, row.page): row.folio for row in rows}


def _without_suffix(path: str) -> str:
    return str(PurePosixPath(path).with_suffix(""))


def _ends(path: str) -> Iterable[str]:
    """Return the path, and what is left of it without its first folder, its first two, and on."""
    parts = path.split("/")
    return ("/".join(parts[at:]) for at in range(len(parts)))


def _next_position(session: Session, case_id: UUID) -> int:
    last = session.scalar(
        select(func.max(CaseFileRow.position)).where(CaseFileRow.case_id == case_id)
    )
    return 0 if last is None else last + 1


def _touch(session: Session, case_id: UUID) -> None:
    session.get_one(CaseRow, case_id).changed_at = now()


def _case_file(row: CaseFileRow, file: FileRow, sheets: int) -> CaseFile:
    return CaseFile(
        id=row.id,
        sha256=row.sha256,
        path=row.path,
        kind=FileKind(file.kind),
        size=file.size,
        pages=file.pages,
        order=row.position,
        volume=Volume(row.volume),
        first_page=row.first_page,
        last_page=row.last_page,
        sheets=sheets,
    )
