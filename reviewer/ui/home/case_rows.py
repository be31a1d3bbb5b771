"""The table of cases as an item model: which rows, in which order, and what stands in a cell.

Filtering and sorting are pure functions over `CaseRow`; the model only shows their result.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import IntEnum, StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from reviewer.ui.actions import matches
from reviewer.ui.rows import Index
from reviewer.ui.words import local, plain_cause
from reviewer.workspace.views import CaseRow, CaseState

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns from left to right."""

    TITLE = 0
    UNIT = 1
    PARTY = 2
    CAUSE = 3
    PROCEDURE = 4
    PAGES = 5
    STATE = 6
    PROBLEMS = 7
    TOTAL = 8
    GRADE = 9
    CHANGED = 10


HEADS = {
    Column.TITLE: "案卷",
    Column.UNIT: "单位",
    Column.PARTY: "当事人",
    Column.CAUSE: "案由",
    Column.PROCEDURE: "程序",
    Column.PAGES: "页数",
    Column.STATE: "状态",
    Column.PROBLEMS: "疑似",
    Column.TOTAL: "得分",
    Column.GRADE: "等次",
    Column.CHANGED: "更新",
}
NUMBERS = frozenset({Column.PAGES, Column.PROBLEMS, Column.TOTAL, Column.CHANGED})
_STATE_ORDER = tuple(CaseState)


class CaseFilter(StrEnum):
    """The filters above the table."""

    ALL = "全部"
    READING = "正在识别"
    NEW = "未评查"
    IN_REVIEW = "评查中"
    SIGNED = "已签定"
    PROBLEMS = "有疑似"


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column, and which way."""

    column: Column = Column.CHANGED
    descending: bool = True


def passes(row: CaseRow, chosen: CaseFilter) -> bool:
    """Return whether a row belongs to a filter."""
    if chosen is CaseFilter.ALL:
        return True
    if chosen is CaseFilter.PROBLEMS:
        return row.problems > 0
    return row.state.value == chosen.value


def count(rows: Iterable[CaseRow], chosen: CaseFilter) -> int:
    """Return how many rows belong to a filter."""
    return sum(passes(row, chosen) for row in rows)


def arrange(
    rows: Iterable[CaseRow], chosen: CaseFilter, query: str, sorting: Sorting
) -> tuple[CaseRow, ...]:
    """Return the rows of a filter that the query finds, sorted; equal rows stay as they were."""
    fitting = [row for row in rows if passes(row, chosen) and _found(row, query)]
    return tuple(sorted(fitting, key=_KEYS[sorting.column], reverse=sorting.descending))


def _found(row: CaseRow, query: str) -> bool:
    return not query.strip() or any(
        matches(text, query) for text in (row.title, row.unit, row.party, row.cause) if text
    )


def _natural(title: str) -> list[tuple[int, str]]:
    """Return what sorts 17号 before 107号."""
    return [(int(part or 0), text) for text, part in re.findall(r"(\D*)(\d*)", title)]


def _points(row: CaseRow) -> Decimal:
    try:
        return Decimal(row.total.split("–")[0])
    except InvalidOperation:
        return Decimal(-1)


_KEYS: dict[Column, Callable[[CaseRow], Any]] = {
    Column.TITLE: lambda row: _natural(row.title),
    Column.UNIT: lambda row: row.unit,
    Column.PARTY: lambda row: row.party,
    Column.CAUSE: lambda row: plain_cause(row.cause, row.party),
    Column.PROCEDURE: lambda row: row.procedure,
    Column.PAGES: lambda row: row.pages,
    Column.STATE: lambda row: _STATE_ORDER.index(row.state),
    Column.PROBLEMS: lambda row: row.problems,
    Column.TOTAL: _points,
    Column.GRADE: _points,
    Column.CHANGED: lambda row: row.changed_at,
}


def cell_text(row: CaseRow, column: Column) -> str:
    """Return what stands in a cell; `—` where a number is missing."""
    texts = {
        Column.TITLE: row.title,
        Column.UNIT: row.unit,
        Column.PARTY: row.party,
        Column.CAUSE: plain_cause(row.cause, row.party),
        Column.PROCEDURE: row.procedure,
        Column.PAGES: f"{row.pages}" if row.pages else "—",
        Column.STATE: state_text(row),
        Column.PROBLEMS: f"{row.problems}" if row.problems else "",
        Column.TOTAL: row.total or "—",
        Column.GRADE: row.grade,
        Column.CHANGED: f"{local(row.changed_at):%m-%d %H:%M}",
    }
    return texts[column]


def state_text(row: CaseRow) -> str:
    """Return the state in words, with the count while pages are being read."""
    if row.state is CaseState.READING:
        return f"正在识别 {row.pages_read}/{row.pages}"
    return row.state.value


class CaseTable(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CaseRow, ...] = ()
        self._sorting = Sorting()

    def show_rows(self, rows: tuple[CaseRow, ...], sorting: Sorting) -> None:
        """Replace what is shown; rows that keep their places only repaint."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if same and sorting == self._sorting:
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows, self._sorting = rows, sorting
        self.endResetModel()

    def row_at(self, index: Index) -> CaseRow:
        """Return the case of an index."""
        return self._rows[index.row()]

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands in the first column, from the top."""
        return tuple(row.title for row in self._rows)

    def position(self, case_id: UUID) -> QModelIndex:
        """Return the index of a case, invalid when it is not shown."""
        for at, row in enumerate(self._rows):
            if row.id == case_id:
                return self.index(at, 0)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of cases shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, alignment and the words for accessibility."""
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.CAUSE:
            return row.cause
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell_text(row, column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return describe(row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heads, numbers at the right, the arrow of the sorting behind its word."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            if column is not self._sorting.column:
                return HEADS[column]
            return f"{HEADS[column]} {'↓' if self._sorting.descending else '↑'}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        return None


def describe(row: CaseRow) -> str:
    """Return the state and counts of a case for screen readers."""
    parts = [state_text(row), f"{row.pages} 页"]
    if row.problems:
        parts.append(f"{row.problems} 处疑似问题")
    if row.total:
        parts.append(f"{row.total} 分{row.grade}")
    return "，".join(parts)
