"""The vault: original files, copied once under their SHA-256 and never changed.

A copy is written beside its place, flushed to the disk and renamed, so that a file under its
hash is always whole, however the program ended.
"""

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from reviewer.errors import StoreError

_CHUNK = 1 << 20
_INCOMING = "incoming"


class Vault:
    """The folder of originals: `ab/abcd….pdf`, read-only."""

    def __init__(self, folder: Path) -> None:
        """Open the vault of `folder`, and drop what an interrupted copy left behind."""
        self.folder = folder
        incoming = folder / _INCOMING
        if incoming.exists():
            shutil.rmtree(incoming)
        incoming.mkdir(parents=True)

    def path(self, sha256: str, suffix: str) -> Path:
        """Return where the file of this hash lies or would lie."""
        return self.folder / sha256[:2] / f"{sha256}{suffix}"

    def put(
        self, source: Path, sha256: str, suffix: str, tell: Callable[[int], None] = lambda _: None
    ) -> Path:
        """Copy `source` under its hash; a file that is already there is not copied again.

        `tell` is given the bytes copied so far and may raise to stop.

        Raises:
            StoreError: the content is no longer that of the hash, or the disk is full.
        """
        target = self.path(sha256, suffix)
        if target.exists():
            return target
        draft = self.folder / _INCOMING / sha256
        try:
            found = _copy(source, draft, tell)
            if found != sha256:
                raise StoreError(
                    f"“{source.name}”在导入过程中被改动，没有存入。",
                    "请确认该文件未被其他程序打开，然后重新导入。",
                )
            draft.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
            target.parent.mkdir(exist_ok=True)
            draft.replace(target)
            _flush_folder(target.parent)
        except OSError as error:
            raise _explained(source, error) from error
        finally:
            _drop(draft)
        return target

    def files(self) -> Iterator[Path]:
        """Return the paths of all originals."""
        for folder in sorted(self.folder.iterdir()):
            if folder.name != _INCOMING and folder.is_dir():
                yield from sorted(folder.iterdir())


def hash_of(path: Path) -> str:
    """Return the SHA-256 of the file's content in lower-case hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copy(source: Path, draft: Path, tell: Callable[[int], None]) -> str:
    digest = hashlib.sha256()
    done = 0
    with source.open("rb") as old, draft.open("wb") as new:
        while chunk := old.read(_CHUNK):
            digest.update(chunk)
            new.write(chunk)
            done += len(chunk)
            tell(done)
        new.flush()
        os.fsync(new.fileno())
    return digest.hexdigest()


def _drop(draft: Path) -> None:
    if draft.exists():
        # Windows deletes no read-only file.
        draft.chmod(stat.S_IRUSR | stat.S_IWUSR)
        draft.unlink()


def _flush_folder(folder: Path) -> None:
    # The rename itself must reach the disk; Windows has no such call and does not need it.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(source: Path, error: OSError) -> StoreError:
    if error.errno == errno.ENOSPC:
        return StoreError(
            f"磁盘空间不足，“{source.name}”没有存入。",
            "请清理磁盘，或在设置中把资料文件夹移到其他磁盘，然后重新导入。",
        )
    return StoreError(
        f"“{source.name}”没有存入：读取或写入文件失败。",
        "请确认该文件仍在原处、未被其他程序占用，然后重新导入。",
    )
