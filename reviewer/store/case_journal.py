"""The journal of each case: every change of the case itself, applied in one transaction and kept.

A change that touches two cases (a file that moves, a cut) is one step in the journals of both;
its inverse is applied to both or to none.  Functions take a session and flush, never commit.
"""

from collections.abc import Mapping
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.store import reviews
from reviewer.store.case_records import FILE, FOLIOS, REMOVED, read, title_of, write
from reviewer.store.desktops import now
from reviewer.store.records import Author, CaseValues, Step
from reviewer.store.stacks import stacks
from reviewer.store.tables import CaseChangeRow, CaseRow

_OF_FILES = (FILE, FOLIOS)
"""Kinds of records that a signed review rests on."""


def apply(session: Session, values: CaseValues, label: str, by: Author) -> bool:
    """Give each record of each case its new value as one step; return whether any changed.

    Raises:
        Refused: a signed review rests on files or 卷内页号 that would change.
    """
    old = {key: read(session, *key) for key in values}
    changed = {key: new for key, new in values.items() if old[key] != new}
    _refuse_signed(session, changed)
    _write(session, old, changed, label, by, {})
    return bool(changed)


def undo(session: Session, case_id: UUID, number: int, by: Author) -> frozenset[UUID]:
    """Take a step of the case back, in every case that it touched; return these.

    Raises:
        Refused: a signed review, or a later change of another case, stands in the way.
    """
    return _invert(session, case_id, number, by, "撤销：{}", again=False)


def redo(session: Session, case_id: UUID, number: int, by: Author) -> frozenset[UUID]:
    """Do again what the step `number` took back, in every case; return these.

    Raises:
        Refused: a signed review, or a later change of another case, stands in the way.
    """
    return _invert(session, case_id, number, by, "{}", again=True)


def steps_of(session: Session, case_id: UUID, *, seen_in_case: bool = False) -> list[Step]:
    """Return the steps of a case in the order in which they were made.

    `seen_in_case` leaves out what made, removed or restored the case: who works in it must not
    take the ground away under the own feet.
    """
    rows = session.execute(
        select(
            CaseChangeRow.id,
            CaseChangeRow.step,
            CaseChangeRow.what,
            CaseChangeRow.label,
            CaseChangeRow.undoes,
            CaseChangeRow.at,
        )
        .where(CaseChangeRow.case_id == case_id)
        .order_by(CaseChangeRow.step, CaseChangeRow.part)
    ).all()
    step_of = {row.id: row.step for row in rows}
    whats: dict[int, set[str]] = {}
    steps: dict[int, Step] = {}
    for row in rows:
        undoes = None if row.undoes is None else step_of[row.undoes]
        steps.setdefault(row.step, Step(row.step, row.label, undoes, row.at, of_case=True))
        whats.setdefault(row.step, set()).add(row.what)
    hidden = {
        number
        for number, touched in whats.items()
        if (REMOVED in touched if seen_in_case else touched == {REMOVED})
    }
    return [step for number, step in steps.items() if number not in hidden]


def _invert(
    session: Session, case_id: UUID, number: int, by: Author, label: str, *, again: bool
) -> frozenset[UUID]:
    rows = session.scalars(
        select(CaseChangeRow).where(CaseChangeRow.step == number).order_by(CaseChangeRow.part)
    ).all()
    values = {(row.case_id, row.what): row.old for row in rows}
    touched = frozenset(row.case_id for row in rows)
    made = {row.case_id for row in rows if row.what == REMOVED}
    for other in touched - {case_id}:
        _refuse_later(session, other, number, again=again, removable=other in made)
    _refuse_signed(session, values)
    name = _first_label(session, rows[0]) if again else rows[0].label
    undoes = {(row.case_id, row.what): row.id for row in rows}
    old = {key: read(session, *key) for key in values}
    _write(session, old, values, label.format(name), by, undoes)
    return touched


def _first_label(session: Session, taken_back: CaseChangeRow) -> str:
    assert taken_back.undoes is not None
    return session.get_one(CaseChangeRow, taken_back.undoes).label


def _refuse_later(
    session: Session, case_id: UUID, number: int, *, again: bool, removable: bool
) -> None:
    row = session.get_one(CaseRow, case_id)
    if row.removed_at is not None and not removable:
        raise Refused(f"《{title_of(row)}》已移除，这一步涉及该案卷。", "请先恢复该案卷，再操作。")
    done, undone = stacks(steps_of(session, case_id))
    top = (undone if again else done)[-1:]
    if [step.number for step in top] != [number]:
        raise Refused(
            f"《{title_of(row)}》此后又有改动，这一步不能单独撤销或重做。",
            "请先在该案卷中撤销后来的改动。",
        )


def _refuse_signed(session: Session, values: CaseValues) -> None:
    cases = {case_id for case_id, what in values if what.startswith(_OF_FILES)}
    for case_id in cases:
        if any(state.review.is_signed for state in reviews.states_of_case(session, case_id)):
            title = title_of(session.get_one(CaseRow, case_id))
            raise Refused(
                f"《{title}》已有签定的评查，文件和卷内页号不能再改。",
                "需要改动的，请重新导入这些文件，另行评查。",
            )


def _write(
    session: Session,
    old: CaseValues,
    values: CaseValues,
    label: str,
    by: Author,
    undoes: Mapping[tuple[UUID, str], UUID],
) -> None:
    last = session.scalar(select(func.max(CaseChangeRow.step)))
    step, at = (last or 0) + 1, now()
    # What comes to a case first: a file that is to go from one case was then moved, not deleted.
    ordered = sorted(values, key=lambda key: values[key] is None)
    for part, key in enumerate(ordered):
        case_id, what = key
        session.add(
            CaseChangeRow(
                id=uuid4(),
                case_id=case_id,
                step=step,
                part=part,
                what=what,
                old=old[key],
                new=values[key],
                who=by.person,
                on=by.desktop,
                at=at,
                label=label,
                undoes=undoes.get(key),
            )
        )
        write(session, case_id, what, values[key], by)
    for case_id in {case_id for case_id, _ in ordered}:
        session.get_one(CaseRow, case_id).changed_at = at
    session.flush()
