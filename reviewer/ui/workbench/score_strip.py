"""The score at the right of the case bar: figure, grade, scale with bands, what is left to do.

A click opens the explanation, item by item.
"""

from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reviewer.model import Choice
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.paint import colour, draw_text, focus_ring, font, text_width
from reviewer.ui.workbench.words import points_text
from reviewer.workspace.views import ReviewView

_CENTRE = Qt.AlignmentFlag.AlignCenter
_FROM = 40.0
"""Where the scale begins: below lies nothing that a reviewer tells apart."""


class ScoreStrip(QAbstractButton):
    """Shows the score of a review."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._view: ReviewView | None = None
        self._hover = False
        self.setToolTip("得分说明，逐项列出")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.update()

    def show_review(self, view: ReviewView) -> None:
        """Show the score of a review."""
        self._view = view
        spoken = f"{self._word()} {points_text(view.score.total)} 分，{view.score.grade}"
        self.setAccessibleName(spoken)
        note = view.score.grade_note
        self.setToolTip(f"{note}\n得分说明，逐项列出" if note else "得分说明，逐项列出")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(600 * self._tokens.scale), self._tokens.case_bar)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        if self._hover:
            painter.fillRect(self.rect(), colour(t, "grey_wash"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), colour(t, "line2"))
        if self._view is None:
            return
        left = self._paint_figure(painter)
        right = self._paint_counts(painter)
        room = QRectF(left + t.inset, 0, right - left - 2 * t.inset, self.height())
        if room.width() > 120 * t.scale:
            self._paint_scale(painter, room)
        if self.hasFocus():
            focus_ring(painter, self.rect(), t)

    def _word(self) -> str:
        view = self._view
        return "总分" if view is not None and view.score.complete else "暂计"

    def _paint_figure(self, painter: QPainter) -> float:
        """Draw word, grade and figure; returns where they end."""
        view, t = self._view, self._tokens
        if view is None:
            return 0.0
        score = view.score
        half = self.height() / 2
        words = max(text_width(t, score.grade, "body", True), text_width(t, "暂计", "caption"))
        upper = QRectF(t.inset, t.unit, words + 2, half - t.unit)
        lower = QRectF(t.inset, half - 1, words + 2, half - t.unit)
        draw_text(painter, upper, self._word(), font(t, "caption"), colour(t, "ink2"))
        grade = colour(t, _grade_colour(view))
        draw_text(painter, lower, score.grade, font(t, "body", True), grade)
        figure = points_text(score.total)
        width = text_width(t, figure, "total", True)
        place = QRectF(upper.right() + t.gap, 0, width + 2, self.height())
        draw_text(painter, place, figure, font(t, "total", True), colour(t, "ink"))
        return place.right()

    def _paint_counts(self, painter: QPainter) -> float:
        """Draw how much is decided and what all proposals would cost; returns where it begins."""
        view, t = self._view, self._tokens
        if view is None:
            return 0.0
        items = view.score.items
        pending = sum(score.choice is Choice.PENDING for score in items)
        first = f"已评 {len(items) - pending}/{len(items)}　待定 {pending}"
        if view.review.is_signed:
            first = "已签定"
        falls = _number(view.if_all_accepted)
        differs = falls is not None and falls != float(view.score.total)
        second = f"全部采纳约 {view.if_all_accepted}" if differs else ""
        hatch = t.icon + t.unit if second else 0
        width = max(text_width(t, first, "caption", True), text_width(t, second, "caption") + hatch)
        left = self.width() - width - t.inset
        half = self.height() / 2
        upper = QRectF(left, t.unit, width + 2, half - t.unit)
        draw_text(painter, upper, first, font(t, "caption", True), colour(t, "ink"))
        lower = QRectF(left, half, width + 2, half - t.unit)
        if second:
            sign = QRectF(left, lower.center().y() - t.unit, t.icon - 2, 2 * t.unit)
            _hatch(painter, sign, t)
        words = lower.adjusted(hatch, 0, 0, 0)
        draw_text(painter, words, second, font(t, "caption"), colour(t, "ink2"))
        return left

    def _paint_scale(self, painter: QPainter, room: QRectF) -> None:
        view, t = self._view, self._tokens
        if view is None:
            return
        bar = QRectF(room.left(), self.height() * 0.34, room.width(), 2 * t.unit)
        tops = [100.0, *[float(band.from_total) for band in view.standard.bands]]
        for band, top in zip(view.standard.bands, tops, strict=False):
            start = max(float(band.from_total), _FROM)
            x0, x1 = _at(bar, start), _at(bar, top)
            painter.fillRect(QRectF(x0, bar.top(), x1 - x0 - 2, bar.height()), colour(t, "line"))
            here = band.name == view.score.grade
            name = QRectF(x0, bar.bottom() + 3, x1 - x0, t.head)
            wide = text_width(t, band.name, "caption", here)
            if wide > name.width():
                name.adjust((name.width() - wide) / 2, 0, (wide - name.width()) / 2, 0)
            ink = colour(t, "ink" if here else "ink2")
            draw_text(painter, name, band.name, font(t, "caption", here), ink, _CENTRE)
        total = float(view.score.total)
        fallen = _number(view.if_all_accepted)
        if fallen is not None and fallen < total:
            x0, x1 = _at(bar, max(fallen, _FROM)), _at(bar, total)
            _hatch(painter, QRectF(x0, bar.top(), x1 - x0, bar.height()), t)
        _marker(painter, _at(bar, max(total, _FROM)), bar, t)


def _at(bar: QRectF, points: float) -> float:
    share = (min(max(points, _FROM), 100.0) - _FROM) / (100.0 - _FROM)
    return bar.left() + share * bar.width()


def _number(text: str) -> float | None:
    try:
        return float(Decimal(text))
    except ArithmeticError:
        return None


def _grade_colour(view: ReviewView) -> str:
    band = next((b for b in view.standard.bands if b.name == view.score.grade), None)
    if band is not None and band.failing:
        return "red"
    return "green" if band is not None and band.excellent else "ink"


def _hatch(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area)
    painter.setPen(colour(tokens, "amber"))
    step = float(tokens.unit + 1)
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        painter.drawLine(QPointF(x + 1, area.bottom()), QPointF(x + 1 + area.height(), area.top()))
        x += step
    painter.restore()


def _marker(painter: QPainter, x: float, bar: QRectF, tokens: Tokens) -> None:
    half = tokens.unit + 1.0
    path = QPainterPath(QPointF(x - half, bar.top() - half - 1))
    path.lineTo(x + half, bar.top() - half - 1)
    path.lineTo(x, bar.top() + 1)
    path.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colour(tokens, "ink"))
    painter.restore()
    painter.fillRect(QRectF(x - 0.75, bar.top(), 1.5, bar.height()), colour(tokens, "ink"))
