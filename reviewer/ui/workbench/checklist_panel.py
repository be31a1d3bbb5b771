"""The right of the workbench: veto strip, filters, the list of items, the current item."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.model import Choice, Item
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.checklist_body import ChecklistBody
from reviewer.ui.workbench.controls import ground
from reviewer.ui.workbench.item_list import ItemList
from reviewer.ui.workbench.item_pane import ItemPane
from reviewer.ui.workbench.item_rows import NAMED, Filter, ItemRow, build_rows, counts, in_order
from reviewer.ui.workbench.list_head import ListHead
from reviewer.ui.workbench.veto_panel import VetoPanel
from reviewer.ui.workbench.veto_strip import VetoStrip
from reviewer.workspace.views import ReviewView

_NARROWEST = 420  # px at 字号 12


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
        self.strip = VetoStrip(tokens)
        self.head = ListHead(tokens)
        self.list = ItemList(tokens)
        self.pane = ItemPane(tokens)
        self.vetoes = VetoPanel(tokens)
        self._body = ChecklistBody(tokens, self.head, self.list, self.pane)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.vetoes)
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
        self._body.arrange(self._tokens, self.size())

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
        self._body.arrange(self._tokens, self.size())

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if self._body.low and self.isVisible():
            self._body.arrange(self._tokens, self.size())

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
