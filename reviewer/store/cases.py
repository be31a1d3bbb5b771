"""Cases: their names and what the table of cases shows.

Functions take a session and flush, never commit.  What the machine read stands in columns of
its own and shows only where nobody typed anything.  What a person changes goes through
`case_journal`.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.model import Case, CaseFile, ProposalKey, Stamp
from reviewer.store.case_files import files_of, page_counts
from reviewer.store.case_records import title_of
from reviewer.store.desktops import now, stamped, unit_id
from reviewer.store.records import Author, CaseNames, CaseSummary
from reviewer.store.tables import CaseFileRow, CaseRow, PageTextRow, ReadingCopyRow, UnitRow


def add_case(
    session: Session,
    name: str,
    names: CaseNames,
    by: Author,
    *,
    paper: bool = False,
    removed: bool = False,
) -> UUID:
    """Make a case and return its id; its files are added apart.

    A `removed` one waits for the change that brings it in, so that undoing it removes it again.
    """
    row = CaseRow(
        id=uuid4(),
        name=name,
        case_no=names.case_no,
        unit_id=unit_id(session, names.unit, by),
        party=names.party,
        cause=names.cause,
        paper=paper,
        changed_at=now(),
        removed_at=now() if removed else None,
        **stamped(by),
    )
    session.add(row)
    session.flush()
    return row.id


def case(session: Session, case_id: UUID) -> Case:
    """Return the case with its files.

    Raises:
        Refused: it was removed.
    """
    row = live_row(session, case_id)
    unit = session.scalar(select(UnitRow.name).where(UnitRow.id == row.unit_id))
    return _case(row, unit or "", files_of(session, case_id))


def live_row(session: Session, case_id: UUID) -> CaseRow:
    """Return the row of a case that was not removed."""
    row = session.get(CaseRow, case_id)
    if row is None or row.removed_at is not None:
        raise Refused("该案卷已移除。", "请返回首页，从列表中另选案卷。")
    return row


def case_ids(session: Session) -> tuple[UUID, ...]:
    """Return the ids of all cases, the newest first."""
    order = select(CaseRow.id).where(CaseRow.removed_at.is_(None)).order_by(CaseRow.made_at.desc())
    return tuple(session.scalars(order))


def typed_names(session: Session, case_id: UUID) -> CaseNames:
    """Return only what a person typed."""
    row = live_row(session, case_id)
    unit = session.scalar(select(UnitRow.name).where(UnitRow.id == row.unit_id))
    return CaseNames(row.case_no, unit or "", row.party, row.cause)


def set_read(
    session: Session,
    case_id: UUID,
    names: CaseNames,
    procedure: str,
    problems: Sequence[ProposalKey],
) -> None:
    """Keep what the machine read and found, for the table of cases."""
    row = live_row(session, case_id)
    row.read_case_no, row.read_unit = names.case_no, names.unit
    row.read_party, row.read_cause = names.party, names.cause
    row.read_procedure = procedure
    row.read_problems = [[key.rule, key.subject] for key in problems]
    session.flush()


def removed(session: Session) -> tuple[tuple[CaseSummary, datetime], ...]:
    """Return the removed cases and when each was removed, the last one first.

    Left out is what a cut made and its undoing took away: nothing is in it.
    """
    rows = session.execute(
        select(CaseRow, UnitRow.name)
        .outerjoin(UnitRow, UnitRow.id == CaseRow.unit_id)
        .where(CaseRow.removed_at.is_not(None))
        .order_by(CaseRow.removed_at.desc())
    ).all()
    pages = page_counts(session)
    return tuple(
        (_summary(row, unit, pages.get(row.id, 0), 0), row.removed_at)
        for row, unit in rows
        if row.removed_at is not None and (row.paper or row.id in pages)
    )


def summaries(session: Session) -> tuple[CaseSummary, ...]:
    """Return what the table of cases shows, the case changed last first."""
    rows = session.execute(
        select(CaseRow, UnitRow.name)
        .outerjoin(UnitRow, UnitRow.id == CaseRow.unit_id)
        .where(CaseRow.removed_at.is_(None))
        .order_by(CaseRow.changed_at.desc())
    ).all()
    pages = page_counts(session)
    done = _pages_done(session)
    return tuple(
        _summary(row, unit, pages.get(row.id, 0), done.get(row.id, 0)) for row, unit in rows
    )


def _summary(row: CaseRow, unit: str | None, pages: int, pages_read: int) -> CaseSummary:
    return CaseSummary(
        case=_case(row, unit or "", ()),
        pages=pages,
        pages_read=pages_read,
        procedure=row.read_procedure,
        problems=tuple(ProposalKey(*pair) for pair in row.read_problems),
        changed_at=row.changed_at,
    )


def _pages_done(session: Session) -> dict[UUID, int]:
    within = and_(
        PageTextRow.sha256 == CaseFileRow.sha256,
        PageTextRow.page >= CaseFileRow.first_page,
        or_(CaseFileRow.last_page == 0, PageTextRow.page <= CaseFileRow.last_page),
        PageTextRow.done.is_(True),
    )
    counted = session.execute(
        select(CaseFileRow.case_id, func.sum(func.coalesce(ReadingCopyRow.sheets, 1)))
        .join(PageTextRow, within)
        .outerjoin(ReadingCopyRow, ReadingCopyRow.sha256 == CaseFileRow.sha256)
        .group_by(CaseFileRow.case_id)
    )
    return {case_id: count for case_id, count in counted}  # noqa: C416  rows are no tuples to mypy


def _case(row: CaseRow, unit: str, files: tuple[CaseFile, ...]) -> Case:
    return Case(
        id=row.id,
        title=title_of(row),
        case_no=row.case_no or row.read_case_no,
        unit=unit or row.read_unit,
        party=row.party or row.read_party,
        cause=row.cause or row.read_cause,
        paper=row.paper,
        files=files,
        stamp=Stamp(row.made_by, row.made_on, row.made_at, row.revision),
    )
