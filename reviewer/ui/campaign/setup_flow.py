"""What set-up and copy of a campaign ask of the workspace, through jobs."""

from datetime import UTC, date, datetime
from uuid import UUID

from PySide6.QtCore import Signal

from reviewer.errors import UserError
from reviewer.model.campaigns import Campaign, CaseKind
from reviewer.ui.campaign.copy_page import CopyPage
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.setup_kinds import Choices
from reviewer.ui.campaign.setup_page import SetupPage
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.rollover_view import TakenLine, said_of
from reviewer.workspace.campaigns.setup_form import SetupForm, form_of
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.typed_texts import needed_day


class SetupFlow(CampaignPart):
    """Makes campaigns, anew or from last year's, and changes their set-up."""

    left = Signal()  # back to the board

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self._base: Campaign | None = None
        self._worked_from: CampaignState | None = None
        self.page = page = SetupPage(tokens)
        self.copy = CopyPage(tokens)
        page.saved.connect(self._on_saved)
        page.cancelled.connect(self.left)
        page.copy_asked.connect(self.show_copy)
        self.copy.looked.connect(self._on_looked)
        self.copy.made.connect(self._on_made)
        self.copy.cancelled.connect(self.show_new)
        self.left.connect(campaign.show)

    def places(self) -> tuple[HomePlace, ...]:
        """Return set-up and copy."""
        return (
            HomePlace("setup", self.page, self.page.set_tokens),
            HomePlace("copy", self.copy, self.copy.set_tokens, self.copy.begin),
        )

    def actions(self) -> frozenset[str]:
        """Return what can be done."""
        seen = self._campaign.state is not None
        return frozenset({"campaign.setup", "campaign.copy"} if seen else ())

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {
            "campaign.new": self.show_new,
            "campaign.copy": self.show_copy,
            "campaign.setup": self.show,
        }

    def show(self) -> None:
        """Go to the set-up of the campaign that is seen."""
        if self._campaign.state is not None:
            self._ask_setup(self._campaign.state)

    def show_new(self) -> None:
        """Go to an empty set-up."""
        self._ask_setup(None)

    def show_copy(self) -> None:
        """Go to the copy of a campaign."""
        campaigns = self._campaign.campaigns
        copied = {one.previous for one in campaigns}
        open_ones = [one for one in campaigns if one.id not in copied]
        self.copy.show_choices(open_ones or campaigns, _today().isoformat())
        self.shown.emit(self.copy)

    def _ask_setup(self, state: CampaignState | None) -> None:
        setup = self._services.setup

        def ask(_progress: object) -> tuple[Campaign, Choices]:
            known = {kind: setup.standards(kind) for kind in CaseKind}
            return state.campaign if state else setup.blank(_today()), known

        job = self._jobs.start(ask)
        job.succeeded.connect(lambda found: self._on_setup(found[0], found[1], state))
        job.failed.connect(self.failed)

    def _on_setup(self, base: Campaign, choices: Choices, state: CampaignState | None) -> None:
        self._base, self._worked_from = base, state
        copies = bool(self._campaign.campaigns)
        self.page.show_form(form_of(base), choices, new=state is None, copies=copies)
        self.shown.emit(self.page)
        self.page.begin()

    def _on_saved(self, form: SetupForm) -> None:
        base, state = self._base, self._worked_from
        if base is None:
            return
        setup = self._services.setup

        def save(_progress: object) -> CampaignState:
            campaign = setup.read(form, base)
            return setup.create(campaign) if state is None else setup.change(campaign, state)

        said = "已新建活动" if state is None else "已保存活动设置"
        job = self._jobs.start(save, Lane.WRITE)
        job.succeeded.connect(lambda kept: self._on_kept(kept, said))
        job.failed.connect(self._on_refused)

    def _on_looked(self, previous: UUID, begins: str) -> None:
        rollover = self._services.rollover

        def look(_progress: object) -> tuple[TakenLine, ...]:
            return rollover.preview(previous, needed_day(begins, "通知印发日期"))

        job = self._jobs.start(look, Lane.WRITE)
        job.succeeded.connect(self.copy.show_lines)
        job.failed.connect(self._on_not_copied)

    def _on_made(self, previous: UUID, begins: str) -> None:
        services = self._services

        def make(_progress: object) -> tuple[CampaignState, str]:
            made = services.rollover.roll_over(previous, needed_day(begins, "通知印发日期"))
            return services.setup.state(made.campaign.id), said_of(made)

        job = self._jobs.start(make, Lane.WRITE)
        job.succeeded.connect(lambda found: self._on_kept(*found))
        job.failed.connect(self._on_not_copied)

    def _on_kept(self, state: CampaignState, said: str) -> None:
        self._campaign.take(state)
        self.left.emit()
        self.said.emit(said)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.page.refuse(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)

    def _on_not_copied(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.copy.refuse(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)


def _today() -> date:
    return local(datetime.now(UTC)).date()
