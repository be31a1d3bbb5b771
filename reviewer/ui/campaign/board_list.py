"""The drawn cases on the page 活动: filters, search, and a table that opens its cases."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reviewer.model.casework import CaseState
from reviewer.ui.actions import matches
from reviewer.ui.campaign.filter_row import FilterRow
from reviewer.ui.campaign.grid import Grid, GridDelegate, GridRow, Head
from reviewer.ui.parts import Line, button, label, row
from reviewer.ui.rows import Index
from reviewer.ui.theme import Tokens, icon
from reviewer.ui.theme.paint import draw_bar, draw_icon, draw_text, make_font
from reviewer.workspace.campaigns.board_cases import BoardCase, BoardFilter, CasesView

_MARKED, _STATE = 5, 6
_HEADS = (
    Head("案号"),
    Head("单位", 3),
    Head("程序"),
    Head("案由", 4),
    Head("评查人", 3),
    Head("已评项"),
    Head("状态"),
    Head("得分", right=True),
    Head("评查期限"),
)
_SIGNS = {
    CaseState.WAITING: ("ring", "ink2"),
    CaseState.MISSING: ("alert", "amber"),
    CaseState.REVIEWING: ("pencil", "ink"),
    CaseState.TO_SIGN: ("user", "amber"),
    CaseState.DISPUTED: ("scales", "amber"),
    CaseState.DECIDED: ("check", "green"),
    CaseState.APPEAL: ("pencil", "amber"),
    CaseState.FINAL: ("check", "green"),
    CaseState.REPLACED: ("slash", "ink2"),
    CaseState.DROPPED: ("slash", "ink2"),
}
_BAR_WIDE = 44
_ROOM = "\u2003" * 4
"""Blank at the left of a count, where the bar is painted; of a state, where its icon is."""


class _CaseDelegate(GridDelegate):
    """Paints a bar before the count of items, and the icon of the state."""

    def paint_cell(self, painter: QPainter, cell: QRect, index: Index) -> None:
        """Paint one cell."""
        view, tokens = self.view, self.tokens
        assert isinstance(view, BoardGrid)
        case = view.cases[index.row()]
        inside = cell.adjusted(tokens.gap, 0, -tokens.gap, 0)
        font = make_font(tokens, tokens.body)
        if index.column() == _MARKED:
            wide, high = round(_BAR_WIDE * tokens.scale), max(tokens.unit, cell.height() // 6)
            spot = QRect(inside.left(), cell.center().y() - high // 2, wide, high)
            draw_bar(painter, spot, case.marked / case.items if case.items else 0, tokens)
            inside.setLeft(spot.right() + tokens.gap)
            text = f"{case.marked}/{case.items}" if case.items else "—"
            draw_text(painter, inside, text, font, tokens.ink)
        elif index.column() == _STATE:
            sign, tone = _SIGNS[case.state]
            colour: str = getattr(tokens, tone)
            middle = cell.center().y() + 1
            draw_icon(painter, sign, colour, inside.left(), middle, tokens.icon_small)
            inside.setLeft(inside.left() + tokens.icon_small + tokens.unit)
            draw_text(painter, inside, case.state.value, font, colour)
        else:
            super().paint_cell(painter, cell, index)


class BoardGrid(Grid):
    """The table itself."""

    def __init__(self, tokens: Tokens) -> None:
        self.cases: tuple[BoardCase, ...] = ()
        super().__init__(tokens, "抽中案卷", _HEADS)
        self.setItemDelegate(_CaseDelegate(self, tokens))

    def show_cases(self, cases: tuple[BoardCase, ...]) -> None:
        """Replace the rows."""
        self.cases = cases
        self.show_rows([_row(one) for one in cases])


class BoardList(QWidget):
    """The cases, those of a filter, or those that a bar counts."""

    opened = Signal(object)  # UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view = CasesView((), (), ())
        self._only: frozenset[UUID] | None = None
        self.filters = FilterRow(tokens, [one.value for one in BoardFilter])
        self.only = button("", "small", self.show_all, "cross")
        self.only.hide()
        self.query = QLineEdit()
        self.query.setPlaceholderText("案号、单位、案由、评查人")
        self.query.setAccessibleName("筛选抽中案卷")
        self.query.setFixedWidth(round(240 * tokens.scale))
        self._sign = self.query.addAction(
            icon("search", tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self.table = BoardGrid(tokens)
        copy = button("复制到表格", "normal", self.copy, "copy")
        top = row(label("案卷", "title"), self.filters, self.only, 1, self.query, copy)
        top.setContentsMargins(tokens.inset, tokens.gap, tokens.gap, tokens.gap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(Line())
        layout.addWidget(self.table, 1)
        self.filters.chosen.connect(self._refresh)
        self.query.textChanged.connect(self._refresh)
        self.table.opened.connect(self._on_opened)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._sign.setIcon(icon("search", tokens.ink2))
        self.table.set_tokens(tokens)

    def show_view(self, view: CasesView) -> None:
        """Show the cases as they stand; filter and current row stay."""
        self._view = view
        self.filters.show_counts({one.value: len(view.of(one)) for one in BoardFilter})
        self._refresh()

    def show_only(self, words: str, cases: Collection[UUID]) -> None:
        """Show the cases that a bar or figure counts; one click shows all again."""
        self._only = frozenset(cases)
        self.only.setText(f"\u2009{words}")
        self.only.setAccessibleName(f"只看{words}，按下看全部案卷")
        self.only.show()
        self.filters.press(BoardFilter.ALL.value)
        self._refresh()

    def show_all(self) -> None:
        """Show all cases again."""
        self._only = None
        self.only.hide()
        self._refresh()

    def next_own(self) -> UUID | None:
        """Return the first own case that is not signed; None: there is none."""
        open_states = (CaseState.WAITING, CaseState.REVIEWING, CaseState.TO_SIGN)
        own = (one for one in self._view.cases if one.mine and one.state in open_states)
        return next((one.case for one in own), None)

    def copy(self) -> None:
        """Put the rows that are seen on the clipboard, for a spreadsheet."""
        heads = "\t".join(head.text for head in _HEADS)
        lines = ("\t".join(_texts(one)) for one in self.table.cases)
        QGuiApplication.clipboard().setText("\n".join((heads, *lines)))

    def _refresh(self) -> None:
        chosen = BoardFilter(self.filters.current)
        found = (one for one in self._view.of(chosen) if self._is_wanted(one))
        self.table.show_cases(tuple(found))

    def _is_wanted(self, one: BoardCase) -> bool:
        if self._only is not None and one.case not in self._only:
            return False
        query = self.query.text()
        texts = (one.case_no, one.unit, one.cause, *one.reviewers)
        return not query.strip() or any(matches(text, query) for text in texts if text)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.table.cases[index.row()].case)


def _texts(one: BoardCase) -> tuple[str, ...]:
    marked = f"{one.marked}/{one.items}" if one.items else "—"
    names = "、".join(one.reviewers)
    return (
        one.case_no, one.unit, one.kind, one.cause, names, marked, one.state.value,
        one.score or "—", _term(one),
    )  # fmt: skip


def _row(one: BoardCase) -> GridRow:
    texts = list(_texts(one))
    texts[_MARKED] = f"{_ROOM}{texts[_MARKED]}"
    texts[_STATE] = f"\u2003{texts[_STATE]}"
    late = "red" if one.late else ""
    return GridRow(one.case, tuple(texts), ("blue", "", "", "", "", "", "", "", late))


def _term(one: BoardCase) -> str:
    if one.due is None:
        return "—"
    return f"{one.due:%m-%d} 逾期 {one.late} 天" if one.late else f"{one.due:%m-%d}"
