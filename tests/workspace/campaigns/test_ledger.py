"""The ledger from the workbooks of the units to the frozen record."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import Stage, StageState
from reviewer.model.ledger_sheets import LedgerChoices
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from tests.workspace.campaigns.desk_builders import UNITS, book, case_row, made, taken, with_ledger


def test_the_template_names_the_units(workspace: Workspace, tmp_path: Path) -> None:
    campaign = made(workspace).campaign

    workspace.campaigns.ledger.write_template(campaign.id, tmp_path / "模板.xlsx")

    cells = {
        cell.value for row in load_workbook(tmp_path / "模板.xlsx").worksheets[1] for cell in row
    }
    assert {unit.name for unit in UNITS} <= cells


def test_workbooks_are_merged_and_a_later_row_keeps_its_case(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = taken(
        workspace, made(workspace), book(tmp_path / "一.xlsx", [case_row(1), case_row(2)])
    )
    changed = [*case_row(2)[:5], "改正后的当事人"]
    state = taken(workspace, first, book(tmp_path / "二.xlsx", [changed, case_row(3)]))

    assert first.ledger is not None
    assert state.ledger is not None
    rows = {row.case_no: row for row in state.ledger.rows}
    before = {row.case_no: row for row in first.ledger.rows}
    number = "交执罚〔2025〕2号"
    assert len(rows) == 3
    assert rows[number].case == before[number].case
    assert rows[number].party == "改正后的当事人"
    assert state.ledger.sources == ("一.xlsx", "二.xlsx")


def test_what_a_workbook_would_change_is_told_first(workspace: Workspace, tmp_path: Path) -> None:
    state = taken(
        workspace, made(workspace), book(tmp_path / "一.xlsx", [case_row(1), case_row(2)])
    )
    ledger = workspace.campaigns.ledger
    again = book(tmp_path / "二.xlsx", [case_row(2), case_row(5)])
    preview = ledger.preview(state.campaign.id, again, LedgerChoices(), Silent())

    ahead = ledger.look_ahead(state.campaign.id, preview)

    assert ahead is not None
    assert (ahead.new, ahead.replaced) == (1, 1)
    assert [gap.missing for gap in ahead.hints.gaps] == [((3, 4),)]
    assert ahead.hints.rows == ((UNITS[0].id, 3), (UNITS[1].id, 0))
    assert workspace.campaigns.records.load(state.campaign.id).ledger == state.ledger


def test_nothing_is_imported_from_a_workbook_with_a_wrong_cell(
    workspace: Workspace, tmp_path: Path
) -> None:
    campaign = made(workspace).campaign
    wrong = [*case_row(2)[:4], "三月初", "张某"]
    path = book(tmp_path / "台账.xlsx", [case_row(1), wrong])
    ledger = workspace.campaigns.ledger
    preview = ledger.preview(campaign.id, path, LedgerChoices(), Silent())

    assert str(preview.faults[0]).startswith("第 3 行 E 列（决定日期）")
    assert ledger.look_ahead(campaign.id, preview) is None
    with pytest.raises(UserError, match="1 处不能导入"):
        ledger.confirm(campaign.id, preview)
    assert workspace.campaigns.records.load(campaign.id).ledger is None


def test_columns_that_a_person_named_are_known_the_next_time(
    workspace: Workspace, tmp_path: Path
) -> None:
    head = ("哪里报的", "编号", "门类", "程序类型", "决定日期", "当事人")
    fields = ("unit", "case_no", "field", "kind", "decided_on", "party")
    ledger = workspace.campaigns.ledger
    state = made(workspace)
    path = book(tmp_path / "一.xlsx", [case_row(1)], head)
    choices = LedgerChoices(head_row=1, fields=fields)
    chosen = ledger.preview(state.campaign.id, path, choices, Silent())
    ledger.confirm(state.campaign.id, chosen)
    other = made(workspace, name="另一次活动")
    later = book(tmp_path / "二.xlsx", [case_row(9)], head)

    found = ledger.preview(other.campaign.id, later, LedgerChoices(head_row=1), Silent())

    assert found.mapping.fields == fields
    assert found.ready


def test_rows_of_a_unit_are_taken_out_and_put_back(workspace: Workspace, tmp_path: Path) -> None:
    state = with_ledger(workspace, tmp_path, 6)
    ledger = workspace.campaigns.ledger
    assert state.ledger is not None
    gone = tuple(row for row in state.ledger.rows if row.unit == UNITS[0].id)

    less = ledger.drop_unit(state.campaign.id, UNITS[0].id)
    again = ledger.put_back(state.campaign.id, gone)

    assert less.ledger is not None
    assert {row.unit for row in less.ledger.rows} == {UNITS[1].id}
    assert again.ledger is not None
    assert set(again.ledger.rows) == set(state.ledger.rows)


def test_a_frozen_ledger_takes_no_more_rows(workspace: Workspace, tmp_path: Path) -> None:
    state = with_ledger(workspace, tmp_path)
    frozen = workspace.campaigns.ledger.freeze(state.campaign.id)

    assert frozen.ledger is not None
    assert len(frozen.ledger.sha256) == 64
    with pytest.raises(Refused, match="已经冻结"):
        taken(workspace, frozen, book(tmp_path / "补.xlsx", [case_row(90)]))


def test_a_new_ledger_stands_beside_the_frozen_one(workspace: Workspace, tmp_path: Path) -> None:
    state = with_ledger(workspace, tmp_path)
    ledger = workspace.campaigns.ledger
    frozen = ledger.freeze(state.campaign.id)
    anew = ledger.begin_anew(state.campaign.id)
    more = taken(workspace, anew, book(tmp_path / "补.xlsx", [case_row(90)]))

    assert frozen.ledger is not None
    assert more.ledger is not None
    assert more.ledger.frozen_at is None
    assert len(more.ledger.rows) == len(frozen.ledger.rows) + 1
    assert {row.case for row in frozen.ledger.rows} < {row.case for row in more.ledger.rows}


def test_freezing_finishes_the_stage_once_the_notice_was_issued(
    workspace: Workspace, tmp_path: Path
) -> None:
    state = with_ledger(workspace, tmp_path)
    before = workspace.campaigns.ledger.freeze(state.campaign.id).campaign
    after = workspace.campaigns.setup.issue_notice(state.campaign.id).campaign

    assert before.stage(Stage.LEDGER).state is StageState.WAITING
    assert after.stage(Stage.LEDGER).state is StageState.DONE
    assert after.stage(Stage.DRAW).state is StageState.RUNNING
