"""What a campaign begins with: 通知, 评查组名单 and 抽取记录."""

from datetime import date

from reviewer.reports.blocks import Report
from reviewer.reports.campaign.draw_record import draw_record
from reviewer.reports.campaign.groups import groups
from reviewer.reports.campaign.inputs import (
    AssignedCase,
    DrawInput,
    GroupsInput,
    NoticeInput,
    Official,
)
from reviewer.reports.campaign.notice import notice
from reviewer.workspace.campaigns.assigning_checks import all_standing
from reviewer.workspace.campaigns.groups_view import case_lines, works
from reviewer.workspace.campaigns.papers.ground import Ground
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import hash_of, newest, replacements_of


def notice_of(ground: Ground, state: CampaignState, head: Official) -> Report:
    """Return the notice; a draft while no unit or standard is set up."""
    campaign = state.campaign
    pinned = ground.pinned(campaign)
    plan = state.draws[-1].plan if state.draws else None
    pending = not campaign.units or not pinned
    return notice(NoticeInput(campaign, head, pinned, plan, pending=pending))


def groups_of(state: CampaignState, made_on: date) -> Report:
    """Return the list of reviewers with conflicts, their cases, pledge and attendance sheet."""
    named = {one.row for one in state.campaign.conflicts if one.row is not None}
    rows = {row.case: row for row in (state.ledger.rows if state.ledger else ())}
    chosen = {case: row for case, row in rows.items() if case in named}
    lines = case_lines(state.campaign, all_standing(state), works(state), made_on)
    assigned = tuple(
        AssignedCase(
            one.unit,
            one.case_no,
            one.kind,
            one.pages,
            one.first.name if one.first else "",
            one.second.name if one.second else "",
        )
        for one in lines
        if one.first or one.second
    )
    return groups(GroupsInput(state.campaign, chosen, made_on, assigned=assigned))


def draw_of(state: CampaignState) -> Report:
    """Return the certificate of the newest draw.

    Raises:
        Refused: nothing was drawn yet.
    """
    drawn, ledger = newest(state)
    return draw_record(
        DrawInput(
            state.campaign,
            drawn,
            hash_of(drawn),
            {row.case: row for row in ledger.rows},
            len(ledger.rows),
            ledger.frozen_at,
            ledger.sources,
            state.draws[:-1],
            replacements_of(state, drawn),
        )
    )
