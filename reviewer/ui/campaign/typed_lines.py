"""What stands in a table to be typed into: lines of texts, each with a key that comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from reviewer.ui.rows import Index


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A column: its head, its part of the width, and what may be chosen in it."""

    head: str
    share: int
    choices: tuple[str, ...] = ()


class TypedModel(QAbstractTableModel):
    """The lines as typed, and one free line below them."""

    edited = Signal()

    def __init__(self, columns: Sequence[TypedColumn]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.lines: list[list[str]] = []
        self.keys: list[Any] = []

    def show_lines(self, lines: Sequence[tuple[Any, Sequence[str]]]) -> None:
        """Replace the lines."""
        self.beginResetModel()
        self.keys = [key for key, _ in lines]
        self.lines = [list(cells) for _, cells in lines]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the lines and the free one."""
        return 0 if parent is not None and parent.isValid() else len(self.lines) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be typed into."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, and its head for screen readers."""
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
        """Return the heads."""
        if role == Qt.ItemDataRole.DisplayRole:
            across = orientation is Qt.Orientation.Horizontal
            return self.columns[section].head if across else str(section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed."""
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
