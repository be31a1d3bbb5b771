"""What the machine read in one case file, and what a person corrected on top of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from reviewer.model.documents import Document, Procedure
from reviewer.model.fact_values import FactValue
from reviewer.model.facts import Fact
from reviewer.model.files import Unreadable
from reviewer.model.places import PageRef, Place


@dataclass(frozen=True, slots=True)
class Recognised:
    """How well a page was read whose text had to be recognised from a picture."""

    page: PageRef
    confidence: float
    """0–1, the mean over its characters."""
    doubtful: float
    """Share, 0–1, of its characters that are too uncertain to count as read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Documents and facts of one case file, in reading order.

    It is the machine's, with the corrections that were given already applied; the machine's own
    part is never changed by a correction, only covered.
    """

    procedure: Procedure
    documents: tuple[Document, ...]
    unclassified: tuple[PageRef, ...]
    facts: tuple[Fact, ...]
    unreadable: tuple[Unreadable, ...] = ()
    weak: tuple[PageRef, ...] = ()
    """Pages read so weakly, or not at all yet, that a missing document may be one of them."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Delivered path of each file by its SHA-256."""
    engine: str = ""
    """Version of the reading engine."""
    folios: tuple[tuple[PageRef, str], ...] = ()
    """卷内页号 by which sentences call the pages; a page without one goes by file and page."""
    recognised: tuple[Recognised, ...] = ()
    """The pages that were recognised, in case order; all others bear their own text."""

    def of_type(self, *codes: str) -> tuple[Document, ...]:
        """Return the documents of any of the DT codes, in reading order."""
        return tuple(document for document in self.documents if document.type in codes)

    def of_key(self, key: str, document: int | None = None) -> tuple[Fact, ...]:
        """Return the facts of `key`, of one document when its id is given."""
        return tuple(
            fact
            for fact in self.facts
            if fact.key == key and (document is None or fact.document == document)
        )

    @property
    def pages(self) -> tuple[PageRef, ...]:
        """Return all pages of documents and unclassified pages, each once, sorted."""
        refs = {ref for document in self.documents for ref in document.pages}
        return tuple(sorted(refs.union(self.unclassified)))


class CorrectionKind(StrEnum):
    """What a correction sets."""

    DOCUMENT = "document"  # the pages `pages` are one document of type `type`
    NOT_A_DOCUMENT = "not_a_document"  # the pages `pages` belong to no document
    FACT = "fact"  # the fact `key` of `document_type` has `value`
    NO_FACT = "no_fact"  # the machine's `value` of `key` is wrong and there is none
    PROCEDURE = "procedure"  # the procedure is `text`


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person set in place of what the machine read.

    Later corrections cover earlier ones of the same target.  A correction belongs to the case
    and names the review it was made in; it is hidden from an independent second reviewer.
    """

    id: UUID
    kind: CorrectionKind
    pages: tuple[PageRef, ...] = ()
    type: str = ""
    """DT code, for DOCUMENT, and for FACT where the value must belong to a document."""
    key: str = ""
    value: FactValue | None = None
    replaces: FactValue | None = None
    """The machine's value that this one covers; None adds a value or covers the chosen one."""
    place: Place | None = None
    text: str = ""
