"""How the total comes about, from the top down to each deduction, in place of the checklist."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.model import ExplanationLine
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import FlatButton, Rule, ground, label
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import colour, draw_text, font, hairline, text_width
from reviewer.ui.workbench.words import decimals_of, minus_text, points_text
from reviewer.workspace.views import ReviewView

_DEDUCTION = 3  # level of an ExplanationLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Explained:
    """One line of the explanation."""

    line: ExplanationLine
    points: str

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        return f"{self.line.text}　{self.points}"

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return self.line.text


class ExplanationPanel(QWidget):
    """Shows the explanation of a score; a line opens its item."""

    closed = Signal()
    item_wanted = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self.list: ExplanationList = ExplanationList(tokens, "得分说明")
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.opened.connect(self.item_wanted)
        back = FlatButton(tokens, "返回评查项", "chevron-left", "返回评查项 Esc")
        back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(tokens.gap, tokens.unit, tokens.inset, tokens.unit)
        head.addWidget(back)
        head.addStretch(1)
        head.addWidget(label("得分说明", "strong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(tokens))
        column.addWidget(self.list, 1)

    def show_review(self, view: ReviewView) -> None:
        """Show how the score of a review comes about."""
        decimals = decimals_of(view.standard)
        rows = []
        for line in view.explanation:
            points = ""
            if line.points is not None:
                lost = line.level == _DEDUCTION and bool(line.points)
                value = abs(line.points)
                points = minus_text(value, decimals) if lost else points_text(value, decimals)
            rows.append(Explained(line, points))
        self.list.show_rows(rows)


class ExplanationList(PlainList[Explained]):
    """The lines; a click or Enter opens the item."""

    opened = Signal(str)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.current_row()
        if row is not None and row.line.item:
            self.opened.emit(row.line.item)


class _Delegate(RowDelegate):
    """Paints one line, further in for every level."""

    def paint_row(self, painter: QPainter, area: QRect, row: Explained, *, current: bool) -> None:
        t, line = self.view.tokens, row.line
        head = line.level == 1 or (line.level == 0 and bool(row.points))
        if line.level == 1 and not current:
            painter.fillRect(area, colour(t, "ground"))
        hairline(painter, area, colour(t, "line"), Qt.Edge.BottomEdge)
        inside = QRectF(area).adjusted(t.inset + line.level * t.inset, 0, -t.inset, 0)
        step = "caption" if line.level == _DEDUCTION else "body"
        lost = row.points.startswith("−")
        ink = colour(t, "red" if lost else "ink")
        draw_text(painter, inside, row.points, font(t, "body", head or lost), ink, _RIGHT)
        words = inside.adjusted(0, 0, -text_width(t, row.points, "body", True) - t.gap, 0)
        shade = colour(t, "ink2" if line.level == _DEDUCTION else "ink")
        draw_text(painter, words, line.text, font(t, step, head), shade, elide=True)
