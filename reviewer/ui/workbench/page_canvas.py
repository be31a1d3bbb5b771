"""The page canvas: all pages of the case below each other, rendered only where they are seen.

It shows what it is given and says what was pointed at; pictures come from `PageImages` behind
the window, so painting never waits.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import Spot
from reviewer.ui.workbench.page_covers import draw_covers
from reviewer.ui.workbench.page_fade import FrameFade
from reviewer.ui.workbench.page_images import THUMBNAIL, PageImages, Wanted
from reviewer.ui.workbench.page_marks import PageMark
from reviewer.ui.workbench.page_mouse import PageMouse
from reviewer.ui.workbench.page_paint import (
    Tag,
    draw_edge,
    draw_frames,
    draw_link,
    draw_marker,
    draw_notice,
    draw_paper,
    draw_rubber,
    draw_selection,
    draw_tags,
    link_rect,
    place_tags,
)
from reviewer.ui.workbench.page_scroll import PageScroll
from reviewer.ui.workbench.paint import colour, focus_ring

_AHEAD = 1  # pages before and after those in view that are rendered too
_BROKEN = "这一页图像损坏，无法显示。可在原件中查看。"
_OPEN = "打开原件"


class PageCanvas(PageScroll):
    """Draws the pages with what is marked on them; selects text and draws boxes."""

    item_wanted = Signal(str)  # a margin tag or a frame was clicked
    original_wanted = Signal(int)  # position of a page that cannot be shown

    def __init__(self, images: PageImages, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._images = images
        self._marks: dict[int, tuple[PageMark, ...]] = {}
        self._tags: dict[int, tuple[Tag, ...]] = {}
        self._fade = FrameFade(self)
        self._fade.changed.connect(self.viewport().update)
        self.mouse = PageMouse(self)
        images.arrived.connect(self._on_arrived)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("页面")

    def show_marks(self, marks: Iterable[PageMark]) -> None:
        """Replace all marks."""
        by_page: dict[int, list[PageMark]] = {}
        for mark in marks:
            by_page.setdefault(mark.index, []).append(mark)
        self._marks = {i: tuple(own) for i, own in by_page.items()}
        self._tags.clear()
        self.viewport().update()

    def show_spot(self, spot: Spot) -> None:
        """Bring a place on screen; its frame fades in."""
        super().show_spot(spot)
        self._fade.start(spot)

    def marks_on(self, index: int) -> tuple[PageMark, ...]:
        """Return the marks of a page."""
        return self._marks.get(index, ())

    @property
    def page_count(self) -> int:
        """Return the number of pages and sheets."""
        return len(self._layout.rects)

    def page_near(self, point: QPointF) -> int:
        """Return the page at or nearest to a point of the viewport; -1 without pages."""
        return self._layout.near((point + self._origin()).y())

    def follow(self, point: QPointF) -> None:
        """Scroll on while a selection is dragged over the upper or lower edge."""
        below, bar = point.y() - self.viewport().height(), self.verticalScrollBar()
        beyond = below if below > 0 else min(point.y(), 0.0)
        if beyond:
            bar.setValue(bar.value() + round(beyond))

    def tag_at(self, point: QPointF) -> PageMark | None:
        """Return the mark whose margin tag is under a point of the viewport."""
        for i in self._in_view():
            for tag in self._tags_of(i):
                if tag.rect.translated(-self._origin()).contains(point):
                    return tag.mark
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour(self._tokens, "sunken"))
        painter.translate(-self._origin())
        for i in self._in_view():
            self._paint_page(painter, i)
        painter.resetTransform()
        if self.mouse.rubber is not None:
            draw_rubber(painter, self.mouse.rubber, self._tokens)
        if self.hasFocus():
            focus_ring(painter, self.viewport().rect(), self._tokens)

    def _paint_page(self, painter: QPainter, index: int) -> None:
        rect, tokens, turned = self._layout.rects[index], self._tokens, self.turned(index)
        wanted = self._wanted(index)
        draw_paper(
            painter, rect, self._images.sharp(wanted) or self._images.nearest(wanted), tokens
        )
        if self._index is not None:
            draw_covers(painter, rect, self._index.pages[index].covers, turned, tokens)
        if self._images.is_broken(wanted):
            draw_notice(painter, rect, _BROKEN, tokens)
        marks = self.marks_on(index)
        draw_marker(painter, rect, marks, turned, tokens)
        draw_edge(painter, rect, tokens)
        draw_selection(painter, rect, self.mouse.text.boxes(index), turned, tokens)
        draw_frames(painter, rect, marks, turned, tokens, self._fade.opacity)
        if self._images.is_broken(wanted):
            draw_link(painter, link_rect(rect, _OPEN, tokens), _OPEN, tokens)
        draw_tags(painter, self._tags_of(index), tokens)

    def _tags_of(self, index: int) -> tuple[Tag, ...]:
        if index not in self._tags:
            rect = self._layout.rects[index]
            self._tags[index] = place_tags(
                rect, self.marks_on(index), self.turned(index), self._tokens
            )
        return self._tags[index]

    def _wanted(self, index: int) -> Wanted:
        width = round(self._layout.rects[index].width() * self.devicePixelRatioF())
        return Wanted(index, width, self.turned(index))

    def _view_moved(self, seen: range) -> None:
        near = [i for i in (seen.start - _AHEAD, seen.stop) if 0 <= i < len(self._layout.rects)]
        wishes = [Wanted(i, THUMBNAIL, self.turned(i)) for i in seen if self._is_bare(i)]
        self._images.want("canvas", [*wishes, *map(self._wanted, seen), *map(self._wanted, near)])

    def _laid_out(self) -> None:
        self._tags.clear()

    def _is_bare(self, index: int) -> bool:
        return self._images.nearest(self._wanted(index)) is None

    def _on_arrived(self, index: int) -> None:
        if index in self._in_view():
            self.viewport().update()

    def link_at(self, point: QPointF) -> int:
        """Return the page whose 打开原件 is under a point of the viewport; -1 when none is."""
        at = self.page_at(point)
        if at < 0 or not self._images.is_broken(self._wanted(at)):
            return -1
        return at if link_rect(self.rect_on_screen(at), _OPEN, self._tokens).contains(point) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.link_at(event.position())
        if at >= 0:
            self.original_wanted.emit(at)
            return
        self.mouse.press(event.position(), event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event.position(), event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self.mouse.release(event.position())
        if mark is not None and mark.item:
            self.item_wanted.emit(mark.item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.select_line(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.mouse.key(event):
            event.accept()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._layout.rects:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else len(self._layout.rects) - 1)
        elif event.key() in _SCROLLS and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


_SCROLLS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)
