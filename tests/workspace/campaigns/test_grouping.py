"""Groups and conflicts as one view, what the board says of them, and their paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document

from reviewer.campaign.calibration_files import calibration_files
from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import Conflict, Stage, StageState
from reviewer.model.draws import Duty
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.board import next_steps
from reviewer.workspace.campaigns.groups_form import MemberChange, TermsTexts
from reviewer.workspace.campaigns.groups_view import lacking, works
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    LOCAL,
    ON,
    QIAN,
    TERMS,
    Desktop,
    assigned_desk,
    by_hand,
    drawn_desk,
)
from tests.workspace.campaigns.desk_builders import UNITS


def _said(desk: Desktop) -> list[str]:
    return [one.sentence for one in next_steps(desk.state, ON) if one.action == "groups.open"]


def test_the_board_says_what_is_not_assigned(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    assert _said(desk) == ["抽中的 3 卷尚未分配评查人"]
    assigning = workspace.campaigns.assigning
    assigning.accept(desk.id, assigning.propose(desk.id, TERMS, Silent()), TERMS)
    assert _said(desk) == []

    given = desk.given(desk.cases[0], Duty.SECOND)
    assigning.change(desk.id, replace(given, withdrawn=True), "另有任务", TERMS)

    assert _said(desk) == ["还有 1 卷没有分配完评查人"]
    assert lacking(desk.state) == 1


def test_a_conflict_after_the_assignment_is_told(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    given = desk.given(desk.cases[0], Duty.FIRST)
    conflict = Conflict(UUID(int=77), given.person, "代理过本案", ON, row=given.case)

    workspace.campaigns.assigning.declare(desk.id, conflict)

    assert _said(desk) == ["1 卷的评查人须回避，请改派"]
    view = workspace.campaigns.grouping.view(desk.id, ON)
    assert (view.barred, view.conflicts[0].kept_by) == (1, LEADER.name)


def test_the_stages_follow_the_assignment(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    workspace.campaigns.setup.issue_notice(desk.id)
    assigning = workspace.campaigns.assigning

    assigning.accept(desk.id, assigning.propose(desk.id, TERMS, Silent()), TERMS)

    campaign = desk.state.campaign
    assert campaign.stage(Stage.GROUPS).state is StageState.DONE
    assert campaign.stage(Stage.REVIEW).state is StageState.RUNNING


def test_what_was_begun_is_not_taken_back(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    begun = desk.given(desk.cases[0], Duty.FIRST)
    desk.opened(desk.cases[0], Duty.FIRST)
    desk.sit(LEADER)
    ids = [one.id for one in desk.state.assignments]

    state = workspace.campaigns.assigning.withdraw(desk.id, ids, "撤销")

    assert [one.id for one in state.assignments if not one.withdrawn] == [begun.id]
    with pytest.raises(Refused, match="都已开始评查"):
        workspace.campaigns.assigning.withdraw(desk.id, [begun.id], "撤销")


def test_the_journal_tells_each_step_once(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    old = desk.given(desk.cases[0], Duty.FIRST)
    other = next(
        one.person
        for one in desk.state.campaign.members
        if one.unit is None
        and one.person not in (old.person, desk.given(desk.cases[0], Duty.SECOND).person)
    )
    workspace.campaigns.assigning.change(desk.id, by_hand(old, other), "住院", TERMS)

    log = workspace.campaigns.grouping.view(desk.id, ON).log

    assert [one.what for one in log[1:]] == ["分配案卷 3 卷"]
    assert log[0].what.startswith("人工调整")
    assert log[0].what.endswith("：住院")


def test_a_member_is_moved_to_a_group(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    grouping = workspace.campaigns.grouping
    left = ((UNITS[0].name, "2025年6月30日"),)

    state = grouping.set_member(desk.id, MemberChange(QIAN.person, "第一组", "组长", left))

    member = state.campaign.member(QIAN.person)
    assert (member.group, member.leads_group) == ("第一组", True)
    assert (member.left[0].unit, member.left[0].left_on) == (UNITS[0].id, date(2025, 6, 30))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (MemberChange(QIAN.person, "", "组长"), "组长没有填写组别"),
        (MemberChange(QIAN.person, "第一组", "书记员"), "不能识别"),
        (MemberChange(QIAN.person, "", "组员", (("别处", "2025-06-30"),)), "不是被评查单位"),
        (MemberChange(QIAN.person, "", "组员", ((UNITS[0].name, ""),)), "日期没有填写"),
    ],
)
def test_a_group_that_is_not_complete_is_refused(
    workspace: Workspace, tmp_path: Path, change: MemberChange, sentence: str
) -> None:
    desk = drawn_desk(workspace, tmp_path)

    with pytest.raises(UserError, match=sentence):
        workspace.campaigns.grouping.set_member(desk.id, change)


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (TermsTexts(most="0"), "应为 1 以上"),
        (TermsTexts(most="三"), "不是数字"),
        (TermsTexts(calibration="4"), "应在 0 到 3 之间"),
        (TermsTexts(due="月底"), "不是日期"),
    ],
)
def test_terms_that_cannot_be_read_are_named(
    workspace: Workspace, tmp_path: Path, texts: TermsTexts, sentence: str
) -> None:
    desk = drawn_desk(workspace, tmp_path)

    with pytest.raises(UserError, match=sentence):
        workspace.campaigns.grouping.terms(desk.id, texts, ON)


def test_calibration_files_are_those_from_which_fewest_keep_away(
    workspace: Workspace, tmp_path: Path
) -> None:
    desk = drawn_desk(workspace, tmp_path)
    state = desk.state
    some = works(state)

    [chosen] = calibration_files(state.campaign, some, ON, 1)
    both = calibration_files(state.campaign, some, ON, 2, had=(chosen,))

    # 沙工 keeps away from the cases of the own unit.
    assert LOCAL.unit == UNITS[0].id
    assert state.row(chosen).unit == UNITS[1].id
    assert both[0] == chosen
    assert len(set(both)) == 2


def test_the_paper_lists_who_reviews_what(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)

    path = workspace.campaigns.papers.write_groups(desk.id, tmp_path / "名单.docx", ON)

    heads = [[cell.text for cell in table.rows[0].cells] for table in Document(str(path)).tables]
    [assigned] = [at for at, head in enumerate(heads) if "初评" in head]
    rows = Document(str(path)).tables[assigned].rows
    assert len(rows) == 4
    assert all(row.cells[5].text and row.cells[6].text != "—" for row in rows[1:])
