"""Standards frozen at their first use.

Functions take a session and flush, never commit.
"""

from sqlalchemy.orm import Session

from reviewer.model import Standard
from reviewer.store.codec import decode, encode
from reviewer.store.desktops import stamped
from reviewer.store.records import Author
from reviewer.store.tables_reviews import StandardRow


def freeze(session: Session, standard: Standard, by: Author) -> None:
    """Keep the standard as it is now; a later edition never touches it."""
    if session.get(StandardRow, standard.content_hash) is None:
        session.add(
            StandardRow(
                content_hash=standard.content_hash,
                id=standard.id,
                version=standard.version,
                body=encode(standard),
                **stamped(by),
            )
        )
        session.flush()


def known(session: Session, content_hash: str) -> Standard | None:
    """Return a standard that was used or received here; None when there is none of this hash."""
    row = session.get(StandardRow, content_hash)
    return None if row is None else decode(Standard, row.body)


def frozen(session: Session, content_hash: str) -> Standard:
    """Return the standard as it was at its first use."""
    return decode(Standard, session.get_one(StandardRow, content_hash).body)
