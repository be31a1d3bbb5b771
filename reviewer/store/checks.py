"""Readings and check runs as they are kept: by everything that went into them.

Functions take a session and flush, never commit.
"""

from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.model import CheckRun, Finding, Reading
from reviewer.store.codec import decode, decode_all, encode
from reviewer.store.desktops import now
from reviewer.store.records import KeptRun
from reviewer.store.tables import CheckRunRow
from reviewer.store.tables_reviews import ReviewRow

_KEPT = 6
"""Runs kept of a case: undo and redo of a correction go back and forth between a few."""


def put_run(session: Session, case_id: UUID, key: str, reading: Reading, run: CheckRun) -> KeptRun:
    """Keep a run and let go of the oldest that no signed review has pinned.

    When two threads made the same run, the first is kept.
    """
    known = run_of(session, case_id, key)
    if known is not None:
        return known
    row = CheckRunRow(
        id=uuid4(),
        case_id=case_id,
        key=key,
        made_at=now(),
        versions=dict(run.versions),
        reading=encode(reading),
        findings=encode(run.findings),
    )
    session.add(row)
    session.flush()
    _drop_old(session, case_id)
    return KeptRun(row.id, key, reading, run)


def run_of(session: Session, case_id: UUID, key: str) -> KeptRun | None:
    """Return the run that was made from `key`."""
    row = session.scalar(
        select(CheckRunRow).where(CheckRunRow.case_id == case_id, CheckRunRow.key == key)
    )
    return None if row is None else _kept(row)


def pinned_run(session: Session, run_id: UUID) -> KeptRun:
    """Return the run that a signed review has pinned."""
    return _kept(session.get_one(CheckRunRow, run_id))


def _drop_old(session: Session, case_id: UUID) -> None:
    pinned = select(ReviewRow.run_id).where(ReviewRow.run_id.is_not(None))
    old = session.scalars(
        select(CheckRunRow)
        .where(CheckRunRow.case_id == case_id, CheckRunRow.id.not_in(pinned))
        .order_by(CheckRunRow.made_at.desc())
        .offset(_KEPT)
    )
    for row in old:
        session.delete(row)
    session.flush()


def _kept(row: CheckRunRow) -> KeptRun:
    run = CheckRun(decode_all(Finding, row.findings), dict(row.versions))
    return KeptRun(row.id, row.key, decode(Reading, row.reading), run)
