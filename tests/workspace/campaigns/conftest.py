"""Desktops that are closed whatever happens.

They are set up once and copied for each test: migrating a database takes longer than a test.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.workspace.campaigns.builders import LI, ZHAO, Desk, lead


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desktops")
    for desk in (
        lead(folder / "leader"),
        Desk(folder / "li", LI.name, LI.unit_name),
        Desk(folder / "zhao", ZHAO.name, ZHAO.unit_name),
    ):
        desk.store.close()
    return folder


@pytest.fixture
def copied(templates: Path, tmp_path: Path) -> Iterator[Callable[[str, str, str], Desk]]:
    made: list[Desk] = []

    def copy(folder: str, name: str, unit: str) -> Desk:
        shutil.copytree(templates / folder, tmp_path / folder)
        made.append(Desk(tmp_path / folder, name, unit))
        return made[-1]

    yield copy
    for desk in made:
        desk.store.close()


@pytest.fixture
def leader(copied: Callable[[str, str, str], Desk]) -> Desk:
    return copied("leader", "王工", "固原市综合执法支队")


@pytest.fixture
def li(copied: Callable[[str, str, str], Desk]) -> Desk:
    return copied("li", LI.name, LI.unit_name)


@pytest.fixture
def zhao(copied: Callable[[str, str, str], Desk]) -> Desk:
    return copied("zhao", ZHAO.name, ZHAO.unit_name)
