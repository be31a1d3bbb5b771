"""Scores: what a standard and marks come to, with every step that led there."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.model.marks import Choice


@dataclass(frozen=True, slots=True)
class Deduction:
    """What one occurrence came to."""

    occurrence: UUID
    clause: str
    count: int
    points: Decimal
    """Points that this occurrence asks for before the floor of the item."""
    counted: bool
    note: str = ""
    """Chinese: why it is not counted, such as 同一事实已在 C6 扣分."""


@dataclass(frozen=True, slots=True)
class ItemScore:
    """The score of one item."""

    item: str
    choice: Choice
    full: Decimal
    awarded: Decimal
    """Points given; full while 待定; 0 when 不涉及 (the item leaves the denominator)."""
    deducted: Decimal
    """Points lost, at most `full`."""
    before_veto: Decimal
    """Points given when ⊕ clauses are deducted although their veto is hit."""
    deductions: tuple[Deduction, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one review.  All totals are rounded half up to one decimal."""

    standard: str
    version: str
    items: tuple[ItemScore, ...]
    applicable: Decimal
    """Points of the items that count (all but 不涉及)."""
    awarded: Decimal
    """Points given of those."""
    bonus: Decimal
    before_veto: Decimal
    """Total as if no veto was hit, ⊕ clauses deducted."""
    total: Decimal
    """0 when an A veto is hit.  待定 counts in full: then this is only the upper end."""
    low: Decimal
    high: Decimal
    """The span still possible while something is 待定; equal to `total` when nothing is."""
    grade: str
    grade_note: str = ""
    """Chinese: why the grade is not that of the total (veto)."""
    vetoes: tuple[str, ...] = ()
    """Ids of the vetoes hit."""
    pending: tuple[str, ...] = ()
    """Ids of items that are 待定."""
    open_vetoes: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Return whether nothing is 待定, so that more than a draft may be printed."""
        return not self.pending and not self.open_vetoes


@dataclass(frozen=True, slots=True)
class ExplanationLine:
    """One line of the way from the total down to each deduction, in Chinese."""

    level: int
    """0 total, 1 group, 2 item, 3 deduction."""
    text: str
    points: Decimal | None = None
    item: str = ""
