"""Taking in one delivered file after another: identify, hash, probe, list.

Each file is read once for its hash; what was decided about it becomes one row of the report.
"""

import errno
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, cast

from reviewer.errors import LockedFile, UnreadableFile
from reviewer.intake.archives import Archive, Bomb, Budget, Guarded, Member
from reviewer.intake.hashing import CHUNK, Digest, digest_stream
from reviewer.intake.import_rows import ImportRows
from reviewer.intake.kinds import HEAD, Format, Sniffed, described, sniff, wrong_suffix
from reviewer.intake.names import litter, suffix_of
from reviewer.intake.pdf_reader import unlock_pdf
from reviewer.intake.probing import Probe, probe
from reviewer.intake.refusals import refusal
from reviewer.intake.walking import Found
from reviewer.model import FileKind, SourceFile
from reviewer.progress import Progress

log = logging.getLogger(__name__)

_DEPTH = 2
"""An archive may hold an archive; what that one holds as archives is refused."""
_UNLOCKED = "已用密码打开，另存一份不加密的副本供阅读，原件未改动。"
_OLE_LOOK = 20_000_000
_RIGHTS = "请确认当前用户对它有读取权限，或关闭正在使用它的程序后重新导入。"
_OFFICE_PARTS: tuple[tuple[str, Format], ...] = (
    ("word/", Format.DOCX),
    ("xl/", Format.EXCEL),
    ("ppt/", Format.POWERPOINT),
)


@dataclass(frozen=True, slots=True)
class Key:
    """The password of one file."""

    path: str
    """Delivered path of the file, as its row in the import report names it."""
    password: str = field(repr=False)

    def may_open(self, path: str) -> bool:
        """Return whether `path` is the file, or an archive that it lies in."""
        return self.path == path or self.path.startswith(f"{path}/")


@dataclass(frozen=True, slots=True)
class _Item:
    """A file at hand on this computer."""

    path: str
    location: Path
    sniffed: Sniffed
    digest: Digest
    depth: int
    """Archives that it lay in."""
    is_root: bool = False
    budget: Budget | None = None
    """That of the archive it lay in."""


class Intaking:
    """The state of one gathering.  `take` never raises for a bad file."""

    def __init__(self, workdir: Path, progress: Progress, key: Key | None = None) -> None:
        self.report = ImportRows()
        self._key = key
        self._workdir = workdir
        self._progress = progress
        self._unpacked = 0

    def take(self, found: Found) -> None:
        """Take in one file from a folder."""
        # What lies in an archive that was delivered alone does not bear the archive's name.
        if self._key is not None and not found.is_root and not self._key.may_open(found.path):
            return
        if found.trouble is not None:
            self.report.fail(found.path, found.trouble)
        elif what := litter(found.path):
            self.report.skip(found.path, what, found.location.stat().st_size)
        else:
            self._guard(found.path, lambda: self._take_file(found))

    def _guard(self, path: str, work: Callable[[], None]) -> None:
        try:
            work()
        except UnreadableFile as error:
            self.report.fail(path, error)
        except OSError as error:
            self.report.fail(path, _trouble("文件无法读取", error))

    def _take_file(self, found: Found) -> None:
        with found.location.open("rb") as stream:
            first = stream.read(CHUNK)
            digest = digest_stream(stream, watch=self._watch(found.path), first=first)
        location = self._speakable(found.location, found.path)
        sniffed = sniff(digest.head, found.path)
        self._classify(_Item(found.path, location, sniffed, digest, 0, found.is_root))

    def _speakable(self, location: Path, path: str) -> Path:
        """Return `location`, or a copy with a plain name when its own name cannot be spelt."""
        try:
            str(location).encode("utf-8")
        except UnicodeEncodeError:
            copy = self._new_location(path)
            shutil.copyfile(location, copy)
            return copy
        return location

    def _classify(self, item: _Item) -> None:
        if item.digest.size == 0:
            raise UnreadableFile("文件是空的（0 字节）。", "请重新复制该文件，或向提供单位索取。")
        form = item.sniffed.format
        if form is Format.ZIP:
            self._open_zip(item)
            return
        refused = refusal(form, item.path, self._content(item))
        if refused is not None:
            self.report.fail(item.path, refused, item.sniffed, item.digest)
        elif item.sniffed.kind is FileKind.MEDIA:
            self.report.media(item.path, item.digest, item.location)
        else:
            self._keep(item)

    def _content(self, item: _Item) -> bytes:
        if item.sniffed.format is not Format.OLE:
            return b""
        with item.location.open("rb") as stream:
            return stream.read(_OLE_LOOK)

    def _keep(self, item: _Item) -> None:
        try:
            probed, location = self._probe(item)
        except UnreadableFile as error:
            self.report.fail(item.path, error, item.sniffed, item.digest)
            return
        file = SourceFile(
            item.digest.sha256,
            item.path,
            item.sniffed.kind,
            item.digest.size,
            probed.pages,
            str(location.absolute()),
            str(item.location.absolute()) if location != item.location else "",
        )
        remark = wrong_suffix(item.sniffed.format, item.path) + probed.remark
        remark += _UNLOCKED if file.original else ""
        self.report.store(file, probed.name, remark, probed.trouble)

    def _probe(self, item: _Item) -> tuple[Probe, Path]:
        """Look into a file, and return where its readable form lies."""
        try:
            return probe(item.location, item.sniffed.format, item.digest), item.location
        except LockedFile:
            if self._key is None or self._key.path != item.path:
                raise
            copy = self._new_location(item.path)
            unlock_pdf(item.location, self._key.password, copy)
            return probe(copy, item.sniffed.format, item.digest), copy

    def _open_zip(self, item: _Item) -> None:
        archive = Archive(item.location, item.budget)
        try:
            form = _office_format(archive.names())
            if form is not Format.ZIP:
                self._classify(replace(item, sniffed=described(form)))
                return
            if item.depth >= _DEPTH:
                raise UnreadableFile(
                    "压缩包套了三层以上，未再解压。", "请解压后导入文件夹，或只压缩一层。"
                )
            self._unpack(archive, item)
        finally:
            archive.close()

    def _unpack(self, archive: Archive, item: _Item) -> None:
        prefix = "" if item.is_root else f"{item.path}/"
        for member in archive.members():
            path = prefix + member.name
            if self._key is not None and not self._key.may_open(path):
                continue
            self._progress.report(0, 0, f"正在解压 {path}")
            if member.trouble is not None:
                self.report.fail(path, member.trouble)
            elif what := litter(member.name):
                self.report.skip(path, what, member.info.file_size)
            else:
                try:
                    self._guard_member(archive, member, path, item.depth + 1)
                except Bomb as bomb:
                    self.report.fail(path, bomb)
                    return

    def _guard_member(self, archive: Archive, member: Member, path: str, depth: int) -> None:
        try:
            self._take_member(archive, member, path, depth)
        except Bomb:
            raise
        except UnreadableFile as error:
            self.report.fail(path, error)
        except OSError as error:
            self.report.fail(path, _trouble("解压失败", error))

    def _take_member(self, archive: Archive, member: Member, path: str, depth: int) -> None:
        with archive.open(member) as raw:
            stream = cast(BinaryIO, Guarded(raw, archive.budget))
            first = stream.read(CHUNK)
            sniffed = sniff(first[:HEAD], path)
            if sniffed.kind is FileKind.MEDIA:
                # Never copied, not even out of an archive.
                digest = digest_stream(stream, watch=self._watch(path), first=first)
                self.report.media(path, digest, None)
                return
            location = self._new_location(path)
            try:
                with location.open("wb") as sink:
                    digest = digest_stream(stream, sink.write, self._watch(path), first)
            except Bomb:
                location.unlink()
                raise
        try:
            self._classify(_Item(path, location, sniffed, digest, depth, budget=archive.budget))
        finally:
            self._tidy(location)

    def _tidy(self, location: Path) -> None:
        """Remove an unpacked file that is not kept: a refused one, or an archive that is done."""
        files = self.report.files
        kept = {files[-1].location, files[-1].original} if files else set()
        if str(location.absolute()) not in kept:
            location.unlink(missing_ok=True)

    def _new_location(self, path: str) -> Path:
        self._unpacked += 1
        self._workdir.mkdir(parents=True, exist_ok=True)
        suffix = suffix_of(path)
        plain = suffix if suffix.isascii() and suffix[1:].isalnum() else ""
        return self._workdir / f"{self._unpacked:05}{plain}"

    def _watch(self, path: str) -> Callable[[int], None]:
        return lambda size: self._progress.report(
            0, 0, f"正在读取 {path}（{size // 1_000_000} MB）"
        )


def _trouble(what: str, error: OSError) -> UnreadableFile:
    if error.errno == errno.ENOSPC:
        return UnreadableFile(f"磁盘空间不足，{what}。", "请清理资料文件夹所在的磁盘后重新导入。")
    return UnreadableFile(f"{what}（{error.strerror or error}）。", _RIGHTS)


def _office_format(names: frozenset[str]) -> Format:
    """Return what a ZIP is by the names of its members."""
    if "[Content_Types].xml" in names:
        for folder, form in _OFFICE_PARTS:
            if any(name.startswith(folder) for name in names):
                return form
    if any(name.lower().endswith("ofd.xml") and name.count("/") <= 1 for name in names):
        return Format.OFD
    if "mimetype" in names and "content.xml" in names:
        return Format.OPEN_DOCUMENT
    return Format.ZIP
