"""The vault: original files, copied once under their SHA-256 and never changed.

A copy is written beside its place, flushed to the disk and renamed, so that a file under its
hash is always whole, however the program ended.  Copies arrive several at a time, because the
disk writes what is flushed at the same time in one go.
"""

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reviewer.errors import StoreError

_CHUNK = 1 << 20
_INCOMING = "incoming"
_FLUSHES = 8
"""Flushed at once: 64 small files took 1.8 ms each, one after another 12 ms (measured)."""
_OPENED = "opened"
_ARRIVING = "arriving"
"""Names what is put into its place and not recorded yet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole copy that is not in its place yet; both are the same when it was there before."""

    path: Path
    target: Path


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

    def bring(
        self, source: Path, sha256: str, suffix: str, tell: Callable[[int], None] = lambda _: None
    ) -> Draft:
        """Copy `source` beside its place; `arriving` puts it there.

        `tell` is given the bytes copied so far and may raise to stop.

        Raises:
            StoreError: the content is no longer that of the hash, or the disk is full.
        """
        target = self.path(sha256, suffix)
        if target.exists():
            return Draft(target, target)
        draft = Draft(self.folder / _INCOMING / sha256, target)
        if self._copied(source, draft, tell) != sha256:
            self.drop([draft])
            raise StoreError(
                f"“{source.name}”在导入过程中被改动，没有存入。",
                "请确认该文件未被其他程序打开，然后重新导入。",
            )
        return draft

    def take(
        self,
        stream: IO[bytes],
        sha256: str,
        suffix: str,
        tell: Callable[[int], None] = lambda _: None,
        *,
        opened: bool = False,
    ) -> Draft:
        """Copy what a package holds beside its place, as `bring` and `bring_opened` do.

        The stream itself refuses content that is not what the package promised.

        Raises:
            StoreError: the disk is full.
        """
        target = self._opened(sha256, suffix) if opened else self.path(sha256, suffix)
        if target.exists():
            return Draft(target, target)
        draft = Draft(self.folder / _INCOMING / f"{sha256}{'.opened' if opened else ''}", target)
        try:
            _copy_stream(stream, draft.path, tell)
        except OSError as error:
            _drop(draft.path)
            raise _explained(Path(target.name), error) from error
        except BaseException:
            _drop(draft.path)
            raise
        return draft

    def bring_opened(self, copy: Path, sha256: str, suffix: str) -> Draft:
        """Copy the readable form of an encrypted original, as `bring` does."""
        target = self._opened(sha256, suffix)
        if target.exists():
            return Draft(target, target)
        draft = Draft(self.folder / _INCOMING / f"{sha256}.opened", target)
        self._copied(copy, draft, lambda _: None)
        return draft

    @contextmanager
    def arriving(self, drafts: Sequence[Draft]) -> Iterator[None]:
        """Put copies into their places, flushed to the disk, while the block records them.

        When the block fails they are drafts again; when the program ends in it, the next one
        asks `unsettled` for them.

        Raises:
            StoreError: the disk is full, or a place cannot be written.
        """
        new = [draft for draft in drafts if draft.path != draft.target]
        try:
            self._place(new)
            yield
        except BaseException as error:
            for draft in new:
                _take_back(draft)
            if isinstance(error, OSError):
                raise _explained(Path(new[0].target.name), error) from error
            raise
        finally:
            (self.folder / _ARRIVING).unlink(missing_ok=True)

    def drop(self, drafts: Iterable[Draft]) -> None:
        """Remove copies that will not be put into their places."""
        for draft in drafts:
            if draft.path != draft.target:
                _drop(draft.path)

    def unsettled(self) -> tuple[str, ...]:
        """Return the hashes that were being recorded when the program ended."""
        note = self.folder / _ARRIVING
        lines = note.read_text("utf-8").split() if note.exists() else []
        return tuple(dict.fromkeys(Path(line).name.partition(".")[0] for line in lines))

    def settle(self, unrecorded: Container[str]) -> None:
        """Remove those of `unsettled` that are in no record."""
        note = self.folder / _ARRIVING
        for line in note.read_text("utf-8").split() if note.exists() else ():
            if Path(line).name.partition(".")[0] in unrecorded:
                _drop(self.folder / line)
        note.unlink(missing_ok=True)

    def _copied(self, source: Path, draft: Draft, tell: Callable[[int], None]) -> str:
        try:
            return _copy(source, draft.path, tell)
        except OSError as error:
            _drop(draft.path)
            raise _explained(source, error) from error
        except BaseException:
            _drop(draft.path)
            raise

    def _place(self, drafts: Sequence[Draft]) -> None:
        if not drafts:
            return
        _at_once(_flush, [draft.path for draft in drafts])
        for draft in drafts:
            draft.path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        note = self.folder / _ARRIVING
        names = [draft.target.relative_to(self.folder).as_posix() for draft in drafts]
        note.write_text("\n".join(names), "utf-8")
        _flush(note)
        _flush_folder(self.folder)
        for draft in drafts:
            draft.target.parent.mkdir(exist_ok=True)
            draft.path.replace(draft.target)
        _at_once(_flush_folder, {draft.target.parent for draft in drafts})

    def readable(self, sha256: str, suffix: str) -> Path:
        """Return what is read of an original: its opened copy if it is encrypted, or itself."""
        opened = self._opened(sha256, suffix)
        return opened if opened.exists() else self.path(sha256, suffix)

    def opened(self, sha256: str, suffix: str) -> Path | None:
        """Return the opened copy of an encrypted original; None when it is not encrypted."""
        path = self._opened(sha256, suffix)
        return path if path.exists() else None

    def files(self) -> Iterator[Path]:
        """Return the paths of all originals."""
        for folder in sorted(self.folder.iterdir()):
            if folder.name not in (_INCOMING, _OPENED) and folder.is_dir():
                yield from sorted(folder.iterdir())

    def opened_files(self) -> Iterator[Path]:
        """Return the paths of the readable copies of encrypted originals."""
        if (self.folder / _OPENED).is_dir():
            yield from sorted((self.folder / _OPENED).iterdir())

    def _opened(self, sha256: str, suffix: str) -> Path:
        return self.folder / _OPENED / f"{sha256}{suffix}"


def hash_of(path: Path) -> str:
    """Return the SHA-256 of the file's content in lower-case hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copy(source: Path, draft: Path, tell: Callable[[int], None]) -> str:
    with source.open("rb") as old:
        return _copy_stream(old, draft, tell)


def _copy_stream(old: IO[bytes], draft: Path, tell: Callable[[int], None]) -> str:
    digest = hashlib.sha256()
    done = 0
    with draft.open("wb") as new:
        while chunk := old.read(_CHUNK):
            digest.update(chunk)
            new.write(chunk)
            done += len(chunk)
            tell(done)
    return digest.hexdigest()


def _at_once(flush: Callable[[Path], None], paths: Iterable[Path]) -> None:
    with ThreadPoolExecutor(_FLUSHES, "flush") as pool:
        list(pool.map(flush, paths))


def _flush(path: Path) -> None:
    # Windows flushes only what is open for writing.
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def _take_back(draft: Draft) -> None:
    if draft.target.exists():
        draft.target.replace(draft.path)
    if draft.path.exists():
        draft.path.chmod(stat.S_IRUSR | stat.S_IWUSR)


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
