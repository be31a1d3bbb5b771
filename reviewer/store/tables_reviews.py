"""Tables of reviews: marks, occurrences, answers, corrections and the journal of changes."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from reviewer.store.tables_base import (
    Base,
    Hash,
    Json,
    Key,
    Moment,
    Packed,
    Recorded,
    Ref,
    UuidText,
)

_REVIEW = "reviews.id"


class StandardRow(Recorded, Base):
    """A standard as it was when a review first used it; never changed afterwards."""

    __tablename__ = "standards"

    content_hash: Mapped[Hash] = mapped_column(primary_key=True)
    id: Mapped[str]
    version: Mapped[str]
    body: Mapped[Any] = mapped_column(Packed)


class ReviewRow(Recorded, Base):
    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("case_id", "content_hash", "person_id", "round"),)

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"))
    content_hash: Mapped[Hash] = mapped_column(ForeignKey("standards.content_hash"))
    person_id: Mapped[Ref] = mapped_column(ForeignKey("people.id"))
    round: Mapped[str] = mapped_column(String(16))
    opened_at: Mapped[Moment]
    signed_at: Mapped[datetime | None]
    changed_at: Mapped[Moment]
    total: Mapped[str] = mapped_column(default="")
    grade: Mapped[str] = mapped_column(default="")
    run_id: Mapped[UUID | None] = mapped_column(UuidText, ForeignKey("check_runs.id"))
    """The check run that was on screen when the review was signed."""


class MarkRow(Recorded, Base):
    __tablename__ = "marks"

    review_id: Mapped[Ref] = mapped_column(
        ForeignKey(_REVIEW, ondelete="CASCADE"), primary_key=True
    )
    item: Mapped[str] = mapped_column(primary_key=True)
    choice: Mapped[str] = mapped_column(String(16))
    absence: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    evidence: Mapped[Any] = mapped_column(Json)


class OccurrenceRow(Recorded, Base):
    __tablename__ = "occurrences"
    __table_args__ = (
        ForeignKeyConstraint(
            ["review_id", "item"], ["marks.review_id", "marks.item"], ondelete="CASCADE"
        ),
        Index("ix_occurrences_of_mark", "review_id", "item"),
        CheckConstraint("count >= 1", name="count_from_one"),
        CheckConstraint("points >= 0", name="points_not_negative"),
    )

    id: Mapped[Key]
    review_id: Mapped[Ref]
    item: Mapped[str]
    position: Mapped[int]
    clause: Mapped[str]
    count: Mapped[int]
    points: Mapped[Decimal]
    reason: Mapped[str]
    places: Mapped[Any] = mapped_column(Json)
    rule: Mapped[str | None]
    subject: Mapped[str | None]
    fault: Mapped[str] = mapped_column(default="")
    ratio: Mapped[str | None]
    """Decimal as text: a share may be finer than a hundredth."""


class VetoMarkRow(Recorded, Base):
    __tablename__ = "veto_marks"

    review_id: Mapped[Ref] = mapped_column(
        ForeignKey(_REVIEW, ondelete="CASCADE"), primary_key=True
    )
    veto: Mapped[str] = mapped_column(primary_key=True)
    choice: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(default="")
    places: Mapped[Any] = mapped_column(Json)
    rule: Mapped[str | None]
    subject: Mapped[str | None]


class BonusRow(Recorded, Base):
    __tablename__ = "bonuses"

    review_id: Mapped[Ref] = mapped_column(
        ForeignKey(_REVIEW, ondelete="CASCADE"), primary_key=True
    )
    bonus: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[Decimal]


class AnswerRow(Recorded, Base):
    """A person's answer to a proposal, for the item or veto it was shown at."""

    __tablename__ = "answers"

    review_id: Mapped[Ref] = mapped_column(
        ForeignKey(_REVIEW, ondelete="CASCADE"), primary_key=True
    )
    item: Mapped[str] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(String(16))


class ReviewTextRow(Recorded, Base):
    __tablename__ = "review_texts"

    review_id: Mapped[Ref] = mapped_column(
        ForeignKey(_REVIEW, ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    text: Mapped[str]


class CorrectionRow(Recorded, Base):
    """What a person set in place of what the machine read; it belongs to the case."""

    __tablename__ = "corrections"

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    review_id: Mapped[Ref] = mapped_column(ForeignKey(_REVIEW, ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    body: Mapped[Any] = mapped_column(Json)


class SeenPageRow(Base):
    __tablename__ = "seen_pages"

    review_id: Mapped[Ref] = mapped_column(
        ForeignKey(_REVIEW, ondelete="CASCADE"), primary_key=True
    )
    sha256: Mapped[Hash] = mapped_column(primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True)
    sheet: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[Moment]


class ChangeRow(Base):
    """One changed record; what one action changes shares a step."""

    __tablename__ = "changes"
    __table_args__ = (
        UniqueConstraint("review_id", "step", "what"),
        Index("ix_changes_undoes", "undoes"),
    )

    id: Mapped[Key]
    review_id: Mapped[Ref] = mapped_column(ForeignKey(_REVIEW, ondelete="CASCADE"))
    step: Mapped[int]
    part: Mapped[int]
    what: Mapped[str]
    old: Mapped[Any] = mapped_column(Json, nullable=True)
    new: Mapped[Any] = mapped_column(Json, nullable=True)
    who: Mapped[Ref]
    on: Mapped[Ref]
    at: Mapped[Moment]
    label: Mapped[str]
    undoes: Mapped[UUID | None] = mapped_column(UuidText, ForeignKey("changes.id"))
