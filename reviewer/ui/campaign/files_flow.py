"""What the page 调卷 asks of the workspace, through jobs."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal

from reviewer.progress import Progress
from reviewer.ui.campaign.files_page import FilesPage
from reviewer.ui.campaign.filing_port import FilingPort
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens


class FilesFlow(CampaignPart):
    """Joins imported cases to the drawn ones of the campaign that is seen."""

    joined = Signal()  # other cases are there now
    import_wanted = Signal()

    entry = "draw"

    def __init__(
        self, filing: FilingPort, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow, draw: Deed
    ) -> None:
        super().__init__(campaign)
        self._filing, self._jobs, self._campaign = filing, jobs, campaign
        self.page = page = FilesPage(tokens)
        page.join_asked.connect(self._on_join)
        page.all_asked.connect(self._on_all)
        page.import_asked.connect(self.import_wanted)
        page.draw_asked.connect(draw)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page."""
        return (HomePlace("files", self.page, self.page.set_tokens, self.page.begin),)

    def exists(self) -> bool:
        """Return whether something was drawn."""
        return self._campaign.state is not None and bool(self._campaign.state.draws)

    def actions(self) -> frozenset[str]:
        """Return what can be done."""
        return frozenset({"files.open"}) if self.exists() else frozenset()

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {"files.open": self.show}

    def show(self) -> None:
        """Go to the page."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Ask which files are there."""
        seen = self._campaign.campaign_id
        if seen is not None and self.exists():
            job = self._jobs.start(lambda _: self._filing.view(seen), Lane.WRITE)
            job.succeeded.connect(self.page.show_files)
            job.failed.connect(self.failed)

    def _on_join(self, imported: UUID, drawn: UUID) -> None:
        self._change(lambda _: self._filing.join(imported, drawn), lambda _: "已并入所选案卷")

    def _on_all(self) -> None:
        seen = self._campaign.campaign_id
        if seen is not None:
            self._change(
                lambda progress: self._filing.join_sure(seen, progress),
                lambda number: f"已并入 {number} 卷",
            )

    def _change(self, deed: Callable[[Progress], object], said: Callable[[object], str]) -> None:
        job = self._jobs.start(deed, Lane.WRITE)
        job.progressed.connect(lambda _done, _total, what: self.said.emit(what))
        job.succeeded.connect(lambda found: self.said.emit(said(found)))
        job.failed.connect(self.failed)
        # Also after a refusal in the middle: those before it are joined.
        job.finished.connect(self.refresh)
        job.finished.connect(self.joined)
