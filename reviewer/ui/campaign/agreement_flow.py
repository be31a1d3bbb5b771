"""What the page 一致性与校准 asks of the workspace, through jobs."""

from uuid import UUID

from reviewer.errors import UserError
from reviewer.ui.campaign.agreement_page import AgreementPage
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.agreement_view import AgreementView
from reviewer.workspace.campaigns.state import CampaignState


class AgreementFlow(CampaignPart):
    """Agreement, severity and calibration of the campaign that is seen; for its leader."""

    entry = "adjudication"

    def __init__(
        self,
        services: Campaigns,
        jobs: Jobs,
        tokens: Tokens,
        campaign: CampaignFlow,
        back: Deed,
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self.page = AgreementPage(tokens)
        self.page.files_chosen.connect(self._on_chosen)
        self.page.closed.connect(back)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page."""
        return (HomePlace("agreement", self.page, self.page.set_tokens, self.page.begin),)

    def exists(self) -> bool:
        """Return whether cases were drawn and there are reviewers."""
        state = self._campaign.state
        return state is not None and bool(state.draws and state.campaign.members)

    def actions(self) -> frozenset[str]:
        """Return what can be done now."""
        return frozenset({"agreement.open"}) if self.exists() else frozenset()

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {"agreement.open": self.show}

    def show(self) -> None:
        """Go to the page, unless who sits here does not lead."""
        self._ask(then_show=True)

    def refresh(self) -> None:
        """Ask for the figures again."""
        self._ask(then_show=False)

    def _ask(self, *, then_show: bool) -> None:
        seen = self._campaign.campaign_id
        if seen is None:
            return
        calibrating = self._services.calibrating
        job = self._jobs.start(lambda _: calibrating.view(seen), Lane.WRITE)
        job.succeeded.connect(lambda found: self._on_found(found, then_show=then_show))
        job.failed.connect(self.failed)

    def _on_found(self, found: AgreementView, *, then_show: bool) -> None:
        self.page.show_agreement(found)
        if then_show:
            self.shown.emit(self.page)

    def _on_chosen(self, cases: tuple[UUID, ...]) -> None:
        seen = self._campaign.campaign_id
        if seen is None:
            return
        calibrating = self._services.calibrating
        job = self._jobs.start(lambda _: calibrating.choose(seen, cases), Lane.WRITE)
        job.succeeded.connect(self._on_changed)
        job.failed.connect(self._on_refused)

    def _on_changed(self, state: CampaignState) -> None:
        self._campaign.take(state)
        self.said.emit("校准案卷已发给全部评查人，列在各人的评查任务之首")

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.page.refuse(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)
