"""Undo and redo across a review and its case: the union of both journals by time.

Functions take a session and flush, never commit.
"""

from uuid import UUID

from sqlalchemy.orm import Session

from reviewer.store import case_journal, journal, reviews
from reviewer.store.records import Author, Standing, Step
from reviewer.store.stacks import merged, standing_of


def standing(session: Session, case_id: UUID, review_id: UUID | None = None) -> Standing:
    """Return what undo and redo would do now; a signed review has nothing of its own to undo."""
    return standing_of(_steps(session, case_id, review_id))


def undo(session: Session, case_id: UUID, review_id: UUID | None, by: Author) -> frozenset[UUID]:
    """Take the newest step of review or case back; return the cases that were touched.

    Raises:
        Refused: a signed review, or a later change of another case, stands in the way.
    """
    step = standing(session, case_id, review_id).undo
    if step is None:
        return _nothing(session, review_id)
    if step.of_case:
        return case_journal.undo(session, case_id, step.number, by)
    assert review_id is not None
    journal.undo(session, review_id, by)
    return frozenset()


def redo(session: Session, case_id: UUID, review_id: UUID | None, by: Author) -> frozenset[UUID]:
    """Do again what was taken back last; return the cases that were touched.

    Raises:
        Refused: a signed review, or a later change of another case, stands in the way.
    """
    step = standing(session, case_id, review_id).redo
    if step is None:
        return _nothing(session, review_id)
    if step.of_case:
        return case_journal.redo(session, case_id, step.number, by)
    assert review_id is not None
    journal.redo(session, review_id, by)
    return frozenset()


def _nothing(session: Session, review_id: UUID | None) -> frozenset[UUID]:
    if review_id is not None:
        reviews.open_row(session, review_id)
    return frozenset()


def _steps(session: Session, case_id: UUID, review_id: UUID | None) -> list[Step]:
    of_case = case_journal.steps_of(session, case_id, seen_in_case=True)
    if review_id is None or reviews.state(session, review_id).review.is_signed:
        return of_case
    return merged(of_case, journal.steps_of(session, review_id))
