"""The page 跨卷线索: comparing the cases, and what came of it.

It is given a `SignalsView` and says what is wanted; the flow asks the workspace.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from reviewer.ui.dialogs import ask_to_save
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.signals.rows import Kind, SignalDelegate, SignalLine, SignalList, lines_of
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.views import SignalsView

CAUTION = "线索只供核对，不扣分，不影响任何一卷的得分；是否属实由评查人逐卷核对。"


class SignalsPage(QWidget):
    """All signals of the data folder."""

    compare_asked = Signal()
    stopped = Signal()
    export_asked = Signal(Path)
    case_wanted = Signal(object, object)  # UUID, Place or None

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view: SignalsView | None = None
        self._unfolded: set[str] = set()
        self.list = _Opening(tokens, "跨卷线索")
        self.list.setItemDelegate(SignalDelegate(self.list))
        self.list.pressed_line.connect(self._on_line)
        self.compare = button("开始比对", "primary", self.compare_asked.emit)
        self.export = button("导出 Excel…", "normal", self._on_export, "download")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = button("取消", "normal", self.stopped.emit)
        self._said = label("", "body", wraps=True)
        self._running = QWidget()
        self._running.setLayout(column(self._bar, row(self._said, 1, self._stop)))
        self._nothing = label("", "second", wraps=True)
        self._build(tokens)
        self._running.hide()
        self.export.setEnabled(False)
        self.set_tokens(tokens)
        self.show_cases(0)

    def _build(self, tokens: Tokens) -> None:
        nothing = QWidget()
        nothing.setLayout(column(1, row(1, self._nothing, 1), 2))
        self._stack = QStackedLayout()
        held = card()
        inside = column(self._stack, gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        held.setLayout(inside)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self.list)
        words = column(label("跨卷线索", "page_title"), label(CAUTION, "second"), gap=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(row(words, 1, self.export, self.compare))
        layout.addWidget(self._running)
        layout.addWidget(held, 1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.list.set_tokens(tokens)
        dress(self, tokens)

    def show_cases(self, count: int) -> None:
        """Say how many cases there are to compare."""
        self.compare.setEnabled(count > 1)
        self._nothing.setText(
            f"资料库中有 {count} 卷。点“开始比对”，在各卷之间比对执法人员时段、重复处罚、"
            "询问笔录、照片和罚款轻重。"
            if count > 1
            else "不足两卷，没有可以比对的案卷。"
        )

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far the comparing is."""
        self._running.show()
        self.compare.setEnabled(False)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        look(self._said, "body", tone="")
        self._said.setText(f"{what} {done}/{total} 卷")

    def show_end(self, sentence: str = "", tone: str = "") -> None:
        """Stop showing progress; say why, if it did not end well."""
        self.compare.setEnabled(True)
        self._running.setVisible(bool(sentence))
        self._bar.setVisible(not sentence)
        self._stop.setVisible(not sentence)
        look(self._said, "body", tone=tone)
        self._said.setText(sentence)

    def begin(self) -> None:
        """Put the keyboard into the list, or on the button that fills it."""
        target = self.list if self._view is not None else self.compare
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self, view: SignalsView) -> None:
        """Show what was found."""
        self._view = view
        self.show_end()
        self.export.setEnabled(True)
        self.compare.setText("重新比对")
        self._refresh()
        self._stack.setCurrentIndex(1)
        if self.list.current_row() is None:
            self.list.set_current(0)
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the case of a line, or unfold a heading, on Enter."""
        line = self.list.current_row()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and line is not None and self.list.hasFocus():
            self._on_line(line)
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        if self._view is not None:
            self.list.show_rows(lines_of(self._view, self._unfolded))

    def _on_line(self, line: SignalLine) -> None:
        if line.kind is Kind.LEFT_OUT:
            self._unfolded ^= {line.key}
            at = self.list.currentIndex().row()
            self._refresh()
            self.list.set_current(at)
        elif line.case is not None:
            self.case_wanted.emit(line.case, line.place)

    def _on_export(self) -> None:
        ask_to_save(self, "导出跨卷线索", "跨卷线索.xlsx", self._on_export_place)

    def _on_export_place(self, name: str) -> None:
        self.export_asked.emit(Path(name))


class _Opening(SignalList):
    """Says which line was clicked."""

    pressed_line = Signal(object)  # SignalLine

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.current_row()
        inside = self.indexAt(event.position().toPoint()).isValid()
        if inside and line is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pressed_line.emit(line)
