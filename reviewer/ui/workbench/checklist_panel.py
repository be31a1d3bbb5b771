"""The right of the workbench: veto strip, filters, the list of items, the current item."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.model import Choice, Item
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import Rule, ground
from reviewer.ui.workbench.item_list import ItemList, columns
from reviewer.ui.workbench.item_pane import ItemPane
from reviewer.ui.workbench.item_rows import NAMED, Filter, ItemRow, build_rows, counts, in_order
from reviewer.ui.workbench.paint import colour, draw_text, font, hairline
from reviewer.ui.workbench.veto_panel import VetoPanel
from reviewer.ui.workbench.veto_strip import VetoStrip
from reviewer.workspace.views import ReviewView

_SIDE_BY_SIDE = 900  # px at 字号 12: list 420 and item 520 beside each other
_NARROWEST = 420  # px at 字号 12
_LEAST_ROWS = 5
_LEAST_ITEM = 6  # rows: in less than that the rows of an item cannot be read
_LINES = 2  # px


class ChecklistPanel(QWidget):
    """Shows the review."""

    item_wanted = Signal(str)
    turned = Signal()  # to another item or veto
    covered = Signal(int)  # the vetoes stand over the items, or no longer

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._tokens = tokens
        self._view: ReviewView | None = None
        self._index: CaseIndex | None = None
        self._filter = Filter.ALL
        self._folded: frozenset[str] = frozenset()
        self._low = False
        self.strip = VetoStrip(tokens)
        self.head = ListHead(tokens)
        self.list = ItemList(tokens)
        self.pane = ItemPane(tokens)
        self.vetoes = VetoPanel(tokens)
        self._body = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.vetoes)
        self._layout = self._make_body(tokens)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.head.chosen.connect(self._on_filter)
        self.list.item_wanted.connect(self.item_wanted)
        self.list.fold_wanted.connect(self._on_fold)
        self.strip.list_wanted.connect(self.toggle_vetoes)
        self.vetoes.closed.connect(self.toggle_vetoes)
        self._stack.currentChanged.connect(self.covered)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def item(self) -> str:
        """Return the id of the current item."""
        return self.pane.item

    @property
    def shows_vetoes(self) -> bool:
        """Return whether the vetoes stand in place of the items."""
        return self._stack.currentWidget() is self.vetoes

    @property
    def target(self) -> str:
        """Return the item or veto that evidence goes to."""
        return self.vetoes.veto if self.shows_vetoes else self.item

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes; the rows under the item are made anew."""
        self._tokens = tokens
        if self._view is not None and self._index is not None:
            self.show_review(self._view, self._index)
        self._arrange()

    def show_review(self, view: ReviewView, index: CaseIndex) -> None:
        """Show a review; the current item stays."""
        self._view, self._index = view, index
        self.strip.show_review(view)
        self.head.show_counts(counts(view))
        self._show_rows()
        self.vetoes.show_review(view, index)
        items = {item.id: item for item in view.standard.items}
        first = next(iter(in_order(view, index)), "")
        current = items.get(self.item) or items.get(first)
        if current is not None:
            self._show_item(current)

    def show_item(self, item_id: str) -> None:
        """Make an item the current one, whatever the filter shows."""
        if self._view is None:
            return
        item = next((i for i in self._view.standard.items if i.id == item_id), None)
        if item is None:
            return
        self._stack.setCurrentWidget(self._body)
        group = self._group_of(item)
        if group in self._folded:
            self._folded -= {group}
            self._show_rows()
        self._show_item(item)

    def neighbour(self, by: int, *, pending: bool = False) -> str:
        """Return the item before or after the current one, around the end; or the next 待定."""
        view, index = self._view, self._index
        if view is None or index is None:
            return ""
        ids = list(in_order(view, index))
        waiting = {s.item for s in view.score.items if s.choice is Choice.PENDING}
        if not pending and self._filter is not Filter.ALL:
            ids = [row.id for row in self.list.rows.rows if isinstance(row, ItemRow)] or ids
        at = ids.index(self.item) if self.item in ids else -1
        for step in range(1, len(ids) + 1):
            found = ids[(at + by * step) % len(ids)]
            if not pending or found in waiting:
                return found
        return ""

    def toggle_vetoes(self) -> None:
        """Show all vetoes, or the items again."""
        back = self.shows_vetoes
        self._stack.setCurrentWidget(self._body if back else self.vetoes)
        (self.list if back else self.vetoes.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_veto(self, veto: str) -> None:
        """Show one veto among all."""
        before = self.target
        self._stack.setCurrentWidget(self.vetoes)
        self.vetoes.show_veto(veto)
        if self.target != before:
            self.turned.emit()

    def minimumSizeHint(self) -> QSize:
        # List and item side by side ask for more than the panel may get back to.
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), round(_NARROWEST * self._tokens.scale)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_body(self, tokens: Tokens) -> QBoxLayout:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(upper, 1)
        body.addWidget(Rule(tokens))
        body.addWidget(self.pane)
        return body

    def _arrange(self) -> None:
        t = self._tokens
        wide = self.width() >= _SIDE_BY_SIDE * t.scale
        tight = self.window().height() < 800 * t.scale
        self.pane.set_tight(tight and not wide)
        self.list.pinned = tight
        if wide:
            self._low = False
            self.pane.set_folded(False)
            self._layout.setDirection(QBoxLayout.Direction.LeftToRight)
            self.pane.setMinimumHeight(0)
            self.pane.setMaximumHeight(16777215)
            self.pane.setFixedWidth(round(520 * t.scale))
            return
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom)
        self.pane.setMinimumWidth(0)
        self.pane.setMaximumWidth(16777215)
        # Besides its rows the list has the strip and its head, and a line above the item.
        room = self.height() - t.bar - t.row - _LEAST_ROWS * t.row - _LINES
        self._low = room < _LEAST_ITEM * t.row
        self.pane.set_folded(self._low and not self._is_in_item())
        unfolded = max(min(self.pane.wanted_height(tight), room), _LEAST_ITEM * t.row)
        folded = self.pane.sizeHint().height()
        self.pane.setFixedHeight(folded if self.pane.folded else unfolded)

    def _is_in_item(self) -> bool:
        held, pane = QApplication.focusWidget(), self.pane
        if held is not None and pane.verdict.isAncestorOf(held):
            # A button must not move away between press and release.
            return not pane.folded
        return held is not None and (held is pane or pane.isAncestorOf(held))

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        # Where five rows do not fit, the item is whole only while it is worked in.
        if self._low and self.isVisible():
            self._arrange()

    def _group_of(self, item: Item) -> str:
        named = self._index is not None and item.id in self._index.view.named
        return NAMED if named else item.group

    def _show_rows(self) -> None:
        if self._view is None or self._index is None:
            return
        self.list.show_rows(build_rows(self._view, self._index, self._filter, self._folded))
        self.list.show_item(self.item)

    def _show_item(self, item: Item) -> None:
        if self._view is None or self._index is None:
            return
        other = item.id != self.item
        self.pane.show_item(self._view, self._index, item)
        self.list.show_item(item.id)
        if other:
            self.turned.emit()

    def _on_filter(self, which: Filter) -> None:
        self._filter = which
        self._show_rows()

    def _on_fold(self, group: str, fold: bool) -> None:
        self._folded = self._folded | {group} if fold else self._folded - {group}
        self._show_rows()
        if fold:
            at = self.list.row_of(lambda row: not isinstance(row, ItemRow) and row.id == group)
            self.list.set_current(at)


class ListHead(QWidget):
    """Filters with their counts, and the heads of the columns."""

    chosen = Signal(object)  # Filter

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "ground")
        self._tokens = tokens
        self._buttons = {which: QPushButton(which.value) for which in Filter}
        self._row = QHBoxLayout(self)
        for button in self._buttons.values():
            look(button, "filter")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._buttons[Filter.ALL].setChecked(True)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self._tokens = tokens
        self.setFixedHeight(tokens.row)
        self._row.setContentsMargins(tokens.gap, 0, 0, 0)
        self._row.setSpacing(0)

    def show_counts(self, found: dict[Filter, int]) -> None:
        """Show how many items each filter shows."""
        for which, button in self._buttons.items():
            button.setText(f"{which.value} {found[which]}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, t = QPainter(self), self._tokens
        painter.fillRect(self.rect(), colour(t, "ground"))
        hairline(painter, self.rect(), colour(t, "line2"), Qt.Edge.BottomEdge)
        at = columns(self.width(), t)
        ink, type_ = colour(t, "ink2"), font(t, "caption")
        used = sum(button.sizeHint().width() for button in self._buttons.values()) + 2 * t.gap
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        tall = self.height()
        if at.hint >= used:
            draw_text(painter, QRect(at.hint, 0, t.bar * 3, tall), "机器提示", type_, ink)
        if at.pages >= used and at.awarded - at.pages > 2 * t.bar:
            draw_text(painter, QRect(at.pages, 0, t.bar, tall), "页", type_, ink)
        draw_text(painter, QRect(0, 0, at.full, tall), "得分/满分", type_, ink, right)

    def _on_clicked(self) -> None:
        self.chosen.emit(next(which for which, b in self._buttons.items() if b.isChecked()))
