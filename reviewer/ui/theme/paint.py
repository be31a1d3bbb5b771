"""The strokes that delegates and painted widgets share: fonts, hairlines, row grounds, tags.

Functions take a painter and a `Tokens`; none keeps a state.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from reviewer.ui.theme.icons import pixmap
from reviewer.ui.theme.tokens import Tokens


def make_font(tokens: Tokens, size: int, bold: bool = False) -> QFont:
    """Return the font of the house in `size` logical pixels; Regular and Bold are all there is."""
    font = QFont(tokens.font_family)
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def fill_line(painter: QPainter, rect: QRectF, colour: str) -> None:
    """Fill `rect` grown to whole device pixels, at least one: a hairline that is never blurred."""
    device = painter.deviceTransform()
    there = device.mapRect(rect)
    left, top = round(there.left()), round(there.top())
    width = max(1, round(there.width()))
    height = max(1, round(there.height()))
    back = device.inverted()[0].mapRect(QRectF(left, top, width, height))
    painter.fillRect(back, QColor(colour))


def line_below(painter: QPainter, rect: QRect, colour: str) -> None:
    """Draw the hairline that closes a row or a bar at its lower edge."""
    fill_line(painter, QRectF(rect.left(), rect.bottom(), rect.width(), 1), colour)


def focus_ring(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """Draw the 2 px ring of the thing that has the focus, inside `rect`."""
    painter.save()
    pen = QPen(QColor(tokens.blue), tokens.ring)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = tokens.ring / 2
    painter.drawRect(QRectF(rect).adjusted(inset, inset, -inset, -inset))
    painter.restore()


def draw_icon(
    painter: QPainter, name: str, colour: str, left: float, middle: float, size: int
) -> None:
    """Draw an icon with its left edge at `left`, centred on the height `middle`."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(QPointF(left, middle - size / 2), pixmap(name, colour, size, ratio))


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Draw one line of text, centred on the height of `rect` and elided when it must be."""
    if rect.width() <= 0 or not text:
        return
    shown = QFontMetrics(font).elidedText(text, elide, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, shown)


def text_width(font: QFont, text: str) -> int:
    """Return the width of `text` in logical pixels."""
    return QFontMetrics(font).horizontalAdvance(text)


def draw_bar(painter: QPainter, rect: QRect, share: float, tokens: Tokens) -> None:
    """Draw a small bar of progress: the done part blue, the rest as ground."""
    painter.fillRect(rect, QColor(tokens.line))
    done = QRect(rect)
    done.setWidth(round(rect.width() * min(1.0, max(0.0, share))))
    painter.fillRect(done, QColor(tokens.blue_fill))


def draw_button(
    painter: QPainter, rect: QRect, text: str, tokens: Tokens, hovered: bool = False
) -> None:
    """Draw a small button inside a row of a list."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.blue if hovered else tokens.edge), 1))
    painter.setBrush(QColor(tokens.blue_wash if hovered else tokens.raised))
    painter.drawRoundedRect(
        QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), tokens.radius, tokens.radius
    )
    painter.restore()
    font = make_font(tokens, tokens.caption)
    draw_text(painter, rect, text, font, tokens.ink, Qt.AlignmentFlag.AlignHCenter)
