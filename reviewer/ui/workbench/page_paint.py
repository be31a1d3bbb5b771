"""Drawing one page of the canvas: paper, marks, selection, margin tags.

Frames use the fill colours: the paper stays light in the dark theme, dimmed but never inverted,
so that evidence looks like the original.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from reviewer.model import Box
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.page_layout import TAGS, box_rect
from reviewer.ui.workbench.page_marks import MarkKind, PageMark
from reviewer.ui.workbench.paint import colour, draw_text, font, hairline, outline, text_width

_DIM = 0.22  # of the ground behind: paper of luminance 0.6 in the dark theme
_SELECTED = 0.28
_FRAMES = {
    MarkKind.COUNTED: "red_fill",
    MarkKind.CONFORMS: "green_fill",
    MarkKind.NOTED: "grey_fill",
    MarkKind.PROPOSAL: "amber_fill",
    MarkKind.FITTING: "green_fill",
    MarkKind.FOUND: "blue_fill",
}
_TAG_COLOURS = {
    MarkKind.COUNTED: "red",
    MarkKind.CONFORMS: "green",
    MarkKind.NOTED: "grey",
    MarkKind.PROPOSAL: "amber",
}
_OVER = 2.0  # px that a frame stands outside the characters


@dataclass(frozen=True, slots=True)
class Tag:
    """A margin tag with its place on the canvas."""

    rect: QRectF
    mark: PageMark
    start: QPointF
    """Where its line begins, at the right edge of the frame."""


def draw_paper(painter: QPainter, rect: QRectF, picture: QPixmap | None, tokens: Tokens) -> None:
    """Draw the page's picture, scaled only while the sharp one is on its way."""
    if picture is None:
        painter.fillRect(rect, colour(tokens, "raised" if not tokens.dark else "line2"))
    else:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        exact = picture.width() == round(rect.width() * ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
        target = QRectF(rect.topLeft(), rect.size())
        if exact and abs(picture.height() - rect.height() * ratio) < 2:
            target.setHeight(picture.height() / ratio)
        painter.drawPixmap(target, picture, QRectF(picture.rect()))


def draw_edge(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw the edge of the paper, and dim it in the dark theme."""
    if tokens.dark:
        veil = colour(tokens, "sunken")
        veil.setAlphaF(_DIM)
        painter.fillRect(rect, veil)
    for edge in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge, Qt.Edge.LeftEdge, Qt.Edge.RightEdge):
        hairline(painter, rect, colour(tokens, "line2"), edge)


def draw_notice(painter: QPainter, rect: QRectF, text: str, tokens: Tokens) -> None:
    """Write a sentence at the head of a page that cannot be shown, where it is seen at once."""
    painter.setPen(colour(tokens, "red_fill"))
    painter.setFont(font(tokens))
    area = rect.adjusted(tokens.inset, tokens.row, -tokens.inset, 0)
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
    painter.drawText(area, flags | int(Qt.TextFlag.TextWordWrap), text)


def link_rect(rect: QRectF, text: str, tokens: Tokens) -> QRectF:
    """Return where the link stands under the sentence of a page that cannot be shown."""
    width, height = text_width(tokens, text) + 2 * tokens.gap, float(tokens.row)
    left = rect.center().x() - width / 2
    return QRectF(left, rect.top() + 3 * tokens.row, width, height)


def draw_link(painter: QPainter, area: QRectF, text: str, tokens: Tokens) -> None:
    """Draw what opens the original, as a button on the paper."""
    outline(painter, area, colour(tokens, "edge"), tokens.radius)
    draw_text(
        painter, area, text, font(tokens), colour(tokens, "blue_fill"), Qt.AlignmentFlag.AlignCenter
    )


def draw_marker(
    painter: QPainter, rect: QRectF, marks: Iterable[PageMark], turned: int, tokens: Tokens
) -> None:
    """Lay the marker over counted evidence; ink stays readable through it."""
    # One path: where two deductions rest on the same words the marker is laid once.
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for mark in marks:
        if mark.kind is MarkKind.COUNTED and mark.box is not None:
            whole.addRect(_frame(rect, mark.box, turned))
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillPath(whole, colour(tokens, "marker"))
    painter.restore()


def draw_frames(
    painter: QPainter,
    rect: QRectF,
    marks: Iterable[PageMark],
    turned: int,
    tokens: Tokens,
    opacity: Callable[[PageMark], float],
) -> None:
    """Draw the frames: solid by a person, dashed by the machine."""
    for mark in marks:
        if mark.box is None:
            continue
        painter.setOpacity(opacity(mark))
        area = _frame(rect, mark.box, turned)
        if mark.kind is MarkKind.FACT:
            _dotted(painter, area, tokens)
            continue
        ink = colour(tokens, _FRAMES[mark.kind])
        dashed = mark.kind in (MarkKind.PROPOSAL, MarkKind.FITTING)
        fill = QColor(ink) if mark.kind is MarkKind.FOUND else None
        if fill is not None:
            fill.setAlphaF(_SELECTED / 2)
        outline(painter, area, ink, 1, fill=fill, width=1.5, dashed=dashed)
    painter.setOpacity(1.0)


def draw_selection(
    painter: QPainter, rect: QRectF, boxes: Iterable[Box], turned: int, tokens: Tokens
) -> None:
    """Wash the selected text."""
    wash = colour(tokens, "blue_fill")
    wash.setAlphaF(_SELECTED)
    for box in boxes:
        painter.fillRect(box_rect(rect, box, turned), wash)


def draw_rubber(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw the box that is being dragged."""
    wash = colour(tokens, "blue_fill")
    wash.setAlphaF(_SELECTED / 2)
    outline(painter, rect, colour(tokens, "blue_fill"), 1, fill=wash, width=1.5)


def place_tags(
    rect: QRectF, marks: Sequence[PageMark], turned: int, tokens: Tokens
) -> tuple[Tag, ...]:
    """Return the margin tags of a page, top to bottom, pushed down where they would collide."""
    height = float(tokens.control_small - 2)
    wanted: dict[tuple[str, str], tuple[QPointF, PageMark]] = {}
    for mark in marks:
        if not mark.tag or mark.kind not in _TAG_COLOURS:
            continue
        area = _frame(rect, mark.box, turned) if mark.box else QRectF(rect.topRight(), rect.size())
        top = QPointF(min(area.right(), rect.right()), area.center().y())
        if mark.box is None:
            top = QPointF(rect.right(), rect.top() + height)
        wanted.setdefault((mark.owner, mark.tag), (top, mark))
    tags: list[Tag] = []
    free = rect.top()
    for start, mark in sorted(wanted.values(), key=lambda pair: pair[0].y()):
        y = max(free, start.y() - height / 2)
        width = text_width(tokens, mark.tag, "caption", mark.solid) + 1.5 * tokens.gap
        left = rect.right() + tokens.unit
        width = max(width, TAGS * tokens.scale - tokens.gap)
        tags.append(Tag(QRectF(left, y, width, height), mark, start))
        free = y + height + tokens.unit
    return tuple(tags)


def draw_tags(painter: QPainter, tags: Iterable[Tag], tokens: Tokens) -> None:
    """Draw the tags with the lines that tie them to their frames."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for tag in tags:
        name = _TAG_COLOURS[tag.mark.kind]
        solid = tag.mark.solid
        ink = colour(tokens, name + "_fill")
        painter.setPen(QPen(ink, 1))
        if tag.mark.box is not None:
            painter.drawLine(tag.start, QPointF(tag.rect.left(), tag.rect.center().y()))
        if solid:
            outline(painter, tag.rect, ink, tokens.radius, fill=ink)
        else:
            wash, edge = colour(tokens, name + "_wash"), colour(tokens, name)
            outline(painter, tag.rect, edge, tokens.radius, fill=wash, dashed=True)
        words = colour(tokens, "on_fill") if solid else colour(tokens, name)
        draw_text(
            painter,
            tag.rect,
            tag.mark.tag,
            font(tokens, "caption", solid),
            words,
            Qt.AlignmentFlag.AlignCenter,
        )
    painter.restore()


def mark_at(
    rect: QRectF, marks: Sequence[PageMark], turned: int, point: QPointF
) -> PageMark | None:
    """Return the mark under a point, the smallest first."""
    hits = [
        (area.width() * area.height(), i)
        for i, mark in enumerate(marks)
        if mark.box is not None and (area := _frame(rect, mark.box, turned)).contains(point)
    ]
    return marks[min(hits)[1]] if hits else None


def _frame(rect: QRectF, box: Box, turned: int) -> QRectF:
    return box_rect(rect, box, turned).adjusted(-_OVER, -_OVER, _OVER, _OVER)


def _dotted(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    pen = QPen(colour(tokens, "blue_fill"), 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1.5, 1.5])
    painter.setPen(pen)
    painter.drawLine(area.bottomLeft(), area.bottomRight())
