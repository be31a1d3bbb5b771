"""One page with the evidence of one reviewer: as wide as there is room, the place in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from reviewer.model import Box
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import ground
from reviewer.ui.workbench.page_marks import MarkKind, PageMark
from reviewer.ui.workbench.page_paint import draw_edge, draw_frames, draw_marker, draw_paper
from reviewer.ui.workbench.paint import colour, draw_text, font

_A4 = 2**0.5


class EvidencePage(QScrollArea):
    """Scrolls one page."""

    picture_wanted = Signal(int)  # width in device pixels

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._sheet = _Sheet(tokens)
        ground(self.viewport(), "sunken")
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("证据页面")
        # Else it would press the lines above it together where the window is low.
        self.setMinimumHeight(1)
        self._fresh = False

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._sheet.set_tokens(tokens)
        self._fit()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no page."""
        self._sheet.show_page((), MarkKind.NOTED, sentence)
        self._fit()

    def show_page(self, boxes: Sequence[Box], kind: MarkKind) -> None:
        """Wait for the picture of another page, with places marked on it."""
        self._fresh = True
        self._sheet.show_page(tuple(boxes), kind, "")
        self._fit()
        self.picture_wanted.emit(self._sheet.wanted())

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show the picture; None when the page cannot be drawn."""
        self._sheet.show_picture(picture)
        self._fit()
        if self._fresh:
            self._fresh = False
            self.verticalScrollBar().setValue(self._sheet.first_place(self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew for another width."""
        super().resizeEvent(event)
        wide = event.size().width() != event.oldSize().width()
        self._fit()
        if wide and self._sheet.has_page:
            self.picture_wanted.emit(self._sheet.wanted())

    def _fit(self) -> None:
        view = self.viewport().size()
        self._sheet.fit(view)


class _Sheet(QWidget):
    """Paints paper, marker and frames."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._picture: QPixmap | None = None
        self._boxes: tuple[Box, ...] = ()
        self._kind = MarkKind.NOTED
        self._said = ""
        self.has_page = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def show_page(self, boxes: tuple[Box, ...], kind: MarkKind, said: str) -> None:
        self._picture, self._boxes, self._kind, self._said = None, boxes, kind, said
        self.has_page = not said
        self.update()

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self._said = "" if picture else "这一页图像损坏，无法显示。可在案卷标签中打开原件。"
        self.update()

    def wanted(self) -> int:
        """Return the width of the picture in device pixels."""
        return max(1, round(self._paper().width() * self.devicePixelRatioF()))

    def fit(self, view: QSize) -> None:
        """Take the width of the view; as tall as the page."""
        tall = view.height()
        if self.has_page and not self._said:
            wide = max(1, view.width() - 2 * self._tokens.block)
            tall = round(wide * self._ratio()) + 2 * self._tokens.block
        self.resize(view.width(), max(tall, view.height()))

    def first_place(self, height: int) -> int:
        """Return where to scroll so that the first place is in the upper third."""
        if not self._boxes:
            return 0
        top = min(box.y0 for box in self._boxes)
        paper = self._paper()
        return round(paper.top() + top * paper.height() - height / 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t = self._tokens
        painter.fillRect(self.rect(), colour(t, "sunken"))
        if self._said or not self.has_page:
            area = QRectF(self.rect()).adjusted(t.inset, 0, -t.inset, 0)
            centre = Qt.AlignmentFlag.AlignCenter
            draw_text(painter, area, self._said, font(t), colour(t, "ink2"), centre)
            return
        paper = self._paper()
        draw_paper(painter, paper, self._picture, t)
        marks = [PageMark(self._kind, 0, box) for box in self._boxes]
        draw_marker(painter, paper, marks, 0, t)
        draw_edge(painter, paper, t)
        draw_frames(painter, paper, marks, 0, t, lambda _mark: 1.0)

    def _paper(self) -> QRectF:
        edge = self._tokens.block
        wide = max(1.0, self.width() - 2.0 * edge)
        return QRectF(edge, edge, wide, wide * self._ratio())

    def _ratio(self) -> float:
        if self._picture is None or not self._picture.width():
            return _A4
        return self._picture.height() / self._picture.width()
