"""The signals as lines of one list: rules, signals, their cases, and cases not compared.

Pure; a heading that can be unfolded keeps its key.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from reviewer.model import Place, SignalGroup
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import colour, draw_icon, draw_text, font, hairline, text_width
from reviewer.workspace.views import SignalsView

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Kind(Enum):
    """What a line is."""

    GROUP = "group"
    SIGNAL = "signal"
    SIDE = "side"
    LEFT_OUT = "left_out"  # heading over the cases that were not compared
    CASE = "case"


@dataclass(frozen=True, slots=True)
class SignalLine:
    """One line."""

    kind: Kind
    text: str
    below: str = ""
    """Second line of a group: its method."""
    right: str = ""
    case: UUID | None = None
    place: Place | None = None
    key: str = ""
    """Of a heading that Enter unfolds."""
    open: bool = False

    @property
    def spoken(self) -> str:
        """Return the line for screen readers."""
        return "，".join(part for part in (self.text, self.right, self.below) if part)

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return self.text


def lines_of(view: SignalsView, unfolded: AbstractSet[str]) -> tuple[SignalLine, ...]:
    """Return the lines of a view; `unfolded` are the keys of open headings."""
    lines: list[SignalLine] = []
    if view.unread:
        text = f"{len(view.unread)} 卷尚未识别完，未识别的页没有比对"
        lines += _folded("unread", text, view.unread, view, unfolded)
    for group in view.groups:
        lines += _group_lines(group, view, unfolded)
    return tuple(lines)


def _group_lines(
    group: SignalGroup, view: SignalsView, unfolded: AbstractSet[str]
) -> Iterator[SignalLine]:
    found = len(group.signals)
    right = f"{found} 条线索" if found else "未见线索"
    right += f"　比对 {len(group.compared)} 卷"
    if group.not_compared:
        right += f"　未比对 {len(group.not_compared)} 卷"
    yield SignalLine(Kind.GROUP, f"{group.code}　{group.title}", group.method, right)
    for signal in group.signals:
        yield SignalLine(Kind.SIGNAL, signal.message)
        for side in signal.sides:
            title = view.titles.get(side.case, "")
            page = _page(side.place)
            said = side.said if side.said.startswith(title) else f"{title}　{side.said}"
            yield SignalLine(Kind.SIDE, said.strip(), "", page, side.case, side.place)
    if group.not_compared:
        text = f"{len(group.not_compared)} 卷要素不足，没有比对"
        yield from _folded(group.code, text, group.not_compared, view, unfolded)


def _folded(
    key: str, text: str, cases: tuple[UUID, ...], view: SignalsView, unfolded: AbstractSet[str]
) -> Iterator[SignalLine]:
    is_open = key in unfolded
    yield SignalLine(Kind.LEFT_OUT, text, key=key, open=is_open)
    if is_open:
        for case in cases:
            yield SignalLine(Kind.CASE, view.titles.get(case, ""), case=case)


def _page(place: Place | None) -> str:
    if place is None:
        return ""
    if place.folio:
        return f"{place.folio} 页"
    return f"文件第 {place.page} 页" if place.block is None and place.page else "看原文"


class SignalList(PlainList[SignalLine]):
    """The lines; the page takes Enter."""


class SignalDelegate(RowDelegate):
    """Paints one line."""

    def height(self, row: SignalLine) -> int:
        t = self.view.tokens
        if row.kind is Kind.GROUP:
            return t.row + t.head + t.gap
        return t.row

    def paint_row(self, painter: QPainter, area: QRect, row: SignalLine, *, current: bool) -> None:
        if row.kind is Kind.GROUP:
            self._paint_group(painter, area, row, current=current)
            return
        t = self.view.tokens
        indent = {Kind.SIGNAL: 1, Kind.SIDE: 3, Kind.LEFT_OUT: 1, Kind.CASE: 3}[row.kind]
        left = area.left() + indent * t.inset
        if row.kind in (Kind.SIGNAL, Kind.LEFT_OUT):
            fold = "chevron-down" if row.open else "chevron-right"
            name = "eye" if row.kind is Kind.SIGNAL else fold
            tone = "amber" if row.kind is Kind.SIGNAL else "ink2"
            draw_icon(painter, left, area.center().y() + 1, name, colour(t, tone), t.icon_small)
            left += t.icon_small + t.gap
        wide = text_width(t, row.right) + t.gap if row.right else 0
        words = QRectF(left, area.top(), area.right() - t.inset - wide - left, area.height())
        tone = "ink2" if row.kind is Kind.LEFT_OUT else "ink"
        tone = "blue" if row.kind in (Kind.SIDE, Kind.CASE) else tone
        type_ = font(t, "body", row.kind is Kind.SIGNAL)
        draw_text(painter, words, row.text, type_, colour(t, tone), elide=True)
        end = QRectF(area.right() - t.inset - wide, area.top(), wide, area.height())
        draw_text(painter, end, row.right, font(t), colour(t, "blue"), _RIGHT)
        inside = QRectF(area).adjusted(t.inset, 0, -t.inset, 0)
        hairline(painter, inside, colour(t, "line"), Qt.Edge.BottomEdge)

    def _paint_group(
        self, painter: QPainter, area: QRect, row: SignalLine, *, current: bool
    ) -> None:
        t = self.view.tokens
        if not current:
            painter.fillRect(area, colour(t, "ground"))
        inside = QRectF(area).adjusted(t.inset, t.unit, -t.inset, -t.unit)
        upper = QRectF(inside.left(), inside.top(), inside.width(), t.row)
        lower = QRectF(inside.left(), upper.bottom() - t.unit, inside.width(), t.head)
        draw_text(painter, upper, row.right, font(t, "caption"), colour(t, "ink2"), _RIGHT)
        title = upper.adjusted(0, 0, -text_width(t, row.right, "caption") - t.gap, 0)
        draw_text(painter, title, row.text, font(t, "body", True), colour(t, "ink"), elide=True)
        draw_text(painter, lower, row.below, font(t, "caption"), colour(t, "ink2"), elide=True)
        hairline(painter, QRectF(area), colour(t, "line"), Qt.Edge.BottomEdge)
