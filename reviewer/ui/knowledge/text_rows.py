"""A list of plain lines in columns: name, content, remark.  For what needs no list of its own."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QWidget

from reviewer.ui.parts import Line, card, column
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import colour, draw_icon, draw_text, font, hairline, text_width


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line."""

    name: str
    content: str
    remark: str = ""
    icon: str = ""
    tone: str = "ink"
    """Token of the content's colour."""

    @property
    def spoken(self) -> str:
        """Return the line for screen readers."""
        return "，".join(part for part in (self.name, self.content, self.remark) if part)

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return self.content


class TextList(PlainList[TextLine]):
    """Lines in columns as wide as their widest name."""

    def __init__(self, tokens: Tokens, name: str) -> None:
        super().__init__(tokens, name)
        self.setItemDelegate(_Delegate(self))


class _Delegate(RowDelegate):
    """Paints one line."""

    def paint_row(self, painter: QPainter, area: QRect, row: TextLine, *, current: bool) -> None:
        t = self.view.tokens
        rows = self.view.rows.rows
        left = area.left() + t.inset
        if any(line.icon for line in rows):
            if row.icon:
                ink = colour(t, row.tone)
                draw_icon(painter, left, area.center().y() + 1, row.icon, ink, t.icon_small)
            left += t.icon_small + t.gap
        wide = max(text_width(t, line.name, "body", True) for line in rows) + 2 * t.inset
        name = QRectF(left, area.top(), wide, area.height())
        draw_text(painter, name, row.name, font(t, "body", current), colour(t, "ink"))
        remark = text_width(t, row.remark, "caption") + t.gap if row.remark else 0
        right = area.right() - t.inset
        rest = QRectF(name.right(), area.top(), right - name.right() - remark, area.height())
        draw_text(painter, rest, row.content, font(t), colour(t, row.tone), elide=True)
        end = QRectF(right - remark, area.top(), remark, area.height())
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, end, row.remark, font(t, "caption"), colour(t, "ink2"), side)
        line = QRectF(area).adjusted(t.inset, 0, -t.inset, 0)
        hairline(painter, line, colour(t, "line"), Qt.Edge.BottomEdge)


def headed(tokens: Tokens, head: QBoxLayout, body: QWidget) -> QWidget:
    """Return a card with a head, whose first part takes all room, over a list."""
    made = card()
    head.setStretch(0, 1)
    inside = column(head, Line(), body, gap=0)
    head.setContentsMargins(tokens.inset, tokens.gap, tokens.gap, tokens.gap)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.setStretch(2, 1)
    made.setLayout(inside)
    return made
