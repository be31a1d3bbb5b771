"""A chart in the window: the picture as the documents have it, and the doors in it.

It says what picture it wants and is given it later; meanwhile the last one stays.  Arrows go from
door to door, Enter opens the cases of one.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reviewer.ui.campaign.statistics.chart_colours import colours_of
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_text, focus_ring, make_font
from reviewer.workspace.campaigns.charting import Chart, Door, Drawn, Wish, height_of

_SETTLED_MS = 80  # a window that is being pulled larger asks once, at the end
_LEAST = 280
_CENTRE = Qt.AlignmentFlag.AlignHCenter
WAITING = "正在绘图"


class ChartView(QWidget):
    """One chart; `tall` takes the height it is given, others are as high as their rows."""

    wanted = Signal(object)  # Wish
    opened = Signal(str, object)  # words, tuple of UUID
    copy_asked = Signal()

    def __init__(self, tokens: Tokens, *, tall: bool = False) -> None:
        super().__init__()
        self._tokens = tokens
        self._tall = tall
        self._chart: Chart | None = None
        self._wish: Wish | None = None
        self._drawn: Drawn | None = None
        self._picture = QPixmap()
        self._at = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLED_MS)
        self._later.timeout.connect(self._ask)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        upright = QSizePolicy.Policy.Expanding if tall else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)

    @property
    def doors(self) -> tuple[Door, ...]:
        """Return what can be opened in the picture."""
        return self._drawn.doors if self._drawn else ()

    @property
    def is_current(self) -> bool:
        """Return whether the picture shows the chart as it is."""
        return self._drawn is not None and self._drawn.wish == self._wish

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self._fit()
        self._later.start()

    def show_chart(self, chart: Chart) -> None:
        """Show a chart as soon as it is painted."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.note)
        self._fit()
        self._ask()

    def show_drawn(self, drawn: Drawn) -> None:
        """Show a painted chart, unless another one has been asked for since."""
        if drawn.wish != self._wish:
            return
        self._drawn = drawn
        self._at = min(self._at, max(0, len(drawn.doors) - 1))
        picture = QPixmap()
        picture.loadFromData(drawn.png)
        picture.setDevicePixelRatio(drawn.wish.ratio)
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which everything can be read."""
        return QSize(round(_LEAST * self._tokens.scale), self._high())

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, and the ring around the current door."""
        painter = QPainter(self)
        if not self._picture.isNull():
            painter.drawPixmap(0, 0, self._picture)
        elif self._chart is not None:
            font = make_font(self._tokens, self._tokens.caption)
            draw_text(painter, self.rect(), WAITING, font, self._tokens.ink2, _CENTRE)
        if self.hasFocus() and self.doors:
            focus_ring(painter, self._rect_of(self.doors[self._at]), self._tokens)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size."""
        super().resizeEvent(event)
        self._fit()
        self._later.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where a click opens something."""
        door = self._door_at(event.position().toPoint())
        opens = door is not None and door.cases
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the cases of what was clicked."""
        door = self._door_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and door is not None:
            self._at = self.doors.index(door)
            self._open(door)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from door to door, open one, copy the table."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in steps and self.doors:
            self._at = (self._at + steps[key]) % len(self.doors)
            self.setAccessibleDescription(self.doors[self._at].hint)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.doors:
            self._open(self.doors[self._at])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say in words what is under the pointer."""
        if isinstance(event, QHelpEvent):
            door = self._door_at(event.pos())
            if door is not None:
                QToolTip.showText(event.globalPos(), door.hint, self, self._rect_of(door))
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _open(self, door: Door) -> None:
        self.update()
        if door.cases:
            self.opened.emit(door.hint, door.cases)

    def _door_at(self, spot: QPoint) -> Door | None:
        hit = [door for door in self.doors if self._rect_of(door).contains(spot)]
        return min(hit, key=lambda one: one.width * one.height, default=None)

    def _rect_of(self, door: Door) -> QRect:
        return QRect(round(door.x), round(door.y), round(door.width), round(door.height))

    def _high(self) -> int:
        if self._tall or self._chart is None:
            return round(_LEAST * 0.75 * self._tokens.scale)
        width = max(self.width(), round(_LEAST * self._tokens.scale))
        return round(height_of(self._chart, width, self._tokens.body))

    def _fit(self) -> None:
        if not self._tall and self._chart is not None:
            self.setFixedHeight(max(1, self._high()))

    def _ask(self) -> None:
        if self._chart is None or not self.isVisible() or self.width() < _LEAST // 2:
            return
        tokens = self._tokens
        height = self.height() if self._tall else 0
        wish = Wish(
            self._chart, self.width(), height, tokens.body, self.devicePixelRatioF(),
            colours_of(tokens),
        )  # fmt: skip
        if wish != self._wish:
            self._wish = wish
            self.wanted.emit(wish)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the picture once the size is known."""
        super().showEvent(event)
        self._later.start()
