"""Lists: one view and one delegate base for every table of the window.

Rows are items of a model painted by one delegate, never widgets.  Plain keys act here, so input
methods are off and there is no type-ahead search.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import focus_ring, line_below

Index = QModelIndex | QPersistentModelIndex


class RowsView(QTableView):
    """A table of rows: one current row, hover on the whole row, keys as signals."""

    opened = Signal(QModelIndex)  # Enter or double click
    removal_asked = Signal(QModelIndex)  # Del

    def __init__(self) -> None:
        super().__init__()
        self._hovered = -1
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.opened)

    @property
    def hovered(self) -> int:
        """The row under the pointer, or -1."""
        return self._hovered

    def set_tokens(self, tokens: Tokens) -> None:
        """Take row and head heights."""
        self.verticalHeader().setMinimumSectionSize(tokens.row)
        self.verticalHeader().setDefaultSectionSize(tokens.row)
        self.horizontalHeader().setFixedHeight(tokens.head)
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate):
            delegate.set_tokens(tokens)
        self.viewport().update()

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are keys here, not a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn Enter and Del into signals."""
        current = self.currentIndex()
        if current.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(current)
        elif current.isValid() and event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit(current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keep the row under the pointer."""
        self._hover(self.rowAt(round(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row under the pointer."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row; subclasses paint what stands in it."""

    def __init__(self, view: RowsView, tokens: Tokens) -> None:
        super().__init__(view)
        self.view = view
        self.tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint with `tokens` from now on."""
        self.tokens = tokens

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, mark, content, closing line and focus."""
        cell: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        tokens = self.tokens
        painter.save()
        ground = self.ground(index)
        if selected:
            ground = tokens.blue_wash
        elif index.row() == self.view.hovered and not ground:
            ground = tokens.grey_wash
        if ground:
            painter.fillRect(cell, QColor(ground))
        self.paint_cell(painter, cell, index)
        line_below(painter, cell, tokens.line)
        if selected and self._at_left(index):
            bar = QRect(cell.left(), cell.top(), tokens.mark, cell.height())
            painter.fillRect(bar, QColor(tokens.blue))
        painter.restore()
        if selected and self.view.hasFocus():
            self._paint_focus(painter, cell)

    def ground(self, _index: Index) -> str:
        """Return the ground of the row where it is not the panel's own."""
        return ""

    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Paint what stands in the cell."""
        raise NotImplementedError

    def _at_left(self, index: Index) -> bool:
        return self.view.horizontalHeader().visualIndex(index.column()) == 0

    def _paint_focus(self, painter: QPainter, cell: QRect) -> None:
        # One ring around the whole row: each cell draws its part, clipped to itself.
        whole = QRect(0, cell.top(), self.view.viewport().width(), cell.height())
        painter.save()
        painter.setClipRect(cell)
        focus_ring(painter, whole, self.tokens)
        painter.restore()
