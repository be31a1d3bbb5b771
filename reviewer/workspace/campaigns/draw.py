"""The draw (抽取): counts before the seed, the draw, replacement, record, verification."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from reviewer.campaign.draw_records import read_record, verify_record
from reviewer.campaign.draw_records import write_record as record_text
from reviewer.campaign.draws import (
    DrawMeeting,
    PlannedDraw,
    draw,
    next_case,
    planned,
    replace_case,
)
from reviewer.errors import Refused, UserError
from reviewer.intake.ledger_sheets import read_exported
from reviewer.model.campaigns import Ledger, LedgerRow
from reviewer.model.casework import CaseState
from reviewer.model.draws import DrawPlan
from reviewer.progress import Progress
from reviewer.store.campaign_kinds import CampaignRecord
from reviewer.workspace.campaigns.catching_up import refuse_told
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.stages import actor, moved_on
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import Verified, newest, with_draw
from reviewer.workspace.people import People

_REPLACEABLE = (CaseState.WAITING, CaseState.MISSING, CaseState.REVIEWING, CaseState.TO_SIGN)


class Drawing:
    """Draws the cases of a campaign."""

    def __init__(
        self,
        records: CampaignRecords,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._records, self._people, self._now = records, people, now

    def planned(self, campaign_id: UUID, plan: DrawPlan) -> PlannedDraw:
        """Return how many cases the plan draws from the ledger as it stands, without a seed.

        Raises:
            UserError: there is no ledger, or the plan does not fit it.
        """
        return planned(_ledger(self._records.load(campaign_id)), plan)

    def draw(
        self,
        campaign_id: UUID,
        plan: DrawPlan,
        seed: str,
        people: tuple[str, str, str],
        progress: Progress,
    ) -> CampaignState:
        """Draw from the frozen ledger and make the cases; `people` are host, witness, supervisor.

        Raises:
            UserError: the ledger is not frozen, the plan does not fit, a name or the seed misses.
        """
        progress.report(0, 2, "正在抽取")
        state = self._records.load(campaign_id)
        by = actor(state.campaign, self._people.current(), self._now().replace(microsecond=0))
        refuse_told(state, "重新抽取")
        ledger = _ledger(state)
        host, witness, supervisor = (name.strip() for name in people)
        meeting = DrawMeeting(host, witness, supervisor, by.at)
        drawn = draw(ledger, plan, seed, meeting, state.draws)
        after = with_draw(state, drawn)
        records: list[CampaignRecord] = [drawn, moved_on(after, by)]
        self._records.save(campaign_id, records, f"抽取 {len(drawn.cases)} 卷", state)
        progress.report(1, 2, "正在建立案卷")
        self._add(campaign_id, ledger, (one.case for one in drawn.cases))
        return self._records.load(campaign_id)

    def replace(self, campaign_id: UUID, missing: UUID, reason: str) -> CampaignState:
        """Replace a case of the newest draw that cannot be delivered by the next of its stratum.

        Raises:
            UserError: no reason, or the case is not among those to be reviewed.
        """
        state = self._records.load(campaign_id)
        drawn, ledger = newest(state)
        if not reason.strip():
            raise UserError("没有填写调换的理由。", "请写明该卷不能提供的原因，抽取记录会印出。")
        _require_open(state, missing)
        at = self._now().replace(microsecond=0)
        one = replace_case(ledger, drawn, state.replacements, missing, reason.strip(), at)
        self._records.save(campaign_id, [one], f"调换 {state.row(missing).case_no}", state)
        if one.taken is not None:
            self._add(campaign_id, ledger, (one.taken,))
        return self._records.load(campaign_id)

    def successor(self, campaign_id: UUID, missing: UUID) -> LedgerRow | None:
        """Return which case would take the place of a missing one; None when there is none."""
        state = self._records.load(campaign_id)
        drawn, ledger = newest(state)
        return next_case(ledger, drawn, state.replacements, missing)

    def write_record(self, campaign_id: UUID, path: Path) -> None:
        """Write the record (抽取记录文件) of the newest draw, which another copy verifies."""
        state = self._records.load(campaign_id)
        drawn, ledger = newest(state)
        text = record_text(ledger, drawn, state.replacements, state.campaign.name)
        path.write_text(text, encoding="utf-8", newline="\n")

    def verify(self, path: Path, ledger_path: Path | None, progress: Progress) -> Verified:
        """Draw again from a record and name every difference.

        The ledger is that of the workbook, or the one of this data folder with the same hash.

        Raises:
            UserError: the record or the workbook cannot be read, or no ledger fits.
        """
        try:
            record = read_record(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(
                f"《{path.name}》读不出内容。", "请选择由本程序导出的抽取记录文件（.json）。"
            ) from error
        if ledger_path is not None:
            ledger, source = read_exported(ledger_path, progress), f"《{ledger_path.name}》"
        else:
            ledger, source = self._known_ledger(record.draw.ledger_sha256), "本机的台账"
        found = verify_record(ledger, record)
        return Verified(record.campaign_name, record.draw, record.sha256, source, found)

    def _known_ledger(self, sha256: str) -> Ledger:
        for ledger in self._records.everywhere(Ledger):
            if ledger.sha256 == sha256:
                return ledger
        raise Refused("本机没有抽取时的台账，无法核对。", "请同时选择组织单位导出的台账工作簿。")

    def _add(self, campaign_id: UUID, ledger: Ledger, cases: Iterable[UUID]) -> None:
        wanted = set(cases)
        rows = [row for row in ledger.rows if row.case in wanted]
        self._records.add_drawn(campaign_id, rows)


def _ledger(state: CampaignState) -> Ledger:
    if state.ledger is None or not state.ledger.rows:
        raise Refused("还没有台账，不能抽取。", "请先导入各单位报送的台账。")
    return state.ledger


def _require_open(state: CampaignState, missing: UUID) -> None:
    """Refuse to change a case whose result is there: it would look like choosing results."""
    now = next((one.state for one in state.progress if one.case == missing), CaseState.WAITING)
    if now not in _REPLACEABLE:
        raise Refused(
            f"该案卷现为“{now}”，不能调换。", "有异议的请提交合议，或者在申辩复核中处理。"
        )
