"""What the place 统计 asks of the workspace, through jobs.

Figures are counted anew when the campaign changes; until they come the previous ones stay.
"""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from reviewer.model.casework import CaseState
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.statistics.chart_view import ChartView
from reviewer.ui.campaign.statistics.settled_strip import SettledStrip
from reviewer.ui.campaign.statistics.statistics_page import StatisticsPage
from reviewer.ui.campaign.statistics.what_if import WhatIf
from reviewer.ui.dialogs import ask_for_paper, ask_to_save
from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.charting import Wish
from reviewer.workspace.campaigns.figure_tables import FigureTable
from reviewer.workspace.campaigns.statistics_view import Part, SettledView, StatisticsView

_SETTLED = frozenset({CaseState.DECIDED, CaseState.APPEAL, CaseState.FINAL})


class StatisticsFlow(CampaignPart):
    """Counts the settled cases of the campaign that is seen."""

    cases_wanted = Signal(str, object)  # words, tuple of UUID
    asked = Signal(str)  # id of an action

    entry = "statistics"

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self._job: Job | None = None
        self._seen: UUID | None = None
        self.settled = SettledStrip(tokens)
        self.settled.opened.connect(self.cases_wanted)
        self.settled.act_asked.connect(self.asked)
        campaign.board.put_settled(self.settled)
        campaign.changed.connect(self._count_settled)
        self.what_if = WhatIf(services.supposing, jobs, tokens)
        self.page = page = StatisticsPage(tokens, self.what_if)
        self.what_if.said.connect(self.said)
        self.what_if.failed.connect(self.failed)
        page.part_shown.connect(self._on_part)
        page.seen.connect(self.refresh)
        page.opened.connect(self.cases_wanted)
        page.act_asked.connect(self.asked)
        page.copied.connect(self._on_copied)
        page.export_asked.connect(self._on_export)
        for chart in page.charts:
            chart.wanted.connect(self._on_wanted)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page."""
        return (HomePlace("statistics", self.page, self.page.set_tokens, self.page.begin),)

    def exists(self) -> bool:
        """Return whether a case is settled."""
        state = self._campaign.state
        return state is not None and any(one.state in _SETTLED for one in state.progress)

    def actions(self) -> frozenset[str]:
        """Return the ids of the actions that can be done now."""
        state = self._campaign.state
        if state is None or not state.draws:
            return frozenset()
        ids = {"statistics.open"}
        if self.exists():
            ids |= {"statistics.copy", "statistics.excel", "statistics.summary"}
        return frozenset(ids)

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {
            "statistics.open": self.show,
            "statistics.copy": self.copy,
            "statistics.excel": self.ask_workbook,
            "statistics.summary": self.ask_summary,
        }

    def show(self) -> None:
        """Go to the statistics; the page asks for them when it is seen."""
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Count anew; a count that still runs is not waited for."""
        state = self._campaign.state
        if state is None:
            return
        if state.campaign.id != self._seen:
            self.page.forget()
            self._seen = state.campaign.id
        self.page.show_counting()
        if self._job is not None:
            self._job.cancel()
        seen, statistics = state.campaign.id, self._services.statistics
        self._job = job = self._jobs.start(lambda _: statistics.view(seen), Lane.READ)
        job.succeeded.connect(lambda view: self._on_counted(job, view))
        job.failed.connect(lambda error: self._on_failed(job, error))

    def _count_settled(self) -> None:
        """Ask what the board tells of the settled cases."""
        seen, statistics = self._campaign.campaign_id, self._services.statistics
        if seen is None or not self.exists():
            self.settled.hide()
            return
        job = self._jobs.start(lambda _: statistics.settled(seen), Lane.READ)
        job.succeeded.connect(lambda view: self._on_settled(seen, view))
        job.failed.connect(self.failed)

    def _on_settled(self, seen: UUID, view: SettledView) -> None:
        if seen == self._campaign.campaign_id:
            self.settled.show_settled(view)

    def copy(self) -> None:
        """Put the table behind what is seen on the clipboard."""
        self.show()
        card = self.page.seen_card
        if card is not None:
            card.copy()

    def ask_workbook(self) -> None:
        """Ask where all tables go."""
        ask_to_save(self.page, "导出全部统计表", "评查统计.xlsx", self._on_workbook)

    def ask_summary(self) -> None:
        """Ask where 评查结果汇总表 goes."""
        ask_for_paper(
            self.page, "写出评查结果汇总表", "评查结果汇总表",
            lambda path: self.write(self._services.papers.write_summary, path), sheet=True,
        )  # fmt: skip

    def write(self, write: Callable[[UUID, Path], Path], path: Path) -> None:
        """Write a document of the campaign that is seen."""
        seen = self._campaign.campaign_id
        if seen is None:
            return
        self.said.emit(f"正在写出《{path.name}》")
        job = self._jobs.start(lambda _: write(seen, path), Lane.LONG)
        job.succeeded.connect(lambda _: self.said.emit(f"已写出《{path.name}》"))
        job.failed.connect(self.failed)

    def _on_counted(self, job: Job, view: StatisticsView) -> None:
        if job is self._job:
            self._job = None
            self.page.show_view(view)

    def _on_failed(self, job: Job, error: Exception) -> None:
        if job is self._job:
            self._job = None
            self.page.show_failure()
        self.failed.emit(error)

    def _on_part(self, part: Part) -> None:
        seen = self._campaign.campaign_id
        if part is Part.WHAT_IF and seen is not None:
            self.what_if.refresh(seen)

    def _on_wanted(self, wish: Wish) -> None:
        view = self.sender()
        assert isinstance(view, ChartView)
        job = self._jobs.start(lambda _: self._services.statistics.draw(wish), Lane.READ)
        job.succeeded.connect(view.show_drawn)
        job.failed.connect(self.failed)

    def _on_copied(self, title: str) -> None:
        self.said.emit(f"已复制“{title}”，可以粘贴到 WPS 或 Excel")

    def _on_export(self, table: FigureTable) -> None:
        name = table.title.replace("×", "").replace("（%）", "").replace(" ", "")
        ask_to_save(
            self.page, f"导出“{table.title}”", f"{name}.xlsx",
            lambda path: self.write_table(table, Path(path)),
        )  # fmt: skip

    def write_table(self, table: FigureTable, path: Path) -> None:
        """Write one table as a workbook."""
        statistics = self._services.statistics
        job = self._jobs.start(lambda _: statistics.write_table(table, path), Lane.LONG)
        job.succeeded.connect(lambda _: self.said.emit(f"已导出《{path.name}》"))
        job.failed.connect(self.failed)

    def _on_workbook(self, name: str) -> None:
        self.write(self._services.statistics.write_workbook, Path(name))
