"""The search-or-command box: cases by title, party or number, commands by name or initials.

What can be found is given by the window as values each time the box is entered; the box says
what was chosen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from reviewer.ui.actions import matches
from reviewer.ui.rows import Index, RowDelegate, RowsView
from reviewer.ui.theme import Tokens, icon, look
from reviewer.ui.theme.paint import draw_icon, draw_text, make_font, text_width

_MOST = 12
_PLACEHOLDER = "搜案卷或命令　Ctrl+K"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that can be gone to or done."""

    kind: str
    """`case` or `command`."""
    id: str
    text: str
    detail: str = ""
    """Party of a case, or menu of a command; searched too."""
    key: str = ""

    def fits(self, query: str) -> bool:
        """Return whether the query finds it."""
        return matches(self.text, query) or bool(self.detail and matches(self.detail, query))


class _FoundModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Found, ...] = ()

    def show_found(self, found: tuple[Found, ...]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return found.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{'案卷' if found.kind == 'case' else '命令'}　{found.detail}　{found.key}"
        return None


class _FoundDelegate(RowDelegate):
    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _FoundModel)
        found = model.found[index.row()]
        tokens = self.tokens
        sign = "file" if found.kind == "case" else "chevron-right"
        left = cell.left() + tokens.inset
        draw_icon(painter, sign, tokens.ink2, left, cell.center().y(), tokens.icon_small)
        left += tokens.icon_small + tokens.gap
        body = make_font(tokens, tokens.body, bold=index.row() == self.view.currentIndex().row())
        small = make_font(tokens, tokens.caption)
        right = cell.right() - tokens.inset
        if found.key:
            wide = text_width(small, found.key)
            spot = QRect(right - wide, cell.top(), wide + 1, cell.height())
            draw_text(painter, spot, found.key, small, tokens.ink2)
            right -= wide + tokens.inset
        wide = min(text_width(body, found.text), right - left)
        draw_text(
            painter, QRect(left, cell.top(), wide + 1, cell.height()), found.text, body, tokens.ink
        )
        left += wide + tokens.inset
        rest = QRect(left, cell.top(), right - left, cell.height())
        draw_text(painter, rest, found.detail, small, tokens.ink2)


class SearchBox(QLineEdit):
    """The field in the top row and the list that opens under it."""

    chosen = Signal(str, str)  # kind and id of what was found

    def __init__(self, tokens: Tokens, everything: Callable[[], Sequence[Found]]) -> None:
        super().__init__()
        self._everything = everything
        self._tokens = tokens
        self._from: QWidget | None = None
        self._popup: QFrame | None = None
        self._model = _FoundModel()
        self._list = RowsView()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_FoundDelegate(self._list, tokens))
        self._list.setModel(self._model)
        self._list.horizontalHeader().hide()
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.clicked.connect(self._on_clicked)
        self._sign = self.addAction(
            icon("search", tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self.setPlaceholderText(_PLACEHOLDER)
        self.setAccessibleName("搜案卷或命令")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.textChanged.connect(self._on_text)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self._sign.setIcon(icon("search", tokens.ink2))
        self._list.set_tokens(tokens)

    def enter(self) -> None:
        """Take the focus and remember where it came from."""
        before = QApplication.focusWidget()
        if before is not self:
            self._from = before
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def found(self) -> tuple[Found, ...]:
        """Return what is listed now."""
        return self._model.found

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Open the list."""
        super().focusInEvent(event)
        self._on_text(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list."""
        super().focusOutEvent(event)
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, choose, or go back to where the user was."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._model.found:
            row = (self._list.currentIndex().row() + step) % len(self._model.found)
            self._list.setCurrentIndex(self._model.index(row))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self._list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _on_text(self, query: str) -> None:
        if not self.hasFocus():
            return
        everything = self._everything()
        fitting = [found for found in everything if not query.strip() or found.fits(query)]
        self._model.show_found(tuple(fitting[:_MOST]))
        self._list.setCurrentIndex(self._model.index(0) if fitting else QModelIndex())
        self._open()

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        found = self._model.found[index.row()]
        self._leave()
        self.chosen.emit(found.kind, found.id)

    def _open(self) -> None:
        if self._popup is None:
            self._popup = QFrame(self.window())
            look(self._popup, "popup")
            inside = QVBoxLayout(self._popup)
            inside.setContentsMargins(1, 1, 1, 1)
            inside.addWidget(self._list)
            self.window().installEventFilter(self)
        if not self._model.found:
            self._popup.hide()
            return
        wide = max(self.width(), round(560 * self._tokens.scale))
        corner = self.mapTo(self.window(), QPoint(self.width() - wide, self.height() + 2))
        high = len(self._model.found) * self._tokens.row + 4
        self._popup.setGeometry(max(0, corner.x()), corner.y(), wide, high)
        self._popup.show()
        self._popup.raise_()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _leave(self) -> None:
        self.clear()
        self._close()
        back, self._from = self._from, None
        self.clearFocus()
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the list when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._close()
        return super().eventFilter(watched, event)
