"""What a reviewer decided: marks, vetoes, bonuses and texts.

Functions take a session and flush, never commit.  A value that says nothing has no row, so that
undoing everything leaves a review as it was opened.  Only `journal` writes.
"""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.model import (
    Choice,
    Mark,
    Marks,
    Occurrence,
    Place,
    ProposalKey,
    VetoChoice,
    VetoMark,
)
from reviewer.store.codec import decode_all, encode
from reviewer.store.desktops import stamped
from reviewer.store.records import Author
from reviewer.store.tables_reviews import (
    BonusRow,
    MarkRow,
    OccurrenceRow,
    ReviewTextRow,
    VetoMarkRow,
)


def marks_of(session: Session, review_id: UUID) -> Marks:
    """Return all decisions of a review."""
    rows = session.scalars(select(MarkRow).where(MarkRow.review_id == review_id)).all()
    by_item: dict[str, list[OccurrenceRow]] = {}
    for occurrence in session.scalars(
        select(OccurrenceRow)
        .where(OccurrenceRow.review_id == review_id)
        .order_by(OccurrenceRow.position)
    ):
        by_item.setdefault(occurrence.item, []).append(occurrence)
    vetoes = session.scalars(select(VetoMarkRow).where(VetoMarkRow.review_id == review_id))
    bonuses = session.scalars(select(BonusRow).where(BonusRow.review_id == review_id))
    return Marks(
        items={row.item: _mark(row, by_item.get(row.item, ())) for row in rows},
        vetoes={row.veto: _veto(row) for row in vetoes},
        bonuses={row.bonus: row.points for row in bonuses},
    )


def mark_of(session: Session, review_id: UUID, item: str) -> Mark | None:
    """Return the mark of one item; None when nothing was decided."""
    row = session.get(MarkRow, (review_id, item))
    return None if row is None else _mark(row, _occurrences(session, review_id, item))


def put_mark(session: Session, review_id: UUID, item: str, mark: Mark | None, by: Author) -> None:
    """Make `mark` the decision on an item; None takes it away."""
    row = session.get(MarkRow, (review_id, item))
    if mark is None:
        if row is not None:
            for old in _occurrences(session, review_id, item):
                session.delete(old)
            session.flush()
            session.delete(row)
            session.flush()
        return
    if row is None:
        row = MarkRow(review_id=review_id, item=item, **stamped(by))
        session.add(row)
    row.choice, row.absence, row.note = mark.choice.value, mark.absence, mark.note
    _set(row, "evidence", encode(mark.evidence))
    session.flush()
    _put_occurrences(session, review_id, mark, by)


def veto_of(session: Session, review_id: UUID, veto: str) -> VetoMark | None:
    """Return the decision on one veto; None when there is none."""
    row = session.get(VetoMarkRow, (review_id, veto))
    return None if row is None else _veto(row)


def put_veto(
    session: Session, review_id: UUID, veto: str, mark: VetoMark | None, by: Author
) -> None:
    """Make `mark` the decision on a veto; None takes it away."""
    row = session.get(VetoMarkRow, (review_id, veto))
    if mark is None:
        _delete(session, row)
        return
    if row is None:
        row = VetoMarkRow(review_id=review_id, veto=veto, **stamped(by))
        session.add(row)
    row.choice, row.reason = mark.choice.value, mark.reason
    _set(row, "places", encode(mark.places))
    row.rule, row.subject = _proposal_columns(mark.proposal)
    session.flush()


def bonus_of(session: Session, review_id: UUID, bonus: str) -> Decimal | None:
    """Return the points given for a bonus; None when none were."""
    row = session.get(BonusRow, (review_id, bonus))
    return None if row is None else row.points


def put_bonus(
    session: Session, review_id: UUID, bonus: str, points: Decimal | None, by: Author
) -> None:
    """Give points for a bonus; None takes them away."""
    row = session.get(BonusRow, (review_id, bonus))
    if points is None:
        _delete(session, row)
    elif row is None:
        session.add(BonusRow(review_id=review_id, bonus=bonus, points=points, **stamped(by)))
    else:
        row.points = points
    session.flush()


def texts_of(session: Session, review_id: UUID) -> dict[str, str]:
    """Return the texts of a review by name."""
    rows = session.scalars(select(ReviewTextRow).where(ReviewTextRow.review_id == review_id))
    return {row.name: row.text for row in rows}


def put_text(session: Session, review_id: UUID, name: str, text: str | None, by: Author) -> None:
    """Set a text of a review; None takes it away."""
    row = session.get(ReviewTextRow, (review_id, name))
    if text is None:
        _delete(session, row)
    elif row is None:
        session.add(ReviewTextRow(review_id=review_id, name=name, text=text, **stamped(by)))
    else:
        row.text = text
    session.flush()


def _put_occurrences(session: Session, review_id: UUID, mark: Mark, by: Author) -> None:
    known = {row.id: row for row in _occurrences(session, review_id, mark.item)}
    for position, occurrence in enumerate(mark.occurrences):
        row = known.pop(occurrence.id, None)
        if row is None:
            row = OccurrenceRow(
                id=occurrence.id, review_id=review_id, item=mark.item, **stamped(by)
            )
            session.add(row)
        _fill_occurrence(row, occurrence, position)
    for gone in known.values():
        session.delete(gone)
    session.flush()


def _fill_occurrence(row: OccurrenceRow, occurrence: Occurrence, position: int) -> None:
    row.position = position
    row.clause, row.count, row.points = occurrence.clause, occurrence.count, occurrence.points
    row.reason, row.fault = occurrence.reason, occurrence.fault
    row.ratio = None if occurrence.ratio is None else str(occurrence.ratio)
    _set(row, "places", encode(occurrence.places))
    row.rule, row.subject = _proposal_columns(occurrence.proposal)


def _set(row: MarkRow | VetoMarkRow | OccurrenceRow, name: str, value: object) -> None:
    # JSON is compared by value: setting an equal list would still write and raise the revision.
    if getattr(row, name) != value:
        setattr(row, name, value)


def _delete(session: Session, row: object | None) -> None:
    if row is not None:
        session.delete(row)
        session.flush()


def _proposal_columns(key: ProposalKey | None) -> tuple[str | None, str | None]:
    return (None, None) if key is None else (key.rule, key.subject)


def _proposal(rule: str | None, subject: str | None) -> ProposalKey | None:
    return None if rule is None else ProposalKey(rule, subject or "")


def _occurrences(session: Session, review_id: UUID, item: str) -> Sequence[OccurrenceRow]:
    return session.scalars(
        select(OccurrenceRow)
        .where(OccurrenceRow.review_id == review_id, OccurrenceRow.item == item)
        .order_by(OccurrenceRow.position)
    ).all()


def _mark(row: MarkRow, occurrences: Sequence[OccurrenceRow]) -> Mark:
    return Mark(
        item=row.item,
        choice=Choice(row.choice),
        absence=row.absence,
        note=row.note,
        occurrences=tuple(_occurrence(part) for part in occurrences),
        evidence=decode_all(Place, row.evidence),
    )


def _occurrence(row: OccurrenceRow) -> Occurrence:
    return Occurrence(
        id=row.id,
        clause=row.clause,
        count=row.count,
        points=row.points,
        reason=row.reason,
        places=decode_all(Place, row.places),
        proposal=_proposal(row.rule, row.subject),
        fault=row.fault,
        ratio=None if row.ratio is None else Decimal(row.ratio),
    )


def _veto(row: VetoMarkRow) -> VetoMark:
    return VetoMark(
        veto=row.veto,
        choice=VetoChoice(row.choice),
        reason=row.reason,
        places=decode_all(Place, row.places),
        proposal=_proposal(row.rule, row.subject),
    )
