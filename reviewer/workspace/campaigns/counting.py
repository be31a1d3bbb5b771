"""The statistics of a campaign for the window: counted, drawn, copied and written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from reviewer.campaign.machines import Role
from reviewer.campaign.results import Result
from reviewer.campaign.statistics import statistics
from reviewer.model.casework import CaseState
from reviewer.reports.campaign.summary_excel import write_campaign_summary
from reviewer.reports.figure_excel import write_texts
from reviewer.store import Store
from reviewer.workspace.campaigns.charting import Drawn, Wish, draw
from reviewer.workspace.campaigns.figure_tables import FigureTable
from reviewer.workspace.campaigns.papers.writers import writing
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.review_book import read_book
from reviewer.workspace.campaigns.reviewer_figures import reviewer_table
from reviewer.workspace.campaigns.stages import actor
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.statistics_view import (
    SettledView,
    Standing,
    StatisticsView,
    settled_of,
    view_of,
)
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.people import People


@dataclass(frozen=True, slots=True)
class LastYears:
    """The results of last year's campaign, where it is kept here."""

    name: str
    results: tuple[Result, ...]


class Counting:
    """Counts the settled cases of a campaign."""

    def __init__(
        self,
        store: Store,
        records: CampaignRecords,
        results: Results,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._records, self._results = store, records, results
        self._people, self._now = people, now

    def view(self, campaign_id: UUID) -> StatisticsView:
        """Return the statistics as they are now; of reviewers only for the leader."""
        state = self._records.load(campaign_id)
        results = self._results.final_of(state)
        last = self._last_year(state)
        leads = bool(results) and self._leads(state)
        book = read_book(self._store, state, sampled(state)) if leads else None
        return view_of(
            state.campaign.name,
            statistics(results, last.results),
            results,
            standing(state, results),
            self._now(),
            last.name,
            reviewer_table(book) if book is not None else None,
        )

    def settled(self, campaign_id: UUID) -> SettledView:
        """Return how the settled cases are distributed, without all that the place shows."""
        state = self._records.load(campaign_id)
        results = self._results.final_of(state)
        return settled_of(results, standing(state, results))

    def draw(self, wish: Wish) -> Drawn:
        """Return a chart painted; never on the window's thread."""
        return draw(wish)

    def write_workbook(self, campaign_id: UUID, path: Path) -> Path:
        """Write all tables but those of reviewers as a workbook.

        Raises:
            UserError: the file cannot be written.
        """
        state = self._records.load(campaign_id)
        found = self._results.statistics(campaign_id)
        with writing(path):
            write_campaign_summary(found, path, f"{state.campaign.name}评查结果汇总表")
        return path

    def write_table(self, table: FigureTable, path: Path) -> Path:
        """Write one table as a workbook; figures are numbers there.

        Raises:
            UserError: the file cannot be written.
        """
        with writing(path):
            write_texts(table.title, table.note, table.texts, path)
        return path

    def _leads(self, state: CampaignState) -> bool:
        person = self._people.current()
        if person is None:
            return False
        return Role.LEADER in actor(state.campaign, person, self._now()).roles

    def _last_year(self, state: CampaignState) -> LastYears:
        before = state.campaign.previous
        known = {one.id: one.name for one in self._records.campaigns()}
        if before is None or before not in known:
            return LastYears("", ())
        return LastYears(known[before], self._results.final(before))


def standing(state: CampaignState, results: tuple[Result, ...]) -> Standing:
    """Return how far the reviewing of the drawn cases has come."""
    settled = {one.case for one in results}
    disputed = {one.case for one in state.progress if one.state is CaseState.DISPUTED}
    cases = sampled(state)
    return Standing(
        tuple(case for case in cases if case in settled),
        tuple(case for case in cases if case not in settled),
        tuple(case for case in cases if case in disputed and case not in settled),
    )
