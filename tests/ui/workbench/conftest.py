"""Opening case tabs on a workspace in memory, with real jobs."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.jobs import Jobs
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench import CaseTab
from tests.ui.workbench.builders import CASE_ID
from tests.ui.workbench.fakes import FakeWorkspace

OpenTab = Callable[[FakeWorkspace], CaseTab]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()


@pytest.fixture
def open_tab(qtbot: QtBot, tokens: Tokens, jobs: Jobs) -> OpenTab:
    def open_(workspace: FakeWorkspace) -> CaseTab:
        tab = CaseTab(workspace, jobs, tokens, CASE_ID)
        qtbot.addWidget(tab)
        tab.resize(1536, 816)
        tab.show()
        qtbot.waitUntil(lambda: tab._desk.index is not None)
        return tab

    return open_
