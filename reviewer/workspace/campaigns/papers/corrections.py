"""What follows from the results: 整改通知书, 整改台账 and 销号单."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from reviewer.campaign import states
from reviewer.errors import Refused
from reviewer.model.feedback import Rectification, RectificationState
from reviewer.reports.blocks import Block, PageBreak, Report
from reviewer.reports.campaign.closing import TITLE, closing
from reviewer.reports.campaign.inputs import Official
from reviewer.reports.campaign.rectification_ledger import rectification_ledger
from reviewer.reports.campaign.rectification_notice import rectification_notice
from reviewer.reports.campaign.year_inputs import (
    ClosingInput,
    RectificationLedgerInput,
    RectificationNoticeInput,
)
from reviewer.workspace.campaigns.state import CampaignState

CLOSED = frozenset({RectificationState.CLOSED, RectificationState.REVISITED})


def of_unit(state: CampaignState, unit: UUID | None) -> tuple[Rectification, ...]:
    """Return the problems of one unit, or of all, that were not withdrawn."""
    return tuple(
        one
        for one in state.rectifications
        if unit in (None, one.unit) and one.state is not RectificationState.WITHDRAWN
    )


def closed_of(state: CampaignState, unit: UUID | None = None) -> tuple[Rectification, ...]:
    """Return the problems of one unit, or of all, that are closed (销号)."""
    return tuple(one for one in of_unit(state, unit) if one.state in CLOSED)


def notice_of_unit(state: CampaignState, unit: UUID, head: Official) -> Report:
    """Return 整改通知书 to one unit; a draft before it is issued.

    Raises:
        Refused: there is nothing that the unit has to put right.
    """
    own = [one for one in of_unit(state, unit) if one.origin is None]
    if not own:
        raise Refused("该单位没有需要整改的问题。", "请先终定反馈意见，列出整改问题。")
    told = [one.notified_on for one in own if one.notified_on is not None]
    if told:
        head = replace(head, written_on=min(told), printed_on=min(told))
    due = [_first_due(state, one) for one in own]
    known = [one for one in due if one is not None]
    asked = tuple(replace(one, due=first) for one, first in zip(own, due, strict=True))
    return rectification_notice(
        RectificationNoticeInput(
            state.campaign, head, state.campaign.unit(unit).name, asked, min(known, default=None)
        )
    )


def _first_due(state: CampaignState, one: Rectification) -> date | None:
    """Return the last day as the notice set it, whatever extension was given afterwards."""
    if one.notified_on is None:
        return one.due
    return one.notified_on + timedelta(days=state.campaign.rectification_days)


def ledger_of(state: CampaignState, as_of: date, unit: UUID | None = None) -> Report:
    """Return 整改台账 of one unit, or of all, as it stands on a day."""
    names = {one.id: one.name for one in state.campaign.units}
    rows = tuple((names[one.unit], one) for one in of_unit(state, unit))
    name = names[unit] if unit is not None else ""
    return rectification_ledger(RectificationLedgerInput(state.campaign, rows, as_of, name))


def closings_of(state: CampaignState, chosen: Sequence[Rectification]) -> Report:
    """Return one sheet for each problem, each on a page of its own.

    Raises:
        Refused: nothing is chosen.
    """
    if not chosen:
        raise Refused("没有已销号的整改问题。", "请先审核整改报告并销号。")
    sheets = [_sheet(state, one) for one in chosen]
    blocks: list[Block] = []
    for sheet in sheets:
        blocks += [*([PageBreak()] if blocks else []), *sheet.blocks]
    name = state.campaign.unit(chosen[0].unit).name
    draft = any(sheet.draft for sheet in sheets)
    return replace(sheets[0], title=f"{TITLE} {name}", blocks=tuple(blocks), draft=draft)


def _sheet(state: CampaignState, one: Rectification) -> Report:
    """Return the sheet of one problem with what the verifier wrote when it was closed."""
    steps = (step for step in reversed(one.history) if step.action == states.CLOSE)
    note = next((step.note for step in steps), "")
    passed = True if one.state in CLOSED else None
    opinion = note or ("经审核，符合整改要求。" if passed else "")
    name = state.campaign.unit(one.unit).name
    return closing(ClosingInput(state.campaign, name, one, "", opinion, passed, one.closed_on))
