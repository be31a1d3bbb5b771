"""Drawing what the delegates and painted widgets of the workbench share.

Everything takes a `Tokens`; nothing here holds a colour or a size of its own.  Solid means that a
person decided, an outline that the machine proposes.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from reviewer.model import Choice, Verdict
from reviewer.ui.theme import Tokens, pixmap
from reviewer.ui.workbench.words import VERDICT_WORDS

_CENTRE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Sign:
    """How a machine verdict is shown: icon, colour token and word together."""

    icon: str
    colour: str
    word: str


SIGNS = {
    Verdict.PROBLEM: Sign("alert", "red", VERDICT_WORDS[Verdict.PROBLEM]),
    Verdict.HINT: Sign("eye", "amber", VERDICT_WORDS[Verdict.HINT]),
    Verdict.CANNOT_TELL: Sign("question", "grey", VERDICT_WORDS[Verdict.CANNOT_TELL]),
    Verdict.OK: Sign("check", "green", VERDICT_WORDS[Verdict.OK]),
    Verdict.NOT_APPLICABLE: Sign("question", "grey", VERDICT_WORDS[Verdict.NOT_APPLICABLE]),
}
CHOICE_COLOURS = {Choice.CONFORMS: "green", Choice.FAILS: "red", Choice.ABSENT: "grey"}
_CHOICE_ICONS = {Choice.CONFORMS: "check", Choice.FAILS: "cross", Choice.ABSENT: "slash"}


def colour(tokens: Tokens, name: str) -> QColor:
    """Return the token `name` as a colour."""
    return QColor(getattr(tokens, name))


@lru_cache(maxsize=64)
def font(tokens: Tokens, size: str = "body", bold: bool = False) -> QFont:
    """Return the font of the type step `size`."""
    made = QFont(tokens.font_family)
    made.setPixelSize(getattr(tokens, size))
    made.setBold(bold)
    return made


def text_width(tokens: Tokens, text: str, size: str = "body", bold: bool = False) -> int:
    """Return the width of `text` in logical pixels."""
    return QFontMetrics(font(tokens, size, bold)).horizontalAdvance(text)


def draw_text(
    painter: QPainter,
    rect: QRect | QRectF,
    text: str,
    type_: QFont,
    ink: QColor,
    align: Qt.AlignmentFlag = _CENTRE_LEFT,
    *,
    elide: bool = False,
) -> None:
    """Draw one line of text; it elides at the right when `elide` is set."""
    painter.setFont(type_)
    painter.setPen(ink)
    if elide:
        metrics = QFontMetrics(type_)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    flags = int(align) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(QRectF(rect), flags, text)


def draw_icon(
    painter: QPainter, x: float, centre_y: float, name: str, ink: QColor, size: int
) -> None:
    """Draw an icon with its left edge at `x`, centred on `centre_y`, on device pixels."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    drawn = pixmap(name, ink.name(), size, ratio)
    top = round((centre_y - size / 2) * ratio) / ratio
    painter.drawPixmap(QPointF(round(x * ratio) / ratio, top), drawn)


def hairline(painter: QPainter, rect: QRect | QRectF, ink: QColor, edge: Qt.Edge) -> None:
    """Fill a line of one logical pixel, in whole device pixels, along an edge of `rect`."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    width = max(1, round(ratio)) / ratio
    area = QRectF(rect)
    if edge is Qt.Edge.BottomEdge:
        area.setTop(round(area.bottom() * ratio) / ratio - width)
    elif edge is Qt.Edge.TopEdge:
        area.setHeight(width)
    elif edge is Qt.Edge.RightEdge:
        area.setLeft(round(area.right() * ratio) / ratio - width)
    else:
        area.setWidth(width)
    painter.fillRect(area, ink)


def outline(
    painter: QPainter,
    rect: QRectF,
    ink: QColor,
    radius: float,
    *,
    fill: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Draw a rounded rectangle whose line lies inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, width)
    if dashed:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect | QRectF, tokens: Tokens) -> None:
    """Draw the focus ring inside `rect`."""
    ring = tokens.ring
    outline(painter, QRectF(rect), colour(tokens, "blue"), tokens.radius, width=ring)


def draw_disc(painter: QPainter, rect: QRectF, choice: Choice, tokens: Tokens) -> None:
    """Draw the solid disc of a verdict, or the empty ring of 待定."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if choice is Choice.PENDING:
        painter.setPen(QPen(colour(tokens, "edge"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens, CHOICE_COLOURS[choice] + "_fill"))
        painter.drawEllipse(rect)
        size = round(rect.width() * 0.72)
        ink = colour(tokens, "on_fill")
        x = rect.center().x() - size / 2
        draw_icon(painter, x, rect.center().y(), _CHOICE_ICONS[choice], ink, size)
    painter.restore()


def draw_octagon(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw the solid octagon of a veto that is hit."""
    cut = rect.width() * 0.29
    path = QPainterPath(QPointF(rect.left() + cut, rect.top()))
    for x, y in (
        (rect.right() - cut, rect.top()),
        (rect.right(), rect.top() + cut),
        (rect.right(), rect.bottom() - cut),
        (rect.right() - cut, rect.bottom()),
        (rect.left() + cut, rect.bottom()),
        (rect.left(), rect.bottom() - cut),
        (rect.left(), rect.top() + cut),
    ):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colour(tokens, "red_fill"))
    painter.restore()
    size = round(rect.width() * 0.8)
    ink = colour(tokens, "on_fill")
    draw_icon(painter, rect.center().x() - size / 2, rect.center().y(), "exclaim", ink, size)


def tag_width(tokens: Tokens, verdict: Verdict, size: str = "caption") -> int:
    """Return the width of the outlined tag of a machine verdict."""
    word = text_width(tokens, SIGNS[verdict].word, size)
    return word + tokens.icon_small + tokens.gap * 2 + tokens.unit


def draw_tag(
    painter: QPainter, rect: QRectF, verdict: Verdict, tokens: Tokens, size: str = "caption"
) -> None:
    """Draw the outlined tag of a machine verdict."""
    sign = SIGNS[verdict]
    ink = colour(tokens, sign.colour)
    wash = colour(tokens, sign.colour + "_wash")
    outline(painter, rect, ink, tokens.radius, fill=wash)
    x = rect.left() + tokens.gap - 1
    draw_icon(painter, x, rect.center().y(), sign.icon, ink, tokens.icon_small)
    words = rect.adjusted(tokens.gap + tokens.icon_small + tokens.unit - 1, 0, 0, 0)
    draw_text(painter, words, sign.word, font(tokens, size), ink)


def current_bar(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """Wash the current row and put the bar before it."""
    painter.fillRect(rect, colour(tokens, "blue_wash"))
    bar = QRect(rect.left(), rect.top(), tokens.mark, rect.height())
    painter.fillRect(bar, colour(tokens, "blue"))
