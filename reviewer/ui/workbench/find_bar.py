"""The bar that finds text in the case; it opens over the page and goes with Esc."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import FlatButton, ground, label


class FindBar(QWidget):
    """A field, the count, and steps to the next and previous place."""

    find_wanted = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._asked = ""
        self._field = QLineEdit()
        self._field.setPlaceholderText("在卷内查找文字　Enter")
        self._field.setAccessibleName("在卷内查找")
        self._field.returnPressed.connect(self._on_return)
        self._count = label("", "caption")
        back = FlatButton(tokens, "", "chevron-left", "上一处 Shift+F3")
        onward = FlatButton(tokens, "", "chevron-right", "下一处 F3")
        shut = FlatButton(tokens, "", "cross", "关闭查找 Esc")
        back.clicked.connect(self._on_back)
        onward.clicked.connect(self._on_onward)
        shut.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.gap, tokens.unit, tokens.gap, tokens.unit)
        row.setSpacing(tokens.unit)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        for button in (back, onward, shut):
            row.addWidget(button)

    def open(self) -> None:
        """Put the cursor into the field."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_count(self, at: int, count: int) -> None:
        """Show which place of how many is on screen."""
        self._count.setText(f"第 {at + 1} 处，共 {count} 处" if count else "卷内未见这段文字")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_return(self) -> None:
        text = self._field.text().strip()
        if text and text == self._asked:
            self.step_wanted.emit(1)
        elif text:
            self._asked = text
            self._count.setText("正在查找")
            self.find_wanted.emit(text)

    def _on_back(self) -> None:
        self.step_wanted.emit(-1)

    def _on_onward(self) -> None:
        self.step_wanted.emit(1)
