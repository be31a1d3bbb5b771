"""Asking for files and folders, in dialogs that do not block the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QPushButton, QWidget

from reviewer.ui.dialogs import ask_folder, nearest_folder

_READABLE = "案卷文件 (*.pdf *.docx *.zip *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp)"
_EVERYTHING = "所有文件 (*)"


class Asking(QObject):
    """Opens one dialog at a time and hands on what was chosen."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._chosen: Callable[[Sequence[Path]], object] = list
        self._last = ""

    def ask_paths(self, chosen: Callable[[Sequence[Path]], object], folder: bool) -> None:
        """Let the user choose files, or a folder."""
        self._chosen = chosen
        if folder:
            ask_folder(self._owner.window(), "导入文件夹", self._on_folder, self._last)
            return
        dialog = QFileDialog(self._owner.window(), "导入案卷", str(nearest_folder(self._last)))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_READABLE, _EVERYTHING])
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def ask_password(self, name: str, chosen: Callable[[str], object]) -> None:
        """Let the user type the password of the file `name`."""
        dialog = QInputDialog(self._owner.window())
        dialog.setWindowTitle("输入密码")
        dialog.setLabelText(f"“{name}”的打开密码：\n密码只用于打开这个文件，不保存。")
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.setOkButtonText("打开")
        dialog.setCancelButtonText("返回")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(chosen)
        for made in cast("list[QPushButton]", dialog.findChildren(QPushButton)):
            # Some desktops put signs of their own beside the words.
            made.setIcon(QIcon())
        dialog.open()

    def ask_workbook(self, title: str, name: str, chosen: Callable[[str], object]) -> None:
        """Let the user say where a workbook goes."""
        dialog = QFileDialog(self._owner.window(), title, name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Excel 工作簿 (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _on_folder(self, name: str) -> None:
        # The next folder usually lies beside this one.
        self._last = str(Path(name).parent)
        self._chosen([Path(name)])

    def _on_files(self, names: list[str]) -> None:
        self._last = str(Path(names[0]).parent)
        self._chosen([Path(name) for name in names])
