"""The dates of a timeline as rows of a list, in one column or two."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from reviewer.model import Standing, Timeline, TimelineDate, Verdict
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import (
    SIGNS,
    colour,
    draw_icon,
    draw_text,
    font,
    hairline,
    text_width,
)
from reviewer.workspace.views import FactRow

_TWO_COLUMNS = 1100
"""Width at 字号 12 from which the dates stand in two columns."""
_WEEK = "一二三四五六日"
_LOUD = (Verdict.PROBLEM, Verdict.HINT)
_NOTHING = "未识别"


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date as the list shows it."""

    date: TimelineDate
    page: str
    """How its page is called, such as 第 7 页; empty without one."""
    day: str
    """As shown: 04-26, with the year in a case of several years."""
    weekday: str

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        said = spoken_date(self.date)
        return f"{said}，{self.page}" if self.page else said

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return spoken_date(self.date)


def spoken_date(one: TimelineDate) -> str:
    """Return a date in words."""
    day = f"{one.day:%Y-%m-%d}" if one.day else "日期" + _NOTHING
    word = f"，{SIGNS[one.verdict].word}" if one.verdict in _LOUD else ""
    note = f"。{one.note}" if one.note else ""
    return f"{one.name} {day}{word}{note}"


def date_lines(timeline: Timeline, index: CaseIndex | None) -> tuple[DateLine, ...]:
    """Return the rows of a timeline."""
    years = {one.day.year for one in timeline.dates if one.day}
    form = "%m-%d" if len(years) == 1 else "%Y-%m-%d"
    return tuple(
        DateLine(
            one,
            _page(one, index),
            one.day.strftime(form) if one.day else _NOTHING,
            f"周{_WEEK[one.day.weekday()]}" if one.day else "",
        )
        for one in timeline.dates
    )


def _page(one: TimelineDate, index: CaseIndex | None) -> str:
    name = index.label(one.place) if index is not None and one.place is not None else ""
    return f"第 {name} 页" if name.isascii() and name.isdigit() else name


def row_for(wanted: TimelineDate, facts: Iterable[FactRow]) -> FactRow | None:
    """Return the row of the facts in which the date `wanted` is typed; None without one."""
    rows = [row for row in facts if row.key == wanted.key]
    same = [row for row in rows if row.fact is not None and row.fact.place == wanted.place]
    return next(iter(same or rows), None)


class DatesList(PlainList[DateLine]):
    """Shows the dates; Enter or a click opens the page, E asks to correct the date."""

    opened = Signal(object)  # TimelineDate
    correction_wanted = Signal(object)  # TimelineDate
    moved = Signal(int)  # position of the date that became current

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "案件日期", parent)
        self.setItemDelegate(DateDelegate(self))
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chosen.connect(self.moved)
        self._fit()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        super().set_tokens(tokens)
        self._fit()

    def show_timeline(self, timeline: Timeline, index: CaseIndex | None) -> None:
        """Show the dates of a timeline."""
        self.show_rows(date_lines(timeline, index))
        self._fit()

    @property
    def columns(self) -> int:
        """Return how many columns there is room for."""
        return 2 if self.width() >= _TWO_COLUMNS * self.tokens.scale else 1

    def widths(self) -> tuple[int, int, int, int]:
        """Return the widths of day, weekday, name and page, the same in every row."""
        t, rows = self.tokens, self.rows.rows

        def widest(words: list[str], size: str = "body", bold: bool = False) -> int:
            return max((text_width(t, word, size, bold) for word in words), default=0)

        return (
            widest([row.day for row in rows], "body", True) + t.gap,
            widest([row.weekday for row in rows], "caption") + t.gap,
            widest([row.date.name for row in rows], "body", True) + t.block,
            widest([row.page for row in rows]) + t.block,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not hasattr(self, "rows"):
            return
        lines = -(-len(self.rows.rows) // self.columns)
        tall = self.tokens.row
        self.setGridSize(QSize(max(1, self.viewport().width() // self.columns), tall))
        # Qt begins a new column where a row would end exactly at the lower edge.
        height = max(1, lines) * tall + 2
        if self.height() != height:
            self.setFixedHeight(height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.current_row()
        inside = self.indexAt(event.position().toPoint()).isValid()
        if line is not None and inside and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(line.date)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, key = self.current_row(), event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and line is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(line.date)
        elif plain and line is not None and key == Qt.Key.Key_E:
            self.correction_wanted.emit(line.date)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Go to the next or previous date."""
        count = len(self.rows.rows)
        if count:
            self.setCurrentIndex(self.rows.index((self.currentIndex().row() + by) % count))


class DateDelegate(RowDelegate):
    """Paints one date."""

    view: DatesList

    def sizeHint(self, _option: object, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.view.gridSize()

    def paint_row(self, painter: QPainter, area: QRect, row: DateLine, *, current: bool) -> None:
        t, one = self.view.tokens, row.date
        sign = SIGNS[one.verdict]
        tone = sign.colour if one.verdict in _LOUD else "ink"
        grey = one.standing is not Standing.READ
        x = area.left() + t.gap
        middle = area.center().y()
        if one.verdict in _LOUD:
            draw_icon(painter, x, middle, sign.icon, colour(t, tone), t.icon_small)
        elif grey:
            draw_icon(painter, x, middle, "question", colour(t, "grey"), t.icon_small)
        x += t.icon_small + t.gap
        day, week, name, page = self.view.widths()
        ink = colour(t, "grey" if grey else tone)
        cells = (
            (row.day, day, font(t, "body", one.verdict in _LOUD), ink),
            (row.weekday, week, font(t, "caption"), colour(t, "ink2")),
            (one.name, name, font(t, "body", not grey), ink if grey else colour(t, "ink")),
            (row.page, page, font(t, "body", current), colour(t, "blue")),
        )
        for text, wide, type_, shade in cells:
            draw_text(painter, QRectF(x, area.top(), wide, area.height()), text, type_, shade)
            x += wide
        rest = QRectF(x, area.top(), area.right() - x - t.gap, area.height())
        shade = colour(t, tone if one.verdict in _LOUD else "ink2")
        draw_text(painter, rest, one.note, font(t, "body"), shade, elide=True)
        line = QRectF(area).adjusted(t.gap, 0, -t.gap, 0)
        hairline(painter, line, colour(t, "line"), Qt.Edge.BottomEdge)
