"""What the pages of a campaign ask of the workspace, through jobs.

It holds the campaign that is seen; every change brings the new state, and the pages follow.
"""

from datetime import UTC, date, datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer.errors import UserError
from reviewer.model.campaigns import Campaign, CaseKind, Stage, StageState
from reviewer.ui.actions import ACTIONS
from reviewer.ui.campaign.board_page import BoardPage
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.campaign.setup_page import Choices, SetupPage
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.board import next_steps, stage_views, unit_views
from reviewer.workspace.campaigns.setup_form import SetupForm, form_of
from reviewer.workspace.campaigns.state import CampaignState

_KNOWN = frozenset(action.id for action in ACTIONS)


class CampaignFlow(CampaignPart):
    """Board and set-up of campaigns."""

    changed = Signal()  # another campaign, or another state of it
    asked = Signal(str)  # id of an action

    def __init__(self, services: Campaigns, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._base: Campaign | None = None
        self._new = False
        self._campaigns: tuple[Campaign, ...] = ()
        self.state: CampaignState | None = None
        self.board = BoardPage(tokens)
        self.setup = SetupPage(tokens)
        self.board.act_asked.connect(self.asked)
        self.board.campaign_chosen.connect(self.load)
        self.setup.saved.connect(self._on_saved)
        self.setup.cancelled.connect(self.show)

    @property
    def campaign_id(self) -> UUID | None:
        """Return the campaign that is seen."""
        return self.state.campaign.id if self.state else None

    def actions(self) -> frozenset[str]:
        """Return the ids of what can be done with the campaign that is seen."""
        if self.state is None:
            return frozenset()
        ids = {"campaign.setup", "ledger.open", "ledger.template"}
        if self.state.campaign.stage(Stage.NOTICE).state is not StageState.DONE:
            ids.add("campaign.notice")
        ledger = self.state.ledger
        if ledger is not None and ledger.rows:
            ids.add("ledger.export")
        frozen = ledger is not None and ledger.frozen_at is not None
        ids.add("ledger.anew" if frozen else "ledger.import")
        if not frozen and ledger is not None and ledger.rows:
            ids.add("ledger.freeze")
        if ledger is not None and ledger.rows:
            ids.add("draw.open")
        if self.state.draws:
            ids.add("draw.record")
        return frozenset(ids)

    def places(self) -> tuple[HomePlace, ...]:
        """Return board and set-up."""
        return (
            HomePlace("board", self.board, self.board.set_tokens, self.board.begin),
            HomePlace("setup", self.setup, self.setup.set_tokens),
        )

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {
            "campaign.new": self.show_new,
            "campaign.board": self.show,
            "campaign.setup": self.show_setup,
            "campaign.notice": self.issue_notice,
        }

    def reload(self) -> None:
        """Ask for the campaigns, and for the one that is seen, the newest at first."""
        seen = self.campaign_id

        def ask(_progress: object) -> tuple[tuple[Campaign, ...], CampaignState | None]:
            found = self._services.setup.all()
            ids = [one.id for one in found]
            wanted = seen if seen in ids else next(iter(ids), None)
            return found, self._services.setup.state(wanted) if wanted else None

        job = self._jobs.start(ask, Lane.WRITE)
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self.failed)

    def load(self, campaign_id: UUID) -> None:
        """See another campaign."""
        job = self._jobs.start(lambda _: self._services.setup.state(campaign_id), Lane.WRITE)
        job.succeeded.connect(self.take)
        job.failed.connect(self.failed)

    def take(self, state: CampaignState) -> None:
        """See a state of a campaign."""
        self.state = state
        known = [state.campaign if one.id == state.campaign.id else one for one in self._campaigns]
        if state.campaign not in known:
            known.insert(0, state.campaign)
        self._campaigns = tuple(known)
        self._show()

    def show(self) -> None:
        """Go to the board."""
        self.shown.emit(self.board)
        self.board.begin()

    def show_new(self) -> None:
        """Go to an empty set-up."""
        self._ask_setup(None)

    def show_setup(self) -> None:
        """Go to the set-up of the campaign that is seen."""
        if self.state is not None:
            self._ask_setup(self.state.campaign)

    def issue_notice(self) -> None:
        """Keep that the notice was issued."""
        seen = self.campaign_id
        if seen is None:
            return
        job = self._jobs.start(lambda _: self._services.setup.issue_notice(seen), Lane.WRITE)
        job.succeeded.connect(self.take)
        job.succeeded.connect(lambda _: self.said.emit("已登记通知印发"))
        job.failed.connect(self.failed)

    def _ask_setup(self, campaign: Campaign | None) -> None:
        setup = self._services.setup

        def ask(_progress: object) -> tuple[Campaign, Choices]:
            known = {kind: setup.standards(kind) for kind in CaseKind}
            return campaign or setup.blank(_today()), known

        job = self._jobs.start(ask)
        job.succeeded.connect(lambda found: self._on_setup(*found, new=campaign is None))
        job.failed.connect(self.failed)

    def _on_setup(self, campaign: Campaign, choices: Choices, *, new: bool) -> None:
        self._base = campaign
        self._new = new
        self.setup.show_form(form_of(campaign), choices, new=new)
        self.shown.emit(self.setup)
        self.setup.begin()

    def _on_saved(self, form: SetupForm) -> None:
        base, state, new = self._base, self.state, self._new
        if base is None:
            return
        setup = self._services.setup

        def save(_progress: object) -> CampaignState:
            campaign = setup.read(form, base)
            if new or state is None:
                return setup.create(campaign)
            return setup.change(campaign, state)

        job = self._jobs.start(save, Lane.WRITE)
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_refused)

    def _on_kept(self, state: CampaignState) -> None:
        self.take(state)
        self.show()
        self.said.emit("已新建活动" if self._new else "已保存活动设置")

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.setup.refuse(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)

    def _on_loaded(self, found: tuple[tuple[Campaign, ...], CampaignState | None]) -> None:
        self._campaigns, self.state = found
        self._show()

    def _show(self) -> None:
        if self.state is None:
            self.board.show_nothing()
        else:
            today = _today()
            campaign = self.state.campaign
            self.board.show_campaigns(self._campaigns, campaign.id)
            steps = [one for one in next_steps(self.state, today) if one.action in _KNOWN]
            views = stage_views(self.state, today)
            self.board.show_board(campaign, views, steps, unit_views(self.state))
        self.changed.emit()


def _today() -> date:
    return local(datetime.now(UTC)).date()
