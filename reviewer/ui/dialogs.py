"""Asking for a folder or for the name of a file to write, without blocking the window."""

from collections.abc import Callable, Sequence
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


def ask_to_save(owner: QWidget, title: str, name: str, chosen: Callable[[str], object]) -> None:
    """Let the user choose where to write a workbook, beginning with `name` in the documents."""
    dialog = QFileDialog(owner, title, str(nearest_folder() / name), "Excel 工作簿 (*.xlsx)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


PAPERS = (("Word 文档", "docx"), ("PDF 文档", "pdf"))
"""The kinds of files that an official paper is written as."""


def ask_to_write(
    owner: QWidget,
    title: str,
    stem: str,
    kinds: Sequence[tuple[str, str]],
    chosen: Callable[[str], object],
) -> None:
    """Let the user choose where to write a file of one of several kinds, each with its suffix."""
    filters = {f"{word} (*.{suffix})": suffix for word, suffix in kinds}
    dialog = QFileDialog(owner, title, str(nearest_folder()), ";;".join(filters))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def follow(chosen_filter: str) -> None:
        suffix = filters[chosen_filter]
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{stem}.{suffix}")

    follow(next(iter(filters)))
    dialog.filterSelected.connect(follow)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_for_paper(
    owner: QWidget, title: str, name: str, chosen: Callable[[Path], object], *, sheet: bool = False
) -> None:
    """Let the user choose where to write a document, as Word or PDF, with `sheet` as Excel too."""
    kinds = (*PAPERS, ("Excel 工作簿", "xlsx")) if sheet else PAPERS
    ask_to_write(owner, title, name, kinds, lambda text: chosen(Path(text)))


def nearest_folder(start: str = "") -> Path:
    """Return `start` or the nearest folder over it that is there; the documents without one."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    wanted = Path(start or QStandardPaths.writableLocation(place))
    return next((folder for folder in (wanted, *wanted.parents) if folder.is_dir()), Path.home())
