"""A package before it is read in: what it holds, and what was changed on both desktops."""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import scrolling, section
from reviewer.ui.parts import Line, button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.package_views import (
    Decision,
    PackagePreview,
    PackageRow,
    Standing,
)

_HEADS = (Head("类别"), Head("内容", 1), Head("与本机相比"))
_LISTED = 12
"""Rows of the contents that are seen at most."""
_SHOWN = 4
"""Rows of conflicts that are seen at least."""


class PackagePreviewPage(QWidget):
    """What reading a package in would do; a person decides where both sides changed the same."""

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._found: PackagePreview | None = None
        self._decided: dict[UUID, Decision] = {}
        self._heading = label("", "page_title")
        self._from = label("", "second", wraps=True)
        self._notices = label("", "body", wraps=True)
        self._counts = label("", "body", wraps=True)
        self._foot = label("", "second", wraps=True)
        self.rows = Grid(tokens, "评查包内容", _HEADS)
        heads = (Head("类别"), Head("内容", 1), Head("处理"))
        self.conflicts = Grid(tokens, "两边都改过", heads)
        self._mine = label("", "body", wraps=True)
        self._theirs = label("", "body", wraps=True)
        self.mine = button(Decision.MINE.value, "normal", self._on_mine)
        self.theirs = button(Decision.THEIRS.value, "normal", self._on_theirs)
        self.take = button("读入", "primary", self.confirmed.emit)
        self._build(tokens)
        self.conflicts.selectionModel().currentRowChanged.connect(self._show_sides)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        head = column(self._heading, self._from, gap=2)
        sides = column(
            _side("本机", self._mine),
            _side("来包", self._theirs),
            row(self.mine, self.theirs, 1),
            gap=tokens.gap,
        )
        said = "逐条决定；没有决定的保持本机原样，以后再打开这个包还可以决定"
        self._both = section(tokens, "两边都改过", said, self.conflicts, sides)
        listed = section(tokens, "内容", "", self._counts, self._notices, self.rows)
        back = button("返回", "normal", self.cancelled.emit)
        foot = row(self._foot, back, self.take)
        foot.setStretch(0, 1)
        foot.setContentsMargins(0, tokens.gap, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.gap)
        layout.setSpacing(tokens.block)
        layout.addLayout(head)
        layout.addWidget(scrolling(tokens, self._both, listed, edge=0), 1)
        layout.addWidget(Line())
        layout.addLayout(foot)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self.rows.set_tokens(tokens)
        self.conflicts.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard on what is to be decided, else on reading it in."""
        target = self.conflicts if self._both.isVisible() else self.take
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def decisions(self) -> Mapping[UUID, Decision]:
        """Return what was decided, by record."""
        return dict(self._decided)

    def show_preview(self, found: PackagePreview) -> None:
        """Show what a package holds."""
        self._found, self._decided = found, {}
        self._heading.setText(f"{found.kind.value}《{found.path.name}》")
        made = local(found.made_at)
        to = f"，发给{'、'.join(found.recipients)}" if found.recipients else ""
        self._from.setText(
            f"{found.campaign}　{found.person}于 {made:%Y-%m-%d %H:%M} 在“{found.desktop}”写出{to}"
        )
        self._notices.setText("".join(found.notices))
        self._notices.setVisible(bool(found.notices))
        self._counts.setText(_counted(found))
        quiet = (one for one in found.rows if one.standing is not Standing.CONFLICT)
        self.rows.show_rows([_row(one) for one in quiet])
        self.rows.fit(3, _LISTED)
        self._both.setVisible(bool(found.conflicts))
        self._show_conflicts()
        self._show_foot()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _show_conflicts(self) -> None:
        found = self._found.conflicts if self._found else ()
        self.conflicts.show_rows([self._conflict_row(one) for one in found])
        self.conflicts.fit(1, _SHOWN)
        self._show_sides()

    def _conflict_row(self, one: PackageRow) -> GridRow:
        decided = self._decided.get(one.id)
        said = decided.value if decided else "待决定"
        return GridRow(one.id, (one.sort, one.name, said), ("", "", "" if decided else "amber"))

    def _show_sides(self) -> None:
        one = self._current()
        self._mine.setText(one.mine if one else "")
        self._theirs.setText(one.theirs if one else "")

    def _show_foot(self) -> None:
        waiting = len(self._found.conflicts) - len(self._decided) if self._found else 0
        open_ = f"还有 {waiting} 条待决定，不决定也可以读入。" if waiting else ""
        self._foot.setText(f"{open_}读入是一次完成的：中途停下或者出错，本机保持原样。")

    def _current(self) -> PackageRow | None:
        key = self.conflicts.current_key()
        found = self._found.conflicts if self._found else ()
        return next((one for one in found if one.id == key), None)

    def _on_mine(self) -> None:
        self._decide(Decision.MINE)

    def _on_theirs(self) -> None:
        self._decide(Decision.THEIRS)

    def _decide(self, decision: Decision) -> None:
        one = self._current()
        if one is not None:
            self._decided[one.id] = decision
            self._show_conflicts()
            self._show_foot()


def _side(word: str, said: QLabel) -> QHBoxLayout:
    made = row(label(word, "strong"), said)
    made.setStretch(1, 1)
    return made


def _counted(found: PackagePreview) -> str:
    counts = [f"{one.value} {number} 条" for one, number in found.counts.items() if number]
    sorts = Counter(row.sort for row in found.rows)
    kinds = "、".join(f"{sort} {number}" for sort, number in sorts.items())
    files = f"，另有原件 {found.new_files} 个（{found.new_bytes / 1_000_000:,.1f} MB）"
    return f"{kinds}；{'、'.join(counts)}{files if found.new_files else ''}。"


def _row(one: PackageRow) -> GridRow:
    quiet = one.standing in (Standing.SAME, Standing.OLDER)
    return GridRow(one.id, (one.sort, one.name, one.standing.value), ("", "", "ink2" * quiet))
