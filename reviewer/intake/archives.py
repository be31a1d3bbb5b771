"""Unpacking ZIP archives that may be hostile.

The header of an archive is never trusted: sizes and ratios are counted while unpacking.  Member
names are only labels; the unpacked files get numbers as names.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from reviewer.errors import UnreadableFile
from reviewer.intake.names import is_unsafe, member_name, suffix_of

ENTRIES = 10_000
RATIO = 100
"""Unpacked bytes for one packed byte; pages of text and pictures reach 20, a bomb 1,000."""
RATIO_FROM = 64_000_000
"""Below this many unpacked bytes the ratio is not looked at: blank scans pack well."""
TOTAL = 20_000_000_000
"""Bytes unpacked from one archive."""

_AGAIN = "请重新压缩为 ZIP，或解压后导入文件夹。"
_HARMFUL = "请确认来源；如确需导入，请自行解压核对后导入文件夹。"


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive."""

    name: str
    """Decoded path inside the archive with `/`; unique."""
    info: zipfile.ZipInfo
    trouble: UnreadableFile | None = None
    """Why it is not unpacked."""


@dataclass(slots=True)
class Budget:
    """What one archive may still unpack; shared by all of its members."""

    packed: int = 0
    unpacked: int = 0
    above: "Budget | None" = None
    """That of the archive which this one lies in: what comes out here came out there."""
    _member_packed: int = field(default=0, repr=False)

    def open_member(self, info: zipfile.ZipInfo) -> None:
        """Start counting a member."""
        self._member_packed = max(info.compress_size, 1)
        self.packed += self._member_packed

    def take(self, member_bytes: int, chunk: int) -> None:
        """Count one chunk; `member_bytes` were unpacked from this member so far.

        Raises:
            Bomb: the archive unpacks into far more than it holds.
        """
        self.unpacked += chunk
        if member_bytes > RATIO_FROM and member_bytes > RATIO * self._member_packed:
            raise Bomb
        if self.unpacked > 4 * RATIO_FROM and self.unpacked > RATIO * self.packed:
            raise Bomb
        if self.unpacked > TOTAL:
            raise Bomb
        if self.above is not None:
            self.above.take(0, chunk)


class Bomb(UnreadableFile):
    """An archive that unpacks into far more than it holds; nothing more of it is unpacked."""

    def __init__(self) -> None:
        super().__init__("解压后的体积远大于压缩包本身，未再解压。", _HARMFUL)


class Archive:
    """An opened ZIP.  The caller closes it."""

    def __init__(self, path: Path, above: Budget | None = None) -> None:
        """Open `path` and read its list of members; `above` is of the archive that it lies in.

        Raises:
            UnreadableFile: it is damaged, half written, or holds too many entries.
        """
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableFile("压缩包不完整或已损坏，无法打开。", _AGAIN) from error
        self.budget = Budget(above=above)
        count = len(self._zip.infolist())
        if count > ENTRIES:
            self._zip.close()
            raise UnreadableFile(
                f"压缩包中有 {count} 个文件，超过 {ENTRIES} 个，未导入。",
                "请按案卷分开压缩，或解压后导入需要的文件夹。",
            )

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def names(self) -> frozenset[str]:
        """Return the raw names of all members."""
        return frozenset(self._zip.namelist())

    def members(self) -> Iterator[Member]:
        """Give every file in the archive, folders left out."""
        taken: set[str] = set()
        for info in self._zip.infolist():
            # zipfile has already cut a NUL and turned backslashes on Windows.
            name = member_name(info.orig_filename, bool(info.flag_bits & 0x800))
            if name.endswith("/"):
                continue
            shown = _unique(name.lstrip("/") or "（无名）", taken)
            taken.add(shown)
            yield Member(shown, info, _trouble(name, info))

    def open(self, member: Member) -> IO[bytes]:
        """Open a member for reading; reading goes through `guarded`.

        Raises:
            UnreadableFile: it cannot be unpacked.
        """
        self.budget.open_member(member.info)
        try:
            return self._zip.open(member.info)
        except _ZIP_TROUBLE as error:
            raise _cannot_unpack() from error


class Guarded:
    """A stream of one member that counts against the budget of its archive."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        self._stream = stream
        self._budget = budget
        self._count = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes.

        Raises:
            UnreadableFile: the member is damaged, or is a bomb.
        """
        try:
            chunk = self._stream.read(size)
        except _ZIP_TROUBLE as error:
            raise _cannot_unpack() from error
        self._count += len(chunk)
        self._budget.take(self._count, len(chunk))
        return chunk


_ZIP_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # what zipfile raises for an encrypted member
    NotImplementedError,
    ValueError,
)


def _cannot_unpack() -> UnreadableFile:
    return UnreadableFile("压缩包中的这个文件已损坏或压缩方式不受支持。", _AGAIN)


def _trouble(name: str, info: zipfile.ZipInfo) -> UnreadableFile | None:
    if is_unsafe(name):
        return UnreadableFile("文件名指向压缩包以外的位置，未解压。", _HARMFUL)
    if stat.S_ISLNK(info.external_attr >> 16):
        return UnreadableFile("这是指向其他位置的链接，未解压。", "请把所指的文件本身放进压缩包。")
    if info.flag_bits & 0x1:
        return UnreadableFile(
            "压缩包设有密码。", "请用密码解压后导入文件夹，或重新压缩时不设密码。"
        )
    return None


def _unique(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    suffix = suffix_of(name)
    stem = name[: len(name) - len(suffix)]
    number = 2
    while f"{stem}（{number}）{suffix}" in taken:
        number += 1
    return f"{stem}（{number}）{suffix}"
