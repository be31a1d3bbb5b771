"""Changes of groups, conflicts and assignments by hand, each kept with its reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from reviewer.errors import UserError
from reviewer.model.campaigns import Conflict
from reviewer.model.draws import Assignment, Duty
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.groups_page import GroupsPage
from reviewer.ui.campaign.sections import Refusal
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.services import Campaigns
from reviewer.ui.words import local
from reviewer.workspace.campaigns.assigning import Terms
from reviewer.workspace.campaigns.groups_form import MemberChange
from reviewer.workspace.campaigns.state import CampaignState


class GroupsChanges(QObject):
    """Keeps what is typed into the forms of the page."""

    kept = Signal()  # the campaign was changed and is seen so
    said = Signal(str)
    failed = Signal(Exception)

    def __init__(
        self, services: Campaigns, jobs: Jobs, page: GroupsPage, campaign: CampaignFlow
    ) -> None:
        super().__init__(campaign)
        self._services, self._jobs = services, jobs
        self._page, self._campaign = page, campaign
        page.terms.share_typed.connect(self._on_share)
        page.reassign.changed.connect(self._on_change)
        page.reassign.withdrawn.connect(self._on_withdrawn)
        page.member.saved.connect(self._on_member)
        page.conflict.declared.connect(self._on_declared)
        page.conflict.taken_back.connect(self._on_taken_back)

    def keep(
        self,
        deed: Callable[[UUID], CampaignState],
        said: str,
        refusal: Refusal,
        after: Callable[[], object] = lambda: None,
    ) -> None:
        """Change the campaign; what speaks against it stands where it was asked."""
        seen = self._campaign.campaign_id
        if seen is None:
            return
        job = self._jobs.start(lambda _: deed(seen), Lane.WRITE)
        job.succeeded.connect(lambda state: self._on_kept(state, said, refusal, after))
        job.failed.connect(lambda error: self.refuse(refusal, error))

    def refuse(self, refusal: Refusal, error: Exception) -> None:
        """Say where it was asked why it cannot be done."""
        self.said.emit("")
        if isinstance(error, UserError):
            refusal.say(f"{error}{error.remedy}")
        else:
            self.failed.emit(error)

    def _on_kept(
        self, state: CampaignState, said: str, refusal: Refusal, after: Callable[[], object]
    ) -> None:
        refusal.say("")
        self._campaign.take(state)
        self.kept.emit()
        self.said.emit(said)
        after()

    def _on_share(self, text: str) -> None:
        self.keep(
            lambda seen: self._services.grouping.set_share(seen, text),
            "双评比例已改",
            self._page.terms.refusal,
        )

    def _on_change(self, case: UUID, duty: Duty, person: UUID, reason: str) -> None:
        old = self._given(case, duty)
        new = Assignment(uuid4(), case, person, duty)
        change = new if old is None else replace(old, person=person)
        self._reassign(change, reason, "已改派" if old else "已分配")

    def _on_withdrawn(self, case: UUID, duty: Duty, reason: str) -> None:
        old = self._given(case, duty)
        if old is not None:
            self._reassign(replace(old, withdrawn=True), reason, "已收回")

    def _reassign(self, change: Assignment, reason: str, said: str) -> None:
        terms = Terms(today(), different_units=self._page.terms.apart.isChecked())
        form = self._page.reassign
        self.keep(
            lambda seen: self._services.assigning.change(seen, change, reason, terms),
            said,
            form.refusal,
            form.reason.clear,
        )

    def _on_member(self, change: MemberChange) -> None:
        self.keep(
            lambda seen: self._services.grouping.set_member(seen, change),
            "已调整分组",
            self._page.member.refusal,
        )

    def _on_declared(self, person: object, about: str, which: object, reason: str) -> None:
        form = self._page.conflict
        if not isinstance(person, UUID):
            form.refusal.say("没有选定申报回避的评查人。请从列表中选定。")
            return
        found = Conflict(uuid4(), person, reason.strip(), today(), **{about: which})  # type: ignore[arg-type]
        self.keep(
            lambda seen: self._services.assigning.declare(seen, found),
            "已登记回避",
            form.refusal,
            form.clear,
        )

    def _on_taken_back(self, conflict: UUID, reason: str) -> None:
        form = self._page.conflict
        self.keep(
            lambda seen: self._services.assigning.take_back(seen, conflict, reason),
            "已撤回回避登记",
            form.refusal,
            form.clear,
        )

    def _given(self, case: UUID, duty: Duty) -> Assignment | None:
        state = self._campaign.state
        given = state.assignments if state else ()
        asked = (one for one in given if (one.case, one.duty) == (case, duty))
        return next((one for one in asked if not one.withdrawn), None)


def today() -> date:
    """Return the day it is here."""
    return local(datetime.now(UTC)).date()
