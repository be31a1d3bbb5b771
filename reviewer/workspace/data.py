"""The data folder: where it is, how much room there is, and moving it.

A move copies everything, verifies it, opens the copy, remembers it in the settings, and only then
removes the old folder's content; whatever goes wrong before leaves the old folder as it was.
"""

import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from reviewer.errors import StoreError
from reviewer.progress import Progress
from reviewer.store import Store
from reviewer.store.database import BACKUP, CACHE, DATABASE, VAULT
from reviewer.store.folders import free_space, refuse_network
from reviewer.store.lock import LOCK
from reviewer.store.migrate import copy_database
from reviewer.store.vault import hash_of

_SPARE = 50_000_000
"""Bytes that must stay free after a move."""


class Data:
    """The data folder."""

    def __init__(
        self, store: Store, before: Callable[[], None], remember: Callable[[Path], None]
    ) -> None:
        """Take what stops all work on the folder, and what keeps a new one in the settings."""
        self._store = store
        self._before = before
        self._remember = remember

    @property
    def folder(self) -> Path:
        """Return the data folder."""
        return self._store.folder

    def free_space(self, path: Path) -> int:
        """Return the free bytes of the disk that `path`, which need not exist, lies on."""
        return free_space(path)

    def move(self, to: Path, progress: Progress) -> Path:
        """Move everything to the folder `to`, which is empty or does not exist yet.

        Raises:
            StoreError: `to` is not empty, too small, inside the old one, or on a network share.
            Cancelled: the user stopped it; everything is as it was.
        """
        old = self._store.folder
        self._refuse(old, to)
        self._before()
        made = not to.exists()
        try:
            with self._store.quiet():
                self._copy(old, to, progress)
                self._store.switch(to)
                self._remember_or_return(old, to)
        except BaseException:
            _clear(to, keep=not made)
            raise
        _clear(old, keep=False)
        return to

    def _remember_or_return(self, old: Path, to: Path) -> None:
        try:
            self._remember(to)
        except OSError as error:
            self._store.switch(old)
            raise StoreError(
                "新的资料文件夹没有记入设置，资料仍在原处。", "请检查设置文件是否可写，然后重试。"
            ) from error

    def _refuse(self, old: Path, to: Path) -> None:
        refuse_network(to)
        if to.resolve().is_relative_to(old.resolve()):
            raise StoreError("新文件夹不能在原资料文件夹之内。", "请另选一个文件夹。")
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise StoreError(f"“{to}”里已有其他文件。", "请选一个空文件夹，或新建一个。")
        needed = sum(path.stat().st_size for path in old.rglob("*") if path.is_file()) + _SPARE
        free = free_space(to)
        if free < needed:
            raise StoreError(
                f"“{to}”所在磁盘空间不足：需要 {_megabytes(needed)}，只有 {_megabytes(free)}。",
                "请清理该磁盘，或改选其他磁盘。",
            )

    def _copy(self, old: Path, to: Path, progress: Progress) -> None:
        # A copy that a password opened has another hash than its original, which names it.
        opened = {path: hash_of(path) for path in self._store.vault.opened_files()}
        originals = {path: path.stem for path in self._store.vault.files()} | opened
        to.mkdir(parents=True, exist_ok=True)
        for done, (path, sha256) in enumerate(originals.items()):
            progress.report(done, len(originals) + 1, "正在移动资料")
            target = to / VAULT / path.parent.name / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            if hash_of(target) != sha256:
                raise StoreError(
                    f"“{path.name}”复制后内容不一致，没有移动。", "请检查目标磁盘后重试。"
                )
            target.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        # The database last, so that it knows no original that was not copied.
        copy_database(old / DATABASE, to / DATABASE)
        copy_database(old / CACHE, to / CACHE)
        if (old / BACKUP).exists():
            shutil.copyfile(old / BACKUP, to / BACKUP)
        progress.report(len(originals) + 1, len(originals) + 1, "正在移动资料")


def _clear(folder: Path, *, keep: bool) -> None:
    """Remove what a data folder consists of, and the folder itself unless `keep`."""
    if (folder / VAULT).exists():
        for path in (folder / VAULT).rglob("*"):
            path.chmod(stat.S_IRWXU)  # Windows deletes no read-only file
        shutil.rmtree(folder / VAULT, ignore_errors=True)
    for name in (DATABASE, CACHE):
        for suffix in ("", "-wal", "-shm"):
            (folder / f"{name}{suffix}").unlink(missing_ok=True)
    for name in (BACKUP, LOCK):
        (folder / name).unlink(missing_ok=True)
    if not keep and folder.exists() and not any(folder.iterdir()):
        folder.rmdir()


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
