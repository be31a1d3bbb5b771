"""Reviews with marks, answers, corrections and the journal of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, those that others point to first."""
    _standards()
    _reviews()
    _answers()
    _bonuses()
    _changes()
    _corrections()
    _marks()
    _review_texts()
    _seen_pages()
    _veto_marks()
    _occurrences()


def _standards() -> None:
    op.create_table(
        "standards",
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("content_hash", name=op.f("pk_standards")),
    )


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("total", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(36), nullable=True),
        *_made(),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_reviews_case_id_cases"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["content_hash"],
            ["standards.content_hash"],
            name=op.f("fk_reviews_content_hash_standards"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_reviews_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["check_runs.id"], name=op.f("fk_reviews_run_id_check_runs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint(
            "case_id",
            "content_hash",
            "person_id",
            "round",
            name=op.f("uq_reviews_case_id_content_hash_person_id_round"),
        ),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=False),
        *_made(),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_answers_review_id_reviews"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("review_id", "item", "rule", "subject", name=op.f("pk_answers")),
    )


def _bonuses() -> None:
    op.create_table(
        "bonuses",
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("bonus", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        *_made(),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_bonuses_review_id_reviews"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("review_id", "bonus", name=op.f("pk_bonuses")),
    )


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("who", sa.String(36), nullable=False),
        sa.Column("on", sa.String(36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("undoes", sa.String(36), nullable=True),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_changes_review_id_reviews"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["undoes"], ["changes.id"], name=op.f("fk_changes_undoes_changes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
        sa.UniqueConstraint(
            "review_id", "step", "what", name=op.f("uq_changes_review_id_step_what")
        ),
    )
    op.create_index("ix_changes_undoes", "changes", ["undoes"], unique=False)


def _corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        *_made(),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_corrections_case_id_cases"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_corrections_review_id_reviews"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    op.create_index(op.f("ix_corrections_case_id"), "corrections", ["case_id"], unique=False)
    op.create_index(op.f("ix_corrections_review_id"), "corrections", ["review_id"], unique=False)


def _marks() -> None:
    op.create_table(
        "marks",
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("choice", sa.String(length=16), nullable=False),
        sa.Column("absence", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        *_made(),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_marks_review_id_reviews"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("review_id", "item", name=op.f("pk_marks")),
    )


def _review_texts() -> None:
    op.create_table(
        "review_texts",
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        *_made(),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_review_texts_review_id_reviews"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("review_id", "name", name=op.f("pk_review_texts")),
    )


def _seen_pages() -> None:
    op.create_table(
        "seen_pages",
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_seen_pages_review_id_reviews"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("review_id", "sha256", "page", "sheet", name=op.f("pk_seen_pages")),
    )


def _veto_marks() -> None:
    op.create_table(
        "veto_marks",
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("veto", sa.String(), nullable=False),
        sa.Column("choice", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        *_made(),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_veto_marks_review_id_reviews"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("review_id", "veto", name=op.f("pk_veto_marks")),
    )


def _occurrences() -> None:
    op.create_table(
        "occurrences",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("fault", sa.String(), nullable=False),
        sa.Column("ratio", sa.String(), nullable=True),
        *_made(),
        sa.CheckConstraint("count >= 1", name=op.f("ck_occurrences_count_from_one")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_occurrences_points_not_negative")),
        sa.ForeignKeyConstraint(
            ["review_id", "item"],
            ["marks.review_id", "marks.item"],
            name=op.f("fk_occurrences_review_id_item_marks"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrences")),
    )
    op.create_index("ix_occurrences_of_mark", "occurrences", ["review_id", "item"], unique=False)


def _made() -> tuple[sa.Column, ...]:
    """Return the columns of every record that a person makes."""
    return (
        sa.Column("made_by", sa.String(36), nullable=False),
        sa.Column("made_on", sa.String(36), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
