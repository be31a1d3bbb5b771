"""The limits of a case as bars on one time axis, with all its dates above them.

← → go through the dates, ↑ ↓ through the limits, Enter opens the page.
"""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reviewer.model import Place, Timeline
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.paint import focus_ring
from reviewer.ui.workbench.timeline.rows import spoken_date
from reviewer.ui.workbench.timeline.scene import Scene

_LEAST = 600


class TimelineChart(QWidget):
    """Draws a timeline and says which place is wanted."""

    place_wanted = Signal(object)  # Place
    date_chosen = Signal(int)  # position of the date

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._timeline = Timeline()
        self._date = -1
        self._limit = -1
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("法定期限")

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show another timeline; what was current stays so while it is there."""
        self._timeline = timeline
        self._date = min(self._date, len(timeline.dates) - 1)
        self._limit = min(self._limit, len(timeline.limits) - 1)
        self.updateGeometry()
        self.update()

    def set_date(self, at: int) -> None:
        """Make a date the current one without saying so."""
        self._date, self._limit = at, -1
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, self.scene().height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.scene().height)

    def scene(self) -> Scene:
        """Return where everything lies now."""
        return Scene(self._timeline, self._tokens, self.width())

    def dot(self, at: int) -> QPoint:
        """Return the middle of the dot of a date; outside for one without a day."""
        scene, day = self.scene(), self._timeline.dates[at].day
        if scene.axis is None or day is None:
            return QPoint(-1, -1)
        return QPoint(round(scene.axis.x(day)), round(scene.line))

    def open_current(self) -> None:
        """Open the page of the current date or limit."""
        if self._limit >= 0:
            limit = self._timeline.limits[self._limit]
            self._open(limit.actual_place or limit.start_place)
        elif self._date >= 0:
            self._open(self._timeline.dates[self._date].place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, scene = QPainter(self), self.scene()
        axis = scene.axis
        if axis is None:
            return
        scene.paint_months(painter, axis)
        scene.paint_dates(painter, axis, self._date)
        for at in range(len(self._timeline.limits)):
            hovered = "grey_wash" if at == self._hovered else ""
            scene.paint_limit(painter, axis, at, "blue_wash" if at == self._limit else hovered)
        if self.hasFocus() and self._limit >= 0:
            focus_ring(painter, scene.row(self._limit), self._tokens)
        elif self.hasFocus() and self._date < 0:
            focus_ring(painter, self.rect(), self._tokens)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        scene, point = self.scene(), event.position()
        at, limit = scene.date_at(point.x(), point.y()), scene.limit_at(point.y())
        if at >= 0:
            self._choose_date(at)
            self._open(self._timeline.dates[at].place)
        elif limit >= 0:
            self._date, self._limit = -1, limit
            self._say()
            self._open(scene.end_at(limit, point.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scene, point = self.scene(), event.position()
        row = scene.limit_at(point.y())
        opens = row >= 0 or scene.date_at(point.x(), point.y()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        if row != self._hovered:
            self._hovered = row
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step_date(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_limit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            event.ignore()

    def _open(self, place: Place | None) -> None:
        self.update()
        if place is not None:
            self.place_wanted.emit(place)

    def _choose_date(self, at: int) -> None:
        self._date, self._limit = at, -1
        self._say()
        self.date_chosen.emit(at)

    def _step_date(self, by: int) -> None:
        days = {at: one.day for at, one in enumerate(self._timeline.dates) if one.day}
        drawn = sorted(days, key=lambda at: (days[at], at))
        if drawn:
            here = drawn.index(self._date) if self._date in days else (-1 if by > 0 else 0)
            self._choose_date(drawn[(here + by) % len(drawn)])

    def _step_limit(self, by: int) -> None:
        count = len(self._timeline.limits)
        if count:
            here = self._limit if self._limit >= 0 else (-1 if by > 0 else count)
            self._date, self._limit = -1, min(max(here + by, 0), count - 1)
            self._say()

    def _say(self) -> None:
        if self._limit >= 0:
            limit = self._timeline.limits[self._limit]
            self.setAccessibleDescription(f"{limit.title}，{limit.word}。{limit.message}")
        elif self._date >= 0:
            self.setAccessibleDescription(spoken_date(self._timeline.dates[self._date]))
        self.update()

    def _tip(self, point: QPoint) -> str:
        scene = self.scene()
        at, row = scene.date_at(point.x(), point.y()), scene.limit_at(point.y())
        if at >= 0:
            return spoken_date(self._timeline.dates[at])
        return self._timeline.limits[row].message if row >= 0 else ""
