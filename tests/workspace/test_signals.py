"""Signals across cases, from imported files to hints with their pages."""

from pathlib import Path
from uuid import UUID

import pytest

from reviewer.errors import Cancelled
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from tests.workspace.files import DECISION, make_pdf
from tests.workspace.work import StopAfter, import_case

RECORD = (
    "现场笔录",
    "时间：2024年3月1日9时10分至9时50分",
    "地点：{place}",
    "执法人员：马强（执法证号：6400001）、王芳（执法证号：6400002）",
    "现场情况：该车装载煤炭，由南向北行驶，经检查未随车携带超限运输车辆通行证。",
)


def make_case(workspace: Workspace, folder: Path, name: str, place: str) -> UUID:
    record = [line.format(place=place) for line in RECORD]
    make_pdf(folder / name / "1.pdf", DECISION, record)
    return import_case(workspace, folder / name)


def test_an_officer_in_two_cases_at_once_is_told_with_both_pages(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = make_case(workspace, tmp_path, "甲", "青禾固定超限检测站")
    second = make_case(workspace, tmp_path, "乙", "滨湖客运中心站前广场")
    view = workspace.signals.look(Silent())
    [meeting, *_] = next(one for one in view.groups if one.code == "T43").signals

    assert {side.case for side in meeting.sides} == {first, second}
    assert all(side.place and side.place.page == 2 for side in meeting.sides)
    assert set(view.titles) == {first, second}


def test_looking_again_makes_no_digest_again(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_case(workspace, tmp_path, "甲", "青禾固定超限检测站")
    before = workspace.signals.look(Silent())
    monkeypatch.setattr("reviewer.workspace.signals.make_digest", None)

    assert workspace.signals.look(Silent()) == before


def test_a_renamed_case_goes_by_its_new_name(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path, "甲", "青禾固定超限检测站")
    workspace.signals.look(Silent())
    workspace.cases.rename(case_id, title="新名称")

    assert workspace.signals.look(Silent()).titles[case_id] == "新名称"


def test_looking_can_be_stopped(workspace: Workspace, tmp_path: Path) -> None:
    make_case(workspace, tmp_path, "甲", "青禾固定超限检测站")
    make_case(workspace, tmp_path, "乙", "滨湖客运中心站前广场")

    with pytest.raises(Cancelled):
        workspace.signals.look(StopAfter(1))
