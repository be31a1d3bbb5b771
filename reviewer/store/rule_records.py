"""What people did with rules: turned them off or on, and answered what they proposed.

Functions take a session and flush, never commit.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from reviewer.model import Answer
from reviewer.store.desktops import stamped
from reviewer.store.records import Author
from reviewer.store.tables import CaseRow, PersonRow
from reviewer.store.tables_reviews import AnswerRow, ReviewRow
from reviewer.store.tables_rules import RuleSwitchRow


@dataclass(frozen=True, slots=True)
class Switched:
    """How the switch of a rule was turned last."""

    off: bool
    person: str
    """Name; empty when nobody had registered."""
    at: datetime


def switch(session: Session, rule: str, *, off: bool, by: Author) -> None:
    """Turn a rule off or on; earlier turns stay."""
    last = session.scalar(select(func.max(RuleSwitchRow.number))) or 0
    session.add(RuleSwitchRow(id=uuid4(), number=last + 1, rule=rule, off=off, **stamped(by)))
    session.flush()


def switches(session: Session) -> dict[str, Switched]:
    """Return how the switch of each rule that was ever turned stands."""
    rows = session.execute(
        select(RuleSwitchRow, PersonRow.name)
        .outerjoin(PersonRow, PersonRow.id == RuleSwitchRow.made_by)
        .order_by(RuleSwitchRow.number)
    )
    return {row.rule: Switched(row.off, name or "", row.made_at) for row, name in rows}


def answers_by_rule(session: Session) -> dict[str, tuple[int, int]]:
    """Return how many proposals of each rule were accepted and how many rejected.

    A proposal counts once for each person and case, whatever the number of items and rounds it
    was answered in; accepted anywhere is accepted.  Removed cases do not count.
    """
    accepted = func.max(case((AnswerRow.answer == Answer.ACCEPTED.value, 1), else_=0))
    each = (
        select(AnswerRow.rule.label("rule"), accepted.label("accepted"))
        .join(ReviewRow, ReviewRow.id == AnswerRow.review_id)
        .join(CaseRow, CaseRow.id == ReviewRow.case_id)
        .where(CaseRow.removed_at.is_(None))
        .group_by(AnswerRow.rule, AnswerRow.subject, ReviewRow.case_id, ReviewRow.person_id)
        .subquery()
    )
    rows = session.execute(
        select(each.c.rule, func.sum(each.c.accepted), func.count()).group_by(each.c.rule)
    )
    return {rule: (int(taken), int(number) - int(taken)) for rule, taken, number in rows}


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed review, with what it takes to see which rules missed something in it."""

    review: UUID
    run: UUID
    """The pinned check run."""
    case: UUID
    person: UUID


def signed_reviews(session: Session) -> list[Signed]:
    """Return every signed review of a case that is not removed."""
    rows = session.execute(
        select(ReviewRow.id, ReviewRow.run_id, ReviewRow.case_id, ReviewRow.person_id)
        .join(CaseRow, CaseRow.id == ReviewRow.case_id)
        .where(
            CaseRow.removed_at.is_(None),
            ReviewRow.signed_at.is_not(None),
            ReviewRow.run_id.is_not(None),
        )
        .order_by(ReviewRow.signed_at)
    )
    return [Signed(row, run, case_id, who) for row, run, case_id, who in rows if run is not None]
