"""Exporting the documents of all cases in the table at once: which, where to, how far it is.

The page is told how many cases there are and says what is wanted; the home page does it.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.export_page import KINDS
from reviewer.ui.writing_page import WritingPage

_FIRST = ("sheet_docx", "summary_xlsx", "problems_xlsx")
_WIDEST = 760


class ExportTablePage(WritingPage):
    """What to write for the cases of the table."""

    wanted = Signal(object, Path)  # frozenset of kinds, folder

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._boxes = {kind: QCheckBox(name) for kind, name in KINDS}
        kinds = QGridLayout()
        kinds.setVerticalSpacing(tokens.gap)
        for at, (kind, box) in enumerate(self._boxes.items()):
            box.setChecked(kind in _FIRST)
            kinds.addWidget(box, at // 2, at % 2)
        self._lay_out(tokens, "导出文书", _WIDEST, kinds)

    def show_cases(self, shown: int, reviewed: int, signed: int) -> None:
        """Say for how many cases of the table there is something to write."""
        words = f"表中 {shown} 卷，已开始评查 {reviewed} 卷，其中已签定 {signed} 卷。"
        drafts = "未签定的评查表每页标“草稿”。" if signed < reviewed else ""
        self._what.setText(words + drafts)
        self._said.setText("" if reviewed else "表中案卷都还没有评查，没有可导出的文书。")
        self.go.setEnabled(reviewed > 0)
        self._open.hide()

    def _on_go(self) -> None:
        kinds = frozenset(kind for kind, box in self._boxes.items() if box.isChecked())
        if kinds and self.folder:
            self.wanted.emit(kinds, self._start())
        else:
            self._refuse("先勾选要导出的文书。" if not kinds else "先选择存放文件夹。")
