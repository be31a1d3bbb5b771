"""What the pages of the ledger ask of the workspace, through jobs."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from reviewer.model.ledger_sheets import LedgerChoices, LedgerPreview
from reviewer.progress import Progress
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.ledger_page import LedgerPage
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.preview_page import PreviewPage
from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import LedgerHints, PreviewHints

_Found = tuple[LedgerPreview, PreviewHints | None]


class LedgerFlow(CampaignPart):
    """Collects the ledger of the campaign that is seen."""

    dropped = Signal(str, object)  # what was taken out, and what puts it back

    entry = "draw"

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self._path = Path()
        self._preview: LedgerPreview | None = None
        self._reading: Job | None = None
        self.page = page = LedgerPage(tokens)
        self.preview = PreviewPage(tokens)
        page.import_asked.connect(self.look_at)
        page.drop_refused.connect(self.said)
        page.template_asked.connect(self._on_template)
        page.export_asked.connect(self._on_export)
        page.drop_asked.connect(self._on_drop)
        page.anew_asked.connect(self.begin_anew)
        page.freeze_asked.connect(self.freeze)
        self.preview.choices_made.connect(self._read)
        self.preview.confirmed.connect(self._on_confirmed)
        self.preview.cancelled.connect(self.show)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the ledger and the preview of an import."""
        return (
            HomePlace("ledger", self.page, self.page.set_tokens, self.page.begin),
            HomePlace("ledger_preview", self.preview, self.preview.set_tokens),
        )

    def exists(self) -> bool:
        """Return whether there is a campaign to collect for."""
        return self._campaign.state is not None

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does; those of the ledger go to its page first."""
        there = {
            "ledger.template": self.page.ask_template,
            "ledger.import": self.page.ask_import,
            "ledger.export": self.page.ask_export,
            "ledger.freeze": self.freeze,
            "ledger.anew": self.begin_anew,
        }
        return {"ledger.open": self.show, **{name: self._here(do) for name, do in there.items()}}

    def show(self) -> None:
        """Go to the ledger as it stands."""
        self._stop()
        self.refresh()
        self.shown.emit(self.page)
        self.page.begin()

    def refresh(self) -> None:
        """Ask again for the hints."""
        state = self._campaign.state
        if state is None:
            return
        seen = state.campaign.id
        job = self._jobs.start(lambda _: self._services.ledger.hints(seen), Lane.WRITE)
        job.succeeded.connect(lambda hints: self._on_hints(state, hints))
        job.failed.connect(self.failed)

    def look_at(self, path: Path) -> None:
        """Look at a workbook; nothing is imported."""
        self._path = path
        self.preview.start(path.name)
        self._read(LedgerChoices())

    def begin_anew(self) -> None:
        """Make an open ledger beside the frozen one."""
        self._change(self._services.ledger.begin_anew, "已另建台账，原台账和抽取记录保留")

    def freeze(self) -> None:
        """Freeze the ledger, so that it can be drawn from."""
        self._change(self._services.ledger.freeze, "台账已冻结，确需改动的可以另建台账")

    def _here(self, deed: Deed) -> Deed:
        def go() -> None:
            self.show()
            deed()

        return go

    def _read(self, choices: LedgerChoices) -> None:
        seen = self._campaign.campaign_id
        if seen is None:
            return
        self._stop()
        ledger, path = self._services.ledger, self._path

        def read(progress: Progress) -> _Found:
            found = ledger.preview(seen, path, choices, progress)
            return found, ledger.look_ahead(seen, found)

        self.said.emit(f"正在读取《{path.name}》")
        self._reading = job = self._jobs.start(read, Lane.LONG)
        job.progressed.connect(lambda done, _total, what: self.said.emit(f"{what}，第 {done:,} 行"))
        job.succeeded.connect(lambda found: self._on_read(job, *found))
        job.failed.connect(self.failed)

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._reading = None

    def _on_read(self, job: Job, found: LedgerPreview, ahead: PreviewHints | None) -> None:
        state = self._campaign.state
        if job is not self._reading or state is None:
            return
        self._reading = None
        self._preview = found
        self.said.emit("")
        self.preview.show_preview(found, ahead, state.campaign.units)
        self.shown.emit(self.preview)
        self.preview.begin()

    def _on_confirmed(self) -> None:
        found = self._preview
        if found is not None:
            said = f"已导入《{found.source}》{len(found.rows):,} 件"
            self._change(lambda seen: self._services.ledger.confirm(seen, found), said)

    def _on_template(self, path: Path) -> None:
        self._write(self._services.ledger.write_template, path)

    def _on_export(self, path: Path) -> None:
        self._write(self._services.ledger.export, path)

    def _on_drop(self, unit: UUID) -> None:
        state = self._campaign.state
        if state is None or state.ledger is None:
            return
        rows = tuple(row for row in state.ledger.rows if row.unit == unit)
        if not rows:
            return
        name = state.campaign.unit(unit).name
        ledger = self._services.ledger

        def back() -> None:
            self._change(lambda seen: ledger.put_back(seen, rows), f"已恢复{name}的台账")

        said = f"已移出{name}的台账 {len(rows):,} 件。"
        self._change(
            lambda seen: ledger.drop_unit(seen, unit), said, lambda: self.dropped.emit(said, back)
        )

    def _write(self, deed: Callable[[UUID, Path], object], path: Path) -> None:
        seen = self._campaign.campaign_id
        if seen is None:
            return
        job = self._jobs.start(lambda _: deed(seen, path), Lane.LONG)
        job.succeeded.connect(lambda _: self.said.emit(f"已写出《{path.name}》"))
        job.failed.connect(self.failed)

    def _change(
        self,
        deed: Callable[[UUID], CampaignState],
        said: str,
        after: Callable[[], object] = lambda: None,
    ) -> None:
        seen = self._campaign.campaign_id
        if seen is None:
            return
        job = self._jobs.start(lambda _: deed(seen), Lane.WRITE)
        job.succeeded.connect(lambda state: self._on_changed(state, said, after))
        job.failed.connect(self.failed)

    def _on_changed(self, state: CampaignState, said: str, after: Callable[[], object]) -> None:
        self._campaign.take(state)
        self.show()
        self.said.emit(said)
        after()

    def _on_hints(self, state: CampaignState, hints: LedgerHints) -> None:
        self.page.show_ledger(state, hints)
