"""Who reviews which drawn case (分组): proposal, acceptance, changes by hand, conflicts."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from reviewer.campaign.assignment import Load, Moved, Proposal, Terms, Work, propose
from reviewer.campaign.machines import Actor
from reviewer.campaign.reassignment import reassigned
from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import Conflict
from reviewer.model.casework import CaseState, progress_of
from reviewer.model.draws import Assignment, Duty
from reviewer.progress import Progress
from reviewer.store import Store, cases
from reviewer.store.campaign_kinds import CampaignRecord
from reviewer.workspace.campaigns.assigning_checks import (
    all_standing,
    barred_of,
    keeping,
    moved_line,
    refuse_told_cases,
    require_conflict,
    require_current,
)
from reviewer.workspace.campaigns.catching_up import caught_up, reviewed_again
from reviewer.workspace.campaigns.groups_view import works
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.review_book import read_book, standing
from reviewer.workspace.campaigns.stages import actor, moved_on, require_leaders
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import newest, sampled
from reviewer.workspace.people import People

__all__ = ["Assigning", "Proposal", "Terms"]


class Assigning:
    """Gives the drawn cases of a campaign to its reviewers."""

    def __init__(
        self,
        store: Store,
        records: CampaignRecords,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._records, self._people, self._now = store, records, people, now

    def propose(self, campaign_id: UUID, terms: Terms, progress: Progress) -> Proposal:
        """Return who would review what; nothing is kept.

        Assignments that stand are kept to, but for those of reviewers who must keep away now.

        Raises:
            UserError: nothing was drawn, or no assignment keeps the hard rules.
            Cancelled: the user stopped it; the search ends within a moment.
        """
        progress.report(0, 1, "正在计算分配方案")
        state = self._records.load(campaign_id)
        newest(state)

        def alive() -> None:
            progress.report(0, 1, "正在计算分配方案")

        moved = tuple(Moved(one, why) for one, why in barred_of(state, terms.on))
        kept = keeping(state, terms, moved)
        found = propose(state.campaign, self._works(state), kept, alive)
        progress.report(1, 1, "分配方案已算出")
        told = f"{moved_line(state, moved)}。" if moved else ""
        return replace(found, moved=moved, summary=f"{found.summary}{told}")

    def accept(self, campaign_id: UUID, proposal: Proposal, terms: Terms) -> CampaignState:
        """Keep a proposal, and that its cases wait for their review.

        Raises:
            Refused: draw, assignments or conflicts changed since it was made.
        """
        state = self._records.load(campaign_id)
        by = self._require_leader(state)
        require_current(state, proposal, terms.on)
        given = proposal.changes
        known = {one.case for one in state.progress}
        waiting = dict.fromkeys(one.case for one in given if one.case not in known)
        records: list[CampaignRecord] = [
            *given,
            *(progress_of(campaign_id, case) for case in waiting),
        ]
        told = f"，{moved_line(state, proposal.moved)}" if proposal.moved else ""
        label = f"分配案卷 {len({one.case for one in given})} 卷{told}"
        return self._keep(state, records, label, by)

    def change(
        self, campaign_id: UUID, change: Assignment, reason: str, terms: Terms
    ) -> CampaignState:
        """Set one assignment by hand; one that is withdrawn only goes.

        Raises:
            Refused: no reason, a hard rule forbids it, or the review in question is signed.
        """
        if not reason.strip():
            raise UserError("没有填写调整的理由。", "请写明理由，分配记录会留存。")
        state = self._records.load(campaign_id)
        by = self._require_leader(state)
        if change.case not in sampled(state):
            raise Refused("该案卷不在抽中的案卷之内。", "请从抽取结果中选择案卷。")
        self._require_unsigned(state, change)
        row = state.row(change.case)
        records: list[CampaignRecord] = list(
            reassigned(state.campaign, row, standing(state, change.case), change, terms)
        )
        if all(one.case != change.case for one in state.progress):
            records.append(progress_of(campaign_id, change.case))
        label = f"{_told(state, change)}：{reason.strip()}"
        return self._keep(state, records, label, by)

    def withdraw(self, campaign_id: UUID, ids: Iterable[UUID], reason: str) -> CampaignState:
        """Take assignments back that nobody has begun; those that were begun stay.

        Raises:
            Refused: all of them were begun, or who sits here does not lead.
        """
        state = self._records.load(campaign_id)
        by = self._require_leader(state)
        wanted = set(ids)
        some = [one for one in all_standing(state) if one.id in wanted]
        book = read_book(self._store, state, {one.case for one in some})
        free = [one for one in some if book.of(one) is None]
        if not free:
            raise Refused("这些案卷都已开始评查，不能收回。", "需要换人的，请逐卷人工调整。")
        label = f"收回分配 {len({one.case for one in free})} 卷：{reason.strip()}"
        taken = [replace(one, withdrawn=True) for one in free]
        return self._keep(state, taken, label, by)

    def declare(self, campaign_id: UUID, conflict: Conflict) -> CampaignState:
        """Keep a declared conflict of interest; `barred` tells what it forbids from now on.

        Raises:
            UserError: no reason, nothing that it is about, or not a reviewer of the campaign.
        """
        state = self._records.load(campaign_id)
        require_conflict(state, conflict)
        others = tuple(one for one in state.campaign.conflicts if one.id != conflict.id)
        campaign = replace(state.campaign, conflicts=(*others, conflict))
        name = campaign.member(conflict.person).name
        label = f"登记回避 {name}：{conflict.reason.strip()}"
        return self._records.save(campaign_id, [campaign], label, state)

    def take_back(self, campaign_id: UUID, conflict: UUID, reason: str) -> CampaignState:
        """Take a declared conflict back; the history keeps it.

        Raises:
            UserError: no reason, or who sits here does not lead.
        """
        if not reason.strip():
            raise UserError("没有填写撤回回避的理由。", "请写明理由。")
        state = self._records.load(campaign_id)
        self._require_leader(state)
        left = tuple(one for one in state.campaign.conflicts if one.id != conflict)
        campaign = replace(state.campaign, conflicts=left)
        label = f"撤回回避：{reason.strip()}"
        return self._records.save(campaign_id, [campaign], label, state)

    def barred(self, campaign_id: UUID, on: date) -> tuple[tuple[Assignment, str], ...]:
        """Return the assignments that stand against a hard rule now, with the reason."""
        return barred_of(self._records.load(campaign_id), on)

    def loads(self, campaign_id: UUID) -> tuple[Load, ...]:
        """Return what each reviewer has, calibration files not counted."""
        state = self._records.load(campaign_id)
        works = {work.row.case: work for work in self._works(state)}
        found = []
        for member in state.campaign.members:
            own = [
                works[one.case]
                for one in all_standing(state)
                if one.person == member.person and one.duty is not Duty.CALIBRATION
            ]
            pages = sum(work.pages or work.row.pages for work in own)
            units = len({work.row.unit for work in own})
            found.append(Load(member.person, member.name, pages, len(own), units))
        return tuple(found)

    def _works(self, state: CampaignState) -> tuple[Work, ...]:
        with self._store.snapshot() as session:
            pages = {one.case.id: one.pages for one in cases.summaries(session)}
        return works(state, pages)

    def _keep(
        self, state: CampaignState, records: Iterable[CampaignRecord], label: str, by: Actor
    ) -> CampaignState:
        """Keep changed assignments, where they leave their cases, and what stage they end."""
        given = list(records)
        changed = [one for one in given if isinstance(one, Assignment)]
        refuse_told_cases(state, changed)
        given += reviewed_again(state, changed, by, label)
        after = state.having(given)
        moved = {one.case for one in after.progress if one.state is not CaseState.WAITING}
        cases = moved & {one.case for one in changed if one.duty is not Duty.CALIBRATION}
        given += caught_up(read_book(self._store, after, cases), by)
        campaign = moved_on(state.having(given), by)
        if campaign != state.campaign:
            given.append(campaign)
        return self._records.save(state.campaign.id, given, label, state)

    def _require_leader(self, state: CampaignState) -> Actor:
        by = actor(state.campaign, self._people.current(), self._now().replace(microsecond=0))
        require_leaders(by, "分配案卷")
        return by

    def _require_unsigned(self, state: CampaignState, change: Assignment) -> None:
        old = next((one for one in state.assignments if one.id == change.id), None)
        done = None if old is None else read_book(self._store, state, [old.case]).of(old)
        # Who must keep away is changed even then: what they found does not count.
        if done is not None and done.review.is_signed and not self._is_barred(state, change):
            raise Refused("该评查已签定，不能改派。", "结果有争议的，请提交合议。")

    def _is_barred(self, state: CampaignState, change: Assignment) -> bool:
        today = self._now().date()
        return any(one.id == change.id for one, _ in barred_of(state, today))


def _told(state: CampaignState, change: Assignment) -> str:
    """Return what is changed by hand, for the journal."""
    old = next((one for one in state.assignments if one.id == change.id), None)
    names = {one.person: one.name for one in state.campaign.members}
    about = f"{state.row(change.case).case_no} {change.duty}"
    if change.withdrawn:
        return f"收回 {about} {names.get(change.person, '')}".rstrip()
    to = names.get(change.person, "")
    if old is None:
        return f"人工分配 {about} {to}"
    return f"人工调整 {about} 由{names.get(old.person, '原评查人')}改为{to}"
