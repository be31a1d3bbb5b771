"""The ledger (台账) of a campaign: template out, workbooks in after a preview, hints, freezing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4, uuid5

from reviewer.campaign.ledger_hints import number_gaps, outside
from reviewer.campaign.ledgers import freeze, merged, possible_doubles, same_numbers
from reviewer.errors import Refused
from reviewer.intake.ledger_sheets import confirmed, preview_ledger
from reviewer.model.campaigns import Campaign, Ledger, LedgerRow
from reviewer.model.ledger_sheets import LedgerChoices, LedgerLayout, LedgerPreview
from reviewer.progress import Progress
from reviewer.reports.campaign.ledger_excel import write_ledger, write_ledger_template
from reviewer.workspace.campaigns.catching_up import refuse_told
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.stages import actor, moved_on
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import LedgerHints, PreviewHints
from reviewer.workspace.people import People


class Ledgers:
    """Collects the ledger of a campaign."""

    def __init__(
        self,
        records: CampaignRecords,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._records, self._people, self._now = records, people, now

    def write_template(self, campaign_id: UUID, path: Path) -> None:
        """Write the empty workbook with the units of the campaign to choose from."""
        campaign = self._records.load(campaign_id).campaign
        write_ledger_template(path, [unit.name for unit in campaign.units])

    def export(self, campaign_id: UUID, path: Path) -> None:
        """Write the ledger as it stands; a frozen one with its hash.

        Raises:
            Refused: there is none yet.
        """
        state = self._records.load(campaign_id)
        if state.ledger is None:
            raise Refused("还没有台账可以导出。", "请先导入各单位报送的台账。")
        write_ledger(state.ledger, path, state.campaign.name)

    def preview(
        self, campaign_id: UUID, path: Path, choices: LedgerChoices, progress: Progress
    ) -> LedgerPreview:
        """Return what a workbook would give; nothing is kept.

        Raises:
            UserError: it cannot be read, or holds no ledger.
        """
        campaign = self._records.load(campaign_id).campaign
        known = [one.mapping for one in self._records.everywhere(LedgerLayout)]
        return preview_ledger(path, campaign.units, choices, known, progress)

    def look_ahead(self, campaign_id: UUID, preview: LedgerPreview) -> PreviewHints | None:
        """Return what the workbook would change; None while it cannot be imported."""
        if not preview.ready:
            return None
        state = self._records.load(campaign_id)
        before = state.ledger or _empty(state.campaign)
        rows = confirmed(preview, state.campaign.units)
        # The preview looks at a frozen ledger too: it is the import that makes a new one.
        after = merged(replace(before, frozen_at=None), rows, preview.source)
        known = {row.case for row in before.rows}
        replaced = sum(row.case in known for row in after.rows[-len(rows) :])
        return PreviewHints(len(rows) - replaced, replaced, hints_of(after.rows, state.campaign))

    def confirm(self, campaign_id: UUID, preview: LedgerPreview) -> CampaignState:
        """Import a previewed workbook and remember its columns.

        Raises:
            UserError: it has faults, a unit is not settled, or the ledger is frozen.
        """
        state = self._records.load(campaign_id)
        rows = confirmed(preview, state.campaign.units)
        ledger = merged(state.ledger or _empty(state.campaign), rows, preview.source)
        layout = LedgerLayout(
            uuid5(campaign_id, preview.mapping.fingerprint), preview.mapping, preview.source
        )
        label = f"导入台账《{preview.source}》{len(rows)} 件"
        return self._records.save(campaign_id, [ledger, layout], label)

    def drop_unit(self, campaign_id: UUID, unit: UUID) -> CampaignState:
        """Take all rows of a unit out of the ledger; `put_back` brings them back.

        Raises:
            Refused: the ledger is frozen.
        """
        state = self._records.load(campaign_id)
        ledger = _open_ledger(state)
        rows = tuple(row for row in ledger.rows if row.unit != unit)
        label = f"移出{state.campaign.unit(unit).name}的台账"
        return self._records.save(campaign_id, [replace(ledger, rows=rows)], label, state)

    def put_back(self, campaign_id: UUID, rows: tuple[LedgerRow, ...]) -> CampaignState:
        """Bring back rows that were taken out, where no newer ones stand in their place."""
        state = self._records.load(campaign_id)
        ledger = _open_ledger(state)
        known = {row.key for row in ledger.rows}
        back = tuple(row for row in rows if row.key not in known)
        ledger = replace(ledger, rows=ledger.rows + back)
        return self._records.save(campaign_id, [ledger], "恢复移出的台账", state)

    def hints(self, campaign_id: UUID) -> LedgerHints:
        """Return what to look at in the ledger."""
        state = self._records.load(campaign_id)
        return hints_of(state.ledger.rows if state.ledger else (), state.campaign)

    def freeze(self, campaign_id: UUID) -> CampaignState:
        """Freeze the ledger: rows and hash never change from now on.

        Raises:
            UserError: it has no rows, is frozen already, or a number stands twice.
        """
        state = self._records.load(campaign_id)
        by = actor(state.campaign, self._people.current(), self._now())
        ledger = freeze(_open_ledger(state), by.at)
        frozen = replace(state, records={**state.records, Ledger: (ledger,)})
        campaign = moved_on(frozen, by)
        return self._records.save(campaign_id, [ledger, campaign], "冻结台账", state)

    def begin_anew(self, campaign_id: UUID) -> CampaignState:
        """Make an open ledger with the rows of the frozen one; that one and its draws stay."""
        state = self._records.load(campaign_id)
        ledger = state.ledger
        if ledger is None or ledger.frozen_at is None:
            raise Refused("台账没有冻结，可以直接改动。", "请直接导入改正后的台账。")
        refuse_told(state, "另建台账")
        anew = replace(ledger, id=uuid4(), frozen_at=None, sha256="")
        return self._records.save(campaign_id, [anew], "另建台账", state)


def hints_of(rows: tuple[LedgerRow, ...], campaign: Campaign) -> LedgerHints:
    """Return what to look at among `rows`."""
    counts = Counter(row.unit for row in rows)
    return LedgerHints(
        same_numbers(rows),
        possible_doubles(rows),
        number_gaps(rows),
        outside(rows, campaign),
        tuple((unit.id, counts[unit.id]) for unit in campaign.units),
    )


def _empty(campaign: Campaign) -> Ledger:
    return Ledger(uuid4(), campaign.id, ())


def _open_ledger(state: CampaignState) -> Ledger:
    if state.ledger is None:
        raise Refused("还没有台账。", "请先导入各单位报送的台账。")
    if state.ledger.frozen_at is not None:
        raise Refused("台账已经冻结，不能改动。", "确需改动的，请另建台账，重新冻结后再抽取。")
    return state.ledger
