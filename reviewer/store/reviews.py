"""Reviews: who reviews which case under which standard, and how far it has come.

Functions take a session and flush, never commit.  What a reviewer decides goes through
`journal`, never straight to a table.
"""

from collections.abc import Iterable
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.model import PageRef, Review, Round
from reviewer.store.desktops import now, stamped
from reviewer.store.records import Author, ReviewState
from reviewer.store.tables import PersonRow
from reviewer.store.tables_reviews import ReviewRow, SeenPageRow, StandardRow


def add_review(
    session: Session,
    case_id: UUID,
    content_hash: str,
    round_: Round,
    by: Author,
    review_id: UUID | None = None,
) -> UUID:
    """Open a review by who sits here; `review_id` is its id where that was given before."""
    opened = now()
    row = ReviewRow(
        id=review_id or uuid4(),
        case_id=case_id,
        content_hash=content_hash,
        person_id=by.person,
        round=round_.value,
        opened_at=opened,
        changed_at=opened,
        **stamped(by),
    )
    session.add(row)
    session.flush()
    return row.id


def state(session: Session, review_id: UUID) -> ReviewState:
    """Return the review with what lists show of it."""
    return _states(session, ReviewRow.id == review_id)[0]


def states_of_case(session: Session, case_id: UUID) -> tuple[ReviewState, ...]:
    """Return the reviews of a case, oldest first."""
    return tuple(_states(session, ReviewRow.case_id == case_id))


def states_by_case(session: Session) -> dict[UUID, list[ReviewState]]:
    """Return the reviews of every case, oldest first."""
    found: dict[UUID, list[ReviewState]] = {}
    for state_ in _states(session, true()):
        found.setdefault(state_.review.case, []).append(state_)
    return found


def open_row(session: Session, review_id: UUID) -> ReviewRow:
    """Return the row of a review that may still be changed.

    Raises:
        Refused: it was signed.
    """
    row = session.get_one(ReviewRow, review_id)
    if row.signed_at is not None:
        raise Refused("评查已签定，不能再改。", "需要改动的，请另开一轮评查（复评）。")
    return row


def set_result(session: Session, review_id: UUID, total: str, grade: str) -> None:
    """Keep the total and grade that lists show, after a change."""
    row = session.get_one(ReviewRow, review_id)
    row.total, row.grade = total, grade
    session.flush()


def sign(session: Session, review_id: UUID, run_id: UUID | None) -> None:
    """Sign the review off and pin the check run that it was made with."""
    row = open_row(session, review_id)
    row.signed_at = row.changed_at = now()
    row.run_id = run_id
    session.flush()


def add_seen(session: Session, review_id: UUID, pages: Iterable[tuple[PageRef, int]]) -> None:
    """Keep that pages (and sheets of a reading copy) were in view."""
    at = now()
    for ref, sheet in pages:
        key = (review_id, ref.file, ref.page, sheet)
        if session.get(SeenPageRow, key) is None:
            session.add(
                SeenPageRow(review_id=review_id, sha256=ref.file, page=ref.page, sheet=sheet, at=at)
            )
    session.flush()


def seen(session: Session, review_id: UUID) -> frozenset[tuple[PageRef, int]]:
    """Return the pages and sheets that were in view."""
    rows = session.scalars(select(SeenPageRow).where(SeenPageRow.review_id == review_id))
    return frozenset((PageRef(row.sha256, row.page), row.sheet) for row in rows)


def _states(session: Session, condition: ColumnElement[bool]) -> list[ReviewState]:
    found = session.execute(
        select(ReviewRow, StandardRow.id, StandardRow.version, PersonRow.name)
        .join(StandardRow, StandardRow.content_hash == ReviewRow.content_hash)
        .join(PersonRow, PersonRow.id == ReviewRow.person_id)
        .where(condition)
        .order_by(ReviewRow.opened_at)
    )
    return [
        ReviewState(
            _review(row, standard, version),
            person,
            row.total,
            row.grade,
            row.changed_at,
            row.run_id,
        )
        for row, standard, version, person in found
    ]


def _review(row: ReviewRow, standard: str, version: str) -> Review:
    return Review(
        id=row.id,
        case=row.case_id,
        standard=standard,
        version=version,
        content_hash=row.content_hash,
        person=row.person_id,
        round=Round(row.round),
        opened_at=row.opened_at,
        signed_at=row.signed_at,
    )
