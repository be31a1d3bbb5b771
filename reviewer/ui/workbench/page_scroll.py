"""Where the window stands over the pages: zoom, turn, scroll position, the page being read.

`PageScroll` knows geometry only; what is drawn and pointed at is the business of `PageCanvas`.
"""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer.model import FileKind
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex, Spot
from reviewer.ui.workbench.page_layout import (
    Fit,
    PageLayout,
    Zoom,
    box_rect,
    lay_out,
    main_page,
    natural_size,
    read_pages,
    stepped,
)

_SEEN_AFTER = 1500  # ms in view until a page counts as read
_UPPER_THIRD = 0.3
_UPRIGHT = (FileKind.DOCX,)


class PageScroll(QAbstractScrollArea):
    """Scrolls through the pages, zooms and turns them."""

    page_changed = Signal(int)  # position of the page that fills most of the window
    page_seen = Signal(int)
    zoom_changed = Signal(object)  # Zoom

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._index: CaseIndex | None = None
        self._turns: dict[int, int] = {}
        self._zoom = Zoom()
        self._layout = PageLayout((), 0, 0)
        self._current = -1
        self._seen_timer = QTimer(self)
        self._seen_timer.setSingleShot(True)
        self._seen_timer.setInterval(_SEEN_AFTER)
        self._seen_timer.timeout.connect(self._on_seen)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    @property
    def index(self) -> CaseIndex | None:
        """Return the case that is shown."""
        return self._index

    @property
    def zoom(self) -> Zoom:
        """Return the zoom."""
        return self._zoom

    @property
    def current(self) -> int:
        """Return the position of the page in view; -1 without pages."""
        return self._current

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self._relayout()

    def show_case(self, index: CaseIndex) -> None:
        """Show the pages of a case; the page in view stays."""
        spot, offset = self.position()
        self._index = index
        self._relayout()
        if 0 <= spot < len(index.pages):
            self.restore_position(spot, offset)

    def set_zoom(self, zoom: Zoom) -> None:
        """Zoom; the place at the top of the window stays."""
        if zoom == self._zoom:
            return
        spot, offset = self.position()
        if zoom.fit is Fit.PAGE:
            spot, offset = max(self._current, 0), 0.0
        self._zoom = zoom
        self._relayout()
        self.restore_position(spot, offset)
        self.zoom_changed.emit(zoom)

    def zoom_step(self, up: bool) -> None:
        """Zoom in or out by one step."""
        if self._index is None or not self._layout.rects:
            return
        at = max(self._current, 0)
        natural = natural_size(self._index.pages[at], self.turned(at))[0]
        factor = self._layout.rects[at].width() / natural
        self.set_zoom(Zoom(Fit.FREE, stepped(factor, up)))

    def turned(self, index: int) -> int:
        """Return by how many degrees a page is turned for viewing."""
        return self._turns.get(index, 0)

    @property
    def may_turn(self) -> bool:
        """Return whether the page in view can be turned."""
        at = self._current
        return self._index is not None and at >= 0 and self._index.pages[at].kind not in _UPRIGHT

    def rotate(self, degrees: int) -> None:
        """Turn the page in view; sheets of a reading copy always stand upright."""
        at = self._current
        if self.may_turn:
            self._turns[at] = (self.turned(at) + degrees) % 360
            self._relayout()
            self.restore_position(at, 0.0)

    def go_to(self, index: int) -> None:
        """Show a page from its top."""
        if 0 <= index < len(self._layout.rects):
            top = self._layout.rects[index].top() - self._tokens.gap
            self.verticalScrollBar().setValue(round(top))
            self._refresh(index)

    def show_spot(self, spot: Spot) -> None:
        """Bring a place into the upper third, unless it is on screen already."""
        if not 0 <= spot.index < len(self._layout.rects):
            return
        rect = self._layout.rects[spot.index]
        if spot.box is None:
            if spot.index != self._current:
                self.go_to(spot.index)
            return
        area = box_rect(rect, spot.box, self.turned(spot.index))
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if area.top() < top + self._tokens.gap or area.bottom() > top + height - self._tokens.gap:
            self.verticalScrollBar().setValue(round(area.top() - height * _UPPER_THIRD))
        self._refresh(spot.index)

    def position(self) -> tuple[int, float]:
        """Return the page at the top and how far it is scrolled, as a share of its height."""
        return self._layout.standing(self.verticalScrollBar().value())

    def restore_position(self, index: int, offset: float) -> None:
        """Scroll to what `position` returned."""
        if 0 <= index < len(self._layout.rects):
            rect = self._layout.rects[index]
            gap = self._tokens.gap if not offset else 0
            self.verticalScrollBar().setValue(round(rect.top() + offset * rect.height() - gap))
        self._refresh()

    def rect_on_screen(self, index: int) -> QRectF:
        """Return where a page lies in the viewport."""
        return self._layout.rects[index].translated(-self._origin())

    def page_at(self, point: QPointF) -> int:
        """Return the page under a point of the viewport; -1 between pages."""
        return self._layout.at(point + self._origin())

    def _origin(self) -> QPointF:
        # Scroll bars count logical pixels; on whole device pixels a page stays sharp.
        ratio = self.devicePixelRatioF()
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)

    def _in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.visible(top, top + self.viewport().height())

    def _relayout(self) -> None:
        pages = self._index.pages if self._index else ()
        sizes = [natural_size(page, self.turned(i)) for i, page in enumerate(pages)]
        view = self.viewport().size()
        self._layout = lay_out(
            sizes,
            self._zoom,
            (view.width(), view.height()),
            self._tokens,
            self.devicePixelRatioF(),
        )
        self._laid_out()
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(self._layout.height) - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(self._tokens.row * 2)
        too_wide = self._layout.width - view.width() if self._zoom.fit is Fit.FREE else 0
        across.setRange(0, max(0, round(too_wide)))
        across.setPageStep(view.width())
        self._refresh()

    def _refresh(self, named: int = -1) -> None:
        seen = self._in_view()
        self._view_moved(seen)
        if named < 0:
            named = main_page(self._layout, seen, self._origin().y(), self.viewport().height())
        if named != self._current:
            self._current = named
            self.page_changed.emit(named)
        self._seen_timer.start()
        self.viewport().update()

    def _on_seen(self) -> None:
        if not self.isVisible():
            return
        top, height = self._origin().y(), self.viewport().height()
        for i in read_pages(self._layout, self._in_view(), top, height):
            self.page_seen.emit(i)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spot, offset = self.position()
        self._relayout()
        if spot >= 0:
            self.restore_position(spot, offset)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_step(event.angleDelta().y() > 0)
        else:
            super().wheelEvent(event)

    def _view_moved(self, seen: range) -> None:
        """Take note of the pages in view; for the canvas."""

    def _laid_out(self) -> None:
        """Take note that every page may lie elsewhere; for the canvas."""
