"""The records of campaigns, each with all its revisions.

Functions take a session and flush, never commit.  A revision is known by a hash over its content
and the revisions it was made from; so two desktops can tell, without asking each other, whether
one of them has only what the other already saw, or both changed the same record.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.store.campaign_kinds import CampaignRecord, kind_named, kind_of
from reviewer.store.codec import decode, encode
from reviewer.store.desktops import now, stamped
from reviewer.store.records import Author
from reviewer.store.tables import DesktopRow, PersonRow
from reviewer.store.tables_base import compact
from reviewer.store.tables_campaigns import CampaignHistoryRow, CampaignRecordRow

T = TypeVar("T")

_TOGETHER = 500
"""Rows asked for at once: SQLite takes a limited number of values in a query."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it is now."""

    campaign: UUID
    record: Any
    number: int
    """Number of its newest revision, for `put` and `remove`."""
    head: str
    """Hash of its newest revision."""
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a record stands; nothing is unpacked for it."""

    kind: str
    head: str
    """Hash of its newest revision: who keeps records in memory sees whether one is new."""
    number: int


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a record, as its history lists it."""

    number: int
    hash: str
    parents: tuple[str, ...]
    record: Any
    """The record as this revision left it; None when it was not kept here."""
    removed: bool
    person: UUID
    person_name: str
    """Empty when the person is not known here."""
    desktop_name: str
    at: datetime
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal of a campaign: a revision without its content."""

    record: UUID
    at: datetime
    person_name: str
    """Empty when the person is not known here."""
    label: str


def put(
    session: Session,
    campaign: UUID,
    record: CampaignRecord,
    label: str,
    by: Author,
    expected: int | None = None,
) -> bool:
    """Keep `record` as its newest revision; return whether anything changed.

    `expected` is the number of the revision that the caller worked from, 0 for a new record;
    None asks for no such comparison.

    Raises:
        Refused: the record has been changed or removed since.
    """
    numbers = None if expected is None else {record.id: expected}
    return put_all(session, campaign, (record,), label, by, numbers) == 1


def put_all(
    session: Session,
    campaign: UUID,
    records: Iterable[CampaignRecord],
    label: str,
    by: Author,
    numbers: Mapping[UUID, int] | None = None,
) -> int:
    """Keep each of `records` as its newest revision; return how many of them changed.

    `numbers` are those of the revisions that the caller worked from, by record; a record that it
    does not name must be new.  None asks for no such comparison.

    Raises:
        Refused: a record has been changed or removed since.
    """
    given = {record.id: record for record in records}
    rows = _rows(session, given)
    revisions = []
    for record in given.values():
        kind, row, body = kind_of(type(record)), rows.get(record.id), encode(record)
        _refuse_stale(row, kind.title, None if numbers is None else numbers.get(record.id, 0))
        if row is None:
            row = _new_row(campaign, record.id, kind.key, body, by)
            session.add(row)
            revisions.append(_revised(session, row, body, (), label, by))
        elif not _stands_so(row, body):
            revisions.append(_revised(session, row, body, (row.head,), label, by))
    session.flush()  # the records first: revisions refer to them
    session.add_all(revisions)
    session.flush()
    return len(revisions)


def remove(
    session: Session, record_id: UUID, label: str, by: Author, expected: int | None = None
) -> bool:
    """Take a record out of the campaign; its history stays.  Return whether it was there.

    Raises:
        Refused: it has been changed since the revision `expected`.
    """
    row = session.get(CampaignRecordRow, record_id)
    if row is None or row.removed_at is not None:
        return False
    _refuse_stale(row, kind_named(row.kind).title, expected)
    append(session, row, row.body, (row.head,), label, by, removed=True)
    return True


def get(session: Session, record_type: type[T], record_id: UUID) -> T | None:
    """Return a record; None when there is none, or it was removed."""
    row = session.get(CampaignRecordRow, record_id)
    if row is None or row.removed_at is not None or row.kind != kind_of(record_type).key:
        return None
    return decode(record_type, row.body)


def all_of(session: Session, record_type: type[T], campaign: UUID) -> tuple[T, ...]:
    """Return the records of one kind in the order in which they were made."""
    rows = session.scalars(
        _current().where(
            CampaignRecordRow.campaign_id == campaign,
            CampaignRecordRow.kind == kind_of(record_type).key,
        )
    )
    return tuple(decode(record_type, row.body) for row in rows)


def campaign_ids(session: Session) -> tuple[UUID, ...]:
    """Return the campaigns known here, the newest first."""
    rows = session.scalars(
        select(CampaignRecordRow.id)
        .where(CampaignRecordRow.kind == "campaign", CampaignRecordRow.removed_at.is_(None))
        .order_by(CampaignRecordRow.made_at.desc())
    )
    return tuple(rows)


def stands(session: Session, campaign: UUID) -> dict[UUID, Stand]:
    """Return where each record of a campaign stands, in the order in which they were made."""
    row = CampaignRecordRow
    found = session.execute(
        select(row.id, row.kind, row.head, row.number)
        .where(row.campaign_id == campaign, row.removed_at.is_(None))
        .order_by(row.made_at, row.id)
    )
    return {id_: Stand(kind, head, number) for id_, kind, head, number in found}


def kept(session: Session, record_id: UUID) -> Kept:
    """Return a record with where it stands; raises NoResultFound when there is none."""
    row = session.get_one(CampaignRecordRow, record_id)
    record = decode(kind_named(row.kind).type, row.body)
    return Kept(row.campaign_id, record, row.number, row.head, row.changed_at)


def records_of(session: Session, ids: Iterable[UUID]) -> dict[UUID, Any]:
    """Return these records, removed ones too, by id."""
    return {
        record_id: decode(kind_named(row.kind).type, row.body)
        for record_id, row in _rows(session, ids).items()
    }


def history(session: Session, record_id: UUID) -> tuple[Revision, ...]:
    """Return all revisions of a record, oldest first."""
    kind = kind_named(session.get_one(CampaignRecordRow, record_id).kind)
    found = session.execute(
        select(CampaignHistoryRow, PersonRow.name, DesktopRow.name)
        .outerjoin(PersonRow, PersonRow.id == CampaignHistoryRow.who)
        .outerjoin(DesktopRow, DesktopRow.id == CampaignHistoryRow.on)
        .where(CampaignHistoryRow.record_id == record_id)
        .order_by(CampaignHistoryRow.number, CampaignHistoryRow.at)
    )
    return tuple(
        Revision(
            row.number,
            row.hash,
            tuple(row.parents),
            None if row.body is None else decode(kind.type, row.body),
            row.removed,
            row.who,
            person or "",
            desktop or "",
            row.at,
            row.label,
        )
        for row, person, desktop in found
    )


def journal(session: Session, campaign: UUID, kinds: Iterable[type[Any]]) -> tuple[Entry, ...]:
    """Return who changed the records of some kinds, oldest first; no record is unpacked."""
    keys = [kind_of(kind).key for kind in kinds]
    row, told = CampaignRecordRow, CampaignHistoryRow
    found = session.execute(
        select(told.record_id, told.at, PersonRow.name, told.label)
        .join(row, row.id == told.record_id)
        .outerjoin(PersonRow, PersonRow.id == told.who)
        .where(row.campaign_id == campaign, row.kind.in_(keys))
        .order_by(told.at)
    )
    return tuple(Entry(record, at, name or "", label) for record, at, name, label in found)


def append(
    session: Session,
    row: CampaignRecordRow,
    body: Any,
    parents: Sequence[str],
    label: str,
    by: Author,
    *,
    removed: bool = False,
) -> None:
    """Add a revision on top of `parents` and make it the newest."""
    session.add(_revised(session, row, body, parents, label, by, removed=removed))
    session.flush()


def _revised(
    session: Session,
    row: CampaignRecordRow,
    body: Any,
    parents: Sequence[str],
    label: str,
    by: Author,
    *,
    removed: bool = False,
) -> CampaignHistoryRow:
    """Bring a record to a new revision; return it, still to be added."""
    at = now()
    content_hash = _content_hash(row.kind, body, removed=removed)
    row.number = _next_number(session, row, parents)
    row.head = _revision_hash(row.id, parents, content_hash, by, at, label)
    row.body, row.content_hash = body, content_hash
    row.changed_at, row.removed_at = at, at if removed else None
    return CampaignHistoryRow(
        id=uuid4(),
        record_id=row.id,
        number=row.number,
        hash=row.head,
        parents=list(parents),
        content_hash=content_hash,
        body=body,
        removed=removed,
        who=by.person,
        on=by.desktop,
        at=at,
        label=label,
    )


def _next_number(session: Session, row: CampaignRecordRow, parents: Sequence[str]) -> int:
    if tuple(parents) in ((), (row.head,)):
        return row.number + 1
    numbers = session.scalars(
        select(CampaignHistoryRow.number).where(
            CampaignHistoryRow.record_id == row.id, CampaignHistoryRow.hash.in_(parents)
        )
    )
    return max(numbers, default=0) + 1


def _new_row(
    campaign: UUID, record_id: UUID, kind: str, body: Any, by: Author
) -> CampaignRecordRow:
    return CampaignRecordRow(
        id=record_id,
        campaign_id=campaign,
        kind=kind,
        body=body,
        content_hash="",
        head="",
        number=0,
        changed_at=now(),
        removed_at=None,
        **stamped(by),
    )


def _rows(session: Session, ids: Iterable[UUID]) -> dict[UUID, CampaignRecordRow]:
    wanted = list(ids)
    found: dict[UUID, CampaignRecordRow] = {}
    for at in range(0, len(wanted), _TOGETHER):
        some = wanted[at : at + _TOGETHER]
        rows = session.scalars(select(CampaignRecordRow).where(CampaignRecordRow.id.in_(some)))
        found |= {row.id: row for row in rows}
    return found


def _stands_so(row: CampaignRecordRow, body: Any) -> bool:
    return row.removed_at is None and row.content_hash == _content_hash(
        row.kind, body, removed=False
    )


def _current() -> Any:
    return (
        select(CampaignRecordRow)
        .where(CampaignRecordRow.removed_at.is_(None))
        .order_by(CampaignRecordRow.made_at, CampaignRecordRow.id)
    )


def _refuse_stale(row: CampaignRecordRow | None, title: str, expected: int | None) -> None:
    if expected is None:
        return
    if row is not None and row.removed_at is not None:
        raise Refused(f"该{title}记录已被移除，这次改动没有保存。", "请刷新后查看最新情况。")
    if (0 if row is None else row.number) != expected:
        raise Refused(
            f"该{title}记录刚刚已被改动，这次改动没有保存。", "请刷新后在最新内容上重新修改。"
        )


def _content_hash(kind: str, body: Any, *, removed: bool) -> str:
    return hashlib.sha256(compact([kind, body, removed]).encode()).hexdigest()


def _revision_hash(
    record_id: UUID,
    parents: Sequence[str],
    content_hash: str,
    by: Author,
    at: datetime,
    label: str,
) -> str:
    parts = [
        str(record_id),
        sorted(parents),
        content_hash,
        str(by.person),
        str(by.desktop),
        at.astimezone(UTC).isoformat(),
        label,
    ]
    return hashlib.sha256(compact(parts).encode()).hexdigest()
