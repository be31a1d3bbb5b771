"""Qt runs without a screen in every test; set before anything imports Qt."""

import os
import sys
from collections.abc import Iterator
from functools import cache

import pytest

from tests.kept import Kept, copies_new_databases

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LOADED_ONCE = (
    ("reviewer.scoring", "load_standards"),
    ("reviewer.scoring", "load_phrases"),
    ("reviewer.checking", "load_rules"),
    ("reviewer.checking", "load_laws"),
    ("reviewer.checking", "load_calendar"),
)
"""What every new workspace loads of the shipped data: 0.3 s of CPU together."""


@pytest.fixture(scope="session", autouse=True)
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Load shipped data once and migrate one new database, for all workspaces of this run.

    Only modules that the tests have imported: a run without them would wait for their import.
    """
    Kept.folder = tmp_path_factory.mktemp("kept")
    with pytest.MonkeyPatch.context() as patch:
        for name, function in LOADED_ONCE:
            if module := sys.modules.get(name):
                patch.setattr(module, function, cache(getattr(module, function)))
        if database := sys.modules.get("reviewer.store.database"):
            migrate = copies_new_databases(database.__dict__["migrate"])
            patch.setattr(database, "migrate", migrate)
        yield
