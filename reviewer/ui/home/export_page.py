"""Exporting the documents of all cases in the table at once: which, where to, how far it is.

The page is told how many cases there are and says what is wanted; the home page does it.
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.dialogs import ask_folder
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.export_page import KINDS

_FIRST = ("sheet_docx", "summary_xlsx", "problems_xlsx")
_WIDEST = 760


class ExportTablePage(QWidget):
    """What to write for the cases of the table."""

    wanted = Signal(object, Path)  # frozenset of kinds, folder
    stopped = Signal()
    closed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._what = label("", "second", wraps=True)
        self._boxes = {kind: QCheckBox(name) for kind, name in KINDS}
        for kind, box in self._boxes.items():
            box.setChecked(kind in _FIRST)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QLineEdit(QStandardPaths.writableLocation(documents))
        self._folder.setAccessibleName("存放文件夹")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = label("", "body", wraps=True)
        self.go = button("导出", "primary", self._on_go)
        self._stop = button("取消", "normal", self.stopped.emit)
        self._open = button("打开文件夹", "normal", self._on_open)
        self._build(tokens)
        self._show_running(False)
        self._open.hide()
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        kinds = QGridLayout()
        kinds.setVerticalSpacing(tokens.gap)
        for at, box in enumerate(self._boxes.values()):
            kinds.addWidget(box, at // 2, at % 2)
        place = row(
            label("存放文件夹", "second"), self._folder, button("选择…", "normal", self._on_choose)
        )
        foot = row(self._open, 1, button("返回", "normal", self.closed.emit), self._stop, self.go)
        made = card("form")
        made.setMaximumWidth(round(_WIDEST * tokens.scale))
        inside = column(kinds, place, self._bar, self._said, foot, gap=tokens.inset)
        inside.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        made.setLayout(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(column(label("导出文书", "page_title"), self._what, gap=2))
        layout.addWidget(made)
        layout.addStretch(1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        dress(self, tokens)

    def show_cases(self, shown: int, reviewed: int, signed: int) -> None:
        """Say for how many cases of the table there is something to write."""
        words = f"表中 {shown} 卷，已开始评查 {reviewed} 卷，其中已签定 {signed} 卷。"
        drafts = "未签定的评查表每页标“草稿”。" if signed < reviewed else ""
        self._what.setText(words + drafts)
        self._said.setText("" if reviewed else "表中案卷都还没有评查，没有可导出的文书。")
        self.go.setEnabled(reviewed > 0)
        self._open.hide()

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far the writing is."""
        self._show_running(True)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._said.setText(what)

    def show_end(self, sentence: str, tone: str = "") -> None:
        """Say how it ended."""
        self._show_running(False)
        look(self._said, "body", tone=tone)
        self._said.setText(sentence)
        self._open.setVisible(not tone)

    def said(self) -> str:
        """Return what is said under the bar."""
        return self._said.text()

    def set_folder(self, folder: str) -> None:
        """Choose where the documents go."""
        self._folder.setText(folder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        self._stop.setVisible(running)
        self.go.setEnabled(not running)

    def _on_go(self) -> None:
        kinds = frozenset(kind for kind, box in self._boxes.items() if box.isChecked())
        folder = self._folder.text().strip()
        if not kinds or not folder:
            look(self._said, "body", tone="amber")
            self._said.setText("先勾选要导出的文书。" if not kinds else "先选择存放文件夹。")
            return
        look(self._said, "body", tone="")
        self.show_progress(0, 0, "正在导出")
        self.wanted.emit(kinds, Path(folder))

    def _on_choose(self) -> None:
        ask_folder(self, "选择存放文件夹", self._folder.setText, self._folder.text())

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder.text()))
