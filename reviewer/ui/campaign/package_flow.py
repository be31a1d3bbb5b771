"""What the pages of packages ask of the workspace, through jobs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from reviewer.progress import Progress
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.package_page import PackagePage
from reviewer.ui.campaign.package_preview import PackagePreviewPage
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.handing import HandingView, Taken
from reviewer.workspace.campaigns.package_views import PackagePreview, Standing, Written


class PackageFlow(CampaignPart):
    """Writes packages for other desktops and reads theirs in."""

    taken = Signal()  # cases, reviews and perhaps who sits here are others now

    entry = "campaign"

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self._found: PackagePreview | None = None
        self._running: Job | None = None
        self.page = page = PackagePage(tokens)
        self.preview = preview = PackagePreviewPage(tokens)
        page.tasks_asked.connect(self.write_tasks)
        page.result_asked.connect(self.write_result)
        page.open_asked.connect(self.look_at)
        preview.confirmed.connect(self.take)
        preview.cancelled.connect(self._on_cancelled)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page and the preview."""
        return (
            HomePlace("packages", self.page, self.page.set_tokens, self.page.begin),
            HomePlace("package_preview", self.preview, self.preview.set_tokens, self.preview.begin),
        )

    def actions(self) -> frozenset[str]:
        """Return what can be done."""
        state = self._campaign.state
        if state is None:
            return frozenset()
        ids = {"package.list", "package.result"}
        if any(not one.withdrawn for one in state.assignments):
            ids.add("package.tasks")
        return frozenset(ids)

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {
            "package.open": self.page.ask_open,
            "package.list": self.show,
            "package.tasks": self._here(self.page.ask_tasks),
            "package.result": self._here(self.page.ask_result),
        }

    def show(self) -> None:
        """Go to the page."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Ask what could go out."""
        state = self._campaign.state
        if state is None:
            return
        seen, name = state.campaign.id, state.campaign.name
        job = self._jobs.start(lambda _: self._services.handing.view(seen), Lane.WRITE)
        job.succeeded.connect(lambda view: self._on_view(name, view))
        job.failed.connect(self.failed)

    def offer(self, paths: Sequence[Path], otherwise: Callable[[Sequence[Path]], object]) -> None:
        """Look at dropped files if they are one package; else do what is done with case files."""
        if len(paths) != 1 or paths[0].suffix.lower() != ".zip":
            otherwise(paths)
            return
        path = paths[0]
        job = self._jobs.start(lambda _: self._services.packages.is_package(path))
        job.succeeded.connect(lambda is_one: self.look_at(path) if is_one else otherwise(paths))
        job.failed.connect(lambda _: otherwise(paths))

    def look_at(self, path: Path) -> None:
        """Look at a package; nothing is read in."""
        self.said.emit(f"正在核对《{path.name}》")
        self._run(lambda progress: self._services.packages.preview(path, progress), self._on_found)

    def take(self) -> None:
        """Read in what was looked at."""
        found, decisions = self._found, self.preview.decisions
        if found is None:
            return
        handing = self._services.handing
        self.preview.take.setEnabled(False)
        self.said.emit(f"正在读入《{found.path.name}》")
        job = self._run(lambda progress: handing.take(found, progress, decisions), self._on_taken)
        job.finished.connect(lambda: self.preview.take.setEnabled(True))

    def write_tasks(self, people: Sequence[UUID], folder: Path) -> None:
        """Write the packages of some reviewers into a folder."""
        seen, handing = self._campaign.campaign_id, self._services.handing
        if seen is not None:
            self._run(
                lambda progress: handing.write_tasks(seen, people, folder, progress),
                lambda written: self._on_written(written, folder),
            )

    def write_result(self, path: Path) -> None:
        """Write what was reviewed here."""
        seen, packages = self._campaign.campaign_id, self._services.packages
        if seen is not None:
            self._run(
                lambda progress: packages.write_result(seen, path, progress),
                lambda written: self._on_written((written,), path.parent),
            )

    def _run(self, work: Callable[[Progress], object], done: Callable[..., object]) -> Job:
        self._running = job = self._jobs.start(work, Lane.LONG)
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(done)
        job.failed.connect(self.failed)
        return job

    def _here(self, deed: Deed) -> Deed:
        def go() -> None:
            self.show()
            deed()

        return go

    def _on_view(self, name: str, view: HandingView) -> None:
        self.page.show_handing(name, view)

    def _on_progress(self, done: int, total: int, what: str) -> None:
        self.said.emit(f"{what}，{done:,}/{total:,}" if total else what)

    def _on_found(self, found: PackagePreview) -> None:
        self._found = found
        self.said.emit("")
        self.preview.show_preview(found)
        self.shown.emit(self.preview)

    def _on_cancelled(self) -> None:
        if self._running is not None:
            self._running.cancel()
        self._found = None
        if self._campaign.state is None:
            self._campaign.show()
        else:
            self.show()

    def _on_taken(self, taken: Taken) -> None:
        self._found = None
        self._campaign.take(taken.state)
        self.taken.emit()
        self._campaign.show()
        counts = taken.merged.counts
        said = f"已读入：新增 {counts[Standing.NEW]} 条，更新 {counts[Standing.UPDATED]} 条"
        undecided = len(taken.merged.undecided)
        more = f"，{undecided} 条两边都改过的保持本机原样" if undecided else ""
        self.said.emit(f"{said}{more}")

    def _on_written(self, written: Sequence[Written], folder: Path) -> None:
        cases = sum(one.cases for one in written)
        size = sum(one.size for one in written) / 1_000_000
        self.said.emit(
            f"已写出 {len(written)} 个评查包，{cases} 卷次，{size:,.1f} MB，存放在“{folder}”"
        )
