"""Writing a package: beside its place, and put there only when it is whole.

Originals are copied a piece at a time, so memory does not grow with them.
"""

import errno
import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reviewer.errors import StoreError
from reviewer.exchange.manifest import NAME, Entry, Manifest, to_json

_CHUNK = 1 << 20
_EPOCH = (2020, 1, 1, 0, 0, 0)


class PackageWriter:
    """A package that is being written; leaving the block without an error puts it in its place."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        """Begin the package `path`; the entries of `manifest` are those added later.

        Raises:
            StoreError: the folder cannot be written.
        """
        self._path = path
        self._draft = path.with_name(f"{path.name}.part")
        self._manifest = manifest
        self._entries: dict[str, Entry] = {}
        try:
            self._zip = zipfile.ZipFile(self._draft, "w", allowZip64=True)
        except OSError as error:
            raise _explained(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._finish()
            else:
                self._zip.close()
        except OSError as own:
            self._draft.unlink(missing_ok=True)
            raise _explained(self._path, own) from own
        if error is not None:
            self._draft.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise _explained(self._path, error) from error

    def has(self, name: str) -> bool:
        """Return whether an entry of this name was added."""
        return name in self._entries

    def add_json(self, name: str, value: Any) -> None:
        """Add a record."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        body = text.encode()
        self._zip.writestr(_info(name, zipfile.ZIP_DEFLATED), body)
        self._entries[name] = Entry(name, hashlib.sha256(body).hexdigest(), len(body))

    def add_file(self, name: str, source: Path, tell: Callable[[int], None]) -> None:
        """Add an original; `tell` is given the bytes of each piece and may raise to stop."""
        # Scans and pictures are packed already: deflating them takes time and saves nothing.
        info = _info(name, zipfile.ZIP_STORED)
        digest, size = hashlib.sha256(), 0
        with source.open("rb") as old, self._zip.open(info, "w", force_zip64=True) as new:
            while chunk := old.read(_CHUNK):
                digest.update(chunk)
                new.write(chunk)
                size += len(chunk)
                tell(len(chunk))
        self._entries[name] = Entry(name, digest.hexdigest(), size)

    def _finish(self) -> None:
        manifest = replace(self._manifest, entries=tuple(self._entries.values()))
        text = json.dumps(to_json(manifest), ensure_ascii=False, indent=1)
        self._zip.writestr(_info(NAME, zipfile.ZIP_DEFLATED), text.encode())
        self._zip.close()
        # Windows flushes only what is open for writing.
        with self._draft.open("r+b") as stream:
            os.fsync(stream.fileno())
        self._draft.replace(self._path)


def _info(name: str, method: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = method
    info.external_attr = 0o644 << 16
    return info


def _explained(path: Path, error: OSError) -> StoreError:
    if error.errno == errno.ENOSPC:
        return StoreError(
            f"磁盘空间不足，“{path.name}”没有写成。", "请清理磁盘或换一个磁盘后重试。"
        )
    return StoreError(
        f"“{path.name}”没有写成：写入文件失败。",
        "请确认该文件夹可以写入、同名文件未被打开，然后重试。",
    )
