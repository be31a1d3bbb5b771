"""What a folder must be to hold the data: on a disk of this computer.

SQLite's locks do not hold over a network share, so a database there is refused wherever the
share can be told from a disk.
"""

import os
import shutil
import sys
from pathlib import Path

from reviewer.errors import StoreError

_NETWORK_TYPES = frozenset(
    {
        "afs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.glusterfs", "fuse.rclone",
        "fuse.smbnetfs", "fuse.sshfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
    }
)  # fmt: skip
_DRIVE_REMOTE = 4  # GetDriveType
_MOUNTS = Path("/proc/mounts")


def refuse_network(folder: Path) -> None:
    """Refuse a folder that lies on a network share.

    Raises:
        StoreError: it does.
    """
    if is_on_network(folder):
        raise StoreError(
            f"资料库不能放在网络共享文件夹“{folder}”中，多台电脑同时写入会损坏资料。",
            "请改选本机硬盘上的文件夹。",
        )


def is_on_network(folder: Path) -> bool:
    """Return whether `folder`, which need not exist, is known to lie on a network share."""
    path = str(folder)
    if path.startswith(("\\\\", "//")) and not path.startswith(("\\\\?\\", "\\\\.\\")):
        return True
    if sys.platform == "win32":
        return _is_mapped_drive(folder)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return type_of_mount(folder.absolute(), mounts) in _NETWORK_TYPES


def type_of_mount(folder: Path, mounts: str) -> str:
    """Return the file system type of `folder` by the text of `/proc/mounts`."""
    best, kind = "", ""
    parts = os.path.realpath(folder)
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        # Spaces in mount points are written \040.
        point = fields[1].replace("\\040", " ").rstrip("/")
        if (parts == point or parts.startswith(point + "/")) and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind


if sys.platform == "win32":
    import ctypes

    def _is_mapped_drive(folder: Path) -> bool:
        drive = folder.absolute().anchor
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive) == _DRIVE_REMOTE)


def free_space(path: Path) -> int:
    """Return the free bytes of the disk that `path`, which need not exist, lies on."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return shutil.disk_usage(path).free
