"""The list that every panel of the workbench uses: rows of values, one delegate, plain keys.

Input methods and type-ahead search are off, so that 1 2 3 4 and the letters act at once; keys
that move the list stay here, all others go up to the case tab.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.paint import colour, current_bar, focus_ring

ROW = Qt.ItemDataRole.UserRole


class Spoken(Protocol):
    """A row that says itself to screen readers."""

    @property
    def spoken(self) -> str: ...


R = TypeVar("R", bound=Spoken)


class RowsModel(QAbstractListModel, Generic[R]):
    """Wraps a tuple of frozen rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[R, ...] = ()
        self.editable = False

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsEditable if self.editable else known

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return getattr(row, "tip", "") or None
        return None

    def show_rows(self, rows: Sequence[R]) -> None:
        """Replace the rows; a list of the same length keeps its current row."""
        new = tuple(rows)
        if new == self.rows:
            return
        if len(new) != len(self.rows):
            self.beginResetModel()
            self.rows = new
            self.endResetModel()
            return
        old, self.rows = self.rows, new
        for i, (before, after) in enumerate(zip(old, new, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(i), self.index(i))


class PlainList(QListView, Generic[R]):
    """A list of rows; `chosen` tells what mouse or keyboard came to, never what code set."""

    chosen = Signal(int)

    def __init__(self, tokens: Tokens, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._by_hand = True
        self.rows: RowsModel[R] = RowsModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.set_tokens(tokens)

    @property
    def tokens(self) -> Tokens:
        """Return the tokens, for the delegate."""
        return self._tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.verticalScrollBar().setSingleStep(tokens.row)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_rows(self, rows: Sequence[R]) -> None:
        """Replace the rows without saying that anything was chosen."""
        self._by_hand = False
        self.rows.show_rows(rows)
        self._by_hand = True
        # A row may have another height now; dataChanged alone does not lay out again.
        self.scheduleDelayedItemsLayout()

    def set_current(self, row: int, *, centre: bool = False) -> None:
        """Make a row the current one without saying so."""
        self._by_hand = False
        index = self.rows.index(row)
        self.setCurrentIndex(index)
        if centre:
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._by_hand = True

    def row_of(self, test: Callable[[R], bool]) -> int:
        """Return the first row that passes `test`; -1 when none does."""
        return next((i for i, row in enumerate(self.rows.rows) if test(row)), -1)

    def current_row(self) -> R | None:
        """Return the current row's value."""
        at = self.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(_plain(current), _plain(previous))
        if self._by_hand and current.isValid():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are commands here."""


class RowDelegate(QStyledItemDelegate):
    """Paints rows; the ground of current, hovered and focused rows is the same in every list."""

    def __init__(self, view: "PlainList[Any]") -> None:
        super().__init__(view)
        self.view = view

    def height(self, _row: Any) -> int:
        """Return the height of a row."""
        return self.view.tokens.row

    def paint_row(self, painter: QPainter, area: QRect, row: Any, *, current: bool) -> None:
        """Draw what a row says; its ground is drawn."""
        raise NotImplementedError

    def is_current(self, _row: Any, selected: bool) -> bool:
        """Return whether the row is washed as the current one."""
        return selected

    def sizeHint(self, _option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.view.tokens.row, self.height(index.data(ROW)))

    def paint(
        self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, area, state = index.data(ROW), option.rect, option.state
        tokens = self.view.tokens
        current = self.is_current(row, index.row() == self.view.currentIndex().row())
        if current:
            current_bar(painter, area, tokens)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour(tokens, "grey_wash"))
        painter.save()
        self.paint_row(painter, area, row, current=current)
        painter.restore()
        if self.view.hasFocus() and index.row() == self.view.currentIndex().row():
            focus_ring(painter, area, tokens)


def _plain(index: QModelIndex | QPersistentModelIndex) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else QModelIndex()


_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
