"""A bench for reviews and a whole workspace, each in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.settings import Settings
from reviewer.workspace import Workspace
from tests.workspace.builders import Bench, bench


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as made:
        yield made


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.open(tmp_path / "data", Settings())
    opened.people.register("王工", "支队")
    yield opened
    opened.close()
