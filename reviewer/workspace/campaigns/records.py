"""The records of campaigns: loaded whole, saved together, each change with its Chinese label."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar
from uuid import UUID

from reviewer.errors import Refused
from reviewer.model import Case
from reviewer.model.campaigns import Campaign, LedgerRow
from reviewer.store import Author, Session, Store, campaigns, cases, desktops, drawn_cases
from reviewer.store.campaign_kinds import CampaignRecord, kind_named
from reviewer.store.campaigns import Entry, Revision
from reviewer.store.records import KeptRun
from reviewer.workspace.campaigns.joining import (
    JoinSuggestion,
    Numbered,
    numbered,
    suggestions,
)
from reviewer.workspace.campaigns.state import CampaignState

T = TypeVar("T")

_MEMORY = 2000
"""Records kept decoded: a ledger of 50,000 rows takes 1.4 s to decode (measured)."""


class Readings(Protocol):
    """Gives what was read in a case, and reads cases anew whose files changed."""

    def of_case(self, case_id: UUID) -> KeptRun:
        """Return what was read in a case."""
        ...

    def refresh_all(self, case_ids: Iterable[UUID]) -> None:
        """Read and check these cases again if anything changed."""
        ...


class CampaignRecords:
    """Loads and saves the records of campaigns."""

    def __init__(self, store: Store, readings: Readings) -> None:
        self._store = store
        self._readings = readings
        self._decoded: dict[tuple[UUID, str], Any] = {}

    def campaigns(self) -> tuple[Campaign, ...]:
        """Return all campaigns, the newest first."""
        with self._store.snapshot() as session:
            ids = campaigns.campaign_ids(session)
            found = (campaigns.get(session, Campaign, one) for one in ids)
            return tuple(one for one in found if one is not None)

    def load(self, campaign_id: UUID) -> CampaignState:
        """Return all current records of a campaign.

        Raises:
            Refused: there is no such campaign here.
        """
        found: dict[type[Any], list[Any]] = {}
        known = self._decoded
        with self._store.snapshot() as session:
            stands = campaigns.stands(session, campaign_id)
            keys = {record_id: (record_id, stand.head) for record_id, stand in stands.items()}
            new = campaigns.records_of(session, (i for i, key in keys.items() if key not in known))
        values = {i: new[i] if i in new else known[key] for i, key in keys.items()}
        self._remember({keys[i]: record for i, record in new.items()})
        for record_id, stand in stands.items():
            found.setdefault(kind_named(stand.kind).type, []).append(values[record_id])
        numbers = {record_id: stand.number for record_id, stand in stands.items()}
        if Campaign not in found:
            raise Refused("没有这个评查活动，或它已被移除。", "请返回列表，另选评查活动。")
        records = {kind: tuple(values) for kind, values in found.items()}
        return CampaignState(found[Campaign][0], records, numbers)

    def save(
        self,
        campaign_id: UUID,
        records: Iterable[CampaignRecord],
        label: str,
        worked_from: CampaignState | None = None,
        also: Callable[[Session, Author], None] | None = None,
    ) -> CampaignState:
        """Keep new and changed records in one transaction; return the campaign as it is then.

        With `worked_from`, a record that was changed since that state was loaded is refused.
        `also` writes what must not be kept without them, before them.

        Raises:
            Refused: a record has been changed or removed since; nothing was saved.
        """
        self.save_together({campaign_id: records}, label, worked_from, also)
        return self.load(campaign_id)

    def save_together(
        self,
        records: Mapping[UUID, Iterable[CampaignRecord]],
        label: str,
        worked_from: CampaignState | None = None,
        also: Callable[[Session, Author], None] | None = None,
    ) -> None:
        """Keep records of several campaigns, by campaign, in one transaction.

        With `worked_from`, a record that was changed since that state was loaded is refused, and
        one that it does not have must be new.  `also` writes before the records.

        Raises:
            Refused: a record has been changed or removed since; nothing was saved.
        """
        numbers = None if worked_from is None else worked_from.numbers
        known: dict[tuple[UUID, str], Any] = {}
        with self._store.session() as session:
            by = desktops.author(session)
            if also is not None:
                also(session, by)
            for campaign_id, some in records.items():
                given = {record.id: record for record in some}
                campaigns.put_all(session, campaign_id, given.values(), label, by, numbers)
                for record in given.values():
                    if isinstance(record, Campaign):
                        drawn_cases.know_campaign(session, record, by)
                stands = campaigns.stands(session, campaign_id)
                known |= {(one, stands[one].head): record for one, record in given.items()}
        # Decoding again what was just encoded would double the time of a large ledger.
        self._remember(known)

    def everywhere(self, kind: type[T]) -> tuple[T, ...]:
        """Return the records of one kind of all campaigns, the newest campaign first."""
        with self._store.snapshot() as session:
            ids = campaigns.campaign_ids(session)
            return tuple(one for i in ids for one in campaigns.all_of(session, kind, i))

    def remove(self, record_ids: Iterable[UUID], label: str) -> None:
        """Take records out of their campaign; their history stays."""
        with self._store.session() as session:
            by = desktops.author(session)
            for record_id in record_ids:
                campaigns.remove(session, record_id, label, by)

    def history(self, record_id: UUID) -> tuple[Revision, ...]:
        """Return all revisions of a record, oldest first."""
        with self._store.snapshot() as session:
            return campaigns.history(session, record_id)

    def journal(self, campaign_id: UUID, kinds: Iterable[type[Any]]) -> tuple[Entry, ...]:
        """Return who changed the records of some kinds, oldest first."""
        with self._store.snapshot() as session:
            return campaigns.journal(session, campaign_id, kinds)

    def add_drawn(self, campaign_id: UUID, rows: Iterable[LedgerRow]) -> tuple[UUID, ...]:
        """Make the case of each drawn ledger row; return those that were not there yet."""
        units = self.load(campaign_id).campaign.units
        with self._store.session() as session:
            return drawn_cases.add_drawn(session, rows, units, desktops.author(session))

    def join_suggestions(self, campaign_id: UUID) -> tuple[JoinSuggestion, ...]:
        """Return which imported cases may be the files of drawn ones, by unit and 文号."""
        ids = self.load(campaign_id).case_ids
        with self._store.snapshot() as session:
            known = cases.summaries(session)
        waiting = [one.case for one in known if one.case.id in ids and not one.pages]
        if not waiting:
            return ()
        imported = (one.case for one in known if one.case.id not in ids and one.pages)
        return suggestions(map(self._numbered, imported), waiting)

    def _numbered(self, case: Case) -> Numbered:
        facts = self._readings.of_case(case.id).reading.of_key("decision_no")
        return numbered(case, (fact.value for fact in facts if isinstance(fact.value, str)))

    def join(self, imported: UUID, drawn: UUID) -> Case:
        """Give all files of an imported case to the drawn one; undo of the case takes it back.

        Raises:
            Refused: one of them was removed, or the imported one has reviews.
        """
        with self._store.session() as session:
            drawn_cases.join(session, imported, drawn, desktops.author(session))
        self._readings.refresh_all((drawn,))
        with self._store.snapshot() as session:
            return cases.case(session, drawn)

    def _remember(self, records: Mapping[tuple[UUID, str], Any]) -> None:
        # A new mapping: another thread may be reading the old one.
        kept = self._decoded if len(self._decoded) < _MEMORY else {}
        self._decoded = {**kept, **records}
