"""All pages of the case as thumbnails."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.document_rows import unread
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.page_images import PageImages
from reviewer.ui.workbench.thumbnails import WIDTH, Thumbnails, thumbnail_height
from reviewer.workspace.views import ReviewView


@dataclass(frozen=True, slots=True)
class PageCell:
    """One page of the grid."""

    at: int
    name: str
    unread: bool

    @property
    def spoken(self) -> str:
        """Return the cell for screen readers."""
        return f"第 {self.name} 页，{'未阅' if self.unread else '已阅'}"


class PageGrid(PlainList[PageCell]):
    """Shows every page; unread ones are bold."""

    page_wanted = Signal(int)

    def __init__(self, images: PageImages, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "页面", parent)
        self.thumbnails = Thumbnails(images, "grid", self)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Delegate(self))
        self.chosen.connect(self._on_chosen)
        images.arrived.connect(self._on_arrived)

    def show_case(self, index: CaseIndex, review: ReviewView | None) -> None:
        """Show the pages of a case."""
        self.thumbnails.index = index
        new = set(unread(index, review))
        self.show_rows([PageCell(i, index.name(i), i in new) for i in range(len(index.pages))])

    def show_page(self, at: int) -> None:
        """Make the page in view the current one."""
        self.set_current(at)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.currentIndex().isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.page_wanted.emit(self.currentIndex().row())

    def _fit(self) -> None:
        t = self.tokens
        least = round(WIDTH * t.scale) + t.block
        room = max(self.viewport().width(), least)
        self.setGridSize(QSize(room // max(1, room // least), thumbnail_height(t) + t.block))

    def _on_chosen(self, at: int) -> None:
        self.page_wanted.emit(at)

    def _on_arrived(self, _at: int) -> None:
        self.viewport().update()


class _Delegate(RowDelegate):
    """Paints one thumbnail."""

    view: PageGrid

    def height(self, _row: PageCell) -> int:
        return thumbnail_height(self.view.tokens) + self.view.tokens.block

    def is_current(self, _row: PageCell, _selected: bool) -> bool:
        return False

    def sizeHint(self, _option: object, _index: object) -> QSize:
        return self.view.gridSize()

    def paint_row(self, painter: QPainter, area: QRect, row: PageCell, *, current: bool) -> None:
        t = self.view.tokens
        place = QRectF(area).adjusted(t.unit, t.gap, -t.unit, 0)
        chosen = current or self.view.currentIndex().row() == row.at
        self.view.thumbnails.draw(painter, row.at, place, t, current=chosen, unread=row.unread)
