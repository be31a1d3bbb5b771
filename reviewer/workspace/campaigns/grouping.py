"""Groups and conflicts (分组与回避): how it stands, who is in which group, and its paper."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from reviewer.campaign.assignment import Proposal, Terms
from reviewer.errors import UserError
from reviewer.model.campaigns import Campaign, LedgerRow, LeftUnit
from reviewer.model.draws import Assignment
from reviewer.store import Store, cases
from reviewer.store.campaigns import Entry
from reviewer.workspace.campaigns.assigning_checks import all_standing, with_assignments
from reviewer.workspace.campaigns.catching_up import refuse_told
from reviewer.workspace.campaigns.groups_form import (
    MemberChange,
    TermsTexts,
    former_units,
    left_units,
    percent,
    share_of,
    terms_of,
)
from reviewer.workspace.campaigns.groups_view import (
    ConflictLine,
    GroupsView,
    LogLine,
    about,
    case_lines,
    reviewer_lines,
    works,
)
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.setup_checks import faults
from reviewer.workspace.campaigns.setup_lines import DUTIES, GROUP_LEADER, LEADER
from reviewer.workspace.campaigns.stages import actor, require_leaders
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import settled_cases
from reviewer.workspace.people import People

DECLARED, TAKEN_BACK = "登记回避", "撤回回避"
REGROUPED, SHARE = "调整分组", "双评比例"
_LOGGED = (DECLARED, TAKEN_BACK, REGROUPED, SHARE)
_TOGETHER = timedelta(seconds=10)
"""Records of one step are written one after the other."""


class Grouping:
    """Shows and changes groups, conflicts and what the assignment keeps to."""

    def __init__(
        self,
        store: Store,
        records: CampaignRecords,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._records, self._people, self._now = store, records, people, now

    def view(self, campaign_id: UUID, on: date) -> GroupsView:
        """Return who reviews what, who keeps away from what, and what was changed."""
        return self._view(self._records.load(campaign_id), on)

    def ahead(self, campaign_id: UUID, proposal: Proposal, on: date) -> GroupsView:
        """Return how it would stand if a proposal were taken; nothing is kept."""
        state = self._records.load(campaign_id)
        return self._view(with_assignments(state, proposal.changes), on)

    def terms(self, campaign_id: UUID, texts: TermsTexts, on: date) -> Terms:
        """Return the terms that a person typed; raises UserError when one cannot be read."""
        state = self._records.load(campaign_id)
        return terms_of(texts, state.campaign, works(state), all_standing(state), on)

    def set_share(self, campaign_id: UUID, text: str) -> CampaignState:
        """Set the share of cases that are reviewed twice, typed in percent.

        Raises:
            UserError: it is no share, or who sits here does not lead.
        """
        share = share_of(text)
        state = self._leading(campaign_id, "调整双评比例")
        before = state.campaign.double_share
        if share == before:
            return state
        refuse_told(state, "改变双评比例")
        label = f"{SHARE}由 {percent(before)}% 改为 {percent(share)}%"
        campaign = replace(state.campaign, double_share=share)
        return self._records.save(campaign_id, [campaign], label, state)

    def set_member(self, campaign_id: UUID, change: MemberChange) -> CampaignState:
        """Set group, duty and former units of a reviewer.

        Raises:
            UserError: the groups would not be complete, or who sits here does not lead.
        """
        if change.duty not in DUTIES:
            raise UserError(f"职务“{change.duty}”不能识别。", f"请在{'、'.join(DUTIES)}中选择。")
        state = self._leading(campaign_id, REGROUPED)
        old = state.campaign.member(change.person)
        new = replace(
            old,
            group=change.group.strip(),
            leads_group=change.duty == GROUP_LEADER,
            leads_campaign=change.duty == LEADER,
            left=left_units(state.campaign, change.left),
        )
        members = tuple(new if one == old else one for one in state.campaign.members)
        campaign = replace(state.campaign, members=members)
        _require(campaign, state.campaign)
        where = new.group or "未分组"
        label = f"{REGROUPED} {new.name}：{where}，{change.duty}{_left(campaign, new.left)}"
        return self._records.save(campaign_id, [campaign], label, state)

    def _view(self, state: CampaignState, on: date) -> GroupsView:
        with self._store.snapshot() as session:
            pages = {one.case.id: one.pages for one in cases.summaries(session)}
        some, given = works(state, pages), all_standing(state)
        return GroupsView(
            case_lines(state.campaign, given, some, on, settled_cases(state)),
            reviewer_lines(state.campaign, given, some, on),
            self._conflicts(state),
            self._log(state),
        )

    def _leading(self, campaign_id: UUID, what: str) -> CampaignState:
        state = self._records.load(campaign_id)
        require_leaders(actor(state.campaign, self._people.current(), self._now()), what)
        return state

    def _conflicts(self, state: CampaignState) -> tuple[ConflictLine, ...]:
        """Return all conflicts that were ever declared, from the revisions of the set-up."""
        rows = _named_rows(state)
        found: dict[UUID, ConflictLine] = {}
        for revision in self._records.history(state.campaign.id):
            campaign: Campaign | None = revision.record
            if campaign is None:
                continue
            names = {one.person: one.name for one in campaign.members}
            for one in campaign.conflicts:
                if one.id not in found:
                    kept = (revision.person_name, revision.at)
                    what = about(campaign, rows, one)
                    name = names.get(one.person, "（不在评查人中）")
                    found[one.id] = ConflictLine(
                        one.id, name, what, one.reason, one.declared_on, *kept
                    )
            standing = {one.id for one in campaign.conflicts}
            for key in found.keys() - standing:
                if not found[key].gone:
                    why = revision.label.removeprefix(f"{TAKEN_BACK}：")
                    found[key] = replace(found[key], gone=why)
        return tuple(found.values())

    def _log(self, state: CampaignState) -> tuple[LogLine, ...]:
        """Return what was changed about groups and assignments, the newest first."""
        seen = state.campaign.id
        entries = [
            one
            for one in self._records.journal(seen, (Campaign, Assignment))
            if one.record != seen or one.label.startswith(_LOGGED)
        ]
        return tuple(reversed([*_together(entries)]))


def _together(entries: Iterable[Entry]) -> Iterable[LogLine]:
    """Tell what was kept in one step once."""
    last: Entry | None = None
    for one in entries:
        same = last and (last.label, last.person_name) == (one.label, one.person_name)
        if not (same and last and one.at - last.at < _TOGETHER):
            yield LogLine(one.at, one.person_name, one.label)
        last = one


def _named_rows(state: CampaignState) -> dict[UUID, LedgerRow]:
    wanted = {one.row for one in state.campaign.conflicts} | state.case_ids
    ledger = state.ledger
    return {row.case: row for row in ledger.rows if row.case in wanted} if ledger else {}


def _require(campaign: Campaign, before: Campaign) -> None:
    """Raise UserError for faults that were not there before."""
    new = [one for one in faults(campaign) if one not in faults(before)]
    if new:
        raise UserError("".join(new), "没有保存任何改动。")


def _left(campaign: Campaign, left: Iterable[LeftUnit]) -> str:
    told = [f"{unit}（{day} 离开）" for unit, day in former_units(campaign, left)]
    return f"，曾任职{'、'.join(told)}" if told else ""
