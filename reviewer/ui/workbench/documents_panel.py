"""The left of the workbench: tabs 要素 文书 页面 证据, and how much of the case was read."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.model import Item, Veto
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import Rule, ground, label
from reviewer.ui.workbench.document_list import DocumentList
from reviewer.ui.workbench.document_rows import evidence_rows, unread
from reviewer.ui.workbench.evidence_list import EvidenceList
from reviewer.ui.workbench.facts_list import FactsList
from reviewer.ui.workbench.item_rows import unsure_about
from reviewer.ui.workbench.page_grid import PageGrid
from reviewer.ui.workbench.page_images import PageImages
from reviewer.ui.workbench.paint import colour
from reviewer.ui.workbench.range_form import RangeForm
from reviewer.workspace.views import ReviewView

FACTS, DOCUMENTS, PAGES, EVIDENCE = range(4)


class DocumentsPanel(QWidget):
    """Shows what the case consists of."""

    page_wanted = Signal(int)
    unread_wanted = Signal()
    menu_wanted = Signal(int, QPoint)  # tab, global position

    def __init__(self, images: PageImages, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._paper = False
        self._unit = tokens.unit
        self.facts = FactsList(tokens)
        self.documents = DocumentList(images, tokens)
        self.grid = PageGrid(images, tokens)
        self.evidence = EvidenceList(tokens)
        self.form = RangeForm(tokens)
        self._state = label("", "caption")
        self._state.setWordWrap(True)
        self._state.setContentsMargins(tokens.block, tokens.gap, tokens.block, tokens.gap)
        self._stack = QStackedWidget()
        self.lists = (self.facts, self.documents, self.grid, self.evidence)
        for list_ in self.lists:
            list_.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            list_.customContextMenuRequested.connect(self._on_menu)
            self._stack.addWidget(list_)
        self.filter, self._filter_row = self._make_filter()
        self.tabs = PanelTabs(tokens)
        self.foot = ReadFoot(tokens)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.tabs, Rule(tokens), self._state):
            column.addWidget(widget)
        column.addLayout(self._filter_row)
        column.addWidget(self._stack, 1)
        column.addWidget(self.form)
        column.addWidget(Rule(tokens))
        column.addWidget(self.foot)
        self.tabs.chosen.connect(self.show_tab)
        self.documents.page_wanted.connect(self.page_wanted)
        self.grid.page_wanted.connect(self.page_wanted)
        self.foot.unread_wanted.connect(self.unread_wanted)
        self.show_tab(FACTS)

    def _make_filter(self) -> tuple[QLineEdit, QHBoxLayout]:
        """Return the field that narrows the facts, in a row of its own."""
        field = QLineEdit()
        field.setPlaceholderText("筛选要素，如 送达")
        field.setAccessibleName("筛选要素")
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self.facts.filter)
        row = QHBoxLayout()
        row.addWidget(field)
        return field, row

    @property
    def tab(self) -> int:
        """Return the tab that is shown."""
        return self._stack.currentIndex()

    def show_tab(self, tab: int) -> None:
        """Show one of the tabs; a case without files has only facts and evidence."""
        if self._paper and tab in (DOCUMENTS, PAGES):
            tab = FACTS
        self._stack.setCurrentIndex(tab)
        self.filter.setVisible(tab == FACTS)
        shown = self.filter.isVisibleTo(self)
        inset = self._unit if shown else 0
        self._filter_row.setContentsMargins(2 * inset, inset, 2 * inset, inset)
        self.tabs.show_chosen(tab)

    def show_case(self, index: CaseIndex, review: ReviewView | None) -> None:
        """Show case and review."""
        evidence = evidence_rows(index, review) if review else ()
        self.facts.show_case(index, locked=review is not None and review.review.is_signed)
        self.documents.show_case(index, review)
        self.grid.show_case(index, review)
        self.evidence.show_rows(evidence)
        documents = len(index.view.reading.documents)
        self.tabs.show_counts((0, documents, len(index.pages), len(evidence)))
        self._paper = not index.pages
        self.tabs.show_paper(self._paper)
        self.show_tab(self.tab)
        left = len(unread(index, review))
        self.foot.show_read(len(index.pages) - left, len(index.pages))
        self._state.setText(_state_text(index) or _doubts_text(index, review))
        self._state.setVisible(bool(self._state.text()))

    def show_page(self, at: int) -> None:
        """Follow the page in view."""
        self.documents.show_page(at)
        self.grid.show_page(at)

    def _on_menu(self, point: QPoint) -> None:
        list_ = self._stack.currentWidget()
        self.menu_wanted.emit(self.tab, list_.mapToGlobal(point))


def _state_text(index: CaseIndex) -> str:
    read = index.view.read
    if index.view.case.paper:
        return ""
    if read.failed:
        pages = "、".join(str(failed.page) for failed in read.failed if failed.page)
        where = f"第 {pages} 页" if pages else "部分文件"
        return f"{where}未能识别，请手工指定类型"
    if read.done < read.total:
        return f"已识别 {read.done}/{read.total} 页，可以先评查"
    if index.pages and not index.view.reading.documents:
        return "本卷未识别出文书类型。可按页评查，或手工指定"
    return ""


def _doubts_text(index: CaseIndex, review: ReviewView | None) -> str:
    """Return how many rules of the standard could not tell."""
    if review is None:
        return ""
    targets: list[Item | Veto] = [*review.standard.items, *review.standard.vetoes]
    rules = {one.rule for target in targets for one in unsure_about(index, target)}
    if not rules:
        return ""
    reason = "填写要素后再核查" if index.view.case.paper else "原因见各项"
    return f"{len(rules)} 条规则无法判断，{reason}"


class PanelTabs(QWidget):
    """The tabs, each with its count."""

    chosen = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._buttons = [QPushButton(name) for name in _TABS]
        self._row = QHBoxLayout(self)
        for button in self._buttons:
            look(button, "filter")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self.setFixedHeight(tokens.bar)
        self._row.setContentsMargins(tokens.unit, 0, tokens.unit, 0)
        self._row.setSpacing(0)

    def show_counts(self, counts: tuple[int, ...]) -> None:
        """Show how much each tab holds, where that says something."""
        for button, name, count in zip(self._buttons, _TABS, counts, strict=True):
            button.setToolTip(f"{name} {count}" if count else name)
            button.setText(f"{name} {count}" if count and name in ("文书",) else name)

    def show_paper(self, paper: bool) -> None:
        """Leave out what a case without files does not have."""
        for tab in (DOCUMENTS, PAGES):
            self._buttons[tab].setVisible(not paper)

    def show_chosen(self, tab: int) -> None:
        """Mark the tab that is shown."""
        self._buttons[tab].setChecked(True)

    def _on_clicked(self) -> None:
        self.chosen.emit(next(i for i, b in enumerate(self._buttons) if b.isChecked()))


_TABS = ("要素", "文书", "页面", "证据")


class ReadFoot(QWidget):
    """已阅 61/87 页, and the way to the next unread page."""

    unread_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._done, self._all = 0, 0
        ground(self, "panel")
        self._said = label("", "caption_ink")
        self._next = QPushButton("下一未阅页 F8")
        look(self._next, "link")
        self._next.clicked.connect(self.unread_wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._said)
        self._row.addStretch(1)
        self._row.addWidget(self._next)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self._tokens = tokens
        self.setFixedHeight(round(42 * tokens.scale))
        self._row.setContentsMargins(tokens.block, 0, tokens.unit, tokens.gap)

    def show_read(self, done: int, count: int) -> None:
        """Show how many pages were in view."""
        self._done, self._all = done, count
        self._said.setText(f"已阅 {done}/{count} 页" if count else "没有电子页面")
        self._next.setVisible(done < count)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._all:
            return
        t = self._tokens
        painter = QPainter(self)
        whole = QRectF(t.block, self.height() - t.gap - 1, self.width() - 2 * t.block, t.unit)
        painter.fillRect(whole, colour(t, "line"))
        whole.setWidth(whole.width() * self._done / self._all)
        painter.fillRect(whole, colour(t, "blue"))
