"""Asking for a folder or for the name of a file to write, without blocking the window."""

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


def ask_to_save(owner: QWidget, title: str, name: str, chosen: Callable[[str], object]) -> None:
    """Let the user choose where to write a workbook, beginning with `name` in the documents."""
    dialog = QFileDialog(owner, title, str(nearest_folder() / name), "Excel 工作簿 (*.xlsx)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_for_paper(
    owner: QWidget, title: str, name: str, chosen: Callable[[Path], object], *, sheet: bool = False
) -> None:
    """Let the user choose where to write a document, as Word or PDF, with `sheet` as Excel too."""
    kinds = {"Word 文档 (*.docx)": "docx", "PDF 文档 (*.pdf)": "pdf"}
    if sheet:
        kinds["Excel 工作簿 (*.xlsx)"] = "xlsx"
    start = nearest_folder() / f"{name}.docx"
    dialog = QFileDialog(owner, title, str(start), ";;".join(kinds))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("docx")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
    dialog.selectFile(start.name)
    dialog.fileSelected.connect(lambda text: chosen(Path(text)))
    dialog.open()


def nearest_folder(start: str = "") -> Path:
    """Return `start` or the nearest folder over it that is there; the documents without one."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    wanted = Path(start or QStandardPaths.writableLocation(place))
    return next((folder for folder in (wanted, *wanted.parents) if folder.is_dir()), Path.home())
