"""How the preview of an import looks: case heads, files, and failures with their remedy."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from reviewer.ui.importing.plan_rows import PlanKind, PlanRow, PlanTable
from reviewer.ui.importing.row_buttons import ButtonDelegate, ButtonView
from reviewer.ui.rows import Index
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_icon, draw_text, make_font, text_width

_WIDTHS = (0, 150, 64, 90, 200)
"""Widths at 字号 12; the file name takes the rest."""


class PlanDelegate(ButtonDelegate):
    """Paints one cell of the preview."""

    def ground(self, index: Index) -> str:
        """Return grey under heads and red wash under failures."""
        kind = self._row(index).kind
        if kind is PlanKind.FAILED:
            return self.tokens.red_wash
        return self.tokens.ground if kind in (PlanKind.CASE, PlanKind.HEADING) else ""

    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Paint the cell by the kind of its row."""
        row = self._row(index)
        if row.kind is PlanKind.FILE:
            self._paint_file(painter, cell, index, row)
        elif row.kind is PlanKind.FAILED:
            self._paint_failed(painter, cell, index, row)
        else:
            self._paint_head(painter, cell, index, row)

    def _row(self, index: Index) -> PlanRow:
        model = index.model()
        assert isinstance(model, PlanTable)
        return model.rows[index.row()]

    def _paint_head(self, painter: QPainter, cell: QRect, index: Index, row: PlanRow) -> None:
        tokens = self.tokens
        right = self.paint_buttons(painter, index)
        sign = "folder" if row.kind is PlanKind.CASE else "minus"
        left = cell.left() + tokens.inset
        draw_icon(painter, sign, tokens.ink2, left, cell.center().y() + 1, tokens.icon_small)
        left += tokens.icon_small + tokens.gap
        bold = make_font(tokens, tokens.body, bold=True)
        small = make_font(tokens, tokens.caption)
        detail = text_width(small, row.detail) + 1
        wide = min(text_width(bold, row.text) + 1, right - left - detail - 2 * tokens.inset)
        draw_text(painter, QRect(left, cell.top(), wide, cell.height()), row.text, bold, tokens.ink)
        spot = QRect(left + wide + tokens.block, cell.top(), detail, cell.height())
        draw_text(painter, spot, row.detail, small, tokens.ink2)

    def _paint_file(self, painter: QPainter, cell: QRect, index: Index, row: PlanRow) -> None:
        tokens = self.tokens
        body = make_font(tokens, tokens.body)
        inside = cell.adjusted(tokens.gap, 0, -tokens.gap, 0)
        match index.column():
            case 0:
                inside.setLeft(cell.left() + tokens.inset + tokens.icon_small + tokens.gap)
                middle = Qt.TextElideMode.ElideMiddle
                draw_text(painter, inside, row.text, body, tokens.ink, elide=middle)
            case 1:
                draw_text(painter, inside, row.detail, body, tokens.ink2)
            case 2:
                draw_text(painter, inside, row.pages, body, tokens.ink, Qt.AlignmentFlag.AlignRight)
            case 3:
                draw_text(painter, inside, row.size, body, tokens.ink2, Qt.AlignmentFlag.AlignRight)
            case _:
                if (
                    self.view.hovered == index.row()
                    or self.view.currentIndex().row() == index.row()
                ):
                    self.paint_buttons(painter, index)

    def _paint_failed(self, painter: QPainter, cell: QRect, index: Index, row: PlanRow) -> None:
        # The row is one cell over the whole width and two rows high.
        tokens = self.tokens
        right = self.paint_buttons(painter, index)
        left = cell.left() + tokens.inset
        upper = QRect(left, cell.top(), cell.right() - left - tokens.inset, tokens.row)
        draw_icon(painter, "cross", tokens.red, left, upper.center().y() + 1, tokens.icon_small)
        upper.setLeft(left + tokens.icon_small + tokens.gap)
        bold = make_font(tokens, tokens.body, bold=True)
        body = make_font(tokens, tokens.body)
        name = min(text_width(bold, row.text) + 1, upper.width() // 2)
        middle = Qt.TextElideMode.ElideMiddle
        where = QRect(upper.left(), upper.top(), name, tokens.row)
        draw_text(painter, where, row.text, bold, tokens.ink, elide=middle)
        said = upper.adjusted(name + tokens.inset, 0, 0, 0)
        draw_text(painter, said, row.size, bold, tokens.red)
        lower = QRect(upper.left(), cell.top() + tokens.row, 0, tokens.row)
        lower.setRight(right - tokens.gap)
        if row.remedy:
            draw_text(painter, lower, f"怎么办：{row.remedy}", body, tokens.ink)


class PlanView(ButtonView):
    """The list of the preview."""

    def __init__(self, tokens: Tokens, table: PlanTable) -> None:
        super().__init__()
        self._measures = tokens
        self._table = table
        self.setModel(table)
        self.setItemDelegate(PlanDelegate(self, tokens))
        self.setAccessibleName("要导入的文件")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.modelReset.connect(self._on_reset)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take measures."""
        self._measures = tokens
        super().set_tokens(tokens)
        self._on_reset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the file name what the others leave."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        widths = [round(wide * self._measures.scale) for wide in _WIDTHS]
        widths[0] = max(round(200 * self._measures.scale), self.viewport().width() - sum(widths))
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)

    def _on_reset(self) -> None:
        self.clearSpans()
        self._share()
        for at, row in enumerate(self._table.rows):
            if row.kind is not PlanKind.FILE:
                self.setSpan(at, 0, 1, self._table.columnCount())
            failed = row.kind is PlanKind.FAILED
            self.setRowHeight(at, self._measures.row * (2 if failed else 1))
