"""Documents: the stretches of pages that a case file consists of."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.places import PageRef


class Procedure(StrEnum):
    """The procedure that a case file shows (documents.md 3.4)."""

    GENERAL = "general"
    SUMMARY = "summary"
    NO_PENALTY = "no_penalty"
    COERCIVE = "coercive"
    INSPECTION = "inspection"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One type of document (文书) that case files contain; data of resources/document-types."""

    code: str
    """DT01 … DT63."""
    name: str
    """Standard Chinese name."""
    aliases: tuple[str, ...]
    """Titles used by other regions and earlier forms."""
    titles: tuple[str, ...]
    """Regular expressions that decide by the title alone, tried on squeezed title text."""
    phrases: tuple[str, ...]
    """Regular expressions that only add weight."""
    volume: str
    """正 or 副."""


@dataclass(frozen=True, slots=True)
class Document:
    """A stretch of pages (or of blocks of one DOCX) that is one document."""

    id: int
    """Position in reading order, from 0; valid inside one reading only."""
    type: str
    """DT code."""
    title: str
    """The title as printed, spaces removed; the standard name when none was printed."""
    confidence: float
    pages: tuple[PageRef, ...]
    blocks: tuple[int, int] | None = None
    """DOCX only: first and last body block, both included."""
    corrected: bool = False
    """True when a person set the type or the range."""
