"""A campaign of two units as its leader sets it up, and workbooks that its units send."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from openpyxl import Workbook

from reviewer.model.campaigns import Campaign, CampaignUnit, CaseKind, Stage, StageDates
from reviewer.model.ledger_sheets import LedgerChoices
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.state import CampaignState
from tests.campaign.made_ledgers import unit_id
from tests.workspace.campaigns.prepared import once

UNITS = tuple(CampaignUnit(unit_id(name), name) for name in ("沙湖支队", "平川支队"))
HEAD = ("单位", "案号", "执法门类", "程序类型", "决定日期", "当事人")
TODAY = date(2026, 3, 2)


def usual(workspace: Workspace, **changes: Any) -> Campaign:
    """Return a set-up that can be kept."""
    campaign = replace(workspace.campaigns.setup.blank(TODAY), units=UNITS)
    stages = (*campaign.stages, StageDates(Stage.LEDGER, date(2026, 3, 27)))
    return replace(campaign, **{"stages": stages, **changes})


def made(workspace: Workspace, **changes: Any) -> CampaignState:
    """Return a campaign that is kept."""
    return workspace.campaigns.setup.create(usual(workspace, **changes))


def case_row(number: int, unit: str = "沙湖支队", kind: CaseKind = CaseKind.GENERAL) -> list[Any]:
    """Return the cells of a case."""
    day = date(2025, 1 + number % 9, 1 + number % 27)
    return [unit, f"交执罚〔2025〕{number}号", "公路路政", kind.value, day, f"当事人{number}"]


def book(path: Path, rows: Sequence[Sequence[Any]], head: Sequence[str] = HEAD) -> Path:
    """Write a workbook as a unit sends it."""
    made_book = Workbook()
    sheet = made_book.worksheets[0]
    for row in (head, *rows):
        sheet.append(list(row))
    made_book.save(path)
    return path


def taken(workspace: Workspace, state: CampaignState, path: Path) -> CampaignState:
    """Return the campaign with a workbook imported."""
    ledger = workspace.campaigns.ledger
    preview = ledger.preview(state.campaign.id, path, LedgerChoices(), Silent())
    return ledger.confirm(state.campaign.id, preview)


def _reopened(workspace: Workspace, campaign: UUID) -> CampaignState:
    return workspace.campaigns.records.load(campaign)


@once(lambda state: state.campaign.id, _reopened)
def with_ledger(workspace: Workspace, folder: Path, cases: int = 30) -> CampaignState:
    """Return a campaign with a ledger of two units."""
    rows = [case_row(n, UNITS[n % 2].name) for n in range(1, cases + 1)]
    return taken(workspace, made(workspace), book(folder / "台账.xlsx", rows))
