"""The first start: who sits here, and where the case files are kept.

Nothing is written until 开始 is pressed; a folder that cannot be used is refused with a reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.errors import UserError
from reviewer.ui.dialogs import ask_folder
from reviewer.ui.forms import Form
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.words import size_text

_WIDEST = 760
_LITTLE = 5 * 1024**3  # a campaign of 40 scans of 100 MB


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the first start asks."""

    name: str
    unit: str
    folder: Path


class FirstStartPage(QWidget):
    """Two facts about the person, one about the computer."""

    finished = Signal(object)  # Beginning

    def __init__(
        self, tokens: Tokens, folder: Path, free_space: Callable[[Path], int | None]
    ) -> None:
        super().__init__()
        self._folder = folder
        self._free_space = free_space
        self.form = Form(tokens)
        self.form.add_text("name", "姓名", placeholder="印在评查表上").textChanged.connect(
            self._on_changed
        )
        self.form.add_text("unit", "单位", placeholder="如自治区交通运输综合执法监督局")
        self._where = label("", "body", wraps=True)
        self._space = label("", "caption", wraps=True)
        self._failed = label("", "body", wraps=True)
        look(self._failed, "body", tone="red")
        self._failed.hide()
        self.begin = button("开始", "primary", self._on_begin)
        self._change = button("换位置…", "normal", self._on_change)
        self._build(tokens)
        self.set_folder(folder)
        self._on_changed()
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        kept = column(
            label("资料库", "title"),
            label(
                "导入的原件、评查记录都只存在本机这个文件夹。不要放在网络共享盘上。",
                "second",
                wraps=True,
            ),
            row(column(self._where, self._space, gap=2), 1, self._change),
            self._failed,
            gap=tokens.gap,
        )
        who = column(label("评查人", "title"), self.form, gap=tokens.gap)
        made = card("form")
        inside = column(who, kept, row(1, self.begin), gap=tokens.margin)
        inside.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        made.setLayout(inside)
        middle = QWidget()
        middle.setMaximumWidth(round(_WIDEST * tokens.scale))
        words = column(
            label("开始之前，先填两项", "page_title"),
            label("以后可在设置里改。", "second"),
        )
        middle.setLayout(column(words, made, gap=tokens.inset))
        centred = row(1, middle, 1)
        centred.setStretch(1, 100)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(centred)
        layout.addStretch(3)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        dress(self, tokens)

    def set_folder(self, folder: Path) -> None:
        """Choose where the case files are kept and show how much room there is."""
        self._folder = folder
        self._failed.hide()
        self._where.setText(str(folder))
        free = self._free_space(folder)
        if free is None:
            self._space.setText("")
            self.refuse(UserError("这个位置打不开。", "换一个本机的文件夹。"))
        else:
            little = "，偏少：40 卷扫描件约需 5 GB" if free < _LITTLE else ""
            self._space.setText(f"所在磁盘剩余 {size_text(free)}{little}。")
            look(self._space, "caption", tone="amber" if little else "")

    def refuse(self, error: UserError) -> None:
        """Say why the folder cannot be used and what to do."""
        self._failed.setText(f"{error}{error.remedy}")
        self._failed.show()
        self.begin.setEnabled(bool(self.form.text("name")))

    def refusal(self) -> str:
        """Return the reason shown; empty when there is none."""
        return "" if self._failed.isHidden() else self._failed.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_begin()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        named = bool(self.form.text("name"))
        self.begin.setEnabled(named)
        self.begin.setToolTip("" if named else "先填姓名")

    def _on_begin(self) -> None:
        name = self.form.text("name")
        if name:
            self.begin.setEnabled(False)
            self.finished.emit(Beginning(name, self.form.text("unit"), self._folder))

    def _on_change(self) -> None:
        ask_folder(self, "选资料库的位置", self._on_folder, str(self._folder))

    def _on_folder(self, name: str) -> None:
        self.set_folder(Path(name))
