"""Groups, conflicts and assignment in the window."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.model.campaigns import Stage, StageState
from reviewer.model.draws import Duty
from reviewer.settings import Settings
from reviewer.ui.campaign.groups_flow import GroupsFlow
from reviewer.ui.campaign.groups_page import GroupsPage
from reviewer.ui.desk import Desk
from reviewer.ui.forms import place_of
from reviewer.workspace import Workspace
from tests.ui.campaign.conftest import Opener
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    LOCAL,
    QIAN,
    SUN,
    Desktop,
    drawn_desk,
)
from tests.workspace.campaigns.desk_builders import UNITS, with_ledger


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID]:
    """Return a data folder with a drawn campaign; setting one up takes longer than a test."""
    folder = tmp_path_factory.mktemp("drawn")
    opened = Workspace.open(folder / "data", Settings())
    opened.people.register("周敏", "监督局")
    made = drawn_desk(opened, folder)
    opened.close()
    return folder / "data", made.id


@pytest.fixture
def workspace(template: tuple[Path, UUID], tmp_path: Path) -> Workspace:
    shutil.copytree(template[0], tmp_path / "data")
    return Workspace.open(tmp_path / "data", Settings())


@pytest.fixture
def drawn(template: tuple[Path, UUID], workspace: Workspace) -> Desktop:
    return Desktop(workspace, template[1])


def _opened(desk: Desk, qtbot: QtBot) -> tuple[GroupsFlow, GroupsPage]:
    desk.perform("groups.open")
    flow = desk.home.campaigns.groups
    qtbot.waitUntil(lambda: bool(flow.page.people.table.rows), timeout=5000)
    return flow, flow.page


def _assigned(desk: Desk, qtbot: QtBot) -> GroupsPage:
    _, page = _opened(desk, qtbot)
    page.propose.click()
    qtbot.waitUntil(lambda: page.terms.take.isVisible(), timeout=30000)
    page.terms.take.click()
    qtbot.waitUntil(lambda: not page._proposed and not page._view.missing, timeout=10000)
    return page


def test_a_proposal_is_seen_before_it_is_taken_and_can_be_taken_back(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop
) -> None:
    desk = open_desk()
    flow, page = _opened(desk, qtbot)
    undo: list[object] = []
    flow.undoable.connect(lambda _said, back: undo.append(back))

    page.propose.click()
    qtbot.waitUntil(lambda: page.terms.take.isVisible(), timeout=30000)
    assert all(row.cells[4].startswith("拟 ") for row in page.cases.table.rows)
    assert drawn.state.assignments == ()
    page.terms.take.click()
    qtbot.waitUntil(lambda: bool(undo) and not page._proposed, timeout=10000)

    assert not any("拟" in cell for row in page.cases.table.rows for cell in row.cells)
    assert len(drawn.state.assignments) == 6
    [back] = undo
    assert callable(back)
    back()
    qtbot.waitUntil(lambda: page._view.missing == 3, timeout=10000)


def test_too_few_reviewers_are_proved_in_words(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    drawn_desk(workspace, tmp_path, members=(LEADER, LOCAL))
    desk = open_desk()
    _, page = _opened(desk, qtbot)

    page.propose.click()
    qtbot.waitUntil(lambda: bool(page.terms.refusal.sentence), timeout=10000)

    assert page.terms.refusal.sentence.startswith("无法分配：")
    assert "还缺" in page.terms.refusal.sentence
    assert page.propose.isEnabled()


def test_an_own_unit_is_refused_by_hand_and_a_change_is_logged(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop
) -> None:
    desk = open_desk()
    page = _assigned(desk, qtbot)
    own = next(row for row in page.cases.table.rows if row.cells[0] == UNITS[0].name)
    at = page.cases.table.rows.index(own)
    page.cases.setCurrentIndex(page.cases.table.index(at, 0))
    form = page.reassign
    form.choose_duty(Duty.FIRST.name)
    free = next(one for one in (LEADER, QIAN, SUN) if one.name not in own.cells[4:6])

    form.person.setCurrentIndex(place_of(form.person, LOCAL.person))
    form.reason.setText("换人")
    form.change.click()
    qtbot.waitUntil(lambda: "所在单位" in form.refusal.sentence, timeout=5000)
    form.person.setCurrentIndex(place_of(form.person, free.person))
    form.change.click()
    qtbot.waitUntil(lambda: "人工调整" in page.log.table.rows[0].cells[2], timeout=5000)

    assert page.log.table.rows[0].cells[2].endswith(f"改为{free.name}：换人")
    assert page.log.table.rows[0].cells[1] == LEADER.name


def test_a_conflict_is_kept_with_who_and_when_and_bars_the_assignment(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop
) -> None:
    desk = open_desk()
    page = _assigned(desk, qtbot)
    case = page._view.cases[0]
    assert case.first is not None
    form = page.conflict
    page.show_list("conflicts")
    form.person.setCurrentText(case.first.name)
    form.choose_about("row")
    form.case.setCurrentIndex(place_of(form.case, case.case))
    form.declare.click()
    qtbot.waitUntil(lambda: "没有填写回避的事由" in form.refusal.sentence, timeout=5000)
    form.reason.setText("代理过本案")
    form.declare.click()
    qtbot.waitUntil(lambda: page._view.barred == 1, timeout=5000)

    [kept] = page.conflicts.table.rows
    assert kept.cells[2] == "代理过本案"
    assert kept.cells[4].endswith(LEADER.name)
    form.why.setText("申报有误")
    form.take_back.click()
    qtbot.waitUntil(lambda: not page._view.barred, timeout=5000)
    assert page.conflicts.table.rows[0].cells[4] == "已撤回：申报有误"


def test_a_former_unit_counts_as_own(open_desk: Opener, qtbot: QtBot, drawn: Desktop) -> None:
    desk = open_desk()
    _, page = _opened(desk, qtbot)
    page.show_list("people")
    at = [row.key for row in page.people.table.rows].index(QIAN.person)
    page.people.setCurrentIndex(page.people.table.index(at, 0))
    today = drawn.workspace.campaigns.grouping._now().date()

    page.member.group.setCurrentText("第一组")
    page.member.left.show_lines([(None, (UNITS[1].name, today.isoformat()))])
    page.member.save.click()
    qtbot.waitUntil(lambda: page.people.table.rows[-1].cells[0] == "第一组", timeout=5000)

    kept = drawn.state.campaign.member(QIAN.person)
    assert (kept.group, kept.left[0].unit) == ("第一组", UNITS[1].id)
    assert page._view.reviewers[-1].kept_away == 2


def test_the_reckoning_can_be_stopped(open_desk: Opener, qtbot: QtBot, drawn: Desktop) -> None:
    desk = open_desk()
    flow, page = _opened(desk, qtbot)

    page.propose.click()
    assert page.propose.accessibleName() == "取消计算"
    page.propose.click()

    assert page.propose.accessibleName() == "自动分配"
    with qtbot.assertNotEmitted(page.terms.accepted, wait=0):
        flow.refresh()
    assert not page.terms.take.isVisible()


def test_the_share_of_double_reviews_is_kept_at_once(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop
) -> None:
    desk = open_desk()
    _, page = _opened(desk, qtbot)

    page.terms.fields.set_text("share", "34")
    page.terms.fields.fields["share"].editingFinished.emit()
    qtbot.waitUntil(lambda: bool(page.log.table.rows), timeout=5000)

    assert drawn.state.campaign.double_share == Decimal("0.34")
    assert page.log.table.rows[0].cells[2] == "双评比例由 100% 改为 34%"


def test_the_paper_is_written(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop, tmp_path: Path
) -> None:
    desk = open_desk()
    _, page = _opened(desk, qtbot)

    for name in ("名单.docx", "名单.pdf"):
        page.export_asked.emit(tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists, timeout=10000)


def test_the_table_is_copied_whole(open_desk: Opener, qtbot: QtBot, drawn: Desktop) -> None:
    desk = open_desk()
    _, page = _opened(desk, qtbot)

    QTest.keySequence(page.cases, "Ctrl+C")

    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["单位", "案号"]
    assert len(lines) == 4


def test_before_the_draw_people_can_be_grouped_but_nothing_is_assigned(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    state = with_ledger(workspace, tmp_path)
    campaign = replace(state.campaign, members=(QIAN,))
    workspace.campaigns.setup.change(campaign, state)
    desk = open_desk()
    _, page = _opened(desk, qtbot)

    assert not page.propose.isEnabled()
    assert page.people.isVisible()
    assert "还没有抽取案卷" in page._said.text()


def test_the_stage_ends_when_every_case_has_its_reviewers(
    open_desk: Opener, qtbot: QtBot, drawn: Desktop
) -> None:
    drawn.workspace.campaigns.setup.issue_notice(drawn.id)
    assert drawn.state.campaign.stage(Stage.GROUPS).state is StageState.RUNNING
    desk = open_desk()

    _assigned(desk, qtbot)

    assert drawn.state.campaign.stage(Stage.GROUPS).state is StageState.DONE
