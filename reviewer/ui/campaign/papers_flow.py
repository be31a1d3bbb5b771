"""Writing the documents of the campaign that is seen, through jobs."""

from collections.abc import Set as AbstractSet
from pathlib import Path

from reviewer.progress import Progress
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.papers_page import PapersPage
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.page_job import PageJob
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.ui.writing_page import KEPT
from reviewer.workspace.campaigns.papers import PaperKind, PaperOffer

_EXCEL = ".xlsx"


class PapersFlow(CampaignPart):
    """Leads from a campaign to its documents."""

    entry = "campaign"

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self.page = PapersPage(tokens)
        self._writing = PageJob(jobs, self.page, KEPT, self)
        self.page.wanted.connect(self._on_wanted)
        self.page.stopped.connect(self._writing.stop)
        self.page.closed.connect(campaign.show)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page."""
        return (HomePlace("papers", self.page, self.page.set_tokens, self.page.begin),)

    def actions(self) -> frozenset[str]:
        """Return what can be done: of every campaign there is at least its notice."""
        return frozenset() if self._campaign.state is None else frozenset({"papers.open"})

    def deeds(self) -> dict[str, Deed]:
        """Return what the action does."""
        return {"papers.open": self.show}

    def show(self) -> None:
        """Go to the page."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Ask what can be written now."""
        state = self._campaign.state
        if state is None:
            return
        campaign, papers = state.campaign, self._services.papers
        job = self._jobs.start(lambda _: papers.offers(campaign.id), Lane.WRITE)
        job.succeeded.connect(lambda found: self._on_offers(campaign.name, found))
        job.failed.connect(self.failed)

    def _on_offers(self, name: str, found: tuple[PaperOffer, ...]) -> None:
        self.page.show_offers(name, found)

    def _on_wanted(
        self, kinds: AbstractSet[PaperKind], forms: tuple[str, ...], folder: Path
    ) -> None:
        seen, papers = self._campaign.campaign_id, self._services.papers
        if seen is None:
            return

        def work(progress: Progress) -> tuple[Path, ...]:
            return papers.write(seen, kinds, folder, progress, (*forms, _EXCEL))

        self._writing.run(work, self._on_written)

    def _on_written(self, paths: tuple[Path, ...]) -> None:
        self.page.show_end(f"已导出 {len(paths)} 个文件。")
        self.said.emit(f"已导出 {len(paths)} 个文件")
