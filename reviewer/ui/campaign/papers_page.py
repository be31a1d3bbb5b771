"""The documents of a campaign: which ones, in which form, where to, and how far it is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from reviewer.ui.dialogs import ask_folder
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.papers import PaperKind, PaperOffer

_FORMS = ((".docx", "Word"), (".pdf", "PDF"))
_WIDEST = 860
_COLUMNS = 2


class PapersPage(QWidget):
    """What to write of a campaign."""

    wanted = Signal(object, object, Path)  # frozenset of kinds, tuple of endings, folder
    stopped = Signal()
    closed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._what = label("", "second", wraps=True)
        self.boxes = {kind: QCheckBox(kind.value) for kind in PaperKind}
        self._counts = {kind: label("", "second") for kind in PaperKind}
        self._possible: frozenset[PaperKind] = frozenset()
        self.forms = {form: QCheckBox(name) for form, name in _FORMS}
        self.forms[".docx"].setChecked(True)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QLineEdit(QStandardPaths.writableLocation(documents))
        self._folder.setAccessibleName("存放文件夹")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = label("", "body", wraps=True)
        self.go = button("导出", "primary", self._on_go)
        self.stop = button("取消", "normal", self.stopped.emit)
        self._open = button("打开文件夹", "normal", self._on_open)
        self._all = button("全选", "link", lambda: self._choose(every=True))
        self._none = button("全不选", "link", lambda: self._choose(every=False))
        self._build(tokens)
        self._show_running(False)
        self._open.hide()
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        kinds = QGridLayout()
        kinds.setVerticalSpacing(tokens.gap)
        kinds.setHorizontalSpacing(tokens.inset)
        half = -(-len(self.boxes) // _COLUMNS)
        for at, (kind, box) in enumerate(self.boxes.items()):
            kinds.addWidget(box, at % half, 2 * (at // half))
            kinds.addWidget(self._counts[kind], at % half, 2 * (at // half) + 1)
        for at in range(_COLUMNS):
            kinds.setColumnStretch(2 * at + 1, 1)
        forms = row(label("文件格式", "second"), *self.forms.values(), 1, self._all, self._none)
        place = row(
            label("存放文件夹", "second"), self._folder, button("选择…", "normal", self._on_choose)
        )
        foot = row(self._open, 1, button("返回", "normal", self.closed.emit), self.stop, self.go)
        made = card("form")
        made.setMaximumWidth(round(_WIDEST * tokens.scale))
        inside = column(kinds, forms, place, self._bar, self._said, foot, gap=tokens.inset)
        inside.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        made.setLayout(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(column(label("导出活动文书", "page_title"), self._what, gap=2))
        layout.addWidget(made)
        layout.addStretch(1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard on the first document that can be written."""
        for kind, box in self.boxes.items():
            if kind in self._possible:
                box.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_offers(self, campaign: str, offers: Sequence[PaperOffer]) -> None:
        """Show what can be written; what newly can be is chosen."""
        possible = frozenset(one.kind for one in offers if one.count)
        for one in offers:
            box = self.boxes[one.kind]
            said = f"{one.count} 份" if one.count else one.why_not
            self._counts[one.kind].setText(said)
            box.setAccessibleDescription(said)
            box.setEnabled(bool(one.count))
            if not one.count or one.kind not in self._possible:
                box.setChecked(bool(one.count))
        self._possible = possible
        drafts = "尚有待定事项的文书每页标“草稿”。"
        self._what.setText(
            f"{campaign}　按活动记录写出，一卷、一单位一份的放在同名文件夹中。{drafts}"
        )
        if self.stop.isHidden():
            self._said.setText("")
            self._open.hide()

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far the writing is."""
        self._show_running(True)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._said.setText(f"{what}　{done}/{total}" if total else what)

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
        self.stop.setVisible(running)
        self.go.setEnabled(not running)

    def _choose(self, *, every: bool) -> None:
        for kind in self._possible:
            self.boxes[kind].setChecked(every)

    def _on_go(self) -> None:
        kinds = frozenset(kind for kind in self._possible if self.boxes[kind].isChecked())
        forms = tuple(form for form, box in self.forms.items() if box.isChecked())
        folder = self._folder.text().strip()
        if not (kinds and forms and folder):
            missing = "要导出的文书" if not kinds else "文件格式" if not forms else "存放文件夹"
            look(self._said, "body", tone="amber")
            self._said.setText(f"先选择{missing}。")
            return
        look(self._said, "body", tone="")
        self.show_progress(0, 0, "正在导出")
        self.wanted.emit(kinds, forms, Path(folder))

    def _on_choose(self) -> None:
        ask_folder(self, "选择存放文件夹", self._folder.setText, self._folder.text())

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder.text()))
