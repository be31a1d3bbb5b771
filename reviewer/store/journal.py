"""The journal: every change of a review as a value, applied in one transaction and kept.

Undo and redo apply the inverse as a new change, so nothing is ever taken out of the journal, and
what can be undone is read from it alone: it survives a restart and ends at sign-off.
Functions take a session and flush, never commit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reviewer.model import Answer, Change, Correction, Mark, ProposalKey, VetoMark
from reviewer.store import corrections, marks
from reviewer.store.codec import decode, encode
from reviewer.store.desktops import now
from reviewer.store.records import Author, Standing, Step, Values
from reviewer.store.reviews import open_row
from reviewer.store.stacks import standing_of
from reviewer.store.tables_base import compact
from reviewer.store.tables_reviews import ChangeRow


def mark_key(item: str) -> str:
    """Return the `what` of a mark."""
    return f"mark:{item}"


def veto_key(veto: str) -> str:
    """Return the `what` of a veto."""
    return f"veto:{veto}"


def bonus_key(bonus: str) -> str:
    """Return the `what` of a bonus."""
    return f"bonus:{bonus}"


def text_key(name: str) -> str:
    """Return the `what` of a text."""
    return f"text:{name}"


def correction_key(correction_id: UUID) -> str:
    """Return the `what` of a correction."""
    return f"correction:{correction_id}"


def answer_key(item: str, key: ProposalKey) -> str:
    """Return the `what` of an answer."""
    return f"answer:{item}|{key.rule}|{key.subject}"


def apply(session: Session, review_id: UUID, values: Values, label: str, by: Author) -> bool:
    """Give each record its new value as one step; return whether anything changed.

    Raises:
        Refused: the review was signed.
    """
    open_row(session, review_id)
    raw = {what: None if value is None else encode(value) for what, value in values.items()}
    return _write(session, review_id, raw, label, by, {})


def undo(session: Session, review_id: UUID, by: Author) -> bool:
    """Take the last step back; return whether there was one.

    Raises:
        Refused: the review was signed.
    """
    return _invert(session, review_id, standing(session, review_id).undo, "撤销：{}", by)


def redo(session: Session, review_id: UUID, by: Author) -> bool:
    """Do the step again that was taken back last; return whether there was one.

    Raises:
        Refused: the review was signed.
    """
    return _invert(session, review_id, standing(session, review_id).redo, "{}", by)


def standing(session: Session, review_id: UUID) -> Standing:
    """Return what undo and redo would do now, and the newest step."""
    return standing_of(steps_of(session, review_id))


def steps_of(session: Session, review_id: UUID) -> list[Step]:
    """Return the steps of the journal in the order in which they were made."""
    rows = session.execute(
        select(ChangeRow.id, ChangeRow.step, ChangeRow.label, ChangeRow.undoes, ChangeRow.at)
        .where(ChangeRow.review_id == review_id)
        .order_by(ChangeRow.step, ChangeRow.part)
    ).all()
    step_of = {row.id: row.step for row in rows}
    steps: dict[int, Step] = {}
    for row in rows:
        undoes = None if row.undoes is None else step_of[row.undoes]
        steps.setdefault(row.step, Step(row.step, row.label, undoes, row.at))
    return list(steps.values())


def changes_of(session: Session, review_id: UUID) -> tuple[Change, ...]:
    """Return every change of a review in the order it was made."""
    rows = session.scalars(
        select(ChangeRow)
        .where(ChangeRow.review_id == review_id)
        .order_by(ChangeRow.step, ChangeRow.part)
    )
    return tuple(_change(row) for row in rows)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the records of one kind are read and written, as JSON."""

    read: Callable[[Session, UUID, str], Any]
    write: Callable[[Session, UUID, str, Any, Author], None]


def _invert(session: Session, review_id: UUID, step: Step | None, label: str, by: Author) -> bool:
    open_row(session, review_id)
    if step is None:
        return False
    rows = session.scalars(
        select(ChangeRow)
        .where(ChangeRow.review_id == review_id, ChangeRow.step == step.number)
        .order_by(ChangeRow.part.desc())
    ).all()
    values = {row.what: row.old for row in rows}
    undoes = {row.what: row.id for row in rows}
    return _write(session, review_id, values, label.format(step.label), by, undoes)


def _write(
    session: Session,
    review_id: UUID,
    values: Mapping[str, Any],
    label: str,
    by: Author,
    undoes: Mapping[str, UUID],
) -> bool:
    old = {what: _KINDS[_kind(what)].read(session, review_id, _name(what)) for what in values}
    changed = [what for what in values if undoes or old[what] != values[what]]
    step, at = _next_step(session, review_id), now()
    for part, what in enumerate(changed):
        session.add(
            ChangeRow(
                id=uuid4(),
                review_id=review_id,
                step=step,
                part=part,
                what=what,
                old=old[what],
                new=values[what],
                who=by.person,
                on=by.desktop,
                at=at,
                label=label,
                undoes=undoes.get(what),
            )
        )
        _KINDS[_kind(what)].write(session, review_id, _name(what), values[what], by)
    if changed:
        open_row(session, review_id).changed_at = at
        session.flush()
    return bool(changed)


def _kind(what: str) -> str:
    return what.partition(":")[0]


def _name(what: str) -> str:
    return what.partition(":")[2]


def _next_step(session: Session, review_id: UUID) -> int:
    last = session.scalar(select(func.max(ChangeRow.step)).where(ChangeRow.review_id == review_id))
    return 1 if last is None else last + 1


def _change(row: ChangeRow) -> Change:
    return Change(
        id=row.id,
        review=row.review_id,
        what=row.what,
        old=None if row.old is None else compact(row.old),
        new=None if row.new is None else compact(row.new),
        who=row.who,
        on=row.on,
        at=row.at,
        label=row.label,
        undoes=row.undoes,
    )


def _or_none(value: Any) -> Any:
    return None if value is None else encode(value)


def _answer_parts(name: str) -> tuple[str, ProposalKey]:
    item, rule, subject = name.split("|", 2)
    return item, ProposalKey(rule, subject)


def _read_mark(session: Session, review_id: UUID, name: str) -> Any:
    return _or_none(marks.mark_of(session, review_id, name))


def _write_mark(session: Session, review_id: UUID, name: str, raw: Any, by: Author) -> None:
    value = None if raw is None else decode(Mark, raw)
    marks.put_mark(session, review_id, name, value, by)


def _read_veto(session: Session, review_id: UUID, name: str) -> Any:
    return _or_none(marks.veto_of(session, review_id, name))


def _write_veto(session: Session, review_id: UUID, name: str, raw: Any, by: Author) -> None:
    value = None if raw is None else decode(VetoMark, raw)
    marks.put_veto(session, review_id, name, value, by)


def _read_bonus(session: Session, review_id: UUID, name: str) -> Any:
    return _or_none(marks.bonus_of(session, review_id, name))


def _write_bonus(session: Session, review_id: UUID, name: str, raw: Any, by: Author) -> None:
    marks.put_bonus(session, review_id, name, None if raw is None else Decimal(raw), by)


def _read_text(session: Session, review_id: UUID, name: str) -> Any:
    return marks.texts_of(session, review_id).get(name)


def _write_text(session: Session, review_id: UUID, name: str, raw: Any, by: Author) -> None:
    marks.put_text(session, review_id, name, raw, by)


def _read_answer(session: Session, review_id: UUID, name: str) -> Any:
    return _or_none(corrections.answer_of(session, review_id, *_answer_parts(name)))


def _write_answer(session: Session, review_id: UUID, name: str, raw: Any, by: Author) -> None:
    value = None if raw is None else Answer(raw)
    corrections.put_answer(session, review_id, *_answer_parts(name), value, by)


def _read_correction(session: Session, _review_id: UUID, name: str) -> Any:
    return _or_none(corrections.correction_of(session, UUID(name)))


def _write_correction(session: Session, review_id: UUID, name: str, raw: Any, by: Author) -> None:
    value = None if raw is None else decode(Correction, raw)
    corrections.put_correction(session, review_id, UUID(name), value, by)


_KINDS: Mapping[str, _Kind] = {
    "mark": _Kind(_read_mark, _write_mark),
    "veto": _Kind(_read_veto, _write_veto),
    "bonus": _Kind(_read_bonus, _write_bonus),
    "text": _Kind(_read_text, _write_text),
    "answer": _Kind(_read_answer, _write_answer),
    "correction": _Kind(_read_correction, _write_correction),
}
"""Every kind of record that a change may touch."""
