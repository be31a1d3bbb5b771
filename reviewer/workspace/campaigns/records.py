"""The records of campaigns: loaded whole, saved together, each change with its Chinese label."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from uuid import UUID

from reviewer.errors import Refused
from reviewer.model import Case
from reviewer.model.campaigns import Campaign, LedgerRow
from reviewer.store import Store, campaigns, cases, desktops, drawn_cases
from reviewer.store.campaign_kinds import CampaignRecord, kind_named
from reviewer.store.campaigns import Revision
from reviewer.workspace.campaigns.state import CampaignState

_MEMORY = 2000
"""Records kept decoded: a ledger of 50,000 rows takes a second to decode (measured)."""


class Readings(Protocol):
    """Understands cases anew whose files changed."""

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
        numbers: dict[UUID, int] = {}
        with self._store.snapshot() as session:
            for record_id, stand in campaigns.stands(session, campaign_id).items():
                key = (record_id, stand.head)
                if key not in self._decoded:
                    self._remember(key, campaigns.kept(session, record_id).record)
                found.setdefault(kind_named(stand.kind).type, []).append(self._decoded[key])
                numbers[record_id] = stand.number
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
    ) -> CampaignState:
        """Keep new and changed records in one transaction; return the campaign as it is then.

        With `worked_from`, a record that was changed since that state was loaded is refused.

        Raises:
            Refused: a record has been changed or removed since; nothing was saved.
        """
        numbers = None if worked_from is None else worked_from.numbers
        with self._store.session() as session:
            by = desktops.author(session)
            for record in records:
                expected = _expected(numbers, record.id)
                campaigns.put(session, campaign_id, record, label, by, expected)
                if isinstance(record, Campaign):
                    drawn_cases.know_campaign(session, record, by)
        return self.load(campaign_id)

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

    def add_drawn(self, campaign_id: UUID, rows: Iterable[LedgerRow]) -> tuple[UUID, ...]:
        """Make the case of each drawn ledger row; return those that were not there yet."""
        units = self.load(campaign_id).campaign.units
        with self._store.session() as session:
            return drawn_cases.add_drawn(session, rows, units, desktops.author(session))

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

    def _remember(self, key: tuple[UUID, str], record: Any) -> None:
        if len(self._decoded) >= _MEMORY:
            self._decoded.clear()
        self._decoded[key] = record


def _expected(numbers: Mapping[UUID, int] | None, record_id: UUID) -> int | None:
    return None if numbers is None else numbers.get(record_id, 0)
