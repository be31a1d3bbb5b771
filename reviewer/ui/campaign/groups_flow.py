"""What the page 分组与回避 asks of the workspace, through jobs."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from reviewer.progress import Progress
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.groups_changes import GroupsChanges, today
from reviewer.ui.campaign.groups_page import GroupsPage
from reviewer.ui.campaign.part import CampaignPart, Deed
from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.assigning import Proposal, Terms
from reviewer.workspace.campaigns.groups_view import GroupsView, candidates
from reviewer.workspace.campaigns.state import CampaignState


@dataclass(frozen=True, slots=True)
class _Proposed:
    """A proposal that waits to be taken."""

    campaign: UUID
    proposal: Proposal
    terms: Terms
    view: GroupsView


class GroupsFlow(CampaignPart):
    """Gives the drawn cases to reviewers, and keeps who keeps away from what."""

    undoable = Signal(str, object)  # what was done, and what takes it back

    entry = "campaign"

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs, self._campaign = services, jobs, campaign
        self._view = GroupsView((), (), (), ())
        self._proposed: _Proposed | None = None
        self._working: Job | None = None
        self.page = page = GroupsPage(tokens)
        page.propose_asked.connect(self.propose)
        page.case_wanted.connect(self._on_case)
        page.export_asked.connect(self._on_export)
        page.setup_asked.connect(lambda: campaign.asked.emit("campaign.setup"))
        page.terms.accepted.connect(self._on_accepted)
        page.terms.rejected.connect(self._on_rejected)
        self._changes = GroupsChanges(services, jobs, page, campaign)
        self._changes.kept.connect(self._on_kept)
        self._changes.said.connect(self.said)
        self._changes.failed.connect(self.failed)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page."""
        return (HomePlace("groups", self.page, self.page.set_tokens, self.page.begin),)

    def actions(self) -> frozenset[str]:
        """Return what can be done."""
        state = self._campaign.state
        if state is None:
            return frozenset()
        ids = {"groups.open"}
        if state.campaign.members:
            ids.add("groups.export")
            if state.draws:
                ids.add("groups.propose")
        return frozenset(ids)

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {
            "groups.open": self.show,
            "groups.propose": self._show_and_propose,
            "groups.export": self.page.ask_export,
        }

    def show(self) -> None:
        """Go to the page."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Ask how it stands."""
        state = self._campaign.state
        if state is None:
            return
        if self._proposed is not None and self._proposed.campaign != state.campaign.id:
            self._forget()
        seen, grouping = state.campaign.id, self._services.grouping
        job = self._jobs.start(lambda _: grouping.view(seen, today()), Lane.WRITE)
        job.succeeded.connect(lambda view: self._on_view(state, view))
        job.failed.connect(self.failed)

    def propose(self) -> None:
        """Ask who would review what, or stop asking; nothing is kept before it is taken."""
        seen = self._campaign.campaign_id
        if self._working is not None:
            self._stop("已取消计算，没有改动")
            return
        if seen is None:
            return
        texts, services = self.page.terms.texts(), self._services
        self._forget()
        self.page.show_working(working=True)
        self.page.terms.refusal.say("")

        def work(progress: Progress) -> _Proposed:
            terms = services.grouping.terms(seen, texts, today())
            found = services.assigning.propose(seen, terms, progress)
            ahead = services.grouping.ahead(seen, found, today())
            return _Proposed(seen, found, terms, ahead)

        self.said.emit("正在计算分配方案，至多半分钟，可以先做别的事")
        self._working = job = self._jobs.start(work, Lane.LONG)
        job.succeeded.connect(lambda found: self._on_proposed(job, found))
        job.failed.connect(lambda error: self._on_not_proposed(job, error))

    def _show_and_propose(self) -> None:
        self.show()
        self.page.show_list("cases")
        self.propose()

    def _on_view(self, state: CampaignState, view: GroupsView) -> None:
        self._view = view
        if self._proposed is None:
            self.page.show_groups(state.campaign, view)

    def _on_case(self, case: UUID) -> None:
        state = self._campaign.state
        if state is not None:
            some = candidates(state.campaign, self._view, state.row(case), today())
            self.page.show_candidates(case, some)

    def _on_not_proposed(self, job: Job, error: Exception) -> None:
        if job is self._working:
            self._stop("")
            self._changes.refuse(self.page.terms.refusal, error)

    def _on_proposed(self, job: Job, found: _Proposed) -> None:
        state = self._campaign.state
        if job is not self._working:
            return
        self._stop("")
        if state is None or state.campaign.id != found.campaign:
            return
        self.said.emit("分配方案已算出，核对后采用")
        self._proposed = found
        ids = frozenset(one.id for one in found.proposal.assignments)
        left_out = len(found.proposal.left_out)
        more = f"校准案卷有 {left_out} 人次须回避，不参加该卷校准。" if left_out else ""
        self.page.show_groups(state.campaign, found.view, ids)
        self.page.terms.show_proposal(f"{found.proposal.summary}{more}")

    def _on_accepted(self) -> None:
        found = self._proposed
        if found is None:
            return
        given = found.proposal.assignments
        ids = tuple(one.id for one in given)
        said = f"已分配 {len({one.case for one in given})} 卷"

        def back() -> None:
            self._changes.keep(
                lambda seen: self._services.assigning.withdraw(seen, ids, "撤销本次自动分配"),
                "已收回本次分配",
                self.page.terms.refusal,
            )

        self.said.emit("正在保存分配")
        self._changes.keep(
            lambda seen: self._services.assigning.accept(seen, found.proposal, found.terms),
            said,
            self.page.terms.refusal,
            lambda: self.undoable.emit(f"{said}。", back),
        )

    def _on_kept(self) -> None:
        self._forget()
        self.refresh()

    def _on_rejected(self) -> None:
        self._forget()
        self.refresh()

    def _on_export(self, path: Path) -> None:
        seen, write = self._campaign.campaign_id, self._services.papers.write_groups
        if seen is None:
            return
        job = self._jobs.start(lambda _: write(seen, path), Lane.LONG)
        job.succeeded.connect(lambda _: self.said.emit(f"已写出《{path.name}》"))
        job.failed.connect(self.failed)

    def _stop(self, said: str) -> None:
        """Wait for no proposal any more."""
        if self._working is not None:
            self._working.cancel()
        self._working = None
        self.page.show_working(working=False)
        self.said.emit(said)

    def _forget(self) -> None:
        self._proposed = None
        self.page.terms.show_proposal("")
