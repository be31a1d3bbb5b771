"""How the table of cases looks: one delegate, and column widths that let numbers keep theirs."""

from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from reviewer.ui.home.case_rows import CaseTable, Column, cell_text, state_text
from reviewer.ui.rows import Index, RowDelegate, RowsView
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_icon, draw_text, make_font, text_width
from reviewer.workspace.views import CaseRow, CaseState

# Widths at 字号 12; the three texts share what is left, in these parts.
_FIXED = {
    Column.PROCEDURE: 104,
    Column.PAGES: 60,
    Column.STATE: 148,
    Column.PROBLEMS: 64,
    Column.TOTAL: 100,
    Column.GRADE: 76,
    Column.CHANGED: 116,
}
_SHARED = {Column.UNIT: 8, Column.PARTY: 12, Column.CAUSE: 10}
# A case number is never cut; the name of a file that stands for one may be.
_LEAST_TITLE, _MOST_TITLE = 150, 330
# What goes first when there is no room for texts.
_YIELD = (Column.UNIT, Column.PROCEDURE, Column.CHANGED, Column.PAGES, Column.GRADE)
_LEAST_SHARED = 300
_STATE_SIGNS = {
    CaseState.READING: ("rotate", "blue"),
    CaseState.NEW: ("ring", "ink2"),
    CaseState.IN_REVIEW: ("pencil", "ink"),
    CaseState.SIGNED: ("check", "green"),
}


class CaseDelegate(RowDelegate):
    """Paints one cell of a case."""

    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Paint the text of the column, with the icon of its state."""
        model = index.model()
        assert isinstance(model, CaseTable)
        row, column = model.row_at(index), Column(index.column())
        tokens = self.tokens
        body = make_font(tokens, tokens.body)
        inside = cell.adjusted(tokens.gap, 0, -tokens.gap, 0)
        if column is Column.TITLE:
            inside.setLeft(cell.left() + tokens.inset)
            bold = make_font(tokens, tokens.body, bold=True)
            draw_text(painter, inside, row.title, bold, tokens.blue)
        elif column is Column.STATE:
            self._paint_state(painter, inside, row, body)
        elif column is Column.PROBLEMS:
            self._paint_problems(painter, inside, row, body)
        elif column in (Column.TOTAL, Column.PAGES):
            self._paint_number(painter, inside, row, column)
        elif column is Column.CHANGED:
            inside.setRight(cell.right() - tokens.inset)
            self._paint_right(painter, inside, cell_text(row, column), body, tokens.ink2)
        else:
            draw_text(painter, inside, cell_text(row, column), body, tokens.ink)

    def _paint_state(self, painter: QPainter, cell: QRect, row: CaseRow, font: QFont) -> None:
        tokens = self.tokens
        sign, tone = _STATE_SIGNS[row.state]
        colour: str = getattr(tokens, tone)
        draw_icon(painter, sign, colour, cell.left(), cell.center().y() + 1, tokens.icon_small)
        words = cell.adjusted(tokens.icon_small + tokens.unit, 0, tokens.gap, 0)
        ink = tokens.green if row.state is CaseState.SIGNED else tokens.ink
        draw_text(painter, words, state_text(row), font, ink)

    def _paint_problems(self, painter: QPainter, cell: QRect, row: CaseRow, font: QFont) -> None:
        if not row.problems:
            return
        tokens = self.tokens
        text = str(row.problems)
        self._paint_right(painter, cell, text, font, tokens.red)
        left = cell.right() - text_width(font, text) - tokens.icon_small - tokens.unit
        draw_icon(painter, "alert", tokens.red, left, cell.center().y() + 1, tokens.icon_small)

    def _paint_number(self, painter: QPainter, cell: QRect, row: CaseRow, column: Column) -> None:
        tokens = self.tokens
        text = cell_text(row, column)
        settled = column is Column.TOTAL and row.state is CaseState.SIGNED
        font = make_font(tokens, tokens.body, bold=settled)
        self._paint_right(painter, cell, text, font, tokens.ink if text != "—" else tokens.ink2)

    def _paint_right(
        self, painter: QPainter, cell: QRect, text: str, font: QFont, colour: str
    ) -> None:
        # Numbers and dates never elide: the rectangle is as wide as they need.
        wide = max(cell.width(), text_width(font, text) + 1)
        spot = QRect(cell.right() - wide + 1, cell.top(), wide, cell.height())
        draw_text(painter, spot, text, font, colour, Qt.AlignmentFlag.AlignRight)


class CaseView(RowsView):
    """The view on the cases."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.setItemDelegate(CaseDelegate(self, tokens))
        self.setAccessibleName("案卷")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take row heights and column widths."""
        self._tokens = tokens
        super().set_tokens(tokens)
        self._share()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Share the width anew whenever other cases are shown."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._share)
            model.dataChanged.connect(self._share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share()

    def current_case(self) -> UUID | None:
        """Return the case of the current row."""
        index = self.currentIndex()
        return self._table().row_at(index).id if index.isValid() else None

    def choose(self, case_id: UUID | None) -> None:
        """Make a case the current row without scrolling more than needed."""
        index = self._table().position(case_id) if case_id else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)

    def _table(self) -> CaseTable:
        model = self.model()
        assert isinstance(model, CaseTable)
        return model

    def _share(self) -> None:
        if self.model() is None:
            return
        scale = self._tokens.scale
        fixed = {column: round(wide * scale) for column, wide in _FIXED.items()}
        fixed[Column.TITLE] = self._title_width()
        shared = dict(_SHARED)
        hidden: set[Column] = set()
        for column in _YIELD:
            if self.viewport().width() - sum(fixed.values()) >= round(_LEAST_SHARED * scale):
                break
            hidden.add(column)
            fixed.pop(column, None)
            shared.pop(column, None)
        rest = max(0, self.viewport().width() - sum(fixed.values()))
        for column in Column:
            self.setColumnHidden(column, column in hidden)
            part = rest * shared.get(column, 0) // sum(shared.values())
            self.setColumnWidth(column, fixed.get(column, part))

    def _title_width(self) -> int:
        tokens = self._tokens
        bold = make_font(tokens, tokens.body, bold=True)
        widest = max((text_width(bold, title) for title in self._table().titles), default=0)
        least, most = (round(wide * tokens.scale) for wide in (_LEAST_TITLE, _MOST_TITLE))
        return min(max(widest + tokens.inset + tokens.gap + 1, least), most)
