"""The digests of cases as they are kept: by the run that they were made from.

Functions take a session and flush, never commit.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.model import CaseDigest
from reviewer.store.codec import decode, encode
from reviewer.store.tables import CaseDigestRow


def put_digest(session: Session, key: str, digest: CaseDigest) -> None:
    """Keep the digest of a case in place of the one before."""
    session.merge(CaseDigestRow(case_id=digest.case, key=key, digest=encode(digest)))
    session.flush()


def digest_of(session: Session, case_id: UUID, key: str) -> CaseDigest | None:
    """Return the digest that was made from the run `key`; None when there is none."""
    row = session.scalar(
        select(CaseDigestRow).where(CaseDigestRow.case_id == case_id, CaseDigestRow.key == key)
    )
    return None if row is None else decode(CaseDigest, row.digest)
