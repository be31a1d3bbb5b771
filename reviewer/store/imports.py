"""Reports of imports as they are kept.

Functions take a session and flush, never commit.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.model import ImportRow
from reviewer.store.codec import decode_all, encode
from reviewer.store.desktops import stamped
from reviewer.store.records import Author
from reviewer.store.tables import ImportReportRow


def put_report(
    session: Session,
    source: str,
    rows: Sequence[ImportRow],
    cases: Sequence[UUID],
    cancelled: bool,
    by: Author,
) -> UUID:
    """Keep the report of an import."""
    row = ImportReportRow(
        id=uuid4(),
        source=source,
        cancelled=cancelled,
        cases=encode(tuple(cases)),
        rows=encode(tuple(rows)),
        **stamped(by),
    )
    session.add(row)
    session.flush()
    return row.id


def report_rows(session: Session, report_id: UUID) -> tuple[ImportRow, ...]:
    """Return the rows of a kept report."""
    raw = session.scalars(select(ImportReportRow.rows).where(ImportReportRow.id == report_id)).one()
    return decode_all(ImportRow, raw)
