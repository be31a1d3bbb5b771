"""One limit of a timeline as a bar with its name before it and its word behind it."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from reviewer.model import TimelineLimit, Verdict
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.paint import (
    SIGNS,
    colour,
    draw_icon,
    draw_text,
    font,
    outline,
)
from reviewer.ui.workbench.timeline.axis import Axis

_LOUD = (Verdict.PROBLEM, Verdict.HINT)


def limit_words(
    painter: QPainter, area: QRectF, right: float, limit: TimelineLimit, t: Tokens
) -> None:
    """Draw title, length, code and basis of a limit left of the axis."""
    half = area.height() / 2
    wide = right - 2 * t.inset
    upper = QRectF(t.inset, area.top() + 1, wide, half)
    lower = QRectF(t.inset, area.top() + half - 1, wide, half)
    ink = colour(t, "grey" if limit.verdict is Verdict.CANNOT_TELL else "ink")
    bold = limit.verdict in _LOUD
    name = f"{limit.title} {limit.days}"
    draw_text(painter, upper, name, font(t, "body", bold), ink, elide=True)
    basis = f"{limit.rule}　{limit.basis}"
    draw_text(painter, lower, basis, font(t, "caption"), colour(t, "ink2"), elide=True)


def draw_limit(
    painter: QPainter, area: QRectF, axis: Axis, limit: TimelineLimit, t: Tokens
) -> None:
    """Draw the bar of a limit and its word."""
    end = axis.left
    if limit.start is not None and limit.due is not None and limit.due_latest is not None:
        end = _draw_bar(painter, area, axis, limit, t)
    _draw_word(painter, area, max(end, axis.left) + t.block, limit, t)


def _draw_bar(
    painter: QPainter, area: QRectF, axis: Axis, limit: TimelineLimit, t: Tokens
) -> float:
    """Draw the stretches of a bar and return where it ends."""
    assert limit.start is not None
    assert limit.due_latest is not None
    tall = round(11 * t.scale)
    top = area.center().y() - tall / 2

    def stretch(first: date, last: date) -> QRectF:
        left = axis.x(first)
        return QRectF(left, top, max(0.0, axis.x(last) - left), tall)

    whole = stretch(limit.start, limit.due_latest)
    actual = limit.actual
    if limit.verdict is Verdict.CANNOT_TELL or actual is None:
        outline(painter, whole, colour(t, "grey"), 0, dashed=True)
        ends = [axis.x(limit.due_latest)]
    elif limit.not_before:
        _draw_waiting(painter, stretch, limit, t)
        ends = [axis.x(limit.due_latest), axis.x(actual)]
    else:
        _draw_using(painter, stretch, limit, t)
        ends = [axis.x(limit.due_latest), axis.x(actual)]
    for day in {limit.due, limit.due_latest, actual} - {None}:
        assert day is not None
        _tick(painter, axis.x(day), top, tall, t)
    return max(ends)


def _draw_using(painter: QPainter, stretch: object, limit: TimelineLimit, t: Tokens) -> None:
    """Draw a last day: what was used, what was left, what is over."""
    assert callable(stretch)
    assert limit.start is not None
    assert limit.actual is not None
    assert limit.due_latest is not None
    late = limit.actual > limit.due_latest
    if not late:
        painter.fillRect(stretch(limit.start, limit.due_latest), colour(t, "line2"))
        painter.fillRect(stretch(limit.start, limit.actual), colour(t, "blue_fill"))
        return
    painter.fillRect(stretch(limit.start, limit.due_latest), colour(t, "blue_fill"))
    over = {Verdict.PROBLEM: "red_fill", Verdict.HINT: "amber_fill"}.get(limit.verdict, "line2")
    painter.fillRect(stretch(limit.due_latest, limit.actual), colour(t, over))


def _draw_waiting(painter: QPainter, stretch: object, limit: TimelineLimit, t: Tokens) -> None:
    """Draw a time that must pass first: the part that was cut off is red."""
    assert callable(stretch)
    assert limit.start is not None
    assert limit.actual is not None
    assert limit.due_latest is not None
    painter.fillRect(stretch(limit.start, limit.due_latest), colour(t, "blue_fill"))
    if limit.verdict in _LOUD and limit.actual < limit.due_latest:
        tone = "red" if limit.verdict is Verdict.PROBLEM else "amber"
        cut = stretch(max(limit.actual, limit.start), limit.due_latest)
        painter.fillRect(cut, colour(t, "panel"))
        outline(painter, cut, colour(t, tone), 0, dashed=True)


def _tick(painter: QPainter, x: float, top: float, tall: float, t: Tokens) -> None:
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    wide = max(1, round(1.5 * ratio)) / ratio
    left = round(x * ratio) / ratio
    painter.fillRect(QRectF(left, top - 3, wide, tall + 6), colour(t, "ink"))


def _draw_word(
    painter: QPainter, area: QRectF, left: float, limit: TimelineLimit, t: Tokens
) -> None:
    sign = SIGNS[limit.verdict]
    ink = colour(t, sign.colour)
    draw_icon(painter, left, area.center().y(), sign.icon, ink, t.icon_small)
    words = QRectF(left + t.icon_small + t.unit, area.top(), area.right() - left, area.height())
    bold = limit.verdict in _LOUD
    said = limit.word
    if limit.verdict is Verdict.CANNOT_TELL:
        said = "无法判断" if limit.start else "起算日期不明，无法计算"
    draw_text(painter, words, said, font(t, "body", bold), ink, Qt.AlignmentFlag.AlignVCenter)
