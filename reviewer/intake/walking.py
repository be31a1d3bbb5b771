"""Walking through folders without being caught in a loop or stopped by what cannot be opened."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import UnreadableFile
from reviewer.intake.names import clean_name

_RIGHTS = "请确认当前用户对它有读取权限，或复制到本机后重新导入。"


@dataclass(frozen=True, slots=True)
class Found:
    """One file that was delivered, or a folder that could not be opened."""

    location: Path
    path: str
    """Delivered path with `/`, NFC."""
    is_root: bool = False
    """True when the user named this very file, not a folder above it."""
    trouble: UnreadableFile | None = None


def walk(root: Path, prefix: str) -> Iterator[Found]:
    """Give every file at or below `root`; paths start with `prefix` when there is one."""
    if root.is_dir():
        yield from _walk_folder(root, prefix, set())
    else:
        yield _file(root, prefix or clean_name(root.name), is_root=not prefix)


def _walk_folder(folder: Path, prefix: str, above: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        status = folder.stat()
        identity = (status.st_dev, status.st_ino)
        # A link that leads back up would be walked for ever.
        if identity in above:
            return
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Found(folder, prefix, trouble=UnreadableFile("文件夹无法打开。", _RIGHTS))
        return
    for entry in entries:
        name = clean_name(entry.name)
        path = f"{prefix}/{name}" if prefix else name
        if _is_folder(entry):
            yield from _walk_folder(Path(entry.path), path, above | {identity})
        else:
            yield _file(Path(entry.path), path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file(location: Path, path: str, is_root: bool = False) -> Found:
    try:
        mode = location.stat().st_mode
    except OSError as error:
        # ELOOP and a link to nothing both end here.
        if location.is_symlink():
            trouble = UnreadableFile("链接所指的文件不存在。", "请导入所指的文件本身。")
        else:
            trouble = UnreadableFile(f"文件无法打开（{error.strerror}）。", _RIGHTS)
        return Found(location, path, is_root, trouble)
    if not stat.S_ISREG(mode):
        return Found(
            location, path, is_root, UnreadableFile("这不是普通文件，未读取。", "无需导入。")
        )
    return Found(location, path, is_root)
