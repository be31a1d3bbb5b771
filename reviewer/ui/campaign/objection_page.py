"""Registering an objection (登记申辩): which case and items, what is argued, what is attached."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import scrolling, section
from reviewer.ui.campaign.steps_line import today
from reviewer.ui.parts import Line, button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.feedback_views import CaseChoice, UnitFeedback

_CASES = (Head("案卷", 1), Head("得分", right=True), Head("等次"))
_ITEMS = (Head("选"), Head("评查项", 1), Head("扣分", right=True))
_FILES = (Head("附件", 1),)
_LIST_ROWS, _FILE_ROWS, _TEXT_ROWS = 9, 3, 5


@dataclass(frozen=True, slots=True)
class NewObjection:
    """What was filled in."""

    case: UUID
    items: tuple[str, ...]
    text: str
    day: str
    files: tuple[Path, ...]


class ObjectionPage(QWidget):
    """The form of one objection."""

    registered = Signal(object)  # NewObjection
    cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._cases: tuple[CaseChoice, ...] = ()
        self._items: tuple[str, ...] = ()
        self._paths: tuple[Path, ...] = ()
        self._heading = label("登记申辩", "page_title")
        self._said = label("", "second", wraps=True)
        self.cases = Grid(tokens, "案卷", _CASES)
        self.cases.selectionModel().currentRowChanged.connect(self._on_case)
        self.items = Grid(tokens, "申辩针对的评查项", _ITEMS)
        self.items.clicked.connect(self._on_clicked)
        self.items.opened.connect(self._on_clicked)
        self.day = QLineEdit()
        self.day.setAccessibleName("收到日期")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("申辩理由")
        self.text.setPlaceholderText("照申辩书摘录或者录入")
        self.text.setTabChangesFocus(True)
        self.files = Grid(tokens, "附件", _FILES)
        self.files.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.files.removal_asked.connect(self._on_drop_file)
        self.refused = label("", "body", wraps=True)
        look(self.refused, "body", tone="red")
        self.take = button("登记", "primary", self._on_take)
        self.setAcceptDrops(True)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        named = section(tokens, "案卷", "每件申辩针对一卷", self.cases)
        chosen = section(tokens, "评查项", "点一行或者按空格选定，复核只重开这些项", self.items)
        lists = row(named, chosen, gap=tokens.block)
        lists.setStretch(0, 1)
        lists.setStretch(1, 1)
        add = button("添加附件…", "normal", self.ask_files, "plus")
        came = row(label("收到日期", "second"), self.day, 1)
        told = section(tokens, "申辩", "", came, label("申辩理由", "second"), self.text)
        said = "把文件拖到这里也可以；选中一行按 Del 移出"
        sent = section(tokens, "附件", said, self.files, row(add, 1), column(1))
        texts = row(told, sent, gap=tokens.block)
        texts.setStretch(0, 3)
        texts.setStretch(1, 2)
        head = column(self._heading, self._said, gap=2)
        head.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        back = button("返回", "normal", self.cancelled.emit)
        foot = row(self.refused, 1, back, self.take)
        foot.setContentsMargins(tokens.margin, tokens.gap, tokens.margin, tokens.gap)
        foot.setStretch(0, 100)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scrolling(tokens, lists, texts), 1)
        layout.addWidget(Line())
        layout.addLayout(foot)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for grid, rows in ((self.cases, _LIST_ROWS), (self.items, _LIST_ROWS),
                           (self.files, _FILE_ROWS)):  # fmt: skip
            grid.set_tokens(tokens)
            grid.setFixedHeight(tokens.head + rows * tokens.row)
        self.text.setFixedHeight(_TEXT_ROWS * tokens.row)
        self.day.setFixedWidth(4 * tokens.control)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the cases."""
        self.cases.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unit(self, one: UnitFeedback) -> None:
        """Begin with another objection of a unit."""
        self._cases, self._items, self._paths = one.results, (), ()
        self._heading.setText(f"登记{one.name}的申辩")
        until = one.objection.until
        limit = f"申辩期限 {until:%Y-%m-%d}" if until else one.objection.note.rstrip("。")
        self._said.setText(f"{limit or '申辩期限不明'}。逾期收到的照样登记，受理与否由负责人决定。")
        self.day.setText(f"{today():%Y-%m-%d}")
        self.text.clear()
        self.refuse("")
        self._show_files()
        self.cases.show_rows(
            [
                GridRow(at, (case.case_no, f"{case.total:.1f}", case.grade))
                for at, case in enumerate(one.results)
            ]
        )
        self._show_items()

    def refuse(self, sentence: str) -> None:
        """Say why it was not registered."""
        self.refused.setText(sentence)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files."""
        self._paths = tuple(dict.fromkeys((*self._paths, *paths)))
        self._show_files()

    def ask_files(self) -> None:
        """Ask which files are attached."""
        dialog = QFileDialog(self, "选申辩书和证明材料")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def toggle(self, item: str) -> None:
        """Choose an item, or no longer."""
        kept = tuple(one for one in self._items if one != item)
        self._items = kept if item in self._items else (*kept, item)
        self._show_items()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        urls = event.mimeData().urls()
        self.add_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose an item with the space bar, go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Space and self.items.hasFocus():
            self._on_clicked(self.items.currentIndex())
        else:
            super().keyPressEvent(event)

    def _case(self) -> CaseChoice | None:
        at = self.cases.current_key()
        return self._cases[at] if isinstance(at, int) and at < len(self._cases) else None

    def _show_items(self) -> None:
        case = self._case()
        every = case.items if case else ()
        self.items.show_rows(
            [
                GridRow(
                    one.id,
                    ("✓" if one.id in self._items else "", f"{one.id} {one.title}", one.lost),
                    ("blue", "", "red"), one.id in self._items,
                )
                for one in every
            ]
        )  # fmt: skip

    def _show_files(self) -> None:
        self.files.show_rows([GridRow(path, (path.name,)) for path in self._paths])

    def _on_case(self) -> None:
        self._items = ()
        self._show_items()

    def _on_clicked(self, index: QModelIndex) -> None:
        rows = self.items.table.rows
        if index.isValid() and index.row() < len(rows):
            self.toggle(str(rows[index.row()].key))

    def _on_files(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    def _on_drop_file(self, _index: QModelIndex) -> None:
        gone = self.files.current_key()
        self._paths = tuple(one for one in self._paths if one != gone)
        self._show_files()

    def _on_take(self) -> None:
        case = self._case()
        if case is None:
            self.refuse("没有可以申辩的案卷。")
            return
        self.refuse("")
        text = self.text.toPlainText()
        self.registered.emit(
            NewObjection(case.case, self._items, text, self.day.text(), self._paths)
        )
