"""One window at a time on a data folder.

The lock is the operating system's, so it ends with the process however that ends; the file
itself stays and means nothing.
"""

import sys
from pathlib import Path
from typing import BinaryIO

from reviewer.errors import StoreError

LOCK = "window.lock"

if sys.platform == "win32":
    import msvcrt

    def _take(stream: BinaryIO) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(stream: BinaryIO) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Holds a data folder for this process until closed."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            StoreError: another window holds it, or the folder cannot be written.
        """
        try:
            stream = (folder / LOCK).open("ab")
        except OSError as error:
            raise StoreError(
                f"资料库打不开：文件夹“{folder}”不能写入。",
                "请检查该文件夹的权限，或改选其他文件夹。",
            ) from error
        try:
            _take(stream)
        except OSError as error:
            stream.close()
            raise StoreError(
                "资料库打不开：本机另一个窗口正在使用。",
                "请切换到那个窗口，或关闭它后重试。",
            ) from error
        self._stream = stream

    def close(self) -> None:
        """Let the folder go."""
        self._stream.close()
