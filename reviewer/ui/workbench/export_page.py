"""Exporting the documents of a review: which, where to, how far it is, what was written."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import Option, ground, label
from reviewer.workspace.views import ReviewView

KINDS = (
    ("sheet_docx", "案卷评查表（Word）"),
    ("sheet_pdf", "案卷评查表（PDF）"),
    ("opinion_docx", "评查意见书（Word）"),
    ("opinion_pdf", "评查意见书（PDF）"),
    ("summary_xlsx", "评查结果汇总表（Excel）"),
    ("problems_xlsx", "问题清单（Excel）"),
)
_FIRST = ("sheet_docx", "sheet_pdf", "opinion_docx")


class ExportPage(QWidget):
    """A page in the tab; nothing here blocks the window."""

    export_wanted = Signal(object, object)  # frozenset of kinds, Path
    cancel_wanted = Signal()
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "ground")
        self._boxes = {kind: Option(tokens, name) for kind, name in KINDS}
        for kind, box in self._boxes.items():
            box.setChecked(kind in _FIRST)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QLineEdit(QStandardPaths.writableLocation(documents))
        self._folder.setAccessibleName("存放文件夹")
        self._draft = label("", "", "amber")
        self._draft.setWordWrap(True)
        self._state = label("", "second")
        self._state.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._written: tuple[Path, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        column.addWidget(self._make_card(tokens))
        column.addStretch(1)
        self._show_running(False)

    def show_review(self, view: ReviewView) -> None:
        """Say whether only a draft can be written."""
        items, vetoes = len(view.score.pending), len(view.score.open_vetoes)
        parts = [f"{items} 个评查项"] if items else []
        parts += [f"{vetoes} 个一票否决项"] if vetoes else []
        if parts:
            self._draft.setText(f"尚有 {'、'.join(parts)}待定，导出的文书每页标“草稿”。")
        elif not view.review.is_signed:
            self._draft.setText("尚未签定，签定后的文书为正式文书。")
        else:
            self._draft.setText("")
        self._draft.setVisible(bool(self._draft.text()))

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the writing is."""
        self._show_running(True)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._state.setText(text)

    def show_written(self, paths: tuple[Path, ...]) -> None:
        """Show what was written."""
        self._show_running(False)
        self._written = paths
        self._open.setVisible(bool(paths))
        names = "\n".join(path.name for path in paths)
        self._state.setText(f"已导出 {len(paths)} 个文件：\n{names}" if paths else "")

    def show_stopped(self) -> None:
        """Show that writing ended early."""
        self._show_running(False)
        self._state.setText("导出没有完成，已写好的文件保留在文件夹中。")

    def _make_card(self, tokens: Tokens) -> QWidget:
        card = QFrame()
        look(card, "card")
        card.setMaximumWidth(round(760 * tokens.scale))
        self._go, self._stop = QPushButton("导出"), QPushButton("取消")
        self._open, self._back = QPushButton("打开文件夹"), QPushButton("返回评查")
        choose = QPushButton("选择…")
        look(self._go, "primary")
        self._go.clicked.connect(self._on_go)
        self._stop.clicked.connect(self.cancel_wanted)
        self._open.clicked.connect(self._on_open)
        self._back.clicked.connect(self.closed)
        choose.clicked.connect(self._on_choose)
        column = QVBoxLayout(card)
        inset = tokens.inset
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(tokens.block)
        column.addWidget(label("导出文书", "page_title"))
        column.addWidget(self._draft)
        grid = QGridLayout()
        for number, box in enumerate(self._boxes.values()):
            grid.addWidget(box, number // 2, number % 2)
        column.addLayout(grid)
        place = QHBoxLayout()
        place.setSpacing(tokens.gap)
        place.addWidget(label("存放文件夹", "second"))
        place.addWidget(self._folder, 1)
        place.addWidget(choose)
        column.addLayout(place)
        column.addWidget(self._bar)
        column.addWidget(self._state)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.gap)
        for button in (self._go, self._stop, self._open, self._back):
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(foot)
        return card

    def _show_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        self._stop.setVisible(running)
        self._go.setEnabled(not running)
        self._open.hide()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, "选择存放文件夹", self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _on_go(self) -> None:
        kinds = frozenset(kind for kind, box in self._boxes.items() if box.isChecked())
        if not kinds:
            self._state.setText("先勾选要导出的文书。")
        elif not self._folder.text().strip():
            self._state.setText("先选择存放文件夹。")
        else:
            self._state.setText("正在导出")
            self.export_wanted.emit(kinds, Path(self._folder.text().strip()))

    def _on_open(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written[0].parent)))
