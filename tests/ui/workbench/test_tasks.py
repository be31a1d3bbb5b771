"""An assigned case in its tab: the review that was asked for, and what its sign-off moves on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.model.casework import CaseState
from reviewer.model.draws import Duty
from reviewer.model.reviews import Round
from reviewer.settings import Settings
from reviewer.ui.jobs import Jobs
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench import CaseTab
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import Desktop, assigned_desk
from tests.workspace.campaigns.meeting_builders import opened


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tasks")
    workspace = Workspace.open(folder / "data", Settings())
    workspace.people.register("王工", "支队")
    assigned_desk(workspace, folder)
    workspace.close()
    return folder / "data"


@pytest.fixture
def desk(prepared: Path, tmp_path: Path) -> Iterator[Desktop]:
    shutil.copytree(prepared, tmp_path / "data")
    found = opened(tmp_path / "data")
    yield found
    found.workspace.close()


def _tab(qtbot: QtBot, desk: Desktop, jobs: Jobs, tokens: Tokens) -> CaseTab:
    tab = CaseTab(desk.workspace, jobs, tokens, desk.cases[0])
    qtbot.addWidget(tab)
    tab.resize(1536, 816)
    tab.show()
    qtbot.waitUntil(lambda: tab._desk.index is not None, timeout=5000)
    return tab


def test_the_tab_begins_the_review_that_was_asked_for(
    qtbot: QtBot, desk: Desktop, jobs: Jobs, tokens: Tokens
) -> None:
    case = desk.cases[0]
    desk.reviewed(case, Duty.FIRST)
    given = desk.given(case, Duty.SECOND)
    desk.sit(desk.state.campaign.member(given.person))
    tab = _tab(qtbot, desk, jobs, tokens)
    start = tab._bench.start
    qtbot.waitUntil(lambda: tab._bench.right.currentWidget() is start, timeout=5000)
    assert start._title.text() == "评查任务：复评"

    start._on_start()
    qtbot.waitUntil(lambda: tab._desk.review is not None, timeout=5000)

    view = tab._desk.review
    assert view is not None
    assert (view.review.round, view.review.person) == (Round.SECOND, given.person)
    assert view.review.content_hash == desk.state.campaign.standards[0].content_hash
    desk.mark(view.review)
    tab._commands.sign()
    qtbot.waitUntil(
        lambda: any(
            one.case == case and one.state is CaseState.DECIDED for one in desk.state.progress
        ),
        timeout=5000,
    )
