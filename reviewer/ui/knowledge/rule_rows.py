"""The rules as rows of a list: which are shown, what each says, and how it is painted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from reviewer.ui.actions import matches
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.paint import (
    colour,
    draw_icon,
    draw_text,
    font,
    hairline,
    text_width,
)
from reviewer.ui.workbench.words import cited
from reviewer.workspace.rule_views import RuleRow

_CODE = 96
"""px at 字号 12 for the code."""
_TITLE = 240
"""px at 字号 12 for the title, where there is room for the basis behind it."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RuleFilter(Enum):
    """Which rules the list shows."""

    ALL = "全部"
    OFF = "停用"
    ANSWERED = "有本机记录"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as the list shows it."""

    row: RuleRow

    @property
    def state(self) -> str:
        """Return the word at the right: 停用, or how it fared."""
        if self.row.off:
            return "停用"
        record = self.row.record
        return f"采纳 {record.accepted}/{record.answers}" if record.answers else ""

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        rule = self.row.rule
        return "，".join(part for part in (rule.code, rule.title, self.state) if part)

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return f"{self.row.rule.code} {self.row.rule.title}：{self.row.rule.method}"


def fits(row: RuleRow, chosen: RuleFilter) -> bool:
    """Return whether a filter shows the rule."""
    if chosen is RuleFilter.OFF:
        return row.off
    return chosen is RuleFilter.ALL or bool(row.record.answers or row.record.missed)


def shown_rows(rows: Iterable[RuleRow], chosen: RuleFilter, query: str) -> tuple[RuleLine, ...]:
    """Return the rules that filter and query leave; the query also looks into basis and method."""
    words = query.split()
    return tuple(
        RuleLine(row)
        for row in rows
        if fits(row, chosen) and all(_has(row, word) for word in words)
    )


def _has(row: RuleRow, word: str) -> bool:
    rule = row.rule
    named = f"{rule.code} {rule.title}"
    text = " ".join((*rule.basis, rule.method, row.reads))
    return matches(named, word) or word.lower() in text.lower()


class RuleList(PlainList[RuleLine]):
    """The rules; the keys of the list are those of its page."""


class RuleDelegate(RowDelegate):
    """Paints one rule: code, title, state."""

    def paint_row(self, painter: QPainter, area: QRect, row: RuleLine, *, current: bool) -> None:
        t, rule = self.view.tokens, row.row.rule
        off = row.row.off
        ink = colour(t, "grey" if off else "ink")
        left = area.left() + t.inset
        code = QRectF(left, area.top(), round(_CODE * t.scale), area.height())
        draw_text(painter, code, rule.code, font(t, "body", current), colour(t, "ink2"))
        wide = text_width(t, row.state, "caption") + t.gap
        right = QRectF(area.right() - t.inset - wide, area.top(), wide, area.height())
        draw_text(painter, right, row.state, font(t, "caption"), colour(t, "ink2"), _RIGHT)
        if off:
            draw_icon(painter, right.left() - t.icon_small, area.center().y() + 1, "slash",
                      colour(t, "grey"), t.icon_small)  # fmt: skip
        words = QRectF(
            code.right(), area.top(), right.left() - code.right() - t.icon, area.height()
        )
        title = round(_TITLE * t.scale)
        if words.width() > 1.6 * title:
            basis = words.adjusted(title, 0, -t.gap, 0)
            words.setWidth(title - t.gap)
            said = cited(rule.basis)
            draw_text(painter, basis, said, font(t, "caption"), colour(t, "ink2"), elide=True)
        draw_text(painter, words, rule.title, font(t, "body", current), ink, elide=True)
        line = QRectF(area).adjusted(t.inset, 0, -t.inset, 0)
        hairline(painter, line, colour(t, "line"), Qt.Edge.BottomEdge)
