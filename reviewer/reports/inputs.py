"""What reports are built from: plain values that the workspace collects."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reviewer.model import (
    Case,
    ExplanationLine,
    Marks,
    Place,
    Review,
    Score,
    Standard,
)
from reviewer.reports.blocks import Picture


@dataclass(frozen=True, slots=True)
class CorrectedFact:
    """A fact that a person set and that a deduction rests on."""

    label: str
    machine: str
    """What the machine read; empty when it read nothing."""
    person: str
    page: str


@dataclass(frozen=True, slots=True)
class ReviewInput:
    """One finished or running review with everything its reports say."""

    case: Case
    review: Review
    standard: Standard
    marks: Marks
    score: Score
    explanation: tuple[ExplanationLine, ...]
    procedure: str
    """Chinese name, such as 普通程序."""
    decision_no: str
    reviewer: str
    second_reviewer: str
    leader: str
    texts: Mapping[str, str]
    """`merits`, `problems`, `suggestions` as the reviewer wrote them."""
    page_label: Callable[[Place], str]
    """卷内页号 of a place, else file name and page."""
    reviewed_on: date
    pictures: tuple[Picture, ...] = ()
    corrected: tuple[CorrectedFact, ...] = ()

    @property
    def draft(self) -> bool:
        """Return whether something is still 待定, so that only a draft may be printed."""
        return not self.score.complete


@dataclass(frozen=True, slots=True)
class LetterInput:
    """What the letter to a unit says beyond its reviews."""

    unit: str
    organiser: str
    written_on: date
    rectify_by: date | None = None
    """Left blank for the organiser to fill in when None."""
    contact: str = ""
    phone: str = ""
    """Of the organiser; blanks when empty."""
