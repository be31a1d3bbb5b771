"""Originals for the eye: a copy under the delivered name, for the program that usually opens it.

The vault itself is never handed out: what is saved in the other program must not reach it.
"""

import shutil
import stat
from pathlib import Path, PurePosixPath
from uuid import UUID

from reviewer.errors import StoreError
from reviewer.model import PageRef
from reviewer.store import Store
from reviewer.workspace.sources import source_in_case

_OPENED = "opened"


class Originals:
    """Copies of originals that were looked at; they go when the program ends or starts."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.drop()

    def copy_of(self, case_id: UUID, ref: PageRef) -> Path:
        """Return a read-only copy of the file that holds a page.

        Raises:
            UnreadableFile: the original is no longer in the vault.
            StoreError: the disk is full.
        """
        source, _page = source_in_case(self._store, case_id, ref)
        name = PurePosixPath(source.path).name
        return opened_copy(self._store, ref.file, Path(source.location), name)

    def drop(self) -> None:
        """Remove the copies; one that is still open elsewhere stays until the next start."""
        folder = self._store.folder / _OPENED
        for copy in folder.glob("*/*"):
            # Windows removes no file that is read-only.
            copy.chmod(stat.S_IREAD | stat.S_IWRITE)
        shutil.rmtree(folder, ignore_errors=True)


def opened_copy(store: Store, sha256: str, location: Path, name: str) -> Path:
    """Return a read-only copy of a file of the vault, for the program that usually opens it.

    Raises:
        StoreError: the disk is full.
    """
    folder = store.folder / _OPENED / sha256[:16]
    copy = folder / name
    if not copy.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(location, copy)
            copy.chmod(stat.S_IREAD)
        except OSError as error:
            raise StoreError(
                f"“{copy.name}”的副本没有做成。", "请检查资料库所在磁盘的空间后重试。"
            ) from error
    return copy
