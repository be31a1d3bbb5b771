"""The preview of an import as rows: each case with its files, then what is left out or failed.

`plan_rows` is pure: from a plan to the rows of the list.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from reviewer.model import ImportRow
from reviewer.ui.importing.row_buttons import BUTTONS_ROLE
from reviewer.ui.rows import Index
from reviewer.ui.words import size_text
from reviewer.workspace.views import ImportPlan

HEADS = ("文件", "类型", "页数", "大小", "")
LEFT_OUT = -1
PASSWORD, OTHER_FILE, OTHER_FOLDER = "输入密码…", "重选文件…", "选文件夹…"
_ARCHIVES = (".rar", ".7z", ".tar", ".gz", ".zip")


class PlanKind(Enum):
    """What a row of the preview is."""

    CASE = "case"
    FILE = "file"
    HEADING = "heading"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the preview."""

    kind: PlanKind
    text: str
    detail: str = ""
    pages: str = ""
    size: str = ""
    at: int = 0
    """Index of the case or of the file in the plan."""
    remedy: str = ""
    buttons: tuple[str, ...] = ()


def plan_rows(plan: ImportPlan) -> tuple[PlanRow, ...]:
    """Return the rows that show `plan`."""
    rows: list[PlanRow] = []
    for case, title in enumerate(plan.titles):
        files = _files(plan, case)
        if files:
            pages = sum(plan.files[row.at].source.pages for row in files)
            counts = f"{len(files)} 个文件　{pages} 页"
            rows.append(PlanRow(PlanKind.CASE, title, counts, at=case, buttons=("改名",)))
            rows.extend(files)
    left_out = _files(plan, LEFT_OUT)
    if left_out:
        rows.append(PlanRow(PlanKind.HEADING, "不导入", f"{len(left_out)} 个文件"))
        rows.extend(left_out)
    if plan.rejected:
        rows.append(PlanRow(PlanKind.HEADING, "读不出", f"{len(plan.rejected)} 个文件"))
        rows.extend(_failed(plan))
    return tuple(rows)


def remedy_buttons(row: ImportRow) -> tuple[str, ...]:
    """Return the words of the buttons that mend a file that could not be read."""
    if row.locked:
        return PASSWORD, OTHER_FILE
    return (OTHER_FOLDER,) if row.path.lower().endswith(_ARCHIVES) else (OTHER_FILE,)


def _files(plan: ImportPlan, case: int) -> list[PlanRow]:
    return [
        PlanRow(
            PlanKind.FILE,
            file.source.path,
            file.kind_name,
            f"{file.source.pages}" if file.source.pages else "—",
            size_text(file.source.size),
            at,
            buttons=("移到…", "不导入") if case != LEFT_OUT else ("移到…",),
        )
        for at, file in enumerate(plan.files)
        if file.case == case
    ]


def _failed(plan: ImportPlan) -> list[PlanRow]:
    return [
        PlanRow(
            PlanKind.FAILED,
            row.path,
            row.kind_name,
            "—",
            row.message.rstrip("。"),
            at,
            row.remedy,
            remedy_buttons(row),
        )
        for at, row in enumerate(plan.rejected)
    ]


class PlanTable(QAbstractTableModel):
    """The rows of the preview; a case's title can be edited in place."""

    retitled = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PlanRow, ...] = ()

    def show_plan(self, plan: ImportPlan) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.rows = plan_rows(plan)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let case titles be edited."""
        flags = super().flags(index)
        if self.rows[index.row()].kind is PlanKind.CASE and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the delegate and accessibility need."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (row.text, row.detail, row.pages, row.size, "")[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "，".join(filter(None, (row.detail, row.size, row.remedy)))
        if role == BUTTONS_ROLE:
            return row.buttons
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say that a case was given another title."""
        title = str(value).strip()
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or row.kind is not PlanKind.CASE or not title:
            return False
        if title != row.text:
            self.retitled.emit(row.at, title)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads, numbers at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (2, 3) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
