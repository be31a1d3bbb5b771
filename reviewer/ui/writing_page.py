"""What every page has that writes documents: where they go, how far it is, how it ended."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from reviewer.ui.campaign.sections import scrolling
from reviewer.ui.dialogs import ask_folder
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens, look

KEPT = "已取消，写好的文件保留在文件夹中。"
"""What such a page says when the user stopped the writing."""


class WritingPage(QWidget):
    """A page with choices on a card; the page itself says which, and what `go` wants."""

    stopped = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._what = label("", "second", wraps=True)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QLineEdit(QStandardPaths.writableLocation(documents))
        self._folder.setAccessibleName("存放文件夹")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = label("", "body", wraps=True)
        self.go = button("导出", "primary", self._on_go)
        self.stop = button("取消", "normal", self.stopped.emit)
        self._open = button("打开文件夹", "normal", self._on_open)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        dress(self, tokens)

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

    @property
    def folder(self) -> str:
        """Where the documents go; empty when nothing was chosen."""
        return self._folder.text().strip()

    def set_folder(self, folder: str) -> None:
        """Choose where the documents go."""
        self._folder.setText(folder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, tokens: Tokens, title: str, widest: int, *choices: QLayout) -> None:
        """Put the choices on the card, above folder, bar and buttons; `widest` in pixels at 1.0."""
        place = row(
            label("存放文件夹", "second"), self._folder, button("选择…", "normal", self._on_choose)
        )
        foot = row(self._open, 1, button("返回", "normal", self.closed.emit), self.stop, self.go)
        made = card("form")
        made.setMaximumWidth(round(widest * tokens.scale))
        inside = column(*choices, place, self._bar, self._said, foot, gap=tokens.inset)
        inside.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        made.setLayout(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(column(label(title, "page_title"), self._what, gap=2))
        # In a low window with large type the choices scroll: squeezed nobody could read them.
        layout.addWidget(scrolling(tokens, made, edge=0), 1)
        self._show_running(False)
        self._open.hide()
        self.set_tokens(tokens)

    def _refuse(self, sentence: str) -> None:
        """Say what is still to be chosen."""
        look(self._said, "body", tone="amber")
        self._said.setText(sentence)

    def _start(self) -> Path:
        """Show that the writing begins; return the folder."""
        look(self._said, "body", tone="")
        self.show_progress(0, 0, "正在导出")
        return Path(self.folder)

    def _show_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        self.stop.setVisible(running)
        self.go.setEnabled(not running)

    def _on_go(self) -> None:
        raise NotImplementedError

    def _on_choose(self) -> None:
        ask_folder(self, "选择存放文件夹", self._folder.setText, self._folder.text())

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder.text()))
