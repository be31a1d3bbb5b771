"""The unit's library and the years of the calendar that it imported."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_STAMP = (
    ("made_by", sa.String(36)),
    ("made_on", sa.String(36)),
    ("made_at", sa.DateTime()),
    ("revision", sa.Integer()),
)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "libraries",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        *(sa.Column(name, kind, nullable=False) for name, kind in _STAMP),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_libraries")),
        sa.UniqueConstraint("number", name=op.f("uq_libraries_number")),
    )
    op.create_table(
        "calendar_years",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("days_off", sa.Text(), nullable=False),
        sa.Column("working_weekends", sa.Text(), nullable=False),
        *(sa.Column(name, kind, nullable=False) for name, kind in _STAMP),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_calendar_years")),
    )
