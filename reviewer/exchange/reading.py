"""Opening a package that may be damaged or hostile.

Nothing is unpacked to disk by name.  Only entries that the manifest lists are read, each with the
size and hash that it promises; a piece too much or a wrong hash stops the reading.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

from reviewer.errors import BadPackage
from reviewer.exchange.manifest import AGAIN, NAME, Entry, Manifest, from_json

RECORD_BYTES = 256_000_000
"""A record is read whole; a ledger of 50,000 rows takes 20 MB."""
MANIFEST_BYTES = 64_000_000
ENTRIES = 200_000

_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # what zipfile raises for an encrypted member
    NotImplementedError,
    ValueError,
)


def is_package(path: Path) -> bool:
    """Return whether a file has the manifest of a package; whether it is sound is not told."""
    try:
        with zipfile.ZipFile(path) as archive:
            return NAME in archive.namelist()
    except (*_TROUBLE, AttributeError):
        return False


class Package:
    """An opened package; use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Open `path` and read its manifest.

        Raises:
            BadPackage: it is damaged, not a package, or made by a later version.
        """
        try:
            self._zip = zipfile.ZipFile(path)
        except (*_TROUBLE, AttributeError) as error:
            raise BadPackage(f"“{path.name}”打不开：文件不完整，或不是评查包。", AGAIN) from error
        try:
            self.manifest = self._read_manifest()
            self._refuse_others()
        except BaseException:
            self._zip.close()
            raise
        self._entries = {entry.name: entry for entry in self.manifest.entries}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """Return the entries of a folder of the package."""
        return tuple(e for name, e in self._entries.items() if name.startswith(f"{folder}/"))

    def has(self, name: str) -> bool:
        """Return whether there is an entry of this name."""
        return name in self._entries

    def json(self, name: str) -> Any:
        """Return a record.

        Raises:
            BadPackage: it is missing, damaged, or not what the manifest promises.
        """
        entry = self._entries.get(name)
        if entry is None or entry.size > RECORD_BYTES:
            raise _damaged(name)
        with self.open(name) as stream:
            body = stream.read(entry.size + 1)
            stream.read(1)
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            raise _damaged(name) from error

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open an entry as a stream that refuses, at its end, what the manifest did not promise.

        Raises:
            BadPackage: there is no such entry, or it cannot be unpacked.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise _damaged(name)
        try:
            stream = self._zip.open(name)
        except (*_TROUBLE, KeyError) as error:
            raise _damaged(name) from error
        with stream:
            yield cast(IO[bytes], _Checked(stream, entry))

    def _read_manifest(self) -> Manifest:
        try:
            info = self._zip.getinfo(NAME)
        except KeyError as error:
            raise BadPackage(
                "这个压缩包中没有评查包的清单，不是本程序导出的评查包。",
                "请选择任务包或成果包文件；案卷压缩包请从“导入案卷”读入。",
            ) from error
        if info.file_size > MANIFEST_BYTES:
            raise _damaged(NAME)
        try:
            with self._zip.open(info) as stream:
                body = stream.read(MANIFEST_BYTES + 1)
            raw = json.loads(body)
        except (*_TROUBLE, RecursionError) as error:
            raise _damaged(NAME) from error
        return from_json(raw)

    def _refuse_others(self) -> None:
        """Refuse a package that holds other entries than its manifest lists, or lacks some."""
        infos = self._zip.infolist()
        listed = {entry.name: entry.size for entry in self.manifest.entries}
        held = {info.filename: info.file_size for info in infos if info.filename != NAME}
        if len(infos) > ENTRIES or len(held) + 1 != len(infos) or held != listed:
            raise BadPackage("评查包的内容与清单不符，没有读入。", AGAIN)


class _Checked:
    """A stream of one entry that counts and hashes what goes through it."""

    def __init__(self, stream: IO[bytes], entry: Entry) -> None:
        self._stream = stream
        self._entry = entry
        self._digest = hashlib.sha256()
        self._count = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes.

        Raises:
            BadPackage: there are more than promised, or at the end the hash is another.
        """
        if size == 0:
            return b""
        try:
            chunk = self._stream.read(size)
        except _TROUBLE as error:
            raise _damaged(self._entry.name) from error
        self._digest.update(chunk)
        self._count += len(chunk)
        ended = not chunk or size < 0
        if self._count > self._entry.size or (ended and not self._is_whole()):
            raise _damaged(self._entry.name)
        return chunk

    def _is_whole(self) -> bool:
        return self._count == self._entry.size and self._digest.hexdigest() == self._entry.sha256


def _damaged(name: str) -> BadPackage:
    return BadPackage(f"评查包已损坏（{name}），没有读入任何内容。", AGAIN)
