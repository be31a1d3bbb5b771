"""What the parts of the place 整改 have in common: changes through jobs, refusals, files."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reviewer.errors import UserError
from reviewer.model.feedback import Evidence
from reviewer.progress import Progress
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.part import CampaignPart
from reviewer.ui.dialogs import ask_folder
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.workspace.campaigns.follow_steps import has_results
from reviewer.workspace.campaigns.state import CampaignState

Change = Callable[[UUID, Progress], CampaignState]
Writing = Callable[[UUID, Path, Progress], tuple[Path, ...]]
Refuse = Callable[[str], object]


def nothing() -> None:
    """Do nothing."""


class FollowPart(CampaignPart):
    """One side of the place 整改."""

    entry = "rectification"

    def __init__(self, services: Campaigns, jobs: Jobs, campaign: CampaignFlow) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign

    def exists(self) -> bool:
        """Return whether there are results to tell units of."""
        state = self._campaign.state
        return state is not None and has_results(state)

    def ask_view(self, ask: Callable[[UUID], object], shown: Callable[..., object]) -> None:
        """Ask how far this side of the campaign that is seen is, and give the answer to `shown`."""
        seen = self._campaign.campaign_id
        if seen is None:
            return
        job = self._jobs.start(lambda _: ask(seen), Lane.WRITE)
        job.succeeded.connect(shown)
        job.failed.connect(self.failed)

    def open_file(self, evidence: Evidence) -> None:
        """Open a copy of a file that a unit sent."""
        files = self._services.files
        job = self._jobs.start(lambda _: files.copy_of(evidence))
        job.succeeded.connect(self._on_copy)
        job.failed.connect(self.failed)

    def change(
        self, deed: Change, said: str, refuse: Refuse, after: Callable[[], object] = nothing
    ) -> None:
        """Change the campaign that is seen; a refusal is said where the step was taken."""
        seen = self._campaign.campaign_id
        if seen is None:
            return
        job = self._jobs.start(lambda progress: deed(seen, progress), Lane.WRITE)
        job.succeeded.connect(lambda state: self._on_changed(state, said, after))
        job.failed.connect(lambda error: self._on_refused(error, refuse))

    def ask_where(self, owner: QWidget, what: str, write: Writing) -> None:
        """Ask for a folder and write documents into it."""
        ask_folder(owner, f"{what}存放文件夹", lambda name: self.write(write, Path(name)))

    def write(self, write: Writing, folder: Path) -> None:
        """Write documents into a folder and say how many."""
        seen = self._campaign.campaign_id
        if seen is None:
            return
        job = self._jobs.start(lambda progress: write(seen, folder, progress), Lane.LONG)
        job.progressed.connect(lambda _done, _total, what: self.said.emit(what))
        job.succeeded.connect(self._on_written)
        job.failed.connect(self.failed)

    def _on_written(self, paths: tuple[Path, ...]) -> None:
        # Writing letters drafts the feedback: the pages follow.
        self._campaign.reload()
        self.said.emit(f"已写出 {len(paths)} 份文书到“{paths[0].parent}”" if paths else "")

    def _on_changed(self, state: CampaignState, said: str, after: Callable[[], object]) -> None:
        self._campaign.take(state)
        after()
        self.refresh()
        self.said.emit(said)

    def _on_refused(self, error: Exception, refuse: Refuse) -> None:
        if isinstance(error, UserError):
            refuse(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)

    def _on_copy(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self.failed.emit(
                UserError(f"本机没有能打开《{copy.name}》的程序。", f"副本在 {copy.parent}。")
            )
