"""Which rules a person turned off or on, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_STAMP = (
    ("made_by", sa.String(36)),
    ("made_on", sa.String(36)),
    ("made_at", sa.DateTime()),
    ("revision", sa.Integer()),
)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "rule_switches",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("off", sa.Boolean(), nullable=False),
        *(sa.Column(name, kind, nullable=False) for name, kind in _STAMP),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_switches")),
        sa.UniqueConstraint("number", name=op.f("uq_rule_switches_number")),
    )
    op.create_index(op.f("ix_rule_switches_rule"), "rule_switches", ["rule"])
