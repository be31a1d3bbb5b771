"""The item at the foot of the checklist: text, verdict, deductions, proposals, add-line.

One set of widgets for every item, so that nothing moves under the hand; only the rows between
verdict and add-line change.
"""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.model import Item
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.add_line import AddLine
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import Elided, FlatButton, ground, label
from reviewer.ui.workbench.evidence_card import EvidenceCard
from reviewer.ui.workbench.item_lines import (
    Line,
    OccurrenceLine,
    ProposalLine,
    UnsureLine,
    kept_order,
    lines_of,
)
from reviewer.ui.workbench.item_rows import score_of
from reviewer.ui.workbench.occurrence_card import OccurrenceCard
from reviewer.ui.workbench.proposal_card import ProposalCard
from reviewer.ui.workbench.unsure_card import UnsureCard
from reviewer.ui.workbench.verdict_bar import VerdictBar
from reviewer.ui.workbench.words import GAP, cited, decimals_of, full_text, points_text
from reviewer.workspace.views import ReviewView

_Card = OccurrenceCard | ProposalCard | EvidenceCard | UnsureCard

_TALL = 366  # px at 字号 12: two deductions and one proposal without scrolling


class ItemPane(QWidget):
    """Shows one item of the review."""

    choice_wanted = Signal(object)
    step_wanted = Signal(int)
    place_wanted = Signal(object)
    place_removed = Signal(object, object)  # occurrence id or None, Place
    occurrence_changed = Signal(object, object)
    occurrence_removed = Signal(object)
    answered = Signal(object, object)
    folio_typed = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "raised")
        self._tokens = tokens
        self._item: Item | None = None
        self._lines: tuple[Line, ...] = ()
        self._cards: list[_Card] = []
        self._held: UUID | None = None
        self._page = ""
        self._locked = False
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
        self._rows, self._scroll = self._make_rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.inset, tokens.unit, tokens.inset, tokens.gap)
        column.setSpacing(tokens.unit)
        column.addLayout(self._make_head())
        for widget in (self._text, self._line_text, self._basis):
            column.addWidget(widget)
        column.addSpacing(tokens.unit)
        column.addWidget(self.verdict)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.add_line)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.folded = False
        self._tight = False
        self._show_parts()

    @property
    def item(self) -> str:
        """Return the id of the item; empty before one was shown."""
        return self._item.id if self._item else ""

    @property
    def held(self) -> UUID | None:
        """Return the deduction that evidence goes to: the one chosen, else the last one."""
        own = [line.id for line in self._lines if isinstance(line, OccurrenceLine)]
        if self._held in own:
            return self._held
        struck = any(isinstance(ln, OccurrenceLine) and ln.struck for ln in self._lines)
        return own[-1] if own and not struck else None

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes; the rows are made anew."""
        self._tokens = tokens
        self._lines = ()

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
        self._scroll.setVisible(not self.folded)

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
        known = () if fresh else tuple(line.key for line in self._lines)
        lines = kept_order(lines_of(view, index, item), known)
        if fresh or locked != self._locked or lines != self._lines:
            self._locked = locked
            self._rebuild(lines)
        if fresh:
            self._held = None
            self._scroll.verticalScrollBar().setValue(0)

    def show_page(self, name: str) -> None:
        """Mark the chips of the page in view."""
        self._page = name
        for card in self._cards:
            card.chip_row.show_page(name)

    def first_open(self) -> ProposalCard | None:
        """Return the first proposal that awaits an answer."""
        cards = (card for card in self._cards if isinstance(card, ProposalCard))
        return next((card for card in cards if card.is_open), None)

    def explain_first(self) -> None:
        """Unfold why the first proposal was made, open ones first."""
        cards = [card for card in self._cards if isinstance(card, ProposalCard)]
        first = self.first_open() or (cards[0] if cards else None)
        if first is not None:
            first.show_why()

    def edit_reason(self) -> None:
        """Open the fields of the chosen deduction."""
        for card in self._cards:
            if isinstance(card, OccurrenceCard) and card.line.id == self.held:
                card.edit()
                self._scroll.ensureWidgetVisible(card)

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

    def _make_rows(self) -> tuple[QWidget, QScrollArea]:
        rows = QWidget()
        ground(rows, "raised")
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._tokens.unit)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(rows)
        return rows, scroll

    def _rebuild(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        column = self._rows.layout()
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._make_card(line) for line in lines]
        if isinstance(column, QVBoxLayout):
            for at, card in enumerate(self._cards):
                column.insertWidget(at, card)

    def _make_card(self, line: Line) -> _Card:
        card: _Card
        if isinstance(line, OccurrenceLine):
            card = OccurrenceCard(self._tokens, line, self._locked)
            card.changed.connect(self.occurrence_changed)
            card.removed.connect(self.occurrence_removed)
            card.place_removed.connect(self.place_removed)
            card.focused.connect(self._on_focused)
        elif isinstance(line, ProposalLine):
            card = ProposalCard(self._tokens, line, self._locked)
            card.answered.connect(self.answered)
            # Queued: the row has its new height only after the layout ran.
            card.unfolded.connect(self._on_unfolded, Qt.ConnectionType.QueuedConnection)
        elif isinstance(line, UnsureLine):
            card = UnsureCard(self._tokens, line)
        else:
            card = EvidenceCard(self._tokens, line, self._locked)
            card.folio_typed.connect(self.folio_typed)
            card.place_removed.connect(self.place_removed)
        card.place_wanted.connect(self.place_wanted)
        card.chip_row.show_page(self._page)
        return card

    def _on_unfolded(self) -> None:
        card = self.sender()
        if isinstance(card, ProposalCard):
            self._rows.adjustSize()
            self._scroll.verticalScrollBar().setValue(card.y())

    def _on_focused(self, occurrence: Any) -> None:
        self._held = occurrence

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
