"""A table to be typed into, or pasted from a workbook: a free line always follows the last one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reviewer.ui.rows import Index
from reviewer.ui.theme import Tokens


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A column: its head, its part of the width, and what may be chosen in it."""

    head: str
    share: int
    choices: tuple[str, ...] = ()


class _Model(QAbstractTableModel):
    edited = Signal()

    def __init__(self, columns: Sequence[TypedColumn]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.lines: list[list[str]] = []
        self.keys: list[Any] = []

    def show_lines(self, lines: Sequence[tuple[Any, Sequence[str]]]) -> None:
        self.beginResetModel()
        self.keys = [key for key, _ in lines]
        self.lines = [list(cells) for _, cells in lines]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        known = index.row() < len(self.lines)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.lines[index.row()][index.column()] if known else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.lines[index.row()][index.column()] if known else "空行"
            return f"{self.columns[index.column()].head} {text}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            across = orientation is Qt.Orientation.Horizontal
            return self.columns[section].head if across else str(section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        self.paste(index.row(), index.column(), [[str(value)]])
        return True

    def paste(self, row: int, column: int, cells: Sequence[Sequence[str]]) -> None:
        """Put a block of cells at a place; lines that are missing are made."""
        cells = [line for line in cells if any(text.strip() for text in line)] or cells[:1]
        if row >= len(self.lines) and not any(text.strip() for line in cells for text in line):
            return
        self.beginResetModel()
        for down, line in enumerate(cells):
            while len(self.lines) <= row + down:
                self.lines.append([""] * len(self.columns))
                self.keys.append(None)
            for right, text in enumerate(line[: len(self.columns) - column]):
                self.lines[row + down][column + right] = text.strip()
        self.endResetModel()
        self.edited.emit()

    def drop(self, rows: set[int]) -> None:
        """Take lines out."""
        kept = [at for at in range(len(self.lines)) if at not in rows]
        self.beginResetModel()
        self.lines = [self.lines[at] for at in kept]
        self.keys = [self.keys[at] for at in kept]
        self.endResetModel()
        self.edited.emit()


class _Choosing(QStyledItemDelegate):
    """Gives a combo box to the columns that have choices."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, _Model)
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
        self.typed = _Model(columns)
        self.setModel(self.typed)
        self.setItemDelegate(_Choosing(self))
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
