"""What the page 整改 asks of the workspace, through jobs."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from reviewer.errors import UserError
from reviewer.model.rectification_forms import FormPreview
from reviewer.progress import Progress
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.follow_part import Change, FollowPart
from reviewer.ui.campaign.form_page import FormPage
from reviewer.ui.campaign.part import Deed
from reviewer.ui.campaign.rectify_page import RectifyPage
from reviewer.ui.campaign.steps_line import today
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.rectification_views import Shown
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.terms import read_day


class RectifyFlow(FollowPart):
    """Takes each problem from its notice to 销号 and 回头看."""

    def __init__(
        self,
        services: Campaigns,
        jobs: Jobs,
        tokens: Tokens,
        campaign: CampaignFlow,
        feedback: Callable[[], object],
    ) -> None:
        super().__init__(services, jobs, campaign)
        self._show_feedback = feedback
        self.page, self.form = page, form = RectifyPage(tokens), FormPage(tokens)
        page.plan_asked.connect(self.plan)
        page.papers_asked.connect(self._on_papers)
        page.form_chosen.connect(self.read_form)
        page.ledger_asked.connect(self.ask_ledger)
        page.closings_asked.connect(self._on_closings)
        page.step_taken.connect(self._on_step)
        page.problem.reported.connect(self._on_reported)
        page.problem.evidence_asked.connect(self._on_evidence)
        page.problem.file_opened.connect(self.open_file)
        form.confirmed.connect(self._on_confirmed)
        form.cancelled.connect(self.show_page)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page and the preview of a form."""
        return (
            HomePlace("rectify", self.page, self.page.set_tokens, self.page.begin),
            HomePlace("form_preview", self.form, self.form.set_tokens, self.form.begin),
        )

    def actions(self) -> frozenset[str]:
        """Return what can be done now."""
        if not self.exists():
            return frozenset()
        state = self._campaign.state
        ids = {"rectification.open"}
        if state is not None and state.rectifications:
            ids |= {
                f"rectification.{name}" for name in ("late", "revisit", "read", "ledger", "papers")
            }
        return frozenset(ids)

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {
            "rectification.open": self.show_page,
            "rectification.late": self.show_late,
            "rectification.revisit": self.show_looks,
            "rectification.papers": lambda: self._shown_then(lambda: self._on_papers(None)),
            "rectification.read": lambda: self._shown_then(self.page.ask_form),
            "rectification.ledger": lambda: self._shown_then(self.ask_ledger),
        }

    def show(self) -> None:
        """Go to the problems, or to the feedback while there are none."""
        state = self._campaign.state
        if state is not None and state.rectifications:
            self.show_page()
        else:
            self._show_feedback()

    def show_page(self) -> None:
        """Go to the problems of all units."""
        self.refresh()
        self.shown.emit(self.page)

    def show_late(self) -> None:
        """Go to the problems that should have been reported."""
        self.page.want(Shown.LATE)
        self.show_page()

    def show_looks(self) -> None:
        """Go to the closed problems of which 回头看 is planned."""
        self.page.want(Shown.REVISIT)
        self.show_page()

    def refresh(self) -> None:
        """Ask how far the problems are."""
        looks = self._services.rectification_looks
        self.ask_view(lambda seen: looks.view(seen, today()), self.page.show_view)

    def plan(self) -> None:
        """List the problems of all units whose feedback is final."""
        rectifying = self._services.rectifying
        self.change(lambda seen, _: rectifying.plan(seen), "已列出整改问题", self.page.steps.refuse)

    def ask_ledger(self) -> None:
        """Ask where the ledger goes."""
        papers = self._services.follow_papers
        self.ask_where(self.page, "整改台账", lambda seen, folder, progress: papers.ledger(
            seen, folder, today(), progress))  # fmt: skip

    def read_form(self, path: Path) -> None:
        """Look at a form that came back; nothing is changed."""
        seen = self._campaign.campaign_id
        if seen is None:
            return
        rectifying = self._services.rectifying
        self.said.emit(f"正在读取《{path.name}》")
        job = self._jobs.start(lambda _: rectifying.preview(seen, path, today()), Lane.LONG)
        job.succeeded.connect(self._on_preview)
        job.failed.connect(self._on_unreadable)

    def _shown_then(self, deed: Deed) -> None:
        self.show_page()
        deed()

    def _on_papers(self, unit: UUID | None) -> None:
        papers = self._services.follow_papers
        self.ask_where(self.page, "整改通知书", lambda seen, folder, progress: papers.notices(
            seen, unit, folder, today(), progress))  # fmt: skip

    def _on_closings(self, ids: tuple[UUID, ...]) -> None:
        papers = self._services.follow_papers
        self.ask_where(self.page, "销号单", lambda seen, folder, progress: papers.closings(
            seen, ids, folder, progress))  # fmt: skip

    def _on_step(self, ids: tuple[UUID, ...], action: str, day: str, other: str, note: str) -> None:
        rectifying = self._services.rectifying

        def later() -> date | None:
            return read_day(other, "新期限") if other.strip() else None

        deeds: dict[str, Change] = {
            "下达整改通知": lambda seen, _: rectifying.notify(seen, ids, read_day(day)),
            "延长期限": lambda seen, _: rectifying.extend(
                seen, ids, read_day(other, "新期限"), note
            ),
            "退回补正": lambda seen, _: rectifying.send_back(seen, ids, note, later()),
            "审核销号": lambda seen, _: rectifying.close(
                seen, ids, read_day(day, "销号日期"), note, later()
            ),
            "回头看通过": lambda seen, _: rectifying.pass_revisit(seen, ids, note),
            "回头看未通过": lambda seen, _: rectifying.fail_revisit(
                seen, ids, note, read_day(other, "新期限")
            ),
            "撤销": lambda seen, _: rectifying.withdraw(seen, ids, note),
        }
        self.change(deeds[action], f"已办理：{action} {len(ids)} 项", self.page.steps.refuse)

    def _on_reported(self, problem: UUID, texts: dict[str, str]) -> None:
        rectifying = self._services.rectifying
        self.change(
            lambda seen, _: rectifying.report(seen, (problem,), texts),
            "已登记整改报告",
            self.page.steps.refuse,
        )

    def _on_evidence(self, problem: UUID, names: list[str]) -> None:
        rectifying, files = self._services.rectifying, self._services.files

        def attach(seen: UUID, progress: Progress) -> CampaignState:
            kept = files.keep([Path(name) for name in names], progress)
            return rectifying.attach(seen, (problem,), kept)

        self.change(attach, f"已添加佐证材料 {len(names)} 份", self.page.steps.refuse)

    def _on_preview(self, shown: FormPreview) -> None:
        self.said.emit("")
        self.form.show_preview(shown)
        self.shown.emit(self.form)

    def _on_unreadable(self, error: Exception) -> None:
        self.said.emit("")
        if isinstance(error, UserError):
            self.page.steps.refuse(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)

    def _on_confirmed(self, shown: FormPreview, chosen: tuple[UUID, ...]) -> None:
        rectifying = self._services.rectifying
        self.change(
            lambda seen, progress: rectifying.apply(seen, shown, chosen, progress),
            f"已导入《{shown.path.name}》{len(chosen)} 项",
            self.form.refuse,
            self.show_page,
        )
