"""The facts of the case in order of the procedure: value, page, how sure the reading is.

A click shows the page; an empty field is typed at once, a filled one with F2 or a double click.
What a person typed is bold with a pencil, what was read weakly carries the eye.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.lists import ROW, PlainList, RowDelegate
from reviewer.ui.workbench.paint import colour, draw_icon, draw_text, font, text_width
from reviewer.workspace.views import FactRow

_VALUE = 112
"""Where the values begin, in px at 字号 12."""
_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact as the list shows it."""

    fact: FactRow
    page: str
    """How its page is called in this case."""

    @property
    def weak(self) -> bool:
        """Return whether a person should look at what was read."""
        fact = self.fact.fact
        return bool(self.fact.text) and fact is not None and not fact.is_read

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        row = self.fact
        if not row.text:
            return f"{row.label}，未读出，可手工填写"
        source = "人工填写" if row.typed else f"可信度 {round(row.confidence * 100)}%"
        return f"{row.label}，{row.text}，第 {self.page} 页，{source}"

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        row = self.fact
        if not row.may_type:
            return f"{row.label}：{row.text or '未读出'}　由文书读出，更正其文书类型或范围"
        if not row.text:
            return f"{row.label}：未读出，按 Enter 填写，或右键选“在页面上框选”"
        weak = "　请对照页面核对" if self.weak else ""
        source = "人工填写" if row.typed else f"读出可信度 {round(row.confidence * 100)}%"
        return f"{row.label}：{row.text}　{source}{weak}"


class FactsList(PlainList[FactLine]):
    """Shows the facts and takes what is typed."""

    fact_wanted = Signal(object)  # FactRow: show its page
    fact_typed = Signal(object, str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "要素", parent)
        self.prefill = ""
        self.field: QLineEdit | None = None
        """The field that is open, made by the delegate."""
        self._case: CaseIndex | None = None
        self._query = ""
        self._revealed: set[str] = set()
        self.rows.editable = True
        self.setResizeMode(FactsList.ResizeMode.Adjust)
        self.setItemDelegate(_Delegate(self))
        self.chosen.connect(self._on_chosen)

    def show_case(self, index: CaseIndex, *, locked: bool = False) -> None:
        """Show the facts of a case; `locked` after signing."""
        self.rows.editable = not locked
        self._case = index
        self._refresh()

    def filter(self, query: str) -> None:
        """Show only facts whose name or value has `query`, those that were not read too."""
        self._query = query.strip()
        self._refresh()

    def _refresh(self) -> None:
        if self._case is not None:
            rows = [row for row in self._case.view.facts if self._is_shown(row)]
            self.show_rows([FactLine(row, _page(row, self._case)) for row in rows])

    def _is_shown(self, row: FactRow) -> bool:
        if self._query:
            return self._query in row.label or self._query in row.text
        return row.core or bool(row.text) or row.key in self._revealed

    def edit_fact(self, row: FactRow, text: str = "") -> None:
        """Open the field of a fact, filled with `text` read from a drawn box."""
        if not row.may_type:
            return
        at = self.row_of(lambda line: line.fact == row)
        if at < 0:
            self._revealed.add(row.key)
            self._refresh()
            at = self.row_of(lambda line: line.fact == row)
        if at < 0 or not self.rows.editable:
            return
        if self.state() is self.State.EditingState and self.field is not None:
            # Qt opens no second field, and says so in the log.
            if at == self.currentIndex().row():
                self.field.setText(text or self.field.text())
                return
            self.commitData(self.field)
            self.closeEditor(self.field, QStyledItemDelegate.EndEditHint.NoHint)
        self.prefill = text
        self.set_current(at)
        self.edit(self.rows.index(at))

    def edit_current(self) -> None:
        """Open the field of the current fact with what stands there."""
        line = self.current_row()
        if line is not None and self.state() is not self.State.EditingState:
            self.edit_fact(line.fact, line.fact.text)

    def value_rect(self, area: QRect, line: FactLine) -> QRect:
        """Return where the value stands in a row: beside its name, or below if it is long."""
        t = self.tokens
        if self.is_long(line):
            left, top = area.left() + t.block, area.top() + t.head - t.unit
            return QRect(left, top, area.right() - left - t.gap, area.bottom() - top)
        left = area.left() + round(_VALUE * t.scale)
        return QRect(left, area.top(), area.right() - left - t.gap, area.height())

    def is_long(self, line: FactLine) -> bool:
        """Return whether the value needs a line of its own."""
        t = self.tokens
        signs = t.icon_small + t.unit if line.weak or line.fact.typed else 0
        room = self.viewport().width() - round(_VALUE * t.scale) - 2 * t.gap - signs
        room -= text_width(t, line.page, "caption")
        return text_width(t, line.fact.text, "caption", line.fact.typed) > room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Rows get higher where a value no longer fits beside its name; Qt lays out again
            # only for another height.
            self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        at = self.indexAt(event.position().toPoint()).row()
        if at < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self.rows.rows[at].fact
        if not row.text:
            self.edit_fact(row)
        elif at == before:
            self.fact_wanted.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint()).row()
        if at >= 0:
            self.edit_fact(self.rows.rows[at].fact, self.rows.rows[at].fact.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is self.State.EditingState:
            # Enter and Esc of the field come up here too, after it took them.
            event.accept()
        elif event.key() in _EDIT and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.edit_current()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, at: int) -> None:
        if self.rows.rows[at].fact.text:
            self.fact_wanted.emit(self.rows.rows[at].fact)


class _Delegate(RowDelegate):
    """Paints a fact; its editor is a plain field over the value."""

    view: FactsList

    def height(self, row: FactLine) -> int:
        t = self.view.tokens
        return t.row + t.head - t.gap if self.view.is_long(row) else t.row

    def paint_row(self, painter: QPainter, area: QRect, row: FactLine, *, current: bool) -> None:
        t = self.view.tokens
        fact = row.fact
        value = self.view.value_rect(area, row)
        head = QRectF(area.left() + t.block, area.top(), value.left() - t.block, area.height())
        if self.view.is_long(row):
            head = QRectF(area.left() + t.block, area.top(), area.width() - t.block, t.head)
        draw_text(
            painter,
            head,
            fact.label,
            font(t, "caption", current),
            colour(t, "ink2"),
            elide=True,
        )
        if not fact.text:
            if self.view.rows.editable and fact.may_type:
                ink = colour(t, "blue")
                draw_icon(painter, value.left(), area.center().y() + 0.5, "pencil", ink, 15)
                words = QRectF(value).adjusted(t.icon, 0, 0, 0)
                draw_text(painter, words, "填写", font(t, "caption"), ink)
            return
        self._paint_value(painter, QRectF(value), row)

    def _paint_value(self, painter: QPainter, value: QRectF, row: FactLine) -> None:
        t = self.view.tokens
        fact = row.fact
        draw_text(painter, value, row.page, font(t, "caption"), colour(t, "blue"), _RIGHT)
        room = value.adjusted(0, 0, -text_width(t, row.page, "caption") - t.gap, 0)
        if fact.typed or row.weak:
            name, shade = ("pencil", "ink2") if fact.typed else ("eye", "amber")
            x = room.right() - t.icon_small
            draw_icon(painter, x, value.center().y(), name, colour(t, shade), t.icon_small)
            room.adjust(0, 0, -t.icon_small - t.unit, 0)
        type_ = font(t, "caption", fact.typed)
        draw_text(painter, room, fact.text, type_, colour(t, "ink"), elide=True)

    def createEditor(
        self, parent: QWidget, _option: object, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        field = QLineEdit(parent)
        row: FactLine = index.data(ROW)
        field.setPlaceholderText(row.fact.hint)
        field.setAccessibleName(row.fact.label)
        self.view.field = field
        return field

    def setEditorData(self, editor: QWidget, _index: QModelIndex | QPersistentModelIndex) -> None:
        # Qt asks again when the row changes behind the field: what is being typed stays.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(self.view.prefill)
            editor.selectAll()

    def setModelData(
        self,
        editor: QWidget,
        _model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: FactLine = index.data(ROW)
        text = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if text and text != row.fact.text:
            self.view.fact_typed.emit(row.fact, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: FactLine = index.data(ROW)
        editor.setGeometry(self.view.value_rect(option.rect, line))


def _page(row: FactRow, index: CaseIndex) -> str:
    if row.fact is None:
        return ""
    return index.label(row.fact.place) or row.folio
