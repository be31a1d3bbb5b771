"""Asking for a folder: one dialog that does not block the window and shows folders only."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(
    owner: QWidget, title: str, chosen: Callable[[str], object], start: str = ""
) -> None:
    """Let the user choose a folder, beginning in `start` or the nearest folder over it."""
    dialog = QFileDialog(owner, title, str(nearest_folder(start)))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def nearest_folder(start: str = "") -> Path:
    """Return `start` or the nearest folder over it that is there; the documents without one."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    wanted = Path(start or QStandardPaths.writableLocation(place))
    return next((folder for folder in (wanted, *wanted.parents) if folder.is_dir()), Path.home())
