"""假如 · 改定一项: decisions that could be other ones, and what would come of the current one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.side_by_side import SideBySide
from reviewer.ui.campaign.statistics.table_part import TablePart
from reviewer.ui.parts import button, card, column, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.suppositions import Flip, Supposed

_HEADS = (
    Head("案卷"), Head("单位", 2), Head("评查项", 3), Head("现在"), Head("假如"), Head("争议"),
)  # fmt: skip
_ROWS = 8
_WIDE = 1400
"""Width at 字号 12 from which list and comparison have room beside each other."""
NOTHING = "已定案卷没有扣分，也没有争议，没有可以假设的评查项"
UNDISPUTED = "没有争议的评查项，可看全部"
EACH = "一个评查项的几处扣分合为一条，与按处计的问题数不同"


class FlipPage(QWidget):
    """Choose a decision, see what would be."""

    chosen = Signal(object)  # Flip
    opened = Signal(str, object)  # words, tuple of UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._flips: tuple[Flip, ...] = ()
        self._only_disputed = True
        self.grid = Grid(tokens, "可以假设的评查项", _HEADS)
        self.grid.setToolTip("回车打开案卷")
        self.disputed = button("有争议", "filter", self._on_disputed)
        self.every = button("全部", "filter", self._on_every)
        self._nothing = label("", "second", wraps=True)
        self.sentence = label("", "strong", wraps=True)
        self.found = TablePart(tokens)
        self._build(tokens)
        self.grid.selectionModel().currentRowChanged.connect(self._on_current)
        self.grid.opened.connect(self._on_opened)
        self.found.opened.connect(self.opened)

    def _build(self, tokens: Tokens) -> None:
        for made in (self.disputed, self.every):
            made.setCheckable(True)
            made.setAutoExclusive(True)
        chips = row(self.disputed, self.every, self._nothing, gap=tokens.unit)
        chips.setStretch(2, 1)
        chips.setContentsMargins(tokens.gap, tokens.gap, tokens.gap, tokens.gap)
        listed = card()
        inside = column(chips, self.grid, gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setStretch(1, 1)
        listed.setLayout(inside)
        right = QVBoxLayout()
        right.setSpacing(tokens.gap)
        said = row(self.sentence, gap=0)
        said.setContentsMargins(tokens.margin, 0, tokens.margin, 0)
        right.addLayout(said)
        right.addWidget(self.found, 1)
        told = QWidget()
        told.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._body = SideBySide(tokens, listed, told, (8, 5), _ROWS, _WIDE)
        body = column(self._body)
        body.setContentsMargins(tokens.margin, 0, tokens.gap, tokens.block)
        self.setLayout(body)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.grid.set_tokens(tokens)
        self.found.set_tokens(tokens)
        self._body.set_tokens(tokens)

    def show_flips(self, flips: Sequence[Flip]) -> None:
        """Show what can be supposed, disputed ones alone where there are some."""
        self._flips = tuple(flips)
        disputed = sum(bool(one.why) for one in flips)
        self.disputed.setText(f"有争议 {disputed}")
        self.every.setText(f"全部 {len(flips)}")
        self._show(only_disputed=self._only_disputed and disputed > 0)

    def show_found(self, flip: Flip, found: Supposed) -> None:
        """Show what would come of a flip, unless another one is current by now."""
        if self.current() is flip:
            self.sentence.setText(found.sentence)
            self.found.show_tables(found.tables)
            self.found.show()

    def current(self) -> Flip | None:
        """Return the decision of the current row."""
        key = self.grid.current_key()
        return key if isinstance(key, Flip) else None

    def begin(self) -> None:
        """Put the keyboard on the list."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, only_disputed: bool) -> None:
        self._only_disputed = only_disputed
        (self.disputed if only_disputed else self.every).setChecked(True)
        shown = [one for one in self._flips if one.why or not only_disputed]
        self.grid.show_rows([_row(one) for one in shown])
        words = EACH if shown else UNDISPUTED if self._flips else NOTHING
        self._nothing.setText(words)
        if not shown:
            self.sentence.setText("")
        self.found.setVisible(bool(shown))
        self._on_current()

    def _on_current(self) -> None:
        flip = self.current()
        if flip is not None:
            self.chosen.emit(flip)

    def _on_opened(self) -> None:
        flip = self.current()
        if flip is not None:
            self.opened.emit(flip.case_no, (flip.case,))

    def _on_disputed(self) -> None:
        self._show(only_disputed=True)

    def _on_every(self) -> None:
        self._show(only_disputed=False)


def _row(one: Flip) -> GridRow:
    cells = (one.case_no, one.unit, f"{one.item} {one.name}", one.now, one.otherwise, one.why)
    return GridRow(one, cells, ("ink", "ink", "ink", "ink", "blue", "ink2"))
