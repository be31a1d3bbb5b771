"""What is made once in a run and copied for each test that needs it."""

import shutil
from collections.abc import Callable
from pathlib import Path


class Kept:
    """The folder of a run; a session fixture names it before the first test."""

    folder = Path()


def copies_new_databases(migrate: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return `migrate`, but a database that is not there yet becomes a copy of the first one.

    All migrations take 0.2 s of CPU and a thousand tests open a new folder.
    """

    def bring(path: Path) -> None:
        if path.exists():
            migrate(path)
            return
        first = Kept.folder / "new.db"
        if not first.exists():
            migrate(first)
        shutil.copyfile(first, path)

    return bring
