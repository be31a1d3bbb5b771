"""Cases: their names and what the table of cases shows.

Functions take a session and flush, never commit.  What the machine read stands in columns of
its own and shows only where nobody typed anything.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.model import Case, CaseFile, ProposalKey, Stamp
from reviewer.store.case_files import files_of, page_counts
from reviewer.store.desktops import now, stamped, unit_id
from reviewer.store.records import Author, CaseNames, CaseSummary
from reviewer.store.tables import CaseFileRow, CaseRow, PageTextRow, UnitRow


def add_case(
    session: Session, name: str, names: CaseNames, by: Author, *, paper: bool = False
) -> UUID:
    """Make a case and return its id; its files are added apart."""
    row = CaseRow(
        id=uuid4(),
        name=name,
        case_no=names.case_no,
        unit_id=unit_id(session, names.unit, by),
        party=names.party,
        cause=names.cause,
        paper=paper,
        changed_at=now(),
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


def rename(
    session: Session, case_id: UUID, names: CaseNames, by: Author, title: str | None = None
) -> None:
    """Set what a person typed; an empty name lets the machine's show again."""
    row = live_row(session, case_id)
    row.case_no, row.party, row.cause = names.case_no, names.party, names.cause
    row.unit_id = unit_id(session, names.unit, by)
    if title is not None and title != _title(row):
        row.name, row.named = title or row.name, bool(title)
    row.changed_at = now()
    session.flush()


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


def remove(session: Session, case_id: UUID) -> None:
    """Take the case out of all lists; its records stay and `restore` brings it back."""
    row = live_row(session, case_id)
    row.removed_at = now()
    session.flush()


def restore(session: Session, case_id: UUID) -> None:
    """Bring a removed case back."""
    session.get_one(CaseRow, case_id).removed_at = None
    session.flush()


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
        CaseSummary(
            case=_case(row, unit or "", ()),
            pages=pages.get(row.id, 0),
            pages_read=done.get(row.id, 0),
            procedure=row.read_procedure,
            problems=tuple(ProposalKey(*pair) for pair in row.read_problems),
            changed_at=row.changed_at,
        )
        for row, unit in rows
    )


def _pages_done(session: Session) -> dict[UUID, int]:
    within = and_(
        PageTextRow.sha256 == CaseFileRow.sha256,
        PageTextRow.page >= CaseFileRow.first_page,
        or_(CaseFileRow.last_page == 0, PageTextRow.page <= CaseFileRow.last_page),
        PageTextRow.done.is_(True),
    )
    counted = session.execute(
        select(CaseFileRow.case_id, func.count())
        .join(PageTextRow, within)
        .group_by(CaseFileRow.case_id)
    )
    return {case_id: count for case_id, count in counted}  # noqa: C416  rows are no tuples to mypy


def _case(row: CaseRow, unit: str, files: tuple[CaseFile, ...]) -> Case:
    return Case(
        id=row.id,
        title=_title(row),
        case_no=row.case_no or row.read_case_no,
        unit=unit or row.read_unit,
        party=row.party or row.read_party,
        cause=row.cause or row.read_cause,
        paper=row.paper,
        files=files,
        stamp=Stamp(row.made_by, row.made_on, row.made_at, row.revision),
    )


def _title(row: CaseRow) -> str:
    return row.name if row.named else row.case_no or row.read_case_no or row.name
