"""Reviews in packages: each with all its decisions and its whole journal.

Functions take a session and flush, never commit.  A review of the same case, standard, person
and round is the same review even where two desktops opened it apart; the id given here stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.orm import Session

from reviewer.store import wire
from reviewer.store.desktops import now
from reviewer.store.records import Author
from reviewer.store.tables import CheckRunRow
from reviewer.store.tables_base import Base
from reviewer.store.tables_reviews import (
    AnswerRow,
    BonusRow,
    ChangeRow,
    CorrectionRow,
    MarkRow,
    OccurrenceRow,
    ReviewRow,
    ReviewTextRow,
    SeenPageRow,
    VetoMarkRow,
)

_PARTS: Mapping[str, type[Any]] = {
    "marks": MarkRow,
    "occurrences": OccurrenceRow,
    "vetoes": VetoMarkRow,
    "bonuses": BonusRow,
    "answers": AnswerRow,
    "texts": ReviewTextRow,
    "corrections": CorrectionRow,
}
"""Tables of what was decided, in the order in which their rows can be inserted."""


@dataclass(frozen=True, slots=True)
class ReviewSide:
    """One side of a comparison: a review here, or in a package."""

    id: UUID
    changes: frozenset[str]
    signed: bool
    round: str
    total: str
    grade: str
    last: str
    """Label of the last change; empty when there is none."""
    changed_at: datetime


def exported(session: Session, review_id: UUID) -> dict[str, Any]:
    """Return a review with all that belongs to it as JSON data."""
    row = session.get_one(ReviewRow, review_id)
    run = None if row.run_id is None else session.get_one(CheckRunRow, row.run_id)
    return {
        "review": wire.to_json(row),
        "parts": {name: _exported_part(session, kind, row.id) for name, kind in _PARTS.items()},
        "seen": _exported_part(session, SeenPageRow, row.id),
        "changes": [wire.to_json(one, "review_id") for one in _changes(session, row.id)],
        "run": None if run is None else wire.to_json(run),
    }


def of_people(session: Session, cases: Iterable[UUID], people: Iterable[UUID]) -> tuple[UUID, ...]:
    """Return the reviews of these cases by these people, oldest first."""
    return tuple(
        session.scalars(
            select(ReviewRow.id)
            .where(ReviewRow.case_id.in_(set(cases)), ReviewRow.person_id.in_(set(people)))
            .order_by(ReviewRow.opened_at)
        )
    )


def made_on(session: Session, cases: Iterable[UUID], desktop: UUID) -> tuple[UUID, ...]:
    """Return the reviews of these cases that were opened or changed on a desktop."""
    changed = exists().where(ChangeRow.review_id == ReviewRow.id, ChangeRow.on == desktop)
    return tuple(
        session.scalars(
            select(ReviewRow.id)
            .where(ReviewRow.case_id.in_(set(cases)), or_(ReviewRow.made_on == desktop, changed))
            .order_by(ReviewRow.opened_at)
        )
    )


def case_of(session: Session, review_id: UUID) -> UUID:
    """Return the case of a review."""
    return session.get_one(ReviewRow, review_id).case_id


def side_here(session: Session, raw: Mapping[str, Any]) -> ReviewSide | None:
    """Return the review here that a package means; None when there is none."""
    row = _row_here(session, raw)
    if row is None:
        return None
    changes = _changes(session, row.id)
    return ReviewSide(
        row.id,
        frozenset(str(one.id) for one in changes),
        row.signed_at is not None,
        row.round,
        row.total,
        row.grade,
        changes[-1].label if changes else "",
        row.changed_at,
    )


def side_in(raw: Mapping[str, Any]) -> ReviewSide:
    """Return what is compared of a review in a package."""
    given = wire.values(ReviewRow, raw["review"])
    changes = sorted(raw["changes"], key=_place)
    return ReviewSide(
        given["id"],
        frozenset(one["id"] for one in changes),
        given["signed_at"] is not None,
        given["round"],
        given["total"],
        given["grade"],
        changes[-1]["label"] if changes else "",
        given["changed_at"],
    )


def put(session: Session, raw: Mapping[str, Any]) -> None:
    """Make the review of a package the review here, new or in place of an earlier state."""
    review_id = _put_row(session, raw)
    _put_parts(session, review_id, raw)
    _put_changes(session, review_id, raw["changes"])
    session.expire_all()


def decide(
    session: Session, raw: Mapping[str, Any], by: Author, *, theirs: bool, label: str
) -> None:
    """Keep what a person decided about two states of a review, with both journals.

    The last step of the united journal turns what was not chosen into what was, so undoing it
    chooses the other.
    """
    row = _row_here(session, raw)
    assert row is not None
    mine = [wire.to_json(one, "review_id") for one in _changes(session, row.id)]
    given = sorted(raw["changes"], key=_place)
    chosen, other = (_last(given), _last(mine)) if theirs else (_last(mine), _last(given))
    changes = _united(mine, given)
    changes += _choosing(other, chosen, changes, label, by)
    review_id = row.id
    if theirs:
        _put_row(session, raw)
        _put_parts(session, review_id, raw)
    _put_changes(session, review_id, changes)
    session.expire_all()


def _row_here(session: Session, raw: Mapping[str, Any]) -> ReviewRow | None:
    given = wire.values(ReviewRow, raw["review"])
    row = session.get(ReviewRow, given["id"])
    if row is not None:
        return row
    return session.scalar(
        select(ReviewRow).where(
            ReviewRow.case_id == given["case_id"],
            ReviewRow.content_hash == given["content_hash"],
            ReviewRow.person_id == given["person_id"],
            ReviewRow.round == given["round"],
        )
    )


def _put_row(session: Session, raw: Mapping[str, Any]) -> UUID:
    run_id = _put_run(session, raw["run"])
    row = _row_here(session, raw)
    if row is None:
        wire.add_all(session, ReviewRow, [raw["review"]], run_id=run_id)
        return UUID(raw["review"]["id"])
    given = wire.values(ReviewRow, raw["review"])
    for name in ("signed_at", "changed_at", "total", "grade"):
        setattr(row, name, given[name])
    row.run_id = run_id
    session.flush()
    return row.id


def _put_run(session: Session, raw: Mapping[str, Any] | None) -> UUID | None:
    if raw is None:
        return None
    given = wire.values(CheckRunRow, raw)
    known = session.scalar(
        select(CheckRunRow.id).where(
            CheckRunRow.case_id == given["case_id"], CheckRunRow.key == given["key"]
        )
    )
    if known is None:
        wire.add_all(session, CheckRunRow, [raw])
        return UUID(raw["id"])
    return known


def _put_parts(session: Session, review_id: UUID, raw: Mapping[str, Any]) -> None:
    for kind in reversed(tuple(_PARTS.values())):
        session.execute(delete(kind).where(kind.review_id == review_id))
    for name, kind in _PARTS.items():
        wire.add_all(session, kind, raw["parts"][name], review_id=review_id)
    for one in raw["seen"]:
        key = (review_id, one["sha256"], one["page"], one["sheet"])
        if session.get(SeenPageRow, key) is None:
            wire.add_all(session, SeenPageRow, [one], review_id=review_id)


def _put_changes(session: Session, review_id: UUID, raws: Sequence[Mapping[str, Any]]) -> None:
    session.execute(delete(ChangeRow).where(ChangeRow.review_id == review_id))
    # What a change takes back comes before it.
    wire.add_all(session, ChangeRow, sorted(raws, key=_place), review_id=review_id)


def _exported_part(session: Session, kind: type[Any], review_id: UUID) -> list[dict[str, Any]]:
    rows: Iterable[Base] = session.scalars(select(kind).where(kind.review_id == review_id))
    return [wire.to_json(row, "review_id") for row in rows]


def _changes(session: Session, review_id: UUID) -> Sequence[ChangeRow]:
    return session.scalars(
        select(ChangeRow)
        .where(ChangeRow.review_id == review_id)
        .order_by(ChangeRow.step, ChangeRow.part)
    ).all()


def _place(raw: Mapping[str, Any]) -> tuple[int, int]:
    return raw["step"], raw["part"]


def _last(changes: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the value that each record has after `changes`."""
    return {one["what"]: one["new"] for one in changes}


def _united(
    mine: Sequence[Mapping[str, Any]], theirs: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return my changes and then those of theirs that are not among them, as later steps."""
    known = {one["id"] for one in mine}
    first = max((one["step"] for one in mine), default=0)
    new = [one for one in theirs if one["id"] not in known]
    steps = {step: first + n for n, step in enumerate(sorted({o["step"] for o in new}), 1)}
    return [dict(one) for one in mine] + [{**one, "step": steps[one["step"]]} for one in new]


def _choosing(
    other: Mapping[str, Any],
    chosen: Mapping[str, Any],
    before: Sequence[Mapping[str, Any]],
    label: str,
    by: Author,
) -> list[dict[str, Any]]:
    step = max((one["step"] for one in before), default=0) + 1
    whats = sorted(other.keys() | chosen.keys())
    differing = [what for what in whats if other.get(what) != chosen.get(what)]
    return [
        {
            "id": str(uuid4()),
            "step": step,
            "part": part,
            "what": what,
            "old": other.get(what),
            "new": chosen.get(what),
            "who": str(by.person),
            "on": str(by.desktop),
            "at": now().isoformat(),
            "label": label,
            "undoes": None,
        }
        for part, what in enumerate(differing)
    ]
