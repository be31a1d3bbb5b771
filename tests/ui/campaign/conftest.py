"""A window on a real data folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from reviewer.settings import Settings
from reviewer.ui.desk import Desk
from reviewer.ui.main_window import MainWindow, Wiring
from reviewer.ui.theme import Tokens
from reviewer.workspace import Workspace
from tests.ui.made_up import FREE, make_case_tab

Opener = Callable[[], Desk]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "data", Settings())
    opened.people.register("周敏", "监督局")
    return opened


@pytest.fixture
def open_desk(qtbot: QtBot, tokens: Tokens, workspace: Workspace) -> Iterator[Opener]:
    """Return a function that opens the window; closing it closes the data folder."""
    windows: list[MainWindow] = []

    def opening() -> Desk:
        wiring = Wiring(
            keep=lambda _settings: None,
            open_workspace=lambda _folder: workspace,
            make_case_tab=make_case_tab,
            free_space=lambda _folder: FREE,
            default_folder=Path("文档"),
        )
        window = MainWindow(Settings(data_folder="data", theme="light"), wiring)
        windows.append(window)
        window.show()
        window.start()
        qtbot.waitUntil(lambda: window.desk is not None, timeout=5000)
        assert window.desk is not None
        desk = window.desk
        known = workspace.campaigns.setup.all()
        qtbot.waitUntil(
            lambda: (desk.home.campaigns.campaign.state is not None) == bool(known), timeout=5000
        )
        return desk

    yield opening
    for window in windows:
        window.close()
        # Three thousand widgets: each later change of the style sheet would reach them too.
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not windows:
        workspace.close()
