"""A bench for reviews in a folder of the test's own, closed whatever happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace.builders import Bench, bench


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as made:
        yield made
