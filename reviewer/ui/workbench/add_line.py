"""The line at the foot of an item: search phrases and clauses, or choose why 不涉及.

Two steps at most: a phrase first, then the clause it is deducted by, when the item has several.
Suggestions stand above the line and never take the cursor from it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from reviewer.model import AbsenceReason, Item
from reviewer.ui.theme import Tokens, icon, look
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import colour, draw_text, font, text_width
from reviewer.ui.workbench.words import minus_text
from reviewer.workspace.views import Phrase

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST = 8


class Mode(Enum):
    """What the line asks for."""

    ADD = "添加扣分情形：输入文字或短语码，如 PY18　Ctrl+D"
    CLAUSE = "选定按哪种情形扣分　↑ ↓ Enter，Esc 返回"
    ABSENCE = "选定不涉及的理由　↑ ↓ Enter，可先写说明，Esc 返回"
    LOCKED = "已签定，不能再改"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row of the list above the line."""

    code: str
    text: str
    right: str
    clause: str = ""
    reason: str = ""
    absence: str = ""

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        return f"{self.code} {self.text} {self.right}"

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return self.text


class AddLine(QLineEdit):
    """Field with suggestions."""

    search_wanted = Signal(str, str)  # query, item
    occurrence_wanted = Signal(str, str)  # clause, reason
    absence_wanted = Signal(str, str)  # code, note
    left = Signal()  # Esc in the empty line: the list takes the keys again

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._item: Item | None = None
        self._reasons: tuple[AbsenceReason, ...] = ()
        self._phrases: tuple[Phrase, ...] = ()
        self._mode = Mode.ADD
        self._held = ""
        self._plus = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.list = SuggestionList(tokens)
        self.list.picked.connect(self._on_picked)
        self.textEdited.connect(self._on_edited)
        self.set_tokens(tokens)
        self._set_mode(Mode.ADD)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens
        self._plus.setIcon(icon("plus", tokens.ink2, tokens.icon))
        self.list.set_tokens(tokens)

    def show_item(self, item: Item, reasons: tuple[AbsenceReason, ...], locked: bool) -> None:
        """Serve another item; the same item keeps what is being typed."""
        self._reasons = reasons
        if self._item is not item or locked:
            self._item = item
            self.clear()
            self.close_list()
            self._set_mode(Mode.LOCKED if locked else Mode.ADD)
        self.setEnabled(not locked)

    def open_adding(self) -> None:
        """Take the cursor and offer the clauses of the item."""
        self._set_mode(Mode.ADD)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._offer()

    def open_absence(self) -> None:
        """Take the cursor and offer the reasons for 不涉及."""
        self._set_mode(Mode.ABSENCE)
        self.clear()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._offer()

    def show_phrases(self, query: str, phrases: tuple[Phrase, ...]) -> None:
        """Show what the phrase bank found for `query`."""
        if self._mode is Mode.ADD and query == self.text().strip() and self.hasFocus():
            self._phrases = phrases
            self._offer()

    def close_list(self) -> None:
        """Fold the suggestions."""
        self.list.hide()

    def event(self, event: QEvent) -> bool:
        # Esc and Enter belong to the field before any shortcut of the window takes them.
        own = isinstance(event, QKeyEvent) and event.key() in _OWN and not event.modifiers()
        if own and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            if self.list.isVisible():
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            else:
                self._offer()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        else:
            super().keyPressEvent(event)

    def _set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self.setPlaceholderText(mode.value)
        self.setAccessibleName(mode.value)

    def _back(self) -> None:
        self.close_list()
        if self._mode is Mode.CLAUSE:
            self.setText(self._held)
        leaves = self._mode is Mode.ADD and not self.text()
        self._set_mode(Mode.ADD)
        if leaves:
            self.left.emit()

    def _on_edited(self, text: str) -> None:
        if self._item is None:
            return
        if self._mode is Mode.ADD and text.strip():
            self.search_wanted.emit(text.strip(), self._item.id)
        self._phrases = ()
        self._offer()

    def _enter(self) -> None:
        chosen = self.list.chosen_row() if self.list.isVisible() else None
        if chosen is not None:
            self._on_picked(chosen)
        elif self.text().strip() and self._mode is Mode.ADD:
            self._ask_clause(self.text().strip())
        else:
            self._offer()

    def _on_picked(self, row: Suggestion) -> None:
        if row.absence:
            note = self.text().strip()
            if row.right and not note:
                self.setPlaceholderText("先写明具体理由，再选这一条")
                return
            self._finish()
            self.absence_wanted.emit(row.absence, note)
        elif row.clause:
            reason = self._held if self._mode is Mode.CLAUSE else ""
            self._finish()
            self.occurrence_wanted.emit(row.clause, reason)
        else:
            self._ask_clause(row.reason)

    def _ask_clause(self, reason: str) -> None:
        if self._item is None:
            return
        self._held = reason
        if len(self._item.clauses) == 1:
            clause = self._item.clauses[0].id
            self._finish()
            self.occurrence_wanted.emit(clause, reason)
            return
        self._set_mode(Mode.CLAUSE)
        self.clear()
        self._offer()

    def _finish(self) -> None:
        self.clear()
        self._phrases = ()
        self.close_list()
        self._set_mode(Mode.ADD)

    def _offer(self) -> None:
        if self._item is None:
            return
        offers = {Mode.ADD: self._adding, Mode.CLAUSE: self._clauses, Mode.ABSENCE: self._absences}
        make: Callable[[], list[Suggestion]] | None = offers.get(self._mode)
        rows = make() if make else []
        self.list.offer(rows, self)

    def _adding(self) -> list[Suggestion]:
        typed = self.text().strip()
        clauses = [row for row in self._clauses() if typed in row.text or not typed]
        phrases = [Suggestion(p.code, p.text, "短语", reason=p.text) for p in self._phrases[:_MOST]]
        return [*clauses, *phrases]

    def _clauses(self) -> list[Suggestion]:
        if self._item is None:
            return []
        return [
            Suggestion(c.id, c.text, minus_text(c.points), clause=c.id) for c in self._item.clauses
        ]

    def _absences(self) -> list[Suggestion]:
        return [
            Suggestion(str(i), r.text, "须写说明" if r.needs_note else "", absence=r.code)
            for i, r in enumerate(self._reasons, 1)
        ]


class SuggestionList(QFrame):
    """The rows above the line; part of the window, not a window of its own."""

    picked = Signal(object)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "popup")
        self._view: PlainList[Suggestion] = PlainList(tokens, "备选")
        self._view.setItemDelegate(_Delegate(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.clicked.connect(self._on_clicked)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, tokens.unit, 1, tokens.unit)
        column.addWidget(self._view)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._view.set_tokens(tokens)

    def offer(self, rows: Sequence[Suggestion], line: QWidget) -> None:
        """Show `rows` above `line`."""
        if not rows:
            self.hide()
            return
        window = line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self._view.show_rows(rows)
        self._view.set_current(0)
        tokens = self._view.tokens
        tall = min(len(rows), _MOST) * tokens.row + 2 * tokens.unit + 2
        corner = line.mapTo(window, QPoint(0, 0))
        self.setGeometry(QRect(corner.x(), corner.y() - tall - 2, line.width(), tall))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move the choice."""
        count = len(self._view.rows.rows)
        at = (self._view.currentIndex().row() + by) % max(count, 1)
        self._view.set_current(at)
        self._view.scrollTo(self._view.rows.index(at))

    def chosen_row(self) -> Suggestion | None:
        """Return the row that Enter takes."""
        return self._view.current_row()

    def _on_clicked(self) -> None:
        row = self._view.current_row()
        if row is not None:
            self.picked.emit(row)


class _Delegate(RowDelegate):
    """Paints code, text and what it costs."""

    def paint_row(self, painter: QPainter, area: QRect, row: Suggestion, *, current: bool) -> None:
        t = self.view.tokens
        body = QRectF(area).adjusted(t.block, 0, -t.block, 0)
        ink2 = colour(t, "ink2")
        draw_text(painter, body, row.code, font(t, "caption"), ink2)
        right = colour(t, "red" if row.clause else "ink2")
        draw_text(painter, body, row.right, font(t, "caption", bool(row.clause)), right, _RIGHT)
        left = max(text_width(t, row.code, "caption") + t.gap, t.control + t.block)
        words = body.adjusted(left, 0, -text_width(t, row.right, "caption", True) - t.gap, 0)
        draw_text(painter, words, row.text, font(t, "body", current), colour(t, "ink"), elide=True)


_OWN = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down)
