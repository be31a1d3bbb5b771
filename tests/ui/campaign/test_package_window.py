"""Packages between two desktops, read in and written in the window."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.model.casework import CaseState
from reviewer.model.draws import Duty
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.ui.campaign.package_flow import PackageFlow
from reviewer.ui.desk import Desk
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.package_views import Decision
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.assigned_builders import LEADER, QIAN, Desktop, assigned_desk


@pytest.fixture
def organiser(tmp_path: Path) -> Iterator[Desktop]:
    """Return the leader's desktop, where three cases were drawn and assigned."""
    opened = Workspace.open(tmp_path / "organiser", Settings())
    opened.people.register("周敏", "监督局")
    try:
        yield assigned_desk(opened, tmp_path)
    finally:
        opened.close()


def _task(organiser: Desktop, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    handing = organiser.workspace.campaigns.handing
    [written] = handing.write_tasks(organiser.id, [QIAN.person], folder, Silent())
    return written.path


def _looked_at(desk: Desk, qtbot: QtBot, path: Path) -> PackageFlow:
    flow = desk.home.campaigns.packages
    desk.import_files([path])
    qtbot.waitUntil(lambda: desk.home.place == "package_preview", timeout=5000)
    return flow


def test_a_dropped_task_package_is_shown_and_brings_the_campaign(
    open_desk: Opener, qtbot: QtBot, organiser: Desktop, workspace: Workspace, tmp_path: Path
) -> None:
    path = _task(organiser, tmp_path / "stick")
    desk = open_desk()

    flow = _looked_at(desk, qtbot, path)
    assert workspace.campaigns.setup.all() == ()
    sorts = {row.cells[0] for row in flow.preview.rows.table.rows}
    assert {"活动设置", "分配", "案卷"} <= sorts
    flow.preview.take.click()
    qtbot.waitUntil(lambda: desk.home.place == "board", timeout=5000)

    assert [one.id for one in workspace.campaigns.setup.all()] == [organiser.id]
    state = organiser.state
    given = {one.case for one in state.assignments if one.person == QIAN.person}
    titles = {row.title for row in workspace.cases.rows()}
    assert titles == {state.row(case).case_no for case in given}


def test_going_back_leaves_everything_as_it_was(
    open_desk: Opener, qtbot: QtBot, organiser: Desktop, workspace: Workspace, tmp_path: Path
) -> None:
    desk = open_desk()
    flow = _looked_at(desk, qtbot, _task(organiser, tmp_path / "stick"))

    flow.preview.cancelled.emit()

    assert desk.home.place == "board"
    assert workspace.campaigns.setup.all() == ()


def test_a_zip_of_case_files_is_still_imported(
    open_desk: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "案卷.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("笔录.txt", "无")
    desk = open_desk()

    desk.import_files([path])

    qtbot.waitUntil(lambda: desk.home.place in ("preview", "report"), timeout=5000)


def test_a_damaged_package_is_refused_with_a_sentence(
    open_desk: Opener, qtbot: QtBot, organiser: Desktop, tmp_path: Path
) -> None:
    path = _task(organiser, tmp_path / "stick")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("more.exe", "x")
    desk = open_desk()
    failures: list[Exception] = []
    desk.home.failed.connect(failures.append)

    desk.import_files([path])

    qtbot.waitUntil(lambda: bool(failures), timeout=5000)
    assert "与清单不符，没有读入" in str(failures[0])


def test_everybody_gets_a_package_and_the_result_comes_back(
    open_desk: Opener, qtbot: QtBot, organiser: Desktop, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.people.register(QIAN.name, QIAN.unit_name)
    desk = open_desk()
    flow = _looked_at(desk, qtbot, _task(organiser, tmp_path / "stick"))
    flow.preview.take.click()
    qtbot.waitUntil(lambda: desk.home.place == "board", timeout=5000)
    mine = Desktop(workspace, organiser.id)
    given = next(
        one
        for one in mine.state.assignments
        if one.person == QIAN.person and one.duty is Duty.FIRST
    )
    review = workspace.campaigns.reviewing.open(mine.id, given.id)
    mine.mark(review)
    workspace.campaigns.reviewing.sign(mine.id, review.id)
    desk.perform("package.list")
    qtbot.waitUntil(lambda: flow.page.result.isEnabled(), timeout=5000)
    result = tmp_path / "stick" / "成果包.zip"

    flow.page.result_asked.emit(result)
    qtbot.waitUntil(result.exists, timeout=5000)

    campaigns = organiser.workspace.campaigns
    taken = campaigns.handing.take(campaigns.packages.preview(result), Silent(), {})
    [review] = organiser.workspace.reviews.for_case(given.case)
    assert (review.person, review.is_signed) == (QIAN.person, True)
    [moved] = [one for one in taken.state.progress if one.case == given.case]
    assert moved.state is CaseState.REVIEWING


def test_both_sides_changed_is_decided_by_a_person(
    open_desk: Opener, qtbot: QtBot, organiser: Desktop, workspace: Workspace, tmp_path: Path
) -> None:
    desk = open_desk()
    flow = _looked_at(desk, qtbot, _task(organiser, tmp_path / "stick"))
    flow.preview.take.click()
    qtbot.waitUntil(lambda: desk.home.place == "board", timeout=5000)
    for one, name in ((organiser, "甲方改名"), (Desktop(workspace, organiser.id), "乙方改名")):
        one.sit(LEADER)
        state = one.state
        one.workspace.campaigns.setup.change(replace(state.campaign, name=name), state)
    flow = _looked_at(desk, qtbot, _task(organiser, tmp_path / "stick"))
    page = flow.preview
    assert [row.cells[2] for row in page.conflicts.table.rows] == ["待决定"]

    page.theirs.click()
    assert list(page.decisions.values()) == [Decision.THEIRS]
    page.take.click()
    qtbot.waitUntil(lambda: desk.home.place == "board", timeout=5000)

    assert Desktop(workspace, organiser.id).state.campaign.name == "甲方改名"
