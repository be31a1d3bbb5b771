"""A running or finished import as rows: one per file, with its result and, if it failed, a remedy.

A result stands in its row as soon as the file is settled; the rows stay where they are until
the report puts failures first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, Qt

from reviewer.model import ImportResult, ImportRow
from reviewer.ui.importing.plan_rows import LEFT_OUT, remedy_buttons
from reviewer.ui.importing.row_buttons import BUTTONS_ROLE
from reviewer.ui.rows import Index
from reviewer.workspace.views import ImportPlan, ImportReport

HEADS = ("", "文件", "类型", "页数", "结果")


class RunState(Enum):
    """How far one file has come: icon, tone of the icon."""

    WAITING = ("ring", "ink2")
    BUSY = ("rotate", "blue")
    STORED = ("check", "green")
    DUPLICATE = ("duplicate", "grey")
    LISTED = ("sound", "grey")
    FAILED = ("cross", "red")


_RESULTS = {
    ImportResult.STORED: RunState.STORED,
    ImportResult.DUPLICATE: RunState.DUPLICATE,
    ImportResult.LISTED: RunState.LISTED,
    ImportResult.FAILED: RunState.FAILED,
}
_WORDS = {
    RunState.WAITING: "等待读取",
    RunState.BUSY: "正在读取",
}


@dataclass(frozen=True, slots=True)
class RunRow:
    """One file."""

    state: RunState
    path: str
    kind: str
    pages: str
    message: str
    remedy: str = ""
    buttons: tuple[str, ...] = ()

    @property
    def is_failed(self) -> bool:
        """Whether the row shows its remedy."""
        return self.state is RunState.FAILED


class RunFilter(Enum):
    """The filters above the list."""

    ALL = "全部"
    FAILED = "有问题"
    STORED = "已存入"


def running_rows(plan: ImportPlan, settled: Sequence[ImportRow]) -> tuple[RunRow, ...]:
    """Return the rows while the first files of the plan are settled, the others not."""
    rows = []
    for at, file in enumerate(plan.files):
        if file.case == LEFT_OUT:
            continue
        if at < len(settled):
            rows.append(finished_row(settled[at]))
            continue
        state = RunState.BUSY if at == len(settled) else RunState.WAITING
        rows.append(RunRow(state, file.source.path, file.kind_name, "—", _WORDS[state]))
    return tuple(rows) + tuple(finished_row(row) for row in plan.rejected)


def running_counts(rows: tuple[RunRow, ...]) -> str:
    """Return how many files have which result so far, those that are not zero."""
    states = [row.state for row in rows]
    parts = (
        ("已存入", states.count(RunState.STORED)),
        ("重复", states.count(RunState.DUPLICATE)),
        ("只登记", states.count(RunState.LISTED)),
        ("有问题", states.count(RunState.FAILED)),
        ("未读完", states.count(RunState.BUSY) + states.count(RunState.WAITING)),
    )
    return "　".join(f"{word} {number}" for word, number in parts if number)


def finished_rows(report: ImportReport) -> tuple[RunRow, ...]:
    """Return the rows of a finished import."""
    return tuple(finished_row(row) for row in report.rows)


def finished_row(row: ImportRow) -> RunRow:
    """Return the row of one file whose result is known."""
    failed = row.result is ImportResult.FAILED
    return RunRow(
        _RESULTS[row.result],
        row.path,
        row.kind_name,
        f"{row.pages}" if row.pages else "—",
        _result_text(row),
        row.remedy,
        remedy_buttons(row) if failed else (),
    )


def _result_text(row: ImportRow) -> str:
    if row.result is not ImportResult.STORED:
        return row.message.rstrip("。")
    # The number of pages has a column of its own.
    remark = row.message.removeprefix(f"共 {row.pages} 页。").rstrip("。")
    return f"存入案卷，{remark}" if remark else "存入案卷"


def filtered(rows: tuple[RunRow, ...], chosen: RunFilter) -> tuple[RunRow, ...]:
    """Return the rows of a filter."""
    if chosen is RunFilter.ALL:
        return rows
    if chosen is RunFilter.FAILED:
        return tuple(row for row in rows if row.is_failed)
    return tuple(row for row in rows if row.state is RunState.STORED)


class RunTable(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RunRow, ...] = ()

    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        """Replace what is shown; rows that stay the same files only repaint."""
        same = [(row.path, row.is_failed) for row in rows] == [
            (row.path, row.is_failed) for row in self.rows
        ]
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(HEADS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of files."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the delegate and accessibility need."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", row.path, row.kind, row.pages, row.message)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.message if index.column() == len(HEADS) - 1 else row.path
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.path
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "，".join(filter(None, (row.kind, row.message, row.remedy)))
        if role == BUTTONS_ROLE:
            return row.buttons
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads, numbers at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == 3 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
