"""The evidence of the review: every place that a person tied to an item."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.document_rows import EvidenceRow
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import colour, draw_text, font, outline, text_width

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EvidenceList(PlainList[EvidenceRow]):
    """Shows the evidence; choosing a row opens its page and its item."""

    evidence_wanted = Signal(object)  # EvidenceRow

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "证据", parent)
        self.setItemDelegate(_Delegate(self))
        self.chosen.connect(self._on_chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        at = self.indexAt(event.position().toPoint()).row()
        if at >= 0 and at == before:
            self._on_chosen(at)

    def _on_chosen(self, at: int) -> None:
        self.evidence_wanted.emit(self.rows.rows[at])


class _Delegate(RowDelegate):
    """Paints item, quote and page."""

    def paint_row(self, painter: QPainter, area: QRect, row: EvidenceRow, *, current: bool) -> None:
        t = self.view.tokens
        width = text_width(t, row.item, "caption", True) + t.gap
        tag = QRectF(area.left() + t.gap, area.top() + t.unit, width, area.height() - 2 * t.unit)
        ink = colour(t, row.colour + "_fill")
        outline(painter, tag, ink, t.radius, fill=ink)
        middle = Qt.AlignmentFlag.AlignCenter
        draw_text(painter, tag, row.item, font(t, "caption", True), colour(t, "on_fill"), middle)
        page = QRectF(area).adjusted(0, 0, -t.block, 0)
        draw_text(painter, page, row.page, font(t, "caption"), colour(t, "blue"), _RIGHT)
        right = page.right() - text_width(t, row.page, "caption") - t.gap
        words = QRectF(tag.right() + t.gap, area.top(), right - tag.right() - t.gap, area.height())
        type_ = font(t, "caption", current)
        draw_text(painter, words, row.text, type_, colour(t, "ink"), elide=True)
