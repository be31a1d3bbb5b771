"""What the pages of a campaign ask of the workspace, through jobs.

It holds the campaign that is seen; every change brings the new state, and the pages follow.
"""

from datetime import UTC, date, datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer.model.campaigns import Campaign, Stage, StageState
from reviewer.ui.actions import ACTIONS
from reviewer.ui.campaign.board_page import BoardPage
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.board import NextStep, next_steps, stage_views, unit_views
from reviewer.workspace.campaigns.board_cases import BoardFilter, CasesView
from reviewer.workspace.campaigns.state import CampaignState

_KNOWN = frozenset(action.id for action in ACTIONS)


class CampaignFlow(CampaignPart):
    """The board, and the campaign that all pages see."""

    changed = Signal()  # another campaign, or another state of it
    asked = Signal(str)  # id of an action

    def __init__(self, services: Campaigns, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self.campaigns: tuple[Campaign, ...] = ()
        self.state: CampaignState | None = None
        self._late = ""
        self.board = BoardPage(tokens)
        self.board.act_asked.connect(self.asked)
        self.board.campaign_chosen.connect(self.load)

    @property
    def campaign_id(self) -> UUID | None:
        """Return the campaign that is seen."""
        return self.state.campaign.id if self.state else None

    def actions(self) -> frozenset[str]:
        """Return the ids of what can be done with the campaign that is seen."""
        if self.state is None:
            return frozenset()
        ids = {"ledger.open", "ledger.template"}
        if self._late:
            ids.add("board.late")
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
        """Return the board."""
        return (HomePlace("board", self.board, self.board.set_tokens, self.board.begin),)

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {
            "campaign.board": self.show,
            "campaign.notice": self.issue_notice,
            "board.late": self._show_late,
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
        known = [state.campaign if one.id == state.campaign.id else one for one in self.campaigns]
        if state.campaign not in known:
            known.insert(0, state.campaign)
        self.campaigns = tuple(known)
        self._show()

    def show(self) -> None:
        """Go to the board."""
        self.reload()
        self.shown.emit(self.board)
        self.board.begin()

    def refresh(self) -> None:
        """Ask how far the drawn cases are."""
        state = self.state
        if state is None:
            return
        boards, today = self._services.boards, _today()
        job = self._jobs.start(lambda _: boards.cases(state.campaign.id, today), Lane.READ)
        job.succeeded.connect(lambda view: self._on_cases(state, view))
        job.failed.connect(self.failed)

    def issue_notice(self) -> None:
        """Keep that the notice was issued."""
        seen = self.campaign_id
        if seen is None:
            return
        job = self._jobs.start(lambda _: self._services.setup.issue_notice(seen), Lane.WRITE)
        job.succeeded.connect(self.take)
        job.succeeded.connect(lambda _: self.said.emit("已登记通知印发"))
        job.failed.connect(self.failed)

    def _on_loaded(self, found: tuple[tuple[Campaign, ...], CampaignState | None]) -> None:
        if self.state is not None and found == (self.campaigns, self.state):
            self.refresh()  # the keyboard stays where it is on the board
            return
        self.campaigns, self.state = found
        self._show()

    def _show(self) -> None:
        if self.state is None:
            self.board.show_nothing()
        else:
            campaign = self.state.campaign
            self.board.show_campaigns(self.campaigns, campaign.id)
            views = stage_views(self.state, _today())
            self.board.show_board(campaign, views, unit_views(self.state))
            self._show_steps(self.state)
        self.changed.emit()

    def _show_steps(self, state: CampaignState) -> None:
        steps = [one for one in next_steps(state, _today()) if one.action in _KNOWN]
        if self._late:
            steps.insert(0, NextStep("逾期", self._late, "看案卷", "board.late", "red"))
        self.board.show_steps(steps)

    def _on_cases(self, state: CampaignState, view: CasesView) -> None:
        if self.campaign_id != state.campaign.id:
            return
        self.board.show_cases(view)
        if self._late != view.late_sentence:
            self._late = view.late_sentence
            self._show_steps(state)

    def _show_late(self) -> None:
        self.show()
        self.board.see(BoardFilter.LATE)


def _today() -> date:
    return local(datetime.now(UTC)).date()
