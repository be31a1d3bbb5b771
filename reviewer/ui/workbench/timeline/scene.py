"""Where everything of a timeline's chart lies, and how it is painted.

A scene is made anew for each width and timeline and keeps no state of its own.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from reviewer.model import Place, Standing, Timeline, TimelineDate, TimelineLimit, Verdict
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.paint import colour, draw_text, font, hairline, text_width
from reviewer.ui.workbench.timeline.axis import Axis, Label, axis_of, nearest, place_labels
from reviewer.ui.workbench.timeline.bars import draw_limit, limit_words

_NAMES = 300
"""px at 字号 12 for the names of the limits."""
_WORDS = 170
"""px at 字号 12 that are kept free at the right, for the word behind a bar."""
_LANES = 4
_TICK = 74  # px at 字号 12 between two months
_REACH = 9.0  # px around a dot
_RANK = {Verdict.PROBLEM: 0, Verdict.HINT: 1}
_TONE = {Verdict.PROBLEM: "red", Verdict.HINT: "amber"}


@dataclass(frozen=True)
class Scene:
    """A timeline laid out in `width` logical pixels."""

    timeline: Timeline
    tokens: Tokens
    width: float

    @property
    def axis(self) -> Axis | None:
        """Return the axis; None without any date."""
        scale = self.tokens.scale
        left = min(_NAMES * scale, self.width * 0.42)
        right = max(left + 80, self.width - _WORDS * scale)
        return axis_of(self.timeline, left, right)

    @property
    def tall(self) -> int:
        """Return the height of the row of a limit."""
        return round(42 * self.tokens.scale)

    @property
    def line(self) -> float:
        """Return the height of the line on which the dates stand."""
        return self.tokens.row * 1.7

    @property
    def top(self) -> int:
        """Return where the limits begin."""
        return round(self.line + (_LANES + 0.4) * self.tokens.caption * 1.35)

    @property
    def height(self) -> int:
        """Return the height of the whole."""
        return self.top + len(self.timeline.limits) * self.tall + self.tokens.unit

    def row(self, at: int) -> QRectF:
        """Return the area of a limit."""
        return QRectF(0, self.top + at * self.tall, self.width, self.tall)

    def labels(self, axis: Axis) -> tuple[Label, ...]:
        """Return where the names of the dates stand; what is wrong finds room first."""
        t, dates = self.tokens, self.timeline.dates
        wanted = []
        drawn = (at for at, one in enumerate(dates) if one.day)
        for at in sorted(drawn, key=lambda at: (_RANK.get(dates[at].verdict, 2), at)):
            one = dates[at]
            assert one.day is not None
            wanted.append((at, axis.x(one.day), self._wide(one)))
        return place_labels(wanted, axis.left - t.block, self.width - t.inset, t.gap, _LANES)

    def label_rect(self, label: Label) -> QRectF:
        """Return the area of the name of a date."""
        t = self.tokens
        tall = t.caption * 1.35
        top = self.line + t.gap + label.lane * tall
        return QRectF(label.left, top, self._wide(self.timeline.dates[label.at]) + 2, tall)

    def date_at(self, x: float, y: float) -> int:
        """Return the date at a point: its dot or its name; -1 when there is none."""
        axis = self.axis
        if axis is None or y >= self.top:
            return -1
        for label in self.labels(axis):
            if self.label_rect(label).contains(x, y):
                return label.at
        if abs(y - self.line) > _REACH:
            return -1
        xs = ((at, axis.x(one.day)) for at, one in enumerate(self.timeline.dates) if one.day)
        return nearest(xs, x, _REACH)

    def limit_at(self, y: float) -> int:
        """Return the limit at a height; -1 when there is none."""
        row = int((y - self.top) // self.tall)
        return row if y >= self.top and row < len(self.timeline.limits) else -1

    def end_at(self, at: int, x: float) -> Place | None:
        """Return the end of a limit that lies nearer to `x`; its name opens its last step."""
        axis, limit = self.axis, self.timeline.limits[at]
        if axis is None or limit.start is None or limit.actual is None or x < axis.left:
            return limit.actual_place or limit.start_place
        middle = (axis.x(limit.start) + axis.x(limit.actual)) / 2
        return limit.start_place if x < middle else limit.actual_place

    def paint_months(self, painter: QPainter, axis: Axis) -> None:
        """Draw the months with their lines."""
        t = self.tokens
        for tick in axis.ticks(_TICK * t.scale):
            if tick.x > axis.left:
                upright = QRectF(tick.x, t.row * 0.9, 1, self.height)
                hairline(painter, upright, colour(t, "line"), Qt.Edge.LeftEdge)
            word = QRectF(tick.x + t.unit, 0, 140 * t.scale, t.row)
            draw_text(painter, word, tick.word, font(t, "caption"), colour(t, "ink2"))

    def paint_dates(self, painter: QPainter, axis: Axis, current: int) -> None:
        """Draw the dates on their line, the current one ringed."""
        t, dates = self.tokens, self.timeline.dates
        days = [one.day for one in dates if one.day]
        self._paint_head(painter, axis, len(days))
        if not days:
            return
        start, end = axis.x(min(days)), axis.x(max(days))
        stroke = QRectF(start, self.line, max(1.0, end - start), 1)
        hairline(painter, stroke, colour(t, "ink"), Qt.Edge.TopEdge)
        labels = self.labels(axis)
        for label in labels:
            self._paint_thread(painter, axis, label)
        for label in labels:
            self._paint_label(painter, label)
        for at, one in enumerate(dates):
            if one.day is not None:
                self._paint_dot(painter, axis.x(one.day), one, current=at == current)

    def paint_limit(self, painter: QPainter, axis: Axis, at: int, wash: str) -> None:
        """Draw the row of a limit on the ground `wash`; empty leaves the panel's own."""
        t, area = self.tokens, self.row(at)
        limit: TimelineLimit = self.timeline.limits[at]
        if wash:
            painter.fillRect(area.adjusted(1, 1, -1, -1), colour(t, wash))
        limit_words(painter, area, axis.left, limit, t)
        draw_limit(painter, area, axis, limit, t)
        inside = area.adjusted(t.inset, 0, -t.inset, 0)
        hairline(painter, inside, colour(t, "line"), Qt.Edge.BottomEdge)

    def _wide(self, one: TimelineDate) -> float:
        return float(text_width(self.tokens, one.name, "caption", one.verdict in _TONE))

    def _paint_head(self, painter: QPainter, axis: Axis, days: int) -> None:
        t = self.tokens
        head = QRectF(t.inset, self.line - t.row / 2, axis.left - 2 * t.inset, t.row)
        draw_text(painter, head, "案件经过", font(t, "body", True), colour(t, "ink"))
        words = head.adjusted(text_width(t, "案件经过", "body", True) + t.block, 0, 0, 0)
        count = f"{days} 个日期，点击看原页"
        draw_text(painter, words, count, font(t, "caption"), colour(t, "ink2"), elide=True)

    def _paint_thread(self, painter: QPainter, axis: Axis, label: Label) -> None:
        """Tie a name that stands lower to its dot."""
        day = self.timeline.dates[label.at].day
        if label.lane and day is not None:
            top = self.line + self.tokens.unit
            thread = QRectF(axis.x(day), top, 1, self.label_rect(label).top() - top)
            hairline(painter, thread, colour(self.tokens, "line2"), Qt.Edge.LeftEdge)

    def _paint_label(self, painter: QPainter, label: Label) -> None:
        t, one = self.tokens, self.timeline.dates[label.at]
        rect = self.label_rect(label)
        # The threads of others pass behind a name, never through it.
        painter.fillRect(rect.adjusted(-2, 1, 1, -1), colour(t, "panel"))
        type_ = font(t, "caption", one.verdict in _TONE)
        draw_text(painter, rect, one.name, type_, colour(t, _TONE.get(one.verdict, "ink")))

    def _paint_dot(self, painter: QPainter, x: float, one: TimelineDate, *, current: bool) -> None:
        t = self.tokens
        size = 4.5 * t.scale
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rings = ((size + t.ring + 1, "blue"), (size + 1, "panel")) if current else ()
        tone = _TONE.get(one.verdict, "ink") if one.standing is Standing.READ else "grey"
        for reach, name in (*rings, (size, tone)):
            painter.setBrush(colour(t, name))
            painter.drawEllipse(QRectF(x - reach, self.line - reach, 2 * reach, 2 * reach))
        painter.restore()
