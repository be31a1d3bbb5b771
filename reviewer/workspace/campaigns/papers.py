"""The documents of a campaign that follow from its records alone, written into a folder."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from reviewer.progress import Progress
from reviewer.reports import word
from reviewer.reports.campaign.draw_record import draw_record
from reviewer.reports.campaign.from_statistics import summary_of
from reviewer.reports.campaign.inputs import DrawInput
from reviewer.reports.campaign.rectification_ledger import rectification_ledger
from reviewer.reports.campaign.summary import summary
from reviewer.reports.campaign.summary_excel import write_campaign_summary
from reviewer.reports.campaign.year_inputs import RectificationLedgerInput
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import hash_of, newest, replacements_of

Job = tuple[str, Callable[[Path], object]]
"""Name of a file, and what writes it."""


class Papers:
    """Writes documents of a campaign."""

    def __init__(self, records: CampaignRecords, results: Results) -> None:
        self._records, self._results = records, results

    def write(
        self, campaign_id: UUID, folder: Path, made_on: date, progress: Progress
    ) -> tuple[Path, ...]:
        """Write 抽取记录, 评查结果汇总表 (Word, Excel) and 整改台账, those that tell something.

        Raises:
            Cancelled: the user stopped it; what was written stays.
        """
        state = self._records.load(campaign_id)
        jobs = [*_draw(state), *self._summary(state, made_on), *_ledger(state, made_on)]
        written = []
        for at, (name, write) in enumerate(jobs):
            progress.report(at, len(jobs), f"正在写出《{name}》")
            write(folder / name)
            written.append(folder / name)
        return tuple(written)

    def _summary(self, state: CampaignState, made_on: date) -> Iterator[Job]:
        if not self._results.final_of(state):
            return
        campaign = state.campaign
        found = self._results.statistics(campaign.id)
        pending = len(self._results.waiting(campaign.id))
        report = summary(summary_of(campaign, found, made_on, pending))
        yield "评查结果汇总表.docx", lambda path: word.write(report, path)
        title = f"{campaign.name}评查结果汇总表"
        yield "评查结果汇总表.xlsx", lambda path: write_campaign_summary(found, path, title)


def _draw(state: CampaignState) -> Iterator[Job]:
    if not state.draws:
        return
    drawn, ledger = newest(state)
    source = DrawInput(
        state.campaign,
        drawn,
        hash_of(drawn),
        {row.case: row for row in ledger.rows},
        len(ledger.rows),
        ledger.frozen_at,
        ledger.sources,
        state.draws[:-1],
        replacements_of(state, drawn),
    )
    yield "抽取记录.docx", lambda path: word.write(draw_record(source), path)


def _ledger(state: CampaignState, made_on: date) -> Iterator[Job]:
    if not state.rectifications:
        return
    names = {unit.id: unit.name for unit in state.campaign.units}
    rows = tuple((names[one.unit], one) for one in state.rectifications)
    report = rectification_ledger(RectificationLedgerInput(state.campaign, rows, made_on))
    yield "整改台账.docx", lambda path: word.write(report, path)
