"""The removed cases: a list from which each comes back, whenever that is wanted.

The page is given the rows and says what the user wants; `RemovedFlow` asks the workspace.
"""

from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.rows import Index, RowDelegate, RowsView
from reviewer.ui.services import Cases
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_text, make_font
from reviewer.ui.words import local
from reviewer.workspace.views import RemovedCase

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns from left to right."""

    TITLE = 0
    UNIT = 1
    PARTY = 2
    PAGES = 3
    REMOVED = 4


_HEADS = ("案卷", "单位", "当事人", "页数", "移除时间")
_NUMBERS = frozenset({Column.PAGES, Column.REMOVED})
_WIDTHS = {Column.PAGES: 76, Column.REMOVED: 160}
_SHARED = {Column.TITLE: 4, Column.UNIT: 3, Column.PARTY: 4}


def cell_text(case: RemovedCase, of: Column) -> str:
    """Return what stands in a cell."""
    if of is Column.PAGES:
        return str(case.pages) if case.pages else "—"
    if of is Column.REMOVED:
        return f"{local(case.removed_at):%Y-%m-%d %H:%M}"
    return (case.title, case.unit, case.party)[of]


class RemovedTable(QAbstractTableModel):
    """The removed cases as an item model."""

    def __init__(self) -> None:
        super().__init__()
        self.cases: tuple[RemovedCase, ...] = ()

    def show_rows(self, cases: tuple[RemovedCase, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.cases = cases
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.cases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, tooltip and alignment of a cell."""
        if not index.isValid():
            return None
        text = cell_text(self.cases[index.row()], Column(index.column()))
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return text
        return None

    def headerData(
        self, section: int, _way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return head and alignment of a column."""
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if section in _NUMBERS else _LEFT)
        return None


class RemovedDelegate(RowDelegate):
    """Paints one cell of a removed case."""

    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Paint the text of the column."""
        model = index.model()
        assert isinstance(model, RemovedTable)
        of, tokens = Column(index.column()), self.tokens
        inside = cell.adjusted(tokens.gap, 0, -tokens.gap, 0)
        if of is Column.TITLE:
            inside.setLeft(cell.left() + tokens.inset)
        if of is Column.REMOVED:
            inside.setRight(cell.right() - tokens.inset)
        text = cell_text(model.cases[index.row()], of)
        side = Qt.AlignmentFlag.AlignRight if of in _NUMBERS else Qt.AlignmentFlag.AlignLeft
        bold = of is Column.TITLE
        font = make_font(tokens, tokens.body, bold=bold)
        draw_text(painter, inside, text, font, tokens.blue if bold else tokens.ink, side)


class RemovedView(RowsView):
    """The view on the removed cases."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.setItemDelegate(RemovedDelegate(self, tokens))
        self.setAccessibleName("已移除的案卷")
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take row heights and column widths."""
        self._tokens = tokens
        super().set_tokens(tokens)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        fixed = {of: round(wide * self._tokens.scale) for of, wide in _WIDTHS.items()}
        rest = max(0, self.viewport().width() - sum(fixed.values()))
        for of in Column:
            part = rest * _SHARED.get(of, 0) // sum(_SHARED.values())
            self.setColumnWidth(of, fixed.get(of, part))


class RemovedPage(QWidget):
    """The list of removed cases."""

    restore_asked = Signal(object)  # UUID
    closed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.table = RemovedTable()
        self.view = RemovedView(tokens)
        self.view.setModel(self.table)
        self.view.opened.connect(self._on_opened)
        self.restore = button("恢复所选案卷", "primary", self._on_restore)
        back = button("返回", "normal", self.closed.emit)
        words = column(
            label("已移除的案卷", "page_title"),
            label("恢复后，评查记录、原件都在原处。", "second"),
            gap=2,
        )
        nothing = QWidget()
        nothing.setLayout(column(1, row(1, label("没有已移除的案卷。", "second"), 1), 2))
        self._stack = QStackedLayout()
        held = card()
        inside = column(self._stack, gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        held.setLayout(inside)
        self._stack.addWidget(self.view)
        self._stack.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(row(words, 1, back, self.restore))
        layout.addWidget(held, 1)
        self.set_tokens(tokens)
        self.show_rows(())

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.view.set_tokens(tokens)
        dress(self, tokens)

    def show_rows(self, cases: tuple[RemovedCase, ...]) -> None:
        """Show the removed cases, the current row as near as it was."""
        at = max(0, self.view.currentIndex().row())
        self.table.show_rows(cases)
        self._stack.setCurrentIndex(0 if cases else 1)
        self.restore.setEnabled(bool(cases))
        if cases:
            self.view.setCurrentIndex(self.table.index(min(at, len(cases) - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_opened(self, index: QModelIndex) -> None:
        self.restore_asked.emit(self.table.cases[index.row()].id)

    def _on_restore(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._on_opened(index)


class RemovedFlow(QObject):
    """Asks for the removed cases and brings them back."""

    restored = Signal()
    failed = Signal(Exception)

    def __init__(self, cases: Cases, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._cases, self._jobs = cases, jobs
        self.page = RemovedPage(tokens)
        self.page.restore_asked.connect(self.restore)

    def refresh(self) -> None:
        """Ask which cases are removed, after what is being written."""
        job = self._jobs.start(lambda _: self._cases.removed(), Lane.WRITE)
        job.succeeded.connect(self.page.show_rows)
        job.failed.connect(self.failed)

    def restore(self, case_id: UUID) -> None:
        """Bring a removed case back."""
        job = self._jobs.start(lambda _: self._cases.restore(case_id), Lane.WRITE)
        job.succeeded.connect(self.restored)
        job.succeeded.connect(self.refresh)
        job.failed.connect(self.failed)
