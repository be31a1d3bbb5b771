"""The preview of an import: how the files become cases, changed before anything is stored.

It is given a plan and says what the user wants changed; the flow asks the workspace.
"""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from reviewer.ui.forms import Segments
from reviewer.ui.importing.plan_rows import LEFT_OUT, PlanKind, PlanTable
from reviewer.ui.importing.plan_view import PlanView
from reviewer.ui.parts import Line, button, card, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import Grouping, ImportPlan

_GROUPINGS = (
    (Grouping.ONE_CASE.value, "合为一卷"),
    (Grouping.PER_FOLDER.value, "每个子文件夹一卷"),
    (Grouping.PER_FILE.value, "每个文件一卷"),
)


class PreviewPage(QWidget):
    """Shows a plan; every change comes back as a new plan."""

    regrouped = Signal(object)  # Grouping
    reassigned = Signal(int, int)  # index of the file, index of the case or -1
    retitled = Signal(int, str)
    mending_asked = Signal(str, str)  # path of a file that cannot be read, word of its button
    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._plan: ImportPlan | None = None
        self._table = PlanTable()
        self.view = PlanView(tokens, self._table)
        self._source = label("", "caption")
        self._counts = label("", "second")
        self._grouping = Segments(_GROUPINGS)
        self._start = button("开始导入", "primary", self.confirmed.emit, "download")
        back = button("返回", "normal", self.cancelled.emit)
        top = row(
            column(label("导入案卷", "page_title"), self._source, gap=2), 1, back, self._start
        )
        choices = row(self._grouping, 1, self._counts)
        choices.setContentsMargins(tokens.gap, tokens.gap - 2, tokens.inset, tokens.gap - 2)
        table = card()
        inside = column(choices, Line(), self.view, gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        table.setLayout(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addWidget(table, 1)
        self._grouping.chosen.connect(self._on_grouping)
        self._table.retitled.connect(self.retitled)
        self.view.pressed_button.connect(self._on_button)
        self.view.removal_asked.connect(self._on_removal)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.view.set_tokens(tokens)
        dress(self, tokens)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show `plan`; the current row stays where it was."""
        at = self.view.currentIndex().row()
        place = self.view.verticalScrollBar().value()
        self._plan = plan
        self._source.setText(f"来自 {plan.source}")
        self._grouping.choose(plan.grouping.value)
        self._table.show_plan(plan)
        self._counts.setText(_counts(plan))
        ready = any(file.case != LEFT_OUT for file in plan.files)
        self._start.setEnabled(ready)
        self._start.setToolTip("" if ready else "没有可导入的文件")
        if self._table.rowCount():
            self.view.setCurrentIndex(
                self._table.index(min(max(at, 0), self._table.rowCount() - 1), 0)
            )
        self.view.verticalScrollBar().setValue(place)

    def counts(self) -> str:
        """Return what the plan comes to, in words."""
        return self._counts.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename on F2, go back on Esc."""
        if event.key() == Qt.Key.Key_F2:
            self._rename(self.view.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def move_menu(self, file: int) -> QMenu:
        """Return the menu of the cases that a file can go to."""
        assert self._plan is not None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        here = self._plan.files[file].case
        for case, title in enumerate(self._plan.titles):
            self._add_target(menu, title, file, case, case != here)
        menu.addSeparator()
        self._add_target(menu, "新的一卷", file, len(self._plan.titles), True)
        self._add_target(menu, "不导入", file, LEFT_OUT, here != LEFT_OUT)
        return menu

    def _add_target(self, menu: QMenu, word: str, file: int, case: int, on: bool) -> None:
        entry = QAction(word, menu)
        entry.setData((file, case))
        entry.setEnabled(on)
        entry.triggered.connect(self._on_target)
        menu.addAction(entry)

    def _on_target(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            file, case = entry.data()
            self.reassigned.emit(file, case)

    def _on_grouping(self, name: str) -> None:
        self.regrouped.emit(Grouping(name))

    def _on_button(self, index: QModelIndex, word: str) -> None:
        chosen = self._table.rows[index.row()]
        if chosen.kind is PlanKind.CASE:
            self._rename(index)
        elif chosen.kind is PlanKind.FAILED:
            self.mending_asked.emit(chosen.text, word)
        elif word == "不导入":
            self.reassigned.emit(chosen.at, LEFT_OUT)
        else:
            below = self.view.visualRect(index.siblingAtColumn(0)).bottomLeft()
            self.move_menu(chosen.at).popup(self.view.viewport().mapToGlobal(below))

    def _on_removal(self, index: QModelIndex) -> None:
        chosen = self._table.rows[index.row()]
        if chosen.kind is PlanKind.FILE:
            self.reassigned.emit(chosen.at, LEFT_OUT)

    def _on_menu(self, spot: QPoint) -> None:
        index = self.view.indexAt(spot)
        if index.isValid() and self._table.rows[index.row()].kind is PlanKind.FILE:
            menu = self.move_menu(self._table.rows[index.row()].at)
            menu.popup(self.view.viewport().mapToGlobal(spot))

    def _rename(self, index: QModelIndex) -> None:
        # The second press of a double click finds the title open already.
        if self.view.state() == QAbstractItemView.State.EditingState:
            return
        if index.isValid() and self._table.rows[index.row()].kind is PlanKind.CASE:
            self.view.edit(index.siblingAtColumn(0))


def _counts(plan: ImportPlan) -> str:
    taken = [file for file in plan.files if file.case != LEFT_OUT]
    cases = len({file.case for file in taken})
    pages = sum(file.source.pages for file in taken)
    words = f"{cases} 卷　{len(taken)} 个文件　{pages:,} 页"
    return f"{words}　{len(plan.rejected)} 个读不出" if plan.rejected else words
