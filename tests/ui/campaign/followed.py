"""A window on a campaign whose cases have their results; set up once and copied for each test."""

import shutil
from pathlib import Path

import pytest

from reviewer.settings import Settings
from reviewer.workspace import Workspace
from tests.workspace.campaigns.followed_builders import told_desk


@pytest.fixture(scope="session")
def told_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder in which the feedback was sent to and received by all units."""
    folder = tmp_path_factory.mktemp("followed")
    opened = Workspace.open(folder / "data", Settings())
    opened.people.register("周敏", "监督局")
    told_desk(opened, folder)
    opened.close()
    return folder / "data"


@pytest.fixture
def workspace(told_folder: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(told_folder, tmp_path / "data")
    return Workspace.open(tmp_path / "data", Settings())
