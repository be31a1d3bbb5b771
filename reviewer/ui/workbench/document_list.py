"""The list of documents: read state, name, gravest hint, page range; thumbnails of the current."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.document_rows import DocumentRow, ReadMark, document_rows
from reviewer.ui.workbench.lists import ROW, PlainList, RowDelegate
from reviewer.ui.workbench.page_images import PageImages
from reviewer.ui.workbench.paint import (
    SIGNS,
    colour,
    draw_icon,
    draw_text,
    font,
    text_width,
)
from reviewer.ui.workbench.thumbnails import WIDTH, Thumbnails, thumbnail_height
from reviewer.workspace.views import ReviewView

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_READ_ICONS = {
    ReadMark.READ: ("check", "ink2"),
    ReadMark.PARTLY: ("half", "blue"),
    ReadMark.UNREAD: ("dot", "blue"),
}


class DocumentList(PlainList[DocumentRow]):
    """Shows the documents of a case."""

    page_wanted = Signal(int)

    def __init__(self, images: PageImages, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "文书", parent)
        self.thumbnails = Thumbnails(images, "documents", self)
        self.page = -1
        self._index: CaseIndex | None = None
        self._review: ReviewView | None = None
        self.setItemDelegate(_Delegate(self))
        images.arrived.connect(self._on_arrived)

    def show_case(self, index: CaseIndex, review: ReviewView | None) -> None:
        """Show the documents of a case with the hints and read states of a review."""
        self._index = self.thumbnails.index = index
        self._review = review
        self._rebuild()

    def show_page(self, at: int) -> None:
        """Make the document of the page in view the current one."""
        if at != self.page:
            self.page = at
            self._rebuild()

    def thumbs(self, row: DocumentRow) -> tuple[int, ...]:
        """Return the pages that fit under the current document, around the page in view."""
        fit = max(1, (self.viewport().width() - self.tokens.row) // _step(self.tokens))
        at = row.positions.index(self.page) if self.page in row.positions else 0
        first = min(max(0, at - fit // 2), max(0, len(row.positions) - fit))
        return row.positions[first : first + fit]

    def thumb_rect(self, area: QRect, number: int) -> QRectF:
        """Return where the thumbnail with this number lies in its row."""
        t = self.tokens
        left = area.left() + t.row + number * _step(t)
        width = round(WIDTH * t.scale)
        return QRectF(left, area.top() + t.unit, width, thumbnail_height(t))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, DocumentRow) and row.thumbnails:
            area = self.visualRect(index)
            for number, at in enumerate(self.thumbs(row)):
                if self.thumb_rect(area, number).contains(event.position()):
                    self.page_wanted.emit(at)
            return
        super().mousePressEvent(event)
        if isinstance(row, DocumentRow) and event.button() is Qt.MouseButton.LeftButton:
            self.page_wanted.emit(row.positions[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers():
            super().keyPressEvent(event)
            return
        documents = [row for row in self.rows.rows if not row.thumbnails]
        at = next((i for i, row in enumerate(documents) if self.page in row.positions), -1)
        if 0 <= at + step < len(documents):
            self.page_wanted.emit(documents[at + step].positions[0])

    def _rebuild(self) -> None:
        if self._index is None:
            return
        self.show_rows(document_rows(self._index, self._review, self.page))
        at = self.row_of(lambda row: self.page in row.positions)
        if at >= 0 and at != self.currentIndex().row():
            self.set_current(at)
            self.scrollTo(self.rows.index(min(at + 1, len(self.rows.rows) - 1)))
            self.scrollTo(self.rows.index(at))

    def _on_arrived(self, _at: int) -> None:
        self.viewport().update()


class _Delegate(RowDelegate):
    """Paints document rows and the row of thumbnails."""

    view: DocumentList

    def height(self, row: DocumentRow) -> int:
        tokens = self.view.tokens
        return thumbnail_height(tokens) + tokens.gap if row.thumbnails else tokens.row

    def is_current(self, row: DocumentRow, _selected: bool) -> bool:
        return self.view.page in row.positions

    def paint_row(self, painter: QPainter, area: QRect, row: DocumentRow, *, current: bool) -> None:
        view, tokens = self.view, self.view.tokens
        if not row.thumbnails:
            _paint_document(painter, area, row, tokens, current=current)
            return
        for number, at in enumerate(view.thumbs(row)):
            place = view.thumb_rect(area, number)
            view.thumbnails.draw(painter, at, place, tokens, current=at == view.page)


def _paint_document(
    painter: QPainter, area: QRect, row: DocumentRow, tokens: Tokens, *, current: bool
) -> None:
    middle = area.center().y() + 0.5
    name, shade = _READ_ICONS[row.mark]
    draw_icon(painter, area.left() + tokens.block, middle, name, colour(tokens, shade), 15)
    right = area.right() - tokens.block
    span = QRectF(area.left(), area.top(), right - area.left(), area.height())
    draw_text(painter, span, row.span, font(tokens, "caption"), colour(tokens, "ink2"), _RIGHT)
    right -= max(text_width(tokens, row.span, "caption"), round(38 * tokens.scale)) + tokens.unit
    if row.verdict is not None:
        sign = SIGNS[row.verdict]
        ink = colour(tokens, sign.colour)
        width = text_width(tokens, str(row.hints))
        count = QRectF(right - width, area.top(), width, area.height())
        draw_text(painter, count, str(row.hints), font(tokens), ink)
        right -= width + tokens.icon_small + 3
        draw_icon(painter, right, middle, sign.icon, ink, tokens.icon_small)
        right -= tokens.unit
    left = area.left() + tokens.block + tokens.icon_small + tokens.gap - 1
    words = QRectF(left, area.top(), right - left, area.height())
    bold = current or row.mark is ReadMark.UNREAD
    draw_text(
        painter, words, row.title, font(tokens, "body", bold), colour(tokens, "ink"), elide=True
    )


def _step(tokens: Tokens) -> int:
    return round(WIDTH * tokens.scale) + tokens.gap
