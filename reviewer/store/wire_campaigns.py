"""Records of campaigns in packages: each with its revisions.

Functions take a session and flush, never commit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from reviewer.store import campaigns, wire
from reviewer.store.campaign_kinds import kind_named
from reviewer.store.codec import decode
from reviewer.store.records import Author
from reviewer.store.tables_campaigns import CampaignHistoryRow, CampaignRecordRow


@dataclass(frozen=True, slots=True)
class Revisions:
    """What is compared of one record."""

    head: str
    known: frozenset[str]
    content: str


def exported(session: Session, record_id: UUID) -> dict[str, Any]:
    """Return a record with its revisions as JSON data."""
    row = session.get_one(CampaignRecordRow, record_id)
    revisions = session.scalars(
        select(CampaignHistoryRow)
        .where(CampaignHistoryRow.record_id == record_id)
        .order_by(CampaignHistoryRow.number, CampaignHistoryRow.at)
    )
    return {
        "record": wire.to_json(row),
        "history": [wire.to_json(one, "id", "record_id") for one in revisions],
    }


def changed_on(session: Session, campaign: UUID, desktop: UUID) -> tuple[UUID, ...]:
    """Return the records of a campaign, removed ones too, with a revision made on a desktop."""
    made = exists().where(
        CampaignHistoryRow.record_id == CampaignRecordRow.id, CampaignHistoryRow.on == desktop
    )
    rows = session.scalars(
        select(CampaignRecordRow.id)
        .where(CampaignRecordRow.campaign_id == campaign, made)
        .order_by(CampaignRecordRow.made_at, CampaignRecordRow.id)
    )
    return tuple(rows)


def of_kinds(session: Session, campaign: UUID, kinds: Iterable[str]) -> tuple[UUID, ...]:
    """Return the records of some kinds, removed ones too: that they are gone must travel."""
    rows = session.scalars(
        select(CampaignRecordRow.id)
        .where(
            CampaignRecordRow.campaign_id == campaign,
            or_(*(CampaignRecordRow.kind == kind for kind in kinds)),
        )
        .order_by(CampaignRecordRow.made_at, CampaignRecordRow.id)
    )
    return tuple(rows)


def body_of(session: Session, record_id: UUID) -> Any:
    """Return the record, removed or not."""
    row = session.get_one(CampaignRecordRow, record_id)
    return decode(kind_named(row.kind).type, row.body)


def revisions_here(session: Session, record_id: UUID) -> Revisions | None:
    """Return what is compared of a record; None when it is not known here."""
    row = session.get(CampaignRecordRow, record_id)
    if row is None:
        return None
    known = session.scalars(
        select(CampaignHistoryRow.hash).where(CampaignHistoryRow.record_id == record_id)
    )
    return Revisions(row.head, frozenset(known), row.content_hash)


def revisions_in(raw: Mapping[str, Any]) -> Revisions:
    """Return what is compared of a record in a package; raises ValueError when it is none."""
    record = raw["record"]
    known = frozenset(one["hash"] for one in raw["history"])
    decode(kind_named(record["kind"]).type, record["body"])
    if record["head"] not in known:
        raise ValueError(record["head"])
    return Revisions(record["head"], known, record["content_hash"])


@dataclass(frozen=True, slots=True)
class GivenRevision:
    """One revision of a record in a package."""

    person: UUID
    at: datetime
    label: str
    removed: bool


def revision_in(raw: Mapping[str, Any]) -> GivenRevision:
    """Return a revision of a package."""
    given = wire.values(CampaignHistoryRow, raw)
    return GivenRevision(given["who"], given["at"], given["label"], given["removed"])


def add(session: Session, raw: Mapping[str, Any]) -> None:
    """Add a record that is not known here."""
    wire.add_all(session, CampaignRecordRow, [raw["record"]], revision=1)
    _unite(session, UUID(raw["record"]["id"]), raw)


def take(session: Session, raw: Mapping[str, Any]) -> None:
    """Make the newest revision of a package the newest one here."""
    record_id = UUID(raw["record"]["id"])
    _unite(session, record_id, raw)
    row = session.get_one(CampaignRecordRow, record_id)
    given = wire.values(CampaignRecordRow, raw["record"])
    for name in ("body", "content_hash", "head", "number", "changed_at", "removed_at"):
        setattr(row, name, given[name])
    session.flush()


def unite(session: Session, raw: Mapping[str, Any]) -> None:
    """Keep that the revisions of a package were seen; the newest one here stays."""
    _unite(session, UUID(raw["record"]["id"]), raw)


def decide(
    session: Session, raw: Mapping[str, Any], by: Author, *, theirs: bool, label: str
) -> None:
    """Keep what a person decided about two different revisions, as one made from both."""
    record_id = UUID(raw["record"]["id"])
    _unite(session, record_id, raw)
    row = session.get_one(CampaignRecordRow, record_id)
    given = wire.values(CampaignRecordRow, raw["record"])
    body = given["body"] if theirs else row.body
    removed = (given["removed_at"] if theirs else row.removed_at) is not None
    parents = (row.head, given["head"])
    campaigns.append(session, row, body, parents, label, by, removed=removed)


def _unite(session: Session, record_id: UUID, raw: Mapping[str, Any]) -> None:
    known = set(
        session.scalars(
            select(CampaignHistoryRow.hash).where(CampaignHistoryRow.record_id == record_id)
        )
    )
    for one in raw["history"]:
        if one["hash"] not in known:
            wire.add_all(session, CampaignHistoryRow, [one], id=uuid4(), record_id=record_id)
