"""The page of cases: filters with counts, search, the table, and what it says when empty.

It is given the rows and says what the user wants; the window asks the workspace.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.home.case_rows import (
    CaseFilter,
    CaseTable,
    Column,
    Sorting,
    arrange,
    count,
)
from reviewer.ui.home.case_view import CaseView
from reviewer.ui.parts import Line, button, card, column, dress, label, row
from reviewer.ui.theme import Tokens, icon
from reviewer.workspace.views import CaseRow

_NARROW = 1000
"""Below this width, at 字号 12, the filter field is short."""


class CasesPage(QWidget):
    """All cases of the data folder."""

    opened = Signal(object)  # UUID
    removal_asked = Signal(object)  # UUID
    import_asked = Signal()
    folder_asked = Signal()
    export_asked = Signal()
    paper_asked = Signal()

    def __init__(self, tokens: Tokens, actions: Sequence[QAction] = ()) -> None:
        super().__init__()
        self._rows: tuple[CaseRow, ...] = ()
        self._filter = CaseFilter.ALL
        self._only: frozenset[UUID] | None = None
        self._sorting = Sorting()
        self._actions = tuple(actions)
        self._tokens = tokens
        self._table = CaseTable()
        self.view = CaseView(tokens)
        self.view.setModel(self._table)
        self._counts = label("", "caption")
        self._query = QLineEdit()
        self._query.setAccessibleName("筛选案卷")
        self._sign = self._query.addAction(
            icon("search", tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._build(tokens)
        self._query.textChanged.connect(self._refresh)
        self.view.opened.connect(self._on_opened)
        self.view.removal_asked.connect(self._on_removal)
        self.view.horizontalHeader().sectionClicked.connect(self._on_head)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        importing = button("导入案卷…", "primary", self.import_asked.emit, "plus")
        paper = button("新建纸质评查…", "normal", self.paper_asked.emit, "pencil")
        words = column(label("案卷", "page_title"), self._counts, gap=2)
        folder = button("导入文件夹…", "normal", self.folder_asked.emit, "folder")
        top = row(words, 1, paper, folder, importing)
        self._group = QButtonGroup(self)
        self._filters = {chosen: self._filter_button(chosen) for chosen in CaseFilter}
        self._filters[CaseFilter.ALL].setChecked(True)
        # What a figure of the statistics counts; one click shows all cases again.
        self.only = button("", "small", self.show_all, "cross")
        self.only.hide()
        export = button("导出文书…", "normal", self.export_asked.emit, "download")
        filters = row(*self._filters.values(), self.only, 1, self._query, export, gap=tokens.unit)
        filters.setContentsMargins(tokens.gap, tokens.gap - 2, tokens.gap, tokens.gap - 2)
        self._nothing = label("没有符合条件的案卷。", "second")
        clear = button("清除筛选", "link", self.clear_filters)
        nothing = QWidget()
        nothing.setLayout(column(1, row(1, self._nothing, clear, 1, gap=0), 2))
        self._stack = QStackedLayout()
        table = card()
        inside = column(filters, Line(), self._stack, gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setStretch(2, 1)
        table.setLayout(inside)
        # Only now: a stack without a widget shows its first page as a window of its own.
        self._stack.addWidget(self.view)
        self._stack.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addWidget(table, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the filter field where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() >= round(_NARROW * self._tokens.scale)
        self._query.setPlaceholderText("案号、单位、当事人、案由" if room else "筛选案卷")
        self._query.setFixedWidth(round((260 if room else 160) * self._tokens.scale))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._sign.setIcon(icon("search", tokens.ink2))
        self._tokens = tokens
        self._fit()
        self.view.set_tokens(tokens)
        dress(self, tokens)

    def show_rows(self, rows: tuple[CaseRow, ...]) -> None:
        """Show the cases; the current row and the scroll place stay."""
        self._rows = rows
        pages = sum(row.pages for row in rows)
        self._counts.setText(f"{len(rows)} 卷　{pages:,} 页")
        for chosen, chip in self._filters.items():
            chip.setText(f"{chosen.value} {count(rows, chosen)}")
        self._refresh()

    def show_only(self, words: str, cases: Iterable[UUID]) -> None:
        """Show only some cases; `words` say which, beside the filters."""
        self._only = frozenset(cases)
        self.only.setText(f"\u2009{words}")
        self.only.setAccessibleName(f"只看{words}，按下看全部案卷")
        self.only.setToolTip("点击看全部案卷")
        self.only.show()
        self._query.clear()
        self._filters[CaseFilter.ALL].setChecked(True)
        self._filter = CaseFilter.ALL
        self._refresh()

    def show_all(self) -> None:
        """Show all cases again, not only those that a figure counts."""
        self._only = None
        self.only.hide()
        self._refresh()

    def clear_filters(self) -> None:
        """Show everything again."""
        self._only = None
        self.only.hide()
        self._query.clear()
        self._filters[CaseFilter.ALL].click()

    def shown(self) -> tuple[str, ...]:
        """Return the titles in the order of the table."""
        return tuple(str(self._table.index(at, 0).data()) for at in range(self._table.rowCount()))

    def shown_rows(self) -> tuple[CaseRow, ...]:
        """Return the cases in the order of the table."""
        only = self._only
        rows = self._rows if only is None else [row for row in self._rows if row.id in only]
        return arrange(rows, self._filter, self._query.text(), self._sorting)

    def choose_filter(self, chosen: CaseFilter) -> None:
        """Press the filter `chosen`."""
        self._filters[chosen].click()

    def _filter_button(self, chosen: CaseFilter) -> QPushButton:
        made = button(chosen.value, "filter", self._on_filter)
        made.setCheckable(True)
        made.setObjectName(chosen.value)
        self._group.addButton(made)
        return made

    def _refresh(self) -> None:
        current = self.view.current_case()
        place = self.view.verticalScrollBar().value()
        rows = self.shown_rows()
        self._table.show_rows(rows, self._sorting)
        self._stack.setCurrentIndex(0 if rows or not self._rows else 1)
        self.view.choose(current or (rows[0].id if rows else None))
        self.view.verticalScrollBar().setValue(place)

    def _on_filter(self) -> None:
        self._filter = CaseFilter(self.sender().objectName())
        self._refresh()

    def _on_head(self, section: int) -> None:
        clicked = Column(section)
        again = clicked is self._sorting.column
        self._sorting = Sorting(clicked, not self._sorting.descending if again else False)
        self._refresh()

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._table.row_at(index).id)

    def _on_removal(self, index: QModelIndex) -> None:
        self.removal_asked.emit(self._table.row_at(index).id)

    def open_current(self) -> None:
        """Open the current case."""
        case_id = self.view.current_case()
        if case_id is not None:
            self.opened.emit(case_id)

    def remove_current(self) -> None:
        """Ask to remove the current case."""
        case_id = self.view.current_case()
        if case_id is not None:
            self.removal_asked.emit(case_id)

    def _on_menu(self, spot: QPoint) -> None:
        index = self.view.indexAt(spot)
        if not index.isValid():
            return
        self.view.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._actions))
        menu.popup(self.view.viewport().mapToGlobal(spot))
