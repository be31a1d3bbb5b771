"""A store in a folder of the test's own, closed whatever happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.store import Store
from tests.store.builders import make_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = make_store(tmp_path)
    yield opened
    opened.close()
