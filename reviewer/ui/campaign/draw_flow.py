"""What the page of the draw asks of the workspace, through jobs."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from reviewer.errors import UserError
from reviewer.ui.campaign.draw_page import DrawPage
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.steps_line import today
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.board import next_steps
from reviewer.workspace.campaigns.draw_form import PlanTexts, plan_of
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import PlannedDraw, Verified


class DrawFlow(CampaignPart):
    """Draws the cases of the campaign that is seen."""

    drawn = Signal()  # there are new cases
    verified = Signal(str, str)  # sentence, tone

    entry = "draw"

    def __init__(
        self,
        services: Campaigns,
        jobs: Jobs,
        tokens: Tokens,
        campaign: CampaignFlow,
        ledger: Deed,
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self._show_ledger = ledger
        self.page = page = DrawPage(tokens)
        page.plan_changed.connect(self.count)
        page.draw_asked.connect(self._on_draw)
        page.replace_asked.connect(self._on_replace)
        page.record_asked.connect(self._on_record)
        page.verify_asked.connect(self.verify)
        page.ledger_asked.connect(ledger)
        page.act_asked.connect(campaign.asked)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page of the draw."""
        return (HomePlace("draw", self.page, self.page.set_tokens, self.page.begin),)

    def exists(self) -> bool:
        """Return whether there is a campaign to draw for."""
        return self._campaign.state is not None

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {
            "draw.open": self.show_page,
            "draw.record": self.page.ask_record,
            "draw.verify": self.page.ask_verify,
        }

    def show(self) -> None:
        """Go to the draw, or to the ledger while there is nothing to draw from."""
        state = self._campaign.state
        frozen = state is not None and state.ledger is not None and state.ledger.frozen_at
        if frozen:
            self.show_page()
        else:
            self._show_ledger()

    def show_page(self) -> None:
        """Go to the draw."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Show the state that is seen, and what the plan would draw."""
        state = self._campaign.state
        if state is not None:
            self.page.show_state(state, next_steps(state, today()))
            self.count()

    def count(self) -> None:
        """Ask how many cases the plan draws."""
        state = self._campaign.state
        if state is None or state.ledger is None or not state.ledger.rows:
            return
        seen, texts, draw = state.campaign.id, self.page.plan.texts(), self._services.draw
        if self._is_drawn_by(texts):
            self.page.show_drawn()
            return
        job = self._jobs.start(lambda _: draw.planned(seen, plan_of(texts)), Lane.WRITE)
        job.succeeded.connect(self._on_counted)
        job.failed.connect(self._on_refused)

    def verify(self, path: Path, ledger: Path | None = None) -> None:
        """Verify a record; where its ledger is not known here, ask for the workbook."""
        draw = self._services.draw
        self.said.emit(f"正在核对《{path.name}》")
        job = self._jobs.start(lambda progress: draw.verify(path, ledger, progress), Lane.LONG)
        job.succeeded.connect(self._on_verified)
        job.failed.connect(lambda error: self._on_unverified(path, ledger, error))

    def _is_drawn_by(self, texts: PlanTexts) -> bool:
        try:
            return self.page.is_drawn_by(plan_of(texts))
        except UserError:
            return False  # the count tells what is wrong

    def _on_counted(self, found: PlannedDraw) -> None:
        self.page.show_plan(found)

    def _on_draw(self, seed: str, people: tuple[str, str, str]) -> None:
        seen = self._campaign.campaign_id
        if seen is None:
            return
        texts, draw = self.page.plan.texts(), self._services.draw
        job = self._jobs.start(
            lambda progress: draw.draw(seen, plan_of(texts), seed, people, progress), Lane.WRITE
        )
        job.succeeded.connect(lambda state: self._on_changed(state, "已抽取，可以导出抽取记录"))
        job.failed.connect(self._on_refused)

    def _on_replace(self, missing: UUID, reason: str) -> None:
        seen = self._campaign.campaign_id
        if seen is None:
            return
        draw = self._services.draw
        job = self._jobs.start(lambda _: draw.replace(seen, missing, reason), Lane.WRITE)
        job.succeeded.connect(lambda state: self._on_swapped(state, missing))
        job.failed.connect(self.failed)

    def _on_swapped(self, state: CampaignState, missing: UUID) -> None:
        self.page.reason.clear()
        one = next(one for one in state.replacements if one.missing == missing)
        taken = f"递补 {state.row(one.taken).case_no}" if one.taken else "本层没有可以递补的案卷"
        self._on_changed(state, f"已调换，{taken}")

    def _on_changed(self, state: CampaignState, said: str) -> None:
        self.page.meeting.seed.clear()
        self._campaign.take(state)
        self.drawn.emit()
        self.said.emit(said)

    def _on_record(self, path: Path) -> None:
        seen = self._campaign.campaign_id
        if seen is None:
            return
        record = path.suffix.lower() == ".json"
        write: Callable[[UUID, Path], object] = (
            self._services.draw.write_record if record else self._services.papers.write_draw
        )
        job = self._jobs.start(lambda _: write(seen, path), Lane.LONG)
        job.succeeded.connect(lambda _: self.said.emit(f"已写出《{path.name}》"))
        job.failed.connect(self.failed)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.page.meeting.refusal.say(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)

    def _on_verified(self, found: Verified) -> None:
        self.said.emit("")
        about = f"《{found.campaign_name}》种子“{found.draw.seed}”，抽中 {len(found.draw.cases)} 卷"
        if found.differences:
            self.verified.emit(f"{about}，核对不一致：{''.join(found.differences[:3])}", "red")
        else:
            self.verified.emit(
                f"{about}：按{found.ledger_source}重新抽取，结果一致。哈希 {found.sha256}", "blue"
            )

    def _on_unverified(self, path: Path, ledger: Path | None, error: Exception) -> None:
        if ledger is not None or "没有抽取时的台账" not in str(error):
            self.failed.emit(error)
            return
        dialog = QFileDialog(self.page, "选组织单位导出的台账", "", "Excel 工作簿 (*.xlsx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.verify(path, Path(name)))
        dialog.open()
