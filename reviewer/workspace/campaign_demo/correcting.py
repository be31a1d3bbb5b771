"""The rectification: notices, forms that the made-up units fill in, closing, looking back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from openpyxl import load_workbook

from reviewer.campaign.form_preview import default_choice
from reviewer.model.feedback import Rectification, RectificationState
from reviewer.model.rectification_forms import COLUMNS, FORM_TITLE
from reviewer.progress import Progress, Silent
from reviewer.reports import names, pdf
from reviewer.reports.blocks import Layout, Report, Style, Text
from reviewer.workspace.campaign_demo.setting import Clock, Days
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.workspace import Workspace

EVIDENCE = "整改情况说明.pdf"
_HEAD_ROWS = 4
_COLUMN = {one.field: at for at, one in enumerate(COLUMNS, 1)}
_MEASURES = (
    "组织承办人对照评查标准逐页核对，补充说明材料附卷，印发文书制作规范",
    "修订法制审核清单，明确审核节点和责任人，开展专题培训",
    "建立立案、送达、归档期限提醒台账，由内勤每周核对",
)
_PEOPLE = ("方略", "齐思远", "尚可", "万里", "向阳")
_LOOKED_AT_AGAIN = 4
"""Of each so many-th closed problem 回头看 is planned."""
_LEFT_OUT = 7
"""Each so many-th problem is not reported in time."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of the rectification."""

    problems: int
    reported: int
    sent_back: int
    closed: int
    revisited: int
    reopened: int


def correct(
    workspace: Workspace, campaign: UUID, folder: Path, progress: Progress, clock: Clock
) -> Corrected:
    """Play the rectification up to looking back."""
    service = workspace.campaigns.rectifying
    found = service.plan(campaign).rectifications
    service.notify(campaign, [one.id for one in found], clock.go_to(Days.ORDER))
    state = workspace.campaigns.setup.state(campaign)
    reported = 0
    clock.go_to(Days.REPORT)
    units = [one for one in state.campaign.units if _with_unit(state, one.id)]
    # The last unit reports nothing in time: it stays on the list of what is late.
    for at, unit in enumerate(units[:-1] or units):
        progress.report(at, len(units), "正在读回整改台账填报表")
        path = folder / names.safe_name(f"{FORM_TITLE}_{unit.name}") / f"{FORM_TITLE}.xlsx"
        path.parent.mkdir(parents=True)
        service.write_form(campaign, unit.id, path)
        _fill_in(path, unit.name)
        reported += _read_back(workspace, campaign, unit.id, path, clock)
    sent_back = _close_and_send_back(workspace, campaign, folder, clock)
    closed = [one for one in _all(workspace, campaign) if one.state is RectificationState.CLOSED]
    passed, failed = _look_back(workspace, campaign, closed, clock)
    return Corrected(len(found), reported, sent_back, len(closed), passed, failed)


def _with_unit(state: CampaignState, unit: UUID) -> list[Rectification]:
    return [one for one in state.rectifications if one.unit == unit]


def _all(workspace: Workspace, campaign: UUID) -> tuple[Rectification, ...]:
    return workspace.campaigns.setup.state(campaign).rectifications


def _fill_in(path: Path, unit: str, *, all_rows: bool = False) -> None:
    """Fill in a form as a unit does, with a paper that shows what was done beside it."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(_HEAD_ROWS + 1, sheet.max_row + 1):
        at = row - _HEAD_ROWS
        if not sheet.cell(row, 1).value or (at % _LEFT_OUT == 0 and not all_rows):
            continue
        texts = {
            "measures": _MEASURES[at % len(_MEASURES)],
            "responsible": _PEOPLE[at % len(_PEOPLE)],
            "progress": "已完成，材料附后" if at % 5 else "正在办理",
            "done_on": f"2025-06-{10 + at % 12:02}",
            "evidence_named": EVIDENCE,
        }
        for field, text in texts.items():
            sheet.cell(row, _COLUMN[field]).value = text
    book.save(path)
    lines = ("整改情况说明", unit, *_MEASURES)
    blocks = tuple(
        Text(text, Style.TITLE if not at else Style.BODY) for at, text in enumerate(lines)
    )
    pdf.write(Report("整改情况说明", Layout.RECORD, blocks, unit), path.parent / EVIDENCE)


def _read_back(workspace: Workspace, campaign: UUID, unit: UUID, path: Path, clock: Clock) -> int:
    service = workspace.campaigns.rectifying
    shown = service.preview(campaign, path, clock().date(), unit)
    chosen = default_choice(shown)
    if chosen:
        service.apply(campaign, shown, chosen, Silent())
    return len(chosen)


def _close_and_send_back(workspace: Workspace, campaign: UUID, folder: Path, clock: Clock) -> int:
    """Close what was done; what is not finished goes back and comes again by a second form."""
    service = workspace.campaigns.rectifying
    told = [one for one in _all(workspace, campaign) if one.state is RectificationState.REPORTED]
    unfinished = [one for one in told if one.progress == "正在办理"]
    done = [one.id for one in told if one not in unfinished]
    day = clock.go_to(Days.CLOSING)
    _close(workspace, campaign, done, day, "")
    if unfinished:
        ids = [one.id for one in unfinished]
        service.send_back(campaign, ids, "完成情况不明，请办结后再报", Days.SECOND_REPORT.value)
        _report_again(workspace, campaign, unfinished, folder, clock)
    return len(unfinished)


def _close(workspace: Workspace, campaign: UUID, ids: Sequence[UUID], day: date, note: str) -> None:
    """Close problems; of a part of them 回头看 is planned."""
    service = workspace.campaigns.rectifying
    chosen = ids[::_LOOKED_AT_AGAIN]
    for some, revisit in ((chosen, Days.REVISIT.value), ([*set(ids) - set(chosen)], None)):
        if some:
            service.close(campaign, some, day, note, revisit)


def _report_again(
    workspace: Workspace,
    campaign: UUID,
    unfinished: Sequence[Rectification],
    folder: Path,
    clock: Clock,
) -> None:
    """Let the first of the units that were sent back report again; the others stay open."""
    service = workspace.campaigns.rectifying
    day = clock.go_to(Days.SECOND_REPORT)
    unit = workspace.campaigns.setup.state(campaign).campaign.unit(unfinished[0].unit)
    path = folder / names.safe_name(f"{FORM_TITLE}_{unit.name}_补正") / f"{FORM_TITLE}.xlsx"
    path.parent.mkdir(parents=True)
    service.write_form(campaign, unit.id, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(_HEAD_ROWS + 1, sheet.max_row + 1):
        sheet.cell(row, _COLUMN["measures"]).value = _MEASURES[0]
        sheet.cell(row, _COLUMN["responsible"]).value = _PEOPLE[0]
        sheet.cell(row, _COLUMN["progress"]).value = "已于本月办结"
        sheet.cell(row, _COLUMN["done_on"]).value = day.isoformat()
    book.save(path)
    shown = service.preview(campaign, path, day, unit.id)
    chosen = default_choice(shown)
    if not chosen:
        return
    service.apply(campaign, shown, chosen, Silent())
    closing = clock.go_to(Days.SECOND_CLOSING)
    note = "经调阅案卷，已办结"
    _close(workspace, campaign, chosen, closing, note)


def _look_back(
    workspace: Workspace, campaign: UUID, closed: Sequence[Rectification], clock: Clock
) -> tuple[int, int]:
    """Look again at what was planned; the last of them was not put right."""
    service = workspace.campaigns.rectifying
    day = clock.go_to(Days.REVISIT)
    chosen = [one for one in closed if one.revisit_due is not None]
    passed, failed = chosen[:-1], chosen[-1:]
    if passed:
        service.pass_revisit(campaign, [one.id for one in passed], "抽查同类案卷，未再发现")
    if failed:
        until = Days.YEAR_END.value
        why = f"{day:%Y-%m-%d} 抽查同类案卷，问题仍然存在"
        service.fail_revisit(campaign, [one.id for one in failed], why, until)
    return len(passed), len(failed)
