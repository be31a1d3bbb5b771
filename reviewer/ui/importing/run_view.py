"""How a running import looks: a row per file, twice as high where a remedy stands under it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from reviewer.ui.importing.row_buttons import ButtonDelegate, ButtonView
from reviewer.ui.importing.run_rows import RunRow, RunState, RunTable
from reviewer.ui.rows import Index
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_icon, draw_text, make_font

_SIGN_WIDTH, _KIND_WIDTH, _PAGES_WIDTH, _NAME_SHARE = 35, 140, 76, 0.5
_QUIET = (RunState.WAITING, RunState.DUPLICATE)


class RunDelegate(ButtonDelegate):
    """Paints one cell of a file."""

    def ground(self, index: Index) -> str:
        """Return red wash under a failure."""
        return self.tokens.red_wash if self._row(index).is_failed else ""

    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Paint icon and name, kind, pages or result."""
        row, tokens = self._row(index), self.tokens
        upper = QRect(cell.left(), cell.top(), cell.width(), tokens.row)
        font = make_font(tokens, tokens.body, bold=row.is_failed)
        ink = tokens.ink2 if row.state is RunState.WAITING else tokens.ink
        inside = upper.adjusted(tokens.gap, 0, -tokens.gap, 0)
        match index.column():
            case 0:
                self._paint_sign(painter, cell, row)
            case 1:
                middle = Qt.TextElideMode.ElideMiddle
                draw_text(painter, inside, row.path, font, ink, elide=middle)
            case 2:
                plain = make_font(tokens, tokens.body)
                draw_text(painter, inside, row.kind, plain, tokens.ink2)
            case 3:
                plain = make_font(tokens, tokens.body)
                side = Qt.AlignmentFlag.AlignRight
                draw_text(painter, inside, row.pages, plain, tokens.ink, side)
            case _:
                tone = tokens.red if row.is_failed else ink
                quiet = tokens.ink2 if row.state in _QUIET else tone
                draw_text(painter, inside, row.message, font, quiet)
                self._paint_remedy(painter, cell, index, row)

    def _row(self, index: Index) -> RunRow:
        model = index.model()
        assert isinstance(model, RunTable)
        return model.rows[index.row()]

    def _paint_sign(self, painter: QPainter, cell: QRect, row: RunRow) -> None:
        tokens = self.tokens
        upper = QRect(cell.left(), cell.top(), cell.width(), tokens.row)
        if row.is_failed:
            bar = QRect(cell.left(), cell.top(), tokens.mark, cell.height())
            painter.fillRect(bar, QColor(tokens.red))
        sign, tone = row.state.value
        left = cell.left() + tokens.inset
        colour: str = getattr(tokens, tone)
        draw_icon(painter, sign, colour, left, upper.center().y() + 1, tokens.icon_small)

    def _paint_remedy(self, painter: QPainter, cell: QRect, index: Index, row: RunRow) -> None:
        if not row.is_failed:
            return
        # The remedy runs under all columns, so the last one paints it over the others.
        tokens = self.tokens
        right = self.paint_buttons(painter, index)
        left = self.view.columnViewportPosition(1) + tokens.gap
        lower = QRect(left, cell.top() + tokens.row, right - left - tokens.inset, tokens.row)
        font = make_font(tokens, tokens.body)
        draw_text(painter, lower, f"怎么办：{row.remedy}", font, tokens.ink)


class RunView(ButtonView):
    """The list of files."""

    def __init__(self, tokens: Tokens, table: RunTable) -> None:
        super().__init__()
        self._measures = tokens
        self._table = table
        self.setModel(table)
        self.setItemDelegate(RunDelegate(self, tokens))
        self.setAccessibleName("导入的文件")
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.modelReset.connect(self._on_reset)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take measures."""
        self._measures = tokens
        super().set_tokens(tokens)
        self._on_reset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between name and result."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        scale = self._measures.scale
        sign, kind = round(_SIGN_WIDTH * scale), round(_KIND_WIDTH * scale)
        pages = round(_PAGES_WIDTH * scale)
        rest = max(0, self.viewport().width() - sign - kind - pages)
        name = round(rest * _NAME_SHARE)
        for column, wide in enumerate((sign, name, kind, pages, rest - name)):
            self.setColumnWidth(column, wide)

    def _on_reset(self) -> None:
        self._share()
        for at, row in enumerate(self._table.rows):
            self.setRowHeight(at, self._measures.row * (2 if row.is_failed else 1))
