"""The page of the unit's library: what is set, and the workbook that is about to be imported."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from reviewer.model import Library
from reviewer.model.library_sheets import LibraryFile
from reviewer.ui.dialogs import ask_to_save
from reviewer.ui.knowledge.text_rows import TextLine, TextList, headed
from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.library_summary import counts_text, entries

_EXCEL = "Excel 工作簿 (*.xlsx)"


class LibraryPage(QWidget):
    """Shows the library; says which workbook is to be looked at, imported or written."""

    preview_asked = Signal(Path)
    import_asked = Signal(Path, bool)  # workbook, right rows only
    template_asked = Signal(Path)
    export_asked = Signal(Path)
    clear_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._path: Path | None = None
        self._source = label("", "body", wraps=True)
        self.entries = TextList(tokens, "本单位库")
        self.faults = TextList(tokens, "填写有误的单元格")
        self._told = label("", "body", wraps=True)
        self._export = button("导出…", "normal", self._on_export, "download")
        self._clear = button("清空", "normal", self.clear_asked.emit)
        self._take = button("导入", "primary", self._on_take)
        self._take_right = button("只导入正确的行", "normal", self._on_take_right)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_current(tokens))
        self._stack.addWidget(self._make_preview(tokens))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _make_current(self, tokens: Tokens) -> QWidget:
        template = button("写出模板…", "normal", self._on_template, "table")
        choose = button("导入 Excel…", "primary", self._on_choose, "plus")
        head = row(self._source, self._clear, self._export, template, choose)
        return headed(tokens, head, self.entries)

    def _make_preview(self, tokens: Tokens) -> QWidget:
        back = button("返回", "normal", self.show_current)
        head = row(self._told, back, self._take_right, self._take)
        return headed(tokens, head, self.faults)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self.entries.set_tokens(tokens)
        self.faults.set_tokens(tokens)

    def begin(self) -> None:
        """Put the keyboard into the list."""
        shown = self.faults if self.is_preview else self.entries
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_preview(self) -> bool:
        """Return whether a workbook is looked at."""
        return self._stack.currentIndex() == 1

    def show_library(self, library: Library, source: str, at: datetime | None) -> None:
        """Show what is set and what is not."""
        lines = [
            TextLine(one.title, one.content, "", "check" if one.is_set else "",
                     "ink" if one.is_set else "ink2")
            for one in entries(library)
        ]  # fmt: skip
        self.entries.show_rows(lines)
        known = bool(library.version)
        when = f" {local(at):%Y-%m-%d %H:%M} 导入" if at else ""
        self._source.setText(
            f"取自《{source}》，{when.strip()}。" if known and source
            else "尚未导入本单位库。没有设定的，按各种口径分别计算，不默认取其一。"
        )  # fmt: skip
        self._export.setEnabled(known)
        self._clear.setEnabled(known)

    def show_current(self) -> None:
        """Go back to what is set."""
        self._path = None
        self._stack.setCurrentIndex(0)

    def show_preview(self, path: Path, found: LibraryFile) -> None:
        """Show what a workbook holds, and every cell that is wrong."""
        self._path = path
        wrong = len(found.faults)
        self.faults.show_rows(
            [TextLine(f"{one.sheet} {one.cell}".strip(), one.reason, "", "alert", "red")
             for one in found.faults]
            or [TextLine("未见填写有误的单元格", "导入后代替原有的本单位库", "", "check", "green")]
        )  # fmt: skip
        ending = f"；{wrong} 处填写有误，按所列单元格改正后重新导入。" if wrong else "。"
        self._told.setText(f"《{path.name}》：{counts_text(found)}{ending}")
        right = any(found.counts.values())
        self._take.setVisible(not wrong)
        self._take.setEnabled(right)
        self._take_right.setVisible(bool(wrong) and right)
        self._stack.setCurrentIndex(1)
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_preview:
            self.show_current()
        else:
            super().keyPressEvent(event)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, "选本单位库", "", _EXCEL)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.preview_asked.emit(Path(name))

    def _on_template(self) -> None:
        ask_to_save(self, "写出模板", "本单位库模板.xlsx", self._on_template_place)

    def _on_template_place(self, name: str) -> None:
        self.template_asked.emit(Path(name))

    def _on_export(self) -> None:
        ask_to_save(self, "导出本单位库", "本单位库.xlsx", self._on_export_place)

    def _on_export_place(self, name: str) -> None:
        self.export_asked.emit(Path(name))

    def _on_take(self) -> None:
        self._import(right_rows_only=False)

    def _on_take_right(self) -> None:
        self._import(right_rows_only=True)

    def _import(self, *, right_rows_only: bool) -> None:
        if self._path is not None:
            self.import_asked.emit(self._path, right_rows_only)
