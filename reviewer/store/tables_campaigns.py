"""Tables of campaigns (年度案卷评查活动): their records, and every revision of each.

All kinds of records lie in one table as JSON: a campaign is small and is read whole, and a kind
that is added later needs no migration.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reviewer.store.tables_base import Base, Hash, Json, Key, Moment, Packed, Recorded, Ref


class CampaignRecordRow(Recorded, Base):
    """A record as it is now; a removed one stays, so that no package brings it back."""

    __tablename__ = "campaign_records"
    __table_args__ = (Index("ix_campaign_records_of_campaign", "campaign_id", "kind"),)

    id: Mapped[Key]
    campaign_id: Mapped[Ref]
    kind: Mapped[str] = mapped_column(String(32))
    body: Mapped[Any] = mapped_column(Packed)
    content_hash: Mapped[Hash]
    head: Mapped[Hash]
    """Hash of the newest revision."""
    number: Mapped[int]
    """Number of the newest revision; two desktops may have given the same one."""
    changed_at: Mapped[Moment]
    removed_at: Mapped[datetime | None]


class CampaignHistoryRow(Base):
    """One revision of a record: who made it, where and when, and what it was made from."""

    __tablename__ = "campaign_history"
    __table_args__ = (UniqueConstraint("record_id", "hash"),)

    id: Mapped[Key]
    record_id: Mapped[Ref] = mapped_column(ForeignKey("campaign_records.id", ondelete="CASCADE"))
    number: Mapped[int]
    hash: Mapped[Hash]
    """Of everything below and of the revisions it was made from, so that it is equal on no two
    desktops unless it travelled."""
    parents: Mapped[Any] = mapped_column(Json)
    """Hashes of the revisions it was made from: none for the first, two after a conflict."""
    content_hash: Mapped[Hash]
    body: Mapped[Any] = mapped_column(Packed, nullable=True)
    removed: Mapped[bool]
    who: Mapped[UUID]
    on: Mapped[UUID]
    at: Mapped[Moment]
    label: Mapped[str]
