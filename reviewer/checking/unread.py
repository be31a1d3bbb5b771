"""What a page may say although nobody read it there: the guard of every “not found”.

A rule that reports that something is not stated asks here first.  A page that was recognised from
a picture may have lost it: when the page was read weakly, or when what stands there comes near to
what is missed (`nearly_told`).  A page that bears its own text says all it says, but may say it in
words that nobody expected: then what was left unexplained there is told as `nearly_told` too.
"""

from collections.abc import Iterator

from reviewer.checking.inquiry import Inquiry
from reviewer.checking.words import in_brackets, joined, page_list
from reviewer.model import Document, Fact, PageRef, Place

_POOR = 0.9
"""A page whose characters are less certain on the average has lost words (a clean scan of
200 dpi has 0.98 and more)."""
_DOUBTFUL = 0.12
"""The same of a page of which so large a share is too uncertain to count as read."""


def may_be_unread(inquiry: Inquiry, documents: tuple[Document, ...], *names: str) -> str:
    """Return in words which page may state `names` unread; empty when nothing speaks for it.

    `names` are elements as `nearly_told` facts call them: an element, 日期, 执法证号, a DT code.
    """
    parts = [_near_text(inquiry, fact) for fact in _near(inquiry, documents, names)]
    refs = {ref for document in documents for ref in document.pages}
    if poor := [ref for ref in poor_pages(inquiry) if ref in refs]:
        parts.append(f"{_pages(inquiry, poor)}识别不清")
    return joined(parts)


def nearly_there(inquiry: Inquiry, *names: str) -> str:
    """Return in words which page of the whole file comes near to `names`, DT codes or elements."""
    facts = inquiry.reading.of_key("nearly_told")
    return joined([_near_text(inquiry, fact) for fact in facts if fact.value in names])


def is_recognised(inquiry: Inquiry, place: Place) -> bool:
    """Return whether `place` stands on a page that was recognised from a picture."""
    return any(one.page == place.ref for one in inquiry.reading.recognised)


def poor_pages(inquiry: Inquiry) -> Iterator[PageRef]:
    """Return the pages that were read so weakly that words are lost."""
    weak = set(inquiry.reading.weak)
    yield from inquiry.reading.weak
    for one in inquiry.reading.recognised:
        if one.page not in weak and (one.confidence < _POOR or one.doubtful > _DOUBTFUL):
            yield one.page


def _near(
    inquiry: Inquiry, documents: tuple[Document, ...], names: tuple[str, ...]
) -> Iterator[Fact]:
    homes = {document.id for document in documents}
    for fact in inquiry.reading.of_key("nearly_told"):
        if fact.document in homes and fact.value in names:
            yield fact


def _near_text(inquiry: Inquiry, fact: Fact) -> str:
    page = in_brackets(inquiry.places_of([fact.place]))
    if not _is_recognised(inquiry, fact):
        return f"另有文字“{fact.place.quote.strip()}”{page}未能归类"
    return f"识别出相近文字“{fact.place.quote.strip()}”{page}，可能有字读错"


def _is_recognised(inquiry: Inquiry, fact: Fact) -> bool:
    page = PageRef(fact.place.file, fact.place.page)
    return any(one.page == page for one in inquiry.reading.recognised)


def _pages(inquiry: Inquiry, refs: list[PageRef]) -> str:
    return page_list(inquiry.reading.paths, refs, dict(inquiry.reading.folios))
