"""Corrections of what the machine read, and answers to its proposals.

Functions take a session and flush, never commit.  Only `journal` writes.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reviewer.model import Answer, Correction, ProposalKey, Round
from reviewer.store.codec import decode, encode
from reviewer.store.desktops import stamped
from reviewer.store.records import Author, GivenAnswer
from reviewer.store.tables_reviews import AnswerRow, CorrectionRow, ReviewRow

_OPEN_ROUNDS = frozenset({Round.JOINT, Round.APPEAL, Round.FINAL})


def sees_all(round_: Round) -> bool:
    """Return whether a review of this round sees what others corrected.

    An independent review (自评, 初评, 复评) sees only its own person's corrections.
    """
    return round_ in _OPEN_ROUNDS


def corrections_of(session: Session, case_id: UUID, person: UUID | None) -> tuple[Correction, ...]:
    """Return the corrections of a case in the order they were made, of one person or of all."""
    query = (
        select(CorrectionRow.body)
        .join(ReviewRow, ReviewRow.id == CorrectionRow.review_id)
        .where(CorrectionRow.case_id == case_id)
        .order_by(CorrectionRow.position, CorrectionRow.made_at)
    )
    if person is not None:
        query = query.where(ReviewRow.person_id == person)
    return tuple(decode(Correction, body) for body in session.scalars(query))


def correction_of(session: Session, correction_id: UUID) -> Correction | None:
    """Return the correction; None when it was taken back or never made."""
    row = session.get(CorrectionRow, correction_id)
    return None if row is None else decode(Correction, row.body)


def put_correction(
    session: Session,
    review_id: UUID,
    correction_id: UUID,
    correction: Correction | None,
    by: Author,
) -> None:
    """Add a correction after all others of its case; None takes it back."""
    row = session.get(CorrectionRow, correction_id)
    if row is not None:
        session.delete(row)
        session.flush()
    if correction is None:
        return
    case_id = session.get_one(ReviewRow, review_id).case_id
    last = session.scalar(
        select(func.max(CorrectionRow.position)).where(CorrectionRow.case_id == case_id)
    )
    session.add(
        CorrectionRow(
            id=correction_id,
            case_id=case_id,
            review_id=review_id,
            position=0 if last is None else last + 1,
            kind=correction.kind.value,
            body=encode(correction),
            **stamped(by),
        )
    )
    session.flush()


def answers_of(session: Session, review_id: UUID) -> tuple[GivenAnswer, ...]:
    """Return the answers given in a review."""
    rows = session.scalars(select(AnswerRow).where(AnswerRow.review_id == review_id))
    return tuple(
        GivenAnswer(ProposalKey(row.rule, row.subject), row.item, Answer(row.answer))
        for row in rows
    )


def answered_keys(session: Session, reviews: Iterable[UUID]) -> dict[UUID, frozenset[ProposalKey]]:
    """Return the proposals answered in each of the reviews, for the table of cases."""
    found: dict[UUID, set[ProposalKey]] = {}
    for row in session.scalars(select(AnswerRow).where(AnswerRow.review_id.in_(list(reviews)))):
        found.setdefault(row.review_id, set()).add(ProposalKey(row.rule, row.subject))
    return {review_id: frozenset(keys) for review_id, keys in found.items()}


def answer_of(session: Session, review_id: UUID, item: str, key: ProposalKey) -> Answer | None:
    """Return the answer to a proposal at an item; None while it is open."""
    row = session.get(AnswerRow, (review_id, item, key.rule, key.subject))
    return None if row is None else Answer(row.answer)


def put_answer(
    session: Session,
    review_id: UUID,
    item: str,
    key: ProposalKey,
    answer: Answer | None,
    by: Author,
) -> None:
    """Answer a proposal at an item; None opens it again."""
    row = session.get(AnswerRow, (review_id, item, key.rule, key.subject))
    if answer is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(
            AnswerRow(
                review_id=review_id,
                item=item,
                rule=key.rule,
                subject=key.subject,
                answer=answer.value,
                **stamped(by),
            )
        )
    else:
        row.answer = answer.value
    session.flush()
