"""Figures as an item view with one delegate: tables and the heat map.

A cell that counts cases is a door: it turns blue under the pointer, and Enter or a click opens it.
"""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
)

from reviewer.ui.campaign.statistics.chart_colours import colours_of
from reviewer.ui.rows import Index, RowDelegate, RowsView
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_text, focus_ring, line_below, make_font, text_width
from reviewer.workspace.campaigns.charting import Tone
from reviewer.workspace.campaigns.figure_tables import FigureCell, FigureTable

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEAST_NAME = 9
"""Characters that a column of names keeps in the narrowest table."""
_LEAST_SHARE = 44
"""Least width of one part of what is left, at 字号 12."""
_NO_LIMIT = 16777215
"""QWIDGETSIZE_MAX, which PySide does not name."""


class FigureModel(QAbstractTableModel):
    """The table that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.table = FigureTable("", "", (), ())

    def show_table(self, table: FigureTable) -> None:
        """Replace the table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def cell(self, index: Index) -> FigureCell:
        """Return what stands in a cell."""
        return self.table.rows[index.row()].cells[index.column()]

    def hint(self, index: Index) -> str:
        """Return a cell in words, such as `沙湖支队，平均分 86.2`."""
        cell, row = self.cell(index), self.table.rows[index.row()]
        if cell.hint:
            return cell.hint
        named = next(
            (at for at, head in enumerate(self.table.heads) if head.share and not head.right), 0
        )
        if index.column() == named:
            return cell.text
        head = self.table.heads[index.column()].text
        return f"{row.cells[named].text}，{head} {cell.full or cell.text}"

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.table.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, and its words for tips and screen readers."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.hint(index)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heads, over their columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head = self.table.heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return align_of(head.right, head.centre) | _MIDDLE
        return None


class FigureDelegate(RowDelegate):
    """Paints one cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text, closing line and the focus of one cell."""
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        model, view = index.model(), self.view
        assert isinstance(model, FigureModel)
        assert isinstance(view, FigureGrid)
        cell, tokens = model.cell(index), self.tokens
        current = index == view.currentIndex()
        painter.save()
        if index.row() == view.hovered and cell.level is None:
            painter.fillRect(rect, QColor(tokens.grey_wash))
        if cell.level is not None:
            colour = colours_of(tokens).of(Tone.HEAT, cell.level)
            painter.fillRect(rect.adjusted(1, 1, -1, -1), QColor(colour))
        elif view.closes_rows:
            line_below(painter, rect, tokens.line)
        self._paint_text(painter, rect, index, cell)
        if current and view.hasFocus():
            focus_ring(painter, rect, tokens)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, cell: FigureCell) -> None:
        model, tokens = index.model(), self.tokens
        assert isinstance(model, FigureModel)
        assert isinstance(self.view, FigureGrid)
        head = model.table.heads[index.column()]
        first, last = index.column() == 0, index.column() == len(model.table.heads) - 1
        side = tokens.inset if self.view.closes_rows else 0
        left = side if first else tokens.gap if not head.centre else 0
        right = side if last else tokens.gap if not head.centre else 0
        inside = rect.adjusted(left, 0, -right, 0)
        font = make_font(tokens, tokens.body, bold=cell.strong)
        open_here = bool(cell.cases) and self.view.hovered_cell == (index.row(), index.column())
        font.setUnderline(open_here)
        tone: str = getattr(tokens, "blue" if open_here else cell.tone or "ink")
        if head.right and text_width(font, cell.text) > inside.width():
            inside.setLeft(rect.left())
        draw_text(painter, inside, cell.text, font, tone, align_of(head.right, head.centre))


class FigureGrid(RowsView):
    """The view on a table of figures; `closes_rows` draws the lines between rows."""

    opened_cases = Signal(str, object)  # words, tuple of UUID
    copy_asked = Signal()

    def __init__(self, tokens: Tokens, *, closes_rows: bool = True, whole: bool = False) -> None:
        super().__init__()
        self._tokens = tokens
        self._whole = whole
        self.closes_rows = closes_rows
        self.hovered_cell = (-1, -1)
        self.figures = FigureModel()
        self.setModel(self.figures)
        self.setItemDelegate(FigureDelegate(self, tokens))
        self.setAccessibleName("统计表")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.opened.connect(self._on_opened)
        self.set_tokens(tokens)
        self.set_whole(whole)

    @property
    def table(self) -> FigureTable:
        """Return the table that is shown."""
        return self.figures.table

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes and colours."""
        self._tokens = tokens
        super().set_tokens(tokens)
        self._fit()

    def set_whole(self, whole: bool) -> None:
        """Be as high as the rows, or scroll in the height that is given."""
        self._whole = whole
        upright = QSizePolicy.Policy.Fixed if whole else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if whole else needed)
        if not whole:
            self.setMinimumHeight(self._tokens.head + 3 * self._tokens.row)
            self.setMaximumHeight(_NO_LIMIT)
        self._fit()

    def show_table(self, table: FigureTable) -> None:
        """Show a table; the current cell stays where it was."""
        at = self.currentIndex()
        row, column = max(0, at.row()), max(0, at.column())
        self.figures.show_table(table)
        self.setAccessibleName(table.title)
        self.setAccessibleDescription(table.note)
        self._fit()
        if table.rows:
            inside = (min(row, len(table.rows) - 1), min(column, len(table.heads) - 1))
            self.setCurrentIndex(self.figures.index(*inside))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the whole table; everything else as in any list."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keep the cell under the pointer."""
        super().mouseMoveEvent(event)
        self._hover_cell(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the cell that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._on_opened(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _on_opened(self, index: QModelIndex) -> None:
        cell = self.figures.cell(index)
        if cell.cases:
            self.opened_cases.emit(self.figures.hint(index), cell.cases)

    def _hover_cell(self, spot: QPoint) -> None:
        index = self.indexAt(spot)
        here = (index.row(), index.column())
        if here == self.hovered_cell:
            return
        self.hovered_cell = here
        opens = index.isValid() and self.figures.cell(index).cases
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def _fit(self) -> None:
        self._share()
        if self._whole:
            rows = self._tokens.row * len(self.table.rows)
            wide = sum(self.columnWidth(at) for at in range(len(self.table.heads)))
            scrolls = wide > self.viewport().width()
            room = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
            self.setFixedHeight(self._tokens.head + rows + room + 2)

    def _share(self) -> None:
        heads = self.table.heads
        fixed = {at: self._widest(at) for at, head in enumerate(heads) if not head.share}
        rest = max(0, self.viewport().width() - sum(fixed.values()))
        shares = sum(head.share for head in heads) or 1
        for at, head in enumerate(heads):
            part = fixed[at] if at in fixed else max(self._least(at), rest * head.share // shares)
            self.setColumnWidth(at, part)

    def _least(self, at: int) -> int:
        """Return what a column keeps in the narrowest table: numbers are never cut."""
        head, tokens = self.table.heads[at], self._tokens
        if head.centre:  # a cell of the heat map holds at most three digits
            return self._digits()
        widest = self._widest(at)
        if head.right:
            return widest
        name = text_width(make_font(tokens, tokens.body), "名" * _LEAST_NAME) + 2 * tokens.inset
        return min(widest, max(round(head.share * _LEAST_SHARE * tokens.scale), name))

    def _digits(self) -> int:
        return text_width(make_font(self._tokens, self._tokens.body, bold=True), "100") + 4

    def _head_width(self, at: int) -> int:
        tokens = self._tokens
        head = self.table.heads[at]
        return text_width(make_font(tokens, tokens.caption), head.text) + tokens.gap + tokens.inset

    def _widest(self, at: int) -> int:
        tokens = self._tokens
        font = make_font(tokens, tokens.body, bold=True)
        texts = [text_width(font, row.cells[at].text) for row in self.table.rows[:400]]
        ends = at in (0, len(self.table.heads) - 1)
        side = tokens.gap + (tokens.inset if ends else tokens.gap)
        return max(self._head_width(at), max(texts, default=0) + side)


def align_of(right: bool, centre: bool) -> Qt.AlignmentFlag:
    """Return how a column stands."""
    if centre:
        return Qt.AlignmentFlag.AlignHCenter
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
