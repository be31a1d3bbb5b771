"""Campaigns: their records, and every revision of each."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
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
        "campaign_records",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("campaign_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        *(sa.Column(name, kind, nullable=False) for name, kind in _STAMP),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_records")),
    )
    op.create_index("ix_campaign_records_of_campaign", "campaign_records", ["campaign_id", "kind"])
    op.create_table(
        "campaign_history",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("record_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("who", sa.String(36), nullable=False),
        sa.Column("on", sa.String(36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["campaign_records.id"],
            name=op.f("fk_campaign_history_record_id_campaign_records"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_history")),
        sa.UniqueConstraint("record_id", "hash", name=op.f("uq_campaign_history_record_id_hash")),
    )
