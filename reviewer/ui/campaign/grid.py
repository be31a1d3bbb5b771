"""A table of plain texts under heads: what a campaign lists and nobody edits."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from reviewer.ui.campaign.grid_widths import column_widths
from reviewer.ui.rows import Index, RowDelegate, RowsView
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_text, make_font, text_width

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEAST_NAME = 9
"""Characters that a column of names keeps in the narrowest list."""
_MOST_READ = 60
"""Characters that are measured of a text."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column."""

    text: str
    share: int = 0
    """Part of the width that is left; 0 for a column as wide as its widest text."""
    right: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row; `key` says what it stands for."""

    key: object
    cells: tuple[str, ...]
    tones: tuple[str, ...] = ()
    """Token of each cell's colour; ink where it is empty or missing."""
    strong: bool = False


class GridModel(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self, heads: Sequence[Head]) -> None:
        super().__init__()
        self.heads = tuple(heads)
        self.rows: tuple[GridRow, ...] = ()

    def show_rows(self, rows: Sequence[GridRow]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def show_heads(self, heads: Sequence[Head]) -> None:
        """Replace the columns; rows go with them."""
        self.beginResetModel()
        self.heads, self.rows = tuple(heads), ()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, and of the row for screen readers."""
        row = self.rows[index.row()]
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if role in (*shown, Qt.ItemDataRole.AccessibleTextRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "，".join(filter(None, row.cells))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heads, those of numbers at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head = self.heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if head.right else _LEFT
        return None


class GridDelegate(RowDelegate):
    """Paints one cell."""

    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Paint the text in the colour of its tone."""
        model = index.model()
        assert isinstance(model, GridModel)
        row, at = model.rows[index.row()], index.column()
        tokens = self.tokens
        tone = row.tones[at] if at < len(row.tones) else ""
        ends = (tokens.inset if at == 0 else tokens.gap, tokens.gap)
        last = at == len(model.heads) - 1
        inside = cell.adjusted(ends[0], 0, -(tokens.inset if last else ends[1]), 0)
        align = Qt.AlignmentFlag.AlignRight if model.heads[at].right else Qt.AlignmentFlag.AlignLeft
        font = make_font(tokens, tokens.body, bold=row.strong)
        draw_text(painter, inside, row.cells[at], font, getattr(tokens, tone or "ink"), align)


class Grid(RowsView):
    """The view on such a table."""

    def __init__(self, tokens: Tokens, name: str, heads: Sequence[Head]) -> None:
        super().__init__()
        self._tokens = tokens
        self.table = GridModel(heads)
        self.setModel(self.table)
        self.setItemDelegate(GridDelegate(self, tokens))
        self.setAccessibleName(name)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Qt's own least width would push the last column out of a narrow table.
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._needs: tuple[int, ...] = ()
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes and colours."""
        self._tokens = tokens
        super().set_tokens(tokens)
        self._measure()

    def show_rows(self, rows: Sequence[GridRow]) -> None:
        """Replace the rows; the current one stays where its key is."""
        before = self.current_key()
        self.table.show_rows(rows)
        self._measure()
        at = next((i for i, row in enumerate(self.table.rows) if row.key == before), 0)
        if rows:
            self._choose(at)

    def show_heads(self, heads: Sequence[Head]) -> None:
        """Replace the columns."""
        self.table.show_heads(heads)

    def current_key(self) -> object:
        """Return what the current row stands for; None without one."""
        index: QModelIndex = self.currentIndex()
        rows = self.table.rows
        return rows[index.row()].key if index.isValid() and index.row() < len(rows) else None

    def fit(self, least: int, most: int) -> None:
        """Be as high as the rows, within limits."""
        shown = min(max(len(self.table.rows), least), most)
        self.setFixedHeight(self._tokens.head + shown * self._tokens.row + 1)

    def _choose(self, at: int) -> None:
        # Not setCurrentIndex: with Ctrl held it would move there and choose nothing.
        model = self.selectionModel()
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        model.setCurrentIndex(
            self.table.index(at, 0), chosen | QItemSelectionModel.SelectionFlag.Rows
        )

    def see(self, key: object) -> None:
        """Make the row of a key the current one."""
        at = next((i for i, row in enumerate(self.table.rows) if row.key == key), -1)
        if at >= 0:
            self._choose(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, as workbooks take it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)

    def text(self) -> str:
        """Return the heads and the chosen rows, all rows where only one can be chosen."""
        rows = self.table.rows
        if self.selectionMode() is not QAbstractItemView.SelectionMode.SingleSelection:
            chosen = sorted({index.row() for index in self.selectedIndexes()})
            rows = tuple(rows[at] for at in chosen)
        lines = [[head.text for head in self.table.heads], *(one.cells for one in rows)]
        return "\n".join("\t".join(cells) for cells in lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share()

    def _measure(self) -> None:
        self._needs = tuple(self._widest(at) for at in range(len(self.table.heads)))
        self._share()

    def _share(self) -> None:
        heads, tokens = self.table.heads, self._tokens
        if len(self._needs) != len(heads):
            return
        least = text_width(make_font(tokens, tokens.body), "名" * _LEAST_NAME) + 2 * tokens.inset
        shares = tuple(head.share for head in heads)
        widths = column_widths(self.viewport().width(), self._needs, shares, round(least))
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)

    def _widest(self, at: int) -> int:
        tokens = self._tokens
        font = make_font(tokens, tokens.body, bold=True)
        small = make_font(tokens, tokens.caption)
        # Of what is written over several lines nobody sees more than the longest that fits.
        texts = [text_width(font, row.cells[at][:_MOST_READ]) for row in self.table.rows[:400]]
        wide = max([text_width(small, self.table.heads[at].text), *texts])
        ends = (0, len(self.table.heads) - 1)
        beside = sum(tokens.inset if at == end else tokens.gap for end in ends)
        return round(wide) + beside + 2 * tokens.unit
