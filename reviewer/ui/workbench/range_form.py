"""The form at the foot of the documents panel that sets something for a range of pages.

One form for four wishes: the type of a document, the 卷内页号, cutting a file, moving a file.
Opened by the context menu; a row does what elsewhere would be a dialog.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import label


class Wish(Enum):
    """What the form sets."""

    TYPE = "指定文书类型"
    FOLIO = "设定卷内页号"
    CUT = "从这一页起分成另一卷"
    MOVE = "把文件移到另一卷"


@dataclass(frozen=True, slots=True)
class RangeAnswer:
    """What was filled in."""

    wish: Wish
    first: str
    last: str
    text: str
    """The first 卷内页号, or the title of the new case."""
    choice: str
    """DT code, or the id of the other case."""


class RangeForm(QFrame):
    """A heading, the range, one field or one choice, two buttons."""

    answered = Signal(object)  # RangeAnswer

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "form")
        self._wish = Wish.TYPE
        self._heading = label("", "strong")
        self._first, self._last = QLineEdit(), QLineEdit()
        self._first.setAccessibleName("起始页")
        self._last.setAccessibleName("截止页")
        self._to = label("至", "second")
        self._unit = label("页", "second")
        self._field = QLineEdit()
        self._choice = _make_choice()
        fine, back = QPushButton("确定"), QPushButton("返回")
        look(fine, "primary")
        fine.clicked.connect(self._on_fine)
        back.clicked.connect(self.hide)
        for field in (self._first, self._last, self._field):
            field.returnPressed.connect(self._on_fine)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.gap, tokens.gap, tokens.gap, tokens.gap)
        column.setSpacing(tokens.gap)
        pages, buttons = QHBoxLayout(), QHBoxLayout()
        for widget in (self._first, self._to, self._last, self._unit):
            pages.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(fine)
        buttons.addWidget(back)
        column.addWidget(self._heading)
        column.addLayout(pages)
        column.addWidget(self._field)
        column.addWidget(self._choice)
        column.addLayout(buttons)
        self.hide()

    def open(
        self,
        wish: Wish,
        first: str,
        last: str,
        choices: Sequence[tuple[str, str]] = (),
        chosen: str = "",
    ) -> None:
        """Ask for `wish`; `choices` are pairs of value and name."""
        self._wish = wish
        self._heading.setText(wish.value)
        self._first.setText(first)
        self._last.setText(last)
        whole = wish is Wish.MOVE
        for widget in (self._first, self._to, self._last, self._unit):
            widget.setVisible(not whole)
        self._to.setVisible(wish in (Wish.TYPE, Wish.FOLIO))
        self._last.setVisible(wish in (Wish.TYPE, Wish.FOLIO))
        self._field.clear()
        self._field.setVisible(wish in (Wish.FOLIO, Wish.CUT))
        self._field.setPlaceholderText(_HINTS.get(wish, ""))
        self._field.setAccessibleName(_HINTS.get(wish, ""))
        self._choice.clear()
        for value, name in choices:
            self._choice.addItem(name, value)
        finder = self._choice.completer()
        wide = self._choice.view().sizeHintForColumn(0) + 2 * self._choice.iconSize().width()
        self._choice.view().setMinimumWidth(wide)
        if finder is not None:
            finder.popup().setMinimumWidth(wide)
        self._choice.setVisible(wish in (Wish.TYPE, Wish.MOVE))
        self._choice.setCurrentIndex(max(0, self._choice.findData(chosen)))
        self.show()
        target = self._choice if self._choice.isVisible() else self._field
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        typed = self._choice.lineEdit()
        if typed is not None and target is self._choice:
            typed.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> str:
        """Return the value of the name that was chosen or typed, also by a part of it."""
        text = self._choice.currentText().strip()
        at = self._choice.findText(text)
        if at < 0 and text:
            at = self._choice.findText(text, Qt.MatchFlag.MatchContains)
        return str(self._choice.itemData(at)) if at >= 0 else ""

    def _on_fine(self) -> None:
        asked = self._wish in (Wish.TYPE, Wish.MOVE)
        if asked and not self._chosen():
            # Nothing is called so: what was typed stays to be corrected.
            self._choice.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        answer = RangeAnswer(
            self._wish,
            self._first.text(),
            self._last.text(),
            self._field.text().strip(),
            self._chosen(),
        )
        self.hide()
        self.answered.emit(answer)


_HINTS = {
    Wish.FOLIO: "首页的卷内页号，留空则清除",
    Wish.CUT: "新案卷的名称，如案号",
}


def _make_choice() -> QComboBox:
    made = QComboBox()
    made.setAccessibleName("选择")
    made.setMaxVisibleItems(16)
    # The longest name must not widen the panel; the list that opens may be wider than it.
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(6)
    # Some seventy types: a part of the name finds one.
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    finder = made.completer()
    if finder is not None:
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return made
