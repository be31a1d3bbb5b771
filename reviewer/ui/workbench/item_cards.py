"""The rows of an item between verdict and add-line: deductions, proposals, doubts, evidence.

Rows that did not change stay as they are, so that nothing moves under the hand.
"""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import ground
from reviewer.ui.workbench.evidence_card import EvidenceCard
from reviewer.ui.workbench.item_lines import (
    Line,
    OccurrenceLine,
    ProposalLine,
    UnsureLine,
    kept_order,
)
from reviewer.ui.workbench.occurrence_card import OccurrenceCard
from reviewer.ui.workbench.proposal_card import ProposalCard
from reviewer.ui.workbench.unsure_card import UnsureCard

_Card = OccurrenceCard | ProposalCard | EvidenceCard | UnsureCard


class ItemCards(QScrollArea):
    """One card for each line of the item."""

    place_wanted = Signal(object)
    place_removed = Signal(object, object)  # occurrence id or None, Place
    occurrence_changed = Signal(object, object)
    occurrence_removed = Signal(object)
    answered = Signal(object, object)
    folio_typed = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._lines: tuple[Line, ...] = ()
        self._cards: list[_Card] = []
        self._held: UUID | None = None
        self._page = ""
        self._locked = False
        self._rows = QWidget()
        ground(self._rows, "raised")
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.unit)
        self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._rows)

    @property
    def held(self) -> UUID | None:
        """Return the deduction that evidence goes to: the one chosen, else the last one."""
        own = [line.id for line in self._lines if isinstance(line, OccurrenceLine)]
        if self._held in own:
            return self._held
        struck = any(isinstance(ln, OccurrenceLine) and ln.struck for ln in self._lines)
        return own[-1] if own and not struck else None

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes; the cards are made anew."""
        self._tokens = tokens
        self._lines = ()

    def show_lines(self, found: tuple[Line, ...], *, locked: bool, fresh: bool) -> None:
        """Show the lines of an item; `fresh` is another item than before."""
        known = () if fresh else tuple(line.key for line in self._lines)
        lines = kept_order(found, known)
        if fresh or locked != self._locked or lines != self._lines:
            self._locked = locked
            self._rebuild(lines)
        if fresh:
            self._held = None
            self.verticalScrollBar().setValue(0)

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
                self.ensureWidgetVisible(card)

    def _rebuild(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._make_card(line) for line in lines]
        for at, card in enumerate(self._cards):
            self._column.insertWidget(at, card)

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
            self.verticalScrollBar().setValue(card.y())

    def _on_focused(self, occurrence: Any) -> None:
        self._held = occurrence
