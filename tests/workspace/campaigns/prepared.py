"""Campaigns that are set up once in a run and then copied into the workspace of each test.

Setting one up takes seconds, copying its database takes milliseconds.  A workspace in which
anything was done before is never overwritten: there the campaign is set up anew.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import wraps
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeVar, cast
from uuid import UUID

from reviewer.settings import Settings
from reviewer.store.database import DATABASE, VAULT
from reviewer.store.migrate import copy_database
from reviewer.workspace import Workspace
from tests.kept import Kept

Made = TypeVar("Made")
Builder = TypeVar("Builder", bound=Callable[..., Any])

_SEATED = {"alembic_version", "desktops", "people", "person_units", "units"}
"""The tables that are filled when a person sits down at a new workspace."""
_MADE: dict[str, tuple[Path, UUID]] = {}


def once(
    name: Callable[[Made], UUID], again: Callable[[Workspace, UUID], Made]
) -> Callable[[Builder], Builder]:
    """Let a builder of a campaign work once for the same arguments and the same person.

    `name` returns the id of the campaign that was built; `again` finds it in a copy.
    """

    def mark(build: Builder) -> Builder:
        @wraps(build)
        def copied(workspace: Workspace, folder: Path, *args: object, **kwargs: object) -> Made:
            if _used(workspace):
                return cast(Made, build(workspace, folder, *args, **kwargs))
            people = [(one.name, one.unit) for one in workspace.people.all()]
            key = f"{build.__module__}.{build.__name__} {args} {kwargs} {people}"
            if key not in _MADE:
                home = Path(mkdtemp(prefix=build.__name__, dir=Kept.folder))
                with _beside(home, workspace) as opened:
                    made = build(opened, home / "files", *args, **kwargs)
                _MADE[key] = home, name(made)
            home, campaign = _MADE[key]
            _copy(home, workspace, folder)
            return again(workspace, campaign)

        return cast(Builder, copied)

    return mark


@contextmanager
def _beside(home: Path, workspace: Workspace) -> Iterator[Workspace]:
    """Open a copy of `workspace`, which itself stays as it is."""
    (home / "files").mkdir()
    (home / "data").mkdir()
    copy_database(workspace.data.folder / DATABASE, home / "data" / DATABASE)
    opened = Workspace.open(home / "data", Settings())
    try:
        yield opened
    finally:
        opened.close()


def _copy(home: Path, workspace: Workspace, folder: Path) -> None:
    copy_database(home / "data" / DATABASE, workspace.data.folder / DATABASE)
    shutil.copytree(home / "data" / VAULT, workspace.data.folder / VAULT, dirs_exist_ok=True)
    shutil.copytree(home / "files", folder, dirs_exist_ok=True)


def _used(workspace: Workspace) -> bool:
    """Return whether anything was done here but that a person sat down."""
    with closing(sqlite3.connect(workspace.data.folder / DATABASE)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [name for (name,) in tables if not name.startswith("sqlite_")]
        return any(
            connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()
            for name in names
            if name not in _SEATED
        )
