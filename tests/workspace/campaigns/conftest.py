"""Desktops that are closed whatever happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace.campaigns.builders import LI, ZHAO, Desk, lead


@pytest.fixture
def leader(tmp_path: Path) -> Iterator[Desk]:
    desk = lead(tmp_path / "leader")
    yield desk
    desk.store.close()


@pytest.fixture
def li(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "li", LI.name, LI.unit_name)
    yield desk
    desk.store.close()


@pytest.fixture
def zhao(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "zhao", ZHAO.name, ZHAO.unit_name)
    yield desk
    desk.store.close()
