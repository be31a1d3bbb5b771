"""The disputed items at the left: how each reviewer judged, and whether it is decided."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from reviewer.model import Choice
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import colour, draw_disc, draw_octagon, draw_text, font, hairline
from reviewer.ui.workbench.words import points_text
from reviewer.workspace.campaigns.meeting_views import Judged, MeetingItem

_TALL = 1.85  # rows of a list
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TONES = {"待议": "amber", "已议": "green"}


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One item of the list."""

    id: str
    short: str
    first: Judged
    second: Judged
    veto: bool
    standing: str

    @property
    def spoken(self) -> str:
        """Return the row as a sentence."""
        sides = f"甲{self.first.word}，乙{self.second.word}"
        return f"{self.id} {self.short}，{sides}，{self.standing}"

    @property
    def tip(self) -> str:
        """Return what the pointer shows."""
        return f"{self.id}　{self.short}"


def dispute_row(item: MeetingItem) -> DisputeRow:
    """Return the row of an item."""
    return DisputeRow(
        item.id, item.short, item.first, item.second, item.full is None, item.standing
    )


class DisputeList(PlainList[DisputeRow]):
    """Shows the items; ↓ and ↑ go through them."""

    item_wanted = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens, "争议项")
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Delegate(self))
        self.chosen.connect(self._on_chosen)

    def show_item(self, item: str) -> None:
        """Make an item the current row."""
        at = self.row_of(lambda row: row.id == item)
        if at >= 0:
            self.set_current(at)

    def _on_chosen(self, at: int) -> None:
        self.item_wanted.emit(self.rows.rows[at].id)


class _Delegate(RowDelegate):
    """Paints two lines: the item, and both verdicts with their points."""

    view: DisputeList

    def height(self, _row: DisputeRow) -> int:
        return round(self.view.tokens.row * _TALL)

    def paint_row(self, painter: QPainter, area: QRect, row: DisputeRow, *, current: bool) -> None:
        t = self.view.tokens
        hairline(painter, area, colour(t, "line"), Qt.Edge.BottomEdge)
        inside = QRectF(area).adjusted(t.inset, t.unit, -t.block, -t.unit)
        half = inside.height() / 2
        above = QRectF(inside.left(), inside.top(), inside.width(), half)
        wide = 2.2 * t.body
        ink = colour(t, "ink")
        draw_text(painter, above, row.id, font(t, "body", True), colour(t, "ink2"))
        words = above.adjusted(wide, 0, 0, 0)
        draw_text(painter, words, row.short, font(t, "body", current), ink, elide=True)
        below = above.translated(0, half)
        for at, judged in enumerate((row.first, row.second)):
            self._paint_side(painter, below, 3.9 * t.body * at, judged, row.veto)
        tone = colour(t, _TONES.get(row.standing, "ink2"))
        strong = row.standing in _TONES
        draw_text(painter, below, row.standing, font(t, "caption", strong), tone, _RIGHT)

    def _paint_side(
        self, painter: QPainter, line: QRectF, left: float, judged: Judged, veto: bool
    ) -> None:
        t = self.view.tokens
        size = float(t.icon_small)
        disc = QRectF(line.left() + left, line.center().y() - size / 2, size, size)
        if veto and judged.choice is Choice.FAILS:
            draw_octagon(painter, disc, t)
        else:
            draw_disc(painter, disc, judged.choice, t)
        said = judged.word if veto else points_text(judged.given)
        words = QRectF(disc.right() + t.unit, line.top(), 3 * t.body, line.height())
        draw_text(painter, words, said, font(t, "body"), colour(t, "ink"))
