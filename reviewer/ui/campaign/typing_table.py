"""A table to be typed into, or pasted from a workbook: a free line always follows the last one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reviewer.ui.campaign.typed_lines import TypedColumn, TypedModel
from reviewer.ui.rows import Index
from reviewer.ui.theme import Tokens


class _Choosing(QStyledItemDelegate):
    """Gives a combo box to the columns that have choices, and cells the inset of their heads."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self.insets = (0, 0)
        """Of the first column, and of the others."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        text, ground.text = ground.text, ""  # type: ignore[attr-defined]  # missing in the stubs
        widget = ground.widget  # type: ignore[attr-defined]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, widget)
        cell: QRect = ground.rect  # type: ignore[attr-defined]
        inset = self.insets[bool(index.column())]
        spot = cell.adjusted(inset, 0, -self.insets[1], 0)
        metrics = ground.fontMetrics  # type: ignore[attr-defined]
        painter.save()
        painter.setPen(ground.palette.color(QPalette.ColorRole.Text))  # type: ignore[attr-defined]
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, spot.width())
        painter.setFont(ground.font)  # type: ignore[attr-defined]
        painter.drawText(spot, align, shown)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, TypedModel)
        choices = model.columns[index.column()].choices
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.addItems(choices)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()) or editor.itemText(0))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)


class TypingTable(QTableView):
    """The table; Ctrl+V pastes a block of cells, Del takes the chosen lines out."""

    edited = Signal()

    def __init__(self, tokens: Tokens, name: str, columns: Sequence[TypedColumn]) -> None:
        super().__init__()
        self.typed = TypedModel(columns)
        self.setModel(self.typed)
        self._painter = _Choosing(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.typed.edited.connect(self._on_edited)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self._tokens = tokens
        self._painter.insets = (tokens.inset, tokens.gap)
        # An editor stands in the row and needs its own height.
        self.verticalHeader().setDefaultSectionSize(tokens.control + 2)
        self.horizontalHeader().setFixedHeight(tokens.head)
        self._fit()

    def show_lines(self, lines: Sequence[tuple[Any, Sequence[str]]]) -> None:
        """Replace the lines; each with a key that comes back from `lines`."""
        self.typed.show_lines(lines)
        self._fit()

    def lines(self) -> tuple[tuple[Any, tuple[str, ...]], ...]:
        """Return the lines with their keys; a new line has None."""
        pairs = zip(self.typed.keys, self.typed.lines, strict=True)
        return tuple((key, tuple(cells)) for key, cells in pairs)

    def paste(self, text: str) -> None:
        """Put a block of cells, as a workbook copies it, at the current cell."""
        at = self.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() else (len(self.typed.lines), 0)
        cells = [line.split("\t") for line in text.rstrip("\r\n").splitlines()]
        if cells:
            self.typed.paste(row, column, cells)
            self.setCurrentIndex(self.typed.index(row, column))

    def drop_chosen(self) -> None:
        """Take the lines of the chosen cells out."""
        self.typed.drop({index.row() for index in self.selectedIndexes()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, and take lines out."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_chosen()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _on_edited(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        shares = sum(column.share for column in self.typed.columns)
        for at, column in enumerate(self.typed.columns):
            self.setColumnWidth(at, self.viewport().width() * column.share // shares)
        # The page scrolls, not the table: all lines stand open up to a dozen.
        rows = min(max(len(self.typed.lines) + 1, 3), 12)
        high = self.verticalHeader().defaultSectionSize() * rows
        self.setFixedHeight(high + self._tokens.head + 2)
