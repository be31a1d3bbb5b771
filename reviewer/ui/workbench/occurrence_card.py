"""The row of a deduction under an item, with the fields for its count and reason.

It shows one line of `item_lines` and says what is wanted; the pane knows the item.
"""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer.model import Place
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import Elided, label
from reviewer.ui.workbench.item_lines import OccurrenceLine
from reviewer.ui.workbench.page_chips import ChipRow
from reviewer.ui.workbench.paint import colour, focus_ring, hairline


class OccurrenceCard(QWidget):
    """A deduction."""

    place_wanted = Signal(object)
    place_removed = Signal(object, object)  # occurrence id, Place
    changed = Signal(object, object)  # occurrence id, dict of changes
    removed = Signal(object)
    focused = Signal(object)

    def __init__(self, tokens: Tokens, line: OccurrenceLine, locked: bool) -> None:
        super().__init__()
        self.line = line
        self._locked = locked
        self._tokens = tokens
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        cost = label(line.cost, "title", "" if line.struck else "red")
        title, reason = Elided(line.title, "strong"), label(_reason(line))
        reason.setWordWrap(True)
        if line.struck:
            for widget in (title, reason, cost):
                _strike(widget)
        self.chip_row = ChipRow(tokens, line.chips)
        self.chip_row.place_wanted.connect(self.place_wanted)
        self.chip_row.place_removed.connect(self._on_place_removed)
        self._reason = reason
        self._field, self._count, self._ratio = QLineEdit(line.reason), QSpinBox(), QSpinBox()
        self._form = self._make_form()
        head = QHBoxLayout()
        head.setSpacing(tokens.gap)
        head.addWidget(title)
        head.addWidget(self.chip_row)
        head.addStretch(1)
        head.addWidget(label(line.who, "caption"))
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(reason)
        words.addWidget(self._form)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.block, tokens.unit, tokens.block, tokens.unit + 1)
        row.setSpacing(tokens.inset)
        row.addLayout(words, 1)
        row.addWidget(cost)
        spoken = f"{line.title}，{line.cost} 分，{'未计入' if line.struck else '已计入'}"
        self.setAccessibleName(spoken)

    def edit(self) -> None:
        """Open the fields for count and reason."""
        if self._locked:
            return
        self._reason.hide()
        self._form.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self._form.hide()
            self._reason.setVisible(bool(self._reason.text()))
        elif event.key() == Qt.Key.Key_Delete and self.hasFocus() and not self._locked:
            self.removed.emit(self.line.id)
        elif event.key() == Qt.Key.Key_F2 and not self._form.isVisible():
            self.edit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.line.id)
        self.update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        shade = "line2" if self.line.struck else "red"
        painter.fillRect(QRectF(0, 0, t.mark, self.height()), colour(t, shade))
        hairline(painter, self.rect(), colour(t, "line"), Qt.Edge.BottomEdge)
        if self.hasFocus():
            focus_ring(painter, self.rect(), t)

    def _make_form(self) -> QWidget:
        form = QWidget()
        row = QHBoxLayout(form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._tokens.gap)
        self._count.setRange(1, 99)
        self._count.setValue(self.line.count)
        self._count.setSuffix(f" {self.line.unit}")
        self._count.setVisible(bool(self.line.unit))
        self._ratio.setRange(0, 100)
        self._ratio.setSuffix(" %")
        self._ratio.setValue(round((self.line.ratio or Decimal(1)) * 100))
        self._ratio.setVisible(self.line.by_ratio)
        self._field.setPlaceholderText("理由，Enter 保存，Esc 返回")
        self._field.setAccessibleName("理由")
        self._field.returnPressed.connect(self._on_saved)
        for widget in (self._count, self._ratio):
            widget.setFixedWidth(self._tokens.control * 3)
            row.addWidget(widget)
        row.addWidget(self._field, 1)
        form.hide()
        return form

    def _on_saved(self) -> None:
        changes: dict[str, Any] = {}
        if self._field.text().strip() != self.line.reason:
            changes["reason"] = self._field.text().strip()
        if self.line.unit and self._count.value() != self.line.count:
            changes["count"] = self._count.value()
        share = Decimal(self._ratio.value()) / 100
        if self.line.by_ratio and share != self.line.ratio:
            changes["ratio"] = share
        self._form.hide()
        self._reason.setVisible(bool(self._reason.text()))
        if changes:
            self.changed.emit(self.line.id, changes)

    def _on_place_removed(self, place: Place) -> None:
        self.place_removed.emit(self.line.id, place)


def _reason(line: OccurrenceLine) -> str:
    count = f"（{line.count} {line.unit}）" if line.count > 1 and line.unit else ""
    return (line.reason or line.note or "未写理由，按 F2 补写") + count


def _strike(widget: QLabel) -> None:
    type_ = QFont(widget.font())
    type_.setStrikeOut(True)
    widget.setFont(type_)
