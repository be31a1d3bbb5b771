"""What the forms of the year's end ask of the workspace, through jobs."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from reviewer.errors import UserError
from reviewer.model.year_end import AnnualDraft, annual_id
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.year_end.annual_page import AnnualPage
from reviewer.ui.campaign.year_end.self_check_page import SelfCheckPage
from reviewer.ui.dialogs import ask_for_paper
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.self_check_form import Reply


class YearEndFlow(CampaignPart):
    """Keeps what is filled in, and writes the two reports."""

    entry = "statistics"

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow, back: Deed
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self._seen: UUID | None = None
        self.annual = annual = AnnualPage(tokens)
        self.checking = checking = SelfCheckPage(tokens)
        annual.changed.connect(self._on_annual)
        annual.write_asked.connect(self._ask_annual)
        checking.replied.connect(self._on_reply)
        checking.measures_changed.connect(self._on_measures)
        checking.write_asked.connect(self._ask_check)
        for page in (annual, checking):
            page.closed.connect(back)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the two forms."""
        annual, checking = self.annual, self.checking
        return (
            HomePlace("annual", annual, annual.set_tokens, annual.begin),
            HomePlace("selfcheck", checking, checking.set_tokens, checking.begin),
        )

    def exists(self) -> bool:
        """Return False: the entry of the rail is that of the statistics."""
        return False

    def actions(self) -> frozenset[str]:
        """Return the ids of the actions that can be done now."""
        if self._campaign.state is None:
            return frozenset()
        return frozenset({"annual.open", "selfcheck.open"})

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {"annual.open": self.show_annual, "selfcheck.open": self.show_check}

    def show(self) -> None:
        """Go to the yearly report."""
        self.show_annual()

    def show_annual(self) -> None:
        """Go to the yearly report."""
        seen, year_end = self._see(), self._services.year_end
        if seen is None:
            return
        job = self._jobs.start(lambda _: year_end.annual(seen), Lane.WRITE)
        job.succeeded.connect(self.annual.show_view)
        job.succeeded.connect(lambda _: self.shown.emit(self.annual))
        job.failed.connect(self.failed)

    def show_check(self) -> None:
        """Go to the self-check."""
        seen, year_end = self._see(), self._services.year_end
        if seen is None:
            return
        job = self._jobs.start(lambda _: year_end.self_check(seen), Lane.WRITE)
        job.succeeded.connect(self.checking.show_view)
        job.succeeded.connect(lambda _: self.shown.emit(self.checking))
        job.failed.connect(self.failed)

    def write_annual(self, path: Path) -> None:
        """Write the material of the yearly report."""
        seen, year_end = self._seen, self._services.year_end
        if seen is not None:
            # After what was filled in last, which is saved in the same lane.
            job = self._jobs.start(lambda _: year_end.write_annual(seen, path), Lane.WRITE)
            job.succeeded.connect(self._on_written)
            job.failed.connect(self.failed)

    def write_check(self, path: Path) -> None:
        """Write the report of the self-check."""
        seen, year_end = self._seen, self._services.year_end
        if seen is not None:
            job = self._jobs.start(lambda _: year_end.write_self_check(seen, path), Lane.WRITE)
            job.succeeded.connect(self._on_written)
            job.failed.connect(self.failed)

    def _see(self) -> UUID | None:
        seen = self._campaign.campaign_id
        if seen != self._seen:
            self._seen = seen
            self.annual.forget()
            self.checking.forget()
        return seen

    def _on_annual(
        self, figures: Mapping[str, str], before: Mapping[str, str], texts: Mapping[str, str]
    ) -> None:
        seen, year_end = self._seen, self._services.year_end
        if seen is None:
            return
        draft = AnnualDraft(annual_id(seen), seen, figures, before, texts)
        job = self._jobs.start(lambda _: year_end.fill_annual(seen, draft), Lane.WRITE)
        job.succeeded.connect(self.annual.show_view)
        job.failed.connect(self.failed)

    def _on_reply(self, item: str, reply: Reply) -> None:
        seen, year_end = self._seen, self._services.year_end
        if seen is None:
            return
        job = self._jobs.start(lambda _: year_end.reply(seen, item, reply), Lane.WRITE)
        job.succeeded.connect(self.checking.show_view)
        job.failed.connect(self._on_refused)

    def _on_measures(self, unit: str, measures: str) -> None:
        seen, year_end = self._seen, self._services.year_end
        if seen is None:
            return
        job = self._jobs.start(lambda _: year_end.fill_measures(seen, unit, measures), Lane.WRITE)
        job.succeeded.connect(self.checking.show_view)
        job.failed.connect(self.failed)

    def _ask_annual(self) -> None:
        ask_for_paper(self.annual, "写出年度工作报告素材", "年度工作报告素材", self.write_annual)

    def _ask_check(self) -> None:
        name = "三项制度自查评估报告"
        ask_for_paper(self.checking, "写出三项制度自查报告", name, self.write_check)

    def _on_written(self, path: Path) -> None:
        self.said.emit(f"已写出《{path.name}》")

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.checking.form.refuse(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)
