"""Setting up a campaign."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import CaseKind, Member, Stage, StageDates, StageState
from reviewer.workspace import Workspace
from tests.workspace.campaigns.desk_builders import TODAY, UNITS, made, usual, with_ledger


def test_a_blank_set_up_holds_what_is_usual(workspace: Workspace) -> None:
    blank = workspace.campaigns.setup.blank(TODAY)

    assert (blank.cases_from, blank.cases_to) == (date(2025, 1, 1), date(2025, 12, 31))
    assert blank.organiser == "支队"
    assert {pin.kind: pin.standard for pin in blank.standards} == {
        CaseKind.GENERAL: "general",
        CaseKind.SUMMARY: "summary",
        CaseKind.COERCIVE: "coercive",
        CaseKind.INSPECTION: "inspection",
        CaseKind.NO_PENALTY: "no_penalty",
    }


def test_a_made_campaign_is_listed(workspace: Workspace) -> None:
    state = made(workspace)

    assert workspace.campaigns.setup.all() == (state.campaign,)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "没有填写活动名称"),
        ({"year": 26}, "年度应为四位数字"),
        ({"cases_to": date(2024, 1, 1)}, "起日晚于止日"),
        ({"kinds": ()}, "没有选定案件类型"),
        ({"standards": ()}, "没有选定评查标准"),
        ({"units": ()}, "没有填写被评查单位"),
        ({"units": (*UNITS, replace(UNITS[0], id=UUID(int=9)))}, "“沙湖支队”填写了两次"),
        ({"members": (Member(UUID(int=1), "甲", leads_group=True),)}, "组长没有填写组别"),
        ({"rectification_days": 0}, "应为 1 日以上"),
        (
            {
                "stages": (
                    StageDates(Stage.LEDGER, date(2026, 4, 1)),
                    StageDates(Stage.DRAW, date(2026, 3, 1)),
                )
            },
            "“抽取”的期限早于“台账”的期限",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_incomplete_set_up_is_refused_with_what_is_missing(
    workspace: Workspace, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        workspace.campaigns.setup.create(usual(workspace, **changes))

    assert workspace.campaigns.setup.all() == ()


def test_a_change_from_an_older_state_is_refused(workspace: Workspace) -> None:
    setup = workspace.campaigns.setup
    old = made(workspace)
    setup.change(replace(old.campaign, blind=True), old)

    with pytest.raises(Refused, match="刚刚已被改动"):
        setup.change(replace(old.campaign, contact="周敏"), old)


def test_a_unit_with_rows_in_the_ledger_stays(workspace: Workspace, tmp_path: Path) -> None:
    state = with_ledger(workspace, tmp_path)
    renamed = (replace(UNITS[0], name="沙湖市支队"), UNITS[1])

    with pytest.raises(UserError, match="“沙湖支队”已有台账，不能移除"):
        workspace.campaigns.setup.change(replace(state.campaign, units=UNITS[1:]), state)
    with pytest.raises(UserError, match="名称不能更改"):
        workspace.campaigns.setup.change(replace(state.campaign, units=renamed), state)


def test_the_notice_opens_the_ledger(workspace: Workspace) -> None:
    state = workspace.campaigns.setup.issue_notice(made(workspace).campaign.id)

    assert state.campaign.stage(Stage.NOTICE).state is StageState.DONE
    assert state.campaign.stage(Stage.LEDGER).state is StageState.RUNNING
    assert state.campaign.stage(Stage.LEDGER).due == date(2026, 3, 27)
