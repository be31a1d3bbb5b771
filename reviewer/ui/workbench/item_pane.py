"""The item at the foot of the checklist: text, verdict, deductions, proposals, add-line.

One set of widgets for every item, so that nothing moves under the hand; only the rows between
verdict and add-line change.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.model import Item
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.add_line import AddLine
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import Elided, FlatButton, ground, label
from reviewer.ui.workbench.item_cards import ItemCards
from reviewer.ui.workbench.item_lines import lines_of
from reviewer.ui.workbench.item_rows import score_of
from reviewer.ui.workbench.verdict_bar import VerdictBar
from reviewer.ui.workbench.words import GAP, cited, decimals_of, full_text, points_text
from reviewer.workspace.views import ReviewView

_TALL = 366  # px at 字号 12: two deductions and one proposal without scrolling


class ItemPane(QWidget):
    """Shows one item of the review."""

    choice_wanted = Signal(object)
    step_wanted = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "raised")
        self._tokens = tokens
        self._item: Item | None = None
        self._title = Elided("", "title")
        self._points = label("", "page_title")
        self._full = label("", "caption")
        self._text = label("")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._line_text = Elided()
        self._basis = Elided("", "caption")
        self.verdict = VerdictBar(tokens)
        self.verdict.wanted.connect(self.choice_wanted)
        self.add_line = AddLine(tokens)
        self.cards = ItemCards(tokens)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.inset, tokens.unit, tokens.inset, tokens.gap)
        column.setSpacing(tokens.unit)
        column.addLayout(self._make_head())
        for widget in (self._text, self._line_text, self._basis):
            column.addWidget(widget)
        column.addSpacing(tokens.unit)
        column.addWidget(self.verdict)
        column.addWidget(self.cards, 1)
        column.addWidget(self.add_line)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.folded = False
        self._tight = False
        self._show_parts()

    @property
    def item(self) -> str:
        """Return the id of the item; empty before one was shown."""
        return self._item.id if self._item else ""

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes; the rows are made anew."""
        self._tokens = tokens
        self.cards.set_tokens(tokens)

    def set_tight(self, tight: bool) -> None:
        """Show the item's text in one line where the window is low."""
        self._tight = tight
        self._show_parts()

    def set_folded(self, folded: bool) -> None:
        """Show only title, verdict and add-line, where there is no room for more."""
        self.folded = folded
        self._show_parts()

    def _show_parts(self) -> None:
        self._text.setVisible(not self._tight and not self.folded)
        self._basis.setVisible(not self._tight and not self.folded)
        self._line_text.setVisible(self._tight and not self.folded)
        self.cards.setVisible(not self.folded)

    def wanted_height(self, tight: bool) -> int:
        """Return the height that shows two deductions and a proposal."""
        saved = self._tokens.head if tight else 0
        return round(_TALL * self._tokens.scale) - saved

    def show_item(self, view: ReviewView, index: CaseIndex, item: Item) -> None:
        """Show an item; rows that did not change stay as they are."""
        fresh = self._item is None or self._item.id != item.id
        self._item = item
        score = score_of(view, item.id)
        decimals = decimals_of(view.standard)
        self._title.set_whole(f"{item.id}　{item.short}")
        self._points.setText(points_text(score.awarded, decimals) if score.full else "—")
        look(self._points, "page_title", tone="red" if score.deducted else "")
        self._full.setText(f"/ {full_text(item.points)} 分")
        self._text.setText(item.text)
        self._line_text.set_whole(item.text)
        basis = _basis(item)
        self._basis.set_whole(basis)
        self._line_text.setToolTip(f"{item.text}\n{basis}")
        self.verdict.show_choice(score.choice, item.may_be_absent, _no_absence(item))
        locked = view.review.is_signed
        self.verdict.set_locked(locked)
        self.add_line.show_item(item, view.standard.absence_reasons, locked)
        self.cards.show_lines(lines_of(view, index, item), locked=locked, fresh=fresh)

    def _make_head(self) -> QHBoxLayout:
        back = FlatButton(self._tokens, "", "chevron-left", "上一项 Ctrl+↑")
        onward = FlatButton(self._tokens, "", "chevron-right", "下一项 Ctrl+↓")
        back.clicked.connect(self._on_back)
        onward.clicked.connect(self._on_onward)
        head = QHBoxLayout()
        head.setSpacing(self._tokens.unit)
        head.addWidget(self._title, 1)
        head.addWidget(back)
        head.addWidget(onward)
        head.addSpacing(self._tokens.inset)
        head.addWidget(self._points)
        head.addWidget(self._full, 0, Qt.AlignmentFlag.AlignBottom)
        return head

    def _on_back(self) -> None:
        self.step_wanted.emit(-1)

    def _on_onward(self) -> None:
        self.step_wanted.emit(1)


def _basis(item: Item) -> str:
    parts = []
    if item.basis:
        parts.append("依据 " + cited(item.basis))
    if item.materials:
        parts.append("材料 " + "、".join(item.materials))
    return GAP.join(parts)


def _no_absence(item: Item) -> str:
    return item.absent_note or "评查标准规定本项不得标不涉及"
