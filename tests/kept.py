"""What is made once in a run and copied for each test that needs it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path


class Kept:
    """The folder of a run; a session fixture names it before the first test."""

    folder = Path()


def copies_new_databases(migrate: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return `migrate`, but a database that is not there yet becomes a copy of the first one.

    All migrations take 0.2 s of CPU and a thousand tests open a new folder.  One that is as new
    as the first is left alone: to ask the migrations which is the newest takes 0.02 s.
    """

    def bring(path: Path) -> None:
        first = Kept.folder / "new.db"
        if path.exists():
            if not first.exists() or _revision(path) != _revision(first):
                migrate(path)
            return
        if not first.exists():
            migrate(first)
        shutil.copyfile(first, path)

    return bring


def _revision(path: Path) -> str | None:
    """Return the revision of a database; None when it tells none."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        return None
    return found[0] if found else None
